"""Size guides: body measures for each size, and where to measure."""

from __future__ import annotations

from demo.catalog.attributes import GARMENT_SIZES, SHOE_SIZES, TROUSER_SIZES
from demo.catalog.build import picture
from demo.catalog.texts import t
from demo.catalog.values import DemoSizeGuide

_SIZE = t("Størrelse", "Storlek", "Rozmiar", "Size")
_CHEST = t("1 Bryst (cm)", "1 Bröst (cm)", "1 Klatka piersiowa (cm)", "1 Chest (cm)")
_WAIST = t("2 Midje (cm)", "2 Midja (cm)", "2 Pas (cm)", "2 Waist (cm)")
_HIP = t("3 Hofte (cm)", "3 Höft (cm)", "3 Biodra (cm)", "3 Hip (cm)")
_LEG = t("4 Innerben (cm)", "4 Innerben (cm)", "4 Wewnętrzna nogawka (cm)", "4 Inside leg (cm)")
_BODY = t("Mål rett på kroppen med målebåndet løst inntil. Ligger du mellom to størrelser, velg den største til arbeidsklær.",
          "Mät direkt på kroppen med måttbandet löst mot. Ligger du mellan två storlekar, välj den större till arbetskläder.",
          "Mierz na ciele, nie ściągając miary. Między dwoma rozmiarami do odzieży roboczej wybierz większy.",
          "Measure on the body with the tape lying loose. Between two sizes, take the larger for workwear.")  # fmt: skip
_FIGURE = t("Kropp med målelinjer", "Kropp med måttlinjer", "Sylwetka z liniami pomiaru", "Body with measuring lines")


def _garments() -> tuple[tuple[str, ...], ...]:
    return tuple(
        (size, f"{84 + 8 * i}–{91 + 8 * i}", f"{72 + 8 * i}–{79 + 8 * i}", f"{88 + 7 * i}–{94 + 7 * i}")
        for i, size in enumerate(GARMENT_SIZES)
    )


def _trousers() -> tuple[tuple[str, ...], ...]:
    rows = [(size, str(76 + 4 * i), str(92 + 4 * i), str(79 + i // 2)) for i, size in enumerate(TROUSER_SIZES[:10])]
    rows += [(size, str(88 + 4 * i), str(104 + 4 * i), str(75 + i // 2)) for i, size in enumerate(TROUSER_SIZES[10:])]
    return tuple(rows)


def _shoes() -> tuple[tuple[str, ...], ...]:
    """Return sizes with foot length: (size - 2) Paris points of 2/3 cm, the toe room taken off. Source: ISO/TS 19407."""
    return tuple((size, f"{(int(size) - 2) * 20 / 3:.0f}", str(int(size) - 34)) for size in SHOE_SIZES)


SIZE_GUIDES = (
    DemoSizeGuide("garments", t("Størrelser overdeler", "Storlekar överdelar", "Rozmiary odzieży", "Sizes, tops"), _BODY, (_SIZE, _CHEST, _WAIST, _HIP), _garments(), picture("size_figure", _FIGURE, part="body")),
    DemoSizeGuide("trousers", t("Størrelser bukser", "Storlekar byxor", "Rozmiary spodni", "Sizes, trousers"), _BODY, (_SIZE, _WAIST, _HIP, _LEG), _trousers(), picture("size_figure", _FIGURE, part="body")),
    DemoSizeGuide("shoes", t("Størrelser sko", "Storlekar skor", "Rozmiary obuwia", "Sizes, shoes"),
        t("Stå på et ark med hælen mot veggen og mål til lengste tå, med den sokken du bruker.", "Stå på ett papper med hälen mot väggen och mät till längsta tån, med den strumpa du använder.", "Stań na kartce z piętą przy ścianie i zmierz do najdłuższego palca, w używanej skarpecie.", "Stand on paper with the heel to the wall and measure to the longest toe, in the sock you wear."),
        (t("EU", "EU", "EU", "EU"), t("1 Fotlengde (mm)", "1 Fotlängd (mm)", "1 Długość stopy (mm)", "1 Foot length (mm)"), t("UK", "UK", "UK", "UK")), _shoes(), picture("size_figure", t("Fot med målelinje", "Fot med måttlinje", "Stopa z linią pomiaru", "Foot with measuring line"), part="foot")),
    DemoSizeGuide("socks", t("Størrelser sokker", "Storlekar strumpor", "Rozmiary skarpet", "Sizes, socks"),
        t("Velg etter skostørrelsen.", "Välj efter skostorleken.", "Wybierz według rozmiaru buta.", "Choose by shoe size."), (_SIZE, t("1 Fotlengde (mm)", "1 Fotlängd (mm)", "1 Długość stopy (mm)", "1 Foot length (mm)")),
        (("36-39", "227–247"), ("40-42", "253–267"), ("43-45", "273–287"), ("46-48", "293–307")), picture("size_figure", t("Fot med målelinje", "Fot med måttlinje", "Stopa z linią pomiaru", "Foot with measuring line"), part="foot")),
    DemoSizeGuide("gloves", t("Størrelser hansker", "Storlekar handskar", "Rozmiary rękawic", "Sizes, gloves"),
        t("Mål rundt hånden ved den stiplede linjen, uten tommelen, og lengden til langfingeren.", "Mät runt handen vid den streckade linjen, utan tummen, och längden till långfingret.", "Zmierz obwód dłoni w miejscu przerywanej linii, bez kciuka, i długość do środkowego palca.", "Measure around the hand at the dashed line, without the thumb, and the length to the middle finger."),
        (_SIZE, t("Omkrets (mm)", "Omkrets (mm)", "Obwód (mm)", "Girth (mm)"), t("2 Lengde (mm)", "2 Längd (mm)", "2 Długość (mm)", "2 Length (mm)")),
        (("7", "178", "171"), ("8", "203", "182"), ("9", "229", "192"), ("10", "254", "204"), ("11", "279", "215")), picture("size_figure", t("Hånd med målelinjer", "Hand med måttlinjer", "Dłoń z liniami pomiaru", "Hand with measuring lines"), part="hand")),
)  # fmt: skip
