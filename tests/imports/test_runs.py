"""A file on its way in: looked at, mapped, tried, imported, cut off and taken up, stopped, undone. With a target of the tests' own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from truso.kernel.refusals import Refusal, Refused
from truso.platform import clock
from truso.platform.audit.models import AuditEntry
from truso.platform.imports.jobs import resume_imports, sweep_imports
from truso.platform.imports.models import ImportProfile, ImportRow, ImportRun, import_storage
from truso.platform.imports.operations import (
    ask_import,
    ask_trial,
    ask_undo,
    create_run,
    save_profile,
    set_mapping,
    set_reading,
    stop_run,
)
from truso.platform.imports.queries import progress_of, rows_of
from truso.platform.imports.running import work_on
from truso.platform.imports.values import CLEAR, DoneRow, FieldSpec, Kind, Outcome, Row
from truso.platform.jobs.inline import run_due_jobs

pytestmark = pytest.mark.django_db


class Shelf:
    """A target that keeps names in memory: what a database would, without one. It falls over when told to."""

    code = "shelf"

    def __init__(self) -> None:
        self.names: dict[str, str | None] = {}
        self.falls_at = 0
        self.writes = 0

    def fields(self) -> Sequence[FieldSpec]:
        return (
            FieldSpec("sku", "Number", "code", is_key=True, is_required=True, aliases=("varenummer",)),
            FieldSpec("name", "Name", aliases=("navn",)),
            FieldSpec("weight", "Weight", "number"),
        )

    def judge(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[Outcome]:
        return [self._judge(row) for row in rows]

    def _judge(self, row: Row) -> Outcome:
        sku, name = row.values["sku"], row.values.get("name")
        if name == "bad":
            return Outcome(row.number, Kind.REFUSED, sku, reasons=(Refusal("name_bad", {"found": name}, "name"),))
        wanted = None if name == CLEAR else name
        if sku not in self.names:
            return Outcome(row.number, Kind.NEW, sku, {"name": (None, wanted)}, plan=wanted)
        if name is None or self.names[sku] == wanted:
            return Outcome(row.number, Kind.SAME, sku)
        return Outcome(row.number, Kind.CHANGED, sku, {"name": (self.names[sku], wanted)}, plan=wanted)

    def apply(self, outcomes: Sequence[Outcome], options: Mapping[str, Any]) -> list[Outcome]:
        self.writes += len(outcomes)
        if self.falls_at and self.writes > self.falls_at:
            raise RuntimeError("the machine is gone")
        ImportProfile.objects.create(  # a write that is rolled back with the portion, and is in the trail
            target="proof", name=f"{outcomes[0].key} {len(outcomes)}", created_at=clock.now(), updated_at=clock.now()
        )
        self.names |= {one.key: one.plan for one in outcomes}
        return list(outcomes)

    def export(self, fields: Sequence[str], options: Mapping[str, Any]) -> tuple[list[str], Iterator[list[str]]]:
        return ["sku", "name"], ([sku, name or ""] for sku, name in self.names.items())

    def undo(self, rows: Sequence[DoneRow]) -> list[Outcome]:
        done = []
        for row in rows:
            before, after = row.changes["name"]
            if self.names.get(row.key) != after:
                done.append(Outcome(row.number, Kind.REFUSED, row.key, reasons=(Refusal("changed_since"),)))
                continue
            if row.kind == Kind.NEW:
                del self.names[row.key]
            else:
                self.names[row.key] = before
            done.append(Outcome(row.number, Kind.CHANGED, row.key))
        return done


def table(*rows: str, head: str = "Varenummer;Navn") -> io.BytesIO:
    return io.BytesIO("\n".join([head, *rows]).encode())


def begin(*rows: str, head: str = "Varenummer;Navn") -> ImportRun:
    return create_run(target="shelf", file=table(*rows, head=head), file_name="list.csv", by="Tester")


def tried(*rows: str, **changes: Any) -> ImportRun:
    run = ask_trial(run_uuid=begin(*rows, **changes).uuid)
    work_on(run.uuid)
    return ImportRun.objects.get(pk=run.pk)


def imported(*rows: str, portion: int = 1000, **changes: Any) -> ImportRun:
    run = ask_import(run_uuid=tried(*rows, **changes).uuid)
    work_on(run.uuid, portion=portion)
    return ImportRun.objects.get(pk=run.pk)


def counts(**found: int) -> dict[str, int]:
    return {"new": 0, "changed": 0, "same": 0, "refused": 0, **found}


def test_a_file_is_looked_at_and_its_columns_proposed(shelf: Shelf) -> None:
    run = begin("A1;Bolt", "A2;Nut")

    assert (run.state, run.mapping) == ("looked", {"Varenummer": "sku", "Navn": "name"})
    assert (run.look["separator"], run.look["encoding"]) == (";", "utf-8-sig")


def test_a_trial_tells_what_would_be_and_writes_nothing(shelf: Shelf) -> None:
    shelf.names = {"A1": "Bolt", "A2": "Nut"}

    run = tried("A1;Bolt", "A2;Nut M8", "A3;Washer", "A4;bad", "A1;again", ";lost")

    assert (run.state, run.trial_counts, run.counts) == ("tried", counts(new=1, changed=1, same=1, refused=3), {})
    assert [(row.number, row.kind, row.changes, [why["code"] for why in row.reasons]) for row in rows_of(run)] == [
        (3, "changed", {"name": ["Nut", "Nut M8"]}, []),
        (4, "new", {"name": [None, "Washer"]}, []),
        (5, "refused", {}, ["name_bad"]),
        (6, "refused", {}, ["key_twice"]),
        (7, "refused", {}, ["key_missing"]),
    ]
    assert shelf.names == {"A1": "Bolt", "A2": "Nut"}


def test_what_was_tried_is_imported_and_the_same_file_again_changes_nothing(shelf: Shelf) -> None:
    run = imported("A1;Bolt", "A2;Nut")
    again = imported("A1;Bolt", "A2;Nut")

    assert (run.state, run.counts, run.rows_total) == ("applied", counts(new=2), 3)
    assert (again.state, again.counts) == ("applied", counts(same=2))
    assert shelf.names == {"A1": "Bolt", "A2": "Nut"}


def test_a_blank_cell_leaves_alone_and_clear_empties(shelf: Shelf) -> None:
    shelf.names = {"A1": "Bolt", "A2": "Nut"}

    imported("A1;", "A2;!clear")

    assert shelf.names == {"A1": "Bolt", "A2": None}


def test_a_row_of_sums_at_the_end_is_no_row(shelf: Shelf) -> None:
    run = imported("A1;Bolt;1,5", "A2;Nut;2,5", ";Sum;4,0", head="Varenummer;Navn;Weight")

    assert run.counts == counts(new=2)


def test_every_write_names_its_import_in_the_trail(shelf: Shelf) -> None:
    run = imported("A1;Bolt")

    entry = AuditEntry.objects.filter(table="imports_importprofile").latest("id")
    assert entry.actor["label"] == f"import:{run.uuid}"


def test_a_run_that_fell_over_goes_on_at_the_row_after(shelf: Shelf) -> None:
    rows = [f"A{one};Name {one}" for one in range(10)]
    run = ask_import(run_uuid=tried(*rows).uuid)
    shelf.falls_at = 6
    with pytest.raises(RuntimeError):
        work_on(run.uuid, portion=3)
    fallen = ImportRun.objects.get(pk=run.pk)
    assert (fallen.state, fallen.position, fallen.counts["new"]) == ("failed", 7, 6)
    assert ImportProfile.objects.filter(target="proof").count() == 2

    shelf.falls_at = 0
    ask_import(run_uuid=run.uuid)
    work_on(run.uuid, portion=3)

    done = ImportRun.objects.get(pk=run.pk)
    assert (done.state, done.counts) == ("applied", counts(new=10))
    assert list(done.rows.order_by("number").values_list("number", flat=True)) == list(range(2, 12))


def test_a_run_whose_worker_is_gone_is_taken_up_by_another(
    shelf: Shelf, django_capture_on_commit_callbacks: Any
) -> None:
    run = ask_import(run_uuid=tried("A1;Bolt").uuid)
    ImportRun.objects.filter(pk=run.pk).update(lease=run.uuid, leased_until=clock.now())

    resume_imports()
    run_due_jobs()

    assert ImportRun.objects.get(pk=run.pk).state == "applied"


def test_two_workers_do_not_work_on_one_run(shelf: Shelf) -> None:
    run = ask_import(run_uuid=tried("A1;Bolt").uuid)
    ImportRun.objects.filter(pk=run.pk).update(lease=run.uuid, leased_until=clock.now() + timedelta(seconds=30))

    work_on(run.uuid)

    assert (ImportRun.objects.get(pk=run.pk).state, shelf.writes) == ("applying", 0)


def test_a_key_of_before_the_cut_is_still_met_twice(shelf: Shelf) -> None:
    run = ask_import(run_uuid=tried("A1;x", "A2;x", "A1;y").uuid)
    shelf.falls_at = 1
    with pytest.raises(RuntimeError):
        work_on(run.uuid, portion=1)

    shelf.falls_at = 0
    ask_import(run_uuid=run.uuid)
    work_on(run.uuid, portion=1)

    assert ImportRun.objects.get(pk=run.pk).counts == counts(new=2, refused=1)
    assert shelf.names["A1"] == "x"


def test_a_run_is_stopped_between_portions_and_goes_on(shelf: Shelf) -> None:
    run = ask_import(run_uuid=tried("A1;x", "A2;x").uuid)
    stop_run(run_uuid=run.uuid)
    work_on(run.uuid)
    stopped = ImportRun.objects.get(pk=run.pk)
    assert (stopped.state, stopped.is_stopping, shelf.names) == ("stopped", False, {})

    with pytest.raises(Refused, match="import_state"):
        ask_import(run_uuid=run.uuid)
    ask_trial(run_uuid=run.uuid)
    work_on(run.uuid)
    assert ImportRun.objects.get(pk=run.pk).state == "tried"


def test_an_import_is_taken_back_but_for_what_was_changed_since(shelf: Shelf) -> None:
    shelf.names = {"A2": "Nut"}
    run = imported("A1;Bolt", "A2;Nut M8", "A3;Washer")
    shelf.names["A3"] = "Washer, by hand"

    ask_undo(run_uuid=run.uuid)
    work_on(run.uuid, portion=2)

    run.refresh_from_db()
    assert (run.state, run.kept_counts) == ("undone", {"undone": 2, "kept": 1})
    assert shelf.names == {"A2": "Nut", "A3": "Washer, by hand"}
    assert [(row.kind, row.key, row.reasons[0]["code"]) for row in rows_of(run)] == [("kept", "A3", "changed_since")]


def test_what_was_never_tried_is_not_imported(shelf: Shelf) -> None:
    run = begin("A1;Bolt")

    with pytest.raises(Refused, match="import_state"):
        ask_import(run_uuid=run.uuid)


def test_a_mapping_without_the_key_or_with_a_field_twice_is_refused(shelf: Shelf) -> None:
    run = begin("A1;Bolt")

    with pytest.raises(Refused) as refused:
        set_mapping(run_uuid=run.uuid, mapping={"Navn": "name", "Varenummer": "name", "Nothing": "price"})

    assert [one.code for one in refused.value.refusals] == [
        "import_field_twice", "import_column_unknown", "import_field_unknown", "import_key_unmapped",
    ]  # fmt: skip


def test_a_saved_profile_is_found_by_its_headings(shelf: Shelf) -> None:
    run = begin("A1;Bolt", head="Kode;Tekst")
    assert run.mapping == {}
    set_mapping(run_uuid=run.uuid, mapping={"Kode": "sku", "Tekst": "name"}, options={"language": "nb"})
    save_profile(run_uuid=run.uuid, name="Leverandør")

    next_one = begin("A9;Nut", head="Kode;Tekst")

    assert (next_one.mapping, next_one.options) == ({"Kode": "sku", "Tekst": "name"}, {"language": "nb"})
    assert next_one.profile and next_one.profile.name == "Leverandør"


def test_a_saved_profile_brings_what_was_fixed_of_the_reading(shelf: Shelf) -> None:
    run = set_reading(run_uuid=begin("A1;Bolt").uuid, reading={"has_header": False})
    set_mapping(run_uuid=run.uuid, mapping={"#1": "sku", "#2": "name"})
    save_profile(run_uuid=run.uuid, name="Without a header")

    next_one = begin("A9;Nut")

    assert (next_one.mapping, next_one.reading) == ({"#1": "sku", "#2": "name"}, {"has_header": False})
    assert [column["key"] for column in next_one.look["columns"]] == ["#1", "#2"]


def test_what_was_found_wrongly_is_fixed_and_looked_at_again(shelf: Shelf) -> None:
    run = begin("A1;Bolt")

    run = set_reading(run_uuid=run.uuid, reading={"has_header": False})

    assert [column["key"] for column in run.look["columns"]] == ["#1", "#2"]
    set_mapping(run_uuid=run.uuid, mapping={"#1": "sku", "#2": "name"})
    ask_trial(run_uuid=run.uuid)
    work_on(run.uuid)
    assert ImportRun.objects.get(pk=run.pk).trial_counts == counts(new=2)


def test_a_file_that_can_not_be_read_leaves_nothing(shelf: Shelf) -> None:
    with pytest.raises(Refused, match="file_not_a_table"):
        create_run(target="shelf", file=io.BytesIO(b"%PDF-1.7 ..."), file_name="x.pdf", by="Tester")

    assert not ImportRun.objects.exists()
    assert not list(Path(import_storage().path("imports")).glob("*.pdf"))


def test_progress_tells_rate_and_time_left(shelf: Shelf) -> None:
    run = ask_import(run_uuid=tried(*[f"A{one};x" for one in range(100)]).uuid)
    run.counts, run.seconds = counts(new=25), 5.0

    progress = progress_of(run)

    assert (progress.done, progress.total, progress.rate, progress.seconds_left) == (25, 100, 5.0, 15.0)


def test_old_files_and_rows_go_and_the_run_stays(shelf: Shelf) -> None:
    run = imported("A1;Bolt")
    ImportRun.objects.filter(pk=run.pk).update(created_at=clock.now() - timedelta(days=91))

    sweep_imports()

    run.refresh_from_db()
    assert (run.file.name, run.counts, ImportRow.objects.filter(run=run).count()) == ("", counts(new=1), 0)


def test_a_total_in_the_place_of_the_key_is_no_article(shelf: Shelf) -> None:
    run = imported("A1;Bolt;1,5", "A2;Nut;2,5", "Razem:;;4,0", head="Varenummer;Navn;Weight")

    assert (run.counts, set(shelf.names)) == (counts(new=2), {"A1", "A2"})


def test_a_key_is_never_cut_short(shelf: Shelf) -> None:
    run = imported(f"{'A' * 201};Bolt", "A2;Nut")

    assert [why["code"] for row in rows_of(run, kind="refused") for why in row.reasons] == ["cell_too_long"]
    assert set(shelf.names) == {"A2"}


def test_a_key_that_is_to_be_emptied_is_missing(shelf: Shelf) -> None:
    run = imported(f"{CLEAR};Bolt", "A2;Nut")

    assert [why["code"] for row in rows_of(run, kind="refused") for why in row.reasons] == ["key_missing"]


def test_what_was_partly_taken_back_can_only_be_taken_back_to_the_end(shelf: Shelf) -> None:
    run = imported(*[f"A{one};Bolt" for one in range(30)])
    ask_undo(run_uuid=run.uuid)
    ImportRun.objects.filter(pk=run.pk).update(state="stopped", kept_counts={"undone": 5, "kept": 0})

    with pytest.raises(Refused, match="import_state"):
        ask_import(run_uuid=run.uuid)

    work_on(ask_undo(run_uuid=run.uuid).uuid)
    assert (ImportRun.objects.get(pk=run.pk).state, shelf.names) == ("undone", {})


def test_what_is_no_longer_kept_can_not_be_taken_back(shelf: Shelf) -> None:
    run = imported("A1;Bolt")
    ImportRun.objects.filter(pk=run.pk).update(created_at=clock.now() - timedelta(days=100))
    sweep_imports()

    with pytest.raises(Refused, match="import_file_gone"):
        ask_undo(run_uuid=run.uuid)


def test_a_second_import_waits_for_the_first(shelf: Shelf) -> None:
    first, second = tried("A1;Bolt"), ask_import(run_uuid=tried("A2;Nut").uuid)
    ask_import(run_uuid=first.uuid)
    ImportRun.objects.filter(pk=first.pk).update(lease=first.uuid, leased_until=clock.now() + timedelta(seconds=30))

    run_due_jobs()
    assert (ImportRun.objects.get(pk=second.pk).state, shelf.writes) == ("applying", 0)

    ImportRun.objects.filter(pk=first.pk).update(lease=None, leased_until=None)
    run_due_jobs(until=clock.now() + timedelta(seconds=11))
    assert ImportRun.objects.get(pk=second.pk).state == "applied"
