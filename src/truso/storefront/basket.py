"""A reviewed cart as pages show it: lines, totals, what stands in the way. Everything is written for the reader here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from urllib.parse import quote
from uuid import UUID

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.money import ZERO
from truso.kernel.refusals import Refusal
from truso.kernel.value import Value
from truso.modules.catalog.articles import Article
from truso.modules.catalog.bundles import contents_of
from truso.modules.delivery.rules import ships_on
from truso.modules.pricing.rules import gross_unit_price
from truso.modules.pricing.values import PricedLine
from truso.processes.review import CheckoutReview, ReviewLine
from truso.processes.substitutes import substitutes_for
from truso.storefront.arrival import leaving, review_arrival, write_parts
from truso.storefront.availability import AvailabilityView
from truso.storefront.formats import format_day, format_money, format_number
from truso.storefront.given import GivenView, write_given
from truso.storefront.paging import PageLinks, page_of
from truso.storefront.refusals import say
from truso.storefront.totals import TotalsView, write_totals
from truso.storefront.units import price_per, unit_name


class BasketLineView(Value, frozen=True):
    """A line of a cart as written. `nearest` is the quantity that would be right, when only that is wrong."""

    uuid: UUID
    name: str
    sku: str
    own_number: str
    url: str
    picture_uuid: UUID | None
    quantity: Decimal
    typed: str
    quantity_text: str
    reference: str
    unit: str
    unit_price: str
    per: str
    each: str
    list_price: str
    amount: str
    availability: AvailabilityView | None
    minimum: Decimal
    multiple: Decimal
    maximum: Decimal | None
    pack_note: str
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    nearest: str
    can_change: bool
    contents: tuple[str, ...] = ()
    instead: tuple[InsteadView, ...] = ()
    deals: tuple[str, ...] = ()


class InsteadView(Value, frozen=True):
    """An article that can be had instead of one that is missing, and why it is offered."""

    sku: str
    name: str
    url: str
    reason: str


class ApprovalView(Value, frozen=True):
    """The order is over the person's limit."""

    amount: str
    limit: str
    approvers: str


class BasketView(Value, frozen=True):
    """A cart page's content: a page of its lines, and what holds for all of them."""

    lines: tuple[BasketLineView, ...]
    line_count: int
    wrong_count: int
    pages: PageLinks
    totals: TotalsView
    approval: ApprovalView | None
    problems: tuple[str, ...]
    arrives: str
    is_pickup: bool
    delivery_note: str
    free_freight: str
    changed_prices: bool
    vat_note: str
    given: GivenView

    @property
    def is_empty(self) -> bool:
        return not self.line_count

    @property
    def has_wrong_lines(self) -> bool:
        return bool(self.wrong_count)

    @property
    def can_go_on(self) -> bool:
        return bool(self.line_count) and not self.has_wrong_lines and not self.problems


HEAVY = Decimal(100)
LINES_PER_PAGE = 100
# What a cart page tells at once; the rest is asked at checkout.
_EARLY = frozenset({"no_delivery_possible", "ordering_not_allowed", "customer_blocked"})


def write_basket(
    buyer: Buyer,
    review: CheckoutReview,
    *,
    typed: Mapping[str, str] | None = None,
    wrong: Mapping[str, Refusal] | None = None,
    page: int = 1,
    only_wrong: bool = False,
) -> BasketView:
    """Write a review for the reader: one page of its lines, or of those with something in the way.

    `typed` holds quantities as typed and `wrong` what was refused, by line UUID.
    """
    refused = wrong or {}
    in_the_way = [line for line in review.lines if line.refusals or line.item.key in refused]
    shown = Paginator(in_the_way if only_wrong and in_the_way else review.lines, LINES_PER_PAGE).get_page(page)
    writer = BasketWriter(buyer, list(shown.object_list))
    lines = tuple(
        writer.line(line, (typed or {}).get(line.item.key), refused.get(line.item.key)) for line in shown.object_list
    )
    early = [refusal for refusal in review.refusals if refusal.code in _EARLY]
    return BasketView(
        lines=lines,
        line_count=len(review.lines),
        wrong_count=len(in_the_way),
        pages=page_of(shown),
        totals=write_totals(buyer, review.basket, review.delivery.name if review.delivery else ""),
        given=write_given(buyer, review),
        approval=_approval(buyer, review),
        problems=tuple(dict.fromkeys(say(refusal, buyer) for refusal in early)),
        arrives=review_arrival(buyer, review),
        is_pickup=bool(review.delivery and review.delivery.is_pickup),
        delivery_note=_delivery_note(buyer, review),
        free_freight=_free_freight(buyer, review),
        changed_prices=any(note.code == "price_changed" for line in review.lines for note in line.notes),
        vat_note=vat_note(buyer),
    )


def vat_note(buyer: Buyer) -> str:
    """Say whether prices hold VAT."""
    return _("incl. VAT") if buyer.display_gross else _("excl. VAT")


def _delivery_note(buyer: Buyer, review: CheckoutReview) -> str:
    """Say which deliveries the goods are too heavy for, and what is left when they must be fetched."""
    if not review.lines or not review.too_heavy:
        return ""

    def kilos(weight: Decimal) -> str:
        return format_number(round(weight, 1 if weight < HEAVY else 0), buyer.language)

    others = ", ".join(
        _("%(delivery)s (up to %(most)s kg)") % {"delivery": one.name, "most": kilos(one.most_kg)}
        for one in review.too_heavy
    )
    values = {"weight": kilos(review.weight_kg), "deliveries": others}
    told = [_("The goods weigh %(weight)s kg together. That is too much for: %(deliveries)s.") % values]
    if review.delivery_options and all(one.is_pickup for one in review.delivery_options):
        told.append(_("So they can only be collected. Contact us if you want them brought, or order less at a time."))
    return " ".join(told)


def _free_freight(buyer: Buyer, review: CheckoutReview) -> str:
    """Say how much is missing for free freight, counted as the buyer sees prices."""
    missing = review.missing_for_free_freight
    if review.delivery is None or review.delivery.free_from is None or not missing:
        return ""
    values = {
        "missing": format_money(missing, buyer.currency, buyer.language),
        "limit": free_from_words(buyer, review.delivery.free_from, with_vat=buyer.display_gross),
    }
    return _("%(missing)s more, and the freight is free (%(limit)s).") % values


def free_from_words(buyer: Buyer, limit: Decimal, *, with_vat: bool = False) -> str:
    """Say from which goods value freight is free: one wording wherever it stands."""
    amount = format_money(limit, buyer.currency, buyer.language)
    if with_vat:
        return _("from %(amount)s for the goods incl. VAT, after discounts") % {"amount": amount}
    return _("from %(amount)s for the goods excl. VAT, after discounts") % {"amount": amount}


def _approval(buyer: Buyer, review: CheckoutReview) -> ApprovalView | None:
    need = review.approval
    if need is None:
        return None
    return ApprovalView(
        amount=format_money(need.amount, buyer.currency, buyer.language),
        limit=format_money(need.limit, buyer.currency, buyer.language),
        approvers=", ".join(need.approver_names),
    )


class BasketWriter:
    """Writes lines for one buyer; units and words are looked up once."""

    def __init__(self, buyer: Buyer, lines: Sequence[ReviewLine] = ()) -> None:
        self.buyer = buyer
        bundles = [line.item.variant_id for line in lines if line.availability and line.availability.components]
        self._contents = contents_of(bundles, buyer.language)
        self._instead = substitutes_for(
            buyer, {line.article.product_id for line in lines if line.article and line.is_missing}
        )
        self._units: dict[str, str] = {}
        self._pers: dict[tuple[str, int], str] = {}

    def money(self, amount: Decimal) -> str:
        return format_money(amount, self.buyer.currency, self.buyer.language)

    def number(self, value: Decimal) -> str:
        return format_number(value, self.buyer.language)

    def unit(self, code: str) -> str:
        if code not in self._units:
            self._units[code] = unit_name(code)
        return self._units[code]

    def per(self, unit: str, price_unit: int) -> str:
        key = (unit, price_unit)
        if key not in self._pers:
            self._pers[key] = price_per(unit, price_unit, self.buyer.language)
        return self._pers[key]

    def unit_price(self, price: PricedLine) -> str:
        return self.money(price.unit_price_gross if self.buyer.display_gross else price.unit_price)

    def list_price(self, price: PricedLine) -> str:
        """Write the list price where the buyer pays less; consumers see reductions by the 30-day rule only."""
        if self.buyer.display_gross or price.list_price is None or not price.is_reduced:
            return ""
        return self.money(price.list_price)

    def amount(self, price: PricedLine) -> str:
        return self.money(price.gross if self.buyer.display_gross else price.net)

    def line(self, line: ReviewLine, typed: str | None, wrong: Refusal | None) -> BasketLineView:
        """Write one line."""
        article, price, item = line.article, line.price, line.item
        refusals = [*line.refusals] if wrong is None else [wrong]
        nearest = next((one.params["nearest"] for one in refusals if "nearest" in one.params), None)
        return BasketLineView(
            uuid=item.uuid,
            name=article.name if article else _("An article that is no longer in your range"),
            sku=article.sku if article else "",
            own_number=article.own_number if article else "",
            url=article_url(article) if article else "",
            picture_uuid=article.picture_uuid if article else None,
            quantity=item.quantity,
            typed=typed if typed is not None else self.number(item.quantity),
            quantity_text=self.number(item.quantity),
            reference=item.reference,
            unit=self.unit(article.unit) if article else "",
            unit_price=self.unit_price(price) if price else "",
            per=self.per(article.unit, price.price_unit) if price and article else "",
            each=_("each"),
            list_price=self.list_price(price) if price else "",
            amount=self.amount(price) if price else "",
            availability=self._availability(line),
            minimum=article.minimum_quantity if article else Decimal(1),
            multiple=article.quantity_multiple if article else Decimal(1),
            maximum=article.maximum_quantity if article else None,
            pack_note=self._pack_note(article) if article else "",
            problems=tuple(say(one, self.buyer) for one in refusals),
            notes=tuple(self.note(one, price) for one in line.notes),
            nearest=self.number(nearest) if nearest is not None else self._available(line),
            can_change=article is not None and article.is_active,
            contents=tuple(
                f"{self.number(one.quantity)} × {one.name}" for one in self._contents.get(item.variant_id, ())
            ),
            instead=self._offers(line),
            deals=tuple(f"{one.name}: {self.money(-one.amount)}" for one in price.allowances) if price else (),
        )

    def _offers(self, line: ReviewLine) -> tuple[InsteadView, ...]:
        """Return what can be had instead of a line's article."""
        found = self._instead.get(line.article.product_id, ()) if line.article and line.is_missing else ()
        reasons = {"replaces": _("replaces this one"), "substitute": _("can be used instead")}
        return tuple(
            InsteadView(
                one.card.sku,
                f"{one.card.name}, {one.card.label}" if one.card.label else one.card.name,
                f"{reverse('storefront:product', kwargs={'slug': one.card.slug})}?v={quote(one.card.sku)}",
                reasons[one.reason],
            )
            for one in found
        )

    def _available(self, line: ReviewLine) -> str:
        """Return what is left of an article that is short, as a quantity that can be ordered."""
        short = next((one for one in line.refusals if one.code == "out_of_stock"), None)
        if short is None or line.article is None:
            return ""
        step = line.article.quantity_multiple if line.article.quantity_multiple > ZERO else Decimal(1)
        fits = (Decimal(short.params["available"]) // step) * step
        return self.number(fits) if fits >= max(line.article.minimum_quantity, step) else ""

    def note(self, note: Refusal, price: PricedLine | None) -> str:
        """Write what is to be known of a line; prices as the buyer sees them."""
        if note.code in ("price_changed", "price_changed_since") and price and self.buyer.display_gross:
            before = gross_unit_price(note.params["before"], price.tax_rate, self.buyer.currency)
            params = {**note.params, "before": before, "now": price.unit_price_gross}
            note = Refusal(note.code, params, note.subject)
        return say(note, self.buyer)

    def _pack_note(self, article: Article) -> str:
        if article.is_cut_to_length:
            return _("One piece, cut to length")
        if article.quantity_multiple > 1:
            return _("Pack of %(number)s") % {"number": self.number(article.quantity_multiple)}
        return ""

    def _availability(self, line: ReviewLine) -> AvailabilityView | None:
        stock, article = line.availability, line.article
        if stock is None or article is None or not article.is_active:
            return None
        if not stock.is_stocked:
            return AvailabilityView(_("Available"), "now")
        if stock.available >= line.item.quantity:
            return AvailabilityView(_("In stock"), "now")
        if stock.lead_days is None:
            return AvailabilityView(_("Out of stock"), "never")
        unit = self.unit(article.unit)
        if stock.available > ZERO:
            split = write_parts(line.promise, unit, self.buyer.language) if line.promise else ""
            return AvailabilityView(split or leaving(self.buyer, stock, line.item.quantity, unit), "soon")
        arrives = line.promise[0].arrives_on if line.promise else None
        text = _("About %(date)s") if arrives else _("Ships %(date)s")
        day = arrives or ships_on(self.buyer.today, stock.lead_days)
        return AvailabilityView(text % {"date": format_day(day, self.buyer.language, "weekday")}, "soon")


def article_url(article: Article) -> str:
    """Return the address of an article's page; nothing for one without a text."""
    if not article.slug:
        return ""
    address = reverse("storefront:product", kwargs={"slug": article.slug})
    return f"{address}?v={quote(article.sku)}" if article.label else address
