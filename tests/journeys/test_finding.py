"""A visitor finds an article by a word, its number and its GTIN, narrows a list, and sees what it costs."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from playwright.sync_api import expect

from tests.factories import LANGUAGES, Shop, open_shop, texts
from tests.journeys.settings import Setting, browsers
from truso.modules.catalog.models import Attribute, FamilyAttribute
from truso.modules.search.operations import rebuild_index

STEELS = [{"code": code, "names": dict.fromkeys(LANGUAGES, code.upper())} for code in ("a2", "a4")]


def shop_with_bolts() -> Shop:
    """Six bolts of two steels and four lengths, and a hammer."""
    with transaction.atomic():
        shop = open_shop()
        shop.market.languages = list(LANGUAGES)
        shop.market.save()
        for position, fields in enumerate(
            ({"code": "steel", "type": "choice", "choices": STEELS}, {"code": "length", "type": "number", "unit": "mm"})
        ):
            attribute = Attribute.objects.create(names=texts(str(fields["code"])), **fields)
            FamilyAttribute.objects.create(family=shop.family, attribute=attribute, position=position, is_column=True)
        for steel in ("a2", "a4"):
            for length in (20, 30, 40):
                shop.add_article(f"B{steel}{length}", price=str(length), attributes={"steel": steel, "length": length})
        shop.add_article("HAMMER", price="159.20", attributes={})
    rebuild_index()
    return shop


@browsers(5, 6)
def test_a_word_a_number_or_a_gtin_finds_it_and_filters_narrow_the_list(visit: Any, setting: Setting) -> None:
    shop = shop_with_bolts()
    hammer = shop.variants["HAMMER"]
    guest = visit(setting)
    page = guest.page
    for words in ("hammer", "HAMMER", hammer.gtin, "M-HAMMER"):
        guest.open("")
        page.fill("header [name=q]", words)
        with page.expect_navigation():
            page.press("header [name=q]", "Enter")
        if "/search/" in page.url:  # an exact number may lead straight to the article
            guest.send("a[href*='/p/hammer-']")
        assert "/p/hammer-" in page.url
    assert guest.money("199.00") in guest.text()
    assert guest.says("incl. VAT") in guest.text()
    assert hammer.gtin in guest.text()

    guest.open("c/goods/?view=table")
    assert page.locator("table.articles tbody tr").count() == 7
    if setting.width < 1024:
        page.click("details.facets > summary")
    page.check("[name='a.steel'][value=a4]")
    if not setting.scripts:
        page.click("form:has([name='a.steel']) button[type=submit]")
    page.wait_for_url("**a.steel=a4**")
    page.wait_for_function(
        "document.querySelectorAll('table.articles tbody tr').length == 3"
    ) if setting.scripts else None
    assert page.locator("table.articles tbody tr").count() == 3
    guest.open("c/goods/?view=table&a.steel=a4&min.length=25&max.length=35")
    assert page.locator("table.articles tbody td.cell-number").all_inner_texts() == ["Ba430"]
    guest.fits()


CAMERA = """
window.BarcodeDetector = class {
  static async getSupportedFormats() { return ["ean_13", "code_128"]; }
  async detect() { return window.held ? [{ rawValue: window.held }] : []; }
};
const canvas = document.createElement("canvas");
canvas.getContext("2d");
navigator.mediaDevices.getUserMedia = async () => { if (window.refused) throw new DOMException("no", "NotAllowedError"); return canvas.captureStream(5); };
"""


def test_numbers_found_while_typing_and_scanned_become_lines(visit: Any) -> None:
    """The browser's own reader of codes is stood in for; what is done with what it reads is ours."""
    shop = shop_with_bolts()
    guest = visit(Setting(True, 390, "light", "en"))
    page = guest.page
    page.add_init_script(CAMERA)
    guest.open("quick-order/")
    page.type("#quick-find", "hammer")
    page.wait_for_selector("[data-pick]")
    page.press("#quick-find", "Enter")
    assert page.input_value("#lines") == "HAMMER\t1"
    assert page.input_value("#quick-find") == ""

    page.click("[data-scan]")
    page.evaluate(f"window.held = '{shop.variants['HAMMER'].gtin}'")
    expect(page.locator("#lines")).to_have_value(f"HAMMER\t1\n{shop.variants['HAMMER'].gtin}\t1")
    page.wait_for_timeout(600)  # held before the camera it counts once
    page.click("#scan [data-close]")
    assert page.input_value("#lines").split("\n") == ["HAMMER\t1", f"{shop.variants['HAMMER'].gtin}\t1"]
    page.click("main form button[type=submit]")
    page.wait_for_selector(".quick-table")
    assert page.locator("tr.is-wrong").count() == 0

    guest.open("quick-order/")
    page.evaluate("window.refused = true")
    page.click("[data-scan]")
    expect(page.locator("[data-quick-told]")).to_contain_text("camera")


def test_a_heart_in_a_list_fills_and_the_list_stays(visit: Any) -> None:
    shop = shop_with_bolts()
    with transaction.atomic():
        person = shop.consumer()
    for scripts in (True, False):
        guest = visit(Setting(scripts, 390, "light", "en"), person)
        page = guest.page
        guest.open("c/goods/?view=grid")
        cards = page.locator(".product-card").count()
        page.click(".product-card .heart button >> nth=0")
        expect(page.locator(".product-card .heart button").first).to_have_attribute(
            "aria-pressed", str(scripts).lower()
        )
        assert page.locator(".product-card").count() == cards > 1
