"""What is sold beside goods in boxes: cable by the metre, a service, software with keys; and the channels of the shop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from demo.catalog.texts import t
from demo.catalog.values import LANGUAGES, Texts


@dataclass(frozen=True, slots=True)
class Extra:
    """A product of one article."""

    sku: str
    code: str
    category: str
    brand: str
    like: str  # the product whose picture it has; else that of its category
    price: float
    names: Texts
    summary: Texts
    detail: Texts
    fields: Mapping[str, Any]


EXTRAS = (
    Extra("7030901", "cable-3g15", "power-light", "kraftlund", "cable-extension", 14.90,
        t("Kabel PFXP 3G1,5 mm², metervare", "Kabel EKK 3G1,5 mm², metervara", "Przewód YDY 3×1,5 mm², na metry", "Cable 3G1.5 mm², by the metre"),
        t("Kappes i den lengden du trenger, i ett stykke.", "Kapas i den längd du behöver, i ett stycke.", "Cięty na potrzebną długość, w jednym odcinku.", "Cut to the length you need, in one piece."),
        t("Hver lengde du legger i handlekurven, er et stykke for seg. Fra 1 meter, i steg på 0,5 meter.", "Varje längd du lägger i varukorgen är ett stycke för sig. Från 1 meter, i steg om 0,5 meter.", "Każda długość dodana do koszyka to osobny odcinek. Od 1 metra, co 0,5 metra.", "Each length you add to the cart is a piece of its own. From 1 metre, in steps of 0.5 metre."),
        {"unit": "MTR", "is_cut_to_length": True, "minimum_quantity": 1, "quantity_multiple": "0.5", "weight_kg": "0.12", "lead_days": 5}),
    Extra("8090010", "sharpening", "saw-blades", "slipvang", "", 149,
        t("Sliping av sirkelsagblad", "Slipning av sågklinga", "Ostrzenie tarczy pilarskiej", "Sharpening of a circular saw blade"),
        t("Vi sliper bladet og kontrollerer tennene.", "Vi slipar klingan och kontrollerar tänderna.", "Ostrzymy tarczę i sprawdzamy zęby.", "We sharpen the blade and check its teeth."),
        t("Lever bladet i et av våre lagre. Du betaler når tjenesten er utført.", "Lämna klingan på ett av våra lager. Du betalar när tjänsten är utförd.", "Oddaj tarczę w jednym z naszych magazynów. Płacisz po wykonaniu usługi.", "Hand the blade in at one of our warehouses. You pay once the service is performed."),
        {"kind": "service", "is_stocked": False, "weight_kg": 0}),
    Extra("8090020", "bolt-calculator", "measuring", "klyverk", "", 890,
        t("Boltkalkulator, lisens for ett år", "Bultkalkylator, licens för ett år", "Kalkulator połączeń śrubowych, licencja na rok", "Bolt calculator, licence for one year"),
        t("Regner forspenning, moment og innskruingslengde etter VDI 2230.", "Beräknar förspänning, moment och inskruvningslängd enligt VDI 2230.", "Oblicza napięcie wstępne, moment i długość wkręcenia według VDI 2230.", "Calculates preload, torque and length of engagement to VDI 2230."),
        t("Nøkkel og håndbok får du på ordresiden og på e-post straks ordren står.", "Nyckel och handbok får du på ordersidan och via e-post så snart ordern står.", "Klucz i podręcznik otrzymasz na stronie zamówienia i e-mailem, gdy tylko zamówienie zostanie przyjęte.", "The key and the handbook are on the order's page and in a mail as soon as the order stands."),
        {"kind": "digital", "weight_kg": 0}),
)  # fmt: skip

CHANNELS = (
    ("trades", t("Nettbutikk for bedrifter", "Webbutik för företag", "Sklep dla firm", "Shop for companies"), "business", LANGUAGES, True),
    ("private", t("Nettbutikk for privatkunder", "Webbutik för privatkunder", "Sklep dla klientów prywatnych", "Shop for private customers"), "consumer", LANGUAGES, True),
    ("feed", t("Prissammenligning", "Prisjämförelse", "Porównywarka cen", "Price comparison"), "consumer", ("nb", "sv"), False),
)  # fmt: skip
