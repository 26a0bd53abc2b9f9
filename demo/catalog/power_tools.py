"""The 18 V platform: machines, batteries and chargers."""

from __future__ import annotations

from demo.catalog.build import ASSEMBLY_GUIDE, DATA_SHEET, DECLARATION
from demo.catalog.items import Item, One
from demo.catalog.texts import t

PLATFORM = t(
    "Passer alle batterier i Kraftlunds 18 V-system; elektronikken stanser motoren før den overbelastes.",
    "Passar alla batterier i Kraftlunds 18 V-system; elektroniken stoppar motorn innan den överbelastas.",
    "Pasuje do wszystkich akumulatorów systemu Kraftlund 18 V; elektronika zatrzymuje silnik przed przeciążeniem.",
    "Fits every battery of Kraftlund's 18 V system; the electronics stop the motor before it overloads.")  # fmt: skip
DOCS = (DATA_SHEET, DECLARATION, ASSEMBLY_GUIDE)
BODY = t("uten batteri", "utan batteri", "bez akumulatora", "body only")
KIT2 = t("sett 2×2,0 Ah", "sats 2×2,0 Ah", "zestaw 2×2,0 Ah", "kit 2×2.0 Ah")
KIT5 = t("sett 2×5,0 Ah", "sats 2×5,0 Ah", "zestaw 2×5,0 Ah", "kit 2×5.0 Ah")
ACCESSORIES = (("accessory", "battery-18v"), ("accessory", "charger-18v"))


def _sold(price: float, weight: float, *, small_kit: bool = True) -> tuple[One, ...]:
    """Return the machine alone and as a kit with two batteries and a charger."""
    body = One(BODY, price, weight, {"with_battery": False}, {"capacity": 2})
    small = One(KIT2, price + 1150, weight + 2.1, {"with_battery": True, "capacity_ah": 2.0}, {"capacity": 2}, 1.4)
    large = One(KIT5, price + 1990, weight + 2.7, {"with_battery": True, "capacity_ah": 5.0}, {"capacity": 5}, 1.1)
    return (body, small, large) if small_kit else (body, large)


ITEMS = (
    Item(code="drill-driver-18v", category="drills-drivers", brand="kraftlund", kind="drill", look={"capacity": 2, "style": "drill"}, names=t("Drill/skrumaskin 18 V", "Skruvdragare 18 V", "Wiertarko-wkrętarka 18 V", "Drill driver 18 V"),
        summary=t("Børsteløs drill til daglig skruing og boring.", "Borstlös skruvdragare för daglig skruvning och borrning.", "Bezszczotkowa wiertarko-wkrętarka do codziennej pracy.", "Brushless drill driver for everyday driving and drilling."),
        detail=t("13 mm chuck i metall, to gir og 60 Nm.", "13 mm metallchuck, två växlar och 60 Nm.", "Metalowy uchwyt 13 mm, dwa biegi i 60 Nm.", "13 mm metal chuck, two gears and 60 Nm."), notes=(PLATFORM,), attributes={"voltage": 18, "torque": 60, "speed": 2000, "tool_weight": 1.3, "noise": 72}, articles=_sold(1290, 1.3), documents=DOCS, relations=(*ACCESSORIES, ("bought_together", "drill-hss")), demand=30, more=(("battery", {"capacity": 5}),)),
    Item(code="hammer-drill-18v", category="drills-drivers", brand="kraftlund", kind="drill", look={"capacity": 2, "style": "drill", "hammer": "yes"}, names=t("Slagdrill 18 V", "Slagborrmaskin 18 V", "Wiertarka udarowa 18 V", "Hammer drill 18 V"),
        summary=t("Kraftig slagdrill for tre, metall og tegl.", "Kraftig slagborrmaskin för trä, metall och tegel.", "Mocna wiertarka udarowa do drewna, metalu i cegły.", "Powerful hammer drill for wood, metal and brick."),
        detail=t("110 Nm, sidehåndtak og vern mot tilbakeslag.", "110 Nm, sidohandtag och kickbackskydd.", "110 Nm, rękojeść boczna i ochrona przed odrzutem.", "110 Nm, side handle and kickback protection."), notes=(PLATFORM,), attributes={"voltage": 18, "torque": 110, "speed": 2100, "tool_weight": 1.9, "noise": 84}, articles=_sold(1790, 1.9, small_kit=False), documents=DOCS, relations=(*ACCESSORIES, ("bought_together", "drill-sds")), demand=22),
    Item(code="impact-driver-18v", category="drills-drivers", brand="kraftlund", kind="drill", look={"capacity": 2, "style": "impact"}, names=t("Slagskrutrekker 18 V", "Slagskruvdragare 18 V", "Zakrętarka udarowa 18 V", "Impact driver 18 V"),
        summary=t("Kort slagskrutrekker som drar lange treskruer.", "Kort slagskruvdragare som drar långa träskruvar.", "Krótka zakrętarka do długich wkrętów.", "Compact impact driver for long wood screws."),
        detail=t("180 Nm, 1/4\" bitsfeste og tre kraftnivåer.", "180 Nm, 1/4\" bitsfäste och tre kraftlägen.", "180 Nm, uchwyt 1/4\" i trzy poziomy mocy.", "180 Nm, 1/4\" bit holder and three power levels."), notes=(PLATFORM,), attributes={"voltage": 18, "torque": 180, "speed": 3200, "tool_weight": 1.0, "noise": 92}, articles=_sold(1390, 1.0), documents=DOCS, relations=(*ACCESSORIES, ("bought_together", "bits-torx-25")), demand=28),
    Item(code="rotary-hammer-18v", category="drills-drivers", brand="kraftlund", kind="rotary_hammer", look={"capacity": 2}, names=t("Borhammer SDS-plus 18 V", "Borrhammare SDS-plus 18 V", "Młotowiertarka SDS-plus 18 V", "Rotary hammer SDS-plus 18 V"),
        summary=t("Borhammer til plugghull og gjennomføringer i betong.", "Borrhammare för plugghål och genomföringar i betong.", "Młotowiertarka do otworów pod kołki i przepustów w betonie.", "Rotary hammer for plug holes and passages in concrete."),
        detail=t("2,2 J slagenergi, med meiselstilling og vibrasjonsdempet håndtak.", "2,2 J slagenergi, med mejselläge och vibrationsdämpat handtag.", "Energia udaru 2,2 J, funkcja kucia i rękojeść z tłumieniem drgań.", "2.2 J impact energy, with chisel mode and a damped handle."), notes=(PLATFORM,), attributes={"voltage": 18, "impact_energy": 2.2, "speed": 980, "tool_weight": 2.6, "noise": 90}, articles=_sold(2390, 2.6, small_kit=False), documents=DOCS, relations=(*ACCESSORIES, ("bought_together", "drill-sds"), ("bought_together", "anchor-bolt-zinc")), demand=16),
    Item(code="grinder-18v", category="grinders-saws", brand="kraftlund", kind="grinder", look={"capacity": 2}, names=t("Vinkelsliper 125 mm 18 V", "Vinkelslip 125 mm 18 V", "Szlifierka kątowa 125 mm 18 V", "Angle grinder 125 mm 18 V"),
        summary=t("Vinkelsliper med mykstart og brems.", "Vinkelslip med mjukstart och broms.", "Szlifierka kątowa z łagodnym startem i hamulcem.", "Angle grinder with soft start and brake."),
        detail=t("Dødmannsbryter og vern som stilles uten verktøy.", "Dödmansgrepp och skydd som ställs utan verktyg.", "Wyłącznik bezpieczeństwa i osłona regulowana bez narzędzi.", "Dead-man switch and a guard that adjusts without tools."), notes=(PLATFORM,), attributes={"voltage": 18, "speed": 9000, "diameter": 125, "tool_weight": 2.1, "noise": 86}, articles=_sold(1690, 2.1, small_kit=False), documents=DOCS, relations=(*ACCESSORIES, ("bought_together", "disc-cutting"), ("bought_together", "glasses")), demand=24),
    Item(code="circular-saw-18v", category="grinders-saws", brand="kraftlund", kind="circular_saw", look={"capacity": 2}, names=t("Sirkelsag 165 mm 18 V", "Cirkelsåg 165 mm 18 V", "Pilarka tarczowa 165 mm 18 V", "Circular saw 165 mm 18 V"),
        summary=t("Sirkelsag med 57 mm sagdybde.", "Cirkelsåg med 57 mm sågdjup.", "Pilarka o głębokości cięcia 57 mm.", "Circular saw with 57 mm depth of cut."),
        detail=t("Såle i magnesium, avsugsstuss og lys i snittet.", "Sula i magnesium, utsugsstos och ljus i snittet.", "Stopa z magnezu, króciec odsysania i oświetlenie cięcia.", "Magnesium base, dust port and a light on the cut."), notes=(PLATFORM,), attributes={"voltage": 18, "speed": 5000, "diameter": 165, "tool_weight": 3.3, "noise": 90}, articles=_sold(1990, 3.3, small_kit=False), documents=DOCS, relations=(*ACCESSORIES, ("accessory", "saw-blade-wood")), demand=18),
    Item(code="jigsaw-18v", category="grinders-saws", brand="kraftlund", kind="jigsaw", look={"capacity": 2, "style": "jigsaw"}, names=t("Stikksag 18 V", "Sticksåg 18 V", "Wyrzynarka 18 V", "Jigsaw 18 V"),
        summary=t("Stikksag med fire pendeltrinn og rolig gange.", "Sticksåg med fyra pendellägen och lugn gång.", "Wyrzynarka z czterema stopniami podrzynania i spokojną pracą.", "Jigsaw with four pendulum settings and a calm run."),
        detail=t("Bladbytte uten verktøy og skråsnitt inntil 45 grader.", "Bladbyte utan verktyg och snedsnitt upp till 45 grader.", "Wymiana brzeszczotu bez narzędzi, cięcie pod kątem do 45 stopni.", "Blade change without tools and bevels up to 45 degrees."), notes=(PLATFORM,), attributes={"voltage": 18, "speed": 3000, "tool_weight": 2.2, "noise": 83}, articles=_sold(1590, 2.2), documents=DOCS, relations=ACCESSORIES, demand=16),
    Item(code="multi-tool-18v", category="grinders-saws", brand="kraftlund", kind="jigsaw", look={"capacity": 2, "style": "multi"}, names=t("Multiverktøy 18 V", "Multiverktyg 18 V", "Narzędzie wielofunkcyjne 18 V", "Multi-tool 18 V"),
        summary=t("Skjærer, skraper og sliper der andre ikke kommer til.", "Skär, skrapar och slipar där andra inte kommer åt.", "Tnie, skrobie i szlifuje tam, gdzie nic innego nie sięga.", "Cuts, scrapes and sands where nothing else reaches."),
        detail=t("Verktøyet skiftes uten nøkkel, og frekvensen stilles trinnløst.", "Tillbehöret byts utan nyckel och frekvensen ställs steglöst.", "Osprzęt wymienia się bez klucza, częstotliwość reguluje się płynnie.", "The attachment changes without a key, and the frequency adjusts steplessly."), notes=(PLATFORM,), attributes={"voltage": 18, "speed": 18000, "tool_weight": 1.4, "noise": 80}, articles=_sold(1490, 1.4), documents=DOCS, relations=ACCESSORIES, demand=15),
    Item(code="battery-18v", category="batteries", brand="kraftlund", kind="battery", names=t("Batteri 18 V", "Batteri 18 V", "Akumulator 18 V", "Battery 18 V"),
        summary=t("Litiumionbatteri til alle maskiner i 18 V-systemet.", "Litiumjonbatteri till alla maskiner i 18 V-systemet.", "Akumulator litowo-jonowy do wszystkich maszyn systemu 18 V.", "Lithium-ion battery for every machine of the 18 V system."),
        detail=t("Fire lamper viser ladningen. Skal sendes og lagres etter reglene for farlig gods (UN 3480).", "Fyra lampor visar laddningen. Skickas och lagras enligt reglerna för farligt gods (UN 3480).", "Cztery diody pokazują stan naładowania. Wysyłka i magazynowanie według przepisów o towarach niebezpiecznych (UN 3480).", "Four lamps show the charge. Ship and store as the dangerous goods rules require (UN 3480)."), attributes={"voltage": 18}, documents=(DATA_SHEET, DECLARATION),
        articles=tuple(One(f"{ah:.1f} Ah".replace(".", ","), price, weight, {"capacity_ah": ah, "tool_weight": weight}, {"capacity": ah}) for ah, price, weight in ((2.0, 590, 0.4), (4.0, 890, 0.65), (5.0, 1090, 0.68), (8.0, 1690, 1.05))), demand=36, relations=(("accessory", "charger-18v"),)),
    Item(code="charger-18v", category="batteries", brand="kraftlund", kind="charger", names=t("Lader 18 V", "Laddare 18 V", "Ładowarka 18 V", "Charger 18 V"),
        summary=t("Lader med vifte som kjøler batteriet mens det lades.", "Laddare med fläkt som kyler batteriet under laddning.", "Ładowarka z wentylatorem chłodzącym akumulator.", "Charger with a fan that cools the battery as it charges."),
        detail=t("Kan henges på vegg.", "Kan hängas på vägg.", "Można powiesić na ścianie.", "Can hang on a wall."), attributes={"voltage": 18}, documents=(DATA_SHEET, DECLARATION), relations=(("fits", "battery-18v"),),
        articles=(One(t("standard 60 W", "standard 60 W", "standardowa 60 W", "standard 60 W"), 390, 0.6, {"power": 60}, {"loaded": "no"}), One(t("hurtig 180 W", "snabb 180 W", "szybka 180 W", "fast 180 W"), 790, 0.95, {"power": 180}, {"loaded": "yes"})), demand=20),
)  # fmt: skip
