"""Pictures from a zip: matched by name, told what matched nothing, tricks refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop
from truso.kernel.refusals import Refused
from truso.modules.catalog.picture_archives import MOST_PICTURES, read_archive
from truso.modules.catalog.uploads import MOST_BYTES


def image(color: str) -> bytes:
    target = BytesIO()
    Image.new("RGB", (300, 300), color).save(target, "PNG")
    return target.getvalue()


def archive(**files: bytes) -> bytes:
    return archive_of(list(files.items()))


def archive_of(files: list[tuple[str, bytes]]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files:
            written.writestr(name, content)
    return target.getvalue()


def test_pictures_go_to_the_articles_their_names_say(shop: Shop, staff: Sign) -> None:
    one, other = shop.add_article("AB-1"), shop.add_article("AB-1_2")
    content = archive_of(
        [
            ("shoot/ab1_3.png", image("blue")), ("../../AB-1.png", image("red")), ("AB-1_2.png", image("green")),
            ("nobody.png", image("black")), ("AB-1_4.png", b"no picture"), ("__MACOSX/AB-1.png", b"x"), (".DS_Store", b"x"),
        ]
    )  # fmt: skip

    sent = send(staff("product"), reverse("backoffice:picture_archive"), file=SimpleUploadedFile("p.zip", content))

    assert sent.status_code == 200
    outcome = sent.context["outcome"]
    assert list(outcome.added) == [("AB-1.png", "AB-1"), ("AB-1_2.png", "AB-1_2"), ("ab1_3.png", "AB-1")]
    assert list(outcome.unmatched) == ["nobody.png"]
    assert [(name, refusal.code) for name, refusal in outcome.refused] == [("AB-1_4.png", "picture_unreadable")]
    assert (one.product.pictures.count(), other.product.pictures.count()) == (2, 1)
    assert "nobody.png" in sent.content.decode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"no zip", "archive_unreadable"),
        (archive(a=b"x" * 1000)[:60], "archive_unreadable"),
        (archive_of([("bomb.png", b"\0" * (MOST_BYTES + 1))]), "archive_too_large"),
        (archive_of([(f"{number}.png", b"x") for number in range(MOST_PICTURES + 1)]), "archive_too_large"),
    ],
    ids=["empty", "no_zip", "cut_off", "bomb", "too_many"],
)
def test_tricks_are_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_archive(content)
    assert [one.code for one in refused.value.refusals] == [code]


def test_a_refusal_is_told_in_words(shop: Shop, staff: Sign) -> None:
    sent = send(staff("product"), reverse("backoffice:picture_archive"), file=SimpleUploadedFile("p.zip", b"no zip"))
    assert sent.status_code == 422
    assert "The file can&#x27;t be read as a zip." in sent.content.decode()
