"""Questions that lead to the article that fits."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import in_language
from truso.modules.catalog.models.structure import Attribute, Category
from truso.platform.audit import audited


@audited()
class Selector(models.Model):
    """A few questions that narrow a category, step by step, to what fits."""

    code = models.SlugField(_("code"), unique=True, max_length=60)
    names = models.JSONField(_("names"), default=dict)
    intros = models.JSONField(_("introduction"), default=dict, db_default={}, blank=True)
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="selectors", verbose_name=_("category")
    )
    is_active = models.BooleanField(_("active"), default=True, db_default=True)

    class Meta:
        verbose_name = _("selector")
        verbose_name_plural = _("selectors")
        ordering = ["code"]

    def __str__(self) -> str:
        return in_language(self.names, get_language() or "en") or self.code


@audited()
class SelectorQuestion(models.Model):
    """A question about one attribute. Each answer stands for some of its values, or for a range of numbers.

    `answers` are `{"code": …, "names": {…}, "values": ["a2", …]}` or, for numbers in the attribute's unit,
    `{"code": …, "names": {…}, "minimum": "3", "maximum": "8"}` with either end left out where it is open.
    """

    selector = models.ForeignKey(Selector, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(_("position"), default=0, db_default=0)
    attribute = models.ForeignKey(Attribute, on_delete=models.PROTECT, related_name="+", verbose_name=_("attribute"))
    texts = models.JSONField(_("question"), default=dict)
    answers = models.JSONField(_("answers"), default=list)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["selector", "attribute"], name="selector_question_once"),
            models.CheckConstraint(condition=~models.Q(answers=[]), name="selector_question_answers"),
        ]

    def __str__(self) -> str:
        return in_language(self.texts, get_language() or "en") or str(self.attribute_id)
