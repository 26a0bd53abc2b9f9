"""What the search replica still has to take over from the database."""

from __future__ import annotations

from django.db import models


class SearchChange(models.Model):
    """A product or price list whose change the index has not taken yet. Written with the change itself."""

    class Kind(models.TextChoices):
        PRODUCT = "product"
        STOCK = "stock"
        PRICE_LIST = "price_list"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    target_id = models.BigIntegerField()
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.target_id}"
