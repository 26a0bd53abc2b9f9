"""Documents and pictures from a zip with a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest
from PIL import Image

from tests.factories import Shop
from truso.modules.catalog.models import Document, ProductPicture
from truso.platform.imports.models import ImportRow, ImportRun
from truso.platform.imports.operations import ask_import, ask_trial, ask_undo, create_run, set_mapping
from truso.platform.imports.running import work_on

PDF = b"%PDF-1.4\n1 0 obj << >> endobj\n%%EOF\n"


def picture(color: str) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (300, 300), color).save(target, "PNG")
    return target.getvalue()


def archive(files: Mapping[str, bytes]) -> io.BytesIO:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name, content)
    target.seek(0)
    return target


def run(target: str, files: Mapping[str, bytes], **mapping: str) -> ImportRun:
    made = create_run(target=target, file=archive(files), file_name="media.zip", by="Kari")
    set_mapping(
        run_uuid=made.uuid,
        mapping={column["key"]: mapping.get(column["key"], column["key"]) for column in made.look["columns"]},
    )
    ask_trial(run_uuid=made.uuid)
    work_on(made.uuid)
    ask_import(run_uuid=made.uuid)
    work_on(made.uuid)
    return ImportRun.objects.get(pk=made.pk)


def reasons(made: ImportRun) -> list[tuple[int, str]]:
    rows = ImportRow.objects.filter(run=made, kind="refused", is_trial=False).order_by("number")
    return [(row.number, row.reasons[0]["code"]) for row in rows]


@pytest.fixture
def goods(shop: Shop) -> Shop:
    shop.add_article("A-1")
    shop.add_article("A-2")
    shop.company("Nord AS", number="1001")
    return shop


def test_documents_come_with_their_links_once_and_are_taken_back(goods: Shop) -> None:
    files = {
        "index.csv": b"file;title;type;language;valid_to;products;customer\n"
        b"sheets/one.pdf;Sheet;data_sheet;nb;31.12.2027;A-1|A-2;\n"
        b"two.pdf;Our price;other;;;A-1;1001\nnone.pdf;X;other;;;A-1;\nfake.pdf;X;other;;;A-1;\ntwo.pdf;X;secret;;;B-9;\n",
        "sheets/one.pdf": PDF, "two.pdf": PDF + b" ", "fake.pdf": b"<html>",
    }  # fmt: skip

    made = run("documents", files)

    assert (made.state, made.counts) == ("applied", {"new": 2, "changed": 0, "same": 0, "refused": 3})
    assert reasons(made) == [(4, "attachment_missing"), (5, "document_unreadable"), (6, "type_unknown")]
    sheet, own = Document.objects.order_by("pk")
    assert (sheet.title, sheet.language, str(sheet.valid_to), sheet.links.count(), sheet.customer) == (
        "Sheet",
        "nb",
        "2027-12-31",
        2,
        None,
    )
    assert (own.customer.number if own.customer else None, own.links.count()) == ("1001", 1)

    again = run("documents", files)
    assert again.counts == {"new": 0, "changed": 0, "same": 2, "refused": 3}

    ask_undo(run_uuid=made.uuid)
    work_on(made.uuid)
    assert not Document.objects.exists()


def test_pictures_come_in_their_places_with_their_words(goods: Shop) -> None:
    files = {
        "pictures.csv": "sku;file;position;alt:nb\nA-1;red.png;2;Rød\na1;BLUE.png;1;Blå\nA-2;fake.png;1;\nB-9;red.png;1;\n".encode(),
        "red.png": picture("red"), "blue.png": picture("blue"), "fake.png": b"GIF89a", "__MACOSX/red.png": b"x",
    }  # fmt: skip

    made = run("pictures", files)

    assert made.counts == {"new": 2, "changed": 0, "same": 0, "refused": 2}
    assert reasons(made) == [(4, "picture_unreadable"), (5, "sku_unknown")]
    rows = ProductPicture.objects.order_by("position").select_related("picture")
    assert [(row.position, row.picture.alternative_texts) for row in rows] == [(1, {"nb": "Blå"}), (2, {"nb": "Rød"})]

    assert run("pictures", files).counts["same"] == 2

    ask_undo(run_uuid=made.uuid)
    work_on(made.uuid)
    assert not ProductPicture.objects.exists()


def test_an_archive_with_a_way_out_is_not_opened(goods: Shop) -> None:
    from truso.kernel.refusals import Refused

    with pytest.raises(Refused) as refused:
        create_run(
            target="pictures",
            file=archive({"a.csv": b"sku;file\nA-1;x\n", "../../x": b"x"}),
            file_name="a.zip",
            by="Kari",
        )

    assert [one.code for one in refused.value.refusals] == ["file_archive_path"]
