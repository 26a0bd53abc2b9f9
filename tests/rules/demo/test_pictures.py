"""The demo's pictures: each kind draws, each picture of the catalog is whole, and nothing is left to chance."""

from __future__ import annotations

import re

import pytest
from defusedxml.ElementTree import fromstring

from demo.catalog import build_catalog
from demo.catalog.texts import same
from demo.catalog.values import PictureSpec
from demo.people import STAFF
from demo.pictures import KINDS, draw, draw_mark, size_of

CATALOG = build_catalog()
SVG = "{http://www.w3.org/2000/svg}"
NOT_IN_CATALOG = {"hero_consumer", "hero_trade", "banner_workwear", "logo", "person"}


def specs() -> list[PictureSpec]:
    products = [
        spec
        for p in CATALOG.products
        for spec in (p.picture, *p.more_pictures, *(v.picture for v in p.variants if v.picture))
    ]
    return [*products, *(c.picture for c in CATALOG.categories), *(g.picture for g in CATALOG.size_guides)]


def test_there_are_enough_kinds() -> None:
    assert len(KINDS) >= 35


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_draws_a_picture_of_its_size(kind: str) -> None:
    params = (("a", "hammer"),) if kind == "category" else ()
    root = fromstring(draw(PictureSpec(kind, params, same("Name & <sign>"))))
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {size_of(kind)[0]} {size_of(kind)[1]}"
    assert root.get("aria-label") == "Name & <sign>"
    assert sum(1 for element in root.iter() if element.tag in {f"{SVG}path", f"{SVG}rect", f"{SVG}ellipse"}) >= 5


def test_every_kind_is_used() -> None:
    used = {spec.kind for spec in specs()} | {member.portrait.kind for member in STAFF}
    assert set(KINDS) - used == NOT_IN_CATALOG - {"person"}


def test_every_picture_of_the_catalog_is_whole() -> None:
    for spec in specs():
        svg = draw(spec)
        root = fromstring(svg)
        assert not root.findall(f".//{SVG}text"), spec
        assert "nan" not in re.sub(r'aria-label="[^"]*"|<title>[^<]*</title>', "", svg), spec
        assert "inf" not in re.sub(r'aria-label="[^"]*"|<title>[^<]*</title>', "", svg), spec
        used = set(re.findall(r"url\(#(\w+)\)", svg))
        assert used <= set(re.findall(r' id="(\w+)"', svg)), spec


def test_a_picture_is_the_same_every_time() -> None:
    spec = CATALOG.products[0].variants[5].picture
    assert spec is not None
    assert draw(spec) == draw(spec)


def test_color_and_length_show_in_the_picture() -> None:
    def path(**params: str | float) -> str:
        return draw(PictureSpec("hex_bolt", tuple(sorted(params.items())), same("Bolt")))

    assert path(l=30) != path(l=60)
    red = draw(PictureSpec("jacket", (("color", "#b22f45"),), same("Jacket")))
    assert "#b22f45" in red


def test_two_pictures_on_a_page_do_not_share_ids() -> None:
    first, second = (draw(spec) for spec in specs()[:2])
    assert not set(re.findall(r' id="(\w+)"', first)) & set(re.findall(r' id="(\w+)"', second))


def test_the_mark_has_no_ground() -> None:
    spec = PictureSpec("logo", (), same("Nordhavn Handel"))
    assert 'fill="#f7f5f1"' in draw(spec)
    assert 'fill="#f7f5f1"' not in draw_mark(spec)
