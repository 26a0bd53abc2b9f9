"""Countries and currencies of the source as markets, with taxes and rates of exchange."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID, uuid5

from django.db.backends.postgresql.psycopg_any import DateRange

from truso.integrations.adventureworks.source import ImportRefused, Source
from truso.kernel.money import round_amount
from truso.modules.delivery.models import DeliveryMethod
from truso.modules.delivery.operations import save_delivery_method
from truso.modules.markets.models import Market, PaymentTerm
from truso.modules.tax.models import TaxClass, TaxRate

# The records of this source keep their identity from one import to the next.
NAMESPACE = UUID("0c1f6a0e-7d0b-4f2c-8a53-6b7f1f9b6d51")
SOURCE = "adventureworks"
SELLER = "Adventure Works Cycles"
USD = "USD"
_PLACES = Decimal("0.0001")
# What is assumed for freight: dollars (net) up to a weight in kg. A bicycle weighs some 10 kg, a dealer's pallet 500.
FREIGHT = tuple(
    (Decimal(up_to), Decimal(dollars)) for up_to, dollars in ((2, 8), (15, 25), (50, 60), (500, 190), (5000, 900))
)


@dataclass(frozen=True, slots=True)
class Country:
    """What the source doesn't say about a country: currency today, clock, names, and VAT or GST rates by their days.

    Sources: ATO (GST Act 1999), CRA (GST since 2008), UStG § 12 with the second Corona-Steuerhilfegesetz, CGI art. 278,
    HMRC (VAT Act 1994 with the orders of 2010). Sales tax of the United States is local and not known here.
    """

    currency: str
    timezone: str
    names: tuple[str, str, str, str]
    rates: tuple[tuple[date | None, date | None, str], ...] = ()


COUNTRIES = {
    "AU": Country("AUD", "Australia/Sydney", ("Australia", "Australien", "Australia", "Australia"), ((date(2000, 7, 1), None, "10"),)),
    "CA": Country("CAD", "America/Toronto", ("Canada", "Kanada", "Kanada", "Canada"), ((date(2008, 1, 1), None, "5"),)),
    "DE": Country(
        "EUR", "Europe/Berlin", ("Tyskland", "Tyskland", "Niemcy", "Germany"),
        ((date(2007, 1, 1), date(2020, 7, 1), "19"), (date(2020, 7, 1), date(2021, 1, 1), "16"), (date(2021, 1, 1), None, "19")),
    ),
    "FR": Country(
        "EUR", "Europe/Paris", ("Frankrike", "Frankrike", "Francja", "France"),
        ((date(2000, 4, 1), date(2014, 1, 1), "19.6"), (date(2014, 1, 1), None, "20")),
    ),
    "GB": Country(
        "GBP", "Europe/London", ("Storbritannia", "Storbritannien", "Wielka Brytania", "United Kingdom"),
        ((date(2010, 1, 1), date(2011, 1, 4), "17.5"), (date(2011, 1, 4), None, "20")),
    ),
    "US": Country("USD", "America/New_York", ("USA", "USA", "Stany Zjednoczone", "United States")),
}  # fmt: skip


@dataclass
class Ground:
    """What was found or written, by country code and by the source's keys."""

    markets: dict[str, Market] = field(default_factory=dict)
    term: PaymentTerm | None = None
    tax_class: TaxClass | None = None
    currencies: dict[str, str] = field(default_factory=dict)
    territories: dict[str, str] = field(default_factory=dict)
    geography: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    dollars: dict[str, Decimal] = field(default_factory=dict)

    def price_in(self, country: str, dollars: Decimal) -> Decimal:
        """Return a price of the source in a market's currency, at four decimals as the source has them."""
        return (dollars / self.dollars[COUNTRIES[country].currency]).quantize(_PLACES, rounding=ROUND_HALF_UP)


def identity(kind: str, key: str) -> UUID:
    """Return the lasting identity of a record of the source."""
    return uuid5(NAMESPACE, f"{kind}:{key}")


def load_ground(source: Source) -> Ground:
    """Write a market per country of the source unless it is there, with the taxes that are known."""
    ground = Ground()
    _read_places(source, ground)
    _read_currencies(source, ground)
    ground.term, _ = PaymentTerm.objects.get_or_create(
        code="net30",
        defaults={"names": _texts("30 dager netto", "30 dagar netto", "30 dni netto", "Net 30 days"), "days": 30},
    )
    ground.tax_class, _ = TaxClass.objects.get_or_create(
        code="standard",
        defaults={"names": _texts("Alminnelig sats", "Normal skattesats", "Stawka podstawowa", "Standard rate")},
    )
    for country in sorted({country for _, _, country in ground.geography.values()}):
        market = ground.markets[country] = _market(country, ground.term)
        _rates(country, ground.tax_class)
        _freight(ground, market, ground.tax_class)
    if not Market.objects.filter(is_default=True).exists():
        first = ground.markets.get("US") or min(ground.markets.values(), key=lambda market: market.code)
        Market.objects.filter(pk=first.pk).update(is_default=True)
    return ground


def _texts(nb: str, sv: str, pl: str, en: str) -> dict[str, str]:
    return {"nb": nb, "sv": sv, "pl": pl, "en": en}


def _read_places(source: Source, ground: Ground) -> None:
    codes = {}
    for row in source.rows("DimGeography"):
        code = row.key("CountryRegionCode")
        if code not in COUNTRIES:
            raise row.refusal("CountryRegionCode", f"names a country without a known market: “{code}”")
        codes[row.text("EnglishCountryRegionName")] = code
        ground.geography[row.key("GeographyKey")] = (row.text("PostalCode", 12), row.text("City", 100), code)
    for row in source.rows("DimSalesTerritory"):
        name = row.text("SalesTerritoryCountry")
        if name in codes:
            ground.territories[row.key("SalesTerritoryKey")] = codes[name]
    if not codes:
        raise ImportRefused("DimGeography names no country.")


def _read_currencies(source: Source, ground: Ground) -> None:
    """Read what a unit of each currency was worth in dollars on the last day there is a rate for."""
    latest: dict[str, date] = {}
    ground.dollars[USD] = Decimal(1)
    for row in source.rows("DimCurrency"):
        ground.currencies[row.key("CurrencyKey")] = row.text("CurrencyAlternateKey", 3)
    for row in source.rows("FactCurrencyRate"):
        code, day = ground.currencies.get(row.key("CurrencyKey"), ""), row.day("Date")
        if code and code != USD and day >= latest.get(code, day):
            rate = row.amount("AverageRate")
            if not rate:
                raise row.refusal("AverageRate", "is zero")
            latest[code], ground.dollars[code] = day, rate
    for country in {country for _, _, country in ground.geography.values()}:
        if COUNTRIES[country].currency not in ground.dollars:
            raise ImportRefused(f"FactCurrencyRate has no rate for {COUNTRIES[country].currency}.")


def _market(country: str, term: PaymentTerm) -> Market:
    about = COUNTRIES[country]
    market, _ = Market.objects.get_or_create(
        code=f"aw-{country.lower()}",
        defaults={
            "names": _texts(*about.names), "country": country, "currency": about.currency, "languages": ["en"], "timezone": about.timezone,
            "display_gross": bool(about.rates), "invoice_term": term, "seller_name": SELLER, "seller_country": "US",
            "seller_email": "sales@adventure-works.example",
        },
    )  # fmt: skip
    return market


def _freight(ground: Ground, market: Market, tax_class: TaxClass) -> None:
    """Give a market one plain way to deliver unless it has one: the source tells what freight came to, not how it went."""
    if market.delivery_methods.exists():
        return
    method = DeliveryMethod(
        market=market, code="standard", names=_texts("Standard frakt", "Standardfrakt", "Dostawa standardowa", "Standard freight"),
        tax_class=tax_class, transit_days=5,
    )  # fmt: skip
    rates = [
        (up_to, round_amount(ground.price_in(market.country, dollars), market.currency)) for up_to, dollars in FREIGHT
    ]
    save_delivery_method(method=method, rates=rates)


def _rates(country: str, tax_class: TaxClass) -> None:
    """Write a country's rates unless the shop has its own for it already."""
    if TaxRate.objects.filter(country=country, tax_class=tax_class).exists():
        return
    for start, end, percent in COUNTRIES[country].rates or ((None, None, "0"),):
        TaxRate.objects.create(
            country=country, tax_class=tax_class, category="S" if Decimal(percent) else "O", percent=Decimal(percent),
            period=DateRange(start, end), exemption_reason="" if Decimal(percent) else "Sales tax is local and not charged here",
        )  # fmt: skip
