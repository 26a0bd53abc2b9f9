"""What goods are sorted and described by: brands, attributes, families, categories, pictures."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.markets.models import PriceGate
from truso.platform.audit import audited


@audited()
class Brand(models.Model):
    """A maker of goods."""

    code = models.SlugField(unique=True, max_length=60)
    name = models.CharField(_("name"), max_length=100)
    statements = models.JSONField(_("statement"), default=dict, blank=True)

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@audited()
class AttributeGroup(models.Model):
    """Attributes that are shown together, such as dimensions."""

    code = models.SlugField(_("code"), unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("attribute group")
        verbose_name_plural = _("attribute groups")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@audited()
class Attribute(models.Model):
    """A property goods are described by: its type, unit, limits, choices and names.

    Values stand in `attributes` of products and variants by code, in the attribute's unit: text, number as a string,
    true or false, a choice's code or a list of them, a range as `[least, most]`, a date as ISO 8601, a file as the UUID
    of a document. Where `scope` says so, a value is kept per language or market: `{"nb": …, "pl": …}`.
    """

    class Type(models.TextChoices):
        TEXT = "text", _("Text")
        NUMBER = "number", _("Number")
        RANGE = "range", _("Range of numbers")
        BOOLEAN = "boolean", _("Yes or no")
        CHOICE = "choice", _("Choice")
        MULTI_CHOICE = "multi_choice", _("Several choices")
        COLOR = "color", _("Color")
        DATE = "date", _("Date")
        FILE = "file", _("File")

    class Scope(models.TextChoices):
        GLOBAL = "global", _("The same everywhere")
        LANGUAGE = "language", _("One per language")
        MARKET = "market", _("One per market")

    code = models.SlugField(_("code"), unique=True, max_length=60)
    type = models.CharField(_("type"), max_length=12, choices=Type.choices)
    scope = models.CharField(
        _("values are"), max_length=8, choices=Scope.choices, default=Scope.GLOBAL, db_default=Scope.GLOBAL
    )
    names = models.JSONField(_("names"), default=dict)
    descriptions = models.JSONField(_("what it means"), default=dict, db_default={}, blank=True)
    unit = models.CharField(_("unit"), max_length=12, blank=True)
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0)
    minimum = models.DecimalField(_("least"), max_digits=20, decimal_places=6, null=True, blank=True)
    maximum = models.DecimalField(_("most"), max_digits=20, decimal_places=6, null=True, blank=True)
    # How far a value may lie from the one asked for and still fit, in the attribute's unit.
    tolerance = models.DecimalField(_("tolerance"), max_digits=20, decimal_places=6, null=True, blank=True)
    pattern = models.CharField(_("pattern"), max_length=200, blank=True, default="", db_default="")
    # [{"code": "a2", "names": {...}, "swatch": "#...", "etim": "EV..."}], in the order they are shown
    choices = models.JSONField(_("choices"), default=list, blank=True)
    etim_feature = models.CharField(_("ETIM feature"), max_length=8, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("attribute")
        verbose_name_plural = _("attributes")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minimum__isnull=True)
                | models.Q(maximum__isnull=True)
                | models.Q(minimum__lte=models.F("maximum")),
                name="attribute_limits",
            ),
            models.CheckConstraint(
                condition=models.Q(tolerance__isnull=True) | models.Q(tolerance__gte=0), name="attribute_tolerance"
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@audited()
class Family(models.Model):
    """A kind of goods that share attributes: what is required, filtered by, listed and compared."""

    code = models.SlugField(unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)
    attributes = models.ManyToManyField(Attribute, through="FamilyAttribute", related_name="families")
    etim_class = models.CharField(_("ETIM class"), max_length=8, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("family")
        verbose_name_plural = _("families")
        ordering = ["code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@audited()
class FamilyAttribute(models.Model):
    """An attribute's part in a family."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="family_attributes")
    attribute = models.ForeignKey(Attribute, on_delete=models.PROTECT, related_name="+", verbose_name=_("attribute"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_required = models.BooleanField(_("required"), default=False)
    is_variant_axis = models.BooleanField(_("distinguishes variants"), default=False)
    is_facet = models.BooleanField(_("filter"), default=True)
    is_column = models.BooleanField(_("column in tables"), default=False)
    is_compared = models.BooleanField(_("compared"), default=True, db_default=True)
    group = models.ForeignKey(
        AttributeGroup, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("group")
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["family", "attribute"], name="family_attribute_once")]

    def __str__(self) -> str:
        return f"{self.family} · {self.attribute}"


class Picture(models.Model):
    """An original picture: a file in the media store. Renditions are made when first asked for."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    file = models.FileField(upload_to="pictures/")
    content_type = models.CharField(max_length=40)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    alternative_texts = models.JSONField(_("alternative text"), default=dict, blank=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return in_language(self.alternative_texts, get_language() or "en") or str(self.uuid)


@audited()
class Category(models.Model):
    """A place in the shop's tree. `path` holds the ids from the root, so a subtree is one array test."""

    code = models.SlugField(unique=True, max_length=60)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children", verbose_name=_("parent")
    )
    path = ArrayField(models.BigIntegerField(), default=list, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    family = models.ForeignKey(
        Family, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("family")
    )
    names = models.JSONField(_("names"), default=dict)
    slugs = models.JSONField(default=dict, editable=False)
    intros = models.JSONField(_("introduction"), default=dict, blank=True)
    picture = models.ForeignKey(
        "Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    price_gate = models.CharField(
        _("who sees prices"), max_length=10, choices=PriceGate.choices, blank=True, default="", db_default=""
    )
    price_gate = models.CharField(
        _("who sees prices"), max_length=10, choices=PriceGate.choices, blank=True, default="", db_default=""
    )
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code
