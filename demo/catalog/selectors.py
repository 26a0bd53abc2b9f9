"""Selectors of the demo shop: a few questions that lead to the right screw and the right drill bit."""

from __future__ import annotations

from typing import Any

from demo.catalog.texts import t
from demo.catalog.values import DemoSelector


def _meant(code: str, names: dict[str, str], *values: str) -> dict[str, Any]:
    return {"code": code, "names": names, "values": list(values)}


def _between(code: str, names: dict[str, str], **ends: str) -> dict[str, Any]:
    return {"code": code, "names": names, **ends}


SELECTORS = (
    DemoSelector(
        "wood-screw", "wood-screws",
        t("Hvilken treskrue passer?", "Vilken träskruv passar?", "Który wkręt do drewna pasuje?", "Which wood screw fits?"),
        t("Tre spørsmål, og du ser bare skruene som holder.", "Tre frågor, och du ser bara skruvarna som håller.", "Trzy pytania i widzisz tylko właściwe wkręty.", "Three questions, and you see only the screws that will hold."),
        (
            ("use", t("Hvor skal den sitte?", "Var ska den sitta?", "Gdzie ma być użyty?", "Where will it sit?"), (
                _meant("indoor", t("Inne", "Inomhus", "Wewnątrz", "Indoors"), "indoor"),
                _meant("outdoor", t("Ute", "Utomhus", "Na zewnątrz", "Outdoors"), "outdoor"),
            )),
            ("length", t("Hvor lang skal den være?", "Hur lång ska den vara?", "Jak długi ma być?", "How long should it be?"), (
                _between("short", t("Under 40 mm", "Under 40 mm", "Poniżej 40 mm", "Under 40 mm"), maximum="39.9"),
                _between("middle", t("40–80 mm", "40–80 mm", "40–80 mm", "40–80 mm"), minimum="40", maximum="80"),
                _between("long", t("Over 80 mm", "Över 80 mm", "Powyżej 80 mm", "Over 80 mm"), minimum="80.1"),
            )),
            ("drive", t("Hvilket spor har verktøyet ditt?", "Vilket spår har ditt verktyg?", "Jakie gniazdo pasuje do narzędzia?", "Which drive does your tool have?"), (
                _meant("torx", t("Torx", "Torx", "Torx", "Torx"), "torx"),
                _meant("hex", t("Sekskant", "Sexkant", "Sześciokąt", "Hexagon"), "hex"),
            )),
        ),
    ),
    DemoSelector(
        "drill-bit", "drill-bits",
        t("Hvilket bor passer?", "Vilken borr passar?", "Które wiertło pasuje?", "Which drill bit fits?"),
        t("Si hva du borer i, og hvor stort hullet skal være.", "Säg vad du borrar i och hur stort hålet ska vara.", "Powiedz, w czym wiercisz i jak duży ma być otwór.", "Say what you drill into and how large the hole should be."),
        (
            ("use", t("Hva borer du i?", "Vad borrar du i?", "W czym wiercisz?", "What do you drill into?"), (
                _meant("wood", t("Tre", "Trä", "Drewno", "Wood"), "wood"),
                _meant("metal", t("Metall", "Metall", "Metal", "Metal"), "metal"),
                _meant("stone", t("Mur og betong", "Murverk och betong", "Mur i beton", "Masonry and concrete"), "concrete", "masonry"),
            )),
            ("diameter", t("Hvor stort hull?", "Hur stort hål?", "Jak duży otwór?", "How large a hole?"), (
                _between("small", t("Opptil 6 mm", "Upp till 6 mm", "Do 6 mm", "Up to 6 mm"), maximum="6"),
                _between("middle", t("6–13 mm", "6–13 mm", "6–13 mm", "6–13 mm"), minimum="6", maximum="13"),
                _between("large", t("Over 13 mm", "Över 13 mm", "Powyżej 13 mm", "Over 13 mm"), minimum="13.1"),
            )),
        ),
    ),
)  # fmt: skip
