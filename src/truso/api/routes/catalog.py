"""Looking: markets, categories, products, prices, availability, codes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router

from truso.api.answers.catalog import (
    ArticlePage,
    AvailabilityList,
    CategoryList,
    CategoryView,
    CodeMatches,
    DocumentPage,
    MarketList,
    MarketView,
    MatchList,
    MatchView,
    PricedLineView,
    PriceList,
    ProductPage,
    ProductView,
)
from truso.api.auth import Gate
from truso.api.encoding import amount, quantity, reply, send_bundle
from truso.api.inputs import PAGE_SIZE, Code, CodesIn, PricesIn, ProductQuery
from truso.api.lines import ReadLine, quantity_problem, read_lines
from truso.api.listing import find_products
from truso.api.openapi import gives
from truso.api.present.catalog import (
    article_views,
    asked_availability,
    listed_document,
    offer_view,
    price_view,
    product_view,
)
from truso.api.problems import refusal_view, wrong
from truso.kernel.buyer import Buyer
from truso.kernel.quantity import MAX_QUANTITY
from truso.kernel.refusals import NotFound, Refusal
from truso.kernel.texts import in_language
from truso.modules.catalog.articles import match_codes
from truso.modules.catalog.queries import (
    CategoryNode,
    cards_for,
    category_tree,
    get_product_by_slug,
    get_product_by_uuid,
    get_product_of_sku,
)
from truso.modules.catalog.queries.document_search import find_documents
from truso.modules.catalog.queries.identifiers import find_variant_ids, list_variant_ids
from truso.modules.identity.rules import Scope
from truso.modules.inventory.queries import availability_for
from truso.modules.markets.queries import list_markets
from truso.modules.pricing.queries import price_basket
from truso.modules.pricing.values import Basket, BasketLine, PricedLine
from truso.modules.search.queries import MOST_NEAR, near_articles
from truso.processes.document_bundles import ZIP, bundle_of_product
from truso.processes.product_papers import read_product_document

router = Router(tags=["Catalog"])
OPEN = Gate(Scope.CATALOG, is_open=True)
MOST_DOCUMENT_PAGES = 200


@router.get("/markets", auth=OPEN, url_name="markets", operation_id="list_markets", **gives(200, MarketList))
def markets(request: HttpRequest) -> HttpResponse:
    """List where the shop sells."""
    language = request.auth.buyer.language  # type: ignore[attr-defined]
    return reply(
        MarketList(
            items=[
                MarketView(
                    code=market.code,
                    name=in_language(market.names, language) or market.code,
                    country=market.country,
                    currency=market.currency,
                    languages=list(market.languages),
                    prices_include_vat=market.display_gross,
                    ships_to=list(market.ships_to),
                )
                for market in list_markets()
            ]
        )
    )


@router.get("/categories", auth=OPEN, url_name="categories", operation_id="list_categories", **gives(200, CategoryList))
def categories(request: HttpRequest) -> HttpResponse:
    """Return the tree of categories in which the caller finds something."""
    return reply(CategoryList(items=[_category(node) for node in category_tree(request.auth.buyer).roots]))  # type: ignore[attr-defined]


def _category(node: CategoryNode) -> CategoryView:
    return CategoryView(
        code=node.code,
        name=node.name,
        slug=node.slug,
        intro=node.intro,
        children=[_category(child) for child in node.children],
    )


@router.get("/products", auth=OPEN, url_name="products", operation_id="search_products", **gives(200, ProductPage))
def products(request: HttpRequest, query: ProductQuery = Query(...)) -> HttpResponse:
    """Search products, or browse a category, with the caller's own range and prices in every hit, order and count."""
    return reply(find_products(request.auth.buyer, query))  # type: ignore[attr-defined]


@router.get("/articles", auth=OPEN, url_name="articles", operation_id="list_articles", **gives(200, ArticlePage))
def articles(
    request: HttpRequest,
    category: str | None = Query(None, max_length=60),
    cursor: UUID | None = Query(None),
    limit: int = Query(50, ge=1, le=PAGE_SIZE),
) -> HttpResponse:
    """List every article the caller may buy, with own prices: for programs that keep a copy of the catalog."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    node = category_tree(buyer).by_code.get(category) if category else None
    if category and node is None:
        raise NotFound("category")
    if cursor and not find_variant_ids(buyer, uuids=[cursor])[1]:
        raise wrong(400, "cursor_invalid", "cursor")
    rows = list_variant_ids(buyer, category_id=node.id if node else None, after=cursor, limit=limit + 1)
    page = rows[:limit]
    items = article_views(buyer, cards_for(buyer, [row[0] for row in page]))
    return reply(ArticlePage(items=items, next_cursor=page[-1][1] if len(rows) > limit else None))


@router.get("/documents", auth=OPEN, url_name="documents", operation_id="list_documents", **gives(200, DocumentPage))
def documents(
    request: HttpRequest,
    q: str = Query("", max_length=100),
    page: int = Query(1, ge=1, le=MOST_DOCUMENT_PAGES),
    limit: int = Query(50, ge=1, le=PAGE_SIZE),
) -> HttpResponse:
    """List the documents the caller may have, found by words of their titles and texts.

    Without words those in the caller's language and those for readers of all; with words those in every language, the
    caller's first. What an agreement holds is there for its company alone; what has expired is not there.
    """
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    words = q.replace("\x00", "")
    found = find_documents(buyer, words=words, start=(page - 1) * limit, limit=limit + 1)
    following = page + 1 if len(found) > limit and page < MOST_DOCUMENT_PAGES else None
    return reply(DocumentPage(items=[listed_document(one) for one in found[:limit]], next_page=following))


@router.get(
    "/products/documents/{uuid}",
    auth=OPEN,
    url_name="product-document",
    operation_id="get_product_document",
    **gives(200, media="application/pdf"),
)
def document(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a product's document as PDF: data sheet, declaration, assembly guide or safety data sheet."""
    found = read_product_document(request.auth.buyer, uuid)  # type: ignore[attr-defined]
    response = HttpResponse(found.content, content_type=found.content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{found.filename}"'
    return response


@router.get(
    "/products/{uuid}/documents.zip",
    auth=OPEN,
    url_name="product-documents",
    operation_id="get_product_documents",
    **gives(200, media=ZIP),
)
def documents_zip(request: HttpRequest, uuid: UUID) -> StreamingHttpResponse:
    """Return all documents of a product in a zip file: files in every language, what is typeset in the caller's."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    return send_bundle(bundle_of_product(buyer, get_product_by_uuid(buyer, uuid).id))


@router.get("/products/{slug}", auth=OPEN, url_name="product", operation_id="get_product", **gives(200, ProductView))
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a product by its slug (in any language) or UUID, with all its articles."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    uuid = _as_uuid(slug)
    return reply(product_view(buyer, get_product_by_uuid(buyer, uuid) if uuid else get_product_by_slug(buyer, slug)))


def _as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) == 36 else None
    except ValueError:
        return None


@router.post("/prices", auth=OPEN, url_name="prices", operation_id="price_lines", **gives(200, PriceList))
def prices(request: HttpRequest, data: PricesIn) -> HttpResponse:
    """Price lines together for the caller, each with every source looked at and why one won."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    lines = [_priceable(line) for line in read_lines(buyer, data.lines)]
    basket = price_basket(
        buyer,
        Basket(
            tuple(
                BasketLine(line.key, line.variant_id, line.quantity)
                for line in lines
                if not line.refusals and line.variant_id and line.quantity
            )
        ),
    )
    priced = {line.key: line for line in basket.lines}
    currency = basket.currency
    return reply(
        PriceList(
            currency=currency,
            prices_include_vat=basket.prices_include_vat,
            lines=[_priced(line, priced.get(line.key), currency) for line in lines],
            net=amount(basket.net, currency),
            vat=amount(basket.tax, currency),
            gross=amount(basket.gross, currency),
        )
    )


def _priceable(line: ReadLine) -> ReadLine:
    """Refuse quantities nobody can buy: a price for them would be a lie."""
    code = "" if line.quantity is None else quantity_problem(line.quantity)
    if not code:
        return line
    refusal = Refusal(code, {"sku": line.sku, "maximum": MAX_QUANTITY}, line.key)
    return ReadLine(line.index, line.sku, line.uuid, line.variant_id, line.quantity, (*line.refusals, refusal))


def _priced(line: ReadLine, price: PricedLine | None, currency: str) -> PricedLineView:
    refusals = line.refusals or (() if price else (Refusal("no_price", {"sku": line.sku}, line.key),))
    return PricedLineView(
        index=line.index,
        sku=line.sku,
        variant=line.uuid,
        quantity=None if line.quantity is None else quantity(line.quantity),
        price=price_view(price, currency) if price else None,
        net=amount(price.net, currency) if price else None,
        vat=amount(price.tax, currency) if price else None,
        gross=amount(price.gross, currency) if price else None,
        explanation=[offer_view(offer, currency) for offer in price.explanation] if price else [],
        refusals=[refusal_view(refusal) for refusal in refusals],
    )


@router.get(
    "/availability",
    auth=OPEN,
    url_name="availability",
    operation_id="list_availability",
    **gives(200, AvailabilityList),
)
def availability(
    request: HttpRequest, sku: list[Code] = Query(..., min_length=1, max_length=PAGE_SIZE)
) -> HttpResponse:
    """Tell what can be had of up to 100 articles (`sku` repeated), and in how many days more can; each is answered."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    by_sku, _ = find_variant_ids(buyer, skus=sku)
    stock = availability_for(buyer, by_sku.values())
    return reply(
        AvailabilityList(items=[asked_availability(one, stock.get(by_sku.get(one, 0))) for one in dict.fromkeys(sku)])
    )


@router.post("/articles/match", auth=OPEN, url_name="match", operation_id="match_codes", **gives(200, MatchList))
def match(request: HttpRequest, data: CodesIn) -> HttpResponse:
    """Identify codes from a list or a scanner: our numbers, the customer's own, GTINs, makers' numbers.

    A code that names nothing comes with the articles whose numbers are nearest, to choose from.
    """
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    found = match_codes(buyer, data.codes)
    unknown = [code for code, matches in found.items() if not matches]
    near = near_articles(buyer, unknown)
    matched = (one.variant_id for matches in found.values() for one in matches)
    cards = cards_for(buyer, list(dict.fromkeys((*matched, *(one for variants in near.values() for one in variants)))))
    views = dict(zip([card.variant_id for card in cards], article_views(buyer, cards), strict=True))
    items = [
        CodeMatches(
            code=code,
            matches=[
                MatchView(kind=one.kind, article=views[one.variant_id]) for one in matches if one.variant_id in views
            ],
            near=[views[one] for one in near.get(code, ()) if one in views],
        )
        for code, matches in found.items()
    ]
    return reply(MatchList(items=items, near_left_out=max(len(unknown) - MOST_NEAR, 0)))


# After the fixed address beside it: article numbers may hold slashes.
@router.get(
    "/articles/{path:sku}", auth=OPEN, url_name="article", operation_id="get_article", **gives(200, ProductView)
)
def article(request: HttpRequest, sku: str) -> HttpResponse:
    """Return the product an article number belongs to, with all its articles."""
    buyer: Buyer = request.auth.buyer  # type: ignore[attr-defined]
    if len(sku) > 60:
        raise NotFound("product")
    return reply(product_view(buyer, get_product_of_sku(buyer, sku)))
