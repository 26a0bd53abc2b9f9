"""The parts of the engine on their own: exact order, exact numbers, alphabets, words."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.collation import collation_key
from truso.modules.search.engine.compounds import Lexicon, lexicons_from_json, lexicons_to_json
from truso.modules.search.engine.ordering import smallest
from truso.modules.search.engine.scale import from_micro, to_micro
from truso.modules.search.engine.stems import stems, without_stop_words
from truso.modules.search.engine.text import query_words


@pytest.mark.parametrize("values", [1, 3, 1000, 10**9])
@pytest.mark.parametrize("count", [1, 24, 700, 5999, 6000, 9000])
def test_the_smallest_are_those_of_a_full_sort(values: int, count: int) -> None:
    rng = np.random.default_rng(values + count)
    keys = [rng.integers(0, values, 6000), rng.random(6000).round(1), rng.permutation(6000)]
    assert smallest(keys, count).tolist() == np.lexsort(keys[::-1])[:count].tolist()


@settings(max_examples=200, deadline=None)
@given(st.decimals(min_value=-(10**12), max_value=10**12, places=6, allow_nan=False))
def test_a_decimal_of_six_places_comes_back_as_it_was(value: Decimal) -> None:
    assert from_micro(to_micro(value)) == value


@pytest.mark.parametrize(
    ("value", "micro"),
    [
        ("0.0000005", 1), ("0.00000049", 0), ("1e-30", 0), ("1e30", 10**18), ("-1e999999", -(10**18)),
        ("NaN", 0), ("sNaN", 0),
        ("Infinity", 10**18), ("-Infinity", -(10**18)), ("1000000000000", 10**18), ("1E+2", 10**8),
    ],
)  # fmt: skip
def test_odd_decimals_become_whole_millionths(value: str, micro: int) -> None:
    assert to_micro(Decimal(value)) == micro


def test_shown_numbers_have_no_exponent() -> None:
    assert [str(from_micro(micro)) for micro in (0, 10**8, 12_500_000, 1)] == ["0", "100", "12.5", "0.000001"]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("nb", ["1 mm", "9 mm", "10 mm", "Bor", "bor M6", "Bor M10", "bord", "Zink", "Ære", "Øks", "Ål"]),
        ("sv", ["Adapter", "Zink", "Ång", "Ärla", "Öra"]),
        ("pl", ["Cal", "Ćma", "Dół", "Las", "Łoś", "Mak", "Zamek", "Źródło", "Żaba"]),
        ("en", ["Éclair", "Eagle", "Zoë"]),
    ],
)
def test_names_are_in_the_order_of_the_language(language: str, names: list[str]) -> None:
    wanted = sorted(names) if language == "en" else names
    wanted = ["Eagle", "Éclair", "Zoë"] if language == "en" else wanted
    assert sorted(reversed(names), key=lambda name: collation_key(name, language)) == wanted


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nb", ["skrue", "skruer", "skruen", "skruene"]), ("nb", ["nøkkel", "nøkler", "nøklene", "nokkel"]),
        ("nb", ["kabel", "kabler", "kabelen"]), ("nb", ["hammer", "hamre", "hammeren"]),
        ("nb", ["rør", "røret", "ror"]),
        ("sv", ["byxa", "byxor", "byxan"]), ("sv", ["nyckel", "nycklar"]), ("sv", ["skruv", "skruvar", "skruven"]),
        ("pl", ["śruba", "śruby", "śrub", "sruby"]), ("pl", ["kabel", "kable", "kabli"]), ("pl", ["kubek", "kubki"]),
        ("en", ["glove", "gloves"]), ("en", ["battery", "batteries"]),
    ],
)  # fmt: skip
def test_forms_of_a_word_share_a_stem(language: str, forms: list[str]) -> None:
    first = set(stems(forms[0], language))
    assert [form for form in forms if not first & set(stems(form, language))] == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("arbeidsbukse", (("arbeids",), "bukse")), ("arbeidsbukser", (("arbeids",), "bukser")), ("bukse", None),
        ("vernesko", (("verne",), "sko")), ("skruetrekkersett", (("skruetrekker", "skrue", "trekker"), "sett")),
        ("isolering", None), ("montering", None), ("treskruer", (("tre",), "skruer")), ("bukse1", None),
    ],
)  # fmt: skip
def test_compounds_open_at_words_of_the_catalog(word: str, parts: tuple[tuple[str, ...], str] | None) -> None:
    text = (
        "bukse hansker skrue tre arbeidsbukse arbeidshansker isolering ring montering sko vernesko vernehansker "
        "skruetrekker trekker treskruer sett"
    )
    lexicon = Lexicon.from_words(text.split(), "nb")
    assert lexicon.parts(word) == parts
    assert lexicons_from_json(lexicons_to_json({"nb": lexicon}))["nb"] == lexicon


def test_only_nordic_compounds_are_opened() -> None:
    assert Lexicon.from_words(["trousers", "work"], "en").parts("worktrousers") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("M6 x 20 mm", ("m6x20",)), ("2,50 mm²", ("2.5mm2",)), ('1/2"', ("1/2in",)),
        ("t-skjorte T-SKJORTE", ("t-skjorte",)),
        (" ".join(f"w{n}" for n in range(40)), tuple(f"w{n}" for n in range(12))), ("", ()), ("?!", ()),
        ("\ud800a", ("a",)),
    ],
)  # fmt: skip
def test_a_query_becomes_words(text: str, words: tuple[str, ...]) -> None:
    assert query_words(text) == words


def test_stop_words_go_unless_they_are_all_there_is() -> None:
    assert without_stop_words(("skrue", "til", "tre"), "nb") == ("skrue", "tre")
    assert without_stop_words(("til",), "nb") == ("til",)
    assert without_stop_words(("til",), "en") == ("til",)


def test_the_engine_does_not_load_django() -> None:
    code = "import sys, truso.modules.search.engine; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_cache_forgets_what_was_used_least_recently() -> None:
    cache: RecentCache[int] = RecentCache(2)
    made: list[str] = []

    def ask(key: str) -> int:
        return cache.get_or_make(key, lambda: made.append(key) or len(made))  # type: ignore[func-returns-value]

    assert [ask(key) for key in ("a", "b", "a", "c", "a", "b")] == [1, 2, 1, 3, 1, 4]
    assert len(cache) == 2


def test_the_cache_keeps_within_its_memory() -> None:
    cache: RecentCache[np.ndarray] = RecentCache(100, most_bytes=1000)
    for size in (400, 500, 600, 5000):
        cache.get_or_make(size, lambda size=size: np.zeros(size, np.uint8))
    assert len(cache) == 1
    cache.get_or_make(10, lambda: np.zeros(10, np.uint8))
    cache.get_or_make(20, lambda: np.zeros(20, np.uint8))
    assert len(cache) == 2
