"""Lists and suggestions as the API shows them."""

from __future__ import annotations

from collections.abc import Sequence

from truso.api.answers.lists import FavoriteView, ListHead, ListLineView, ListView, SuggestionView
from truso.api.encoding import quantity, unit_price
from truso.kernel.buyer import Buyer
from truso.modules.cart.lists.queries import favorites_of, items_of, may_change, may_manage
from truso.modules.cart.models import ArticleList
from truso.modules.cart.suggestions import Suggestion
from truso.modules.catalog.articles import articles_for
from truso.modules.catalog.queries.identifiers import skus_of
from truso.modules.pricing.queries import prices_for


def head_view(buyer: Buyer, kept: ArticleList, line_count: int | None = None) -> ListHead:
    """Show a list without its lines."""
    return ListHead(
        uuid=kept.uuid,
        name=kept.name,
        kind=kept.kind,
        sharing=kept.sharing,
        project=kept.project,
        address=kept.address.uuid if kept.address else None,
        owner=str(kept.person or kept.customer),
        is_own=kept.person_id == buyer.person_id,
        line_count=getattr(kept, "line_count", 0) if line_count is None else line_count,
        updated_at=kept.updated_at,
        taken_at=kept.taken_at,
        taken_by=str(kept.taken_by or ""),
    )


def list_view(buyer: Buyer, kept: ArticleList) -> ListView:
    """Show a list with its lines."""
    items = items_of(kept)
    ids = {item.variant_id for item in items}
    articles, skus = articles_for(buyer, ids) if ids else {}, skus_of(ids)
    lines = []
    for item in items:
        article = articles.get(item.variant_id)
        lines.append(
            ListLineView(
                uuid=item.uuid,
                sku=skus.get(item.variant_id, ""),
                variant=article.uuid if article else None,
                name=article.name if article else "",
                quantity=quantity(item.quantity),
                minimum=None if item.minimum is None else quantity(item.minimum),
                reference=item.reference,
            )
        )
    return ListView(
        head=head_view(buyer, kept, len(items)),
        may_change=may_change(buyer, kept),
        may_manage=may_manage(buyer, kept),
        lines=lines,
    )


def favorites_view(buyer: Buyer) -> FavoriteView:
    """Show the numbers of what the buyer may still buy of its favorites."""
    articles = articles_for(buyer, favorites_of(buyer))
    return FavoriteView(skus=sorted(article.sku for article in articles.values()))


def suggestion_views(buyer: Buyer, found: Sequence[Suggestion]) -> list[SuggestionView]:
    """Show suggestions at the buyer's prices."""
    ids = [one.variant_id for one in found]
    articles = articles_for(buyer, [*ids, *(one.with_variant for one in found if one.with_variant)]) if ids else {}
    prices = prices_for(buyer, ids) if ids else {}
    views = []
    for one in found:
        article, price = articles[one.variant_id], prices.get(one.variant_id)
        beside = articles.get(one.with_variant or 0)
        views.append(
            SuggestionView(
                sku=article.sku,
                variant=article.uuid,
                name=article.name,
                reason=one.reason,
                last_on=one.last_on,
                due_on=one.due_on,
                every_days=one.every_days,
                with_sku=beside.sku if beside else "",
                count=one.count,
                unit_price=unit_price(price.unit_price, buyer.currency) if price else None,
                price_unit=price.price_unit if price else article.price_unit,
            )
        )
    return views
