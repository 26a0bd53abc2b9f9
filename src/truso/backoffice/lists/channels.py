"""Lists and forms of channels and of what they ask of products."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from truso.backoffice.columns import FlagColumn, LinkColumn, NumberColumn, TagColumn, TextColumn
from truso.backoffice.completeness_words import item_choices, item_names
from truso.backoffice.forms import LanguagesField, TranslatedField
from truso.backoffice.listing import Editing, RemoveView, find_by
from truso.modules.catalog.completeness import remove_requirement, save_channel, save_requirement
from truso.modules.catalog.models import Channel, Requirement


class ChannelForm(forms.ModelForm):  # type: ignore[type-arg]
    """Where products are shown, to whom, in which languages, and how complete they must be."""

    names = TranslatedField(label=_("Name"), max_length=100)
    languages = LanguagesField(label=_("Languages"))
    least_score = forms.IntegerField(
        label=_("Shown from, in percent"), min_value=0, max_value=100, required=False,
        help_text=_("Products below it in any of the languages are not shown. Empty: all are."),
    )  # fmt: skip

    class Meta:
        model = Channel
        fields = [
            "code",
            "names",
            "is_shop",
            "market",
            "audience",
            "assortment",
            "languages",
            "least_score",
            "position",
        ]
        help_texts = {
            "is_shop": _("Not for a feed or a printed catalog: those are measured and change nothing in the shop."),
            "assortment": _("Only these goods are shown. Empty: all."),
        }

    def save(self, commit: bool = True) -> Channel:
        return save_channel(channel=self.instance)


class ChannelList(Editing):
    """Places products are shown in."""

    model = Channel
    name = "channels"
    icon = "desktop"
    form = ChannelForm
    related = ("market", "assortment")
    finder = find_by("code", "names")
    can_delete = True
    ordering = "position"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_channels:edit", args=[row.pk]), label=_("Name"), accessor=str),
        TextColumn("market", label=_("Market")),
        TagColumn("audience", label=_("For")),
        TextColumn("assortment", label=_("Assortment")),
        NumberColumn("least_score", label=_("Shown from, in percent")),
        FlagColumn("is_shop", label=_("Is the shop")),
    )


class RequirementForm(forms.ModelForm):  # type: ignore[type-arg]
    """One thing products must have."""

    item = forms.ChoiceField(label=_("What is asked"), choices=item_choices)
    weight = forms.IntegerField(
        label=_("Weight"),
        min_value=1,
        max_value=100,
        initial=1,
        help_text=_("Its share of the score beside the others"),
    )

    class Meta:
        model = Requirement
        fields = ["item", "channel", "family", "weight", "is_blocking"]
        help_texts = {
            "is_blocking": _("Without it a product is not shown, whatever its score."),
            "channel": _("Empty: all"),
            "family": _("Empty: all"),
        }

    def _get_validation_exclusions(self) -> set[str]:
        # The operation says that something is asked for twice.
        return super()._get_validation_exclusions() | {"item"}  # type: ignore[misc,no-any-return]

    def save(self, commit: bool = True) -> Requirement:
        return save_requirement(requirement=self.instance)


class RemoveRequirement(RemoveView):
    """Ask for something no longer."""

    def delete_action(self) -> None:
        remove_requirement(requirement=self.object)


class RequirementList(Editing):
    """What products must have."""

    model = Requirement
    name = "requirements"
    icon = "check"
    form = RequirementForm
    delete_view_class = RemoveRequirement
    related = ("channel", "family")
    can_delete = True
    ordering = "item"
    list_display = (
        LinkColumn(
            "item",
            lambda row: reverse("staff_requirements:edit", args=[row.pk]),
            label=_("What is asked"),
            accessor=lambda row: item_names().get(row.item, row.item),
        ),
        TextColumn("channel", label=_("Channel")),
        TextColumn("family", label=_("Family")),
        NumberColumn("weight", label=_("Weight")),
        FlagColumn("is_blocking", label=_("Needed to publish")),
    )


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [ChannelList(), RequirementList()]
