"""All documents of a product or of an order in one zip file, written while it is sent: no file stands in memory whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.utils import translation
from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import slugify
from truso.kernel.refusals import NotFound
from truso.modules.catalog.models import Document, Product
from truso.modules.catalog.queries import documents_for, documents_of_products
from truso.modules.catalog.rules import split_documents
from truso.modules.catalog.values import DocumentRef
from truso.modules.orders.models import LineKind, Order
from truso.platform import clock
from truso.processes.product_papers import content_of

ZIP = "application/zip"
CHUNK = 256 * 1024
MOST_NAME = 100
# What no file system takes, or what would lead out of the folder.
_UNFIT = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')


@dataclass(frozen=True, slots=True)
class Entry:
    """A document and where it lies in the zip. `product_id` is the one it is typeset for when it has no file."""

    path: str
    document: Document
    product_id: int | None


@dataclass(frozen=True, slots=True)
class Bundle:
    """A zip file to send: its name, and its bytes as they come."""

    filename: str
    chunks: Iterator[bytes]


def bundle_of_product(buyer: Buyer, product_id: int) -> Bundle:
    """Return all documents of a product the buyer may have; raises NotFound when there are none."""
    product = Product.objects.filter(pk=product_id).first()
    refs = documents_for(buyer, [product_id]).get(product_id, ())
    if product is None or not refs:
        raise NotFound("document")
    return Bundle(f"{slugify(product.code)}.zip", _stream(buyer, _entries(buyer, {product_id: refs}, {product_id: ""})))


def bundle_of_order(buyer: Buyer, order: Order) -> Bundle:
    """Return the documents of an order's articles, a folder each; what several of them share lies once, apart.

    The order is one the buyer was found to own. Raises NotFound when its articles have no documents.
    """
    folders = _folders(order)
    found = documents_for(buyer, folders)
    if not found:
        raise NotFound("document")
    return Bundle(f"{slugify(order.number)}.zip", _stream(buyer, _entries(buyer, found, folders)))


def has_documents(buyer: Buyer, order: Order) -> bool:
    """Tell whether `bundle_of_order` has anything to give."""
    return bool(documents_for(buyer, _folders(order)))


def _folders(order: Order) -> dict[int, str]:
    """Return the folder of each product of an order: that of its first article."""
    folders: dict[int, str] = {}
    lines = order.lines.filter(kind=LineKind.ITEM, variant__isnull=False)
    for product_id, sku, name in lines.values_list("variant__product_id", "sku", "name"):
        folders.setdefault(product_id, f"{readable(f'{sku} {name}')}/")
    return folders


def files_of_product(product: Product) -> Bundle:
    """Return, for staff, the files of a product's documents, whoever they are for; raises NotFound when there are none."""
    return _files(product.code, {product.pk: ""})


def files_of_order(order: Order) -> Bundle:
    """Return, for staff, the files of the documents of an order's articles; raises NotFound when there are none."""
    return _files(order.number, _folders(order))


def _files(name: str, folders: dict[int, str]) -> Bundle:
    names, entries, there = Names(), [], set()
    for product_id, documents in documents_of_products(folders).items():
        for one in _once(documents):
            if one.file and (one.sha256 or one.pk) not in there:
                there.add(one.sha256 or one.pk)
                title = f"{one.title} ({one.language})" if one.language else one.title
                entries.append(Entry(names.take(folders[product_id], title), one, None))
    if not entries:
        raise NotFound("document")
    return Bundle(f"{slugify(name)}.zip", _stream(None, entries))


class Names:
    """Readable names, none twice: file systems that know no case would lay one file over another."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, folder: str, title: str, ending: str = ".pdf") -> str:
        """Return a path that is free now."""
        stem = readable(title)
        path, number = f"{folder}{stem}{ending}", 1
        while path.casefold() in self._taken:
            number += 1
            path = f"{folder}{stem} ({number}){ending}"
        self._taken.add(path.casefold())
        return path


def readable(title: str) -> str:
    """Return a title as the name of a file or a folder on any system."""
    return " ".join(_UNFIT.sub(" ", title).split())[:MOST_NAME].strip(" .") or "document"


def _entries(buyer: Buyer, found: dict[int, tuple[DocumentRef, ...]], folders: dict[int, str]) -> list[Entry]:
    """Return what goes in: files in all languages, and what is typeset in the reader's own or the nearest."""
    owners: dict[object, list[int]] = {}
    for product_id in folders:
        near, far = split_documents(found.get(product_id, ()), buyer.language)
        for ref in (*near, *(one for one in far if one.size)):
            owners.setdefault(ref.uuid, []).append(product_id)
    rows = Document.objects.filter(uuid__in=list(owners))
    by_uuid = {row.uuid: row for row in _once(sorted(rows, key=lambda one: list(owners).index(one.uuid)))}
    with translation.override(buyer.language):
        shared = f"{readable(_('Several articles'))}/"
    names, entries = Names(), []
    for uuid, row in by_uuid.items():
        products = owners[uuid]
        title = f"{row.title} ({row.language})" if row.language not in ("", buyer.language) else row.title
        folder = folders[products[0]] if len(products) == 1 else shared
        entries.append(Entry(names.take(folder, title), row, products[0]))
    return entries


def _once(documents: Iterable[Document]) -> list[Document]:
    """Leave out files that are there under another title."""
    kept = {document.sha256 or document.pk: document for document in reversed(list(documents))}
    return list(reversed(kept.values()))


class _Outlet:
    """What a zip is written to: it keeps what has been written until that is taken. Told to be no file to seek in."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def take(self) -> bytes:
        taken, self._parts = b"".join(self._parts), []
        return taken


def _stream(buyer: Buyer | None, entries: list[Entry]) -> Iterator[bytes]:
    """Yield a zip of the entries. PDF is packed already, so nothing is packed again; what is lost is told in a text file."""
    outlet, lost, moment = _Outlet(), [], clock.now().timetuple()[:6]
    with ZipFile(outlet, "w", ZIP_STORED) as archive:  # type: ignore[call-overload]
        for entry in entries:
            try:
                chunks = _chunks(buyer, entry)
                first = next(chunks)
            except (NotFound, FileNotFoundError, StopIteration):
                lost.append(entry.path)
                continue
            with archive.open(ZipInfo(entry.path, moment), "w", force_zip64=False) as part:
                part.write(first)
                yield outlet.take()
                for chunk in chunks:
                    part.write(chunk)
                    yield outlet.take()
            yield outlet.take()
        if lost:
            archive.writestr(ZipInfo("missing.txt", moment), "\r\n".join(lost))
    yield outlet.take()


def _chunks(buyer: Buyer | None, entry: Entry) -> Iterator[bytes]:
    if not entry.document.file:
        if buyer is None:
            raise NotFound("document")
        yield content_of(buyer, entry.document, entry.product_id)
        return
    with entry.document.file.open("rb") as file:
        yield from _read(file)


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(CHUNK):
        yield chunk
