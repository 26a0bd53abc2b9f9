"""What buyers type finds what merchants write: stems, compounds, measures, letters, beginnings and slips of the pen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from truso.modules.search.engine import IndexedText, Replica, SearchQuery

from .catalog import in_language, make_variant, publish_catalog

NAMES = {
    "nb": {
        1: "Arbeidsbukse med knelomme", 2: "Skruetrekker stjerne", 3: "Treskrue M6x20 elforzinket",
        4: "Rør 22 mm kobber", 5: "Kabel PFXP 3x2,5 mm² hvit", 6: "Vernesko S3", 7: "Nøkkelsett 12 deler",
        8: "Spikerpistol", 9: "Maling innendørs hvit", 10: "Bukse til maler", 11: "Arbeidshansker vinter",
        12: "Hansker av skinn", 13: "Isolering 100 mm", 14: "Ring for rør", 15: "Nøkkel 17 mm",
    },
    "sv": {
        1: "Arbetsbyxor med knäfickor", 2: "Skruvmejsel stjärna", 3: "Träskruv M6 x 20", 4: "Kopparrör 22 mm",
        5: "Nyckelsats", 6: "Skyddshandskar", 7: "Byxor i bomull", 8: "Handskar", 9: "Mejsel", 10: "Ställbar nyckel",
    },
    "pl": {
        1: "Spodnie robocze czarne", 2: "Wkrętak krzyżakowy", 3: "Śruby ocynkowane M6×20", 4: "Rękawice ochronne",
        5: "Kabel miedziany 2,5 mm²", 6: "Łożysko kulkowe", 7: "Farba wewnętrzna biała 10 l",
    },
    "en": {
        1: "Work trousers with knee pockets", 2: "Screwdriver, cross", 3: "Wood screws M6x20", 4: "Leather gloves",
        5: "Rechargeable batteries 9 V", 6: 'Ball valve 1/2"', 7: "T-shirt cotton", 8: "Hex bolt DIN 933",
    },
}  # fmt: skip

FINDS = [
    ("nb", "bukse", {1, 10}), ("nb", "bukser", {1, 10}), ("nb", "arbeidsbukser", {1}), ("nb", "buksen", {1, 10}),
    ("nb", "trekker", {2}), ("nb", "skruetrekkere", {2}), ("nb", "skrue", {2, 3}),
    ("nb", "skruer", {3}), ("nb", "treskruer", {3}), ("nb", "hanske", {11, 12}), ("nb", "hansker vinter", {11}),
    ("nb", "ror", {4, 14}), ("nb", "rør", {4, 14}), ("nb", "RØRET", {4, 14}), ("nb", "kobberror", {4}),
    ("nb", "kabler", {5}), ("nb", "nøkler", {7, 15}), ("nb", "nokkel", {7, 15}), ("nb", "nøkkelsett", {7}),
    ("nb", "spiker", {8}),
    ("nb", "ring", {14}), ("nb", "sko", {6}), ("nb", "arbeid", {1, 11}), ("nb", "arb", {1, 11}),
    ("nb", "hvit maling", {9}), ("nb", "maling til innendørs", {9}),
    ("sv", "byxa", {1, 7}), ("sv", "byxor", {1, 7}), ("sv", "skruv", {2, 3}), ("sv", "skruvar", {2, 3}),
    ("sv", "mejsel", {2, 9}), ("sv", "traskruv", {3}), ("sv", "rör", {4}), ("sv", "nycklar", {5, 10}),
    ("sv", "handske", {6, 8}), ("sv", "handskar skydd", {6}), ("sv", "arbetsbyxa", {1}), ("sv", "knaficka", {1}),
    ("pl", "śruba", {3}), ("pl", "sruba", {3}), ("pl", "śrubami", {3}), ("pl", "wkrętaki", {2}), ("pl", "wkretak", {2}),
    ("pl", "rękawica", {4}), ("pl", "rekawice", {4}), ("pl", "kable", {5}), ("pl", "łożyska", {6}),
    ("pl", "lozysko", {6}), ("pl", "robocza", {1}), ("pl", "spodnie do robocze", {1}),
    ("en", "screw", {2, 3}), ("en", "screws wood", {3}), ("en", "glove", {4}), ("en", "battery", {5}),
    ("en", "trouser", {1}), ("en", "t-shirts", {7}), ("en", "tshirt", {7}), ("en", "bolts", {8}),
]  # fmt: skip

SAME = [
    ("M6x20", "M6 x 20"), ("M6x20", "m6×20"), ("M6x20", "M6 X 20 mm"), ("8 mm", "8mm"), ("2,5 mm²", "2.5mm2"),
    ("2,50 mm²", "2,5 mm2"), ("3x2,5 mm²", "3 x 2.5mm²"), ('1/2"', '1/2 "'), ("1/2 tommer", '1/2"'),
    ("DIN 933", "din933"), ("230 V", "230v"), ("10 liter", "10 l"), ("10 watt", "10W"), ("Ø12", "ø 12"),
    ("e-post", "epost"), ("100 %", "100%"),
]  # fmt: skip


@pytest.fixture(scope="module")
def replicas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Replica]:
    return {
        language: publish_catalog(
            tmp_path_factory.mktemp(language),
            [make_variant(n, texts=in_language(language, name)) for n, name in names.items()],
        )
        for language, names in NAMES.items()
    }


def found(replica: Replica, text: str, language: str = "nb", **more: object) -> set[int]:
    page = replica.search(replace(SearchQuery(language=language, text=text, limit=100), **more))  # type: ignore[arg-type]
    return {hit.variant_id for hit in page.hits}


@pytest.mark.parametrize(("language", "text", "wanted"), FINDS)
def test_words_find_their_goods(replicas: dict[str, Replica], language: str, text: str, wanted: set[int]) -> None:
    page = replicas[language].search(SearchQuery(language=language, text=text))
    assert ({hit.variant_id for hit in page.hits}, page.corrected_text) == (wanted, "")


@pytest.mark.parametrize(("written", "typed"), SAME)
def test_measures_meet_however_they_are_written(tmp_path: Path, written: str, typed: str) -> None:
    replica = publish_catalog(tmp_path, [make_variant(1, f"Vare {written} blank"), make_variant(2, "Vare blank")])
    assert found(replica, typed) == {1}
    other = publish_catalog(tmp_path, [make_variant(1, f"Vare {typed} blank"), make_variant(2, "Vare blank")])
    assert found(other, written) == {1}


@pytest.mark.parametrize("text", ["M6x25", "M60x20", "9 mm", "2,6 mm²"])
def test_another_measure_is_not_found_and_not_corrected(tmp_path: Path, text: str) -> None:
    replica = publish_catalog(tmp_path, [make_variant(1, "M6x20 8 mm 2,5 mm²")])
    page = replica.search(SearchQuery(language="nb", text=text))
    assert (page.total, page.corrected_text) == (0, "")


def test_a_compound_finds_its_parts_apart(tmp_path: Path) -> None:
    names = {1: "Bukse for arbeid ute", 2: "Bukse", 3: "Arbeidsbukse"}
    replica = publish_catalog(tmp_path, [make_variant(n, texts=in_language("nb", name)) for n, name in names.items()])
    page = replica.search(SearchQuery(language="nb", text="arbeidsbukse"))
    assert [hit.variant_id for hit in page.hits] == [3, 1]


def test_the_askers_language_comes_first_and_the_others_follow(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path,
        [
            make_variant(1, texts={"nb": IndexedText("Hammer"), "en": IndexedText("Mallet", "like a hammer")}),
            make_variant(2, texts={"en": IndexedText("Hammer")}),
            make_variant(3, texts={"sv": IndexedText("Slägga"), "nb": IndexedText("Slegge")}),
        ],
    )
    order = lambda language, text: [  # noqa: E731
        hit.variant_id for hit in replica.search(SearchQuery(language=language, text=text)).hits
    ]
    assert order("en", "hammer") == [2, 1]
    assert order("nb", "hammer") == [1, 2]
    assert order("pl", "slägga") == [3]


def test_a_better_place_ranks_higher(tmp_path: Path) -> None:
    names = {
        1: ("Pose", "til skrue"),
        2: ("Skruetrekker", ""),
        3: ("Skrue", ""),
        4: ("Treskrue", ""),
        5: ("Skruer", ""),
    }
    variants = [
        make_variant(n, texts=in_language("nb", name, body), popularity=float(n == 1))
        for n, (name, body) in names.items()
    ]
    page = publish_catalog(tmp_path, variants).search(SearchQuery(language="nb", text="skrue"))
    assert [hit.variant_id for hit in page.hits] == [3, 5, 4, 2, 1]


def test_popularity_decides_between_equals(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path, [make_variant(n, "Drill", popularity=p) for n, p in ((1, 1.0), (2, 3.0), (3, 1.0))]
    )
    page = replica.search(SearchQuery(language="en", text="drill"))
    assert [hit.variant_id for hit in page.hits] == [2, 1, 3]


def test_the_last_word_may_be_half_typed_the_others_not(replicas: dict[str, Replica]) -> None:
    assert found(replicas["nb"], "maling innen") == {9}
    assert found(replicas["en"], "knee trous", "en") == {1}
    assert found(replicas["en"], "trous knee", "en", limit=1) == {1}  # no row has both; any word finds knee


def test_any_word_is_enough_when_no_goods_have_all(replicas: dict[str, Replica]) -> None:
    page = replicas["en"].search(SearchQuery(language="en", text="leather qwerty12 cotton gloves"))
    assert [hit.variant_id for hit in page.hits] == [4, 7]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "qwerty12 8", "qwerty 1 a"])
def test_a_number_or_a_letter_is_not_enough_when_no_goods_have_all(replicas: dict[str, Replica], text: str) -> None:
    assert found(replicas["en"], text, "en") == set()


MISSPELT = [
    ("nb", "skruetrekkre", {2}, "skruetrekker"), ("nb", "mailng", {9}, "maling"),
    ("nb", "skrutrekker", {2}, "skruetrekker"),
    ("nb", "spkerpistol", {8}, "spikerpistol"),
    ("nb", "hvit malimg", {9}, "hvit maling"), ("nb", "vernesco", {6}, "vernesko"), ("nb", "kobbber", {4}, "kobber"),
    ("sv", "stjjärna", {2}, "stjärna"), ("sv", "boxull", {7}, "bomull"), ("pl", "lozyskko", {6}, "łożysko"),
    ("pl", "wkrętzk", {2}, "wkrętak"), ("en", "batterise", {5}, "batteries"),
    ("en", "lether gloves", {4}, "leather gloves"),
    ("nb", "skuretrekkre", {2}, "skruetrekker"), ("nb", "vrenseko", {6}, "vernesko"), ("en", "baterise", {5}, "batteries"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted", "corrected"), MISSPELT)
def test_a_slip_or_two_of_the_pen_are_put_right_and_said(
    replicas: dict[str, Replica], language: str, text: str, wanted: set[int], corrected: str | None
) -> None:
    page = replicas[language].search(SearchQuery(language=language, text=text))
    assert ({hit.variant_id for hit in page.hits}, page.corrected_text) == (wanted, corrected or "")


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("nb", "skr", ("skruetrekker",)), ("nb", "rø", ("rør",)), ("nb", "hvit mal", ("hvit maling",)),
        ("pl", "lo", ("łożysko",)), ("en", "bat", ("batteries",)),
        ("nb", "arbeids", ("arbeidsbukse", "arbeidshansker")),
        ("nb", "", ()), ("nb", "zzz", ()), ("nb", "%&", ()), ("nb", "a", ()),
    ],
)  # fmt: skip
def test_completions_are_words_of_the_catalog(
    replicas: dict[str, Replica], language: str, text: str, wanted: tuple[str, ...]
) -> None:
    assert replicas[language].suggest(text, language, 5, SearchQuery(language=language)).terms == wanted


def test_suggested_products_are_one_per_product(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, [make_variant(n, "Hammer", product_id=1 + n // 3) for n in range(1, 6)])
    suggestions = replica.suggest("ham", "nb", 5, SearchQuery(language="nb", offset=3, sort="price"))
    assert [(hit.product_id, hit.variants) for hit in suggestions.products] == [(1, 2), (2, 3)]


@pytest.fixture
def only(tmp_path: Path) -> Callable[[str], Replica]:
    return lambda name: publish_catalog(tmp_path, [make_variant(1, texts=in_language("nb", name))])


@pytest.mark.parametrize(
    ("name", "text"),
    [("Arbeidsbukse", "bukse"), ("Skruetrekker", "trekker"), ("Arbeidsbukser", "bukser"), ("Malerpensel", "pensel")],
)
def test_a_compound_is_found_by_its_tail_even_when_the_catalog_has_no_such_word(
    only: Callable[[str], Replica], name: str, text: str
) -> None:
    assert found(only(name), text) == {1}
