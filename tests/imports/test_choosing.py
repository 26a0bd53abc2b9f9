"""What a merchant says of a file besides its columns: what its words mean, which of its rows are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.imports.test_runs import begin, counts
from truso.commands.data import KINDS
from truso.platform.imports.models import ImportRun
from truso.platform.imports.operations import ask_import, ask_trial, set_mapping
from truso.platform.imports.running import work_on
from truso.platform.imports.targets import all_targets

if TYPE_CHECKING:
    from tests.imports.test_runs import Shelf

pytestmark = pytest.mark.django_db


def test_words_of_a_column_are_read_as_what_they_stand_for(shelf: Shelf) -> None:
    run = begin("A1;1", "A2;0", "A3;2")
    set_mapping(
        run_uuid=run.uuid, mapping={"Varenummer": "sku", "Navn": "name"}, options={"words:Navn": "1 = Bolt; 0=Nut;x"}
    )
    ask_trial(run_uuid=run.uuid)
    work_on(run.uuid)
    ask_import(run_uuid=run.uuid)
    work_on(run.uuid)

    assert shelf.names == {"A1": "Bolt", "A2": "Nut", "A3": "2"}


def test_only_the_rows_that_are_asked_for_are_taken(shelf: Shelf) -> None:
    run = begin("A1;Bolt", "A1;Old bolt", "A2;Nut")
    set_mapping(
        run_uuid=run.uuid, mapping={"Varenummer": "sku", "Navn": "name"}, options={"only": "Varenummer=a1; Navn = bolt"}
    )
    ask_trial(run_uuid=run.uuid)
    work_on(run.uuid)

    assert ImportRun.objects.get(pk=run.pk).trial_counts == counts(new=1)


def test_the_command_line_takes_whatever_can_be_imported() -> None:
    assert set(KINDS) == {one.code for one in all_targets()}
