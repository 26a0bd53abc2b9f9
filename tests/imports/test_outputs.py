"""Tables as files: refused rows to mend, and every format read back."""

from __future__ import annotations

import io

import pytest

from tests.imports.test_runs import Shelf, imported
from truso.platform.imports.operations import ask_import, ask_trial, create_run
from truso.platform.imports.outputs import errors_file, write_table
from truso.platform.imports.running import work_on

pytestmark = pytest.mark.django_db


def test_refused_rows_come_as_a_file_to_mend_and_send_again(shelf: Shelf) -> None:
    run = imported("A1;Bolt", "A2;bad", "A3;=x")

    name, content = errors_file(run, kind="csv", say=lambda why: f"{why.code}!", heading="What is wrong")
    text = b"".join(content).decode("utf-8-sig")

    assert (name, text) == ("list-errors.csv", "Varenummer;Navn;What is wrong\r\nA2;bad;name_bad!\r\n")
    mended = create_run(
        target="shelf", file=io.BytesIO(text.replace("bad;", "Nut;").encode()), file_name=name, by="Tester"
    )
    assert mended.mapping == {"Varenummer": "sku", "Navn": "name"}


def test_what_a_spreadsheet_would_compute_is_written_as_text_and_read_back(shelf: Shelf) -> None:
    content = b"".join(write_table("csv", ["sku", "name"], [["A1", "=1+1"], ["A2", "-5"]]))

    assert content.decode("utf-8-sig") == "sku;name\r\nA1;'=1+1\r\nA2;-5\r\n"
    run = create_run(target="shelf", file=io.BytesIO(content), file_name="x.csv", by="Tester")
    ask_trial(run_uuid=run.uuid)
    work_on(run.uuid)
    ask_import(run_uuid=run.uuid)
    work_on(run.uuid)
    assert shelf.names == {"A1": "=1+1", "A2": "-5"}


@pytest.mark.parametrize("kind", ["csv", "xlsx", "jsonl"])
def test_every_format_written_is_read_back(shelf: Shelf, kind: str) -> None:
    content = b"".join(write_table(kind, ["sku", "name"], [["007", 'Blåbær, "øl"'], ["008", "ąę"]]))

    run = create_run(target="shelf", file=io.BytesIO(content), file_name=f"x.{kind}", by="Tester")
    ask_trial(run_uuid=run.uuid)
    work_on(run.uuid)
    ask_import(run_uuid=run.uuid)
    work_on(run.uuid)

    assert shelf.names == {"007": 'Blåbær, "øl"', "008": "ąę"}
