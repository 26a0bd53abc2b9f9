"""How text becomes words: measures written in any way meet, and what is typed is cut to a sane size."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from truso.kernel.identifiers import fold

MAX_QUERY_LENGTH = 300
MAX_QUERY_WORDS = 12
MAX_TEXT_LENGTH = 20_000
MAX_WORD_LENGTH = 60
MAX_PIECES = 6

_UNIT_NAMES = {
    "millimeter": "mm", "centimeter": "cm", "meter": "m", "metre": "m", "metr": "m", "metrow": "m", "liter": "l",
    "litre": "l", "litr": "l", "litrow": "l", "watt": "w", "volt": "v", "gram": "g", "kilo": "kg", "tommer": "in",
    "tomme": "in", "tum": "in", "inch": "in", "cal": "in", "cale": "in", "cali": "in", '"': "in", "”": "in", "″": "in",
    "kvm": "m2", "kvmm": "mm2", "sqmm": "mm2", "°c": "c", "°": "grad",
}  # fmt: skip
_UNIT_LIST = (
    "mm mm2 mm3 cm cm2 cm3 dm dm2 dm3 m m2 m3 km mg g kg t ml cl dl l v kv mv a ma ka ah mah w kw mw wh kwh hz khz mhz "
    "ghz bar mbar pa kpa mpa n kn nm db lm lx k c in ohm gb tb mb my µm μm %"
)
_UNITS = _UNIT_LIST.split()
_NUMBER = r"\d+(?:[.,]\d+|/\d+)?"
_UNIT = "(?:" + "|".join(re.escape(u) for u in sorted({*_UNITS, *_UNIT_NAMES}, key=len, reverse=True)) + ")"
_WORD_BEFORE, _WORD_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_TOKEN = re.compile(
    rf"{_WORD_BEFORE}(?P<lead>[^\W\d_]{{0,3}})(?P<sides>{_NUMBER}(?:\s*[x*]\s*{_NUMBER})+)(?:\s*(?P<side_unit>{_UNIT}))?"
    rf"{_WORD_AFTER}"
    rf"|{_WORD_BEFORE}(?P<amount>{_NUMBER})\s*(?P<unit>{_UNIT}){_WORD_AFTER}"
    rf"|(?P<fraction>\d+/\d+){_WORD_AFTER}"
    r"|(?P<word>[^\W_]+(?:[.,]\d+)*(?:['’&+\-][^\W_]+)*)"
)
_SIDE = re.compile(_NUMBER)
_ALPHANUMERIC_PARTS = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
_LETTERS = re.compile(rf"[^\W\d_]{{3,{MAX_WORD_LENGTH}}}")
_SEPARATORS = re.compile(r"['’&+\-]")
_TRAILING_ZEROS = re.compile(r"(\.\d*?)0+$")


class Token(NamedTuple):
    """A word as written (lower case, accents kept) and the parts by which it may be found as well."""

    text: str
    parts: tuple[str, ...] = ()
    is_joined: bool = False

    @property
    def is_letters(self) -> bool:
        return self.text.isalpha()


def _number(text: str) -> str:
    plain = text.replace(",", ".")
    return _TRAILING_ZEROS.sub(r"\1", plain).rstrip(".") if "." in plain else plain


def _sides_token(match: re.Match[str]) -> Token:
    sides = [_number(side) for side in _SIDE.findall(match["sides"])]
    lead, plain = match["lead"], "x".join(sides)
    parts = [lead + sides[0], *sides[1:]]
    if lead:
        parts.append(plain)
    if match["side_unit"]:
        unit = _unit(match["side_unit"])
        parts.extend(side + unit for side in sides)
    return Token(lead + plain, tuple(dict.fromkeys(parts)))


def _unit(text: str) -> str:
    return _UNIT_NAMES.get(text, text).replace("μ", "µ")


@lru_cache(maxsize=200_000)
def _word_token(text: str) -> Token:
    if text.isalpha():
        return Token(text[:MAX_WORD_LENGTH])
    pieces = [piece for piece in _SEPARATORS.split(text) if piece]
    if len(pieces) > 1:
        joined = "".join(pieces)[:MAX_WORD_LENGTH]
        return Token(joined, tuple(piece[:MAX_WORD_LENGTH] for piece in pieces[:MAX_PIECES]), is_joined=True)
    plain = _number(text) if text[0].isdigit() and not text.isalnum() else text.replace(",", ".")
    mixed = _ALPHANUMERIC_PARTS.findall(plain) if any(c.isdigit() for c in plain) else ()
    return Token(plain[:MAX_WORD_LENGTH], tuple(mixed) if len(mixed) > 1 else ())


def clean(text: str) -> str:
    """Return the text without halves of characters, which no encoding takes."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def tokenize(text: str) -> list[Token]:
    """Return the words of a text in order; `M6 x 20`, `m6×20` and `M6x20` give the same word, as do `8 mm`, `8mm`."""
    plain = unicodedata.normalize("NFKC", clean(text[:MAX_TEXT_LENGTH])).lower().replace("×", "x")
    tokens = []
    for match in _TOKEN.finditer(plain):
        if match.lastgroup == "word":
            tokens.append(_word_token(match["word"]))
        elif match["sides"]:
            tokens.append(_sides_token(match))
        elif match["amount"]:
            amount, unit = _number(match["amount"]), _unit(match["unit"])
            tokens.append(Token(amount + unit, (amount, unit)))
        else:
            tokens.append(Token(match["fraction"], ()))
    return tokens


def lexicon_words(text: str) -> set[str]:
    """Return the words of letters alone, of three or more, as the lexicon of compounds collects them."""
    return set(_LETTERS.findall(unicodedata.normalize("NFKC", clean(text[:MAX_TEXT_LENGTH])).lower()))


@lru_cache(maxsize=256)
def index_tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text, with a short word and the number after it joined too (`DIN 933` is also din933).

    The latest are kept: where a language has no words of its own it shows another's, and the same text comes again.
    """
    tokens = tokenize(text)
    for left, right in list(pairwise(tokens)):
        if len(left.text) <= 4 and left.is_letters and right.text.isdigit():
            tokens.append(Token("", (left.text + right.text,)))
    return tuple(tokens)


@lru_cache(maxsize=4096)
def query_words(text: str) -> tuple[str, ...]:
    """Return the words to search for: at most twelve of the first 300 characters, each once.

    A word joined of several keeps a hyphen between them: it may be met joined or in pieces (`t-skjorte`).
    """
    words: dict[str, None] = {}
    for token in tokenize(text[:MAX_QUERY_LENGTH]):
        word = "-".join(token.parts) if token.is_joined else token.text
        if fold(word):
            words.setdefault(word)
    return tuple(words)[:MAX_QUERY_WORDS]
