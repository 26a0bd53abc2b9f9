"""What the page of a product shows: the article chosen, its price and why, its siblings, its data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.catalog.bundles import contents_of
from truso.modules.catalog.queries import cards_of_products, popular_in
from truso.modules.catalog.queries.compatibility import KINDS
from truso.modules.catalog.rules import axis_values, choose_variant, format_value, group_attributes, value_key
from truso.modules.catalog.values import AttributeDefinition, AttributeGroup, PictureRef, ProductView, VariantCard
from truso.modules.inventory.queries import Availability
from truso.modules.pricing.queries import price_basket
from truso.modules.pricing.values import ArticlePrice, Basket, BasketLine, Offer, PriceStep
from truso.processes.substitutes import substitutes_for
from truso.storefront.addresses import address_of
from truso.storefront.arrival import leaving
from truso.storefront.cards import CardWriter, ProductCard, write_cards
from truso.storefront.formats import format_number
from truso.storefront.units import unit_name

MOST_PILLS = 14
RELATED = 8
MOST_RELATED = 80


class AxisOption(Value, frozen=True):
    """A value of what tells the variants apart; `is_off` when the rest of the choice would change with it."""

    value: str
    name: str
    url: str
    is_current: bool
    is_off: bool
    swatch: str = ""


class Axis(Value, frozen=True):
    """What tells the variants apart, such as size or color."""

    code: str
    name: str
    chosen: str
    options: tuple[AxisOption, ...]

    @property
    def as_pills(self) -> bool:
        return len(self.options) <= MOST_PILLS


class StepView(Value, frozen=True):
    """A quantity step of the price."""

    quantity: str
    amount: str
    saving: str
    is_reached: bool


class BundleLine(Value, frozen=True):
    """An article in a bundle, as written."""

    quantity: str
    name: str
    sku: str
    url: str


class WhyLine(Value, frozen=True):
    """A source of a price, what it offered and what became of it."""

    name: str
    amount: str
    outcome: str
    is_won: bool


def chosen_variant(product: ProductView, parameters: Mapping[str, str]) -> VariantCard:
    """Return the article the address names (by number or by the values of its axes), else the first that is for sale."""
    wanted = parameters.get("v", "")
    named = next((variant for variant in product.variants if variant.sku == wanted), None)
    if named:
        return named
    axes = {
        axis.code: str(parameters.get(f"x.{axis.code}", ""))
        for axis in product.axes
        if parameters.get(f"x.{axis.code}")
    }
    if axes:
        changed = next((code for code in axes if parameters.get("changed") == code), "")
        found = choose_variant(product.variants, axes, changed=changed)
        if found:
            return found
    return next((variant for variant in product.variants if variant.is_active), product.variants[0])


def axes_of(product: ProductView, chosen: VariantCard) -> list[Axis]:
    """Return the choices between the variants, each option with the address of the article it leads to."""
    if len(product.variants) < 2:
        return []
    current = {axis.code: value_key(chosen.attributes.get(axis.code)) for axis in product.axes}
    axes = [_axis(product, definition, current) for definition in product.axes]
    return [axis for axis in axes if len(axis.options) > 1] or [_labels(product, chosen)]


def _axis(product: ProductView, definition: AttributeDefinition, current: Mapping[str, str]) -> Axis:
    swatches = {choice.code: choice.swatch for choice in definition.choices}
    options = []
    for value in axis_values(product.variants, definition):
        wanted = {**current, definition.code: value}
        variant = choose_variant(product.variants, wanted, changed=definition.code) or product.variants[0]
        fits = all(value_key(variant.attributes.get(code)) == one for code, one in wanted.items())
        name = format_value(definition, value, _language())
        options.append(
            AxisOption(
                value,
                name,
                variant_url(product, variant),
                current.get(definition.code) == value,
                not fits or not variant.is_active,
                swatches.get(value, ""),
            )
        )
    chosen = next((option.name for option in options if option.is_current), "")
    return Axis(definition.code, definition.name, chosen, tuple(options))


def _labels(product: ProductView, chosen: VariantCard) -> Axis:
    options = tuple(
        AxisOption(one.sku, one.label or one.sku, variant_url(product, one), one is chosen, not one.is_active)
        for one in product.variants
    )
    return Axis("v", _("Variant"), chosen.label or chosen.sku, options)


def _language() -> str:
    from django.utils import translation

    return translation.get_language() or "en"


def variant_url(product: ProductView, variant: VariantCard) -> str:
    """Return the address of the page with an article chosen."""
    return f"{address_of('storefront:product', slug=product.slug)}?v={quote(variant.sku)}"


def price_steps(buyer: Buyer, chosen: VariantCard, steps: Sequence[PriceStep]) -> list[StepView]:
    """Return the quantity steps of the article's price, when there is more than one."""
    if len(steps) < 2:
        return []
    writer = CardWriter(buyer)
    first = writer.shown(steps[0])
    return [_step(buyer, writer, chosen, step, first) for step in steps]


def _step(buyer: Buyer, writer: CardWriter, chosen: VariantCard, step: PriceStep, first: Decimal) -> StepView:
    quantity, price = max(step.minimum_quantity, chosen.minimum_quantity), writer.shown(step)
    saving = (first - price) * 100 / first if first > 0 else Decimal(0)
    return StepView(
        quantity=_("%(quantity)s or more") % {"quantity": format_number(quantity, buyer.language)}, amount=writer.money(price),
        saving=f"−{format_number(saving, buyer.language, 0)} %" if saving > 0 else "",
        is_reached=step.minimum_quantity <= chosen.minimum_quantity,
    )  # fmt: skip


def why_lines(buyer: Buyer, offers: Sequence[Offer]) -> list[WhyLine]:
    """Return the explanation of a price as a company's own people read it."""
    writer = CardWriter(buyer)
    sources = {
        "contract": _("Agreement price"), "customer": _("Your own price list"), "segment": _("Price list for your group"),
        "discount": _("Discount"), "list": _("List price"), "campaign": _("Campaign"), "part": _("In the bundle"),
        "bundle": _("Off the bundle"), "payment_term": _("Payment term"),
    }  # fmt: skip
    outcomes = {
        "won": _("This is your price"), "lost_to_rank": _("An agreed price goes before it"),
        "lost_to_price": _("Another price is lower"), "base": _("The campaign is taken off the list price and is lower than this"),
    }  # fmt: skip
    lines = []
    for offer in offers:
        source = sources.get(offer.source, offer.source)
        percent = f" {format_number(offer.percent, buyer.language)} %" if offer.percent is not None else ""
        name = f"{source}{percent} · {offer.name}" if offer.name else f"{source}{percent}"
        lines.append(WhyLine(name, writer.money(offer.amount), outcomes.get(offer.outcome, ""), offer.outcome == "won"))
    return lines


def pack_note(buyer: Buyer, chosen: VariantCard) -> str:
    """Tell in which quantities an article is sold, when it is not one by one."""
    unit = unit_name(chosen.unit)
    if chosen.is_cut_to_length:
        return _("Cut to length in steps of %(number)s %(unit)s. Each length you add is one piece.") % {
            "number": format_number(chosen.quantity_multiple, buyer.language),
            "unit": unit,
        }
    if chosen.pack_name and chosen.pack_size > 1 and chosen.quantity_multiple == chosen.pack_size:
        return _("Sold as: %(pack)s") % {"pack": chosen.pack_name}
    if chosen.quantity_multiple > 1:
        return _("Sold in multiples of %(number)s %(unit)s") % {
            "number": format_number(chosen.quantity_multiple, buyer.language),
            "unit": unit,
        }
    if chosen.minimum_quantity > 1:
        return _("At least %(number)s %(unit)s") % {
            "number": format_number(chosen.minimum_quantity, buyer.language),
            "unit": unit,
        }
    return ""


def when_note(buyer: Buyer, chosen: VariantCard, stock: Availability | None) -> str:
    """Tell when the least quantity leaves; more is told as it is typed."""
    if stock is None or not chosen.is_active or not stock.covers(chosen.minimum_quantity):
        return ""
    if chosen.kind == "digital":
        return _("Handed over on the order's page and by mail, as soon as it is paid or taken on invoice")
    if chosen.kind == "service":
        return _("A service: nothing is sent, and no freight is added for it")
    return leaving(buyer, stock, chosen.minimum_quantity, unit_name(chosen.unit))


def instead_of(
    buyer: Buyer, product: ProductView, chosen: VariantCard, stock: Availability | None
) -> list[tuple[str, list[ProductCard]]]:
    """Return what can be had instead of an article that is not sold or not there, in rows by the reason."""
    is_there = stock is not None and (not stock.is_stocked or stock.available >= chosen.minimum_quantity)
    if chosen.is_active and is_there:
        return []
    found = substitutes_for(buyer, [product.id]).get(product.id, ())
    written = dict(zip([one.card.sku for one in found], write_cards(buyer, [one.card for one in found]), strict=True))
    gone = _("Replaces this article, which is no longer sold")
    titles = {
        "replaces": _("Replaces this article") if chosen.is_active else gone,
        "substitute": _("Can be used instead while this one is missing")
        if chosen.is_active
        else _("Can be used instead"),
    }
    rows = [
        (title, [written[one.card.sku] for one in found if one.reason == reason]) for reason, title in titles.items()
    ]
    return [(title, cards) for title, cards in rows if cards]


def bundle_lines(buyer: Buyer, chosen: VariantCard, stock: Availability | None) -> list[BundleLine]:
    """Return what a bundle holds."""
    held = contents_of([chosen.variant_id], buyer.language) if stock and stock.components else {}
    return [
        BundleLine(
            f"{format_number(one.quantity, buyer.language)} {unit_name(one.unit)}",
            one.name,
            one.sku,
            f"{address_of('storefront:product', slug=one.slug)}?v={quote(one.sku)}" if one.slug else "",
        )
        for one in held.get(chosen.variant_id, ())
    ]


def gallery_of(product: ProductView, chosen: VariantCard) -> list[PictureRef]:
    """Return the pictures to show: the article's own first."""
    pictures = list(product.pictures)
    if chosen.picture and all(one.uuid != chosen.picture.uuid for one in pictures):
        return [chosen.picture, *pictures]
    return sorted(pictures, key=lambda one: chosen.picture is None or one.uuid != chosen.picture.uuid)


def attribute_groups(product: ProductView, chosen: VariantCard, language: str) -> list[AttributeGroup]:
    """Return the data of the chosen article."""
    values = {**product.attributes, **chosen.attributes}
    return group_attributes(product.definitions, values, language, product.documents)


_TITLES = {
    "replaced_by": gettext_noop("Replaced by"), "fitted_by": gettext_noop("Fits this product"),
    "spare_part": gettext_noop("Spare parts"), "accessory": gettext_noop("Accessories"), "fits": gettext_noop("Fits"),
    "spare_part_for": gettext_noop("Spare part for"), "accessory_for": gettext_noop("Accessory for"),
    "replaces": gettext_noop("Replaces"), "bought_together": gettext_noop("Often bought together"),
}  # fmt: skip


def relation_title(kind: str) -> str:
    """Return the heading over products related in a way; seen from the product whose page it is."""
    return _(_TITLES[kind])


def _fairly(relations: Sequence[tuple[str, int]]) -> list[int]:
    """Return the products of each kind as far as they are shown, so that no kind crowds out the others."""
    shown: dict[str, list[int]] = {}
    for kind, to in relations:
        if len(shown.setdefault(kind, [])) < RELATED:
            shown[kind].append(to)
    return list(dict.fromkeys(to for kind in shown.values() for to in kind))


def related_products(buyer: Buyer, product: ProductView) -> list[tuple[str, list[ProductCard]]]:
    """Return the rows of other products: by how they relate, else more of the same category."""
    ordered = sorted(product.relations, key=lambda one: KINDS.index(one[0]))
    named = _fairly(ordered)
    kinds = len({kind for kind, _to in product.relations})
    same = () if kinds > 1 else popular_in(buyer, product.category_id, RELATED + 1)
    found = cards_of_products(
        buyer, [*named, *(one for one in same if one not in named and one != product.id)][:MOST_RELATED]
    )
    written = dict(zip([card.product_id for card in found], write_cards(buyer, found), strict=True))
    of_kind = {one: [written[to] for kind, to in product.relations if kind == one and to in written] for one in KINDS}
    rows = [(relation_title(one), cards) for one, cards in of_kind.items() if cards]
    more = [written[one] for one in same if one in written and one not in named]
    rows.append((_("More of the same kind"), more))
    return [(title, cards[:RELATED]) for title, cards in rows if cards]


def structured_data(
    product: ProductView, chosen: VariantCard, card: ProductCard, currency: str, address: str, base: str
) -> str:
    """Return the product as JSON-LD for search engines: the consumer's price only. Source: schema.org Product, Offer."""
    data: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Product", "name": f"{product.name} {chosen.label}".strip(), "sku": chosen.sku,
        "brand": {"@type": "Brand", "name": product.brand}, "url": base + address,
    }  # fmt: skip
    if product.summary:
        data["description"] = product.summary
    if chosen.mpn:
        data["mpn"] = chosen.mpn
    if chosen.gtin:
        data["gtin"] = chosen.gtin
    if card.picture:
        data["image"] = f"{base}/media/p/{card.picture.uuid}/960.png"
    if card.price:
        kind = card.availability.kind if card.availability else ""
        data["offers"] = {
            "@type": "Offer", "price": str(_per_piece(card.price.exact, chosen.price_unit)), "priceCurrency": currency,
            "url": base + address,
            "availability": f"https://schema.org/{ {'now': 'InStock', 'soon': 'BackOrder'}.get(kind, 'OutOfStock')}",
        }  # fmt: skip
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _per_piece(amount: Decimal, price_unit: int) -> Decimal:
    return amount if price_unit == 1 else (amount / price_unit).normalize()


def total_note(buyer: Buyer, chosen: VariantCard, price: ArticlePrice | None) -> str:
    """Tell what the least quantity costs, where that is not the price itself."""
    if price is None or chosen.minimum_quantity == price.price_unit:
        return ""
    line = BasketLine("1", chosen.variant_id, chosen.minimum_quantity)
    basket = price_basket(buyer, Basket((line,)))
    quantity = f"{format_number(chosen.minimum_quantity, buyer.language)} {unit_name(chosen.unit)}"
    amount = CardWriter(buyer).money(basket.gross if buyer.display_gross else basket.net)
    return _("%(amount)s for %(quantity)s") % {"amount": amount, "quantity": quantity}
