"""Quick order: a list judged line by line, mended in place, its good lines put into the cart once."""

from __future__ import annotations

import re
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories import Shop
from tests.storefront.shopping import browser, hidden, text_of, url
from truso.modules.cart.judging import judge_lines
from truso.modules.cart.models import CartLine
from truso.modules.cart.quick_order import parse_lines
from truso.modules.catalog.models import CustomerArticleNumber, Variant


def fields_of(html: str) -> dict[str, object]:
    """Return the fields of the judged form as a browser would send them."""
    values: dict[str, object] = {
        "judged": "1",
        "key": hidden(html, "key"),
        "row": re.findall(r'name="row" value="(\d+)"', html),
    }
    for kind, row, value in re.findall(r'name="(text|code|quantity)\.(\d+)" value="([^"]*)"', html):
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

    assert states(page) == ["good"] * 290 + ["wrong"] * 10
    fields = fields_of(page)
    rest = client.post(url("quick_order"), {**fields, "add": "1"})
    wanted = sum(1 if n % 5 == 4 else n % 9 + 1 for n in range(290))
    assert sum(CartLine.objects.values_list("quantity", flat=True)) == wanted
    assert "290 lines are in your cart." in text_of(rest)
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
    big = SimpleUploadedFile("big.csv", b"A1;1\n" * 250_000, "text/csv")
    refused = client.post(url("quick_order"), {"file": big})
    assert refused.status_code == 422
    assert "The file is too large." in text_of(refused)


def test_an_empty_list_and_one_too_long_are_told(shop: Shop) -> None:
    client = browser()
    assert "Paste at least one article number." in text_of(client.post(url("quick_order"), {"lines": " \n "}))
    assert "at most 5,000 lines" in text_of(client.post(url("quick_order"), {"lines": "A1\n" * 5001}))


def test_what_a_company_may_not_see_is_not_found(shop: Shop) -> None:
    from truso.modules.catalog.models import Assortment
    from truso.modules.catalog.operations import limit_customer

    company = shop.company()
    person = shop.member(company, "ola@example.com", "orderer")
    shop.add_article("A1")
    limit_customer(customer_id=company.pk, assortment_id=Assortment.objects.create(code="none", names={}).pk)
    [line] = judge_lines(shop.buyer(person, company), parse_lines("A1;1").lines)
    assert [refusal.code for refusal in line.refusals] == ["article_not_found"]


def test_judging_costs_the_same_number_of_queries_for_1_line_and_for_50(shop: Shop, django_assert_num_queries) -> None:
    from truso.platform.shortlived import forget

    for number in range(50):
        shop.add_article(f"A{number}")
    for count in (1, 50):
        lines = parse_lines("\n".join(f"A{number};1" for number in range(count))).lines
        buyer = shop.visitor()
        judge_lines(buyer, lines)
        forget()
        with django_assert_num_queries(9):
            judge_lines(shop.visitor(), lines)
