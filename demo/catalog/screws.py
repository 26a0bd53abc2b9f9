"""Screws for wood and building, plugs, anchors, rivets and nails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from demo.catalog import tables
from demo.catalog.build import ASSEMBLY_GUIDE, DATA_SHEET, DECLARATION, Draft, Row, box_of, picture
from demo.catalog.texts import figure, join, same, t
from demo.catalog.values import AttributeValue, PictureSpec, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A screw, plug or nail in a run of diameters and lengths; `rate` is NOK per kg, `floor` NOK per 100."""

    code: str
    group: int
    family: str
    category: str
    names: Texts
    summary: Texts
    detail: Texts
    sizes: Mapping[float, tuple[int, ...]]
    kind: str
    look: Mapping[str, str | float]
    attributes: Mapping[str, AttributeValue]
    rate: float
    floor: float
    brand: str = "boltvik"
    consumer: bool = True
    driver: Mapping[float, str] = field(default_factory=dict)
    head: float = 1.95
    relations: tuple[tuple[str, str], ...] = ()
    density: float = 1.0


def _count(series: Series, d: float, length: int) -> int:
    if series.family == "anchor":
        return 100 if d <= 8 and series.kind == "wall_plug" else 50 if d <= 10 else 20
    if series.family == "rivet":
        return 500 if series.kind == "blind_rivet" else 250
    return 200 if length <= 60 and d <= 5 else 100 if length <= 100 and d <= 6 else 50


def _drawn(series: Series, d: float, length: int, alt: Texts) -> PictureSpec:
    params: dict[str, str | float] = {"d": d, "l": length, **series.look}
    if series.kind == "wood_screw":
        params["dk"] = round(d * series.head, 1)
        if series.look.get("head") == "hex" and int(d) in tables.COACH:
            s, k = tables.COACH[int(d)]
            params |= {"s": s, "k": k, "dk": round(s * 1.3, 1)}
        params["b"] = length if length <= 40 or series.look.get("full") else round(length * 0.6)
    return picture(series.kind, alt, **{name: value for name, value in params.items() if name != "full"})


def _row(series: Series, d: float, length: int) -> Row:
    weight = 0.785 * (0.78 * d) ** 2 * length * 7.85e-6 * series.density + 0.00002 * d
    count = _count(series, d, length)
    suffix = join(figure(d), same(f"×{length}"), by="")
    attributes: dict[str, AttributeValue] = {
        "diameter": Decimal(str(d)),
        "length": Decimal(length),
        "pack_count": Decimal(count),
    }
    if series.family == "wood_screw":
        attributes["head_diameter"] = Decimal(str(round(d * series.head, 1)))
        if d in series.driver:
            attributes["drive_size"] = series.driver[d]
        attributes["thread_length"] = Decimal(
            length if length <= 40 or series.look.get("full") else round(length * 0.6)
        )
    if series.family == "anchor":
        attributes["drill_hole"] = Decimal(str(d))
        if series.kind == "expansion_anchor":
            attributes["fixture"] = Decimal(max(5, length - int(d * 6.5)))
    if series.kind == "blind_rivet":
        attributes["drill_hole"] = Decimal(str(round(d + 0.1, 1)))
        attributes["head_diameter"] = Decimal(str(d * 2))
    return Row(
        price=series.floor + weight * 100 * series.rate, weight=weight, attributes=attributes, suffix=suffix, packing=box_of(count),
        picture=_drawn(series, d, length, join(series.names, suffix)), weightiness=1.0,
    )  # fmt: skip


def _draft(series: Series) -> Draft:
    rows = tuple(_row(series, d, length) for d, lengths in series.sizes.items() for length in lengths)
    documents = (DATA_SHEET, DECLARATION, ASSEMBLY_GUIDE) if series.kind == "expansion_anchor" else (DATA_SHEET,)
    return Draft(
        code=series.code, group=series.group, family=series.family, category=series.category, brand=series.brand, names=series.names,
        summary=series.summary, detail=series.detail, attributes=dict(series.attributes), rows=rows, picture=rows[len(rows) // 2].picture,  # type: ignore[arg-type]
        consumer=series.consumer, documents=documents, relations=series.relations, demand=46,
    )  # fmt: skip


TX = {
    3.0: "TX10",
    3.5: "TX15",
    4.0: "TX20",
    4.2: "TX20",
    4.5: "TX20",
    4.8: "TX25",
    5.0: "TX25",
    5.5: "TX25",
    6.0: "TX30",
    7.5: "TX30",
    8.0: "TX40",
}
_WOOD: dict[str, AttributeValue] = {"material": "steel", "standard": "EN 14592", "drive": "torx"}
_CHIP = {
    3.0: (16, 20, 30),
    3.5: (20, 30, 40),
    4.0: (20, 30, 40, 50, 60),
    4.5: (40, 50, 60, 70),
    5.0: (40, 50, 60, 70, 80, 100),
    6.0: (60, 80, 100, 120, 160),
}

SERIES = (
    Series(code="screw-chipboard-yellow", group=106, family="wood_screw", category="wood-screws", names=t("Treskrue senkhode TX gulpassivert", "Träskruv försänkt TX gulpassiverad", "Wkręt do drewna TX ocynk żółty", "Wood screw countersunk TX yellow passivated"),
        summary=t("Treskrue til innvendig arbeid i heltre og plater.", "Träskruv för inomhusarbete i massivt trä och skivor.", "Wkręt do prac wewnętrznych w drewnie litym i płytach.", "Wood screw for indoor work in solid wood and boards."),
        detail=t("Fresespor under hodet gir ren senking, og skjærespissen minsker behovet for forboring.", "Frässpår under huvudet ger ren försänkning och skärspetsen minskar behovet av förborrning.", "Frezy pod łbem dają czyste zagłębienie, a ostrze tnące zwykle pozwala pominąć nawiercanie.", "Milling ribs under the head sink it cleanly, and the cutting point mostly saves predrilling."),
        sizes=_CHIP, kind="wood_screw", look={"finish": "yellow", "drive": "torx"}, attributes={**_WOOD, "finish": "yellow", "use": ("wood", "indoor")}, rate=62, floor=8, driver=TX, relations=(("bought_together", "bits-torx-25"),)),
    Series(code="screw-chipboard-a2", group=106, family="wood_screw", category="wood-screws", names=t("Treskrue senkhode TX rustfri A2", "Träskruv försänkt TX rostfri A2", "Wkręt do drewna TX nierdzewny A2", "Wood screw countersunk TX stainless A2"),
        summary=t("Rustfri treskrue til kledning, dører og inventar som blir vått.", "Rostfri träskruv för panel, dörrar och inredning som blir våt.", "Nierdzewny wkręt do elewacji, drzwi i wyposażenia narażonego na wilgoć.", "Stainless wood screw for cladding, doors and fittings that get wet."),
        detail=t("Forbor i hardt tre og nær endeved, for rustfritt stål er mykere enn herdet.", "Förborra i hårt trä och nära ändträ, rostfritt stål är mjukare än härdat.", "W twardym drewnie i przy krawędziach należy nawiercać, bo stal nierdzewna jest miększa od hartowanej.", "Predrill in hardwood and near end grain, as stainless is softer than hardened steel."),
        sizes={3.5: (30, 40), 4.0: (30, 40, 50, 60), 5.0: (50, 60, 80, 100), 6.0: (80, 100, 120)}, kind="wood_screw", look={"finish": "a2", "drive": "torx"}, attributes={**_WOOD, "material": "stainless_a2", "finish": "plain", "use": ("wood", "outdoor")}, rate=150, floor=18, driver=TX),
    Series(code="screw-deck-coated", group=106, family="wood_screw", category="wood-screws", names=t("Terrasseskrue C4", "Trallskruv C4", "Wkręt tarasowy C4", "Deck screw C4"),
        summary=t("Terrasseskrue til trykkimpregnert virke.", "Trallskruv för tryckimpregnerat virke.", "Wkręt tarasowy do drewna impregnowanego ciśnieniowo.", "Deck screw for pressure-treated timber."),
        detail=t("Belegget er prøvd til korrosjonsklasse C4, og det lille hodet synker jevnt i bordet.", "Beläggningen är provad till korrosivitetsklass C4 och det lilla huvudet sjunker jämnt i trallen.", "Powłoka spełnia klasę korozyjności C4, a mały łeb równo zagłębia się w desce.", "The coating is tested to corrosivity class C4, and the small head sinks evenly into the board."),
        sizes={4.2: (42, 55, 75), 4.8: (75, 90)}, kind="wood_screw", look={"finish": "coated", "drive": "torx"}, attributes={**_WOOD, "finish": "coated", "use": ("wood", "outdoor")}, rate=70, floor=16, driver=TX, head=1.7, relations=(("bought_together", "bits-torx-25"),)),
    Series(code="screw-deck-a4", group=106, family="wood_screw", category="wood-screws", names=t("Terrasseskrue syrefast A4", "Trallskruv syrafast A4", "Wkręt tarasowy kwasoodporny A4", "Deck screw stainless A4"),
        summary=t("Terrasseskrue til kysten, basseng og harde tresorter.", "Trallskruv för kusten, pool och hårda träslag.", "Wkręt tarasowy nad morze, na baseny i do twardego drewna.", "Deck screw for the coast, pools and hardwoods."),
        detail=t("Misfarger ikke lerk eller eik; forbor i harde tresorter.", "Missfärgar inte lärk eller ek; förborra i hårda träslag.", "Nie przebarwia modrzewia ani dębu; w twardym drewnie należy nawiercać.", "Does not stain larch or oak; predrill in hardwoods."),
        sizes={4.2: (42, 55), 4.8: (60, 75)}, kind="wood_screw", look={"finish": "a4", "drive": "torx"}, attributes={**_WOOD, "material": "stainless_a4", "finish": "plain", "use": ("wood", "outdoor")}, rate=220, floor=30, driver=TX, head=1.7),
    Series(code="screw-drywall", group=106, family="wood_screw", category="wood-screws", names=t("Gipsskrue PH fingjenget", "Gipsskruv PH fingängad", "Wkręt do płyt g-k PH drobnozwojny", "Drywall screw PH fine thread"),
        summary=t("Gipsskrue til stålstendere inntil 0,7 mm.", "Gipsskruv för stålreglar upp till 0,7 mm.", "Wkręt do płyt g-k na profile stalowe do 0,7 mm.", "Drywall screw for steel studs up to 0.7 mm."),
        detail=t("Trompethodet river ikke kartongen, og spissen tar tak med en gang.", "Trumpethuvudet river inte kartongen och spetsen tar direkt.", "Trąbkowy łeb nie rozrywa kartonu, a ostrze chwyta od razu.", "The bugle head does not tear the paper, and the point bites at once."),
        sizes={3.5: (25, 35, 45, 55)}, kind="wood_screw", look={"finish": "black", "drive": "phillips", "full": 1}, attributes={"material": "steel", "finish": "black", "standard": "EN 14566", "drive": "phillips", "use": ("drywall", "indoor")}, rate=60, floor=7, driver={3.5: "PH2"}, head=2.3),
    Series(code="screw-selfdrilling", group=106, family="wood_screw", category="wood-screws", names=t("Selvborende skrue sekskant", "Självborrande skruv sexkant", "Wkręt samowiercący z łbem sześciokątnym", "Self-drilling screw hexagon head"),
        summary=t("Borer, gjenger og fester i stålplate i én operasjon.", "Borrar, gängar och fäster i stålplåt i ett moment.", "Wierci, gwintuje i mocuje w blasze stalowej w jednej operacji.", "Drills, taps and fastens in sheet steel in one go."),
        detail=t("Borespissen klarer samlet platetykkelse inntil 5 mm; bruk nøkkelbit 8 eller 10 mm.", "Borrspetsen klarar total plåttjocklek upp till 5 mm; använd hylsbits 8 eller 10 mm.", "Końcówka wiercąca radzi sobie z blachą do 5 mm łącznie; nasadka 8 lub 10 mm.", "The drill point manages up to 5 mm of sheet in all; use an 8 or 10 mm nut setter."),
        sizes={4.2: (16, 19, 25), 4.8: (19, 25, 32), 5.5: (25, 38, 50), 6.0: (25, 38, 60)}, kind="wood_screw", look={"finish": "zinc", "head": "hex", "point": "drill", "full": 1}, attributes={"material": "steel", "finish": "zinc", "standard": "ISO 15480", "drive": "hex", "use": ("metal",)}, rate=70, floor=14, head=2.2, consumer=False, relations=(("bought_together", "nut-setters"),)),
    Series(code="screw-coach-hdg", group=106, family="wood_screw", category="wood-screws", names=t("Fransk treskrue DIN 571 varmforsinket", "Fransk träskruv DIN 571 varmförzinkad", "Wkręt kluczowy DIN 571 ocynk ogniowy", "Coach screw DIN 571 hot-dip galvanized"),
        summary=t("Kraftig treskrue med sekskanthode til bjelker og beslag.", "Kraftig träskruv med sexkantskalle för bjälkar och beslag.", "Mocny wkręt z łbem sześciokątnym do belek i okuć.", "Heavy wood screw with hexagon head for beams and brackets."),
        detail=t("Forbor 0,7 ganger diameteren for gjengen og full diameter for stammen.", "Förborra 0,7 gånger diametern för gängan och full diameter för stammen.", "Pod gwint nawierca się 0,7 średnicy, pod trzpień pełną średnicę.", "Predrill 0.7 times the diameter for the thread and full diameter for the shank."),
        sizes={6.0: (50, 60, 80), 8.0: (50, 60, 80, 100, 120), 10.0: (60, 80, 100, 120, 160), 12.0: (100, 140)}, kind="wood_screw", look={"finish": "hdg", "head": "hex"}, attributes={"material": "steel", "finish": "hdg", "standard": "DIN 571", "drive": "hex", "use": ("wood", "outdoor")}, rate=58, floor=20, head=2.1),
    Series(code="screw-concrete", group=107, family="anchor", category="anchors", names=t("Betongskrue sekskant", "Betongskruv sexkant", "Wkręt do betonu z łbem sześciokątnym", "Concrete screw hexagon head"), brand="mazowit",
        summary=t("Skrus rett i borehullet i betong, uten plugg.", "Skruvas direkt i borrhålet i betong, utan plugg.", "Wkręcany wprost w otwór w betonie, bez kołka.", "Screws straight into the drilled hole in concrete, without a plug."),
        detail=t("Kan belastes med en gang og skrus ut igjen når festet er midlertidig.", "Kan belastas direkt och skruvas ur igen när infästningen är tillfällig.", "Można obciążyć od razu i wykręcić, gdy mocowanie jest tymczasowe.", "Takes load at once and comes out again when the fixing is temporary."),
        sizes={6.0: (40, 60, 80), 8.0: (60, 80, 100), 10.0: (60, 80, 100, 120)}, kind="wood_screw", look={"finish": "zinc", "head": "hex"}, attributes={"material": "steel", "finish": "zinc", "standard": "ETA", "use": ("concrete", "masonry")}, rate=230, floor=120, consumer=False),
    Series(code="plug-nylon", group=107, family="anchor", category="anchors", names=t("Nylonplugg", "Nylonplugg", "Kołek rozporowy nylonowy", "Nylon wall plug"), brand="mazowit",
        summary=t("Plugg til betong, tegl og lettbetong.", "Plugg för betong, tegel och lättbetong.", "Kołek do betonu, cegły i betonu komórkowego.", "Plug for concrete, brick and aerated concrete."),
        detail=t("Spreder seg i fire retninger og dreier ikke med når skruen strammes.", "Expanderar åt fyra håll och roterar inte när skruven dras åt.", "Rozpiera się w czterech kierunkach i nie obraca się przy dokręcaniu.", "Spreads four ways and does not turn when the screw is tightened."),
        sizes={5.0: (25,), 6.0: (30,), 8.0: (40,), 10.0: (50,), 12.0: (60,)}, kind="wall_plug", look={"color": "#8b969b"}, attributes={"material": "nylon", "use": ("concrete", "masonry")}, rate=240, floor=14, density=0.3, relations=(("bought_together", "screw-chipboard-yellow"),)),
    Series(code="plug-universal", group=107, family="anchor", category="anchors", names=t("Universalplugg", "Universalplugg", "Kołek uniwersalny", "Universal plug"), brand="mazowit",
        summary=t("Én plugg til massiv og hul vegg; den knytter seg bak platen.", "En plugg för massiv och ihålig vägg; den knyter sig bakom skivan.", "Jeden kołek do ścian pełnych i pustych; za płytą zawiązuje się w węzeł.", "One plug for solid and hollow walls; it knots behind the board."),
        detail=t("Kragen hindrer at pluggen glir inn i hullet.", "Kragen hindrar att pluggen glider in i hålet.", "Kołnierz nie pozwala wpaść kołkowi w otwór.", "The collar keeps the plug from slipping into the hole."),
        sizes={6.0: (36,), 8.0: (52,), 10.0: (60,)}, kind="wall_plug", look={"color": "#b22f45"}, attributes={"material": "plastic", "use": ("concrete", "masonry", "drywall")}, rate=300, floor=26, density=0.3),
    Series(code="anchor-bolt-zinc", group=107, family="anchor", category="anchors", names=t("Ekspansjonsbolt elforsinket", "Expanderbult elförzinkad", "Kotwa rozporowa ocynkowana", "Through-bolt anchor zinc plated"), brand="mazowit",
        summary=t("Ekspansjonsbolt til tunge fester i betong.", "Expanderbult för tunga infästningar i betong.", "Kotwa do ciężkich mocowań w betonie.", "Anchor for heavy fixings in concrete."),
        detail=t("Bor, blås rent, slå inn og trekk til med momentnøkkel etter monteringsanvisningen.", "Borra, blås rent, slå in och dra åt med momentnyckel enligt monteringsanvisningen.", "Wywiercić, przedmuchać, wbić i dokręcić kluczem dynamometrycznym według instrukcji.", "Drill, blow clean, drive in and tighten with a torque wrench as the guide says."),
        sizes={8.0: (75, 95), 10.0: (90, 110), 12.0: (100, 120, 150), 16.0: (125, 150, 180)}, kind="expansion_anchor", look={"finish": "zinc", "t": 15}, attributes={"material": "steel", "finish": "zinc", "standard": "ETA", "use": ("concrete",)}, rate=140, floor=260, consumer=False),
    Series(code="anchor-bolt-a4", group=107, family="anchor", category="anchors", names=t("Ekspansjonsbolt syrefast A4", "Expanderbult syrafast A4", "Kotwa rozporowa kwasoodporna A4", "Through-bolt anchor stainless A4"), brand="mazowit",
        summary=t("Syrefast ekspansjonsbolt til fasader, rekkverk og bruk ved sjøen.", "Syrafast expanderbult för fasader, räcken och bruk vid havet.", "Kotwa kwasoodporna do elewacji, balustrad i nad morzem.", "Stainless anchor for façades, railings and use by the sea."),
        detail=t("Godkjent i opprisset og uopprisset betong, se monteringsanvisningen.", "Godkänd i sprucken och osprucken betong, se monteringsanvisningen.", "Dopuszczona do betonu zarysowanego i niezarysowanego, patrz instrukcja montażu.", "Approved in cracked and uncracked concrete, see the assembly guide."),
        sizes={8.0: (75, 95), 10.0: (90, 110), 12.0: (100, 120)}, kind="expansion_anchor", look={"finish": "a4", "t": 15}, attributes={"material": "stainless_a4", "finish": "plain", "standard": "ETA", "use": ("concrete", "outdoor")}, rate=420, floor=700, consumer=False),
    Series(code="rivet-alu", group=108, family="rivet", category="rivets-nails", names=t("Blindnagle aluminium/stål", "Blindnit aluminium/stål", "Nit zrywalny aluminium/stal", "Blind rivet aluminum/steel"),
        summary=t("Blindnagle med kuppelhode til plate og profiler.", "Blindnit med kupolhuvud för plåt och profiler.", "Nit zrywalny z łbem kulistym do blach i profili.", "Blind rivet with domed head for sheet and profiles."),
        detail=t("Bor 0,1 mm større enn naglen, og velg lengde etter samlet platetykkelse.", "Borra 0,1 mm större än niten och välj längd efter total plåttjocklek.", "Otwór większy o 0,1 mm od nitu; długość dobiera się do łącznej grubości.", "Drill 0.1 mm larger than the rivet, and choose the length by total thickness."),
        sizes={3.2: (6, 8, 10), 4.0: (8, 10, 12, 16), 4.8: (10, 12, 16, 20)}, kind="blind_rivet", look={"finish": "aluminum"}, attributes={"material": "aluminum", "standard": "ISO 15977"}, rate=120, floor=16, density=0.6),
    Series(code="rivet-a2", group=108, family="rivet", category="rivets-nails", names=t("Blindnagle rustfri A2", "Blindnit rostfri A2", "Nit zrywalny nierdzewny A2", "Blind rivet stainless A2"),
        summary=t("Rustfri nagle og stift til utvendige beslag og fasader.", "Rostfri nit och dorn för utvändiga beslag och fasader.", "Nit i trzpień nierdzewny do obróbek zewnętrznych i elewacji.", "Stainless rivet and mandrel for outdoor flashings and façades."),
        detail=t("Krever kraftigere naglemaskin enn aluminium.", "Kräver kraftigare nitverktyg än aluminium.", "Wymaga mocniejszej nitownicy niż nity aluminiowe.", "Needs a stronger riveter than aluminum."),
        sizes={3.2: (8, 10), 4.0: (8, 10, 12), 4.8: (12, 16)}, kind="blind_rivet", look={"finish": "a2"}, attributes={"material": "stainless_a2", "standard": "ISO 15983"}, rate=330, floor=70, consumer=False),
    Series(code="nail-hdg", group=108, family="rivet", category="rivets-nails", names=t("Firkantspiker varmforsinket", "Trådspik varmförzinkad", "Gwóźdź budowlany ocynk ogniowy", "Wire nail hot-dip galvanized"),
        summary=t("Spiker til reisverk, kledning og utvendig trearbeid.", "Spik för stomme, panel och utvändigt träarbete.", "Gwóźdź do konstrukcji, elewacji i zewnętrznych prac w drewnie.", "Nail for framing, cladding and outdoor woodwork."),
        detail=t("Varmforsinket skaft sitter bedre og ruster ikke ut av panelet.", "Varmförzinkat skaft sitter bättre och rostar inte genom panelen.", "Ocynkowany trzpień trzyma lepiej i nie rdzawi elewacji.", "The galvanized shank holds better and does not bleed rust through the cladding."),
        sizes={1.7: (35,), 2.3: (50,), 2.8: (60, 75), 3.4: (90, 100), 4.0: (125,)}, kind="nail", look={"finish": "hdg"}, attributes={"material": "steel", "finish": "hdg", "standard": "EN 10230-1"}, rate=34, floor=6),
)  # fmt: skip


def _carriage() -> Draft:
    names, rows = (
        t(
            "Vognskrue DIN 603 varmforsinket",
            "Vagnsskruv DIN 603 varmförzinkad",
            "Śruba zamkowa DIN 603 ocynk ogniowy",
            "Carriage bolt DIN 603 hot-dip galvanized",
        ),
        [],
    )
    for thread, lengths in {
        "M6": (40, 60, 80),
        "M8": (50, 60, 80, 100, 120),
        "M10": (60, 80, 100, 120, 160),
        "M12": (100, 140, 180),
    }.items():
        dk, k = tables.CARRIAGE[thread]
        for length in lengths:
            d, suffix = tables.size(thread), same(f"{thread}×{length}")
            weight = tables.bar_weight(d, length) + tables.disc_weight(dk, 0, k) * 0.6
            b = min(2 * d + (6 if length <= 125 else 12), length)
            rows.append(Row(
                price=18 + weight * 100 * 52, weight=weight, suffix=suffix, packing=box_of(50 if d < 12 else 25), picture=picture("carriage_bolt", join(names, suffix), d=d, l=length, dk=dk, k=k, b=b, P=tables.PITCH[thread], finish="hdg"),
                attributes={"thread": thread, "length": Decimal(length), "pitch": Decimal(str(tables.PITCH[thread])), "head_diameter": Decimal(str(dk)), "head_height": Decimal(str(k)), "thread_length": Decimal(str(b)), "pack_count": Decimal(50 if d < 12 else 25)},
            ))  # fmt: skip
    return Draft(
        code="bolt-603-hdg", group=106, family="machine_screw", category="wood-screws", brand="boltvik", names=names, rows=tuple(rows), picture=rows[4].picture,  # type: ignore[arg-type]
        summary=t("Vognskrue med firkant under hodet som låser seg i treet.", "Vagnsskruv med fyrkant under huvudet som låser sig i träet.", "Śruba zamkowa z kwadratem pod łbem, który blokuje się w drewnie.", "Carriage bolt with a square under the head that locks in the wood."),
        detail=t("Det glatte, runde hodet passer til rekkverk, porter og lekeapparater. Brukes med karosseriskive og varmforsinket mutter.", "Det släta, runda huvudet passar räcken, grindar och lekredskap. Används med karosseribricka och varmförzinkad mutter.", "Gładki, okrągły łeb pasuje do balustrad, bram i placów zabaw. Stosować z podkładką powiększoną i nakrętką ocynkowaną ogniowo.", "The smooth round head suits railings, gates and playgrounds. Use with a large washer and a galvanized nut."),
        attributes={"standard": "DIN 603", "material": "steel", "finish": "hdg", "strength": "4.8", "drive": "none"}, relations=(("bought_together", "nut-4032-88-hdg"),),
    )  # fmt: skip


def screws() -> Iterator[Draft]:
    """Yield screws for wood and building, anchors, rivets and nails."""
    yield from (_draft(series) for series in SERIES)
    yield _carriage()
