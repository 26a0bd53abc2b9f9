"""Changes are seen together after reload, never in halves, and what a crash left behind counts for nothing."""

from __future__ import annotations

import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from truso.modules.search.engine import (
    IndexedVariant,
    NoGeneration,
    Replica,
    SearchQuery,
    SearchScope,
    Writer,
    WriterBusy,
    build_generation,
    current_generation,
    new_generation_folder,
    publish,
    snapshot,
)
from truso.modules.search.engine.cache import RecentCache
from truso.modules.search.engine.columns import ColumnWriter, read_state
from truso.modules.search.engine.filtering import Visible
from truso.modules.search.engine.matching import Matcher
from truso.modules.search.engine.schema import open_index
from truso.modules.search.engine.snapshot import Snapshot

from .catalog import make_variant, publish_catalog

ALL = SearchQuery(language="nb", price_list_ids=(1,), limit=1000)


def ids(replica: Replica, text: str = "", **changes: object) -> list[int]:
    query = replace(ALL, text=text, **changes)  # type: ignore[arg-type]
    return [hit.variant_id for hit in replica.search(query).hits]


def three() -> list[IndexedVariant]:
    names = ("Hammer", "Sag", "Drill")
    return [make_variant(n, name, prices={1: Decimal(n)}, choices={"a": (f"v{n}",)}) for n, name in enumerate(names, 1)]


def test_an_added_and_a_changed_variant_are_seen_after_reload(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, three())
    with Writer(tmp_path) as writer:
        writer.upsert([make_variant(2, "Fil", choices={"b": ("w",)}), make_variant(9, "Sag")])
        assert writer.commit() == 4
    assert (ids(replica), ids(replica, "sag")) == ([1, 2, 3], [2])
    assert replica.reload_if_changed()
    assert (ids(replica), ids(replica, "sag"), ids(replica, "fil")) == ([1, 2, 3, 9], [9], [2])
    facets = replica.search(replace(ALL, facets=("a", "b"))).facets
    assert [(f.code, [v.code for v in f.values]) for f in facets] == [("a", ["v1", "v3"]), ("b", ["w"])]
    assert not replica.reload_if_changed()


def test_a_removed_variant_is_gone_and_may_come_back(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, three())
    with Writer(tmp_path) as writer:
        writer.remove([2, 77])
        assert writer.commit() == 2
        replica.reload_if_changed()
        assert (ids(replica), ids(replica, "sag"), ids(replica, "SKU-2")) == ([1, 3], [], [])
        writer.upsert([three()[1]])
        writer.commit()
    replica.reload_if_changed()
    assert (ids(replica), ids(replica, "sag"), ids(replica, "SKU-2")) == ([1, 2, 3], [2], [2])


def test_stock_and_prices_change_without_touching_texts(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, three())
    with Writer(tmp_path) as writer:
        writer.set_stock({3: (Decimal("2.5"), 4), 77: (Decimal(1), 1)})
        writer.set_prices(1, {1: Decimal(50), 2: None, 77: Decimal(1)})
        writer.set_prices(6, {2: Decimal("0.000001")})
        assert (ids(replica, in_stock=True), ids(replica, sort="price")) == ([], [1, 2, 3])
        writer.commit()
    replica.reload_if_changed()
    assert ids(replica, in_stock=True) == [3]
    assert [(h.variant_id, h.price) for h in replica.search(replace(ALL, sort="price")).hits] == [
        (3, Decimal(3)), (1, Decimal(50)), (2, None)]  # fmt: skip
    assert ids(replica, sort="price", price_list_ids=(6, 1)) == [2, 3, 1]


def test_the_last_word_of_a_batch_counts(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, three())
    with Writer(tmp_path) as writer:
        writer.set_stock({1: (Decimal(9), 0)})
        writer.upsert([make_variant(1, "Øks"), make_variant(1, "Spade", stock=Decimal(0))])
        writer.remove([2])
        writer.upsert([make_variant(3, "Hakke")])
        writer.remove([3])
        writer.upsert([make_variant(2, "Rive")])
        writer.commit()
    replica.reload_if_changed()
    assert (ids(replica), ids(replica, "spade"), ids(replica, "rive"), ids(replica, "øks")) == ([1, 2], [1], [2], [])
    assert ids(replica, in_stock=True) == []


def test_leaving_without_commit_changes_nothing(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, three())
    with Writer(tmp_path) as writer:
        writer.upsert([make_variant(8, "Fil")])
    assert not replica.reload_if_changed()
    assert ids(Replica(tmp_path)) == [1, 2, 3]


def test_new_names_find_their_place_in_the_order(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path, [make_variant(n, name) for n, name in enumerate(("Bor M6", "Bor M10", "Øks"), 1)]
    )
    with Writer(tmp_path) as writer:
        for n, name in enumerate(("Bor M8", "Ål", "Ærfugl", "Anker", "bor m10"), 4):
            writer.upsert([make_variant(n, name)])
            writer.commit()
    replica.reload_if_changed()
    assert ids(replica, sort="name") == [7, 1, 4, 2, 8, 6, 3, 5]
    assert ids(replica, sort="name", language="sv") == [7, 1, 4, 2, 8, 5, 6, 3]


def test_many_names_in_one_gap_are_ranked_anew(tmp_path: Path) -> None:
    replica = publish_catalog(
        tmp_path, [make_variant(n, name) for n, name in ((1, "a"), (2, "b"), *((n, "c") for n in range(3, 60)))]
    )
    with Writer(tmp_path) as writer:
        for depth in range(40):
            writer.upsert([make_variant(2000 - depth, "a" * (41 - depth) + "z")])
            writer.commit()
    replica.reload_if_changed()
    assert ids(replica, sort="name")[:42] == [1, *range(2000, 1960, -1), 2]


def test_a_variant_given_twice_counts_once_and_last(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, [make_variant(1, "Hammer"), make_variant(2, "Sag"), make_variant(1, "Fil")])
    assert (ids(replica), ids(replica, "hammer"), ids(replica, "fil"), replica.documents) == ([1, 2], [], [1], 2)


def test_an_empty_catalog_answers_and_grows(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, [])
    page = replica.search(replace(ALL, text="hammer", collapse=True, facets=("a",), assortment_ids=(1,)))
    assert (page.total, page.price_range, replica.search(ALL).total) == (0, (None, None), 0)
    with Writer(tmp_path) as writer:
        writer.upsert(three())
        writer.commit()
    replica.reload_if_changed()
    assert (ids(replica), ids(replica, "sag")) == ([1, 2, 3], [2])


def test_more_assortments_than_a_word_holds(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, [make_variant(n, assortment_ids=(n,)) for n in range(1, 129)])
    with Writer(tmp_path) as writer:
        writer.upsert([make_variant(500, assortment_ids=(64, 900))])
        writer.commit()
    replica.reload_if_changed()
    found = [ids(replica, assortment_ids=wanted) for wanted in ((1,), (64,), (65, 128), (900, 127))]
    assert found == [[1], [64, 500], [65, 128], [127, 500]]


def test_only_one_writes_at_a_time(tmp_path: Path) -> None:
    publish_catalog(tmp_path, three())
    second = build_generation(new_generation_folder(tmp_path), [])
    with Writer(tmp_path):
        with pytest.raises(WriterBusy):
            Writer(tmp_path)
        with pytest.raises(WriterBusy):
            publish(tmp_path, second)
    Writer(tmp_path).close()


def test_a_new_generation_replaces_the_old_and_one_before_is_kept(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, three())
    for name in ("Fil", "Øks", "Rive"):
        publish(tmp_path, build_generation(new_generation_folder(tmp_path), [make_variant(1, name)]))
        assert replica.reload_if_changed()
    assert (replica.generation, ids(replica, "rive")) == ("000004", [1])
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == ["000003", "000004"]


def test_a_reader_of_a_removed_generation_still_answers(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, three())
    for _ in range(3):
        publish(tmp_path, build_generation(new_generation_folder(tmp_path), []))
    assert (ids(replica), ids(replica, "sag")) == ([1, 2, 3], [2])


def test_without_a_generation_there_is_nothing_to_read_or_write(tmp_path: Path) -> None:
    with pytest.raises(NoGeneration):
        Replica(tmp_path)
    with pytest.raises(NoGeneration):
        Writer(tmp_path)
    with pytest.raises(NoGeneration):
        Writer(tmp_path)


def test_a_build_that_broke_off_is_ignored_and_cannot_be_published(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, three())

    def broken() -> object:
        yield make_variant(1, "Fil")
        raise ConnectionError

    folder = new_generation_folder(tmp_path)
    with pytest.raises(ConnectionError):
        build_generation(folder, broken())  # type: ignore[arg-type]
    assert (current_generation(tmp_path), replica.reload_if_changed(), ids(Replica(tmp_path))) == (
        "000001",
        False,
        [1, 2, 3],
    )
    with pytest.raises(FileNotFoundError):
        publish(tmp_path, replace(build_generation(tmp_path / "generations" / "x", []), folder=folder))
    publish(tmp_path, build_generation(folder, [make_variant(4)]))
    replica.reload_if_changed()
    assert ids(replica) == [4]


def test_a_complete_generation_is_not_overwritten(tmp_path: Path) -> None:
    folder = new_generation_folder(tmp_path)
    build_generation(folder, [])
    with pytest.raises(FileExistsError):
        build_generation(folder, [])


@pytest.mark.parametrize("step", ["append", "replace", "write_list", "commit"])
def test_a_writer_that_died_midway_leaves_the_old_state_and_the_next_one_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    replica = publish_catalog(tmp_path, three())
    with monkeypatch.context() as patch, Writer(tmp_path) as writer:
        original, calls = getattr(ColumnWriter, step), []

        def dies(*args: object, **kwargs: object) -> None:
            calls.append(1)
            if len(calls) > 3 or step in ("write_list", "commit"):
                raise OSError(28, "No space left on device")
            original(*args, **kwargs)

        patch.setattr(ColumnWriter, step, dies)
        writer.upsert([make_variant(2, "Fil", choices={"c": ("new",)}), make_variant(7, "Hammer")])
        with pytest.raises(OSError, match="No space"):
            writer.commit()
    assert not replica.reload_if_changed()
    for reader in (replica, Replica(tmp_path)):
        assert (ids(reader), ids(reader, "sag"), ids(reader, "fil"), ids(reader, "hammer")) == ([1, 2, 3], [2], [], [1])
    with Writer(tmp_path) as writer:
        writer.upsert([make_variant(8, "Øks"), make_variant(2, "Rive")])
        writer.commit()
    replica.reload_if_changed()
    for reader in (replica, Replica(tmp_path)):
        assert (ids(reader), ids(reader, "fil"), ids(reader, "øks"), ids(reader, "rive")) == (
            [1, 2, 3, 8],
            [],
            [8],
            [2],
        )


def test_files_out_of_use_are_removed(tmp_path: Path) -> None:
    publish_catalog(tmp_path, three())
    folder = tmp_path / "generations" / "000001"
    with Writer(tmp_path) as writer:
        counts = []
        for n in range(12):
            writer.upsert([make_variant(n % 3 + 1, "Fil", stock=Decimal(n))])
            writer.set_stock({n % 3 + 1: (Decimal(n), 1)})
            writer.commit()
            counts.append(len(list(folder.glob("*.*"))))
    assert counts[-1] == counts[2]


def test_a_reader_between_two_states_finds_the_rows_of_its_own(tmp_path: Path) -> None:
    publish_catalog(tmp_path, three())
    folder = tmp_path / "generations" / "000001"
    before, index = read_state(folder), open_index(folder / "text")
    with Writer(tmp_path) as writer:
        writer.upsert([make_variant(2, "Fil")])
        writer.remove([3])
        writer.commit()
    old = Snapshot(folder, before, index, None)
    matcher = Matcher(old, RecentCache(9), SearchScope(), Visible(old, RecentCache(9), SearchScope()))
    found = {text: matcher.find(text, "nb", {}).matches.rows.tolist() for text in ("sag", "drill", "fil")}
    assert found == {"sag": [1], "drill": [2], "fil": []}


def test_replaced_rows_leave_the_text_index_one_commit_later(tmp_path: Path) -> None:
    publish_catalog(tmp_path, three())
    index, counts = open_index(tmp_path / "generations" / "000001" / "text"), []
    for variant_id in (2, 3, 3):
        with Writer(tmp_path) as writer:
            writer.upsert([make_variant(variant_id, "Fil")])
            writer.commit()
        index.reload()
        counts.append(index.searcher().num_docs)
    assert counts == [4, 4, 4]


def test_a_reader_that_is_overtaken_while_it_opens_tries_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_catalog(tmp_path, three())
    original, overtaken = snapshot.lexicons_from_json, []

    def overtake(data: dict[str, dict[str, list[str]]]) -> object:
        if not overtaken:
            overtaken.append(True)
            with Writer(tmp_path) as writer:
                for name in ("Fil", "Rive"):
                    writer.upsert([make_variant(2, name)])
                    writer.commit()
        return original(data)

    monkeypatch.setattr(snapshot, "lexicons_from_json", overtake)
    replica = Replica(tmp_path)
    assert (overtaken, ids(replica, "sag"), ids(replica, "fil"), ids(replica, "rive")) == ([True], [], [], [2])


def test_two_readers_never_see_half_a_change(tmp_path: Path) -> None:
    """Every commit renames all variants, moves them to the next brand and gives all that price: any mixture shows."""
    size, rounds = 40, 12

    def state(number: int) -> list[IndexedVariant]:
        return [
            make_variant(n, f"vare runde{number}x", brand_id=number, prices={1: Decimal(number)})
            for n in range(1, size + 1)
        ]

    publish_catalog(tmp_path, state(0))
    done, mixtures, seen = threading.Event(), [], [set(), set()]

    def read(place: int) -> None:
        replica = Replica(tmp_path)
        last = False
        while not last:
            last = done.is_set()
            replica.reload_if_changed()
            page = replica.search(replace(ALL, text="vare"))
            number = page.brands[0].id
            same = replica.search(replace(ALL, text=f"runde{number}x"))
            if page.total != size or same.total != size or same.price_range != (Decimal(number), Decimal(number)):
                mixtures.append((page, same))
            seen[place].add(number)

    readers = [threading.Thread(target=read, args=(place,)) for place in (0, 1)]
    for reader in readers:
        reader.start()
    with Writer(tmp_path) as writer:
        for number in range(1, rounds + 1):
            writer.upsert(state(number))
            writer.commit()
    done.set()
    for reader in readers:
        reader.join()
    assert mixtures == []
    assert all(rounds in numbers and len(numbers) > 1 for numbers in seen)


def test_many_threads_share_one_replica(tmp_path: Path) -> None:
    replica = publish_catalog(tmp_path, [make_variant(n, f"Hammer {n % 7}", brand_id=n % 5) for n in range(1, 300)])
    queries = [replace(ALL, text=f"hammer {n}", brand_ids=(n % 5,), limit=50) for n in range(7)]
    wanted, failures = [Replica(tmp_path).search(query) for query in queries], []

    def ask() -> None:
        for n in range(70):
            if replica.search(queries[n % 7]) != wanted[n % 7]:
                failures.append(n)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
