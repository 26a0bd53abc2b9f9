"""Nuts, washers and threaded rods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from demo.catalog import tables
from demo.catalog.bolts import A2, A4, HDG, ZINC, Grade, price_per_100
from demo.catalog.build import SINGLE, Draft, Row, box_of, picture
from demo.catalog.texts import first_sentence, join, same, t
from demo.catalog.values import AttributeValue, PictureSpec, Texts

NUT_GRADES = (
    replace(ZINC, strength="8"),
    replace(HDG, strength="8"),
    replace(A2, strength="A2-70"),
    replace(A4, strength="A4-80"),
)
_SHORT = {
    "88-zn": t("elforsinket", "elförzinkad", "ocynk galwaniczny", "zinc plated"), "88-hdg": t("varmforsinket", "varmförzinkad", "ocynk ogniowy", "hot-dip galvanized"),
    "a2": t("rustfri A2", "rostfri A2", "stal nierdzewna A2", "stainless A2"), "a4": t("syrefast A4", "syrafast A4", "stal kwasoodporna A4", "stainless A4"),
}  # fmt: skip


def _count(d: float) -> int:
    return 200 if d <= 5 else 100 if d <= 10 else 50 if d <= 16 else 25


def _draft(
    base: str,
    standard: str,
    grade: Grade,
    names: Texts,
    texts: tuple[Texts, Texts],
    rows: list[Row],
    picture_: PictureSpec,
) -> Draft:
    code, family, group, category = {
        "nut": ("nut", "nut", 103, "nuts"), "washer": ("washer", "washer", 104, "washers"), "rod": ("rod", "rod", 105, "threaded-rods"),
    }[base]  # fmt: skip
    attributes: dict[str, AttributeValue] = {
        "standard": standard,
        "material": grade.material,
        "finish": grade.finish,
        "strength": grade.strength,
    }
    if base == "washer":
        attributes["strength"] = {"steel": "200 HV", "stainless_a2": "A2", "stainless_a4": "A4"}[grade.material]
    number = standard.split()[1].partition("-")[0]
    relations: tuple[tuple[str, str], ...] = (
        (("fits", f"bolt-4017-{grade.code}"),)
        if base != "rod"
        else (
            ("accessory", f"nut-4032-{grade.code}"),
            ("accessory", f"washer-7093-{grade.code}" if grade.code != "88-hdg" else "washer-7089-88-hdg"),
        )
    )
    return Draft(
        code=f"{code}-{number}-{grade.code}", group=group, family=family, category=category, brand="boltvik", names=names, summary=texts[0],
        detail=texts[1], notes=(first_sentence(grade.note),), attributes=attributes, rows=tuple(rows), picture=picture_, relations=relations,
        consumer=grade.code in {"88-zn", "a2"}, demand=70 if grade.code == "88-zn" else 36,
    )  # fmt: skip


def _nuts(style: str, standard: str, grade: Grade, base: Texts, texts: tuple[Texts, Texts]) -> Draft:
    names = join(base, same(standard), _SHORT[grade.code])
    rows = []
    table: dict[str, tuple[float, float]] = {
        "plain": {thread: (tables.HEX_HEAD[thread][0], m) for thread, m in tables.NUT.items()},
        "lock": {thread: (tables.HEX_HEAD[thread][0], h) for thread, h in tables.LOCK_NUT.items()},
        "cap": dict(tables.CAP_NUT), "wing": {thread: (0.0, h) for thread, h in tables.WING_NUT.items()},
    }[style]  # fmt: skip
    for thread, (s, height) in table.items():
        d = tables.size(thread)
        if grade.code == "88-hdg" and d < 8:
            continue
        weight = tables.hex_weight(s, height, d) * (0.9 if style != "wing" else 1) if s else 0.00012 * d * d
        attributes: dict[str, AttributeValue] = {
            "thread": thread,
            "pitch": Decimal(str(tables.PITCH[thread])),
            "height": Decimal(str(height)),
            "pack_count": Decimal(_count(d)),
        }
        if s:
            attributes["across_flats"] = Decimal(str(s))
        params: dict[str, str | float] = {"d": d, "finish": grade.metal}
        drawn = (
            picture("wing_nut", join(names, same(thread)), **params)
            if style == "wing"
            else picture("nut", join(names, same(thread)), style=style, s=s, m=height, **params)
        )
        rows.append(
            Row(
                price=price_per_100(weight, grade.cost * {"plain": 1, "lock": 1.5, "cap": 2, "wing": 2.2}[style]),
                weight=weight,
                attributes=attributes,
                suffix=same(thread),
                picture=drawn,
                packing=box_of(_count(d)),
                weightiness=1.6 if thread in {"M6", "M8", "M10"} else 0.7,
            )
        )
    return _draft("nut", standard, grade, names, texts, rows, rows[len(rows) // 2].picture or rows[0].picture)  # type: ignore[arg-type]


def _washers(standard: str, grade: Grade, base: Texts, texts: tuple[Texts, Texts]) -> Draft:
    table = {"ISO 7089": tables.WASHER, "ISO 7093-1": tables.LARGE_WASHER, "DIN 127 B": tables.SPRING_WASHER}[standard]
    names, rows = join(base, same(standard), _SHORT[grade.code]), []
    for thread, (d1, d2, h) in table.items():
        d = tables.size(thread)
        if grade.code == "88-hdg" and d < 8:
            continue
        weight = tables.disc_weight(d2, d1, h)
        attributes: dict[str, AttributeValue] = {
            "thread": thread, "inner_diameter": Decimal(str(d1)), "outer_diameter": Decimal(str(d2)), "thickness": Decimal(str(h)), "pack_count": Decimal(_count(d)),
        }  # fmt: skip
        drawn = picture(
            "washer",
            join(names, same(thread)),
            d1=d1,
            d2=d2,
            h=h,
            finish=grade.metal,
            style="spring" if standard.startswith("DIN") else "flat",
        )
        rows.append(
            Row(
                price=price_per_100(weight, grade.cost) * 0.8,
                weight=weight,
                attributes=attributes,
                suffix=same(thread),
                picture=drawn,
                packing=box_of(_count(d)),
                weightiness=1.6 if thread in {"M6", "M8", "M10"} else 0.7,
            )
        )
    return _draft("washer", standard, grade, names, texts, rows, rows[len(rows) // 2].picture)  # type: ignore[arg-type]


def _rods(grade: Grade) -> Draft:
    names, rows = (
        join(t("Gjengestang", "Gängstång", "Pręt gwintowany", "Threaded rod"), same("DIN 975"), _SHORT[grade.code]),
        [],
    )
    for thread in ("M5", "M6", "M8", "M10", "M12", "M16", "M20"):
        d = tables.size(thread)
        if grade.code == "88-hdg" and d < 8:
            continue
        for length in (1000, 2000) if d >= 8 and grade.code == "88-zn" else (1000,):
            weight = tables.bar_weight(d, length)
            attributes: dict[str, AttributeValue] = {
                "thread": thread,
                "length": Decimal(length),
                "pitch": Decimal(str(tables.PITCH[thread])),
            }
            suffix = same(f"{thread}×{length}")
            drawn = picture("threaded_rod", join(names, suffix), d=d, P=tables.PITCH[thread], finish=grade.metal)
            rows.append(
                Row(
                    price=(6 + weight * 48) * grade.cost,
                    weight=weight,
                    attributes=attributes,
                    suffix=suffix,
                    picture=drawn,
                    packing=SINGLE,
                    weightiness=1.3 if d <= 12 else 0.6,
                )
            )
    weak = replace(grade, strength={"steel": "4.8"}.get(grade.material, grade.strength))
    return _draft("rod", "DIN 975", weak, names, (
        t("Gjengestang til oppheng, innstøping og gjennomgående fester.", "Gängstång för upphängning, ingjutning och genomgående infästning.", "Pręt gwintowany do podwieszeń, zabetonowania i mocowań przelotowych.", "Threaded rod for hanging, casting in and through fixings."),
        t("Kappes i ønsket lengde; fas enden før mutteren skrus på.", "Kapas till önskad längd; fasa änden innan muttern skruvas på.", "Przycina się na wymiar; przed nakręceniem nakrętki należy sfazować koniec.", "Cut to length; chamfer the end before running on the nut."),
    ), rows, rows[2].picture)  # type: ignore[arg-type]  # fmt: skip


def nuts() -> Iterator[Draft]:
    """Yield nuts, washers and rods."""
    for grade in NUT_GRADES:
        yield _nuts("plain", "ISO 4032", grade, t("Sekskantmutter", "Sexkantmutter", "Nakrętka sześciokątna", "Hexagon nut"), (
            t("Sekskantmutter med normal høyde til alle vanlige forbindelser.", "Sexkantmutter med normal höjd för alla vanliga förband.", "Nakrętka sześciokątna o zwykłej wysokości do typowych połączeń.", "Hexagon nut of regular height for every common joint."),
            t("Velg samme overflate og klasse som skruen.", "Välj samma ytbehandling och klass som skruven.", "Należy dobrać taką samą powłokę i klasę jak śruba.", "Choose the same finish and class as the screw.")))  # fmt: skip
    for grade in (NUT_GRADES[0], NUT_GRADES[2], NUT_GRADES[3]):
        yield _nuts("lock", "ISO 7040", grade, t("Låsemutter", "Låsmutter", "Nakrętka samohamowna", "Lock nut"), (
            t("Låsemutter med nylonring som holder mot vibrasjon.", "Låsmutter med nylonring som står emot vibrationer.", "Nakrętka z wkładką poliamidową, odporna na drgania.", "Lock nut with a nylon ring that holds against vibration."),
            t("Tåler inntil 120 °C og bør brukes én gang.", "Tål upp till 120 °C och bör användas en gång.", "Wytrzymuje do 120 °C; zaleca się jednokrotne użycie.", "Good up to 120 °C; use it once.")))  # fmt: skip
    yield _nuts("cap", "DIN 1587", NUT_GRADES[2], t("Hattemutter", "Kupolmutter", "Nakrętka kołpakowa", "Domed cap nut"), (
        t("Hattemutter som dekker skrueenden og ser pen ut.", "Kupolmutter som täcker skruvänden och ser prydlig ut.", "Nakrętka kołpakowa zakrywa koniec śruby i dobrze wygląda.", "Domed nut that covers the end of the screw and looks tidy."),
        t("Pass på at skruen ikke bunner i hatten.", "Se till att skruven inte bottnar i kupolen.", "Śruba nie może oprzeć się o dno kołpaka.", "See that the screw does not bottom in the dome.")))  # fmt: skip
    yield _nuts("wing", "DIN 315", NUT_GRADES[0], t("Vingemutter", "Vingmutter", "Nakrętka motylkowa", "Wing nut"), (
        t("Vingemutter som trekkes til og løsnes for hånd.", "Vingmutter som dras åt och lossas för hand.", "Nakrętka motylkowa dokręcana i luzowana ręką.", "Wing nut tightened and loosened by hand."),
        t("Til luker, rigger og alt som ofte skal åpnes.", "För luckor, riggar och allt som ofta ska öppnas.", "Do klap, stojaków i wszystkiego, co często się otwiera.", "For hatches, rigs and whatever is often opened.")))  # fmt: skip
    for grade in NUT_GRADES:
        yield _washers("ISO 7089", grade, t("Flat skive", "Planbricka", "Podkładka płaska", "Flat washer"), (
            t("Flat skive som fordeler trykket under hode og mutter.", "Planbricka som fördelar trycket under skalle och mutter.", "Podkładka płaska rozkłada nacisk pod łbem i nakrętką.", "Flat washer that spreads the pressure under head and nut."),
            t("Normal serie, hardhet 200 HV i stål.", "Normal serie, hårdhet 200 HV i stål.", "Seria zwykła, w stali twardość 200 HV.", "Normal series, hardness 200 HV in steel.")))  # fmt: skip
    for grade in (NUT_GRADES[0], NUT_GRADES[2], NUT_GRADES[3]):
        yield _washers("ISO 7093-1", grade, t("Karosseriskive", "Karosseribricka", "Podkładka powiększona", "Large washer"), (
            t("Stor skive til tre, plast og tynn plate.", "Stor bricka för trä, plast och tunn plåt.", "Duża podkładka do drewna, tworzywa i cienkiej blachy.", "Large washer for wood, plastic and thin sheet."),
            t("Ytterdiameteren er omtrent tre ganger gjengen.", "Ytterdiametern är ungefär tre gånger gängan.", "Średnica zewnętrzna to około trzykrotność gwintu.", "Its outer diameter is about three times the thread.")))  # fmt: skip
    for grade in (NUT_GRADES[0], NUT_GRADES[2]):
        yield _washers("DIN 127 B", grade, t("Fjærskive", "Fjäderbricka", "Podkładka sprężysta", "Spring washer"), (
            t("Fjærskive som holder spennet når forbindelsen setter seg.", "Fjäderbricka som håller spänningen när förbandet sätter sig.", "Podkładka sprężysta utrzymuje docisk, gdy połączenie osiada.", "Spring washer that keeps tension as the joint settles."),
            t("Ikke ment som sikring av høyfaste skruer.", "Inte avsedd som säkring av höghållfasta skruvar.", "Nie służy do zabezpieczania śrub o wysokiej wytrzymałości.", "Not meant to secure high-strength screws.")))  # fmt: skip
    for grade in NUT_GRADES:
        yield _rods(grade)
