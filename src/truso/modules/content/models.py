"""Content written by staff: home pages per audience, guides and articles."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import Block, CharBlock, ChoiceBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock
from wagtail.fields import StreamField

from truso.modules.markets.models import Market

# What the parts of a page are called. Set beside the blocks, for Wagtail would write what is given to them into migrations.
_WORDS = {
    "hero": _("Large picture"), "title": _("Title"), "text": _("Text"), "picture": _("Picture"), "button": _("Button"),
    "link": _("Link"), "tone": _("Look"), "facts": _("Facts"), "icon": _("Icon"), "products": _("Products"),
    "rule": _("Which products"), "codes": _("Codes"), "categories": _("Categories"), "teaser": _("Reading tip"),
    "carousel": _("Carousel"),
}  # fmt: skip


def _put_into_words(block: Block) -> None:
    if isinstance(block, ListBlock):
        _put_into_words(block.child_block)
    for name, child in getattr(block, "child_blocks", {}).items():
        child.label = _WORDS[name]
        _put_into_words(child)


class HeroBlock(StructBlock):
    """A large picture with a promise and one thing to do."""

    title = CharBlock(max_length=120)
    text = TextBlock(required=False, max_length=400)
    picture = CharBlock(required=False, help_text=_("Code of a picture"))
    button = CharBlock(required=False, max_length=40)
    link = CharBlock(required=False, max_length=300)
    tone = ChoiceBlock(choices=[("plain", _("Plain")), ("campaign", _("Campaign"))], default="plain")


class FactsBlock(StructBlock):
    """Short facts side by side (delivery, returns, help)."""

    facts = ListBlock(
        StructBlock(
            [
                ("icon", CharBlock(max_length=40)),
                ("title", CharBlock(max_length=80)),
                ("text", CharBlock(max_length=200, required=False)),
            ]
        )
    )


class ProductsBlock(StructBlock):
    """A row of products: chosen by code, or by rule."""

    title = CharBlock(max_length=120)
    rule = ChoiceBlock(
        choices=[
            ("popular", _("Most bought")),
            ("new", _("New")),
            ("campaign", _("On campaign")),
            ("chosen", _("Chosen below")),
        ],
        default="popular",
    )
    codes = ListBlock(CharBlock(max_length=80), default=[])


class CategoriesBlock(StructBlock):
    """Categories as pictures."""

    title = CharBlock(max_length=120)
    codes = ListBlock(CharBlock(max_length=60), default=[])


class TeaserBlock(StructBlock):
    """A guide or article worth reading."""

    title = CharBlock(max_length=120)
    text = TextBlock(max_length=400)
    picture = CharBlock(required=False)
    button = CharBlock(max_length=40)
    link = CharBlock(max_length=300)


class PageBlocks(StreamBlock):
    """What pages are made of."""

    hero = HeroBlock()
    facts = FactsBlock()
    products = ProductsBlock()
    categories = CategoriesBlock()
    teaser = TeaserBlock()
    text = RichTextBlock()
    carousel = ListBlock(HeroBlock())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _put_into_words(self)


class HomeContent(models.Model):
    """The home page of an audience in a market and language."""

    class Audience(models.TextChoices):
        PRIVATE = "private", _("Private customers")
        COMPANY = "company", _("Companies")

    market = models.ForeignKey(Market, on_delete=models.CASCADE, related_name="+", verbose_name=_("market"))
    audience = models.CharField(_("audience"), max_length=10, choices=Audience.choices)
    language = models.CharField(_("language"), max_length=5)
    blocks = StreamField(PageBlocks(), blank=True, verbose_name=_("blocks"))

    panels: ClassVar = [FieldPanel("market"), FieldPanel("audience"), FieldPanel("language"), FieldPanel("blocks")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
        constraints = [models.UniqueConstraint(fields=["market", "audience", "language"], name="home_content_once")]

    def __str__(self) -> str:
        return f"{self.market} · {self.get_audience_display()} · {self.language}"


class Article(models.Model):
    """A guide, case or page of terms, in one language."""

    class Kind(models.TextChoices):
        GUIDE = "guide", _("Guide")
        CASE = "case", _("Reference")
        INFORMATION = "information", _("Information")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.GUIDE)
    language = models.CharField(_("language"), max_length=5)
    slug = models.SlugField(_("address"), max_length=120)
    title = models.CharField(_("title"), max_length=200)
    summary = models.CharField(_("summary"), max_length=400, blank=True)
    blocks = StreamField(PageBlocks(), blank=True, verbose_name=_("blocks"))
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    panels: ClassVar = [
        FieldPanel("kind"),
        FieldPanel("language"),
        FieldPanel("slug"),
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("blocks"),
        FieldPanel("published_at"),
    ]

    class Meta:
        verbose_name = _("guide or page")
        verbose_name_plural = _("guides and pages")
        ordering = ["-published_at", "title"]
        constraints = [models.UniqueConstraint(fields=["language", "slug"], name="article_slug_once")]

    def __str__(self) -> str:
        return self.title
