"""Rows of a generated catalog: 20 families of 10 attributes, 300 categories, 200 brands, every fifth product in 3 variants."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from bench.shop.words import ADJECTIVES, KINDS, LANGUAGES, make_words
from truso.kernel.identifiers import gtin_check_digit, normalize_code, slugify

PUBLISHED = datetime(2025, 1, 1, tzinfo=UTC)
BRANDS, TOPS, LEAVES, NUMBERS_PER_FAMILY, CHOICES_PER_FAMILY = 200, 20, 14, 4, 6
MATERIALS = ("steel", "brass", "oak", "nylon", "leather", "cotton", "rubber", "glass")


def uuid_of(rnd: random.Random) -> UUID:
    """Return an identity that is the same every time."""
    return UUID(int=rnd.getrandbits(128), version=4)


def in_all(words: tuple[str, ...]) -> dict[str, str]:
    """Return words of four languages by language."""
    return dict(zip(LANGUAGES, words, strict=True))


@dataclass(frozen=True, slots=True)
class Goods:
    """Rows by table, each a tuple of the columns named in `COLUMNS`."""

    size: int
    rnd: random.Random

    def brands(self) -> Iterator[tuple[Any, ...]]:
        """Yield 200 brands."""
        for key, word in enumerate(make_words(random.Random(1), BRANDS), start=1):
            yield key, word, word.title(), "{}"

    def attributes(self) -> Iterator[tuple[Any, ...]]:
        """Yield 10 attributes per family: 4 numbers, 6 choices."""
        for family in range(20):
            for place in range(NUMBERS_PER_FAMILY + CHOICES_PER_FAMILY):
                is_number = place < NUMBERS_PER_FAMILY
                choices = [
                    {"code": one, "names": {code: f"{one} {code}" for code in LANGUAGES}}
                    for one in MATERIALS[: 3 + place % 6]
                ]
                yield (
                    attribute_id(family, place), f"f{family}-a{place}", "number" if is_number else "choice",
                    json.dumps({code: f"Property {place} {code}" for code in LANGUAGES}), "mm" if is_number else "", 1 if is_number else 0,
                    "[]" if is_number else json.dumps(choices),
                )  # fmt: skip

    def families(self) -> Iterator[tuple[Any, ...]]:
        """Yield 20 families."""
        for family in range(20):
            yield family + 1, f"family-{family}", json.dumps(in_all(KINDS[family]))

    def family_attributes(self) -> Iterator[tuple[Any, ...]]:
        """Yield what describes each family; the first number tells variants apart."""
        for family in range(20):
            for place in range(NUMBERS_PER_FAMILY + CHOICES_PER_FAMILY):
                key = attribute_id(family, place)
                yield key, family + 1, key, place, False, place == 0, True, place in (0, 1, 4)

    def categories(self) -> Iterator[tuple[Any, ...]]:
        """Yield 20 top categories with 14 below each."""
        for top in range(TOPS):
            key = top + 1
            yield self._category(key, None, [key], top, f"top-{top}", KINDS[top])
        for leaf in range(TOPS * LEAVES):
            top, key = leaf % TOPS, TOPS + leaf + 1
            words = tuple(f"{kind} {leaf // TOPS}" for kind in KINDS[top])
            yield self._category(key, top + 1, [top + 1, key], leaf, f"leaf-{leaf}", words)

    def _category(
        self, key: int, parent: int | None, path: list[int], place: int, code: str, words: tuple[str, ...]
    ) -> tuple[Any, ...]:
        slugs = {language: slugify(f"{word}-{code}") for language, word in in_all(words).items()}
        return key, code, parent, path, place, path[0], json.dumps(in_all(words)), json.dumps(slugs), "{}", True

    def products(self) -> Iterator[Product]:
        """Yield every product."""
        variant = 0
        for key in range(1, self.size + 1):
            product = Product(key, variant + 1, 3 if key % 5 == 0 else 1)
            variant += product.variants
            yield product


def attribute_id(family: int, place: int) -> int:
    """Return the key of a family's attribute."""
    return family * (NUMBERS_PER_FAMILY + CHOICES_PER_FAMILY) + place + 1


@dataclass(frozen=True, slots=True)
class Product:
    """One product: everything of it follows from its key."""

    key: int
    first_variant: int
    variants: int

    @property
    def leaf(self) -> int:
        return self.key * 7919 % (TOPS * LEAVES)

    @property
    def brand(self) -> int:
        return self.key * 31 % BRANDS + 1

    @property
    def family(self) -> int:
        return self.leaf % TOPS

    def skus(self) -> list[str]:
        """Return the article numbers."""
        return [f"{100_000 + self.first_variant + place}" for place in range(self.variants)]

    def slug(self, language: str) -> str:
        """Return the address in a language."""
        return slugify(f"{self._names()[language]}-{self.key}")[:140]

    def _names(self) -> dict[str, str]:
        kind, first, second = KINDS[self.family], ADJECTIVES[self.key % 16], ADJECTIVES[self.key // 16 % 16]
        return {
            language: f"{kind[place]} {first[place]} {second[place]} {self.key % 997}"
            for place, language in enumerate(LANGUAGES)
        }

    def row(self, rnd: random.Random) -> tuple[Any, ...]:
        """Return the product's columns."""
        numbers = {f"f{self.family}-a{place}": str(rnd.randint(1, 60)) for place in range(1, NUMBERS_PER_FAMILY)}
        choices = {
            f"f{self.family}-a{place}": MATERIALS[rnd.randrange(3 + place % 6)]
            for place in range(NUMBERS_PER_FAMILY, NUMBERS_PER_FAMILY + CHOICES_PER_FAMILY)
        }
        return (
            self.key, uuid_of(rnd), f"product-{self.key}", self.family + 1, TOPS + self.leaf + 1, self.brand, 1, "active",
            json.dumps({**numbers, **choices}), PUBLISHED, PUBLISHED,
        )  # fmt: skip

    def texts(self, rnd: random.Random, fillers: list[str]) -> Iterator[tuple[Any, ...]]:
        """Yield the words in every language."""
        for place, language in enumerate(LANGUAGES):
            words = " ".join(rnd.choices(fillers, k=20))
            key = (self.key - 1) * len(LANGUAGES) + place + 1
            yield key, self.key, language, self._names()[language], self.slug(language), words[:60], words

    def variant_rows(self, rnd: random.Random) -> Iterator[tuple[Any, ...]]:
        """Yield the articles' columns."""
        for place, sku in enumerate(self.skus()):
            key = self.first_variant + place
            body = f"20{key:010d}"
            labels = in_all((f"{place * 10 + 10} mm",) * 4) if self.variants > 1 else {}
            yield (
                key, uuid_of(rnd), self.key, sku, normalize_code(sku), body + gtin_check_digit(body), f"M-{sku}", normalize_code(f"M-{sku}"),
                json.dumps({f"f{self.family}-a0": str(place * 10 + 10)}), json.dumps(labels), "active", place, "C62", 1, 1, 1, 1, "{}",
                "0.25", True, 5, rnd.randint(0, 10_000),
            )  # fmt: skip
