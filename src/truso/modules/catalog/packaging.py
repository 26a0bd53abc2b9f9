"""How articles are packed: levels with their factor, the smallest of which is the article's pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext, gettext_noop

from truso.kernel.identifiers import is_valid_gtin, normalize_code
from truso.kernel.refusals import Refusal, Refused
from truso.kernel.texts import LANGUAGES
from truso.kernel.value import Value
from truso.modules.catalog.models import PackagingLevel, Variant
from truso.modules.catalog.operations import announce_products

# UN/ECE Recommendation 21, the kinds goods of this trade are packed in.
KINDS = {
    "PK": gettext_noop("Package"),
    "BG": gettext_noop("Bag"),
    "BX": gettext_noop("Box"),
    "CT": gettext_noop("Carton"),
    "CS": gettext_noop("Case"),
    "BE": gettext_noop("Bundle"),
    "RO": gettext_noop("Roll"),
    "RL": gettext_noop("Reel"),
    "CA": gettext_noop("Can"),
    "BO": gettext_noop("Bottle"),
    "DR": gettext_noop("Drum"),
    "PX": gettext_noop("Pallet"),
}


class Level(Value, frozen=True):
    """A level as it is written: how many sales units it holds, its own GTIN, weight in kg and size in mm.

    Without names it is called as its kind.
    """

    code: str
    factor: Decimal
    names: Mapping[str, str] = {}
    gtin: str = ""
    weight_kg: Decimal | None = None
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None


def save_packaging(*, variant: Variant, levels: Sequence[Level]) -> list[PackagingLevel]:
    """Say how an article is packed; levels that are not named end. The smallest becomes the article's pack in lists.

    Refuses, per level (`levels.<place>.<field>`): `packaging_unknown` (no kind of UN/ECE Recommendation 21 there is a
    word for), `packaging_twice`, `packaging_factor` (not above one sales unit), `packaging_order` (two levels of the same
    size), `gtin_invalid`, `gtin_twice` and `gtin_taken` (another article's or level's).
    """
    levels = [_cleaned(level) for level in levels]
    if problems := _problems(variant, levels):
        raise Refused(*problems)
    kept = {row.code: row for row in variant.packaging.all()}
    rows = []
    for level in levels:
        row = kept.pop(level.code, None) or PackagingLevel(variant=variant, code=level.code)
        for name in ("factor", "gtin", "weight_kg", "length_mm", "width_mm", "height_mm"):
            setattr(row, name, getattr(level, name))
        row.names = dict(level.names)
        rows.append(row)
    # A GTIN may move from a level to another: what ends gives it up first.
    PackagingLevel.objects.filter(pk__in=[row.pk for row in kept.values()]).delete()
    PackagingLevel.objects.filter(variant=variant).exclude(gtin="").update(gtin="")
    for row in rows:
        row.save()
    smallest = min(levels, key=lambda level: level.factor, default=None)
    variant.pack_size = smallest.factor if smallest else Decimal(1)
    variant.pack_names = dict(smallest.names) if smallest else {}
    variant.save(update_fields=["pack_size", "pack_names"])
    announce_products(product_ids=[variant.product_id])
    return rows


def kind_names(code: str) -> dict[str, str]:
    """Return what a kind of packaging is called, by language."""
    names = {}
    for language in LANGUAGES:
        with translation.override(language):
            names[language] = gettext(KINDS[code])
    return names


def _cleaned(level: Level) -> Level:
    names = {code: level.names[code].strip()[:60] for code in LANGUAGES if level.names.get(code, "").strip()}
    if not names and level.code.strip().upper() in KINDS:
        names = kind_names(level.code.strip().upper())
    return Level(
        level.code.strip().upper(), level.factor, names, normalize_code(level.gtin), level.weight_kg, level.length_mm,
        level.width_mm, level.height_mm,
    )  # fmt: skip


def _problems(variant: Variant, levels: Sequence[Level]) -> list[Refusal]:
    wanted = [level.gtin for level in levels if level.gtin]
    taken = dict(Variant.objects.filter(gtin__in=wanted).values_list("gtin", "sku"))
    others = PackagingLevel.objects.filter(gtin__in=wanted).exclude(variant=variant)
    taken |= dict(others.values_list("gtin", "variant__sku"))
    codes, factors = Counter(level.code for level in levels), Counter(level.factor for level in levels)
    gtins = Counter(wanted)
    problems = []
    for place, level in enumerate(levels):
        at = f"levels.{place}"
        if level.code not in KINDS:
            problems.append(Refusal("packaging_unknown", {"found": level.code}, f"{at}.code"))
        elif codes[level.code] > 1:
            problems.append(Refusal("packaging_twice", subject=f"{at}.code"))
        if level.factor <= 1:
            problems.append(Refusal("packaging_factor", subject=f"{at}.factor"))
        elif factors[level.factor] > 1:
            problems.append(Refusal("packaging_order", subject=f"{at}.factor"))
        if level.gtin and not is_valid_gtin(level.gtin):
            problems.append(Refusal("gtin_invalid", {"gtin": level.gtin}, f"{at}.gtin"))
        elif level.gtin in taken:
            problems.append(Refusal("gtin_taken", {"gtin": level.gtin, "sku": taken[level.gtin]}, f"{at}.gtin"))
        elif level.gtin and gtins[level.gtin] > 1:
            problems.append(Refusal("gtin_twice", {"gtin": level.gtin}, f"{at}.gtin"))
    return problems
