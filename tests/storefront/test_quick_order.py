"""Quick order: a list judged line by line, mended in place, its good lines put into the cart once."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import Shop
from tests.rules.cart.workbooks import workbook
from tests.storefront.shopping import browser, hidden, text_of, url
from truso.modules.cart.judging import judge_lines
from truso.modules.cart.models import CartLine
from truso.modules.cart.quick_order import parse_lines
from truso.modules.catalog.models import Assortment, AssortmentVariant, CustomerArticleNumber, Variant
from truso.modules.catalog.operations import limit_customer
from truso.modules.pricing.models import Price
from truso.modules.search.operations import rebuild_index
from truso.platform.shortlived import forget


def fields_of(html: str) -> dict[str, object]:
    """Return the fields of the judged form as a browser would send them."""
    values: dict[str, object] = {
        "judged": "1",
        "key": hidden(html, "key"),
        "row": re.findall(r'name="row" value="(\d+)"', html),
    }
    for kind, row, value in re.findall(r'name="(text|code|quantity|reference)\.(\d+)" value="([^"]*)"', html):
        values[f"{kind}.{row}"] = value
    for row in re.findall(r'name="variant\.(\d+)"', html):
        values[f"variant.{row}"] = ""
    return values


def states(html: str) -> list[str]:
    return re.findall(r'<tr class="is-(\w+)">', html)


def test_every_line_is_judged_by_its_own_reason(shop: Shop) -> None:
    company = shop.company()
    person = shop.member(company, "ola@example.com", "orderer")
    shop.add_article("A1", stock="10", price="8")
    shop.add_article("PACK", stock="1000", quantity_multiple=100, minimum_quantity=100)
    shop.add_article("FEW", stock="2")
    shop.add_article("LATER", stock="2", lead_days=5)
    shop.add_article("FREE", price="")
    shop.add_article("GONE")
    Variant.objects.filter(sku="GONE").update(status="discontinued")
    CustomerArticleNumber.objects.create(
        customer=company, variant=shop.variants["A1"], number="OWN-7", number_normalized="OWN7"
    )
    text = f"A1;3\nOWN-7;1\n{shop.variants['A1'].gtin};1\nM-A1;1\nPACK;150\nFEW;3\nLATER;3\nFREE;1\nGONE;1\nNOPE;1\nA1;many"

    judged = judge_lines(shop.buyer(person, company), parse_lines(text).lines)

    assert [line.matched_by for line in judged[:4]] == ["sku", "own", "gtin", "mpn"]
    assert [[refusal.code for refusal in line.refusals] for line in judged] == [
        [], [], [], [], ["quantity_not_multiple"], ["out_of_stock"], [], ["no_price"], ["article_discontinued"],
        ["article_not_found"], ["quantity_unreadable"],
    ]  # fmt: skip
    assert judged[4].nearest == Decimal(200)
    assert [note.code for note in judged[6].notes] == ["part_must_wait"]


def test_300_mixed_lines_are_judged_mended_and_ordered_without_scripts(shop: Shop) -> None:
    client = browser()
    for number in range(20):
        shop.add_article(f"A{number}", stock="100000")
    forms = ["{c}\t{q}", "{q};{c}", "{c} {q}", "{q} x {c}", "{c}"]
    lines = [forms[n % 5].format(c=f"A{n % 20}", q=n % 9 + 1) for n in range(290)]
    lines += [f"UNKNOWN-{n};2" for n in range(9)] + ["A1;-5"]

    page = client.post(url("quick_order"), {"lines": "\n".join(lines)}).content.decode()

    assert states(page) == ["note"] * 290 + ["wrong"] * 10  # each article stands on several lines
    fields = fields_of(page)
    rest = client.post(url("quick_order"), {**fields, "add": "1"})
    wanted = sum(1 if n % 5 == 4 else n % 9 + 1 for n in range(290))
    assert sum(CartLine.objects.values_list("quantity", flat=True)) == wanted
    assert "20 lines are in your cart." in text_of(rest)
    assert states(rest.content.decode()) == ["wrong"] * 10
    client.post(url("quick_order"), {**fields, "add": "1"})  # sent twice by a nervous finger
    assert sum(CartLine.objects.values_list("quantity", flat=True)) == wanted

    mended = fields_of(rest.content.decode())
    rows = mended["row"]
    drops = [row for row in rows if mended[f"code.{row}"].startswith("UNKNOWN")]
    mended["quantity.300"] = "5"
    done = client.post(url("quick_order"), {**mended, "drop": drops, "add": "1"})
    assert done["Location"] == url("cart")
    assert sum(CartLine.objects.values_list("quantity", flat=True)) == wanted + 5


def test_a_number_that_several_makers_use_is_chosen_from(shop: Shop) -> None:
    client = browser()
    first, second = shop.add_article("A1"), shop.add_article("A2")
    Variant.objects.update(mpn="77-10", mpn_normalized="7710")

    page = client.post(url("quick_order"), {"lines": "77-10;4"}).content.decode()

    assert states(page) == ["choose"]
    chosen = client.post(url("quick_order"), {**fields_of(page), "variant.1": str(second.uuid)}).content.decode()
    assert states(chosen) == ["good"]
    client.post(url("quick_order"), {**fields_of(chosen), "variant.1": str(second.uuid), "add": "1"})
    assert CartLine.objects.get().variant == second != first


def test_a_pack_is_mended_by_one_button(shop: Shop) -> None:
    client = browser()
    shop.add_article("PACK", stock="1000", quantity_multiple=100, minimum_quantity=100)
    page = client.post(url("quick_order"), {"lines": "PACK;150"}).content.decode()
    assert 'name="fix" value="1:200"' in page
    assert states(client.post(url("quick_order"), {**fields_of(page), "fix": "1:200"}).content.decode()) == ["good"]


def test_a_file_is_read_and_an_oversized_one_refused(shop: Shop) -> None:
    client = browser()
    shop.add_article("A1")
    file = SimpleUploadedFile("list.csv", "Varenummer;Antall\r\nA1;2\r\n".encode("cp1252"), "text/csv")
    page = client.post(url("quick_order"), {"file": file}).content.decode()
    assert states(page) == ["good"]
    big = SimpleUploadedFile("big.csv", b"A1;1\n" * 1_100_000, "text/csv")
    refused = client.post(url("quick_order"), {"file": big, "lines": "A1;7"})
    assert refused.status_code == 422
    assert "The file is too large. Send at most 5 MB" in text_of(refused)
    assert ">A1;7</textarea>" in refused.content.decode()


def test_an_empty_list_and_one_too_long_are_told(shop: Shop) -> None:
    client = browser()
    assert "Paste at least one article number, or choose a file." in text_of(
        client.post(url("quick_order"), {"lines": " \n "})
    )
    assert "at most 5,000 lines" in text_of(client.post(url("quick_order"), {"lines": "A1\n" * 5001}))


def test_a_spreadsheet_gives_the_same_list_as_pasting_with_references_to_the_cart(shop: Shop) -> None:
    client = browser()
    shop.add_article("A1", stock="100")
    shop.add_article("0012", stock="100")
    rows = [
        ["Order"],
        ["Article no.", "Name", "Quantity", "Reference"],
        ["A1", "x", 3.0, "Site 4"],
        ["0012", "y", 2, None],
    ]
    file = SimpleUploadedFile("list.xlsx", workbook(rows))

    page = client.post(url("quick_order"), {"lines": "A1;1", "file": file}).content.decode()

    assert states(page) == ["good"] * 3
    assert "Reference: Site 4" in page
    assert "“Article no.; Name; Quantity; Reference”" in page
    assert "<q>Order</q>" in page
    client.post(url("quick_order"), {**fields_of(page), "add": "1"})
    lines = CartLine.objects.order_by("position").values_list("variant__sku", "quantity", "reference")
    assert list(lines) == [("A1", 1, ""), ("A1", 3, "Site 4"), ("0012", 2, "")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7", "This file is no list we can read."),
        (b"PK\x03\x04 and nothing more", "This file is no list we can read."),
        (b"", "The file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"A1;1\n" * 5001, "at most 5,000 lines"),
    ],
)
def test_a_file_that_is_no_list_is_told_and_what_was_pasted_stays(shop: Shop, content: bytes, told: str) -> None:
    answer = browser().post(url("quick_order"), {"lines": "A1;7", "file": SimpleUploadedFile("list.xlsx", content)})

    assert answer.status_code == 422
    assert told in text_of(answer)
    assert ">A1;7</textarea>" in answer.content.decode()


def test_a_blank_quantity_beside_others_is_asked_for_and_never_taken_for_one(shop: Shop) -> None:
    client = browser()
    shop.add_article("A1"), shop.add_article("A2")
    page = client.post(url("quick_order"), {"file": SimpleUploadedFile("l.csv", b"SKU;Quantity\nA1;2\nA2;\n")})

    assert states(page.content.decode()) == ["good", "wrong"]
    client.post(url("quick_order"), {**fields_of(page.content.decode()), "add": "1"})
    assert list(CartLine.objects.values_list("variant__sku", "quantity")) == [("A1", 2)]


def test_lines_of_one_article_are_judged_and_put_in_together(shop: Shop) -> None:
    client = browser()
    pack = shop.add_article("PACK", stock="1000", quantity_multiple=100, minimum_quantity=100, price="2")
    shop.add_article("FEW", stock="1000", maximum_quantity=10)
    text = f"PACK;60\n{pack.gtin};40\nFEW;6\nM-FEW;5"

    page = client.post(url("quick_order"), {"lines": text})

    assert states(page.content.decode()) == ["note", "note", "wrong", "wrong"]
    assert "The same article as on line 2: 100 in all, as one line in the cart." in text_of(page)
    assert "The same article as on line 1: 100 in all, as one line in the cart." in text_of(page)
    assert text_of(page).count("At most 10 of this article can be ordered at a time.") == 2
    client.post(url("quick_order"), {**fields_of(page.content.decode()), "add": "1"})
    assert list(CartLine.objects.values_list("variant__sku", "quantity")) == [("PACK", 100)]


def test_mending_one_of_several_lines_makes_their_sum_right(shop: Shop) -> None:
    client = browser()
    shop.add_article("PACK", stock="1000", quantity_multiple=100, minimum_quantity=100)

    page = client.post(url("quick_order"), {"lines": "PACK;60\nPACK;70"}).content.decode()

    assert re.findall(r'name="fix" value="([^"]+)"', page) == ["1:130", "2:140"]
    mended = client.post(url("quick_order"), {**fields_of(page), "fix": "1:130"}).content.decode()
    assert states(mended) == ["note", "note"]


def test_the_amounts_of_repeated_lines_are_those_of_the_cart(shop: Shop) -> None:
    company = shop.company()
    person = shop.member(company, "ola@example.com", "orderer")
    article = shop.add_article("A1", stock="100", price="10")
    Price.objects.create(price_list=shop.price_list, variant=article, amount=Decimal(8), minimum_quantity=10)

    judged = judge_lines(shop.buyer(person, company), parse_lines("A1;6\nA1;4").lines)

    assert [(line.price.unit_price, line.price.net, line.is_leading) for line in judged if line.price] == [
        (8, 80, True),
        (8, 80, False),
    ]


@pytest.fixture
def indexed(shop: Shop, settings, tmp_path) -> Shop:
    settings.SEARCH_ROOT = str(tmp_path)
    for sku in ("SKR-M8-30", "SKR-M8-40", "HAM-1200", "SECRET-77"):
        shop.add_article(sku, stock="100", price="12")
    rebuild_index()
    return shop


def test_a_number_that_names_nothing_offers_the_nearest_and_chooses_none(indexed: Shop) -> None:
    client = browser()

    page = client.post(url("quick_order"), {"lines": "SKR-M8-31;5\nHAN-1200;1\nHAM;1\nNOTHING-AT-ALL;1"})

    html = page.content.decode()
    assert states(html) == ["wrong"] * 4
    assert re.findall(r'name="take" value="([^"]+)"', html) == [
        "1:SKR-M8-30", "1:SKR-M8-40", "2:HAM-1200", "3:HAM-1200",
    ]  # fmt: skip
    offered = re.findall(r'value="2:HAM-1200">(.*?)</button>', html)
    assert [re.sub(r"<[^>]+>|&nbsp;|\s+", " ", one).split()[:6] for one in offered] == [
        ["HAM-1200", "Article", "HAM-1200", "en", "NOK", "15.00"],
    ]
    taken = client.post(url("quick_order"), {**fields_of(html), "take": "2:HAM-1200"}).content.decode()
    assert states(taken) == ["wrong", "good", "wrong", "wrong"]
    client.post(url("quick_order"), {**fields_of(html), "add": "1"})
    assert CartLine.objects.count() == 0


def test_the_nearest_are_of_the_buyers_range_at_the_buyers_price(indexed: Shop) -> None:
    company = indexed.company()
    person = indexed.member(company, "ola@example.com", "orderer")
    assortment = Assortment.objects.create(code="some", names={})
    AssortmentVariant.objects.create(assortment=assortment, variant=indexed.variants["HAM-1200"])
    limit_customer(customer_id=company.pk, assortment_id=assortment.pk)
    CustomerArticleNumber.objects.create(
        customer=company, variant=indexed.variants["HAM-1200"], number="OWN-7", number_normalized="OWN7"
    )
    rebuild_index()

    judged = judge_lines(indexed.buyer(person, company), parse_lines("SECRET-78\nHAM-1201\nOWN-8").lines)

    assert [[(one.article.sku, one.price and one.price.unit_price) for one in line.near] for line in judged] == [
        [], [("HAM-1200", 12)], [("HAM-1200", 12)],
    ]  # fmt: skip


def test_near_numbers_are_looked_for_on_the_first_20_lines_alone(indexed: Shop) -> None:
    page = browser().post(url("quick_order"), {"lines": "\n".join(f"HAM-120{one}" for one in "123456789ABCDEFGHIJKL")})

    assert len(re.findall(r'name="take"', page.content.decode())) == 20
    assert "Near numbers are shown for the first 20 lines that were not found." in text_of(page)


def test_looking_for_near_numbers_costs_the_same_queries_for_1_line_and_for_20(
    indexed: Shop, django_assert_num_queries
) -> None:
    for count in (1, 20):
        lines = parse_lines("\n".join(f"HAM-12{number:02}" for number in range(1, count + 1))).lines
        judge_lines(indexed.visitor(), lines)
        forget()
        with django_assert_num_queries(8):
            judge_lines(indexed.visitor(), lines)


def test_what_a_company_may_not_see_is_not_found(shop: Shop) -> None:
    company = shop.company()
    person = shop.member(company, "ola@example.com", "orderer")
    shop.add_article("A1")
    limit_customer(customer_id=company.pk, assortment_id=Assortment.objects.create(code="none", names={}).pk)
    [line] = judge_lines(shop.buyer(person, company), parse_lines("A1;1").lines)
    assert [refusal.code for refusal in line.refusals] == ["article_not_found"]


def test_judging_costs_the_same_number_of_queries_for_1_line_and_for_50(shop: Shop, django_assert_num_queries) -> None:
    for number in range(50):
        shop.add_article(f"A{number}")
    for count in (1, 50):
        lines = parse_lines("\n".join(f"A{number};1" for number in range(count))).lines
        buyer = shop.visitor()
        judge_lines(buyer, lines)
        forget()
        with django_assert_num_queries(9):
            judge_lines(shop.visitor(), lines)


def test_the_examples_are_articles_the_buyer_may_buy(shop: Shop) -> None:
    empty = browser().get(url("quick_order")).content.decode()
    shop.add_article("A-1")
    page = browser().get(url("quick_order")).content.decode()
    assert ("10452" in empty, "<code>" in empty) == (False, False)
    assert "<code>2 x A-1</code>" in page
