"""What the search replica still has to take over from the database."""

from __future__ import annotations

from django.db import models


class SearchChange(models.Model):
    """What the index has not taken over yet: a product, an article's stock or prices, a whole price list. Written with the change.

    What comes by the hundred (`is_bulk`) waits until single changes are taken over.
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

    class Meta:
        indexes = [models.Index(fields=["is_bulk", "id"], name="search_change_order")]

    def __str__(self) -> str:
        return f"{self.kind} {self.target_id}"
