"""How complete a product is: what is asked of it, what it has, the share of the one in the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from truso.kernel.value import Value

WHOLE = 100
# Items of which every language has its own.
PER_LANGUAGE = ("text", "document", "alternative_text")


class Asked(Value, frozen=True):
    """One thing asked of a product. `is_per_language`: it is asked once in each of the channel's languages."""

    item: str
    weight: int = 1
    is_blocking: bool = False
    is_per_language: bool = False


class Measured(Value, frozen=True):
    """How complete a product is: percent per language (whole ones, 100 only when nothing is missing), and what is missing.

    What is missing in a language has it in front (`pl:text:name`).
    """

    scores: Mapping[str, int]
    lowest: int
    missing: tuple[str, ...]
    is_blocked: bool


class Wanted(Value, frozen=True):
    """A requirement as it was written: for one channel or all (None), of one family or all."""

    channel: int | None
    family: int | None
    asked: Asked


def is_per_language(item: str, scoped: Collection[str] = ()) -> bool:
    """Tell whether each language is asked for an item; `scoped` are the attributes whose values are kept per language."""
    kind, _colon, code = item.partition(":")
    return kind in PER_LANGUAGE or (kind == "attribute" and code in scoped)


def asked_of(wanted: Iterable[Wanted], *, channel: int, family: int) -> list[Asked]:
    """Return what a channel asks of a family's products; of several that name the same item the nearest counts.

    Nearest first: of the channel and the family, of the channel, of the family, of all.
    """
    found: dict[str, tuple[int, Asked]] = {}
    for one in wanted:
        if one.channel not in (None, channel) or one.family not in (None, family):
            continue
        nearness = 2 * (one.channel is not None) + (one.family is not None)
        if one.asked.item not in found or found[one.asked.item][0] < nearness:
            found[one.asked.item] = (nearness, one.asked)
    return [asked for _nearness, asked in found.values()]


def measure(has: Collection[str], asked: Sequence[Asked], languages: Sequence[str]) -> Measured:
    """Say how complete a product is that has these items. Where nothing is asked, everything is there."""
    total = sum(one.weight for one in asked)
    missing: dict[str, None] = {}
    scores: dict[str, int] = {}
    is_blocked = False
    for language in languages or ("",):
        there = 0
        for one in asked:
            item = f"{language}:{one.item}" if one.is_per_language and language else one.item
            if item in has:
                there += one.weight
                continue
            missing[item] = None
            is_blocked = is_blocked or one.is_blocking
        if language:
            scores[language] = there * WHOLE // total if total else WHOLE
    lowest = min(scores.values(), default=WHOLE if not missing else 0)
    return Measured(scores, lowest, tuple(missing), is_blocked)
