"""Demonstration blocks: added, ordered and taken away by staff; shown to buyers, and nothing of others loaded unasked."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageColor

from tests.backoffice.conftest import Sign, send, told
from tests.factories import Shop
from truso.modules.catalog.models import Product, ProductBlock, ProductPicture

MP4 = b"\x00\x00\x00\x20ftypisom" + bytes(range(256)) * 4
ID = "dQw4w9WgXcQ"


def png(color: str = "red") -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (240, 240), ImageColor.getrgb(color)).save(file, "PNG")
    return SimpleUploadedFile(f"{color.strip(chr(35))}.png", file.getvalue(), "image/png")


def add(staff: Sign, product: Product, **fields: Any) -> Any:
    return send(staff("product"), reverse("backoffice:product_blocks", args=[product.uuid]), act="add", **fields)


def page_of(product: Product, client: Client | None = None) -> Any:
    return (client or Client()).get(f"/en/p/{product.texts.get(language='en').slug}/")


def test_a_block_with_words_and_a_picture_stands_on_the_page(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product

    answer = add(staff, product, heading_en="See it cut", text_en="Clean\n\nand <b>fast</b>", picture=png())

    assert answer.status_code == 302
    page = page_of(product).content.decode()
    assert "<h2>See it cut</h2>" in page
    assert "<p>and &lt;b&gt;fast&lt;/b&gt;</p>" in page
    assert str(ProductBlock.objects.get().picture.uuid) in page


def test_a_video_elsewhere_is_not_loaded_before_it_is_asked_for(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product

    add(staff, product, address=f"https://youtu.be/{ID}")

    response = page_of(product)
    page, policy = response.content.decode(), response["Content-Security-Policy"]
    assert "<iframe" not in page
    assert f'href="https://www.youtube.com/watch?v={ID}"' in page
    assert f'data-embed="https://www.youtube-nocookie.com/embed/{ID}?autoplay=1"' in page
    assert "frame-src https://www.youtube-nocookie.com" in policy


def test_pages_without_one_let_no_other_house_in(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product

    assert "frame-src" not in page_of(product)["Content-Security-Policy"]


def test_a_film_is_served_whole_and_in_parts(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product
    add(staff, product, video=SimpleUploadedFile("clip.exe", MP4), picture=png())
    block = ProductBlock.objects.get()
    address, client = reverse("site:video", args=[block.uuid]), Client()

    whole = client.get(address)
    part = client.get(address, headers={"Range": "bytes=4-7"})
    end = client.get(address, headers={"Range": "bytes=-4"})
    beyond = client.get(address, headers={"Range": f"bytes={len(MP4)}-"})

    assert (b"".join(whole.streaming_content), whole["Content-Type"]) == (MP4, "video/mp4")
    assert (part.status_code, b"".join(part.streaming_content)) == (206, b"ftyp")
    assert part["Content-Range"] == f"bytes 4-7/{len(MP4)}"
    assert (b"".join(end.streaming_content), beyond.status_code) == (MP4[-4:], 416)
    assert f'<source src="{address}" type="video/mp4">' in page_of(product).content.decode()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Write something, or add a picture or a video."),
        ({"address": "https://example.org/film"}, "This is no address of a video at YouTube or Vimeo."),
        ({"video": SimpleUploadedFile("clip.mp4", b"no film")}, "This is no MP4 or WebM video."),
        ({"video": SimpleUploadedFile("c.mp4", MP4), "address": f"https://youtu.be/{ID}"}, "Add one:"),
        ({"picture": SimpleUploadedFile("a.png", b"no picture"), "heading_en": "x"}, "picture"),
    ],
)
def test_what_is_no_block_is_refused_and_what_was_typed_stays(
    shop: Shop, staff: Sign, fields: dict[str, Any], sentence: str
) -> None:
    product = shop.add_article("A-1").product
    for file in fields.values():
        if hasattr(file, "seek"):
            file.seek(0)

    answer = add(staff, product, **{"text_pl": "Zostaje", **fields} if fields else {})

    assert (answer.status_code, ProductBlock.objects.count()) == (422, 0)
    assert sentence in told(answer)
    assert not fields or "Zostaje" in told(answer)


def test_a_product_is_seen_all_around_in_the_order_of_the_names(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product
    files = [png(f"#0{number}0000") for number in range(8)]
    for number, file in enumerate(reversed(files)):
        file.name = f"turn-{number:02}.png"

    answer = add(staff, product, frames=files)

    block = ProductBlock.objects.get()
    frames = [one.picture for one in block.frames.select_related("picture")]
    page = page_of(product).content.decode()
    assert (answer.status_code, block.media, len(frames)) == (302, "spin", 8)
    with frames[0].file.open() as stored, Image.open(stored) as first:
        assert first.getpixel((0, 0)) == (7, 0, 0)
    assert [page.count(str(one.uuid)) > 0 for one in frames] == [True] * 8


@pytest.mark.parametrize("count", [7, 73])
def test_too_few_or_too_many_sides_are_refused(shop: Shop, staff: Sign, count: int) -> None:
    product = shop.add_article("A-1").product

    answer = add(staff, product, frames=[png(f"#0000{number:02x}") for number in range(count)])

    assert (answer.status_code, ProductBlock.objects.count()) == (422, 0)
    assert "All around takes from 8 to 72 pictures." in told(answer)


def test_blocks_change_places_and_go(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product
    for word in ("One", "Two", "Three"):
        add(staff, product, heading_en=word)
    one, two, three = ProductBlock.objects.all()

    send(
        staff("product"), reverse("backoffice:product_blocks", args=[product.uuid]), act="arrange",
        block=[one.pk, two.pk, three.pk], **{
            f"position_{one.pk}": "3", f"position_{two.pk}": "2", f"position_{three.pk}": "1", f"remove_{two.pk}": "1",
            f"heading_{one.pk}_en": "First", f"heading_{three.pk}_en": "Third",
        },
    )  # fmt: skip

    assert [block.headings["en"] for block in ProductBlock.objects.all()] == ["Third", "First"]


def test_the_database_keeps_a_block_to_one_thing(shop: Shop) -> None:
    product = shop.add_article("A-1").product

    for wrong in ({"media": "picture"}, {"media": "youtube"}, {"media": "video"}, {"media": "none", "embed": ID}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ProductBlock.objects.create(product=product, **wrong)


def test_the_api_tells_of_blocks(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product
    add(staff, product, heading_en="Film", address="https://vimeo.com/76979871")

    slug = product.texts.get(language="en").slug
    (block,) = json.loads(Client().get(f"/api/v1/products/{slug}", headers={"Accept-Language": "en"}).content)["blocks"]

    assert block == {
        "heading": "Film", "text": "", "media": "vimeo", "url": "https://vimeo.com/76979871", "content_type": "", "picture": None, "frames": [],
    }  # fmt: skip


def test_several_pictures_are_added_and_the_wrong_one_is_named(shop: Shop, staff: Sign) -> None:
    product = shop.add_article("A-1").product
    files = [png("red"), SimpleUploadedFile("notes.png", b"no picture"), png("blue")]
    client = staff("product")

    answer = client.post(
        reverse("backoffice:product_pictures", args=[product.uuid]),
        {"form_key": "k1", "act": "add", "file": files},
        follow=True,
    )

    assert ProductPicture.objects.filter(product=product).count() == 2
    assert "notes.png: " in told(answer)
    assert "red.png" not in told(answer)
