"""Lists of home pages and articles: Wagtail's own editor with its blocks."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from truso.backoffice.columns import LinkColumn, MomentColumn, TagColumn, TextColumn
from truso.backoffice.listing import Editing, find_by
from truso.modules.content.models import Article, HomeContent


class HomeContentList(Editing):
    """The home pages: one per market, audience and language."""

    model = HomeContent
    name = "home-pages"
    icon = "home"
    can_delete = True
    related = ("market",)
    finder = find_by("language", "market__code")
    list_filter = ("market", "audience", "language")
    ordering = "market"
    list_display = (
        LinkColumn("name", lambda row: reverse("staff_home_pages:edit", args=[row.pk]), label=_("Home page"),
                   accessor=str),
        TextColumn("market", label=_("Market")),
        TagColumn("audience", label=_("Audience")),
        TextColumn("language", label=_("Language")),
    )  # fmt: skip


class ArticleList(Editing):
    """Guides, references and pages of information."""

    model = Article
    name = "articles"
    icon = "doc-full"
    can_delete = True
    deferred = ("blocks",)
    finder = find_by("title", "summary", "slug")
    list_filter = ("kind", "language")
    ordering = "-published_at"
    list_display = (
        LinkColumn("title", lambda row: reverse("staff_articles:edit", args=[row.pk]), label=_("Title"),
                   sort_key="title"),
        TagColumn("kind", label=_("Kind")),
        TextColumn("language", label=_("Language")),
        TextColumn("slug", label=_("Address")),
        MomentColumn("published_at", label=_("Published"), sort_key="published_at"),
    )  # fmt: skip


def viewsets() -> list[Any]:
    """Return the lists of this file."""
    return [HomeContentList(), ArticleList()]
