"""Tags of the shop's templates: icons, pictures, amounts, dates, addresses, form fields."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.forms import BoundField
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, HiddenInput, RadioSelect
from django.template.context import Context
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from lucide import IconDoesNotExist
from lucide import _render_icon as render_icon

from truso.kernel.texts import in_language as text_in_language
from truso.modules.catalog.values import AttributeGroup
from truso.modules.orders.words import payment_method_name
from truso.modules.output.formats import country_name
from truso.storefront import formats
from truso.storefront.cards import PriceView, ProductCard
from truso.storefront.fragments import fragment
from truso.storefront.listing.facets import FacetView
from truso.storefront.listing.view import Listing
from truso.storefront.renditions import Pictured, rendition_url, source_set, widths_of

register = template.Library()


@lru_cache(maxsize=500)
def icon_markup(name: str, size: int = 20) -> SafeString:
    """Return a line icon as inline SVG, hidden from screen readers; a plain circle when there is no such icon."""
    attributes = {"aria-hidden": "true", "focusable": "false", "stroke-width": "1.75"}
    try:
        return mark_safe(render_icon(str(name), size, **attributes))  # noqa: S308
    except IconDoesNotExist:
        return mark_safe(render_icon("circle", size, **attributes))  # noqa: S308


@register.simple_tag
def icon(name: str, size: int = 20) -> SafeString:
    """Show an icon by its Lucide name."""
    return icon_markup(str(name) + "", size)


@register.simple_tag
def picture(
    shown: Pictured | None, sizes: str = "100vw", alt: str | None = None, most: int = 960, first: bool = False
) -> SafeString:
    """Show a picture in the formats and widths the browser chooses from; a drawing of a parcel when there is none.

    `most` is the widest rendition offered; `first` marks the picture a page is judged by: it loads at once.
    """
    if not shown:
        return format_html('<span class="no-picture">{}</span>', icon_markup("package", 48))
    widths = widths_of(shown, most)
    words = escape(getattr(shown, "alt", "") if alt is None else alt)
    loading = 'fetchpriority="high"' if first else 'loading="lazy" decoding="async"'
    size = escape(sizes)
    # Addresses are made of a UUID and numbers; only the words and the sizes come from elsewhere.
    return mark_safe(  # noqa: S308
        f'<picture><source type="image/avif" srcset="{source_set(shown, "avif", most)}" sizes="{size}">'
        f'<source type="image/webp" srcset="{source_set(shown, "webp", most)}" sizes="{size}">'
        f'<img src="{rendition_url(shown.uuid, widths[min(1, len(widths) - 1)], "png")}" width="{shown.width}" '
        f'height="{shown.height}" alt="{words}" {loading}></picture>'
    )


@register.simple_tag
def country(code: str) -> str:
    """Return the name of a country in the language of the page."""
    return country_name(code, translation.get_language() or "en")


@register.filter
def largest(shown: Pictured) -> str:
    """Return the address of a picture in its widest rendition."""
    return rendition_url(shown.uuid, widths_of(shown)[-1], "webp")


def _language() -> str:
    return translation.get_language() or "en"


@register.simple_tag(takes_context=True)
def money(context: Context, amount: Decimal | None, currency: str = "") -> str:
    """Write an amount with its currency; the buyer's own currency when none is named."""
    if amount is None:
        return ""
    return formats.format_money(Decimal(amount), currency or context["buyer"].currency, _language())


@register.filter
def quantity(value: Decimal | None) -> str:
    """Write a quantity without trailing zeros, in the reader's way."""
    return "" if value is None else formats.format_number(Decimal(value), _language())


@register.simple_tag
def quantity_shown(value: Decimal | str | None, minimum: Decimal | str | None) -> str:
    """Write what a quantity box holds: what was typed as it was typed, else a quantity, else the least there may be."""
    if isinstance(value, str) and value:
        return value
    return formats.format_number(Decimal(value or minimum or 1), _language())


@register.filter
def day(value: date | None, style: str = "long") -> str:
    """Write a date: `long`, `short` or `weekday`."""
    return "" if value is None else formats.format_day(value, _language(), style)


@register.simple_tag(takes_context=True)
def moment(context: Context, value: datetime | None, style: str = "short") -> str:
    """Write an instant in the market's time."""
    return "" if value is None else formats.format_moment(value, _language(), context["buyer"].market.timezone, style)


@register.filter
def file_size(value: int) -> str:
    """Write a file's size."""
    return formats.format_file_size(value, _language())


@register.filter
def payment_method(code: str) -> str:
    """Write how an order is paid."""
    return payment_method_name(code)


@register.filter
def in_language(texts: dict[str, str] | None) -> str:
    """Return the text for the reader out of a mapping by language."""
    return text_in_language(texts, _language())


CARD_SIZES = "(min-width: 72rem) 290px, (min-width: 40rem) 31vw, 47vw"


def _price_texts(price: PriceView | None) -> dict[str, Any] | None:
    if price is None:
        return None
    return {
        "amount": price.amount, "per": price.per, "vat_note": price.vat_note, "before": price.before, "from_many": price.from_many,
    }  # fmt: skip


def _card_texts(card: ProductCard) -> dict[str, Any]:
    """Return what cards and rows have in common."""
    shown = card.availability
    return {
        "url": card.url, "name": card.name, "label": card.label, "price": _price_texts(card.price), "no_price": card.no_price,
        "availability": {"kind": shown.kind, "text": shown.text} if shown else None,
    }  # fmt: skip


@register.simple_tag(takes_context=True)
def product_cards(context: Context, cards: Iterable[ProductCard], sizes: str = "") -> SafeString:
    """Show articles as the cards of a list."""
    return mark_safe("".join([f"<li>{product_card(card, sizes, context)}</li>" for card in cards]))  # noqa: S308


def product_card(card: ProductCard, sizes: str = "", context: Context | None = None) -> SafeString:
    """Return an article as a card; with a heart for those who can have favorites."""
    drawn = picture(card.picture, sizes or CARD_SIZES, "", 640)
    texts = {"picture": drawn, "brand": card.brand, "badge": card.badge, "choices_note": card.choices_note}
    shell = context.get("shell") if context is not None else None
    heart: dict[str, Any] = {"has_heart": False, "compares": context is not None and "listing" in context}
    if heart["compares"]:
        texts["sku"] = card.sku
    if context is not None and shell and shell.has_favorites:
        texts["uuid"] = str(card.uuid)
        heart |= {
            "has_heart": True, "is_favorite": card.variant_id in shell.favorites,
            "token": str(context.get("csrf_token") or ""), "here": shell.here,
        }  # fmt: skip
    return fragment("components/product_card.html", card={**_card_texts(card), **texts}, **heart)


@register.simple_tag(takes_context=True)
def product_row(context: Context, card: ProductCard, current_sku: str | None = "") -> SafeString:
    """Show an article as a row of components/product_table.html."""
    texts = {
        "picture": picture(card.picture, "40px", "", 160), "sku": card.sku, "uuid": str(card.uuid), "steps_hint": card.steps_hint,
        "specs": [{"text": spec} for spec in card.specs], "quantity_text": card.quantity_text, "quantity_label": card.quantity_label,
        "is_orderable": card.is_orderable,
    }  # fmt: skip
    return fragment(
        "components/product_row.html", card={**_card_texts(card), **texts}, is_current=card.sku == current_sku,
        compares="listing" in context, token=str(context.get("csrf_token") or ""), here=context["shell"].here,
    )  # fmt: skip


@register.simple_tag
def price(shown: PriceView | None, size: str = "", no_price: str = "") -> SafeString:
    """Show a price, or why there is none."""
    return fragment(
        "components/price.html", price=_price_texts(shown), size=size, no_price=no_price or _("Price on request")
    )


@register.simple_tag
def breadcrumbs(crumbs: Iterable[tuple[str, str]]) -> SafeString:
    """Show the way to a page; the last one, without an address, is the page."""
    return fragment("components/breadcrumbs.html", crumbs=[{"name": str(name), "url": url} for name, url in crumbs])


@register.simple_tag
def specs(groups: Iterable[AttributeGroup]) -> SafeString:
    """Show an article's data as a table."""
    texts = [
        {
            "name": group.name,
            "lines": [
                {
                    "name": line.name, "value": line.value, "swatch": line.swatch,
                    "url": reverse("storefront:document", kwargs={"uuid": line.document}) if line.document else "",
                }
                for line in group.lines
            ],
        }
        for group in groups
    ]  # fmt: skip
    return fragment("components/specs.html", groups=texts)


@register.simple_tag
def facet_boxes(facets: Iterable[FacetView]) -> SafeString:
    """Show what a list can be filtered by."""
    return mark_safe("".join([facet_box(facet) for facet in facets]))  # noqa: S308


def facet_box(facet: FacetView) -> SafeString:
    """Return one filter."""
    options = [
        {
            "value": option.value, "name": option.name, "count": str(option.count), "swatch": option.swatch,
            "is_selected": option.is_selected,
        }
        for option in facet.options
    ]  # fmt: skip
    return fragment(
        "storefront/listing/facet.html",
        facet={
            "code": facet.code, "name": facet.name, "parameter": facet.parameter, "options": options, "is_range": facet.is_range,
            "minimum_name": facet.minimum_name, "maximum_name": facet.maximum_name, "minimum": facet.minimum, "maximum": facet.maximum,
            "chosen_minimum": facet.chosen_minimum, "chosen_maximum": facet.chosen_maximum, "unit": facet.unit, "is_open": facet.is_open,
        },
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def list_toolbar(context: Context, listing: Listing) -> SafeString:
    """Show what stands above a list: how many there are, their order, how they are shown."""
    request = context["request"]
    kept = [(name, value) for name, values in request.GET.lists() if name not in ("sort", "page") for value in values]
    return fragment(
        "storefront/listing/toolbar.html", path=request.path, total_text=listing.total_text, is_table=listing.view == "table",
        kept=[{"name": name, "value": value} for name, value in kept],
        sorts=[{"value": value, "name": name, "is_current": value == listing.sort} for value, name in listing.sorts],
        grid_url=with_query(context, view="grid", page=None), table_url=with_query(context, view="table", page=None),
        compare_url=reverse("storefront:compare"),
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: Any) -> str:
    """Return the present query with some parameters replaced; None or an empty value removes one."""
    present = context["request"].GET.lists()
    query = [(name, value) for name, values in present if name not in changes for value in values]
    query += [(name, str(value)) for name, value in changes.items() if value not in (None, "")]
    return f"?{urlencode(query)}"


@register.inclusion_tag("components/form_field.html")
def form_field(
    field: BoundField,
    note: str = "",
    autocomplete: str = "",
    inputmode: str = "",
    short: bool = False,
    **attributes: Any,
) -> dict[str, Any]:
    """Show a Django form's field with label, help and errors, joined for screen readers."""
    widget = field.field.widget
    about = [
        part
        for part, there in ((f"{field.auto_id}-help", field.help_text), (f"{field.auto_id}-error", field.errors))
        if there
    ]
    given = {key.replace("_", "-"): value for key, value in attributes.items()}
    choice = isinstance(widget, CheckboxInput)
    group = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    if not (choice or group):
        given["class"] = "input input-short" if short else "input"
    for name, value in (
        ("autocomplete", autocomplete),
        ("inputmode", inputmode),
        ("aria-describedby", " ".join(about)),
    ):
        if value:
            given[name] = value
    if field.errors:
        given["aria-invalid"] = "true"
    return {
        "field": field, "widget": field.as_widget(attrs=given), "note": note,
        "is_check": choice, "is_group": group, "is_hidden": isinstance(widget, HiddenInput),
    }  # fmt: skip
