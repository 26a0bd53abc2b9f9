"""The prices an article had in a list, with who wrote each and who took it away by name."""

from __future__ import annotations

from truso.kernel.value import Value
from truso.modules.pricing.history import PriceVersion, history_of
from truso.processes.writers import Source, writers_of


class ToldVersion(Value, frozen=True):
    """A price as it was for a while; `remover` took it away, None where another followed or it holds."""

    version: PriceVersion
    writer: Source
    remover: Source | None


def told_history(*, price_list_id: int, variant_id: int) -> list[ToldVersion]:
    """Return the versions `history_of` tells, in its order."""
    versions = history_of(price_list_id=price_list_id, variant_id=variant_id)
    sources = writers_of([one.who for one in versions] + [one.removed_by or {} for one in versions])
    writers, removers = sources[: len(versions)], sources[len(versions) :]
    return [
        ToldVersion(one, writer, None if one.removed_by is None else remover)
        for one, writer, remover in zip(versions, writers, removers, strict=True)
    ]
