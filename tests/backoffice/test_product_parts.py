"""Pictures, documents, relations and ranges of a product: what staff put there is there, what is no such file is not."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.backoffice.conftest import Sign, send
from tests.factories import Shop, texts
from truso.modules.catalog.models import (
    Assortment,
    AssortmentVariant,
    Document,
    Picture,
    Product,
    ProductPicture,
    Relation,
    Variant,
)

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def own_media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def product(shop: Shop) -> Product:
    return shop.add_article("A1").product


def image(form: str = "PNG", size: tuple[int, int] = (400, 300), color: str = "teal") -> bytes:
    target = BytesIO()
    Image.new("RGB", size, color).save(target, format=form)
    return target.getvalue()


def address(product: Product, part: str) -> str:
    return reverse(f"backoffice:product_{part}", args=[product.uuid])


def upload(content: bytes, name: str = "a.png", kind: str = "image/png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, kind)


@pytest.mark.parametrize(("form", "kind"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")])
def test_a_picture_is_known_by_its_content(staff: Sign, product: Product, form: str, kind: str) -> None:
    sent = send(
        staff("product"), address(product, "pictures"), act="add", file=upload(image(form), "x.txt", "text/plain"),
        alt_nb="En ting", alt_en="A thing",
    )  # fmt: skip

    picture = product.pictures.get().picture
    assert sent.status_code == 302
    assert (picture.content_type, picture.width, picture.height) == (kind, 400, 300)
    assert picture.alternative_texts == {"nb": "En ting", "en": "A thing"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "read as a picture"),
        (b"<html><script>1</script></html>", "read as a picture"),
        (image()[:200], "read as a picture"),
        (image("GIF"), "read as a picture"),
        (image(size=(199, 900)), "smaller than 200 pixels"),
        (image(size=(12_001, 200)), "larger than 12000 pixels"),
        (b"", "The file is empty."),
    ],
)
def test_what_is_no_picture_is_refused_and_leaves_nothing(
    staff: Sign, product: Product, own_media: Path, content: bytes, said: str
) -> None:
    answer = send(staff("product"), address(product, "pictures"), act="add", file=upload(content), alt_nb="Ordene")

    shown = answer.content.decode().replace("&#x27;", "'")
    assert (answer.status_code, said in shown, 'value="Ordene"' in shown) == (422, True, True)
    assert (Picture.objects.count(), [one for one in own_media.rglob("*") if one.is_file()]) == (0, [])


def test_a_form_without_a_file_says_so(staff: Sign, product: Product) -> None:
    answer = send(staff("product"), address(product, "pictures"), act="add")
    assert (answer.status_code, "Choose a file." in answer.content.decode()) == (422, True)


def test_pictures_are_ordered_described_given_to_articles_and_taken_out(
    staff: Sign, shop: Shop, product: Product
) -> None:
    client, page = staff("product"), address(product, "pictures")
    for color in ("red", "green", "blue"):
        send(client, page, act="add", file=upload(image(color=color)))
    red, green, blue = product.pictures.all()
    variant = product.variants.get()
    fields: dict[str, Any] = {
        "picture": [red.pk, green.pk, blue.pk],
        f"position_{red.pk}": "2",
        f"position_{green.pk}": "3",
        f"position_{blue.pk}": "1",
        f"alt_{blue.pk}_sv": "Blå",
        f"variants_{blue.pk}": [variant.pk],
        f"remove_{green.pk}": "1",
    }

    assert send(client, page, act="arrange", **fields).status_code == 302

    assert list(product.pictures.values_list("pk", flat=True)) == [blue.pk, red.pk]
    assert Picture.objects.get(pk=blue.picture_id).alternative_texts == {"sv": "Blå"}
    assert Variant.objects.get(pk=variant.pk).picture_id == blue.picture_id


def test_another_products_pictures_and_articles_are_left_alone(staff: Sign, shop: Shop, product: Product) -> None:
    other = shop.add_article("B1")
    client = staff("product")
    send(client, address(other.product, "pictures"), act="add", file=upload(image()))
    theirs = other.product.pictures.get()

    fields = {"picture": [theirs.pk], f"remove_{theirs.pk}": "1", f"variants_{theirs.pk}": [other.pk]}
    send(client, address(product, "pictures"), act="arrange", **fields)

    assert ProductPicture.objects.get().pk == theirs.pk
    assert Variant.objects.get(pk=other.pk).picture_id is None


def test_the_same_picture_is_kept_once_and_shown_once(staff: Sign, product: Product, shop: Shop) -> None:
    client, other = staff("product"), shop.add_article("B1").product
    send(client, address(product, "pictures"), act="add", file=upload(image()), alt_en="First words")
    send(client, address(other, "pictures"), act="add", file=upload(image()), alt_en="Other words")
    again = send(client, address(product, "pictures"), act="add", file=upload(image()))

    assert (Picture.objects.get().alternative_texts, ProductPicture.objects.count()) == ({"en": "First words"}, 2)
    assert "The product has this picture already." in again.content.decode()


def test_a_document_is_added_read_and_removed(staff: Sign, product: Product) -> None:
    client, page = staff("product"), address(product, "documents")
    fields = {"title": "Sikkerhetsblad", "type": "safety_data_sheet", "language": "nb"}
    send(client, page, act="add", file=upload(PDF, "x.pdf", "application/pdf"), **fields)

    document = Document.objects.get()
    file = staff("warehouse").get(reverse("backoffice:product_document", args=[product.uuid, document.uuid]))
    assert (document.title, document.type, document.language, document.size) == (*fields.values(), len(PDF))
    assert (file.content, file["Content-Type"], file["X-Content-Type-Options"]) == (PDF, "application/pdf", "nosniff")
    labels = {
        f"title_{document.uuid}": "Data",
        f"type_{document.uuid}": "data_sheet",
        f"language_{document.uuid}": "pl",
    }
    assert send(client, page, act="arrange", document=[document.uuid], **labels).status_code == 302
    document.refresh_from_db()
    assert (document.title, document.type, document.language) == ("Data", "data_sheet", "pl")
    assert send(client, page, act="arrange", document=[document.uuid], remove=[document.uuid]).status_code == 302
    assert (product.document_links.count(), Document.objects.count()) == (0, 1)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "Fill this in."),
        ({"type": "poem"}, "Choose a type."),
        ({"language": "xx"}, "Choose a language."),
    ],
)
def test_a_document_is_not_labelled_wrongly(
    staff: Sign, shop: Shop, product: Product, wrong: dict[str, str], said: str
) -> None:
    first, second = (shop.add_document(product, language="nb", title=title) for title in ("One", "Two"))
    labels = {
        f"{name}_{row.uuid}": value
        for row, changes in ((first, {}), (second, wrong))
        for name, value in {"title": "New", "type": "declaration", "language": "sv", **changes}.items()
    }
    page = address(product, "documents")
    answer = send(staff("product"), page, act="arrange", document=[first.uuid, second.uuid], **labels)

    shown = answer.content.decode()
    assert (answer.status_code, said in shown, 'value="New"' in shown) == (422, True, True)
    assert list(Document.objects.values_list("title", "type", "language").order_by("id")) == [
        ("One", "data_sheet", "nb"),
        ("Two", "data_sheet", "nb"),
    ]


def test_another_products_document_is_not_found(staff: Sign, product: Product, shop: Shop) -> None:
    other = shop.add_article("B1").product
    theirs = shop.add_document(other, language="nb", title="Theirs")
    for unknown in (theirs.uuid, "5d2c6b5e-0000-4000-8000-000000000000", "x"):
        labels = {f"title_{unknown}": "New", f"type_{unknown}": "declaration", f"language_{unknown}": "sv"}
        answer = send(staff("product"), address(product, "documents"), act="arrange", document=[unknown], **labels)
        assert answer.status_code == 404
    theirs.refresh_from_db()
    assert theirs.title == "Theirs"


def test_a_shared_picture_says_that_its_words_are_shared(staff: Sign, product: Product, shop: Shop) -> None:
    client, other = staff("product"), shop.add_article("B1").product
    send(client, address(product, "pictures"), act="add", file=upload(image()))
    alone = client.get(address(product, "pictures")).content.decode()
    send(client, address(other, "pictures"), act="add", file=upload(image()))

    assert "other product shows this picture too" not in alone
    assert "1 other product shows this picture too" in client.get(address(product, "pictures")).content.decode()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"file": b"<html>%PDF-</html>", "title": "x"}, "This is no PDF."),
        ({"file": image(), "title": "x"}, "This is no PDF."),
        ({"file": PDF, "title": " "}, "Fill this in."),
    ],
)
def test_what_is_no_document_is_refused(staff: Sign, product: Product, fields: dict[str, Any], said: str) -> None:
    sent = {
        **fields,
        "file": upload(fields["file"], "x.pdf", "application/pdf"),
        "type": "data_sheet",
        "language": "sv",
    }
    answer = send(staff("product"), address(product, "documents"), act="add", **sent)

    shown = answer.content.decode()
    assert (answer.status_code, said in shown, '<option value="sv" selected>' in shown) == (422, True, True)
    assert not Document.objects.exists()


def test_products_are_related_ordered_and_parted(staff: Sign, shop: Shop, product: Product) -> None:
    client, page = staff("product"), address(product, "relations")
    first, second = shop.add_article("B1"), shop.add_article("C1")
    send(client, page, act="add", kind="accessory", to=first.product.code)
    send(client, page, act="add", kind="accessory", to="c1")
    for words, said in (
        (product.code, "related to itself"),
        ("B1", "related like this already"),
        ("nothing", "No product or article has the number “nothing”."),
    ):
        shown = send(client, page, act="add", kind="accessory", to=words).content.decode().replace("&#x27;", "'")
        assert said in shown
    one, two = product.relations.all()

    send(
        client, page, act="arrange", relation=[one.pk, two.pk], **{f"position_{one.pk}": "5", f"position_{two.pk}": "1"}
    )
    assert [row.to for row in product.relations.all()] == [second.product, first.product]
    send(client, page, act="arrange", relation=[one.pk, two.pk], remove=[one.pk])
    assert [row.pk for row in Relation.objects.all()] == [two.pk]


def test_articles_enter_and_leave_ranges(staff: Sign, shop: Shop, product: Product) -> None:
    small, large = (Assortment.objects.create(code=code, names=texts(code)) for code in ("small", "large"))
    other, mine = shop.add_article("B1"), product.variants.get()
    AssortmentVariant.objects.create(assortment=small, variant=other)
    AssortmentVariant.objects.create(assortment=small, variant=mine)
    client, page = staff("product"), address(product, "ranges")

    send(client, page, act="save", assortment=[small.pk, large.pk], **{f"range_{large.pk}": [mine.pk, other.pk]})

    there = set(AssortmentVariant.objects.values_list("assortment__code", "variant__sku"))
    assert there == {("small", "B1"), ("large", "A1")}
    assert send(staff("sales"), page, act="save", assortment=[small.pk]).status_code == 404
