"""An agreement as its page shows it: what is agreed, its prices, what was bought on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from truso.kernel.buyer import Buyer
from truso.kernel.texts import in_language
from truso.kernel.value import Value
from truso.modules.agreements.models import Agreement, AgreementPerson, AgreementWish
from truso.modules.agreements.prices import AgreedPrice
from truso.modules.orders.purchases import Purchased
from truso.modules.output.formats import format_unit_price
from truso.storefront.basket import free_from_words
from truso.storefront.formats import format_day, format_money, format_number
from truso.storefront.units import price_per

# state: (look of the badge)
LOOKS = {"active": "good", "sent": "warning", "signed": "good"}
_RANGES = {
    "all": gettext_noop("The whole range"),
    "first": gettext_noop("The agreed articles first; others are marked as outside the agreement"),
    "ask": gettext_noop("The agreed articles; others on request"),
    "only": gettext_noop("Limited to the agreed range"),
}
_WISHES = {"open": "", "agreed": "good", "declined": "problem"}


class PriceRow(Value, frozen=True):
    """A price of the list, as written; `bought` is what was bought of the article since the agreement began."""

    uuid: str
    sku: str
    own_number: str
    name: str
    quantity: str
    price: str
    per: str
    period: str
    bought: str
    asks: tuple[tuple[str, str, str], ...]


def facts_of(found: Agreement, buyer: Buyer, people: Sequence[AgreementPerson]) -> list[tuple[str, str]]:
    """Return what is agreed, by name."""
    until = format_day(found.valid_to, buyer.language) if found.valid_to else _("no end set")
    facts = [
        (_("Valid from"), format_day(found.valid_from, buyer.language)),
        (_("Valid before"), until),
        *_end_facts(found),
        (_("Prices"), _("Contract prices") if found.price_list_id else _("List prices with your discounts")),
        (
            _("When another price is lower"),
            _("The lowest price counts") if found.best_price_wins else _("The contract price counts"),
        ),
        (_("Range"), _(_RANGES[found.range])),
        *_delivery_facts(found, buyer),
        *_purchase_facts(found, buyer),
        *_people_facts(found, people),
    ]
    return [(name, text) for name, text in facts if text]


def _end_facts(found: Agreement) -> Iterable[tuple[str, str]]:
    if found.renews_months:
        yield _("Renewal"), _("goes on by %(months)s months at a time") % {"months": found.renews_months}
    if found.notice_days:
        yield _("Notice"), _("%(days)s days") % {"days": found.notice_days}


def _delivery_facts(found: Agreement, buyer: Buyer) -> Iterable[tuple[str, str]]:
    if found.payment_term:
        yield _("Payment"), in_language(found.payment_term.names, buyer.language)
    if found.free_freight_from is not None:
        yield _("Freight"), _("Free freight %(limit)s") % {"limit": free_from_words(buyer, found.free_freight_from)}
    if found.delivery_method:
        yield _("Usual delivery"), in_language(found.delivery_method.names, buyer.language)
    yield _("Delivery terms"), found.delivery_terms
    asked = [
        word
        for word, is_asked in (
            (_("purchase order number"), found.po_number_required),
            (_("your reference"), found.reference_required),
        )
        if is_asked
    ]
    yield _("Needed with every order"), ", ".join(asked)


def _purchase_facts(found: Agreement, buyer: Buyer) -> Iterable[tuple[str, str]]:
    def money(amount: Decimal) -> str:
        return format_money(amount, buyer.currency, buyer.language)

    if found.minimum_purchase:
        yield _("Minimum purchase per year excl. VAT"), money(found.minimum_purchase)
    for start, percent in found.bonus:
        shown = {"percent": format_number(Decimal(percent), buyer.language), "amount": money(Decimal(start))}
        yield _("Bonus"), _("%(percent)s %% from %(amount)s a year") % shown


def _people_facts(found: Agreement, people: Sequence[AgreementPerson]) -> Iterable[tuple[str, str]]:
    if found.owner:
        yield _("Your agreement owner"), str(found.owner)
    orderers = ", ".join(str(one.person) for one in people if one.part == "orderer")
    yield _("Who may order"), orderers or _("Everybody of the company who may order")
    yield _("Who receives goods"), ", ".join(str(one.person) for one in people if one.part == "receiver")
    if found.contact:
        yield _("Our contact"), f"{found.contact}, {found.contact.email}"


def price_rows(
    buyer: Buyer, rows: Sequence[AgreedPrice], bought: Mapping[int, Purchased], wishes: Iterable[AgreementWish]
) -> list[PriceRow]:
    """Write prices with what was bought of each article and what was asked about it."""
    asked: dict[int, list[tuple[str, str, str]]] = {}
    for wish in wishes:
        if wish.variant_id:
            asked.setdefault(wish.variant_id, []).append(wish_words(buyer, wish))
    return [
        PriceRow(
            uuid=str(one.uuid),
            sku=one.sku,
            own_number=one.own_number,
            name=one.name,
            quantity=format_number(one.minimum_quantity, buyer.language),
            price=format_unit_price(one.amount, buyer.language),
            per=price_per(one.unit, one.price_unit, buyer.language),
            period=_period(one, buyer),
            bought=format_number(bought[one.variant_id].quantity, buyer.language) if one.variant_id in bought else "",
            asks=tuple(asked.get(one.variant_id, ())),
        )
        for one in rows
    ]


def wish_words(buyer: Buyer, wish: AgreementWish) -> tuple[str, str, str]:
    """Return a wish in words, its state and the look of that."""
    text = wish.text
    if wish.price is not None:
        shown = _("wished price %(price)s") % {"price": format_unit_price(wish.price, buyer.language)}
        text = " · ".join(filter(None, (shown, text)))
    state = str(AgreementWish.State(wish.state).label)
    return text, f"{state}: {wish.answer}" if wish.answer else state, _WISHES[wish.state]


def _period(one: AgreedPrice, buyer: Buyer) -> str:
    if one.valid_from > buyer.today:
        return _("from %(day)s") % {"day": format_day(one.valid_from, buyer.language, "short")}
    return _("until %(day)s") % {"day": format_day(one.valid_to, buyer.language, "short")} if one.valid_to else ""
