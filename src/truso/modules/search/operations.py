"""Keep the index: build it anew beside the old one, and take changes over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from truso.modules.search.bundles import with_bundles
from truso.modules.search.engine import GenerationInfo
from truso.modules.search.indexer import Indexer, build_index
from truso.modules.search.log import write_changes
from truso.modules.search.models import SearchChange
from truso.modules.search.shared_lists import articles_turned, lists_of_new_day
from truso.platform import clock
from truso.platform.jobs import follower, periodic

# So many changes at once are an import's or a bulk edit's: those of a person at a page go before them.
MANY = 100


def index_root() -> Path:
    """Return the folder of this installation's index."""
    return Path(settings.SEARCH_ROOT)


def rebuild_index() -> GenerationInfo:
    """Build this node's index anew from the database; searches go on in the old one meanwhile."""
    return build_index(index_root())


def note_changes(*, kind: str, targets: Iterable[int]) -> None:
    """Note, in the caller's transaction, what every node's index has to take over."""
    wanted = list(targets)
    write_changes(kind, wanted, is_bulk=len(wanted) > MANY)


# What takes changes over in this process, with what it has seen; one index at a time.
_followed: dict[Path, Indexer] = {}


@follower("search.take_changes")
def take_changes() -> None:
    """Take over what has changed into this node's index, in this process."""
    root = index_root()
    if root not in _followed:
        _followed.clear()
    indexer = _followed.setdefault(root, Indexer(root))
    try:
        while indexer.step(builds=False):
            pass
    finally:
        indexer.close()


@periodic("search.note_new_day", "1 * * * *")
def note_new_day() -> None:
    """Take over the prices that begin or end with the day, in markets where it has just begun."""
    for price_list, day in lists_of_new_day(clock.now()).items():
        articles = articles_turned(price_list, day)
        with transaction.atomic():
            if articles is None:
                note_changes(kind=SearchChange.Kind.PRICE_LIST, targets=[price_list])
            elif articles:
                note_changes(kind=SearchChange.Kind.PRICE, targets=with_bundles(articles))


def pending_changes() -> int:
    """Return how many changes not all nodes have taken over yet."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from search_searchchange")
        return int(cursor.fetchone()[0])
