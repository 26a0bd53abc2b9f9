"""Standard bolts and machine screws: every thread and length in its grades."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from demo.catalog import tables
from demo.catalog.build import DATA_SHEET, DECLARATION, Draft, Row, box_of, picture
from demo.catalog.texts import fill, join, same, t
from demo.catalog.values import AttributeValue, PictureSpec, Texts


@dataclass(frozen=True, slots=True)
class Grade:
    """A material with its strength and surface: how it is called, how it looks, what it costs against zinc."""

    code: str
    strength: str
    material: str
    finish: str
    metal: str
    cost: float
    names: Texts
    note: Texts


ZINC = Grade("88-zn", "8.8", "steel", "zinc", "zinc", 1.0, t("8.8 elforsinket", "8.8 elförzinkad", "8.8 ocynk galwaniczny", "8.8 zinc plated"), t(
    "Elforsinkingen beskytter i tørre rom; ute bør varmforsinket eller rustfritt velges.",
    "Elförzinkningen skyddar i torra utrymmen; utomhus bör varmförzinkat eller rostfritt väljas.",
    "Ocynk galwaniczny chroni w suchych pomieszczeniach; na zewnątrz należy wybrać ocynk ogniowy lub stal nierdzewną.",
    "The zinc plating protects in dry rooms; outdoors choose hot-dip galvanized or stainless."))  # fmt: skip
HDG = Grade("88-hdg", "8.8", "steel", "hdg", "hdg", 1.35, t("8.8 varmforsinket", "8.8 varmförzinkad", "8.8 ocynk ogniowy", "8.8 hot-dip galvanized"), t(
    "Varmforsinket for bruk ute. Gjengene er tilpasset sinklaget, bruk derfor varmforsinket mutter.",
    "Varmförzinkad för utomhusbruk. Gängorna är anpassade till zinkskiktet, använd därför varmförzinkad mutter.",
    "Ocynk ogniowy do zastosowań zewnętrznych. Gwint uwzględnia grubość cynku, dlatego należy stosować nakrętki ocynkowane ogniowo.",
    "Hot-dip galvanized for outdoor use. The thread allows for the zinc layer, so use a galvanized nut."))  # fmt: skip
A2 = Grade("a2", "A2-70", "stainless_a2", "plain", "a2", 2.3, t("rustfri A2", "rostfri A2", "stal nierdzewna A2", "stainless A2"), t(
    "Rustfritt A2 tåler vær og fukt i innlandet. Smør gjengene før tiltrekking, så river de ikke.",
    "Rostfritt A2 tål väder och fukt i inlandet. Smörj gängorna före åtdragning så skär de inte.",
    "Stal A2 jest odporna na pogodę i wilgoć z dala od morza. Przed dokręceniem gwint należy nasmarować, aby się nie zatarł.",
    "Stainless A2 stands up to weather and damp inland. Lubricate the thread before tightening so that it does not gall."))  # fmt: skip
A4 = Grade("a4", "A4-80", "stainless_a4", "plain", "a4", 3.5, t("syrefast A4", "syrafast A4", "stal kwasoodporna A4", "stainless A4"), t(
    "Syrefast A4 er valget ved kysten, på båt og i næringsmiddelindustrien.",
    "Syrafast A4 är valet vid kusten, på båtar och i livsmedelsindustrin.",
    "Stal A4 sprawdza się nad morzem, na łodziach i w przemyśle spożywczym.",
    "Stainless A4 is the choice by the coast, on boats and in the food industry."))  # fmt: skip
BLACK = Grade("129", "12.9", "steel", "black", "black", 1.5, t("12.9 svart", "12.9 svart", "12.9 czerniona", "12.9 black"), t(
    "Klasse 12.9 for høye spennkrefter i maskiner. Oljet og svart, ikke ment for bruk ute.",
    "Klass 12.9 för höga klämkrafter i maskiner. Oljad och svart, inte avsedd för utomhusbruk.",
    "Klasa 12.9 do dużych sił docisku w maszynach. Oliwiona i czerniona, nie do użytku na zewnątrz.",
    "Class 12.9 for high clamping forces in machines. Oiled and black, not meant for outdoor use."))  # fmt: skip
HARD = Grade("45h", "45H", "steel", "black", "black", 1.2, t("45H svart", "45H svart", "45H czerniony", "45H black"), t(
    "Herdet til klasse 45H, oljet og svart.", "Härdad till klass 45H, oljad och svart.",
    "Hartowany do klasy 45H, oliwiony i czerniony.", "Hardened to class 45H, oiled and black."))  # fmt: skip
SOFT = Grade(
    "48-zn",
    "4.8",
    "steel",
    "zinc",
    "zinc",
    0.9,
    t("4.8 elforsinket", "4.8 elförzinkad", "4.8 ocynk galwaniczny", "4.8 zinc plated"),
    ZINC.note,
)

LENGTHS = {
    "M3": (6, 8, 10, 12, 16, 20, 25), "M4": (8, 10, 12, 16, 20, 25, 30), "M5": (10, 12, 16, 20, 25, 30, 40),
    "M6": (12, 16, 20, 25, 30, 40, 50), "M8": (16, 20, 25, 30, 40, 50, 60), "M10": (20, 25, 30, 40, 50, 60, 80),
    "M12": (25, 30, 40, 50, 60, 80), "M16": (30, 40, 50, 60, 80), "M20": (40, 50, 60, 80), "M24": (60, 80),
}  # fmt: skip
LONG = {
    "M6": (50, 60, 70, 80), "M8": (50, 60, 70, 80, 100, 120), "M10": (60, 70, 80, 100, 120, 140), "M12": (60, 70, 80, 100, 120, 140, 160),
    "M16": (80, 100, 120, 140, 160, 200), "M20": (100, 120, 140, 160, 200), "M24": (120, 160, 200),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A standard screw: names, what it is for, and the table of its head."""

    code: str
    standard: str
    names: Texts
    summary: Texts
    table: str
    drive: str = "hex_socket"


KINDS = {
    "4017": Kind("4017", "ISO 4017", t("Sekskantskrue", "Sexkantskruv", "Śruba sześciokątna", "Hexagon screw"), t(
        "Helgjenget sekskantskrue for gjennomgående hull og gjengede hull.", "Helgängad sexkantskruv för genomgående och gängade hål.",
        "Śruba sześciokątna z pełnym gwintem do otworów przelotowych i gwintowanych.", "Fully threaded hexagon screw for through holes and tapped holes."), "hex", "hex"),
    "4014": Kind("4014", "ISO 4014", t("Sekskantskrue med stamme", "Sexkantskruv delgängad", "Śruba sześciokątna z niepełnym gwintem", "Hexagon bolt with shank"), t(
        "Delgjenget sekskantskrue. Den glatte stammen tar opp skjærkrefter i forbindelsen.", "Delgängad sexkantskruv. Den släta stammen tar upp skjuvkrafter i förbandet.",
        "Śruba sześciokątna z niepełnym gwintem. Gładki trzpień przenosi siły ścinające w połączeniu.", "Partly threaded hexagon bolt. The plain shank takes up shear in the joint."), "hex", "hex"),
    "4762": Kind("4762", "ISO 4762", t("Sylinderhodeskrue", "Cylinderhuvudskruv", "Śruba imbusowa walcowa", "Socket head cap screw"), t(
        "Innvendig sekskant og lavt plassbehov rundt hodet, til maskiner og fester.", "Invändig sexkant och litet platsbehov runt huvudet, för maskiner och fixturer.",
        "Gniazdo imbusowe i mało miejsca wokół łba, do maszyn i uchwytów.", "Hexagon socket and little room needed around the head, for machines and fixtures."), "cylinder"),
    "10642": Kind("10642", "ISO 10642", t("Senkskrue innvendig sekskant", "Försänkt skruv invändig sexkant", "Śruba imbusowa stożkowa", "Countersunk socket screw"), t(
        "Hodet ligger i flukt med flaten. Lengden måles med hodet.", "Huvudet ligger i nivå med ytan. Längden mäts med huvudet.",
        "Łeb licuje się z powierzchnią. Długość mierzy się razem z łbem.", "The head sits flush with the surface. Length is measured with the head."), "countersunk"),
    "7380": Kind("7380", "ISO 7380-1", t("Linsehodeskrue", "Kullrig insexskruv", "Śruba imbusowa z łbem soczewkowym", "Button head screw"), t(
        "Lavt, avrundet hode der ingen skal henge seg fast.", "Lågt, rundat huvud där inget får fastna.",
        "Niski, zaokrąglony łeb, o który nic nie zaczepi.", "Low, rounded head where nothing should catch."), "button"),
    "7045": Kind("7045", "ISO 7045", t("Maskinskrue panhode PZ", "Maskinskruv kullrig PZ", "Wkręt z łbem walcowym PZ", "Pan head machine screw PZ"), t(
        "Krysspor PZ for lette forbindelser i apparater og skap.", "Krysspår PZ för lätta förband i apparater och skåp.",
        "Gniazdo PZ do lekkich połączeń w urządzeniach i szafach.", "Pozidriv recess for light joints in appliances and cabinets."), "pan", "pozi"),
}  # fmt: skip


def pack_size(d: float, length: float) -> int:
    """Return how many go in a box."""
    if d <= 5 and length <= 30:
        return 200
    return 100 if d <= 8 and length <= 80 else 50 if d <= 12 and length <= 120 else 25


def price_per_100(weight: float, cost: float) -> float:
    """Return a rough net price in NOK per 100 from the weight of one piece in kg."""
    return (11 + weight * 100 * 46) * cost


def head(kind: Kind, thread: str) -> tuple[float, float, float]:
    """Return head diameter (or 0), head height and key size."""
    if kind.table == "hex":
        s, k = tables.HEX_HEAD[thread]
        return 0.0, k, s
    table = {
        "cylinder": tables.SOCKET_HEAD,
        "countersunk": tables.COUNTERSUNK,
        "button": tables.BUTTON,
        "pan": tables.PAN,
    }[kind.table]
    return table[thread]


def drawing(kind: Kind, grade: Grade, thread: str, length: int, alt: Texts) -> PictureSpec:
    """Return the technical drawing of one size."""
    dk, k, s = head(kind, thread)
    shared: dict[str, str | float] = {
        "d": tables.size(thread),
        "l": length,
        "k": k,
        "P": tables.PITCH[thread],
        "finish": grade.metal,
    }
    b = _partly(kind, thread, length)
    if b:
        shared["b"] = b
    if kind.table == "hex":
        return picture("hex_bolt", alt, s=s, **shared)
    recess = tables.size(thread) * 1.05 if kind.drive == "pozi" else s
    return picture(
        "socket_screw", alt, head=kind.table, dk=dk, s=recess, drive="pozi" if kind.drive == "pozi" else "hex", **shared
    )


def _partly(kind: Kind, thread: str, length: float) -> float:
    if kind.code == "4014":
        return tables.thread_length(thread, length)
    if kind.code in {"4762", "10642"}:
        b = tables.thread_length(thread, length, socket=True)
        return b if length > b + 3 * tables.PITCH[thread] + 4 else 0
    return 0


def _row(kind: Kind, grade: Grade, thread: str, length: int) -> Row:
    dk, k, s = head(kind, thread)
    d = tables.size(thread)
    top = tables.hex_weight(s, k) if kind.table == "hex" else tables.disc_weight(dk, 0, k) * 0.8
    weight = tables.bar_weight(d, length) + top
    attributes: dict[str, AttributeValue] = {
        "thread": thread, "length": Decimal(length), "pitch": Decimal(str(tables.PITCH[thread])), "head_height": Decimal(str(k)),
        "pack_count": Decimal(pack_size(d, length)),
    }  # fmt: skip
    if kind.table == "hex":
        attributes["across_flats"] = Decimal(str(s))
    else:
        attributes["head_diameter"] = Decimal(str(dk))
        attributes["drive_size"] = f"PZ {s}" if kind.drive == "pozi" else f"{s} mm"
    b = _partly(kind, thread, length)
    if b:
        attributes["thread_length"] = Decimal(str(b))
    suffix = same(f"{thread}×{length}")
    return Row(
        price=price_per_100(weight, grade.cost), weight=weight, attributes=attributes, suffix=suffix,
        picture=drawing(kind, grade, thread, length, join(kind.names, same(kind.standard), suffix)),
        packing=box_of(pack_size(d, length)), weightiness=1.6 if thread in {"M6", "M8", "M10"} and length <= 50 else 0.8,
    )  # fmt: skip


def bolt(kind: Kind, grade: Grade, group: int, category: str, threads: str, *, consumer: bool) -> Draft:
    """Return one standard in one grade with every size it is stocked in."""
    lengths = LONG if kind.code == "4014" else LENGTHS
    sizes = threads.split()
    rows = tuple(_row(kind, grade, thread, length) for thread in sizes for length in lengths[thread])
    names = join(kind.names, same(kind.standard), grade.names)
    middle = sizes[len(sizes) // 2]
    attributes: dict[str, AttributeValue] = {
        "standard": kind.standard, "strength": grade.strength, "material": grade.material, "finish": grade.finish, "drive": kind.drive,
    }  # fmt: skip
    fits = t(
        "Gjenge {a} til {b}, solgt i hele esker.",
        "Gänga {a} till {b}, säljs i hela askar.",
        "Gwint od {a} do {b}, sprzedaż w pełnych opakowaniach.",
        "Thread {a} to {b}, sold in whole boxes.",
    )
    relations = [("bought_together", f"nut-4032-{grade.code}"), ("bought_together", f"washer-7089-{grade.code}")]
    return Draft(
        code=f"bolt-{kind.code}-{grade.code}", group=group, family="bolt" if kind.table == "hex" else "machine_screw", category=category,
        brand="boltvik", names=names, summary=kind.summary, detail=fill(fits, a=sizes[0], b=sizes[-1]), notes=(grade.note,),
        attributes=attributes, rows=rows, picture=drawing(kind, grade, middle, lengths[middle][2], names), consumer=consumer,
        documents=(DATA_SHEET, DECLARATION),
        relations=tuple(relations) if grade in (ZINC, HDG, A2, A4) else (), demand=60 if grade is ZINC else 34,
    )  # fmt: skip


def _set_screws() -> Draft:
    names = join(
        t("Settskrue med grop", "Stoppskruv med skålspets", "Wkręt dociskowy z gniazdem", "Set screw with cup point"),
        same("ISO 4029"),
        HARD.names,
    )
    rows = []
    for thread, key in tables.SET_SCREW.items():
        for length in (6, 8, 10, 12, 16, 20):
            d = tables.size(thread)
            if length < d:
                continue
            weight = tables.bar_weight(d, length) * 0.8
            suffix = same(f"{thread}×{length}")
            rows.append(Row(
                price=price_per_100(weight, 1.4), weight=weight, suffix=suffix, packing=box_of(100), weightiness=0.6,
                attributes={"thread": thread, "length": Decimal(length), "pitch": Decimal(str(tables.PITCH[thread])), "drive_size": f"{key} mm", "pack_count": Decimal(100)},
                picture=picture("set_screw", join(names, suffix), d=d, l=length, s=key, P=tables.PITCH[thread], finish="black"),
            ))  # fmt: skip
    return Draft(
        code="bolt-4029-45h", group=102, family="machine_screw", category="machine-screws", brand="boltvik", names=names,
        summary=t("Settskrue uten hode som låser hjul og ringer på aksel.", "Stoppskruv utan huvud som låser hjul och ringar på axel.", "Wkręt bez łba, blokuje koła i pierścienie na wałku.", "Headless screw that locks wheels and collars on a shaft."),
        detail=t("Gropen i spissen skjærer seg inn i akselen og holder.", "Skålspetsen skär in i axeln och håller.", "Krawędź gniazda wcina się w wałek i trzyma.", "The cup bites into the shaft and holds."),
        notes=(HARD.note,), attributes={"standard": "ISO 4029", "strength": "45H", "material": "steel", "finish": "black", "drive": "hex_socket"},
        rows=tuple(rows), picture=picture("set_screw", names, d=8, l=16, s=4, P=1.25, finish="black"), consumer=False,
    )  # fmt: skip


def bolts() -> Iterator[Draft]:
    """Yield the bolts and machine screws."""
    hexes, screws = "hex-bolts", "machine-screws"
    yield bolt(KINDS["4017"], ZINC, 101, hexes, "M5 M6 M8 M10 M12 M16 M20", consumer=True)
    yield bolt(KINDS["4017"], HDG, 101, hexes, "M8 M10 M12 M16 M20", consumer=False)
    yield bolt(KINDS["4017"], A2, 101, hexes, "M5 M6 M8 M10 M12 M16", consumer=True)
    yield bolt(KINDS["4017"], A4, 101, hexes, "M6 M8 M10 M12 M16 M20", consumer=False)
    yield bolt(KINDS["4014"], ZINC, 101, hexes, "M6 M8 M10 M12 M16 M20 M24", consumer=False)
    yield bolt(KINDS["4014"], HDG, 101, hexes, "M10 M12 M16 M20 M24", consumer=False)
    yield bolt(KINDS["4014"], A4, 101, hexes, "M8 M10 M12 M16", consumer=False)
    yield bolt(KINDS["4762"], ZINC, 102, screws, "M4 M5 M6 M8 M10 M12", consumer=True)
    yield bolt(KINDS["4762"], BLACK, 102, screws, "M4 M5 M6 M8 M10 M12 M16 M20", consumer=False)
    yield bolt(KINDS["4762"], A2, 102, screws, "M3 M4 M5 M6 M8 M10", consumer=True)
    yield bolt(KINDS["10642"], BLACK, 102, screws, "M4 M5 M6 M8 M10", consumer=False)
    yield bolt(KINDS["10642"], A2, 102, screws, "M3 M4 M5 M6 M8", consumer=False)
    yield bolt(KINDS["7380"], ZINC, 102, screws, "M4 M5 M6 M8", consumer=False)
    yield bolt(KINDS["7380"], A2, 102, screws, "M4 M5 M6 M8", consumer=True)
    yield bolt(KINDS["7045"], SOFT, 102, screws, "M3 M4 M5 M6", consumer=True)
    yield bolt(KINDS["7045"], A2, 102, screws, "M3 M4 M5", consumer=False)
    yield _set_screws()
