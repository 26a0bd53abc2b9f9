"""The fields of goods a column can be: those of every shop, and those of this one's languages and attributes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import Attribute
from truso.modules.markets.models import Market
from truso.platform.imports import FieldSpec

LANGUAGE_NAMES = {"nb": _("Norwegian"), "sv": _("Swedish"), "pl": _("Polish"), "en": _("English")}
NUMBERS, TEXTS, SELLING, ATTRIBUTES, PLACE = (
    _("Numbers"), _("Texts"), _("How it is sold"), _("Attributes"), _("Where it belongs"),
)  # fmt: skip
PRICE, STOCK = _("Price"), _("Stock")
# Headings a field is known by in suppliers' files, parted by commas; compared without case, spaces and punctuation.
_KNOWN_AS = {
    "sku": "article number, article no, item number, product number, varenummer, varenr, artikkelnummer, artikelnummer, art.nr,"
    " nr artykułu, numer artykułu, indeks, kod towaru, SUPPLIER_AID, SUPPLIER_PID",
    "product_code": "product code, produktkode, produktkod, modell, model, kod modelu",
    "gtin": "ean, ean13, ean-kode, strekkode, streckkod, kod ean, barcode",
    "mpn": "manufacturer number, produsentens varenummer, leverandørens varenummer, tillverkarens artikelnummer,"
    " leverantörens artikelnummer, numer producenta",
    "brand": "merke, produsent, varemerke, märke, tillverkare, varumärke, marka, producent, manufacturer",
    "family": "familie, familj, rodzina",
    "category": "kategori, varegruppe, varugrupp, kategoria, grupa",
    "tax_class": "mva-klasse, avgiftsklasse, momsklass, stawka vat",
    "status": "state, tilstand, tillstånd, stan",
    "product_status": "produktstatus, status produktu",
    "kind": "varetype, artikeltyp, rodzaj",
    "unit": "enhet, salgsenhet, försäljningsenhet, jednostka, jm",
    "price_unit": "pris per, prisenhet, prisenhet antall, cena za",
    "minimum_quantity": "minsteantall, minsta antal, minimalna ilość, moq",
    "quantity_multiple": "multiple, antall per pakke, förpackning, wielokrotność",
    "maximum_quantity": "maks antall, maxantal, maksymalna ilość",
    "weight_kg": "weight, vekt kg, vekt, vikt kg, vikt, waga kg, waga",
    "is_stocked": "stocked, lagervare, lagerføres, lagervara, lagerförs, towar magazynowy",
    "lead_days": "lead time, leveringstid, ledetid, leveranstid, czas dostawy",
    "is_cut_to_length": "kappes, kapas, cięty na wymiar",
    "list_price": "price, net price, pris, listepris, veil. pris, veil. pris eks. mva, utsalgspris eks. mva, rek. pris,"
    " rek. pris exkl. moms, listpris, cena, cena netto, cena katalogowa, cena katalogowa netto, unitprice",
    "stock": "stock, lager, beholdning, lagerbeholdning, antall på lager, lagersaldo, saldo, stan magazynowy, unitsinstock",
    "text:nb:name": "navn, varenavn, produktnavn", "text:nb:summary": "ingress, kort beskrivelse", "text:nb:description": "beskrivelse",
    "text:sv:name": "namn, benämning, produktnamn", "text:sv:summary": "kort beskrivning", "text:sv:description": "beskrivning",
    "text:pl:name": "nazwa, nazwa towaru", "text:pl:summary": "krótki opis", "text:pl:description": "opis",
    "text:en:name": "name, product name, title", "text:en:summary": "summary, short description",
    "text:en:description": "description, long description",
}  # fmt: skip


def _field(code: str, label: Any, kind: str, group: Any, hint: Any = "") -> FieldSpec:
    known = tuple(name.strip() for name in _KNOWN_AS.get(code, "").split(",") if name.strip())
    return FieldSpec(
        code, label, kind, is_key=code == "sku", is_required=code == "sku", aliases=known, hint=hint, group=group
    )


_FIXED: tuple[FieldSpec, ...] = (
    _field("sku", _("Article number"), "code", NUMBERS),
    _field("product_code", _("Product (what articles belong together)"), "code", PLACE),
    _field("gtin", "GTIN", "code", NUMBERS),
    _field("mpn", _("Maker's number"), "code", NUMBERS),
    _field("brand", _("Brand"), "text", PLACE),
    _field("family", _("Family"), "text", PLACE),
    _field("category", _("Category"), "text", PLACE, _("a code, or a path such as Tools > Saws")),
    _field("tax_class", _("Tax class"), "text", SELLING),
    _field("status", _("State"), "text", SELLING, _("draft, active or discontinued")),
    _field("product_status", _("State of the product"), "text", SELLING, _("draft, active or discontinued")),
    _field("kind", _("Kind"), "text", SELLING, _("goods, service or digital")),
    _field("unit", _("Sales unit"), "text", SELLING, _("a code of UN/ECE Recommendation 20, or pcs, m, kg, l")),
    _field("price_unit", _("Price is per"), "number", SELLING),
    _field("minimum_quantity", _("Minimum quantity"), "number", SELLING),
    _field("quantity_multiple", _("Sold in multiples of"), "number", SELLING),
    _field("maximum_quantity", _("Maximum quantity"), "number", SELLING),
    _field("weight_kg", _("Weight in kg"), "number", SELLING),
    _field("is_stocked", _("Kept in stock"), "boolean", SELLING),
    _field("lead_days", _("Days to get when out of stock"), "number", SELLING),
    _field("is_cut_to_length", _("Cut to length"), "boolean", SELLING),
    _field("list_price", _("List price"), "number", PRICE),
    _field("stock", _("On hand"), "number", STOCK),
)


def goods_fields() -> Sequence[FieldSpec]:
    """Return the fields of articles, in the order they are offered."""
    return (*_FIXED, *_texts(), *_attributes())


def _texts() -> list[FieldSpec]:
    names = {"name": _("Name"), "summary": _("Summary"), "description": _("Description")}
    fields = []
    for language in LANGUAGES:
        called = LANGUAGE_NAMES[language]
        fields += [
            _field(f"text:{language}:{one}", f"{label} ({called})", "text", TEXTS) for one, label in names.items()
        ]
        fields.append(_field(f"label:{language}", f"{_('What tells it from its siblings')} ({called})", "text", TEXTS))
    return fields


def _attributes() -> list[FieldSpec]:
    attributes = list(Attribute.objects.order_by("code"))
    scopes = {one.scope for one in attributes}
    markets = Market.objects.filter(is_active=True) if Attribute.Scope.MARKET in scopes else ()
    keys: dict[str, list[tuple[str, str]]] = {
        Attribute.Scope.GLOBAL: [("", "")],
        Attribute.Scope.LANGUAGE: [(f":{code}", str(LANGUAGE_NAMES[code])) for code in LANGUAGES],
        Attribute.Scope.MARKET: [(f":@{market.code}", str(market)) for market in markets],
    }
    return [_attribute(one, key, called) for one in attributes for key, called in keys[one.scope]]


def _attribute(one: Attribute, key: str, called: str) -> FieldSpec:
    unit = f" ({one.unit})" if one.unit else ""
    names = (one.code, *one.names.values())
    return FieldSpec(
        f"attribute:{one.code}{key}",
        f"{one}{unit}: {called}" if called else f"{one}{unit}",
        # Text to the importer: what is a number here may come with a unit.
        "text",
        aliases=tuple(f"{name} {called}" for name in names) if called else names,
        group=ATTRIBUTES,
    )
