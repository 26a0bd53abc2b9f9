"""How staff steer searches, and what people search for. For programs of the house."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field, StringConstraints

from truso.api.answers.steering import (
    RedirectList,
    RedirectView,
    RuleList,
    RuleView,
    SearchedList,
    SearchedView,
    SynonymList,
    SynonymView,
)
from truso.api.auth import Caller, Gate
from truso.api.encoding import reply
from truso.api.inputs import Strict
from truso.api.openapi import gives
from truso.api.problems import wrong
from truso.kernel.refusals import NotFound
from truso.modules.catalog.models import Brand, Category, Product
from truso.modules.customers.models import Segment
from truso.modules.identity.rules import Scope
from truso.modules.markets.models import Market
from truso.modules.search.journal import searched_texts
from truso.modules.search.models import Merchandising, Redirect, Synonym
from truso.modules.search.steering import remove_steering, save_redirect, save_rule, save_synonym
from truso.platform.database.transactions import write

router = Router(tags=["Search steering"])
STAFF = Gate(Scope.DATA, needs_hat=False, is_staff=True)
Language = Literal["", "nb", "sv", "pl", "en"]
Name = Annotated[str, StringConstraints(max_length=60)]


class SynonymIn(Strict):
    """Wordings that mean the same."""

    language: Language = ""
    terms: list[Name] = Field(max_length=100)


class RedirectIn(Strict):
    """A text and the page it leads to; `{language}` in it becomes the reader's."""

    language: Language = ""
    text: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    target: Annotated[str, StringConstraints(min_length=1, max_length=300)]


class RuleIn(Strict):
    """A rule, its records named by their codes; empty ones limit nothing."""

    place: Literal["query", "category", "suggestions"]
    action: Literal["pin", "boost", "bury"]
    text: Annotated[str, StringConstraints(max_length=100)] = ""
    category: Name = ""
    product: Name = ""
    brand: Name = ""
    market: Name = ""
    segment: Name = ""
    position: int = Field(1, ge=0, le=1000)
    starts_on: date | None = None
    ends_on: date | None = None


def _allow(request: HttpRequest, action: str, model: str) -> Caller:
    """Return the caller if they may; to others of the house there is nothing here."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if not caller.may(f"search.{action}_{model}"):
        raise NotFound("steering")
    return caller


def _find(model: Any, uuid: UUID) -> Any:
    found = model.objects.filter(uuid=uuid).first()
    if found is None:
        raise NotFound("steering")
    return found


def _written(caller: Caller, act: Callable[[], Any]) -> Any:
    with write(caller.actor):
        return act()


def _synonym(one: Synonym) -> SynonymView:
    return SynonymView(uuid=one.uuid, language=one.language, terms=list(one.terms))


def _redirect(one: Redirect) -> RedirectView:
    return RedirectView(uuid=one.uuid, language=one.language, text=one.text, target=one.target)


def _rule(one: Merchandising) -> RuleView:
    return RuleView(
        uuid=one.uuid,
        place=one.place,
        text=one.text,
        category=one.category.code if one.category else "",
        action=one.action,
        product=one.product.code if one.product else "",
        brand=one.brand.code if one.brand else "",
        market=one.market.code if one.market else "",
        segment=one.segment.code if one.segment else "",
        position=one.position,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
    )


@router.get(
    "/search/synonyms", auth=STAFF, url_name="synonyms", operation_id="list_synonyms", **gives(200, SynonymList)
)
def synonyms(request: HttpRequest) -> HttpResponse:
    """List all synonyms."""
    _allow(request, "view", "synonym")
    return reply(SynonymList(items=[_synonym(one) for one in Synonym.objects.order_by("pk")]))


@router.post(
    "/search/synonyms", auth=STAFF, url_name="synonyms", operation_id="create_synonym", **gives(201, SynonymView)
)
def create_synonym(request: HttpRequest, data: SynonymIn) -> HttpResponse:
    """Add wordings that mean the same."""
    caller = _allow(request, "add", "synonym")
    made = Synonym(language=data.language, terms=data.terms)
    return reply(_synonym(_written(caller, lambda: save_synonym(synonym=made))), 201)


@router.put(
    "/search/synonyms/{uuid}", auth=STAFF, url_name="synonym", operation_id="change_synonym", **gives(200, SynonymView)
)
def change_synonym(request: HttpRequest, uuid: UUID, data: SynonymIn) -> HttpResponse:
    """Write a synonym's wordings anew."""
    caller = _allow(request, "change", "synonym")
    found = _find(Synonym, uuid)
    found.language, found.terms = data.language, data.terms
    return reply(_synonym(_written(caller, lambda: save_synonym(synonym=found))))


@router.delete("/search/synonyms/{uuid}", auth=STAFF, url_name="synonym", operation_id="remove_synonym", **gives(204))
def remove_synonym(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Remove a synonym."""
    return _removed(_allow(request, "delete", "synonym"), Synonym, uuid)


def _removed(caller: Caller, model: type[Model], uuid: UUID) -> HttpResponse:
    found = _find(model, uuid)
    _written(caller, lambda: remove_steering(record=found))
    return HttpResponse(status=204)


@router.get(
    "/search/redirects", auth=STAFF, url_name="redirects", operation_id="list_redirects", **gives(200, RedirectList)
)
def redirects(request: HttpRequest) -> HttpResponse:
    """List all redirects."""
    _allow(request, "view", "redirect")
    return reply(RedirectList(items=[_redirect(one) for one in Redirect.objects.order_by("pk")]))


@router.post(
    "/search/redirects", auth=STAFF, url_name="redirects", operation_id="create_redirect", **gives(201, RedirectView)
)
def create_redirect(request: HttpRequest, data: RedirectIn) -> HttpResponse:
    """Let a text lead to a page."""
    caller = _allow(request, "add", "redirect")
    made = Redirect(language=data.language, text=data.text, target=data.target)
    return reply(_redirect(_written(caller, lambda: save_redirect(redirect=made))), 201)


@router.put(
    "/search/redirects/{uuid}",
    auth=STAFF,
    url_name="redirect",
    operation_id="change_redirect",
    **gives(200, RedirectView),
)
def change_redirect(request: HttpRequest, uuid: UUID, data: RedirectIn) -> HttpResponse:
    """Write anew which text leads where."""
    caller = _allow(request, "change", "redirect")
    found = _find(Redirect, uuid)
    found.language, found.text, found.target = data.language, data.text, data.target
    return reply(_redirect(_written(caller, lambda: save_redirect(redirect=found))))


@router.delete(
    "/search/redirects/{uuid}", auth=STAFF, url_name="redirect", operation_id="remove_redirect", **gives(204)
)
def remove_redirect(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Remove a redirect."""
    return _removed(_allow(request, "delete", "redirect"), Redirect, uuid)


@router.get("/search/rules", auth=STAFF, url_name="rules", operation_id="list_search_rules", **gives(200, RuleList))
def rules(request: HttpRequest) -> HttpResponse:
    """List all rules for what stands first or last."""
    _allow(request, "view", "merchandising")
    found = Merchandising.objects.select_related("category", "product", "brand", "market", "segment").order_by("pk")
    return reply(RuleList(items=[_rule(one) for one in found]))


@router.post("/search/rules", auth=STAFF, url_name="rules", operation_id="create_search_rule", **gives(201, RuleView))
def create_rule(request: HttpRequest, data: RuleIn) -> HttpResponse:
    """Pin, boost or bury a product or brand in a search, a category or among suggestions."""
    caller = _allow(request, "add", "merchandising")
    made = _filled(Merchandising(), data)
    return reply(_rule(_written(caller, lambda: save_rule(rule=made))), 201)


@router.put(
    "/search/rules/{uuid}", auth=STAFF, url_name="rule", operation_id="change_search_rule", **gives(200, RuleView)
)
def change_rule(request: HttpRequest, uuid: UUID, data: RuleIn) -> HttpResponse:
    """Write a rule anew."""
    caller = _allow(request, "change", "merchandising")
    found = _filled(_find(Merchandising, uuid), data)
    return reply(_rule(_written(caller, lambda: save_rule(rule=found))))


def _filled(rule: Merchandising, data: RuleIn) -> Merchandising:
    rule.place, rule.action, rule.text, rule.position = data.place, data.action, data.text, data.position
    rule.starts_on, rule.ends_on = data.starts_on, data.ends_on
    rule.category = _named(Category, data.category, "category")
    rule.product = _named(Product, data.product, "product")
    rule.brand = _named(Brand, data.brand, "brand")
    rule.market = _named(Market, data.market, "market")
    rule.segment = _named(Segment, data.segment, "segment")
    return rule


def _named(model: Any, code: str, field: str) -> Any:
    """Return the record a code names, None for no code; refuses `code_unknown`."""
    found = model.objects.filter(code=code).first() if code else None
    if code and found is None:
        raise wrong(422, "code_unknown", field, value=code)
    return found


@router.delete("/search/rules/{uuid}", auth=STAFF, url_name="rule", operation_id="remove_search_rule", **gives(204))
def remove_rule(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Remove a rule."""
    return _removed(_allow(request, "delete", "merchandising"), Merchandising, uuid)


@router.get(
    "/search/texts", auth=STAFF, url_name="searched", operation_id="list_searched_texts", **gives(200, SearchedList)
)
def searched(
    request: HttpRequest,
    show: Literal["all", "without_hits", "without_clicks"] = Query("without_hits"),
    days: int = Query(30, ge=1, le=400),
    limit: int = Query(100, ge=1, le=1000),
) -> HttpResponse:
    """List what people searched for in the last days: most often, in vain, or without going on to a product."""
    _allow(request, "view", "searchtally")
    found = searched_texts(kind=show, days=days, limit=limit)
    return reply(
        SearchedList(
            items=[
                SearchedView(
                    text=one.text,
                    language=one.language,
                    searches=one.searches,
                    without_hits=one.without_hits,
                    clicks=one.clicks,
                    last_on=one.last_on,
                )
                for one in found
            ]
        )
    )
