"""Write the ground of the demo shop: markets, terms, taxes, warehouses, deliveries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from demo.catalog import SHOP_NAME
from demo.catalog.texts import t
from demo.numbers import norwegian_number, polish_number, swedish_number
from demo.people import DELIVERY_METHODS, MARKETS, PAYMENT_TERMS, WAREHOUSES, DemoMarket
from truso.modules.delivery.models import DeliveryMethod, DeliveryRate
from truso.modules.inventory.models import Location
from truso.modules.markets.models import Market, PaymentTerm
from truso.modules.tax.models import TaxClass, TaxRate

# What choosing a term at checkout does to a company's prices.
PRICED_TERMS: dict[str, dict[str, Any]] = {
    "prepaid": {"percent": Decimal(-1), "is_offered": True, "is_prepaid": True},
    "net14": {"percent": Decimal("-0.5"), "is_offered": True},
    "net30": {"is_offered": True},
    "net60": {"percent": Decimal("1.5"), "is_offered": True, "cash_percent": Decimal(2), "cash_days": 10},
}

_NORWEGIAN = norwegian_number("31000010")
_SWEDISH = swedish_number("552000050")
_POLISH = polish_number("000100031")

SELLERS: dict[str, dict[str, Any]] = {
    "no": {
        "seller_name": "Nordhavn Handel AS", "seller_organization_number": _NORWEGIAN, "seller_vat_number": f"NO{_NORWEGIAN}MVA",
        "seller_street": "Terminalkaia 12", "seller_postcode": "3187", "seller_city": "Horten", "seller_country": "NO",
        "seller_email": "post@nordhavn.example", "seller_phone": "+47 22 00 01 00", "seller_bank_account": "86011117947", "seller_registered": True,
    },
    "se": {
        "seller_name": "Nordhavn Handel AB", "seller_organization_number": _SWEDISH, "seller_vat_number": f"SE{_SWEDISH.replace('-', '')}01",
        "seller_street": "Lagergatan 4", "seller_postcode": "451 55", "seller_city": "Uddevalla", "seller_country": "SE",
        "seller_email": "info@nordhavn.example", "seller_phone": "+46 8 000 01 00", "seller_bank_account": "5050-1055",
    },
    "pl": {
        "seller_name": "Nordhavn Handel Sp. z o.o.", "seller_organization_number": _POLISH, "seller_vat_number": f"PL{_POLISH}",
        "seller_street": "ul. Nabrzeżna 2", "seller_postcode": "80-750", "seller_city": "Gdańsk", "seller_country": "PL",
        "seller_email": "biuro@nordhavn.example", "seller_phone": "+48 22 000 01 00", "seller_iban": "PL61109010140000071219812874", "seller_bic": "WBKPPLPP",
    },
}  # fmt: skip
# Where markets send orders beside their own country, and the rates there.
SHIPS_TO = {"no": ["SE", "DK"], "se": ["NO", "DK", "FI", "DE"], "pl": ["DE", "SE"]}
RATES_ABROAD = {"DK": Decimal(25), "FI": Decimal("25.5"), "DE": Decimal(19)}
ONE_STOP_SHOP = {"se": date(2024, 1, 1)}
_TRACKING = "https://track.example/{number}"


@dataclass
class Base:
    """What was written, by code."""

    markets: dict[str, Market]
    specs: dict[str, DemoMarket]
    terms: dict[str, PaymentTerm]
    tax_class: TaxClass
    locations: list[Location]
    methods: dict[tuple[str, str], DeliveryMethod]


def load_base(*, now: datetime) -> Base:
    """Write markets, payment terms, tax rates, warehouses and delivery methods."""
    terms = {
        term.code: PaymentTerm.objects.create(
            code=term.code, names=term.names, days=term.days, **PRICED_TERMS.get(term.code, {})
        )
        for term in PAYMENT_TERMS
    }
    tax_class = TaxClass.objects.create(
        code="standard", names=t("Alminnelig sats", "Normal skattesats", "Stawka podstawowa", "Standard rate")
    )
    markets = {}
    for spec in MARKETS:
        markets[spec.code] = Market.objects.create(
            code=spec.code, names=spec.names, shop_name=SHOP_NAME, country=spec.country,
            currency=spec.currency, languages=list(spec.languages), timezone=spec.timezone,
            display_gross=True, is_default=spec.code == "no", invoice_term=terms["net14"], **SELLERS[spec.code],
            ships_to=SHIPS_TO[spec.code], oss_since=ONE_STOP_SHOP.get(spec.code),
        )  # fmt: skip
    rates = {spec.country: spec.vat_percent for spec in MARKETS} | RATES_ABROAD
    for country, percent in rates.items():
        TaxRate.objects.create(
            country=country, tax_class=tax_class, category="S", percent=percent, period=DateRange(None, None)
        )
    locations = [
        Location.objects.create(
            code=house.code, name=house.name, city=house.city, country=house.country, priority=0 if house.is_main else 1
        )
        for house in WAREHOUSES
    ]
    specs = {spec.code: spec for spec in MARKETS}
    return Base(markets, specs, terms, tax_class, locations, _load_deliveries(markets, specs, tax_class))


def _load_deliveries(
    markets: dict[str, Market], specs: dict[str, DemoMarket], tax_class: TaxClass
) -> dict[tuple[str, str], DeliveryMethod]:
    methods, rates = {}, []
    for code, market in markets.items():
        factor = specs[code].price_factor
        for position, spec in enumerate(DELIVERY_METHODS):
            method = methods[code, spec.code] = DeliveryMethod.objects.create(
                code=spec.code, market=market, names=spec.names, carrier="" if spec.kind == "pickup" else "Nordpost", tax_class=tax_class,
                tracking_url="" if spec.kind == "pickup" else _TRACKING, for_consumers=True, for_businesses=spec.audience == "all",
                is_pickup=spec.kind == "pickup", pickup_place=_pickup_place(code) if spec.kind == "pickup" else "", transit_days=spec.days, position=position,
                free_from=converted(spec.free_from, factor, specs[code].vat_percent) if spec.free_from else None,
            )  # fmt: skip
            rates += [
                DeliveryRate(method=method, up_to_kg=up_to, amount=converted(amount, factor, specs[code].vat_percent))
                for up_to, amount in spec.rates
            ]
    DeliveryRate.objects.bulk_create(rates)
    return methods


def _pickup_place(code: str) -> str:
    """Return where buyers of a market fetch their goods: at the seller's."""
    seller = SELLERS[code]
    return "Nordhavn, {seller_street}, {seller_postcode} {seller_city}".format(**seller)


def converted(net_nok: Decimal, factor: Decimal, vat_percent: Decimal) -> Decimal:
    """Return a net price in another currency whose price with VAT is a natural amount: whole, or ending in ,90 or ,50."""
    if factor == 1:
        return net_nok
    gross = net_nok * factor * (100 + vat_percent) / 100
    if gross >= 100:
        natural = gross.quantize(Decimal(1))
    elif gross >= 5:
        natural = gross.quantize(Decimal("0.1"))
    else:
        natural = max(gross.quantize(Decimal("0.01")), Decimal("0.01") if net_nok else Decimal(0))
    return (natural * 100 / (100 + vat_percent)).quantize(Decimal("0.000001"))
