"""The contents of the demo's product documents; another place sets them in type."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from demo.catalog import build_catalog
from demo.catalog.texts import EMPTY, figure, join, same, t
from demo.catalog.values import AttributeValue, DemoAttribute, DemoDocument, DemoProduct, DemoVariant, Texts
from demo.pictures import draw

YES, NO = t("Ja", "Ja", "Tak", "Yes"), t("Nei", "Nej", "Nie", "No")

_PARAGRAPHS: dict[str, tuple[Texts, ...]] = {
    "data_sheet": (),
    "declaration": (
        t("Vi erklærer på eget ansvar at produktet er i samsvar med standardene som er nevnt her.",
          "Vi försäkrar på eget ansvar att produkten överensstämmer med de standarder som anges här.",
          "Oświadczamy na własną odpowiedzialność, że produkt jest zgodny z wymienionymi tu normami.",
          "We declare on our own responsibility that the product conforms to the standards named here."),
        t("Erklæringen gjelder produktet slik det er satt på markedet av produsenten.",
          "Försäkran gäller produkten så som den satts på marknaden av tillverkaren.",
          "Deklaracja dotyczy produktu w stanie, w jakim producent wprowadził go do obrotu.",
          "The declaration covers the product as placed on the market by the maker."),
    ),
    "assembly_guide": (
        t("Les hele anvisningen før du begynner. Kontroller at alle delene er med og uten skade.",
          "Läs hela anvisningen innan du börjar. Kontrollera att alla delar finns med och är hela.",
          "Przed rozpoczęciem przeczytaj całą instrukcję. Sprawdź, czy wszystkie części są w komplecie i bez uszkodzeń.",
          "Read the whole guide before you begin. Check that every part is there and undamaged."),
        t("Bruk verktøyet og tiltrekkingsmomentet som er oppgitt. Kontroller festene etter en ukes bruk.",
          "Använd angivet verktyg och åtdragningsmoment. Kontrollera fästena efter en veckas bruk.",
          "Stosuj wskazane narzędzia i momenty dokręcania. Po tygodniu użytkowania sprawdź mocowania.",
          "Use the tools and tightening torque given. Check the fixings after a week of use."),
    ),
    "safety_data_sheet": (
        t("Utdrag for demonstrasjon. Oppbevares utilgjengelig for barn. Les etiketten før bruk.",
          "Utdrag för demonstration. Förvaras oåtkomligt för barn. Läs etiketten före användning.",
          "Wyciąg do celów pokazowych. Chronić przed dziećmi. Przed użyciem przeczytać etykietę.",
          "Extract for demonstration. Keep out of reach of children. Read the label before use."),
        t("Sørg for god lufting. Ved kontakt med øynene: skyll med vann i flere minutter. Søk lege ved vedvarende plager.",
          "Sörj för god ventilation. Vid kontakt med ögonen: skölj med vatten i flera minuter. Sök läkare vid ihållande besvär.",
          "Zapewnić wentylację. W razie kontaktu z oczami płukać wodą przez kilka minut. Przy utrzymujących się dolegliwościach zgłosić się do lekarza.",
          "Provide good ventilation. On contact with the eyes, rinse with water for several minutes. See a doctor if trouble persists."),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A line of the table: group, attribute and value with its unit."""

    group: Texts
    name: Texts
    value: Texts


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of the product: numbers and the values of the family's columns."""

    sku: str
    gtin: str
    mpn: str
    name: Texts
    values: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """Everything a document says; `picture_svg` is the product's picture."""

    type: str
    title: Texts
    product: Texts
    brand: str
    maker: Texts
    lead: Texts
    paragraphs: tuple[Texts, ...]
    rows: tuple[DocumentRow, ...]
    article_columns: tuple[Texts, ...]
    articles: tuple[ArticleRow, ...]
    standards: tuple[str, ...]
    picture_svg: str


def build_document(product: DemoProduct, document: DemoDocument) -> DocumentContent:
    """Return what a product's document says, ready to be set."""
    catalog = build_catalog()
    attributes = {attribute.code: attribute for attribute in catalog.attributes}
    family = next(f for f in catalog.families if f.code == product.family)
    brand = next(b for b in catalog.brands if b.code == product.brand)
    rows = tuple(
        DocumentRow(
            use.group,
            attributes[use.attribute].names,
            write_value(attributes[use.attribute], product.attributes[use.attribute]),
        )
        for use in family.attributes
        if use.attribute in product.attributes
    )
    told = {name for variant in product.variants for name in variant.attributes}
    columns = tuple(attributes[use.attribute] for use in family.attributes if use.attribute in told)
    standard = product.attributes.get("standard")
    return DocumentContent(
        type=document.type,
        title=document.names,
        product=product.names,
        brand=brand.name,
        maker=brand.statement,
        lead=product.descriptions,
        paragraphs=_PARAGRAPHS[document.type],
        rows=rows,
        article_columns=tuple(column_title(column) for column in columns),
        articles=tuple(_article(product, variant, columns) for variant in product.variants),
        standards=(standard,) if isinstance(standard, str) else (),
        picture_svg=draw(product.picture),
    )


def column_title(attribute: DemoAttribute) -> Texts:
    """Return an attribute's name with its unit, as the head of a column."""
    return join(attribute.names, same(f"({attribute.unit})")) if attribute.unit else attribute.names


def write_value(attribute: DemoAttribute, value: AttributeValue, *, with_unit: bool = True) -> Texts:
    """Return a value as it is read in each language."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return figure(value, attribute.unit if with_unit else "")
    names = {choice.code: choice.names for choice in attribute.choices}
    if isinstance(value, tuple):
        return join(*(names[code] for code in value), by=", ")
    return names.get(value, same(value))


def _article(product: DemoProduct, variant: DemoVariant, columns: tuple[DemoAttribute, ...]) -> ArticleRow:
    values = tuple(
        write_value(column, variant.attributes[column.code], with_unit=False)
        if column.code in variant.attributes
        else EMPTY
        for column in columns
    )
    return ArticleRow(variant.sku, variant.gtin, variant.mpn, join(product.names, variant.names_suffix), values)
