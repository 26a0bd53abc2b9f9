"""What bundles hold: articles that are stocked and sold on their own too."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from truso.modules.catalog.models.products import Variant
from truso.platform.audit import audited


@audited()
class Bundle(models.Model):
    """An article that is sold as one and stocked as its parts.

    Priced as one it has prices of its own, as any article; priced as its parts it costs what they do in that quantity,
    less `discount` percent. It has no stock of its own either way.
    """

    class Pricing(models.TextChoices):
        OWN = "own", _("As one, with its own price")
        PARTS = "parts", _("As its parts")

    variant = models.OneToOneField(Variant, primary_key=True, on_delete=models.CASCADE, related_name="bundle")
    pricing = models.CharField(_("priced"), max_length=5, choices=Pricing.choices)
    discount = models.DecimalField(
        _("percent off the parts' prices"),
        max_digits=5,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    class Meta:
        verbose_name = _("bundle")
        verbose_name_plural = _("bundles")
        constraints = [
            models.CheckConstraint(condition=models.Q(discount__gte=0, discount__lt=100), name="bundle_discount"),
            models.CheckConstraint(condition=models.Q(discount=0) | models.Q(pricing="parts"), name="bundle_priced"),
        ]

    def __str__(self) -> str:
        return str(self.variant_id)


@audited()
class BundlePart(models.Model):
    """An article in a bundle, and how many sales units of it one bundle takes."""

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="parts")
    variant = models.ForeignKey(Variant, on_delete=models.PROTECT, related_name="in_bundles")
    quantity = models.DecimalField(_("quantity"), max_digits=12, decimal_places=3)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("part of a bundle")
        verbose_name_plural = _("parts of bundles")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["bundle", "variant"], name="bundle_part_once"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="bundle_part_quantity"),
            models.CheckConstraint(condition=~models.Q(bundle=models.F("variant")), name="bundle_not_in_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} of {self.variant_id} in {self.bundle_id}"
