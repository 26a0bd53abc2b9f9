"""The library of documents: what it holds, what each belongs to, who may have it."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models.products import Product
from truso.modules.catalog.models.structure import Brand, Category, Family
from truso.platform.audit import audited
from truso.platform.database.indexes import trigram_index


def _exactly_one(*names: str) -> models.Q:
    condition = models.Q()
    for chosen in names:
        condition |= models.Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


@audited()
class Document(models.Model):
    """A document. One without a file is typeset from the product's own data when asked for.

    Without a language it is for readers of all. With a customer, an agreement's document: that customer (and its
    subsidiaries) alone may have it, others do not learn that it exists.
    """

    class Type(models.TextChoices):
        DATA_SHEET = "data_sheet", _("Data sheet")
        DECLARATION = "declaration", _("Declaration of conformity")
        ASSEMBLY_GUIDE = "assembly_guide", _("Assembly guide")
        SAFETY_DATA_SHEET = "safety_data_sheet", _("Safety data sheet")
        CERTIFICATE = "certificate", _("Certificate")
        OTHER = "other", _("Other document")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    type = models.CharField(_("type"), max_length=20, choices=Type.choices)
    language = models.CharField(_("language"), max_length=5, blank=True)
    title = models.CharField(_("title"), max_length=200)
    file = models.FileField(_("file"), upload_to="documents/", blank=True)
    size = models.PositiveIntegerField(default=0, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    customer = models.ForeignKey(
        "customers.Customer",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("only for"),
    )
    created_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["type", "language", "title"]
        indexes = [
            models.Index(fields=["sha256"], name="document_sha256"),
            models.Index(fields=["valid_to"], name="document_valid_to", condition=models.Q(valid_to__isnull=False)),
            models.Index(fields=["title", "id"], name="document_list"),
            trigram_index("title", name="document_title_words"),
        ]
        constraints = [
            # The same file once for everybody, and once for each customer it is agreed with.
            models.UniqueConstraint(
                fields=["sha256", "customer"],
                name="document_file_once",
                condition=~models.Q(sha256=""),
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.title


@audited()
class DocumentLink(models.Model):
    """What a document belongs to: a product, or all products of a family, a brand or a category (with those below it)."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="links")
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.CASCADE, related_name="document_links")
    family = models.ForeignKey(Family, null=True, blank=True, on_delete=models.CASCADE, related_name="document_links")
    brand = models.ForeignKey(Brand, null=True, blank=True, on_delete=models.CASCADE, related_name="document_links")
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.CASCADE, related_name="document_links"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_exactly_one("product", "family", "brand", "category"),
                name="document_link_to_one",
            ),
            models.UniqueConstraint(
                fields=["document", "product", "family", "brand", "category"],
                nulls_distinct=False,
                name="document_link_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} → {self.product_id or self.family_id or self.brand_id or self.category_id}"


class DocumentText(models.Model):
    """The words of a document, so that a search finds it and its products. Read from the file by a job, kept apart from the row."""

    document = models.OneToOneField(Document, primary_key=True, on_delete=models.CASCADE, related_name="text")
    pages = models.PositiveIntegerField(default=0)
    words = models.TextField(blank=True)
    read_at = models.DateTimeField()
    problem = models.CharField(max_length=40, blank=True)  # why nothing could be read

    class Meta:
        indexes = [
            GinIndex(SearchVector("words", config="simple"), name="document_text_words"),
        ]

    def __str__(self) -> str:
        return str(self.document_id)
