"""What the source says in codes, in words of four languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Texts = dict[str, str]


def t(nb: str, sv: str, pl: str, en: str) -> Texts:
    """Return a text in four languages."""
    return {"nb": nb, "sv": sv, "pl": pl, "en": en}


def same(text: str) -> Texts:
    """Return a text that is the same in every language."""
    return t(text, text, text, text)


# Categories and subcategories by their English name; a name not listed is shown as the source has it.
CATEGORIES: Mapping[str, Texts] = {
    "Bikes": t("Sykler", "Cyklar", "Rowery", "Bikes"),
    "Components": t("Komponenter", "Komponenter", "Części", "Components"),
    "Clothing": t("Klær", "Kläder", "Odzież", "Clothing"),
    "Accessories": t("Tilbehør", "Tillbehör", "Akcesoria", "Accessories"),
    "Mountain Bikes": t("Terrengsykler", "Mountainbikes", "Rowery górskie", "Mountain bikes"),
    "Road Bikes": t("Landeveissykler", "Racercyklar", "Rowery szosowe", "Road bikes"),
    "Touring Bikes": t("Tursykler", "Touringcyklar", "Rowery turystyczne", "Touring bikes"),
    "Handlebars": t("Styrer", "Styren", "Kierownice", "Handlebars"),
    "Bottom Brackets": t("Kranklager", "Vevlager", "Wkłady suportu", "Bottom brackets"),
    "Brakes": t("Bremser", "Bromsar", "Hamulce", "Brakes"),
    "Chains": t("Kjeder", "Kedjor", "Łańcuchy", "Chains"),
    "Cranksets": t("Kranksett", "Vevpartier", "Mechanizmy korbowe", "Cranksets"),
    "Derailleurs": t("Girskiftere", "Växlar", "Przerzutki", "Derailleurs"),
    "Forks": t("Gafler", "Gafflar", "Widelce", "Forks"),
    "Headsets": t("Styrelager", "Styrlager", "Stery", "Headsets"),
    "Mountain Frames": t("Terrengrammer", "Mountainbikeramar", "Ramy górskie", "Mountain frames"),
    "Road Frames": t("Landeveisrammer", "Racerramar", "Ramy szosowe", "Road frames"),
    "Touring Frames": t("Turrammer", "Touringramar", "Ramy turystyczne", "Touring frames"),
    "Pedals": t("Pedaler", "Pedaler", "Pedały", "Pedals"),
    "Saddles": t("Sadler", "Sadlar", "Siodełka", "Saddles"),
    "Wheels": t("Hjul", "Hjul", "Koła", "Wheels"),
    "Bib-Shorts": t("Selebukser", "Hängselbyxor", "Spodenki na szelkach", "Bib shorts"),
    "Caps": t("Luer", "Kepsar", "Czapki", "Caps"),
    "Gloves": t("Hansker", "Handskar", "Rękawiczki", "Gloves"),
    "Jerseys": t("Sykkeltrøyer", "Cykeltröjor", "Koszulki", "Jerseys"),
    "Shorts": t("Shorts", "Shorts", "Spodenki", "Shorts"),
    "Socks": t("Sokker", "Strumpor", "Skarpety", "Socks"),
    "Tights": t("Tights", "Tights", "Legginsy", "Tights"),
    "Vests": t("Vester", "Västar", "Kamizelki", "Vests"),
    "Bike Racks": t("Sykkelstativ", "Cykelhållare", "Bagażniki rowerowe", "Bike racks"),
    "Bike Stands": t("Mekkestativ", "Cykelställ", "Stojaki rowerowe", "Bike stands"),
    "Bottles and Cages": t("Flasker og holdere", "Flaskor och hållare", "Bidony i koszyki", "Bottles and cages"),
    "Cleaners": t("Rengjøring", "Rengöring", "Środki czyszczące", "Cleaners"),
    "Fenders": t("Skjermer", "Stänkskärmar", "Błotniki", "Fenders"),
    "Helmets": t("Hjelmer", "Hjälmar", "Kaski", "Helmets"),
    "Hydration Packs": t("Drikkesekker", "Vätskeryggsäckar", "Plecaki z bukłakiem", "Hydration packs"),
    "Lights": t("Lykter", "Lampor", "Lampki", "Lights"),
    "Locks": t("Låser", "Lås", "Zapięcia", "Locks"),
    "Panniers": t("Sykkelvesker", "Cykelväskor", "Sakwy", "Panniers"),
    "Pumps": t("Pumper", "Pumpar", "Pompki", "Pumps"),
    "Tires and Tubes": t("Dekk og slanger", "Däck och slangar", "Opony i dętki", "Tires and tubes"),
}
NOT_FOR_SALE = t("Deler til produksjon", "Delar för tillverkning", "Części produkcyjne", "Parts for production")

COLORS: Mapping[str, tuple[Texts, str]] = {
    "Black": (t("Sort", "Svart", "Czarny", "Black"), "#23282b"),
    "Blue": (t("Blå", "Blå", "Niebieski", "Blue"), "#3f74b5"),
    "Grey": (t("Grå", "Grå", "Szary", "Gray"), "#8b969b"),
    "Multi": (t("Flerfarget", "Flerfärgad", "Wielobarwny", "Multicolored"), ""),
    "Red": (t("Rød", "Röd", "Czerwony", "Red"), "#b22f45"),
    "Silver": (t("Sølv", "Silver", "Srebrny", "Silver"), "#c3ccd0"),
    "Silver/Black": (t("Sølv og sort", "Silver och svart", "Srebrno-czarny", "Silver and black"), "#8d9598"),
    "White": (t("Hvit", "Vit", "Biały", "White"), "#f4f2ec"),
    "Yellow": (t("Gul", "Gul", "Żółty", "Yellow"), "#e7b91f"),
}
CLASSES = {
    "H": t("Høy", "Hög", "Wysoka", "High"),
    "M": t("Middels", "Medel", "Średnia", "Medium"),
    "L": t("Lav", "Låg", "Podstawowa", "Low"),
}
STYLES = {
    "M": t("Herre", "Herr", "Męski", "Men"),
    "U": t("Unisex", "Unisex", "Uniseks", "Unisex"),
    "W": t("Dame", "Dam", "Damski", "Women"),
}
LINES = {
    "M": t("Terreng", "Terräng", "Górski", "Mountain"),
    "R": t("Landevei", "Landsväg", "Szosowy", "Road"),
    "S": t("Standard", "Standard", "Standard", "Standard"),
    "T": t("Tur", "Touring", "Turystyczny", "Touring"),
}
# Column of the source -> code, type, names, unit and decimals of the attribute.
ATTRIBUTES: Mapping[str, tuple[str, str, Texts, str, int]] = {
    "Color": ("aw_color", "choice", t("Farge", "Färg", "Kolor", "Color"), "", 0),
    "Size": ("aw_size", "choice", t("Størrelse", "Storlek", "Rozmiar", "Size"), "", 0),
    "ProductLine": ("aw_line", "choice", t("Bruk", "Användning", "Zastosowanie", "Use"), "", 0),
    "Class": ("aw_class", "choice", t("Klasse", "Klass", "Klasa", "Class"), "", 0),
    "Style": ("aw_style", "choice", t("Modell", "Modell", "Krój", "Style"), "", 0),
    "Weight": ("aw_weight", "number", t("Vekt", "Vikt", "Masa", "Weight"), "kg", 3),
}
_WORDS = {"Class": CLASSES, "Style": STYLES, "ProductLine": LINES}
_CLOTHES = ("S", "M", "L", "XL")


def choice_code(value: str) -> str:
    """Return the code of a choice: lower case, without signs."""
    return value.lower().replace("/", "_").replace(" ", "_")


def choices_of(column: str, values: set[str]) -> list[dict[str, Any]]:
    """Return the choices of an attribute for the values there are: sizes as they grow, the rest by name."""
    ordered = sorted(values, key=_size) if column == "Size" else sorted(values)
    return [_choice(column, value) for value in ordered]


def _size(value: str) -> tuple[int, int]:
    return (0, _CLOTHES.index(value)) if value in _CLOTHES else (1, int(value) if value.isdigit() else 0)


def _choice(column: str, value: str) -> dict[str, Any]:
    names, swatch = _WORDS.get(column, {}).get(value) or same(value), ""
    if column == "Color" and value in COLORS:
        names, swatch = COLORS[value]
    return {"code": choice_code(value), "names": names, "swatch": swatch}
