"""Campaigns, what was used of them, and the record of what consumers were offered."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models import Brand, Category, Variant
from truso.modules.markets.models import Market
from truso.platform.audit import append_only, audited


@audited(ignored=("used_count", "used_amount"))
class Campaign(models.Model):
    """Something given to buyers of a market by the clock: off the price of goods, off the cart, free freight or a gift.

    `amount`, `minimum` and `budget` are in the market's currency; the first two as the market shows prices, with VAT where
    it shows it. A campaign with a `coupon` counts for who enters it, one without for everybody it is meant for.
    """

    class Kind(models.TextChoices):
        PERCENT = "percent", _("Percent off each article")
        AMOUNT = "amount", _("Amount off each article")
        FIXED = "fixed", _("Fixed price for each article")
        MULTIPLE = "multiple", _("Some for the price of fewer")
        SET = "set", _("Bought together")
        CART = "cart", _("Off the cart")
        FREIGHT = "freight", _("Free freight")
        GIFT = "gift", _("Gift")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.SlugField(unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)
    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="campaigns", verbose_name=_("market"))
    kind = models.CharField(
        _("kind"), max_length=8, choices=Kind.choices, default=Kind.PERCENT, db_default=Kind.PERCENT
    )
    percent = models.DecimalField(_("percent off"), max_digits=5, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(_("amount"), max_digits=18, decimal_places=6, null=True, blank=True)
    buy = models.PositiveSmallIntegerField(_("bought"), null=True, blank=True)
    pay = models.PositiveSmallIntegerField(_("paid for"), null=True, blank=True)
    gift = models.ForeignKey(
        Variant, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("gift")
    )
    minimum = models.DecimalField(
        _("goods for at least"), max_digits=18, decimal_places=4, default=0, db_default=0, blank=True
    )
    category = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("category")
    )
    brand = models.ForeignKey(
        Brand, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("brand")
    )
    product_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    left_out_ids = ArrayField(models.BigIntegerField(), default=list, blank=True, db_default=[])
    for_consumers = models.BooleanField(_("for consumers"), default=True, db_default=True)
    for_businesses = models.BooleanField(_("also for businesses"), default=False)
    segment_ids = ArrayField(models.BigIntegerField(), default=list, blank=True, db_default=[])
    signed_in_only = models.BooleanField(_("only for who is signed in"), default=False, db_default=False)
    coupon = models.CharField(_("code to enter"), max_length=40, blank=True, default="", db_default="")
    combines = models.BooleanField(_("counts together with others that do"), default=False, db_default=False)
    most_uses = models.PositiveIntegerField(_("orders in all"), null=True, blank=True)
    most_per_customer = models.PositiveIntegerField(_("orders per customer"), null=True, blank=True)
    budget = models.DecimalField(_("budget"), max_digits=18, decimal_places=4, null=True, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    is_active = models.BooleanField(_("active"), default=True)
    # What orders have taken of it, under the limits below; written by `campaigning` only.
    used_count = models.PositiveIntegerField(_("used"), default=0, db_default=0, editable=False)
    used_amount = models.DecimalField(max_digits=18, decimal_places=4, default=0, db_default=0, editable=False)

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="campaign_period"),
            models.CheckConstraint(
                condition=models.Q(kind="percent", percent__isnull=False, amount__isnull=True)
                | models.Q(kind__in=["amount", "fixed"], amount__isnull=False, percent__isnull=True)
                | models.Q(kind="multiple", buy__isnull=False, pay__isnull=False, buy__gt=models.F("pay"), pay__gte=1)
                | models.Q(kind__in=["set", "cart"], percent__isnull=False, amount__isnull=True)
                | models.Q(kind__in=["set", "cart"], percent__isnull=True, amount__isnull=False)
                | models.Q(kind="freight")
                | models.Q(kind="gift", gift__isnull=False),
                name="campaign_kind",
            ),
            models.CheckConstraint(
                condition=(models.Q(percent__isnull=True) | models.Q(percent__gt=0, percent__lte=100))
                & (models.Q(amount__isnull=True) | models.Q(amount__gt=0)),
                name="campaign_percent",
            ),
            models.CheckConstraint(
                condition=models.Q(for_consumers=True) | models.Q(for_businesses=True), name="campaign_for_somebody"
            ),
            models.CheckConstraint(
                condition=models.Q(used_count__gte=0, used_amount__gte=0)
                & (models.Q(most_uses__isnull=True) | models.Q(used_count__lte=models.F("most_uses")))
                & (models.Q(budget__isnull=True) | models.Q(used_amount__lte=models.F("budget"))),
                name="campaign_limits",
            ),
            models.UniqueConstraint(
                fields=["market", "coupon"],
                condition=models.Q(is_active=True) & ~models.Q(coupon=""),
                name="campaign_coupon_once",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


class CampaignUse(models.Model):
    """What one order took of a campaign with a limit: `amount` net. Given back (`released_at`) when the order ends.

    `holder` is who used it: a customer, or a guest by e-mail address (hashed). `place` counts the holder's uses, so that
    no two orders take the same one, and none above `most`.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="uses")
    subject = models.UUIDField()
    holder = models.CharField(max_length=80)
    place = models.PositiveIntegerField()
    most = models.PositiveIntegerField(null=True)
    amount = models.DecimalField(max_digits=18, decimal_places=4)
    used_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("use of a campaign")
        verbose_name_plural = _("uses of campaigns")
        indexes = [models.Index(fields=["subject"], name="campaign_use_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "holder", "place"],
                condition=models.Q(released_at__isnull=True),
                name="campaign_use_once",
            ),
            models.UniqueConstraint(fields=["campaign", "subject"], name="campaign_use_per_order"),
            models.CheckConstraint(
                condition=models.Q(place__gte=1, amount__gte=0)
                & (models.Q(most__isnull=True) | models.Q(place__lte=models.F("most"))),
                name="campaign_use_within",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.subject}"


@append_only()
class ConsumerPrice(models.Model):
    """What consumers of a market were offered from a moment on (net, per unit): the record behind the 30-day low.

    `campaign_id` says which campaign made it; without one it is the list price.
    """

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="+")
    amount = models.DecimalField(max_digits=18, decimal_places=6)
    from_at = models.DateTimeField()
    campaign = models.ForeignKey(
        Campaign, null=True, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["market", "variant", "-from_at"], name="consumer_price_history")]

    def __str__(self) -> str:
        return f"{self.variant_id} {self.amount} from {self.from_at}"
