"""Customers from a file: who they are, on which terms they buy, where they are invoiced and delivered to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from truso.kernel.identifiers import fold
from truso.kernel.quantity import format_quantity
from truso.kernel.refusals import Refusal
from truso.kernel.texts import LANGUAGES
from truso.modules.customers.bulk import (
    BILLING,
    DELIVERY,
    PLACE,
    CustomerRow,
    lay_on,
    parents_of,
    read_customers,
    remove_customers,
    segment_keys,
    write_customers,
)
from truso.modules.customers.models import Customer
from truso.modules.markets.models import Market, PaymentTerm
from truso.platform.imports import FieldSpec, Row, target
from truso.processes.imports.levels import read_number
from truso.processes.imports.plain import PlainTarget, Record, Wish

PORTION = 1000
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,19}")
_FLAGS = ("invoice_allowed", "is_blocked", "po_number_required", "display_gross")
_PLAIN = {
    "name": 200, "organization_number": 20, "vat_number": 20, "phone": 32, "po_number_pattern": 100, "endpoint_scheme": 4,
    "endpoint_id": 50, "email": 254, "invoice_email": 254,
}  # fmt: skip
_PLACE_MOST = {"name": 200, "contact": 200, "street": 200, "street2": 200, "postcode": 12, "city": 100, "phone": 32}
# Countries whose addresses have no postcode, or had none until lately.
_WITHOUT_POSTCODE = frozenset(("IE", "HK", "AE", "QA", "PA", "BO", "JM", "BS", "AW"))


class _Ground:
    """What customers refer to, read once a portion."""

    def __init__(self, rows: Sequence[Row], options: Mapping[str, Any]) -> None:
        markets = list(Market.objects.filter(is_active=True))
        self.markets = {one.code: one for one in markets}
        usual = next((one for one in markets if one.is_default), markets[0] if markets else None)
        self.market = self.markets.get(str(options.get("market") or ""), usual)
        self.terms = set(PaymentTerm.objects.values_list("code", flat=True))
        self.segments = segment_keys()
        numbers = {row.values.get("number", "").strip() for row in rows}
        named = numbers | {row.values.get("parent", "").strip() for row in rows}
        self.numbers = set(Customer.objects.filter(number__in=named).values_list("number", flat=True)) | numbers
        self.parents = parents_of(numbers=named)

    def is_below(self, number: str, above: str) -> bool:
        seen: set[str] = set()
        while number and number not in seen:
            if number == above:
                return True
            seen.add(number)
            number = self.parents.get(number, "")
        return False


@target
class Customers(PlainTarget):
    """Customers, told apart by their numbers."""

    code = "customers"
    required = ("name",)
    kept = (
        "kind", "market", "language", "credit_limit", "invoice_delivery", *_FLAGS,
        *(f"{purpose}:{name}" for purpose in (BILLING, DELIVERY) for name in ("name", "street", "city", "country")),
    )  # fmt: skip

    def fields(self) -> Sequence[FieldSpec]:
        """Return the fields; those of places are `billing:…` and `delivery:…`."""
        return _fields()

    def keys(self, rows: Sequence[Row], options: Mapping[str, Any]) -> list[str | Refusal]:
        numbers = [row.values.get("number", "").strip() for row in rows]
        return [
            one if _NUMBER.fullmatch(one) else Refusal("value_invalid", {"found": one[:40]}, "number")
            for one in numbers
        ]

    def known(self, rows: Sequence[Row], options: Mapping[str, Any]) -> _Ground:
        return _Ground(rows, options)

    def present(self, keys: Collection[str], *, lock: bool = False) -> dict[str, Record]:
        return {number: _record(row) for number, row in read_customers(numbers=keys, lock=lock).items()}

    def parse(self, field: str, text: str, known: _Ground) -> Any:
        purpose, _colon, name = field.partition(":")
        if purpose in (BILLING, DELIVERY):
            return _country(text) if name == "country" else _words(text, _PLACE_MOST[name])
        if field in _FLAGS:
            return text == "true"
        if field in ("email", "invoice_email"):
            return _email(text)
        return _words(text, _PLAIN[field]) if field in _PLAIN else _PARSERS[field](text, known)

    def check(self, key: str, record: Record | None, values: Record, known: _Ground) -> list[Refusal]:
        problems = []
        if record is None and known.market is None and not values.get("market"):
            problems.append(Refusal("field_required", subject="market"))
        if (parent := values.get("parent")) and known.is_below(parent, key):
            problems.append(Refusal("parent_in_circle", subject="parent"))
        elif "parent" in values:
            known.parents[key] = parent or ""
        whole = {**(record or {}), **values}
        if parent and whole.get("kind") == Customer.Kind.CONSUMER:
            problems.append(Refusal("value_invalid", {"found": parent}, "parent"))
        if record and values.get("kind", record["kind"]) != record["kind"]:
            problems.append(Refusal("value_invalid", {"found": values["kind"]}, "kind"))
        for purpose in (BILLING, DELIVERY):
            problems += _place_problems(purpose, whole, values)
        return problems

    def write(self, wishes: Sequence[Wish], options: Mapping[str, Any]) -> Mapping[str, Refusal]:
        """Write customers; those above before those that belong to them."""
        ground = _Ground((), options)
        terms = dict(PaymentTerm.objects.values_list("code", "pk"))
        todo = {wish.key: wish for wish in wishes}
        while todo:
            ready = [wish for wish in todo.values() if wish.changes.get("parent") not in todo] or list(todo.values())
            above = {str(wish.changes["parent"]) for wish in ready if wish.changes.get("parent")}
            parents = dict(Customer.objects.filter(number__in=above).values_list("number", "pk"))
            write_customers(rows=[_row(wish, ground, parents, terms) for wish in ready])
            for wish in ready:
                del todo[wish.key]
        return {}

    def remove(self, keys: Sequence[str]) -> set[str]:
        return remove_customers(numbers=keys)

    def portions(self) -> Iterator[Mapping[str, Record]]:
        last = 0
        rows = Customer.objects.select_related("parent", "market", "payment_term").order_by("pk")
        while portion := list(rows.filter(pk__gt=last)[:PORTION]):
            last = portion[-1].pk
            lay_on(portion)
            yield {row.number: _record(row) for row in portion}


def _fields() -> list[FieldSpec]:
    who, terms, invoices = _("Who it is"), _("Terms"), _("Invoices")
    places = {BILLING: _("Invoice address"), DELIVERY: _("Delivery address")}
    names = {
        "name": _("Name"), "contact": _("Contact"), "street": _("Street"), "street2": _("Street, second line"), "postcode": _("Postcode"),
        "city": _("City"), "country": _("Country"), "phone": _("Phone"),
    }  # fmt: skip
    known = {
        "street": ("adresse", "adress", "adres", "ulica", "address", "AddressLine1"), "street2": ("AddressLine2",),
        "postcode": ("postnummer", "postnr", "kod pocztowy", "postal code"), "city": ("poststed", "ort", "miasto", "city"),
        "country": ("land", "kraj", "country"), "contact": ("kontaktperson", "contact name", "osoba kontaktowa"),
    }  # fmt: skip
    return [
        FieldSpec("number", _("Customer number"), "code", is_key=True, is_required=True, group=who,
                  aliases=("kundenummer", "kundnummer", "numer klienta", "CustomerID", "kundenr")),
        FieldSpec("name", _("Name"), group=who,
                  aliases=("navn", "namn", "nazwa", "company name", "firmanavn", "kunde", "kund", "klient", "ResellerName")),
        FieldSpec("kind", _("Kind"), group=who, hint=_("business or consumer"), aliases=("kundetype",)),
        FieldSpec("organization_number", _("Organization number"), "code", group=who,
                  aliases=("orgnr", "org.nr", "organisasjonsnummer", "organisationsnummer", "nip")),
        FieldSpec("vat_number", _("VAT number"), "code", group=who, aliases=("mva-nummer", "momsnummer", "vat")),
        FieldSpec("email", _("E-mail address"), group=who, aliases=("e-post", "epost", "e-mail", "email")),
        FieldSpec("phone", _("Phone"), "code", group=who, aliases=("telefon", "tlf", "phone")),
        FieldSpec("language", _("Language"), group=who, hint=", ".join(LANGUAGES), aliases=("språk", "język")),
        FieldSpec("parent", _("Parent company, by customer number"), "code", group=who, aliases=("morselskap", "moderbolag", "spółka matka")),
        FieldSpec("market", _("Market"), group=terms, aliases=("marked", "marknad", "rynek")),
        FieldSpec("segments", _("Segments"), "list", group=terms, hint=_("codes, parted by |"), aliases=("segment", "segmenter")),
        FieldSpec("payment_term", _("Payment term"), group=terms, aliases=("betalingsbetingelser", "betalningsvillkor", "termin płatności")),
        FieldSpec("invoice_allowed", _("May buy on invoice"), "boolean", group=terms, aliases=("faktura", "på faktura")),
        FieldSpec("credit_limit", _("Credit limit"), "number", group=terms, aliases=("kredittgrense", "kreditgräns", "limit kredytowy")),
        FieldSpec("is_blocked", _("Blocked for new orders"), "boolean", group=terms, aliases=("sperret", "spärrad", "zablokowany")),
        FieldSpec("display_gross", _("Prices shown including VAT"), "boolean", group=terms),
        FieldSpec("po_number_required", _("Purchase order number required"), "boolean", group=terms),
        FieldSpec("po_number_pattern", _("Pattern of purchase order numbers"), group=terms),
        FieldSpec("invoice_delivery", _("Invoices sent as"), group=invoices, hint=_("email or einvoice")),
        FieldSpec("invoice_email", _("E-mail address for invoices"), group=invoices, aliases=("fakturaepost", "faktura e-post")),
        FieldSpec("endpoint_scheme", _("E-invoice scheme"), "code", group=invoices, hint="0192, 0007, 9945"),
        FieldSpec("endpoint_id", _("E-invoice address"), "code", group=invoices, aliases=("ehf-adresse", "peppol id")),
        *(
            FieldSpec(f"{purpose}:{name}", f"{label}: {names[name]}", "code" if name in ("postcode", "phone") else "text", group=label,
                      aliases=known.get(name, ()) if purpose == DELIVERY else ())
            for purpose, label in places.items() for name in PLACE
        ),
    ]  # fmt: skip


def _words(text: str, most: int) -> Any:
    return text if len(text) <= most else Refusal("cell_too_long", {"most": most})


def _email(text: str) -> Any:
    try:
        validate_email(text)
    except ValidationError:
        return Refusal("email_invalid")
    return text


@cache
def _countries() -> Mapping[str, str]:
    """Return ISO 3166-1 codes by a country's name in each of our languages, folded."""
    from babel import Locale

    found = {"uk": "GB", "usa": "US", "u.s.a.": "US", "england": "GB", "scotland": "GB", "holland": "NL"}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(fold(str(name)), str(code))
                found.setdefault(str(code).casefold(), str(code))
    return found


def _country(text: str) -> Any:
    return _countries().get(fold(text).strip()) or Refusal("import_unknown", {"found": text[:40]})


def _one_of(choices: Collection[str], text: str) -> Any:
    word = text.strip()
    return (
        word
        if word in choices
        else Refusal("import_choice", {"found": text[:40], "choices": ", ".join(sorted(choices))})
    )


def _segments(text: str, known: _Ground) -> Any:
    codes = sorted(set(text.split("|")))
    unknown = [code for code in codes if code not in known.segments]
    return Refusal("import_unknown", {"found": unknown[0][:40]}) if unknown else codes


def _credit(text: str, known: _Ground) -> Any:
    number = read_number(text, "credit_limit", places=2, most=Decimal(10) ** 15)
    if isinstance(number, Refusal) or number < 0:
        return Refusal("value_invalid", {"found": text[:40]})
    return format_quantity(number)


_PARSERS: Mapping[str, Any] = {
    "kind": lambda text, _known: _one_of(Customer.Kind.values, text.casefold()),
    "language": lambda text, _known: _one_of(LANGUAGES, text.casefold()),
    "invoice_delivery": lambda text, _known: _one_of(Customer.Delivery.values, text.casefold()),
    "market": lambda text, known: _one_of(known.markets, text),
    "payment_term": lambda text, known: _one_of(known.terms, text),
    "parent": lambda text, known: text if text in known.numbers else Refusal("import_unknown", {"found": text[:40]}),
    "segments": _segments, "credit_limit": _credit,
}  # fmt: skip


def _place_problems(purpose: str, whole: Record, values: Record) -> list[Refusal]:
    """Return what a place lacks that a row says something of."""
    named = [name for name in PLACE if values.get(f"{purpose}:{name}") is not None]
    if not named:
        return []
    asked = ["street", "city"]
    if whole.get(f"{purpose}:country") not in _WITHOUT_POSTCODE:
        asked.append("postcode")
    return [
        Refusal("field_required", subject=f"{purpose}:{name}") for name in asked if not whole.get(f"{purpose}:{name}")
    ]


def _record(row: Customer) -> Record:
    places: Mapping[str, Any] = getattr(row, "places")  # noqa: B009  laid on by `lay_on`
    codes: list[str] = getattr(row, "segment_codes")  # noqa: B009
    return {
        "number": row.number, "kind": row.kind, **{name: getattr(row, name) or None for name in _PLAIN}, **{name: getattr(row, name) for name in _FLAGS},
        "language": row.language, "parent": row.parent.number if row.parent else None, "market": row.market.code, "segments": codes or None,
        "payment_term": row.payment_term.code if row.payment_term else None, "credit_limit": format_quantity(row.credit_limit),
        "invoice_delivery": row.invoice_delivery,
        **{f"{purpose}:{name}": (getattr(address, name) or None) if address else None for purpose, address in places.items() for name in PLACE},
    }  # fmt: skip


def _row(wish: Wish, ground: _Ground, parents: Mapping[str, int], terms: Mapping[str, int]) -> CustomerRow:
    values = wish.values
    columns: dict[str, Any] = {name: values[name] or "" for name in _PLAIN if name in wish.changes}
    columns |= {
        name: values[name] for name in (*_FLAGS, "kind", "language", "invoice_delivery") if name in wish.changes
    }
    if "credit_limit" in wish.changes:
        columns["credit_limit"] = Decimal(values["credit_limit"])
    market = ground.markets.get(values.get("market") or "", ground.market)
    if wish.is_new or "market" in wish.changes:
        columns["market_id"] = market.pk if market else None
    if "parent" in wish.changes:
        columns["parent_id"] = parents.get(values["parent"] or "")
    if "payment_term" in wish.changes:
        columns["payment_term_id"] = terms.get(values["payment_term"] or "")
    if wish.is_new:
        kind = columns.setdefault("kind", Customer.Kind.BUSINESS)
        columns.setdefault("display_gross", kind == Customer.Kind.CONSUMER)
        if market and market.languages:
            columns.setdefault("language", market.languages[0])
    segments = tuple(ground.segments[code] for code in values["segments"] or ()) if "segments" in wish.changes else None
    places = {}
    for purpose in (BILLING, DELIVERY):
        if any(f"{purpose}:{name}" in wish.changes for name in PLACE):
            place = {name: values.get(f"{purpose}:{name}") or "" for name in PLACE}
            place["name"] = place["name"] or values["name"]
            place["country"] = place["country"] or (market.country if market else "")
            if place["street"]:
                places[purpose] = place
    return CustomerRow(wish.key, columns, segments, places)
