"""Reading content: home pages and articles."""

from __future__ import annotations

from dataclasses import dataclass

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound
from truso.kernel.texts import language_order
from truso.modules.content.models import Article, HomeContent
from truso.platform import clock
from truso.platform.shortlived import short_lived


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article as others point to it."""

    kind: str
    slug: str
    title: str
    summary: str


@short_lived(seconds=15)
def list_articles(language: str, kind: str, limit: int = 20) -> tuple[ArticleLink, ...]:
    """Return the published articles of a kind in a language, the newest first."""
    rows = Article.objects.filter(language=language, kind=kind, published_at__lte=clock.now())
    return tuple(ArticleLink(row.kind, row.slug, row.title, row.summary) for row in rows[:limit])


def get_article(buyer: Buyer, slug: str) -> Article:
    """Return a published article in the buyer's language; raises NotFound."""
    found = Article.objects.filter(language=buyer.language, slug=slug, published_at__lte=buyer.now).first()
    if found is None:
        raise NotFound("article")
    return found


def languages_of_article(buyer: Buyer, slug: str) -> list[str]:
    """Return the languages in which an article is published at this address."""
    return list(Article.objects.filter(slug=slug, published_at__lte=buyer.now).values_list("language", flat=True))


def find_home(buyer: Buyer) -> HomeContent | None:
    """Return the home page of the buyer's market and audience in their language, else in the nearest there is."""
    audience = HomeContent.Audience.COMPANY if buyer.is_business else HomeContent.Audience.PRIVATE
    pages = {page.language: page for page in HomeContent.objects.filter(market_id=buyer.market.id, audience=audience)}
    return next((pages[code] for code in language_order(buyer.language) if code in pages), None)
