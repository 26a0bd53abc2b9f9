"""Layouts of lists."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class ListLayout(models.Model):
    """A list as somebody wants it: search, filters and order (`query`, as in an address) and columns in their order.

    Without a name it is what the person sees when nothing else is asked for; then it has columns alone.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    person_id = models.BigIntegerField()
    list_code = models.CharField(max_length=60)
    name = models.CharField(_("name"), max_length=80, blank=True)
    query = models.CharField(max_length=1000, blank=True)
    columns = ArrayField(models.CharField(max_length=60), default=list)
    is_shared = models.BooleanField(_("for everybody"), default=False)
    is_default = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("view of a list")
        verbose_name_plural = _("views of lists")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person_id", "list_code", "name"], name="list_layout_once"),
            models.UniqueConstraint(
                fields=["person_id", "list_code"], condition=models.Q(is_default=True), name="list_layout_one_default"
            ),
        ]
        indexes = [models.Index(fields=["list_code"], condition=models.Q(is_shared=True), name="list_layout_shared")]

    def __str__(self) -> str:
        return self.name
