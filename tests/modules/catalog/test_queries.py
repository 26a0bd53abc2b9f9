"""Reading the catalog as a buyer: in their language, within their range, in as many queries for one as for many."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import LANGUAGES, Shop
from truso.kernel.refusals import NotFound
from truso.modules.catalog.models import (
    Assortment,
    AssortmentRule,
    AssortmentVariant,
    Category,
    OldSlug,
    Product,
    ProductStatus,
    ProductText,
    Relation,
    Variant,
)
from truso.modules.catalog.queries import (
    cards_for,
    cards_of_products,
    category_by_slug,
    category_tree,
    find_product_by_old_slug,
    get_product,
    product_id_by_slug,
)
from truso.modules.catalog.visibility import range_of
from truso.platform.shortlived import forget

pytestmark = pytest.mark.django_db


def limit_market(shop: Shop, *variants: Variant) -> Assortment:
    assortment = Assortment.objects.create(code="consumers")
    AssortmentVariant.objects.bulk_create(AssortmentVariant(assortment=assortment, variant=one) for one in variants)
    AssortmentRule.objects.create(assortment=assortment, market=shop.market)
    forget()
    return assortment


def test_cards_come_in_the_order_asked_for_and_each_once(shop: Shop):
    first, second = shop.add_article("A-1"), shop.add_article("A-2")
    cards = cards_for(shop.visitor(), [second.pk, first.pk, second.pk])
    assert [card.sku for card in cards] == ["A-2", "A-1"]


def test_a_name_missing_in_a_language_is_shown_in_the_nearest(shop: Shop):
    article = shop.add_article("A-1")
    ProductText.objects.filter(product=article.product, language="nb").delete()
    assert cards_for(shop.visitor(language="nb"), [article.pk])[0].name == "Article A-1 sv"


def test_drafts_are_not_there(shop: Shop):
    draft = shop.add_article("A-1", product_status=ProductStatus.DRAFT)
    assert cards_for(shop.visitor(), [draft.pk]) == []
    with pytest.raises(NotFound):
        get_product(shop.visitor(), draft.product_id)


def test_what_is_out_of_range_answers_like_what_does_not_exist(shop: Shop):
    shown, hidden = shop.add_article("A-1"), shop.add_article("A-2")
    limit_market(shop, shown)
    assert [card.sku for card in cards_for(shop.visitor(), [shown.pk, hidden.pk, 999_999])] == ["A-1"]
    for product in (hidden.product_id, 999_999):
        with pytest.raises(NotFound, match="product"):
            get_product(shop.visitor(), product)


def test_a_market_limits_consumers_and_a_company_sees_everything(shop: Shop):
    shown, hidden = shop.add_article("A-1"), shop.add_article("A-2")
    assortment = limit_market(shop, shown)
    company = shop.company()
    buyer = shop.buyer(shop.member(company, "ola@example.com", "orderer"), company)
    assert range_of(shop.visitor()).assortments == (assortment.pk,)
    assert range_of(buyer).assortments == ()
    assert len(cards_for(buyer, [shown.pk, hidden.pk])) == 2


def test_a_subsidiary_is_limited_like_its_parent_until_it_has_a_rule_of_its_own(shop: Shop):
    one, two = Assortment.objects.create(code="one"), Assortment.objects.create(code="two")
    parent = shop.company("Mor AS")
    child = shop.company("Datter AS", parent=parent)
    person = shop.member(child, "ola@example.com", "orderer")
    AssortmentRule.objects.create(assortment=one, customer=parent)
    assert range_of(shop.buyer(person, child)).assortments == (one.pk,)
    AssortmentRule.objects.create(assortment=two, customer=child)
    forget()
    assert range_of(shop.buyer(person, child)).assortments == (two.pk,)


def test_the_tree_holds_only_categories_with_something_to_buy(shop: Shop):
    empty = Category.objects.create(code="empty", names={"en": "Empty"}, slugs={"en": "empty"})
    empty.path = [empty.pk]
    empty.save()
    assert category_tree(shop.visitor()).roots == ()
    shop.add_article("A-1")
    forget()
    assert [node.code for node in category_tree(shop.visitor()).roots] == ["goods"]
    with pytest.raises(NotFound):
        category_by_slug(shop.visitor(), "empty")


def test_a_category_is_found_under_another_languages_address(shop: Shop):
    shop.category.slugs = {language: f"goods-{language}" for language in LANGUAGES}
    shop.category.save()
    shop.add_article("A-1")
    assert category_by_slug(shop.visitor(language="pl"), "goods-nb").slug == "goods-pl"


def test_a_product_tells_its_texts_relations_and_variants(shop: Shop):
    article, other = shop.add_article("A-1"), shop.add_article("A-2")
    Relation.objects.create(product=article.product, to=other.product, kind="accessory")
    product = get_product(shop.visitor(language="sv"), article.product_id)
    assert (product.name, product.slug, product.slugs["pl"]) == ("Article A-1 sv", "a-1-sv", "a-1-pl")
    assert product.relations == (("accessory", other.product_id),)
    assert [one.sku for one in product.variants] == ["A-1"]


def test_an_old_address_leads_to_the_product_only_for_those_who_may_see_it(shop: Shop):
    shown, hidden = shop.add_article("A-1"), shop.add_article("A-2")
    OldSlug.objects.create(language="en", slug="was-a-1", product=shown.product)
    OldSlug.objects.create(language="en", slug="was-a-2", product=hidden.product)
    limit_market(shop, shown)
    assert find_product_by_old_slug(shop.visitor(), "was-a-1") == shown.product_id
    assert find_product_by_old_slug(shop.visitor(), "was-a-2") is None
    assert product_id_by_slug(shop.visitor(), "a-1-nb") == shown.product_id


def test_one_article_stands_for_each_product_the_most_bought_one(shop: Shop):
    article = shop.add_article("A-1")
    best = Variant.objects.create(product=article.product, sku="A-1-B", sku_normalized="A1B", popularity=9)
    assert [card.variant_id for card in cards_of_products(shop.visitor(), [article.product_id])] == [best.pk]


@pytest.mark.parametrize("count", [1, 12])
def test_cards_take_as_many_queries_for_one_as_for_many(shop: Shop, count: int):
    articles = [shop.add_article(f"A-{number}") for number in range(count)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(cards_for(shop.visitor(), [article.pk for article in articles])) == count
    assert len(queries) == 2  # the range, the cards


def test_a_page_of_a_product_takes_three_queries_however_many_variants(shop: Shop):
    article = shop.add_article("A-1")
    Variant.objects.bulk_create(
        Variant(product=article.product, sku=f"V-{number}", sku_normalized=f"V{number}", position=number)
        for number in range(30)
    )
    with CaptureQueriesContext(connection) as queries:
        assert len(get_product(shop.visitor(), article.product_id).variants) == 31
    assert len(queries) == 3  # the range, the product with its variants, its family
    assert Product.objects.count() == 1
