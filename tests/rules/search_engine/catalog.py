"""Variants for the tests: named ones with sane defaults, and a seeded random catalog."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from truso.modules.search.engine import (
    IndexedText,
    IndexedVariant,
    Replica,
    build_generation,
    new_generation_folder,
    publish,
)

START = datetime(2026, 1, 1, tzinfo=UTC)
LANGUAGES = ("nb", "sv", "pl", "en")
# None of these is the beginning, the end or a slip of the pen of another; no stemmer shortens two to the same.
WORDS = tuple(
    [
        "bolmax",
        "drintok",
        "fulgest",
        "gorvink",
        "hylpoz",
        "jombrit",
        "klodusk",
        "murfand",
        "nepilox",
        "porvast",
        "quimtal",
    ]
)
COLORS, SIZES = ("red", "green", "blue", "black"), ("M4", "M6", "M10", "M12")


def make_variant(variant_id: int, name: str = "", **changes: Any) -> IndexedVariant:
    """Make a variant; `name` and `body` are its words in all languages unless `texts` says otherwise."""
    body = changes.pop("body", "")
    facts: dict[str, Any] = {
        "product_id": variant_id,
        "sku": f"SKU-{variant_id}",
        "gtin": "",
        "mpn": "",
        "texts": {language: IndexedText(name, body) for language in LANGUAGES},
        "category_ids": (),
        "brand_id": 1,
        "tax_class_id": 1,
        "choices": {},
        "numbers": {},
        "assortment_ids": (),
        "popularity": 0.0,
        "published_at": START,
        "stock": Decimal(0),
        "lead_days": 0,
        "prices": {},
    }
    return IndexedVariant(variant_id=variant_id, **(facts | changes))


def in_language(language: str, name: str, body: str = "") -> dict[str, IndexedText]:
    """Return texts in one language only."""
    return {language: IndexedText(name, body)}


def publish_catalog(root: Path, variants: Iterable[IndexedVariant]) -> Replica:
    """Build and publish a generation and open it."""
    publish(root, build_generation(new_generation_folder(root), variants))
    return Replica(root)


def random_variant(rnd: random.Random, variant_id: int, product_id: int) -> IndexedVariant:
    """Make a variant of few words, so that random queries meet it often."""
    texts = {}
    for language in rnd.sample(LANGUAGES, rnd.randint(1, 4)):
        name, body = rnd.sample(WORDS, rnd.randint(1, 2)), rnd.sample(WORDS, rnd.randint(0, 3))
        texts[language] = IndexedText(" ".join(name).capitalize(), " ".join(body))
    leaf = rnd.randint(11, 16)
    numbers = {"length": Decimal(rnd.randrange(0, 60)) / 4} if rnd.random() < 0.7 else {}
    if rnd.random() < 0.5:
        numbers["weight"] = Decimal(rnd.randrange(-3, 9))
    choices = {"color": tuple(rnd.sample(COLORS, rnd.randint(1, 2)))} if rnd.random() < 0.8 else {}
    if rnd.random() < 0.6:
        choices["size"] = (rnd.choice(SIZES),)
    lists = [number for number in (1, 2, 3) if rnd.random() < 0.6]
    return make_variant(
        variant_id,
        product_id=product_id,
        sku=f"S{variant_id:05d}",
        gtin=f"{variant_id:08d}" if rnd.random() < 0.5 else "",
        mpn=f"00-{variant_id % 50}",
        texts=texts,
        category_ids=(leaf, 1 + leaf % 3),
        brand_id=rnd.randint(1, 5),
        tax_class_id=rnd.randint(1, 3),
        choices=choices,
        numbers=numbers,
        assortment_ids=tuple(rnd.sample(range(70, 150, 10), rnd.randint(0, 4))),
        popularity=rnd.choice((0.0, 0.5, 1.0, 2.5)),
        published_at=START + timedelta(days=rnd.randrange(9)),
        stock=Decimal(rnd.choice((0, 0, 1, 5, 7))),
        lead_days=rnd.choice((0, 2, 5, 9, 9999)),
        prices={number: Decimal(rnd.randrange(1, 400)) / 8 for number in lists},
    )


def random_catalog(rnd: random.Random, size: int) -> dict[int, IndexedVariant]:
    """Make variants by id, one to four to a product, products not always in one piece."""
    ids = rnd.sample(range(1, size * 3), size)
    return {variant_id: random_variant(rnd, variant_id, rnd.randint(1, size // 2)) for variant_id in ids}
