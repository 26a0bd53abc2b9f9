"""The people, companies and terms of the demo shop. Everybody and everything here is invented."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from demo.catalog.texts import same, t
from demo.catalog.values import PictureSpec, Texts
from demo.numbers import norwegian_number, polish_number, swedish_number
from truso.kernel.identifiers import fold

ROLES = ("admin", "orderer", "approver", "finance", "receiver", "agreement_owner")
STAFF_ROLES = ("product", "sales", "finance", "service", "warehouse", "marketing")


@dataclass(frozen=True, slots=True)
class DemoMarket:
    """A country the shop sells in. `price_factor` turns a NOK list price into this currency; VAT in per cent."""

    code: str
    country: str
    names: Texts
    currency: str
    price_factor: Decimal
    vat_percent: Decimal
    language: str
    languages: tuple[str, ...]
    timezone: str


@dataclass(frozen=True, slots=True)
class DemoDeliveryMethod:
    """A way to deliver. `rates` are (up to kg, net NOK); free above `free_from` net, None when never free."""

    code: str
    kind: str
    names: Texts
    rates: tuple[tuple[Decimal, Decimal], ...]
    free_from: Decimal | None
    days: int
    audience: str


@dataclass(frozen=True, slots=True)
class DemoPaymentTerm:
    """When an invoice is due. `days` 0 means paid when ordering."""

    code: str
    names: Texts
    days: int


@dataclass(frozen=True, slots=True)
class DemoWarehouse:
    """A place with stock."""

    code: str
    name: str
    street: str
    postal_code: str
    city: str
    country: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class DemoAddress:
    """An address; `instruction` is for the driver."""

    code: str
    name: str
    street: str
    postal_code: str
    city: str
    country: str
    instruction: str = ""


@dataclass(frozen=True, slots=True)
class DemoMember:
    """A person's place in a company. `order_limit` in the company's currency, None for no limit."""

    email: str
    roles: tuple[str, ...]
    order_limit: Decimal | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class DemoAgreement:
    """What was agreed: discounts in per cent by category, contract prices as a share of the list price by product
    (`demo.agreements.contract_prices` gives them by article), the categories of the range, and the terms."""

    code: str
    name: str
    owner_email: str
    seller_email: str
    discounts: tuple[tuple[str, Decimal], ...]
    contract_shares: tuple[tuple[str, Decimal], ...]
    range_categories: tuple[str, ...]
    payment_term: str
    free_freight_from: Decimal
    policy: str


@dataclass(frozen=True, slots=True)
class DemoCompany:
    """A business customer. `organization_number` has a right check digit and is made up."""

    code: str
    name: str
    country: str
    currency: str
    language: str
    organization_number: str
    vat_number: str
    parent: str | None
    credit_limit: Decimal
    po_number_required: bool
    e_invoice: bool
    trade: Texts
    addresses: tuple[DemoAddress, ...]
    references: tuple[str, ...]
    members: tuple[DemoMember, ...]
    agreement: DemoAgreement | None


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A human being who can sign in; `private` ones also shop for themselves and then have an address."""

    email: str
    first_name: str
    last_name: str
    language: str
    country: str
    phone: str
    private: bool = False
    address: DemoAddress | None = None


@dataclass(frozen=True, slots=True)
class DemoStaff:
    """Somebody who works in the house, with a portrait."""

    email: str
    first_name: str
    last_name: str
    role: str
    title: Texts
    phone: str
    portrait: PictureSpec


MARKETS = (
    DemoMarket("no", "NO", t("Norge", "Norge", "Norwegia", "Norway"), "NOK", Decimal("1"), Decimal(25), "nb", ("nb", "en", "sv", "pl"), "Europe/Oslo"),
    DemoMarket("se", "SE", t("Sverige", "Sverige", "Szwecja", "Sweden"), "SEK", Decimal("0.98"), Decimal(25), "sv", ("sv", "en", "nb"), "Europe/Stockholm"),
    DemoMarket("pl", "PL", t("Polen", "Polen", "Polska", "Poland"), "PLN", Decimal("0.36"), Decimal(23), "pl", ("pl", "en"), "Europe/Warsaw"),
)  # fmt: skip

_PARCEL = ((Decimal(2), Decimal("63.20")), (Decimal(10), Decimal("103.20")), (Decimal(35), Decimal("159.20")))
_SHOP = ((Decimal(2), Decimal("47.20")), (Decimal(10), Decimal("79.20")), (Decimal(20), Decimal("119.20")))
_FREIGHT = (
    (Decimal(50), Decimal("279.20")),
    (Decimal(150), Decimal("439.20")),
    (Decimal(500), Decimal("799.20")),
    (Decimal(1500), Decimal("1599.20")),
)

DELIVERY_METHODS = (
    DemoDeliveryMethod("home", "post", t("Hjemlevering", "Hemleverans", "Dostawa do domu", "Home delivery"), _PARCEL, Decimal(1200), 2, "all"),
    DemoDeliveryMethod("parcel_shop", "parcel_shop", t("Hentested", "Ombud", "Punkt odbioru", "Parcel shop"), _SHOP, Decimal(800), 2, "consumer"),
    DemoDeliveryMethod("freight", "freight", t("Gods til dør eller byggeplass", "Gods till dörr eller byggarbetsplats", "Spedycja pod drzwi lub na budowę", "Freight to door or site"), _FREIGHT, None, 3, "all"),
    DemoDeliveryMethod("pickup", "pickup", t("Hent selv på lageret", "Hämta själv på lagret", "Odbiór własny w magazynie", "Pick up at the warehouse"), ((Decimal(5000), Decimal(0)),), Decimal(0), 0, "all"),
)  # fmt: skip

PAYMENT_TERMS = (
    DemoPaymentTerm("prepaid", t("Betales ved bestilling", "Betalas vid beställning", "Płatność przy zamówieniu", "Paid when ordering"), 0),
    DemoPaymentTerm("net14", t("14 dager netto", "14 dagar netto", "14 dni netto", "Net 14 days"), 14),
    DemoPaymentTerm("net30", t("30 dager netto", "30 dagar netto", "30 dni netto", "Net 30 days"), 30),
    DemoPaymentTerm("net60", t("60 dager netto", "60 dagar netto", "60 dni netto", "Net 60 days"), 60),
)  # fmt: skip

WAREHOUSES = (
    DemoWarehouse("main", "Nordhavn hovedlager", "Terminalkaia 12", "3187", "Horten", "NO", True),
    DemoWarehouse("second", "Nordhavn lager øst", "Lagergatan 4", "451 55", "Uddevalla", "SE", False),
)


def _look(skin: str, hair: str, cloth: str, **more: str) -> PictureSpec:
    params = tuple(sorted({"skin": skin, "hair": hair, "cloth": cloth, **more}.items()))
    return PictureSpec(
        "person",
        params,
        t(
            "Portrett av medarbeideren",
            "Porträtt av medarbetaren",
            "Portret pracownika",
            "Portrait of the staff member",
        ),
    )


STAFF = (
    DemoStaff("ingrid.haugland@nordhavn.example", "Ingrid", "Haugland", "product", t("Produktsjef", "Produktchef", "Kierowniczka produktu", "Product manager"), "+47 22 00 01 01", _look("#e8c7a6", "#c99a4b", "#1f6549", style="long")),
    DemoStaff("anders.lindqvist@nordhavn.example", "Anders", "Lindqvist", "sales", t("Nøkkelkundeansvarlig", "Nyckelkundsansvarig", "Opiekun kluczowych klientów", "Key account manager"), "+47 22 00 01 02", _look("#e3bd98", "#5a3d28", "#3f5a6b", beard="yes")),
    DemoStaff("katarzyna.wojcik@nordhavn.example", "Katarzyna", "Wójcik", "sales", t("Kundekontakt Polen", "Kundkontakt Polen", "Opiekunka klientów w Polsce", "Customer contact Poland"), "+48 22 000 01 03", _look("#ecd0b2", "#6b4a33", "#b22f45", style="long")),
    DemoStaff("tore.bakken@nordhavn.example", "Tore", "Bakken", "finance", t("Økonomi og kreditt", "Ekonomi och kredit", "Finanse i kredyt kupiecki", "Finance and credit"), "+47 22 00 01 04", _look("#e8c7a6", "#8b8f92", "#2a3950")),
    DemoStaff("samira.nordli@nordhavn.example", "Samira", "Nordli", "service", t("Kundeservice", "Kundtjänst", "Obsługa klienta", "Customer service"), "+47 22 00 01 05", _look("#c99772", "#2a2220", "#dd9c33", style="long")),
    DemoStaff("jonas.eriksen@nordhavn.example", "Jonas", "Eriksen", "warehouse", t("Lagerleder", "Lagerchef", "Kierownik magazynu", "Warehouse manager"), "+47 22 00 01 06", _look("#e3bd98", "#a8583a", "#ef7a2a", beard="yes")),
    DemoStaff("mia.sandberg@nordhavn.example", "Mia", "Sandberg", "marketing", t("Markedsansvarlig", "Marknadsansvarig", "Specjalistka ds. marketingu", "Marketing manager"), "+47 22 00 01 07", _look("#ecd0b2", "#3a2a22", "#5b6d75", style="long")),
)  # fmt: skip

_FJORDVERK_ADDRESSES = (
    DemoAddress("office", "Fjordverk Elektro & Bygg AS", "Verkstedveien 8", "3046", "Drammen", "NO"),
    DemoAddress("site-bjorvika", "Prosjekt Sørkaia", "Sørkaia 21, port B", "0191", "Oslo", "NO", "Ring 30 minutter før levering. Kranen er ledig 07–09."),
    DemoAddress("site-kongsberg", "Prosjekt Sølvskolen", "Skoleveien 3", "3611", "Kongsberg", "NO", "Lossing kun på nordsiden."),
)  # fmt: skip

COMPANIES = (
    DemoCompany(
        "fjordverk", "Fjordverk Elektro & Bygg AS", "NO", "NOK", "nb", norwegian_number("31000001"), f"NO{norwegian_number('99900001')}MVA", None, Decimal(400000), True, True,
        t("Elektro- og byggentreprenør", "El- och byggentreprenör", "Wykonawca robót elektrycznych i budowlanych", "Electrical and building contractor"),
        _FJORDVERK_ADDRESSES,
        ("P-2201 Sørkaia", "P-2214 Sølvskolen", "Verksted"),
        (
            DemoMember("kari.solberg@fjordverk.example", ("admin", "agreement_owner")),
            DemoMember("ola.myhre@fjordverk.example", ("orderer",), Decimal(10000), "P-2201 Sørkaia"),
            DemoMember("hanne.dahl@fjordverk.example", ("approver",), Decimal(100000)),
            DemoMember("per.lunde@fjordverk.example", ("finance",)),
            DemoMember("amir.rezai@fjordverk.example", ("receiver",), None, "P-2201 Sørkaia"),
            DemoMember("eva.strand@privat.example", ("orderer",), Decimal(5000), "Verksted"),
        ),
        DemoAgreement("A-2025-014", "Rammeavtale Fjordverk 2025–2027", "kari.solberg@fjordverk.example", "anders.lindqvist@nordhavn.example",
            (("fasteners", Decimal(28)), ("power-tools", Decimal(14)), ("accessories", Decimal(22)), ("workwear", Decimal(18)), ("site", Decimal(12))),
            (("bolt-4017-88-zn", Decimal("0.62")), ("anchor-bolt-zinc", Decimal("0.66")), ("battery-18v", Decimal("0.80")), ("glove-assembly", Decimal("0.70"))),
            ("fasteners", "hand-tools", "power-tools", "accessories", "workwear", "safety", "storage", "site", "office"), "net30", Decimal(2000), "contract_wins"),
    ),
    DemoCompany(
        "fjordverk-service", "Fjordverk Service AS", "NO", "NOK", "nb", norwegian_number("31000003"), f"NO{norwegian_number('99900002')}MVA", "fjordverk", Decimal(80000), True, True,
        t("Serviceavdeling for tavler og varmepumper", "Serviceavdelning för elcentraler och värmepumpar", "Serwis rozdzielnic i pomp ciepła", "Service of switchboards and heat pumps"),
        (DemoAddress("office", "Fjordverk Service AS", "Elvegata 40", "3611", "Kongsberg", "NO"),), ("Servicebil 1", "Servicebil 2"),
        (
            DemoMember("kari.solberg@fjordverk.example", ("admin",)),
            DemoMember("lise.berge@fjordverk.example", ("orderer", "receiver"), Decimal(6000), "Servicebil 1"),
            DemoMember("hanne.dahl@fjordverk.example", ("approver",), Decimal(50000)),
            DemoMember("per.lunde@fjordverk.example", ("finance",)),
        ),
        None,
    ),
    DemoCompany(
        "verkstaden", "Västkustens Mekaniska Verkstad AB", "SE", "SEK", "sv", swedish_number("552000001"), f"SE{swedish_number('559000001').replace('-', '')}01", None, Decimal(250000), False, True,
        t("Mekanisk verksted", "Mekanisk verkstad", "Zakład mechaniczny", "Engineering workshop"),
        (DemoAddress("works", "Västkustens Mekaniska Verkstad AB", "Smedjegatan 17", "451 50", "Uddevalla", "SE"), DemoAddress("store", "Förrådet", "Smedjegatan 19", "451 50", "Uddevalla", "SE", "Öppet 06.30–15.00.")),
        ("Förråd", "Order 7714", "Underhåll"),
        (
            DemoMember("birgitta.norling@vmv.example", ("admin", "agreement_owner")),
            DemoMember("johan.ek@vmv.example", ("orderer",), Decimal(15000), "Förråd"),
            DemoMember("sara.wikman@vmv.example", ("approver", "finance"), Decimal(150000)),
            DemoMember("mikael.holm@vmv.example", ("receiver",), None, "Förråd"),
            DemoMember("eva.strand@privat.example", ("orderer",), Decimal(8000), "Underhåll"),
        ),
        DemoAgreement("A-2025-031", "Ramavtal VMV 2025–2026", "birgitta.norling@vmv.example", "anders.lindqvist@nordhavn.example",
            (("machine-screws", Decimal(32)), ("nuts", Decimal(30)), ("washers", Decimal(30)), ("accessories", Decimal(25)), ("hand-tools", Decimal(15))),
            (("bolt-4762-129", Decimal("0.60")), ("disc-cutting", Decimal("0.58")), ("drill-cobalt", Decimal("0.70"))),
            ("fasteners", "hand-tools", "accessories", "workwear", "safety", "storage"), "net30", Decimal(3000), "best_price"),
    ),
    DemoCompany(
        "budowa", "Firma Budowlana Nadwiślańska Sp. z o.o.", "PL", "PLN", "pl", polish_number("000100020"), f"PL{polish_number('000100020')}", None, Decimal(120000), True, False,
        t("Byggmester og taktekker", "Byggmästare och takläggare", "Firma budowlana i dekarska", "Builder and roofer"),
        (DemoAddress("office", "Firma Budowlana Nadwiślańska Sp. z o.o.", "ul. Portowa 5", "80-001", "Gdańsk", "PL"), DemoAddress("site-osiedle", "Budowa Osiedle Lipowe", "ul. Lipowa 44", "80-209", "Gdynia", "PL", "Wjazd od ul. Klonowej.")),
        ("Osiedle Lipowe", "Dach szkoły"),
        (
            DemoMember("marek.zielinski@nadwislanska.example", ("admin", "agreement_owner")),
            DemoMember("piotr.kaczmarek@nadwislanska.example", ("orderer",), Decimal(4000), "Osiedle Lipowe"),
            DemoMember("ewa.mazur@nadwislanska.example", ("approver",), Decimal(40000)),
            DemoMember("joanna.krol@nadwislanska.example", ("finance",)),
            DemoMember("tomasz.lis@nadwislanska.example", ("receiver",), None, "Osiedle Lipowe"),
        ),
        DemoAgreement("A-2025-047", "Umowa ramowa Nadwiślańska 2025", "marek.zielinski@nadwislanska.example", "katarzyna.wojcik@nordhavn.example",
            (("wood-screws", Decimal(26)), ("anchors", Decimal(22)), ("workwear", Decimal(15)), ("site", Decimal(16))),
            (("screw-deck-coated", Decimal("0.64")), ("sealant-ms", Decimal("0.72")), ("nail-hdg", Decimal("0.60"))),
            ("fasteners", "hand-tools", "power-tools", "accessories", "workwear", "safety", "site"), "net14", Decimal(900), "contract_wins"),
    ),
)  # fmt: skip

_MEMBERS = (
    ("Kari", "Solberg", "fjordverk", "NO"), ("Ola", "Myhre", "fjordverk", "NO"), ("Hanne", "Dahl", "fjordverk", "NO"), ("Per", "Lunde", "fjordverk", "NO"),
    ("Amir", "Rezai", "fjordverk", "NO"), ("Lise", "Berge", "fjordverk", "NO"), ("Birgitta", "Norling", "vmv", "SE"), ("Johan", "Ek", "vmv", "SE"),
    ("Sara", "Wikman", "vmv", "SE"), ("Mikael", "Holm", "vmv", "SE"), ("Marek", "Zieliński", "nadwislanska", "PL"), ("Piotr", "Kaczmarek", "nadwislanska", "PL"),
    ("Ewa", "Mazur", "nadwislanska", "PL"), ("Joanna", "Król", "nadwislanska", "PL"), ("Tomasz", "Lis", "nadwislanska", "PL"),
)  # fmt: skip
_PRIVATE = (
    ("Eva", "Strand", "NO", "Granveien 14", "3045", "Drammen"), ("Nils", "Aamodt", "NO", "Bakkegata 3", "7014", "Trondheim"), ("Siv", "Fossum", "NO", "Øvre Kirkegate 22", "5003", "Bergen"),
    ("Henrik", "Vik", "NO", "Sjøgata 9", "9008", "Tromsø"), ("Aisha", "Hussain", "NO", "Lindeveien 51", "0596", "Oslo"), ("Gunnar", "Lie", "NO", "Fjellvegen 7", "6800", "Førde"),
    ("Elsa", "Bergström", "SE", "Björkvägen 12", "451 34", "Uddevalla"), ("Oskar", "Nyman", "SE", "Kungsgatan 60", "411 08", "Göteborg"), ("Linnea", "Öberg", "SE", "Strandvägen 4", "831 41", "Östersund"),
    ("Magnus", "Sjöberg", "SE", "Skolgatan 28", "903 25", "Umeå"), ("Agnieszka", "Pawlak", "PL", "ul. Słoneczna 18", "80-253", "Gdańsk"), ("Krzysztof", "Wrona", "PL", "ul. Leśna 3", "30-001", "Kraków"),
    ("Magdalena", "Sowa", "PL", "ul. Ogrodowa 77", "00-893", "Warszawa"), ("Jakub", "Brzoza", "PL", "ul. Młyńska 6", "61-729", "Poznań"),
)  # fmt: skip
_LANGUAGE = {"NO": "nb", "SE": "sv", "PL": "pl"}
_PHONE = {"NO": "+47 22 00 02 {:02d}", "SE": "+46 8 000 02 {:02d}", "PL": "+48 22 000 02 {:02d}"}


def ascii_name(text: str) -> str:
    """Return a name as it stands in an e-mail address."""
    return fold(text).replace(" ", "")


def _member(index: int, first: str, last: str, domain: str, country: str) -> DemoPerson:
    email = f"{ascii_name(first)}.{ascii_name(last)}@{domain}.example"
    return DemoPerson(email, first, last, _LANGUAGE[country], country, _PHONE[country].format(index))


def _private(index: int, row: tuple[str, str, str, str, str, str]) -> DemoPerson:
    first, last, country, street, postal_code, city = row
    address = DemoAddress("home", f"{first} {last}", street, postal_code, city, country)
    email = f"{ascii_name(first)}.{ascii_name(last)}@privat.example"
    return DemoPerson(
        email, first, last, _LANGUAGE[country], country, _PHONE[country].format(40 + index), True, address
    )


PEOPLE = (
    *(_member(index, *row) for index, row in enumerate(_MEMBERS, 1)),
    *(_private(index, row) for index, row in enumerate(_PRIVATE, 1)),
)
# The one person who shops privately and orders for two companies.
THREE_HATS = "eva.strand@privat.example"
SHOP = same("Nordhavn Handel")
