"""Products, their words, variants and pictures."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models.structure import Brand, Category, Family, Picture
from truso.modules.tax.models import TaxClass
from truso.platform.audit import audited
from truso.platform.database.indexes import trigram_index


class ProductStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    ACTIVE = "active", _("Active")
    DISCONTINUED = "discontinued", _("Discontinued")


@audited()
class Product(models.Model):
    """What a page in the shop is about. What is counted, priced and shipped are its variants."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(_("code"), unique=True, max_length=80)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="products", verbose_name=_("family"))
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="products", verbose_name=_("category")
    )
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="products", verbose_name=_("brand"))
    tax_class = models.ForeignKey(TaxClass, on_delete=models.PROTECT, related_name="+", verbose_name=_("tax class"))
    status = models.CharField(_("status"), max_length=12, choices=ProductStatus.choices, default=ProductStatus.DRAFT)
    # attribute code -> value: text, number as string, true/false, choice code or list of choice codes
    attributes = models.JSONField(_("attributes"), default=dict, blank=True)
    size_guide = models.ForeignKey(
        "SizeGuide", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("size guide")
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    updated_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["status", "category"], name="product_status_category"),
            models.Index(fields=["updated_at"], name="product_updated"),
        ]

    def __str__(self) -> str:
        return self.code


@audited()
class ProductText(models.Model):
    """A product's words in one language. The slug is its address; old ones redirect."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5)
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(max_length=140)
    summary = models.CharField(_("summary"), max_length=400, blank=True)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        indexes = [trigram_index("name", name="product_text_words")]
        constraints = [
            models.UniqueConstraint(fields=["product", "language"], name="product_text_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="product_slug_once"),
        ]

    def __str__(self) -> str:
        return self.name


class OldSlug(models.Model):
    """An address a product had before."""

    language = models.CharField(max_length=5)
    slug = models.SlugField(max_length=140)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="old_slugs")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "slug"], name="old_slug_once")]

    def __str__(self) -> str:
        return self.slug


@audited()
class Variant(models.Model):
    """One article: it has a number, a price, a stock. Units are UN/ECE Recommendation 20 codes.

    `pack_size` and `pack_names` are those of its smallest `PackagingLevel`, kept here for lists; one writer keeps both.
    """

    class Kind(models.TextChoices):
        GOODS = "goods", _("Goods")
        SERVICE = "service", _("Service")
        DIGITAL = "digital", _("Software or file")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants", verbose_name=_("product"))
    sku = models.CharField(_("article number"), max_length=60)
    sku_normalized = models.CharField(max_length=60, unique=True, editable=False)
    gtin = models.CharField("GTIN", max_length=14, blank=True)
    mpn = models.CharField(_("maker's number"), max_length=60, blank=True)
    mpn_normalized = models.CharField(max_length=60, blank=True, editable=False)
    attributes = models.JSONField(_("attributes"), default=dict, blank=True)
    labels = models.JSONField(_("label"), default=dict, blank=True)  # what tells it from its siblings, by language
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.GOODS, db_default=Kind.GOODS)
    status = models.CharField(_("status"), max_length=12, choices=ProductStatus.choices, default=ProductStatus.ACTIVE)
    position = models.PositiveIntegerField(default=0)
    unit = models.CharField(_("sales unit"), max_length=3, default="C62")
    price_unit = models.PositiveIntegerField(_("price is per"), default=1)
    minimum_quantity = models.DecimalField(_("minimum quantity"), max_digits=12, decimal_places=3, default=1)
    quantity_multiple = models.DecimalField(_("sold in multiples of"), max_digits=12, decimal_places=3, default=1)
    maximum_quantity = models.DecimalField(
        _("maximum quantity"), max_digits=12, decimal_places=3, null=True, blank=True
    )
    # Sold off a roll or bar: the quantity is a length, in steps of `quantity_multiple`, and each line is a piece of its own.
    is_cut_to_length = models.BooleanField(_("cut to length"), default=False, db_default=False)
    pack_size = models.DecimalField(_("pieces in a pack"), max_digits=12, decimal_places=3, default=1)
    pack_names = models.JSONField(_("name of the pack"), default=dict, blank=True)
    weight_kg = models.DecimalField(_("weight in kg"), max_digits=12, decimal_places=4, default=0)
    is_stocked = models.BooleanField(_("kept in stock"), default=True)
    lead_days = models.PositiveSmallIntegerField(_("days to get when out of stock"), null=True, blank=True)
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    popularity = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("variant")
        verbose_name_plural = _("variants")
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["gtin"], name="variant_gtin"),
            models.Index(fields=["mpn_normalized"], name="variant_mpn"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minimum_quantity__gt=0, quantity_multiple__gt=0, pack_size__gt=0),
                name="variant_quantities",
            ),
            models.CheckConstraint(condition=models.Q(price_unit__in=[1, 10, 100, 1000]), name="variant_price_unit"),
            models.UniqueConstraint(fields=["gtin"], condition=~models.Q(gtin=""), name="variant_gtin_once"),
        ]

    def __str__(self) -> str:
        return self.sku


@audited()
class PackagingLevel(models.Model):
    """How an article is packed: a box of 100, a pallet of 40 boxes. `factor` counts sales units. Codes: UN/ECE Recommendation 21."""

    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="packaging")
    code = models.CharField(_("kind of packaging"), max_length=3)
    names = models.JSONField(_("names"), default=dict, blank=True)
    factor = models.DecimalField(_("holds"), max_digits=12, decimal_places=3)
    gtin = models.CharField("GTIN", max_length=14, blank=True)
    weight_kg = models.DecimalField(_("weight in kg"), max_digits=12, decimal_places=4, null=True, blank=True)
    length_mm = models.PositiveIntegerField(_("length in mm"), null=True, blank=True)
    width_mm = models.PositiveIntegerField(_("width in mm"), null=True, blank=True)
    height_mm = models.PositiveIntegerField(_("height in mm"), null=True, blank=True)

    class Meta:
        verbose_name = _("packaging")
        verbose_name_plural = _("packaging")
        ordering = ["factor", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(factor__gt=0), name="packaging_factor"),
            models.UniqueConstraint(fields=["variant", "code"], name="packaging_once"),
            models.UniqueConstraint(fields=["gtin"], condition=~models.Q(gtin=""), name="packaging_gtin_once"),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id} {self.code} {self.factor}"


class ProductPicture(models.Model):
    """A picture in a product's gallery."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["product", "picture"], name="product_picture_once")]

    def __str__(self) -> str:
        return f"{self.product_id}/{self.position}"


class Relation(models.Model):
    """How one product relates to another."""

    class Kind(models.TextChoices):
        ACCESSORY = "accessory", _("Accessory")
        SPARE_PART = "spare_part", _("Spare part")
        REPLACES = "replaces", _("Replaces")
        BOUGHT_TOGETHER = "bought_together", _("Often bought together")
        FITS = "fits", _("Fits")
        SUBSTITUTE = "substitute", _("Can be used instead")

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="relations")
    to = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="related_from")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["kind", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["product", "to", "kind"], name="relation_once"),
            models.CheckConstraint(condition=~models.Q(product=models.F("to")), name="relation_not_self"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.kind} {self.to_id}"


@audited()
class SizeGuide(models.Model):
    """Which size fits: a table of body measures per size, in centimetres, with advice."""

    code = models.SlugField(_("code"), unique=True, max_length=60)
    names = models.JSONField(_("name"), default=dict)
    advice = models.JSONField(_("how to measure"), default=dict, blank=True)
    # {"columns": [{"names": {...}}, ...], "rows": [["S", "86–92", ...], ...]}
    table = models.JSONField(default=dict)
    picture = models.ForeignKey(Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("size guide")
        verbose_name_plural = _("size guides")

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code
