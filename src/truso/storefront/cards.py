"""Articles as pages show them: names, prices, availability, all written for the reader. Few queries, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from urllib.parse import quote
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.agreements.queries import outside_agreement
from truso.modules.catalog.queries import cards_for
from truso.modules.catalog.rules import format_value
from truso.modules.catalog.values import AttributeDefinition, PictureRef, VariantCard
from truso.modules.inventory.queries import availability_for
from truso.modules.pricing.queries import gates_of, prices_for
from truso.modules.pricing.reductions import lowest_prices_before
from truso.modules.pricing.values import ArticlePrice, PricedLine, PriceStep
from truso.storefront.availability import AvailabilityView, AvailabilityWriter
from truso.storefront.formats import format_money, format_number
from truso.storefront.units import price_per


class PriceView(Value, frozen=True):
    """A price as written. `before` is the lowest price of the 30 days before a reduction."""

    amount: str
    per: str
    vat_note: str
    before: str = ""
    percent: int = 0
    from_many: bool = False
    list_price: str = ""
    exact: Decimal = Decimal(0)


class ProductCard(Value, frozen=True):
    """What a card or a row of a list shows."""

    variant_id: int
    uuid: UUID
    sku: str
    name: str
    label: str
    url: str
    brand: str
    picture: PictureRef | None
    price: PriceView | None
    availability: AvailabilityView | None
    badge: str
    choices_note: str
    steps_hint: str
    specs: tuple[str, ...]
    minimum: Decimal
    multiple: Decimal
    maximum: Decimal | None
    quantity_label: str
    quantity_text: str
    is_orderable: bool
    no_price: str = ""
    gate: str = ""
    outside: str = ""


class CardWriter:
    """Writes prices and availability for one buyer: what is the same on every card is looked up once."""

    def __init__(self, buyer: Buyer) -> None:
        self.buyer = buyer
        self.vat_note = _("incl. VAT") if buyer.display_gross else _("excl. VAT")
        self.availability = AvailabilityWriter(buyer)
        self.quantity_label = _("Quantity of %(article)s")
        self._per: dict[tuple[str, int], str] = {}

    def money(self, amount: Decimal) -> str:
        """Write an amount in the buyer's currency."""
        return format_money(amount, self.buyer.currency, self.buyer.language)

    def shown(self, line: ArticlePrice | PricedLine | PriceStep) -> Decimal:
        """Return the price this buyer is shown, with or without VAT."""
        return line.unit_price_gross if self.buyer.display_gross else line.unit_price

    def per(self, unit: str, price_unit: int) -> str:
        """Write what a price is for."""
        key = (unit, price_unit)
        if key not in self._per:
            self._per[key] = price_per(unit, price_unit, self.buyer.language)
        return self._per[key]

    def price(
        self,
        line: ArticlePrice | PricedLine | None,
        unit: str,
        lowest: Decimal | None = None,
        *,
        from_many: bool = False,
    ) -> PriceView | None:
        """Write a price; a reduction only when it is below the lowest price of the 30 days before."""
        if line is None:
            return None
        amount = self.shown(line)
        reduced = bool(line.campaign) and lowest is not None and self.buyer.display_gross and amount < lowest
        list_price = line.list_price_gross if self.buyer.display_gross else line.list_price
        return PriceView(
            amount=self.money(amount), per=self.per(unit, line.price_unit), vat_note=self.vat_note,
            before=self.money(lowest) if reduced and lowest is not None else "",
            percent=percent_off(lowest, amount) if reduced and lowest is not None else 0, from_many=from_many,
            list_price=self.money(list_price) if list_price is not None and amount < list_price else "", exact=amount,
        )  # fmt: skip

    def next_step(self, steps: Sequence[PriceStep], quantity: Decimal) -> str:
        """Tell the next quantity at which the price falls."""
        for step in steps:
            if step.minimum_quantity > quantity:
                return _("from %(quantity)s: %(price)s") % {
                    "quantity": format_number(step.minimum_quantity, self.buyer.language),
                    "price": self.money(self.shown(step)),
                }
        return ""


def no_price_text(gate: str) -> str:
    """Say why no price is shown: who sees it, or that one must ask."""
    return {"signed_in": _("Sign in to see the price"), "companies": _("The price is for companies")}.get(
        gate, _("Price on request")
    )


def percent_off(before: Decimal, now: Decimal) -> int:
    """Return the reduction in whole percent, rounded down in the shop's disfavor: 19.9 % is shown as 19."""
    return int(((before - now) * 100 / before).quantize(Decimal("0.001"), rounding=ROUND_HALF_UP)) if before > 0 else 0


def product_cards(
    buyer: Buyer,
    variant_ids: Iterable[int],
    *,
    variants: Mapping[int, int] | None = None,
    columns: Sequence[AttributeDefinition] = (),
) -> list[ProductCard]:
    """Return the cards of articles in the order given. `variants` counts the variants a card stands for."""
    return write_cards(buyer, cards_for(buyer, variant_ids), variants=variants, columns=columns)


def write_cards(
    buyer: Buyer, found: Sequence[VariantCard], *, variants: Mapping[int, int] | None = None,
    columns: Sequence[AttributeDefinition] = (), with_steps: bool = False, prices: Mapping[int, ArticlePrice] | None = None,
) -> list[ProductCard]:  # fmt: skip
    """Put prices (unless they are handed in) and availability to articles that have been looked up, and write them."""
    ids = [card.variant_id for card in found]
    if prices is None:
        prices = prices_at_minimum(buyer, found, with_steps=(bool(columns) or with_steps) and not buyer.display_gross)
    campaigns = [line for line in prices.values() if line.campaign] if buyer.display_gross else []
    lowest = lowest_prices_before(buyer, campaigns) if campaigns else {}
    stock = availability_for(buyer, ids) if ids else {}
    gates = gates_of(buyer, [variant for variant in ids if variant not in prices])
    outside, outside_words = outside_agreement(buyer, ids), _("Outside the agreement")
    writer = CardWriter(buyer)
    cards = []
    for card in found:
        line, count = prices.get(card.variant_id), (variants or {}).get(card.variant_id, 1)
        price = writer.price(line, card.unit, lowest.get(card.variant_id), from_many=count > 1)
        cards.append(
            ProductCard(
                variant_id=card.variant_id, uuid=card.uuid, sku=card.sku, name=card.name, label="" if count > 1 else card.label,
                url=product_url(card, with_variant=count == 1), brand=card.brand, picture=card.picture, price=price,
                availability=writer.availability.write(stock.get(card.variant_id), card),
                badge=f"−{price.percent} %" if price and price.percent else "",
                choices_note=ngettext("%(count)s choice", "%(count)s choices", count) % {"count": count} if count > 1 else "",
                steps_hint=writer.next_step(line.steps, card.minimum_quantity) if line and not buyer.display_gross else "",
                specs=tuple(format_value(column, card.attributes.get(column.code), buyer.language) for column in columns),
                minimum=card.minimum_quantity, multiple=card.quantity_multiple, maximum=card.maximum_quantity,
                quantity_label=writer.quantity_label % {"article": card.sku},
                quantity_text=format_number(card.minimum_quantity, buyer.language), is_orderable=card.is_active and line is not None,
                no_price="" if line else no_price_text(gates.get(card.variant_id, "")), gate=gates.get(card.variant_id, ""),
                outside=outside_words if card.variant_id in outside else "",
            )
        )  # fmt: skip
    return cards


def prices_at_minimum(
    buyer: Buyer, cards: Sequence[VariantCard], *, with_steps: bool = False
) -> dict[int, ArticlePrice]:
    """Return the price of each article at the least quantity it is sold in; articles without a price are left out."""
    least = {card.variant_id: card.minimum_quantity for card in cards}
    return prices_for(buyer, least, at=least, with_steps=with_steps)


_ANY_SLUG = "any-product-there-is"


@lru_cache(maxsize=8)
def _address_of_any(language: str) -> str:
    """Return a product's address with a slug to replace: looking it up for each of a list costs more than its price."""
    with override(language):
        return reverse("storefront:product", kwargs={"slug": _ANY_SLUG})


def product_url(card: VariantCard, *, with_variant: bool = True) -> str:
    """Return the address of an article: its product's page, with the article chosen."""
    address = _address_of_any(get_language() or "en").replace(_ANY_SLUG, quote(card.slug))
    return f"{address}?v={quote(card.sku)}" if with_variant and card.label else address
