"""Documents and pictures from a zip: a table that says what each file is and belongs to, and the files beside it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from truso.kernel.identifiers import normalize_code, slugify
from truso.kernel.refusals import Refusal, Refused
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.attachments import add_picture, place_picture, remove_picture
from truso.modules.catalog.documents import (
    DocumentData,
    Links,
    add_document,
    change_document,
    remove_document,
    set_links,
)
from truso.modules.catalog.models import Brand, Category, Document, Family, Product, ProductPicture, Variant
from truso.modules.catalog.uploads import MOST_BYTES, check_document, read_picture
from truso.modules.customers.models import Customer
from truso.platform.imports import FieldSpec, Row, target
from truso.platform.imports.attached import ARCHIVE, Attached, attached_to
from truso.processes.imports.fields import LANGUAGE_NAMES
from truso.processes.imports.levels import find_article, read_articles
from truso.processes.imports.plain import PlainTarget, Record, Wish

PORTION = 500
_STORED = re.compile(r"[0-9a-f]{24}")
_LINKED = {"families": Family, "brands": Brand, "categories": Category}
_DIGEST = 40  # signs of a digest in a key


def _read(archive: Attached, name: str, check: Callable[[bytes], object]) -> str | Refusal:
    """Return the digest of a file that is what it should be."""
    try:
        content = archive.read(name, most=MOST_BYTES)
        check(content)
    except Refused as refused:
        return refused.refusals[0]
    return hashlib.sha256(content).hexdigest()


@target
class Documents(PlainTarget):
    """Documents, told apart by their own key or by their file and the customer it is for."""

    code = "documents"
    portion = 50
    required = ("title", "type")

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields. Without a file, the row is about the document whose key it names."""
        return [
            FieldSpec("uuid", _("Key of a document"), "code", is_key=True),
            FieldSpec("file", _("File in the zip"), is_key=True, aliases=("fil", "filnavn", "filnamn", "plik", "file name")),
            FieldSpec("customer", _("Only for the customer with number"), "code", is_key=True, aliases=("kunde", "kund", "klient")),
            FieldSpec("title", _("Title"), aliases=("tittel", "titel", "tytuł")),
            FieldSpec("type", _("Type"), hint=", ".join(Document.Type.values), aliases=("dokumenttype", "dokumenttyp", "typ")),
            FieldSpec("language", _("Language"), hint=", ".join(LANGUAGES), aliases=("språk", "język")),
            FieldSpec("valid_to", _("Valid to"), "date", aliases=("gyldig til", "giltig till", "ważny do")),
            FieldSpec("products", _("Products, by code or article number"), "list", aliases=("article number", "varenummer", "artikelnummer", "sku")),
            FieldSpec("families", _("Families, by code"), "list"),
            FieldSpec("brands", _("Brands, by code"), "list"),
            FieldSpec("categories", _("Categories, by code"), "list"),
        ]  # fmt: skip

    def keys(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[str | Refusal]:
        with attached_to(options.get(ARCHIVE)) as archive:
            return [_document_key(row, archive) for row in rows]

    def known(self, rows: Sequence[Row], options: Mapping[str, Any]) -> Mapping[str, Mapping[str, str]]:
        named = {one for row in rows for one in row.values.get("products", "").split("|")}
        codes = {slugify(one) for one in named}
        products = {code: code for code in Product.objects.filter(code__in=codes).values_list("code", flat=True)}
        numbers = Variant.objects.filter(sku_normalized__in={normalize_code(one) for one in named})
        by_number = dict(numbers.values_list("sku_normalized", "product__code"))
        found = {one: by_number.get(normalize_code(one)) or products.get(slugify(one)) for one in named}
        linked = {
            name: {code.casefold(): code for code in model._default_manager.values_list("code", flat=True)}
            for name, model in _LINKED.items()
        }
        customers = {row.values["customer"] for row in rows if row.values.get("customer")}
        there = Customer.objects.filter(number__in=customers).values_list("number", flat=True)
        return {
            "products": {name: code for name, code in found.items() if code},
            **linked,
            "customers": dict.fromkeys(there, ""),
        }

    def present(self, keys: Collection[str], *, lock: bool = False) -> dict[str, Record]:
        uuids = [key for key in keys if "|" not in key]
        digests = {key.partition("|")[0]: key for key in keys if "|" in key}
        rows = Document.objects.select_related("customer").prefetch_related(
            "links__product", "links__family", "links__brand", "links__category"
        )
        if lock:
            rows = rows.select_for_update(of=("self",))
        found = {str(row.uuid): _document(row) for row in rows.filter(uuid__in=uuids).order_by("pk")} if uuids else {}
        for row in rows.filter(sha256__in=_whole(digests)).order_by("pk") if digests else ():
            key = f"{row.sha256[:_DIGEST]}|{row.customer.number if row.customer else ''}"
            if key in keys:
                found[key] = _document(row)
        return found

    def parse(self, field: str, text: str, known: Mapping[str, Mapping[str, str]]) -> Any:
        if field in known:
            parts = text.split("|")
            wanted = [known[field].get(one if field == "products" else one.casefold()) for one in parts]
            missing = [one for one, code in zip(parts, wanted, strict=True) if not code]
            return (
                Refusal("import_unknown", {"found": missing[0][:40]})
                if missing
                else sorted({str(one) for one in wanted})
            )
        if field == "type":
            return text if text in Document.Type.values else Refusal("type_unknown")
        if field == "language":
            return text if text in LANGUAGES else Refusal("language_unknown")
        return text if len(text) <= 200 else Refusal("cell_too_long", {"most": 200})

    def check(self, key: str, record: Record | None, values: Record, known: Any) -> list[Refusal]:
        customer = key.partition("|")[2]
        if record is None and "|" not in key:
            return [Refusal("import_unknown", {"found": key}, "uuid")]
        return (
            [Refusal("import_unknown", {"found": customer}, "customer")]
            if customer and customer not in known["customers"]
            else []
        )

    def write(self, wishes: Sequence[Wish], options: Mapping[str, Any]) -> Mapping[str, Refusal]:
        short: dict[str, Refusal] = {}
        with attached_to(options.get(ARCHIVE)) as archive:
            for wish in wishes:
                try:
                    with transaction.atomic():
                        _write_document(wish, archive)
                except Refused as refused:
                    short[wish.key] = refused.refusals[0]
        return short

    def remove(self, keys: Sequence[str]) -> set[str]:
        for record in self.present(keys, lock=True).values():
            remove_document(document=Document.objects.get(uuid=record["uuid"]))
        return set()

    def portions(self) -> Iterator[Mapping[str, Record]]:
        last = 0
        rows = Document.objects.select_related("customer").prefetch_related(
            "links__product", "links__family", "links__brand", "links__category"
        )
        while portion := list(rows.filter(pk__gt=last).order_by("pk")[:PORTION]):
            last = portion[-1].pk
            yield {str(row.uuid): _document(row) for row in portion}


def _document_key(row: Row, archive: Attached) -> str | Refusal:
    if name := row.values.get("uuid", "").strip():
        try:
            return str(UUID(name))
        except ValueError:
            return Refusal("value_invalid", {"found": name[:40]}, "uuid")
    if not row.values.get("file"):
        return Refusal("field_required", subject="file")
    digest = _read(archive, row.values["file"], check_document)
    return digest if isinstance(digest, Refusal) else f"{digest[:_DIGEST]}|{row.values.get('customer', '').strip()}"


def _whole(digests: Collection[str]) -> list[str]:
    """Return the whole digests that begin with these."""
    from django.db.models.functions import Left

    rows = Document.objects.annotate(start=Left("sha256", _DIGEST)).filter(start__in=list(digests))
    return list(rows.values_list("sha256", flat=True))


def _document(row: Document) -> Record:
    links = list(row.links.all())
    return {
        "uuid": str(row.uuid), "customer": row.customer.number if row.customer else None, "title": row.title, "type": row.type,
        "language": row.language or None, "valid_to": row.valid_to.isoformat() if row.valid_to else None,
        "products": sorted(one.product.code for one in links if one.product) or None,
        "families": sorted(one.family.code for one in links if one.family) or None,
        "brands": sorted(one.brand.code for one in links if one.brand) or None,
        "categories": sorted(one.category.code for one in links if one.category) or None,
    }  # fmt: skip


def _write_document(wish: Wish, archive: Attached) -> None:
    values = wish.values
    number = wish.key.partition("|")[2] or values.get("customer")
    customer = Customer.objects.filter(number=number).first() if number else None
    data = DocumentData(
        values["type"], values["title"], values.get("language") or "",
        date.fromisoformat(values["valid_to"]) if values.get("valid_to") else None, customer.pk if customer else None,
    )  # fmt: skip
    links = Links(
        product=_ids(Product, values.get("products")), family=_ids(Family, values.get("families")),
        brand=_ids(Brand, values.get("brands")), category=_ids(Category, values.get("categories")),
    )  # fmt: skip
    if wish.is_new:
        content = archive.read(wish.cells.get("file", ""), most=MOST_BYTES)
        add_document(content=content, data=data, links=links)
        return
    document = Document.objects.get(uuid=values["uuid"])
    change_document(document=document, data=data)
    if wish.changes.keys() & {"products", "families", "brands", "categories"}:
        set_links(document=document, links=links)


def _ids(model: Any, codes: Sequence[str] | None) -> tuple[int, ...]:
    return tuple(model._default_manager.filter(code__in=codes).values_list("pk", flat=True)) if codes else ()


@target
class Pictures(PlainTarget):
    """Pictures of products, told apart by article and file."""

    code = "pictures"
    portion = 20
    kept = ("position",)

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields. A file the shop has already may be named as the export names it."""
        return [
            FieldSpec("sku", _("Article number"), "code", is_key=True, is_required=True, aliases=("varenummer", "artikelnummer", "numer artykułu")),
            FieldSpec("file", _("File in the zip"), is_key=True, is_required=True,
                      aliases=("fil", "filnavn", "filnamn", "plik", "file name", "bilde", "bild", "zdjęcie")),
            FieldSpec("position", _("Place in the gallery"), "number", aliases=("rekkefølge", "ordning", "kolejność")),
            *(FieldSpec(f"alt:{one}", f"{_('Alternative text')} ({LANGUAGE_NAMES[one]})") for one in LANGUAGES),
        ]  # fmt: skip

    def keys(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[str | Refusal]:
        articles = read_articles(row.values.get("sku", "") for row in rows)
        keys = [key for key, _sku in articles.values()]
        products = dict(Variant.objects.filter(pk__in=keys).values_list("pk", "product__code"))
        stored = _stored({row.values.get("file", "") for row in rows})
        found: list[str | Refusal] = []
        with attached_to(options.get(ARCHIVE)) as archive:
            for row in rows:
                article, name = find_article(row, articles), row.values.get("file", "")
                if isinstance(article, Refusal):
                    found.append(article)
                    continue
                digest = stored[name] if name in stored and name not in archive else _read(archive, name, read_picture)
                found.append(digest if isinstance(digest, Refusal) else f"{digest[:_DIGEST]}|{products[article]}")
        return found

    def present(self, keys: Collection[str], *, lock: bool = False) -> dict[str, Record]:
        codes = {key.partition("|")[2] for key in keys}
        if lock:
            list(Product.objects.select_for_update().filter(code__in=codes).order_by("pk").values_list("pk"))
        rows = ProductPicture.objects.filter(product__code__in=codes).select_related("picture", "product")
        found = {f"{row.picture.sha256[:_DIGEST]}|{row.product.code}": _picture(row) for row in rows}
        return {key: found[key] for key in keys if key in found}

    def parse(self, field: str, text: str, known: Any) -> Any:
        if field == "position":
            return (
                int(text)
                if text.isascii() and text.isdigit() and len(text) < 5
                else Refusal("value_invalid", {"found": text[:40]})
            )
        return text if len(text) <= 300 else Refusal("cell_too_long", {"most": 300})

    def write(self, wishes: Sequence[Wish], options: Mapping[str, Any]) -> Mapping[str, Refusal]:
        short: dict[str, Refusal] = {}
        with attached_to(options.get(ARCHIVE)) as archive:
            for wish in sorted(wishes, key=lambda one: one.values.get("position") or 0):
                try:
                    with transaction.atomic():
                        _write_picture(wish, archive)
                except Refused as refused:
                    short[wish.key] = refused.refusals[0]
        return short

    def remove(self, keys: Sequence[str]) -> set[str]:
        for key in keys:
            digest, _bar, code = key.partition("|")
            rows = ProductPicture.objects.filter(product__code=code, picture__sha256__startswith=digest).select_related(
                "product", "picture"
            )
            for row in rows:
                remove_picture(row=row)
        return set()

    def portions(self) -> Iterator[Mapping[str, Record]]:
        last = 0
        rows = (
            ProductPicture.objects.select_related("picture", "product")
            .prefetch_related("product__variants")
            .order_by("pk")
        )
        while portion := list(rows.filter(pk__gt=last)[:PORTION]):
            last = portion[-1].pk
            yield {str(row.pk): one for row in portion if (one := _picture(row))["sku"]}


def _stored(names: Collection[str]) -> dict[str, str]:
    """Return the digests of pictures the shop has, by the names its export gives them."""
    from truso.modules.catalog.models import Picture

    starts = {name: name.partition(".")[0] for name in names if _STORED.fullmatch(name.partition(".")[0])}
    if not starts:
        return {}
    rows = Picture.objects.filter(file__in=[f"pictures/{name}" for name in starts]).values_list("file", "sha256")
    return {str(file).rpartition("/")[2]: digest for file, digest in rows}


def _picture(row: ProductPicture) -> Record:
    variants = sorted(row.product.variants.all(), key=lambda one: (one.position, one.pk))
    texts = row.picture.alternative_texts or {}
    return {
        "sku": variants[0].sku if variants else None, "file": str(row.picture.file).rpartition("/")[2], "position": row.position,
        **{f"alt:{one}": texts.get(one) for one in LANGUAGES},
    }  # fmt: skip


def _write_picture(wish: Wish, archive: Attached) -> None:
    digest, _bar, code = wish.key.partition("|")
    product = Product.objects.get(code=code)
    texts = {one: wish.values.get(f"alt:{one}") or "" for one in LANGUAGES}
    if wish.is_new:
        added = add_picture(
            product=product, content=_content(wish.cells.get("file", ""), archive), alternative_texts=texts
        )
    else:
        added = ProductPicture.objects.get(product=product, picture__sha256__startswith=digest)
    place_picture(row=added, position=wish.changes.get("position"), alternative_texts=None if wish.is_new else texts)


def _content(name: str, archive: Attached) -> bytes:
    """Return a picture: from the archive, else one the shop has."""
    from truso.modules.catalog.models import Picture

    if name not in archive and (picture := Picture.objects.filter(file=f"pictures/{name}").first()):
        with picture.file.open("rb") as file:
            return bytes(file.read())
    return archive.read(name, most=MOST_BYTES)
