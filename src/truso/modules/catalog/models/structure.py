"""What goods are sorted and described by: brands, attributes, families, categories, pictures."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
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
class Attribute(models.Model):
    """A property goods are described by: its type, unit, choices and names."""

    class Type(models.TextChoices):
        TEXT = "text", _("Text")
        NUMBER = "number", _("Number")
        BOOLEAN = "boolean", _("Yes or no")
        CHOICE = "choice", _("Choice")
        MULTI_CHOICE = "multi_choice", _("Several choices")

    code = models.SlugField(unique=True, max_length=60)
    type = models.CharField(_("type"), max_length=12, choices=Type.choices)
    names = models.JSONField(_("names"), default=dict)
    unit = models.CharField(_("unit"), max_length=12, blank=True)
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0)
    # [{"code": "a2", "names": {...}, "swatch": "#..."}], in the order they are shown
    choices = models.JSONField(_("choices"), default=list, blank=True)

    class Meta:
        verbose_name = _("attribute")
        verbose_name_plural = _("attributes")
        ordering = ["code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@audited()
class Family(models.Model):
    """A kind of goods that share attributes: what is required, filtered by, listed and compared."""

    code = models.SlugField(unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)
    attributes = models.ManyToManyField(Attribute, through="FamilyAttribute", related_name="families")

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
    group_names = models.JSONField(_("group"), default=dict, blank=True)

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
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code
