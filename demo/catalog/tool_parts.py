"""Bits, drills, blades, discs and abrasives."""

from __future__ import annotations

from demo.catalog.build import DATA_SHEET, DECLARATION, SINGLE, carton_of
from demo.catalog.items import Item, One
from demo.catalog.texts import figure, t

# Overall length of jobber drills. Source: DIN 338.
JOBBER = {
    1.5: 40,
    2.0: 49,
    2.5: 57,
    3.0: 61,
    3.2: 65,
    3.5: 70,
    4.0: 75,
    4.2: 75,
    4.5: 80,
    5.0: 86,
    5.5: 93,
    6.0: 93,
    6.5: 101,
    7.0: 109,
    8.0: 117,
    9.0: 125,
    10.0: 133,
    12.0: 151,
    13.0: 151,
}
SDS = (
    (5, 110),
    (6, 110),
    (6, 160),
    (8, 110),
    (8, 160),
    (10, 160),
    (10, 260),
    (12, 160),
    (12, 260),
    (14, 260),
    (16, 310),
    (20, 450),
)


def _jobbers(code: str, alloy: str, material: str, cost: float, sizes: tuple[float, ...]) -> tuple[One, ...]:
    return tuple(
        One(
            figure(d, "mm"),
            (6 + d * d * 0.62 + d * 2) * cost,
            0.785 * d * d * JOBBER[d] * 7e-6,
            {"diameter": d, "length": JOBBER[d]},
            {"d": d, "l": JOBBER[d], "alloy": alloy},
            1.2 if d < 7 else 0.6,
        )
        for d in sizes
    )


ITEMS = (
    Item(code="drill-hss", category="drill-bits", brand="slipvang", kind="drill_bit", look={"style": "metal"}, names=t("Metallbor HSS", "Metallborr HSS", "Wiertło do metalu HSS", "Metal drill HSS"),
        summary=t("Spiralbor for stål, støpejern og aluminium.", "Spiralborr för stål, gjutjärn och aluminium.", "Wiertło kręte do stali, żeliwa i aluminium.", "Twist drill for steel, cast iron and aluminum."),
        detail=t("Rullvalset og seigt, slipt til 118 grader.", "Rullvalsat och segt, slipat till 118 grader.", "Walcowane i sprężyste, kąt wierzchołkowy 118 stopni.", "Roll forged and tough, ground to 118 degrees."), attributes={"material": "hss", "standard": "DIN 338", "use": ("metal",)}, articles=_jobbers("hss", "hss", "hss", 1.0, tuple(JOBBER)), demand=46),
    Item(code="drill-cobalt", category="drill-bits", brand="slipvang", kind="drill_bit", look={"style": "metal", "alloy": "cobalt"}, names=t("Metallbor HSS-Co", "Metallborr HSS-Co", "Wiertło do metalu HSS-Co", "Metal drill HSS-Co"),
        summary=t("Koboltbor for rustfritt og syrefast stål.", "Koboltborr för rostfritt och syrafast stål.", "Wiertło kobaltowe do stali nierdzewnej i kwasoodpornej.", "Cobalt drill for stainless steel."),
        detail=t("Kryssslipt spiss som starter uten kjørnemerke. Bruk lavt turtall og skjæreolje.", "Korsslipad spets som startar utan körnslag. Använd lågt varvtal och skärolja.", "Szlif krzyżowy, zaczyna bez punktowania. Stosować niskie obroty i olej.", "Split point that starts without a punch mark. Use low speed and cutting oil."), attributes={"material": "hss_cobalt", "standard": "DIN 338", "use": ("metal",)}, articles=_jobbers("cobalt", "cobalt", "hss_cobalt", 2.6, (3.0, 3.5, 4.0, 4.2, 5.0, 6.0, 8.0, 10.0)), consumer=False),
    Item(code="drill-sds", category="drill-bits", brand="slipvang", kind="drill_bit", look={"style": "masonry", "d": 8, "l": 160}, names=t("Hammerbor SDS-plus", "Hammarborr SDS-plus", "Wiertło udarowe SDS-plus", "Hammer drill bit SDS-plus"),
        summary=t("Hammerbor med hardmetallskjær for betong og stein.", "Hammarborr med hårdmetallskär för betong och sten.", "Wiertło z ostrzem z węglika do betonu i kamienia.", "Hammer drill bit with carbide tip for concrete and stone."),
        detail=t("To skjær og fire spor som får støvet raskt ut.", "Två skär och fyra spår som snabbt för ut dammet.", "Dwa ostrza i cztery rowki szybko usuwają pył.", "Two cutting edges and four flutes that clear dust fast."), attributes={"material": "carbide", "use": ("concrete", "masonry")}, articles=tuple(One(f"{d}×{length} mm", 28 + d * 4 + length * 0.16, 0.01 + d * d * length * 5e-6, {"diameter": d, "length": length}, {"d": d, "l": length}) for d, length in SDS), relations=(("fits", "rotary-hammer-18v"), ("bought_together", "plug-nylon"))),
    Item(code="drill-wood", category="drill-bits", brand="slipvang", kind="drill_bit", look={"style": "wood", "d": 8, "l": 117}, names=t("Trebor med senterspiss", "Träborr med centrumspets", "Wiertło do drewna z ostrzem centrującym", "Brad point wood drill"),
        summary=t("Trebor som starter nøyaktig og gir ren kant.", "Träborr som startar exakt och ger ren kant.", "Wiertło zaczyna dokładnie i zostawia czystą krawędź.", "Wood drill that starts exactly and leaves a clean edge."),
        detail=t("Forskjærerne klipper fibrene før sponen løftes.", "Förskären klipper fibrerna innan spånan lyfts.", "Ostrza obwodowe przecinają włókna, zanim uniosą wiór.", "The spurs cut the fibers before the chip lifts."), attributes={"material": "tool_steel", "use": ("wood",)}, articles=tuple(One(f"{d} mm", 18 + d * 3.4, 0.01 + d * d * 0.0006, {"diameter": d, "length": JOBBER[float(d)]}, {"d": d, "l": JOBBER[float(d)]}) for d in (3, 4, 5, 6, 8, 10, 12))),
    Item(code="hole-saw", category="drill-bits", brand="slipvang", kind="hole_saw", names=t("Hullsag bimetall", "Hålsåg bimetall", "Otwornica bimetalowa", "Hole saw bi-metal"),
        summary=t("Hullsag for tre, gips, plast og plate.", "Hålsåg för trä, gips, plast och plåt.", "Otwornica do drewna, płyt g-k, tworzyw i blachy.", "Hole saw for wood, drywall, plastic and sheet."),
        detail=t("Utstøtingsspor gjør det lett å få ut kjernen. Holder kjøpes for seg.", "Utstötningsspår gör det lätt att få ut kärnan. Hållare köps separat.", "Szczeliny ułatwiają usunięcie rdzenia. Uchwyt sprzedawany osobno.", "Slots make it easy to push out the core. Arbor sold separately."), attributes={"material": "hss", "use": ("wood", "metal", "drywall")}, articles=tuple(One(f"{d} mm", 60 + d * 1.5, 0.05 + d * 0.0028, {"diameter": d}, {"d": d}, 1.5 if d in (68, 73) else 0.7) for d in (20, 25, 32, 38, 44, 51, 60, 68, 73, 83, 102))),
    Item(code="bits-torx-25", category="screw-bits", brand="jarnbo", kind="screw_bit", look={"tip": "torx", "l": 25}, names=t("Bits TX 25 mm", "Bits TX 25 mm", "Bit TX 25 mm", "Bit TX 25 mm"),
        summary=t("Torsjonsbit som gir etter før spissen ryker.", "Torsionsbits som ger efter innan spetsen går av.", "Bit torsyjny, ugina się, zanim pęknie końcówka.", "Torsion bit that gives before the tip breaks."),
        detail=t("Fargen på ringen viser størrelsen. Pakke med ti.", "Färgen på ringen visar storleken. Förpackning om tio.", "Kolor pierścienia oznacza rozmiar. Opakowanie 10 szt.", "The color of the ring shows the size. Pack of ten."), attributes={"material": "tool_steel", "drive": "torx", "length": 25, "pack_count": 10}, articles=tuple(One(size, 76, 0.08, {"drive_size": size}, {"color": color}, 1.6 if size in ("TX20", "TX25") else 0.8) for size, color in (("TX10", "#3f74b5"), ("TX15", "#1f6549"), ("TX20", "#dd9c33"), ("TX25", "#b22f45"), ("TX30", "#5b6d75"), ("TX40", "#30393c"))), demand=60),
    Item(code="bits-cross-25", category="screw-bits", brand="jarnbo", kind="screw_bit", look={"tip": "pozi", "l": 25}, names=t("Bits kryss 25 mm", "Bits kryss 25 mm", "Bit krzyżowy 25 mm", "Cross recess bit 25 mm"),
        summary=t("Bits for kryssporskruer med nøyaktig spiss.", "Bits för krysspårsskruv med exakt spets.", "Bit do gniazd krzyżowych z dokładną końcówką.", "Bits for cross recess screws with an exact tip."),
        detail=t("Velg PH for gipsskruer og PZ for treskruer. Pakke med ti.", "Välj PH för gipsskruv och PZ för träskruv. Förpackning om tio.", "PH do wkrętów g-k, PZ do wkrętów do drewna. Opakowanie 10 szt.", "PH for drywall screws, PZ for wood screws. Pack of ten."), attributes={"material": "tool_steel", "length": 25, "pack_count": 10}, articles=tuple(One(size, 68, 0.08, {"drive": drive, "drive_size": size}, {"tip": drive}) for size, drive in (("PH1", "phillips"), ("PH2", "phillips"), ("PH3", "phillips"), ("PZ1", "pozi"), ("PZ2", "pozi"), ("PZ3", "pozi")))),
    Item(code="bits-impact-50", category="screw-bits", brand="jarnbo", kind="screw_bit", look={"tip": "torx", "l": 50, "color": "#b22f45"}, names=t("Slagbits 50 mm", "Slagbits 50 mm", "Bit udarowy 50 mm", "Impact bit 50 mm"),
        summary=t("Bits for slagskrutrekker, med smal midje som tar støtene.", "Bits för slagskruvdragare, med smal midja som tar stötarna.", "Bit do zakrętarek udarowych z przewężeniem pochłaniającym uderzenia.", "Bits for impact drivers, with a slim waist that takes the shocks."),
        detail=t("Pakke med fem.", "Förpackning om fem.", "Opakowanie 5 szt.", "Pack of five."), attributes={"material": "tool_steel", "length": 50, "pack_count": 5}, articles=tuple(One(size, 98, 0.09, {"drive": drive, "drive_size": size}, {"tip": drive}) for size, drive in (("PZ2", "pozi"), ("TX20", "torx"), ("TX25", "torx"), ("TX30", "torx"))), relations=(("fits", "impact-driver-18v"),)),
    Item(code="bit-set", category="screw-bits", brand="jarnbo", kind="socket_set", look={"content": "bits", "color": "#1f6549"}, names=t("Bitssett", "Bitssats", "Zestaw bitów", "Bit set"),
        summary=t("De vanligste bitsene i boks med magnetholder.", "De vanligaste bitsen i ask med magnethållare.", "Najczęściej używane bity w pudełku z uchwytem magnetycznym.", "The most used bits in a box with a magnetic holder."),
        detail=t("PH, PZ, TX og unbrako, merket med farge.", "PH, PZ, TX och insex, färgmärkta.", "PH, PZ, TX i imbus, oznaczone kolorami.", "PH, PZ, TX and hex, marked by color."), attributes={"material": "tool_steel"}, articles=(One(t("31 deler", "31 delar", "31 elementów", "31 pieces"), 199, 0.35, {"pack_count": 31}),), demand=50),
    Item(code="nut-setters", category="screw-bits", brand="jarnbo", kind="nut_driver", names=t("Nøkkelbit magnetisk", "Hylsbits magnetisk", "Nasadka magnetyczna", "Magnetic nut setter"),
        summary=t("Magnetisk pipebit til sekskantskruer i plate og tre.", "Magnetisk hylsbits för sexkantskruv i plåt och trä.", "Nasadka magnetyczna do wkrętów sześciokątnych w blasze i drewnie.", "Magnetic setter for hexagon screws in sheet and wood."),
        detail=t("Magneten ligger dypt og samler ikke spon.", "Magneten sitter djupt och samlar inga spån.", "Magnes osadzony głęboko, nie zbiera wiórów.", "The magnet sits deep and gathers no swarf."), attributes={"material": "tool_steel"}, articles=tuple(One(f"{s} mm", 48 + s * 2, 0.05, {"across_flats": s}, {"s": s}) for s in (7, 8, 10, 13)), consumer=False),
    Item(code="saw-blade-wood", category="saw-blades", brand="slipvang", kind="saw_blade", names=t("Sagblad tre", "Sågklinga trä", "Tarcza do drewna", "Saw blade for wood"),
        summary=t("Hardmetallblad for kapping og kløyving i tre.", "Hårdmetallklinga för kapning och klyvning i trä.", "Tarcza z węglikiem do cięcia wzdłużnego i poprzecznego drewna.", "Carbide blade for cross-cutting and ripping wood."),
        detail=t("Få tenner gir fart, mange gir pent snitt.", "Få tänder ger fart, många ger fint snitt.", "Mniej zębów to szybkość, więcej to gładkie cięcie.", "Few teeth give speed, many a clean cut."), attributes={"material": "carbide", "use": ("wood",)}, articles=tuple(One(t(f"{d}×{bore} mm, {z} tenner", f"{d}×{bore} mm, {z} tänder", f"{d}×{bore} mm, zębów {z}", f"{d}×{bore} mm, {z} teeth"), 120 + d * 0.7 + z * 2.6, d * d * 0.000012, {"diameter": d, "bore": bore, "teeth": z}, {"d": d, "bore": bore, "teeth": z}) for d, bore, z in ((165, 20, 24), (165, 20, 40), (190, 30, 24), (190, 30, 48), (216, 30, 48), (250, 30, 60), (305, 30, 72))), relations=(("fits", "circular-saw-18v"),)),
    Item(code="saw-blade-alu", category="saw-blades", brand="slipvang", kind="saw_blade", look={"color": "#3f74b5"}, names=t("Sagblad aluminium", "Sågklinga aluminium", "Tarcza do aluminium", "Saw blade for aluminum"),
        summary=t("Sagblad med negativ spontann for profiler i aluminium.", "Klinga med negativ spånvinkel för aluminiumprofiler.", "Tarcza o ujemnym kącie natarcia do profili aluminiowych.", "Blade with negative hook for aluminum profiles."),
        detail=t("Bruk skjærevoks for lengre levetid.", "Använd skärvax för längre livslängd.", "Wosk do cięcia przedłuża żywotność.", "Use cutting wax for a longer life."), attributes={"material": "carbide", "use": ("metal",)}, articles=tuple(One(t(f"{d}×{bore} mm, {z} tenner", f"{d}×{bore} mm, {z} tänder", f"{d}×{bore} mm, zębów {z}", f"{d}×{bore} mm, {z} teeth"), 200 + d * 1.4, d * d * 0.000013, {"diameter": d, "bore": bore, "teeth": z}, {"d": d, "bore": bore, "teeth": z}) for d, bore, z in ((165, 20, 54), (216, 30, 64), (305, 30, 96))), consumer=False),
    Item(code="disc-cutting", category="abrasives", brand="slipvang", kind="disc", look={"style": "cutting"}, names=t("Kappeskive stål/rustfritt", "Kapskiva stål/rostfritt", "Tarcza tnąca stal/nierdzewna", "Cutting disc steel/stainless"),
        summary=t("Tynn kappeskive som kutter raskt og med lite grad.", "Tunn kapskiva som skär snabbt och med liten grad.", "Cienka tarcza tnąca szybko i z małym gratem.", "Thin disc that cuts fast and leaves little burr."),
        detail=t("Fri for jern, svovel og klor. Bruk vernebriller og se merkets holdbarhetsdato.", "Fri från järn, svavel och klor. Använd skyddsglasögon och kontrollera skivans bäst före-datum.", "Bez żelaza, siarki i chloru. Stosować okulary ochronne i sprawdzić datę ważności tarczy.", "Free of iron, sulfur and chlorine. Wear safety glasses and check the expiry date on the disc."), attributes={"material": "abrasive", "standard": "EN 12413", "use": ("metal",)}, packing=carton_of(25), documents=(DATA_SHEET, DECLARATION), articles=tuple(One(f"{d}×{h} mm".replace(".", ","), 10 + d * d * 0.0009, d * d * 0.0000022, {"diameter": d, "thickness": h, "bore": 22.2}, {"d": d}, 2.0 if d == 125 else 0.8) for d, h in ((115, 1.0), (125, 1.0), (125, 1.6), (150, 1.6), (230, 2.0))), demand=90, relations=(("fits", "grinder-18v"), ("bought_together", "glasses"))),
    Item(code="disc-flap", category="abrasives", brand="slipvang", kind="disc", look={"style": "flap"}, names=t("Lamellskive zirkonium", "Lamellskiva zirkonium", "Tarcza listkowa cyrkonowa", "Flap disc zirconia"),
        summary=t("Lamellskive til sliping av sveis og kanter.", "Lamellskiva för slipning av svets och kanter.", "Tarcza listkowa do szlifowania spoin i krawędzi.", "Flap disc for grinding welds and edges."),
        detail=t("Sliper kjøligere enn en massiv skive og etterlater jevn flate.", "Slipar svalare än en massiv skiva och lämnar jämn yta.", "Szlifuje chłodniej niż tarcza pełna i zostawia równą powierzchnię.", "Grinds cooler than a solid disc and leaves an even surface."), attributes={"material": "zirconia", "standard": "EN 13743", "bore": 22.2, "use": ("metal",)}, packing=carton_of(10), articles=tuple(One(f"{d} mm P{g}", 24 + d * 0.14, 0.1, {"diameter": d, "grit": g}, {"d": d}) for d in (115, 125) for g in (40, 60, 80, 120))),
    Item(code="disc-diamond", category="abrasives", brand="slipvang", kind="disc", look={"style": "diamond"}, names=t("Diamantskive betong", "Diamantskiva betong", "Tarcza diamentowa do betonu", "Diamond blade for concrete"),
        summary=t("Segmentert diamantskive for betong og stein.", "Segmenterad diamantskiva för betong och sten.", "Segmentowa tarcza diamentowa do betonu i kamienia.", "Segmented diamond blade for concrete and stone."),
        detail=t("Kan brukes tørt; la skiven gå fritt av og til.", "Kan användas torrt; låt skivan gå fritt ibland.", "Do pracy na sucho; co pewien czas należy pozwolić tarczy wystygnąć.", "For dry use; let the blade run free now and then."), attributes={"material": "diamond", "bore": 22.2, "use": ("concrete", "masonry")}, articles=tuple(One(f"{d} mm", 60 + d * 1.7, d * d * 0.000013, {"diameter": d}, {"d": d}) for d in (125, 180, 230))),
    Item(code="disc-sanding", category="abrasives", brand="slipvang", kind="disc", look={"style": "sanding", "d": 150}, names=t("Sliperondell 150 mm", "Sliprondell 150 mm", "Krążek ścierny 150 mm", "Sanding disc 150 mm"),
        summary=t("Sliperondell med borrelås og ni hull for avsug.", "Sliprondell med kardborre och nio hål för utsug.", "Krążek na rzep z dziewięcioma otworami odsysania.", "Hook-and-loop disc with nine dust holes."),
        detail=t("Til tre, sparkel og lakk.", "För trä, spackel och lack.", "Do drewna, szpachli i lakieru.", "For wood, filler and varnish."), attributes={"material": "abrasive", "diameter": 150, "use": ("wood",)}, packing=carton_of(50), articles=tuple(One(f"P{g}", 7.1, 0.012, {"grit": g}) for g in (40, 60, 80, 120, 180, 240, 320))),
    Item(code="sandpaper", category="abrasives", brand="slipvang", kind="sandpaper", names=t("Slipepapir ark 230×280 mm", "Slippapper ark 230×280 mm", "Papier ścierny arkusz 230×280 mm", "Sandpaper sheet 230×280 mm"),
        summary=t("Slipepapir for hånd, seigt og lett å rive.", "Slippapper för hand, segt och lätt att riva.", "Papier ścierny do pracy ręcznej, mocny i łatwy do podarcia.", "Sandpaper for hand use, tough and easy to tear."),
        detail=t("Grov til maling og lakk, fin til sluttpuss.", "Grovt för färg och lack, fint för slutputs.", "Gruby do farb i lakierów, drobny do wykończenia.", "Coarse for paint and varnish, fine for finishing."), attributes={"material": "abrasive", "use": ("wood",)}, packing=carton_of(50), articles=tuple(One(f"P{g}", 7.9, 0.02, {"grit": g}, {"grit": g, "color": color}) for g, color in ((60, "#a5562f"), (80, "#b5683f"), (120, "#bd7a4c"), (180, "#c48b5e"), (240, "#c99a72")))),
    Item(code="wire-brush", category="abrasives", brand="slipvang", kind="wire_brush", packing=SINGLE, names=t("Stålbørste", "Stålborste", "Szczotka druciana", "Wire brush"),
        summary=t("Stålbørste til rust, sveis og gammel maling.", "Stålborste för rost, svets och gammal färg.", "Szczotka do rdzy, spoin i starej farby.", "Wire brush for rust, welds and old paint."),
        detail=t("Bruk den rustfrie på rustfritt stål.", "Använd den rostfria på rostfritt stål.", "Do stali nierdzewnej należy używać wersji nierdzewnej.", "Use the stainless one on stainless steel."), articles=(One(t("stål", "stål", "stal", "steel"), 59, 0.18, {"material": "steel"}), One(t("rustfri", "rostfri", "nierdzewna", "stainless"), 89, 0.18, {"material": "stainless_a2"}, {"color": "#5b6d75"}))),
)  # fmt: skip
