"""Channels: how complete products are in each, what each shows, what is said in it; selections by rule."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import Shop, texts
from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refused
from truso.modules.catalog.articles import articles_for
from truso.modules.catalog.assortments import Criterion, limit_to, save_criteria, select_products
from truso.modules.catalog.completeness import (
    measure_products,
    save_channel,
    save_channel_texts,
    save_requirement,
)
from truso.modules.catalog.models import (
    Assortment,
    AssortmentVariant,
    Attribute,
    Channel,
    Completeness,
    FamilyAttribute,
    PackagingLevel,
    Picture,
    ProductPicture,
    ProductText,
    Requirement,
    Variant,
)
from truso.modules.catalog.operations import announce_products, save_product
from truso.modules.catalog.queries import cards_for, category_tree, get_product, product_addresses
from truso.modules.catalog.queries.identifiers import find_variant_ids, list_variant_ids
from truso.modules.customers.models import Segment
from truso.modules.search.operations import rebuild_index
from truso.modules.search.queries import SearchRequest, search_catalog, suggest_articles
from truso.platform.database.transactions import write
from truso.platform.jobs.inline import run_due_jobs
from truso.platform.shortlived import forget


def channel(shop: Shop, code: str = "shop", **fields: Any) -> Channel:
    values = {"names": texts(code), "languages": ["nb", "en"], **fields}
    with write():
        return save_channel(channel=Channel(code=code, **values))


def ask(item: str, **fields: Any) -> Requirement:
    with write():
        return save_requirement(requirement=Requirement(item=item, **fields))


def settle() -> None:
    """Let everything that waits happen, and nobody remember what was before."""
    run_due_jobs()
    forget()


def measured(variant: Variant) -> list[tuple[dict[str, int], list[str], bool]]:
    rows = Completeness.objects.filter(product=variant.product_id).order_by("channel")
    return [(row.scores, sorted(row.missing), row.is_closed) for row in rows]


def test_everything_that_can_be_asked_for_is_seen(shop: Shop) -> None:
    shop_channel = channel(shop)
    length = Attribute.objects.create(code="length", type="number", names=texts("Length"))
    FamilyAttribute.objects.create(family=shop.family, attribute=length, is_required=True)
    variant = shop.add_article("A-1")
    items = [
        "text:name",
        "text:summary",
        "gtin",
        "mpn",
        "weight",
        "packaging",
        "price",
        "picture",
        "alternative_text",
        "document:data_sheet",
    ]
    for item in items:
        ask(item)
    Variant.objects.update(weight_kg=0, gtin="", mpn="")
    measure_products(product_ids=[variant.product_id])
    [(_scores, missing, _closed)] = measured(variant)
    assert {one.removeprefix("nb:").removeprefix("en:") for one in missing} == {*items, "attribute:length"} - {
        "text:name",
        "price",
    }

    Variant.objects.update(gtin="4006381333931", mpn="M1", weight_kg=1)
    PackagingLevel.objects.create(variant=variant, code="BX", factor=10)
    ProductText.objects.filter(product=variant.product).update(summary="Short")
    picture = Picture.objects.create(
        content_type="image/png", width=1, height=1, sha256="0" * 64, alternative_texts={"nb": "X", "en": "X"}
    )
    ProductPicture.objects.create(product=variant.product, picture=picture)
    shop.add_document(variant.product, type="data_sheet", language="")
    variant.product.attributes = {"length": "5"}
    variant.product.save()
    measure_products(product_ids=[variant.product_id])

    assert measured(variant) == [({"nb": 100, "en": 100}, [], False)]
    assert shop_channel.least_score is None


def test_measuring_takes_as_many_statements_for_one_as_for_many(shop: Shop) -> None:
    channel(shop)
    ask("gtin")
    ids = [shop.add_article(f"A-{one}").product_id for one in range(20)]

    def taken(products: list[int]) -> int:
        with CaptureQueriesContext(connection) as queries:
            measure_products(product_ids=products)
        return len(queries)

    assert taken(ids[:1]) == taken(ids)


def everywhere(shop: Shop, buyer: Buyer, variant: Variant) -> list[bool]:
    """Return whether an article is seen, by each way there is to it."""
    sku = variant.sku
    try:
        get_product(buyer, variant.product_id)
        page = True
    except NotFound:
        page = False
    text = ProductText.objects.get(product=variant.product_id, language="en")
    return [
        page,
        bool(cards_for(buyer, [variant.pk])),
        bool(articles_for(buyer, [variant.pk])),
        sku in find_variant_ids(buyer, skus=[sku])[0],
        variant.pk in [key for key, _uuid in list_variant_ids(buyer)],
        text.slug in product_addresses(buyer, limit=100),
        bool(category_tree(buyer).roots),
        search_catalog(buyer, SearchRequest(text=sku)).total > 0,
        bool(search_catalog(buyer, SearchRequest()).brands),
        any(hit.variant_id == variant.pk for hit in suggest_articles(buyer, text.name).products),
    ]


def test_what_is_held_back_is_seen_nowhere_until_it_is_complete(shop: Shop) -> None:
    variant = shop.add_article("A-1")
    company = shop.buyer(shop.member(shop.company(), "per@example.com", "orderer"), shop.company())
    Variant.objects.update(mpn="")
    channel(shop, audience="consumer", least_score=50)
    ask("mpn")
    settle()
    rebuild_index()
    settle()
    assert everywhere(shop, shop.visitor(), variant) == [False] * 10
    assert all(everywhere(shop, company, variant))

    Variant.objects.update(mpn="M-1")
    with write():
        announce_products(product_ids=[variant.product_id])
    settle()
    assert all(everywhere(shop, shop.visitor(), variant))


def test_a_channels_selection_limits_besides_the_buyers_own(shop: Shop) -> None:
    one, two, three = shop.add_article("A-1"), shop.add_article("A-2"), shop.add_article("A-3")
    shown, agreed, empty = (Assortment.objects.create(code=code) for code in ("shown", "agreed", "empty"))
    for assortment, variants in ((shown, (one, two)), (agreed, (two, three))):
        AssortmentVariant.objects.bulk_create(
            AssortmentVariant(assortment=assortment, variant=variant) for variant in variants
        )
    Segment.objects.create(code="trade", names=texts("Trade"))
    company = shop.company()
    company.segments.add(Segment.objects.get())
    buyer = shop.buyer(shop.member(company, "per@example.com", "orderer"), company)
    limit_to(assortment=agreed, market_ids=[], segment_ids=[Segment.objects.get().pk])
    made = channel(shop, audience="business", assortment=shown)
    rebuild_index()
    settle()

    def seen() -> set[str]:
        buyer.memo.clear()
        found = search_catalog(buyer, SearchRequest(per_page=50))
        hits = set(Variant.objects.filter(pk__in=[hit.variant_id for hit in found.hits]).values_list("sku", flat=True))
        assert set(find_variant_ids(buyer, skus=["A-1", "A-2", "A-3"])[0]) == hits
        return hits

    assert seen() == {"A-2"}

    Channel.objects.filter(pk=made.pk).update(assortment=empty)
    forget()
    assert seen() == set()


def test_a_feed_changes_nothing_in_the_shop(shop: Shop) -> None:
    variant = shop.add_article("A-1")
    Variant.objects.update(mpn="")
    channel(shop, "feed", is_shop=False, least_score=100)
    ask("mpn", is_blocking=True, channel=Channel.objects.get())
    settle()

    assert measured(variant) == [({"nb": 0, "en": 0}, ["mpn"], True)]
    assert cards_for(shop.visitor(), [variant.pk])


def test_what_every_channel_needs_is_needed_to_go_on_sale(shop: Shop) -> None:
    product = shop.add_article("A-1", status="draft").product
    channel(shop)
    ask("text:summary", is_blocking=True)
    product.status = "draft"
    words = {"nb": {"name": "Ting"}, "en": {"name": "Thing", "summary": "Short"}}
    with write():
        save_product(product=product, texts=words)

    product.status = "active"
    with pytest.raises(Refused) as refused, write():
        save_product(product=product, texts=words)
    assert [(one.code, one.params) for one in refused.value.refusals] == [
        ("product_incomplete", {"missing": "nb:text:summary"})
    ]

    with write():
        save_product(product=product, texts={**words, "nb": {"name": "Ting", "summary": "Kort"}})


def test_a_channel_says_its_own_and_the_rest_as_everywhere(shop: Shop) -> None:
    variant = shop.add_article("A-1")
    made = channel(shop, audience="consumer")
    ProductText.objects.filter(product=variant.product, language="en").update(name="Screw TX25 A2", summary="DIN 7505")
    company = shop.company()
    business = shop.buyer(shop.member(company, "per@example.com", "orderer"), company)
    with write():
        save_channel_texts(
            product=variant.product, channel=made, texts={"en": {"name": "Rustproof screw"}, "de": {"name": "x"}}
        )
    rebuild_index()
    settle()

    for buyer, name in ((shop.visitor(), "Rustproof screw"), (business, "Screw TX25 A2")):
        [card], page = cards_for(buyer, [variant.pk]), get_product(buyer, variant.product_id)
        assert (card.name, card.summary, page.name, page.summary) == (name, "DIN 7505", name, "DIN 7505")
        assert articles_for(buyer, [variant.pk])[variant.pk].product_name == name
    assert search_catalog(shop.visitor(), SearchRequest(text="rustproof")).total == 1

    with write():
        save_channel_texts(product=variant.product, channel=made, texts={"en": {}})
    forget()
    assert cards_for(shop.visitor(), [variant.pk])[0].name == "Screw TX25 A2"


def test_requirements_are_checked(shop: Shop) -> None:
    ask("gtin")
    for item, code in (
        ("gtin", "requirement_twice"),
        ("attribute:none", "requirement_unknown"),
        ("text:slug", "requirement_unknown"),
    ):
        with pytest.raises(Refused) as refused:
            ask(item)
        assert [one.code for one in refused.value.refusals] == [code]


# Selections by rule


def chosen(assortment: Assortment) -> set[str]:
    return set(assortment.entries.values_list("variant__sku", flat=True))


def test_goods_come_and_go_by_rule_and_those_chosen_by_hand_stay(shop: Shop) -> None:
    color = Attribute.objects.create(
        code="color", type="choice", names=texts("Color"), choices=[{"code": "red", "names": texts("Red")}]
    )
    red, plain, hand = (
        shop.add_article("RED", attributes={"color": "red"}),
        shop.add_article("PLAIN"),
        shop.add_article("HAND"),
    )
    assortment = Assortment.objects.create(code="some")
    AssortmentVariant.objects.create(assortment=assortment, variant=hand)
    with write():
        save_criteria(
            assortment=assortment, criteria=[Criterion(category=shop.category.pk, attribute=color.pk, value="RED")]
        )
    settle()
    assert chosen(assortment) == {"RED", "HAND"}

    Variant.objects.filter(pk=red.pk).update(attributes={})
    Variant.objects.filter(pk=plain.pk).update(attributes={"color": "red"})
    with write():
        announce_products(product_ids=[red.product_id, plain.product_id])
    settle()
    assert chosen(assortment) == {"PLAIN", "HAND"}

    with write():
        save_criteria(
            assortment=assortment,
            criteria=[Criterion(brand=shop.brand.pk), Criterion(attribute=color.pk, value="red", is_excluding=True)],
        )
    settle()
    assert chosen(assortment) == {"RED", "HAND"}

    with write():
        save_criteria(assortment=assortment, criteria=[])
    settle()
    assert chosen(assortment) == {"HAND"}
    assert select_products(product_ids=[red.product_id]) == []


def test_rules_are_checked(shop: Shop) -> None:
    assortment = Assortment.objects.create(code="some")
    color = Attribute.objects.create(code="color", type="text", names=texts("Color"))
    wrong = [Criterion(), Criterion(brand=shop.brand.pk)]
    for criteria, code in (
        (wrong, "criterion_empty"),
        ([Criterion(attribute=color.pk)], "criterion_value"),
        (wrong[1:] * 201, "criteria_many"),
    ):
        with pytest.raises(Refused) as refused, write():
            save_criteria(assortment=assortment, criteria=criteria)
        assert [one.code for one in refused.value.refusals] == [code]
    with pytest.raises(NotFound), write():
        save_criteria(assortment=assortment, criteria=[Criterion(brand=10**9)])
