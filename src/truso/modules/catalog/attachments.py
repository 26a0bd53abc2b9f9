"""Writes to what hangs on a product: pictures, relations to others, and the ranges it is in."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.db.models import Max

from truso.kernel.refusals import NotFound, refuse
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import (
    Assortment,
    AssortmentVariant,
    Picture,
    Product,
    ProductPicture,
    Relation,
    Variant,
)
from truso.modules.catalog.operations import announce_products
from truso.modules.catalog.uploads import read_picture

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PictureChange:
    """What a picture of a product's gallery becomes: its place, its words, the articles it is the picture of."""

    pk: int
    position: int
    alternative_texts: Texts
    variant_ids: Collection[int] = field(default=())
    is_removed: bool = False


def add_picture(*, product: Product, content: bytes, alternative_texts: Texts) -> ProductPicture:
    """Put a picture at the end of a product's gallery.

    A picture the shop has already is used again, with its own words unless it has none. Refuses what `read_picture`
    refuses, and `picture_twice` when the gallery has it.
    """
    read = read_picture(content)
    digest = hashlib.sha256(content).hexdigest()
    picture = Picture.objects.filter(sha256=digest).first()
    if picture is None:
        picture = Picture(
            content_type=read.content_type, width=read.width, height=read.height, sha256=digest,
            alternative_texts=_words(alternative_texts),
        )  # fmt: skip
        picture.file.save(f"{digest[:24]}.{read.extension}", ContentFile(content), save=False)
        picture.save()
    elif not picture.alternative_texts:
        picture.alternative_texts = _words(alternative_texts)
        picture.save(update_fields=["alternative_texts"])
    if product.pictures.filter(picture=picture).exists():
        raise refuse("picture_twice", "file")
    last = product.pictures.aggregate(last=Max("position"))["last"]
    added = ProductPicture.objects.create(product=product, picture=picture, position=0 if last is None else last + 1)
    announce_products(product_ids=[product.pk])
    return added


def arrange_pictures(*, product: Product, changes: Sequence[PictureChange]) -> None:
    """Order a product's pictures, write their words, say whose they are, take some out of the gallery.

    Pictures and articles of other products are left alone. A picture that is taken out stays in the store: others may
    show it.
    """
    rows = {row.pk: row for row in product.pictures.select_related("picture")}
    own = set(product.variants.values_list("pk", flat=True))
    kept = []
    for change in sorted(changes, key=lambda one: one.position):
        row = rows.get(change.pk)
        if row is None:
            continue
        shown_by = set() if change.is_removed else own & set(change.variant_ids)
        product.variants.filter(picture_id=row.picture_id).exclude(pk__in=shown_by).update(picture=None)
        Variant.objects.filter(pk__in=shown_by).update(picture=row.picture_id)
        if change.is_removed:
            row.delete()
            continue
        row.picture.alternative_texts = _words(change.alternative_texts)
        row.picture.save(update_fields=["alternative_texts"])
        kept.append(row)
    for position, row in enumerate(kept):
        row.position = position
    ProductPicture.objects.bulk_update(kept, ["position"])
    announce_products(product_ids=[product.pk])


def place_picture(*, row: ProductPicture, position: int | None, alternative_texts: Texts | None) -> None:
    """Write a picture's place in its gallery and its words; None leaves either as it is. Others keep their places."""
    if position is not None:
        row.position = position
        row.save(update_fields=["position"])
    if alternative_texts is not None:
        row.picture.alternative_texts = _words(alternative_texts)
        row.picture.save(update_fields=["alternative_texts"])
    announce_products(product_ids=[row.product_id])


def remove_picture(*, row: ProductPicture) -> None:
    """Take a picture out of a gallery; it stays in the store."""
    row.product.variants.filter(picture=row.picture).update(picture=None)
    row.delete()
    announce_products(product_ids=[row.product_id])


def _words(texts: Texts) -> dict[str, str]:
    return {code: texts[code].strip()[:300] for code in LANGUAGES if texts.get(code, "").strip()}


def add_relation(*, product: Product, to: Product, kind: str) -> Relation:
    """Relate a product to another. Refuses `relation_unknown`, `relation_to_itself` and `relation_twice`."""
    if kind not in Relation.Kind.values:
        raise refuse("relation_unknown", "kind")
    if to.pk == product.pk:
        raise refuse("relation_to_itself", "to")
    if product.relations.filter(to=to, kind=kind).exists():
        raise refuse("relation_twice", "to")
    last = product.relations.filter(kind=kind).aggregate(last=Max("position"))["last"]
    added = Relation.objects.create(product=product, to=to, kind=kind, position=0 if last is None else last + 1)
    announce_products(product_ids=[product.pk])
    return added


def arrange_relations(*, product: Product, positions: Mapping[int, int], removed: Collection[int]) -> None:
    """Order a product's relations (id -> place within its kind) and end some; other products' are left alone."""
    product.relations.filter(pk__in=removed).delete()
    rows = sorted(product.relations.all(), key=lambda row: (row.kind, positions.get(row.pk, row.position), row.pk))
    for position, row in enumerate(rows):
        row.position = position
    Relation.objects.bulk_update(rows, ["position"])
    announce_products(product_ids=[product.pk])


def set_ranges(*, product: Product, ranges: Mapping[int, Collection[int]]) -> None:
    """Say which articles of a product are in which assortment (id -> article ids); others' articles are left alone.

    Assortments that are not named keep what they have. Raises NotFound for an unknown one.
    """
    own = set(product.variants.values_list("pk", flat=True))
    if Assortment.objects.filter(pk__in=ranges).count() != len(ranges):
        raise NotFound("assortment")
    entries = AssortmentVariant.objects.filter(assortment__in=ranges, variant__product=product)
    there = set(entries.values_list("assortment_id", "variant_id"))
    wanted = {(assortment, variant) for assortment, chosen in ranges.items() for variant in own & set(chosen)}
    gone = there - wanted
    if gone:
        doomed = [entry.pk for entry in entries if (entry.assortment_id, entry.variant_id) in gone]
        AssortmentVariant.objects.filter(pk__in=doomed).delete()
    AssortmentVariant.objects.bulk_create(
        [AssortmentVariant(assortment_id=assortment, variant_id=variant) for assortment, variant in wanted - there],
        ignore_conflicts=True,
    )
    announce_products(product_ids=[product.pk])
