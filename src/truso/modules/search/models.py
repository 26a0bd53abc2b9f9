"""What the search replica still has to take over from the database, how staff steer searches, and what is searched for."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models import Brand, Category, Product
from truso.modules.customers.models import Segment
from truso.modules.markets.models import Market
from truso.platform.audit import audited

LANGUAGES = [("", _("All languages")), ("nb", "Norsk"), ("sv", "Svenska"), ("pl", "Polski"), ("en", "English")]


class SearchChange(models.Model):
    """A change every node's index takes over: a product, an article's stock or prices, a whole price list. Written with the change.

    `transaction` is the one that wrote it; it stays until all nodes have taken it over. What comes by the hundred (`is_bulk`)
    waits until single changes are taken over.
    """

    class Kind(models.TextChoices):
        PRODUCT = "product"
        STOCK = "stock"
        PRICE = "price"
        PRICE_LIST = "price_list"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    target_id = models.BigIntegerField()
    created_at = models.DateTimeField()
    is_bulk = models.BooleanField(default=False, db_default=False)
    transaction = models.BigIntegerField(default=0, db_default=0)

    class Meta:
        indexes = [
            models.Index(fields=["is_bulk", "id"], name="search_change_order"),
            models.Index(fields=["transaction"], name="search_change_transaction"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.target_id}"


class SearchNode(models.Model):
    """An index of some machine, or one being built there: it has taken over what transactions before `horizon` changed."""

    key = models.CharField(max_length=60, unique=True)
    host = models.CharField(max_length=255)
    horizon = models.BigIntegerField()
    documents = models.PositiveBigIntegerField(default=0)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.host} {self.key}"


@audited()
class Synonym(models.Model):
    """Wordings that mean the same: each finds what the others find. A wording may be of several words."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=5, blank=True, choices=LANGUAGES)
    terms = ArrayField(models.CharField(max_length=60), verbose_name=_("wordings"))

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(terms__len__gte=2), name="search_synonym_two"),
        ]

    def __str__(self) -> str:
        return ", ".join(self.terms)


@audited()
class Redirect(models.Model):
    """A text that leads to a page instead of to hits: `returns` to the page about returns."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=5, blank=True, choices=LANGUAGES)
    text = models.CharField(_("searched for"), max_length=100)
    text_key = models.CharField(max_length=100, editable=False)
    target = models.CharField(_("leads to"), max_length=300)

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["text_key"]
        constraints = [models.UniqueConstraint(fields=["text_key", "language"], name="search_redirect_once")]

    def __str__(self) -> str:
        return self.text


@audited()
class Merchandising(models.Model):
    """What a merchant wants first or last: in the hits of a text, in a category, or among suggested purchases."""

    class Place(models.TextChoices):
        QUERY = "query", _("A search")
        CATEGORY = "category", _("A category")
        SUGGESTIONS = "suggestions", _("Suggested purchases")

    class Action(models.TextChoices):
        PIN = "pin", _("Pin on top")
        BOOST = "boost", _("Before others")
        BURY = "bury", _("After others")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    place = models.CharField(_("where"), max_length=12, choices=Place.choices)
    text = models.CharField(_("searched for"), max_length=100, blank=True)
    text_key = models.CharField(max_length=100, blank=True, editable=False)
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("category")
    )
    action = models.CharField(_("what"), max_length=6, choices=Action.choices)
    product = models.ForeignKey(
        Product, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("product")
    )
    brand = models.ForeignKey(
        Brand, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("brand")
    )
    market = models.ForeignKey(
        Market, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("market")
    )
    segment = models.ForeignKey(
        Segment, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("segment")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until and including"), null=True, blank=True)

    class Meta:
        verbose_name = _("merchandising rule")
        verbose_name_plural = _("merchandising rules")
        ordering = ["place", "text_key", "position", "id"]
        indexes = [models.Index(fields=["place", "text_key"], name="search_merchandising_place")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(place="query", category=None) & ~models.Q(text_key="")
                | models.Q(place="category", category__isnull=False, text_key="")
                | models.Q(place="suggestions", category=None, text_key=""),
                name="search_merchandising_where",
            ),
            models.CheckConstraint(
                condition=models.Q(product__isnull=False, brand=None)
                | (
                    models.Q(product=None, brand__isnull=False)
                    & ~models.Q(action="pin")
                    & ~models.Q(place="suggestions")
                ),
                name="search_merchandising_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.product or self.brand}"


class SearchTally(models.Model):
    """How often a text was searched for on a day, found nothing, and led to a product."""

    day = models.DateField()
    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=5)
    text = models.CharField(max_length=100)
    searches = models.PositiveIntegerField(default=0)
    without_hits = models.PositiveIntegerField(default=0)
    clicks = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "search tallies"
        constraints = [models.UniqueConstraint(fields=["day", "market", "language", "text"], name="search_tally_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.text}"
