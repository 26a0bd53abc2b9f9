"""Hand tools and measuring tools."""

from __future__ import annotations

from demo.catalog.items import Item, One
from demo.catalog.texts import t
from demo.catalog.values import Texts

PH, PZ, SL = "phillips", "pozi", "slot"


def _driver(code: str, color: str, names: Texts, summary: Texts, detail: Texts, *, insulated: bool) -> Item:
    sizes = (
        (PH, "PH1", 80, 5),
        (PH, "PH2", 100, 6),
        (PZ, "PZ1", 80, 5),
        (PZ, "PZ2", 100, 6),
        (SL, "4,0", 100, 4),
        (SL, "5,5", 125, 5.5),
        (SL, "6,5", 150, 6.5),
        ("torx", "TX20", 100, 4),
        ("torx", "TX25", 100, 5),
    )
    base = 118 if insulated else 72
    articles = tuple(
        One(f"{label}×{length}", base + length * 0.22, 0.05 + length * 0.0004, {"drive": drive, "drive_size": label, "length": length},
            {"tip": drive, "l": length, "size": size}, 1.5 if "2" in label else 0.8)
        for drive, label, length, size in sizes
    )  # fmt: skip
    look = {"color": color, "insulated": "yes" if insulated else "no"}
    return Item(code=code, category="screwdrivers", brand="jarnbo", kind="screwdriver", names=names, summary=summary, detail=detail, look=look, articles=articles,
                attributes={"material": "tool_steel", "standard": "IEC 60900"} if insulated else {"material": "tool_steel"}, relations=(("accessory", "bits-torx-25"),))  # fmt: skip


ITEMS = (
    _driver("screwdriver", "#b22f45", t("Skrutrekker", "Skruvmejsel", "Wkrętak", "Screwdriver"),
        t("Skrutrekker med tokomponent grep og herdet klinge.", "Skruvmejsel med tvåkomponentsgrepp och härdad klinga.", "Wkrętak z dwuskładnikową rękojeścią i hartowanym grotem.", "Screwdriver with two-component handle and hardened blade."),
        t("Spissen er svartet og nøyaktig slipt, så den sitter i sporet.", "Spetsen är svärtad och noggrant slipad så att den sitter i spåret.", "Czerniona, dokładnie szlifowana końcówka pewnie siedzi w gnieździe.", "The tip is blackened and ground to size, so it stays in the recess."), insulated=False),
    _driver("screwdriver-vde", "#c2483a", t("Skrutrekker isolert 1000 V", "Skruvmejsel isolerad 1000 V", "Wkrętak izolowany 1000 V", "Insulated screwdriver 1000 V"),
        t("Isolert skrutrekker for arbeid inntil 1000 V vekselspenning.", "Isolerad skruvmejsel för arbete upp till 1000 V växelspänning.", "Wkrętak izolowany do prac pod napięciem do 1000 V AC.", "Insulated screwdriver for work up to 1000 V AC."),
        t("Hver enkelt er prøvd etter IEC 60900.", "Varje mejsel är provad enligt IEC 60900.", "Każda sztuka badana według IEC 60900.", "Each one is tested to IEC 60900."), insulated=True),
    Item(code="hex-key", category="screwdrivers", brand="jarnbo", kind="hex_key", names=t("Unbrakonøkkel lang", "Insexnyckel lång", "Klucz imbusowy długi", "Hex key, long arm"),
        summary=t("Unbrakonøkkel i herdet stål med lang arm.", "Insexnyckel i härdat stål med lång arm.", "Klucz imbusowy z hartowanej stali, długie ramię.", "Hex key in hardened steel with a long arm."),
        detail=t("Måltoleransen er trang, så nøkkelen ikke runder hjørnene i skruen.", "Måttoleransen är snäv så att nyckeln inte rundar hörnen i skruven.", "Ciasna tolerancja chroni gniazdo śruby przed obrobieniem.", "The tolerance is tight, so the key does not round the corners of the screw."),
        attributes={"material": "tool_steel", "standard": "DIN 911"},
        articles=tuple(One(f"{s} mm".replace(".", ","), 14 + s * 4.2, 0.004 + s * s * 0.0016, {"across_flats": s}, {"s": s}, 1.3 if s in (4, 5, 6) else 0.7) for s in (1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12))),
    Item(code="hex-key-set", category="screwdrivers", brand="jarnbo", kind="hex_key", look={"count": 7}, names=t("Unbrakonøkkelsett 1,5–6 mm", "Insexnyckelsats 1,5–6 mm", "Komplet kluczy imbusowych 1,5–6 mm", "Hex key set 1.5–6 mm"),
        summary=t("Sju nøkler i holder som merker hver størrelse.", "Sju nycklar i hållare som märker varje storlek.", "Siedem kluczy w uchwycie z oznaczonymi rozmiarami.", "Seven keys in a holder that marks each size."),
        detail=t("Kulehode i den lange enden lar deg skru på skrå.", "Kulhuvud i den långa änden låter dig skruva på snedden.", "Końcówka kulista pozwala pracować pod kątem.", "The ball end lets you turn at an angle."),
        attributes={"material": "tool_steel", "pieces": 7, "standard": "DIN 911"}, articles=(One("", 159, 0.24),)),
    Item(code="spanner", category="screwdrivers", brand="jarnbo", kind="spanner", names=t("Kombinasjonsnøkkel", "Blocknyckel", "Klucz płasko-oczkowy", "Combination spanner"),
        summary=t("Kombinasjonsnøkkel med gaffel og ring i samme størrelse.", "Blocknyckel med gaffel och ring i samma storlek.", "Klucz z otwartą i oczkową końcówką tego samego rozmiaru.", "Combination spanner with open end and ring of the same size."),
        detail=t("Ringen griper på flatene og sparer hjørnene, også på slitte muttere.", "Ringen griper på plansidorna och skonar hörnen, även på slitna muttrar.", "Oczko chwyta za boki i oszczędza krawędzie, także zużytych nakrętek.", "The ring grips the flats and spares the corners, even on worn nuts."),
        attributes={"material": "tool_steel", "standard": "DIN 3113"}, relations=(("bought_together", "bolt-4017-88-zn"),),
        articles=tuple(One(f"{s} mm", 34 + s * 5.6, 0.02 + s * s * 0.0005, {"across_flats": s, "length": 80 + s * 9}, {"s": s}, 1.5 if s in (10, 13, 17) else 0.8) for s in (7, 8, 10, 12, 13, 14, 16, 17, 18, 19, 21, 22, 24, 27, 30))),
    Item(code="adjustable-wrench", category="screwdrivers", brand="jarnbo", kind="adjustable_wrench", look={"color": "#b22f45"}, names=t("Skiftenøkkel", "Skiftnyckel", "Klucz nastawny", "Adjustable wrench"),
        summary=t("Skiftenøkkel med stort gap og slankt hode.", "Skiftnyckel med stort gap och smalt huvud.", "Klucz nastawny o dużym rozstawie i smukłej głowicy.", "Adjustable wrench with a wide opening and a slim head."),
        detail=t("Skala på hodet og et grep som ikke blir kaldt.", "Skala på huvudet och ett grepp som inte blir kallt.", "Podziałka na głowicy i rękojeść, która nie ziębi.", "A scale on the head and a grip that does not turn cold."),
        attributes={"material": "tool_steel"}, articles=tuple(One(f"{length} mm", price, weight, {"length": length, "width": gap}) for length, price, weight, gap in ((160, 219, 0.18, 30), (210, 269, 0.31, 34), (260, 349, 0.5, 39)))),
    Item(code="socket-set", category="screwdrivers", brand="jarnbo", kind="socket_set", look={"color": "#1f6549"}, names=t("Pipenøkkelsett 1/2\"", "Hylsnyckelsats 1/2\"", "Zestaw kluczy nasadowych 1/2\"", "Socket set 1/2\""),
        summary=t("Skralle, piper og forlengere i solid koffert.", "Spärrskaft, hylsor och förlängare i gedigen väska.", "Grzechotka, nasadki i przedłużki w solidnej walizce.", "Ratchet, sockets and extensions in a sturdy case."),
        detail=t("Skrallen har 72 tenner og trenger bare fem graders vandring.", "Spärrskaftet har 72 tänder och behöver bara fem graders rörelse.", "Grzechotka ma 72 zęby i potrzebuje tylko pięciu stopni ruchu.", "The ratchet has 72 teeth and needs only five degrees of swing."),
        attributes={"material": "tool_steel"}, articles=(One(t("24 deler", "24 delar", "24 elementy", "24 pieces"), 790, 4.1, {"pieces": 24}), One(t("56 deler", "56 delar", "56 elementów", "56 pieces"), 1490, 7.4, {"pieces": 56})), demand=26),
    *(Item(code=f"pliers-{style}", category="pliers", brand="jarnbo", kind="pliers", look={"style": style, "color": color}, names=names, summary=summary, detail=detail, attributes={"material": "tool_steel"},
        articles=tuple(One(f"{length} mm", price, weight, {"length": length}) for length, price, weight in sizes))
      for style, color, names, summary, detail, sizes in (
        ("combination", "#b22f45", t("Kombinasjonstang", "Kombinationstång", "Szczypce uniwersalne", "Combination pliers"),
         t("Tang som griper, bøyer og klipper.", "Tång som griper, böjer och klipper.", "Szczypce do chwytania, gięcia i cięcia.", "Pliers that grip, bend and cut."),
         t("Eggene er induksjonsherdet og tar pianotråd.", "Eggarna är induktionshärdade och klarar pianotråd.", "Ostrza hartowane indukcyjnie przetną drut sprężynowy.", "The edges are induction hardened and take piano wire."), ((160, 219, 0.21), (180, 239, 0.26), (200, 259, 0.33))),
        ("cutter", "#b22f45", t("Sideavbiter", "Sidavbitare", "Szczypce tnące boczne", "Side cutters"),
         t("Avbiter for kabel og tråd, klipper i flukt.", "Avbitare för kabel och tråd, klipper jäms.", "Do kabli i drutu, tną równo z powierzchnią.", "For cable and wire, cuts flush."),
         t("Utvekslingen sparer hånden ved mange klipp.", "Utväxlingen skonar handen vid många klipp.", "Przełożenie oszczędza dłoń przy wielu cięciach.", "The leverage spares the hand over many cuts."), ((160, 229, 0.2), (180, 259, 0.25))),
        ("needle", "#1f6549", t("Nebbtang", "Spetstång", "Szczypce wydłużone", "Needle-nose pliers"),
         t("Smal nebbtang til trange steder.", "Smal spetstång för trånga ställen.", "Smukłe szczypce do ciasnych miejsc.", "Slim pliers for tight places."),
         t("Riflede kjever holder også små deler.", "Räfflade käftar håller även små delar.", "Karbowane szczęki utrzymają nawet drobne części.", "Serrated jaws hold small parts too."), ((160, 219, 0.16), (200, 249, 0.2))),
        ("pump", "#1f6549", t("Polygriptang", "Polygriptång", "Szczypce do rur", "Pump pliers"),
         t("Polygrip med trykknapp og fin innstilling.", "Polygrip med tryckknapp och fin inställning.", "Szczypce z przyciskiem i precyzyjną regulacją.", "Pump pliers with push button and fine adjustment."),
         t("Låser seg selv på røret og glipper ikke.", "Låser sig själv på röret och slinter inte.", "Same zaciskają się na rurze i nie ześlizgują.", "Locks itself on the pipe and does not slip."), ((180, 279, 0.27), (250, 329, 0.4), (300, 429, 0.58))))),
    Item(code="hammer-claw", category="striking-cutting", brand="jarnbo", kind="hammer", look={"style": "claw"}, names=t("Snekkerhammer", "Snickarhammare", "Młotek ciesielski", "Claw hammer"),
        summary=t("Snekkerhammer med klo og skaft som demper slaget.", "Snickarhammare med klo och skaft som dämpar slaget.", "Młotek z pazurem i trzonkiem tłumiącym uderzenie.", "Claw hammer with a shaft that dampens the blow."),
        detail=t("Hodet er smidd i ett og låst til skaftet i tre retninger.", "Huvudet är smitt i ett stycke och låst till skaftet åt tre håll.", "Kuta głowica jest zablokowana na trzonku w trzech kierunkach.", "The head is forged in one and locked to the shaft in three directions."), attributes={"length": 330},
        articles=(One(t("glassfiberskaft 570 g", "glasfiberskaft 570 g", "trzonek z włókna szklanego 570 g", "fiberglass shaft 570 g"), 289, 0.78, {"tool_weight": 0.57}, {"handle": "fiber"}), One(t("hickoryskaft 450 g", "hickoryskaft 450 g", "trzonek hikorowy 450 g", "hickory shaft 450 g"), 249, 0.66, {"tool_weight": 0.45}, {"handle": "wood"}))),
    Item(code="hammer-club", category="striking-cutting", brand="jarnbo", kind="hammer", look={"style": "club", "handle": "wood"}, names=t("Handslegge", "Handslägga", "Młot kowalski ręczny", "Club hammer"),
        summary=t("Slegge til meisel, kiler og murverk.", "Slägga för mejsel, kilar och murverk.", "Młot do przecinaka, klinów i muru.", "Hammer for chisels, wedges and masonry."),
        detail=t("Skaft av hickory som kan byttes.", "Utbytbart skaft av hickory.", "Wymienny trzonek z hikory.", "Replaceable hickory shaft."), articles=(One("1,0 kg", 219, 1.2, {"tool_weight": 1.0}), One("1,5 kg", 259, 1.75, {"tool_weight": 1.5}))),
    Item(code="mallet-rubber", category="striking-cutting", brand="jarnbo", kind="hammer", look={"style": "mallet"}, names=t("Gummihammer", "Gummiklubba", "Młotek gumowy", "Rubber mallet"),
        summary=t("Gummihammer til stein, fliser og montering.", "Gummiklubba för sten, plattor och montering.", "Młotek gumowy do kostki, płytek i montażu.", "Rubber mallet for paving, tiles and assembly."),
        detail=t("Setter ikke merker på lys stein.", "Lämnar inga märken på ljus sten.", "Nie zostawia śladów na jasnym kamieniu.", "Leaves no marks on light stone."), attributes={"material": "rubber"}, articles=(One("450 g", 99, 0.6, {"tool_weight": 0.45}), One("900 g", 149, 1.1, {"tool_weight": 0.9}))),
    Item(code="handsaw", category="striking-cutting", brand="jarnbo", kind="handsaw", names=t("Håndsag", "Handsåg", "Piła ręczna płatnica", "Handsaw"),
        summary=t("Håndsag med herdede tenner for rask kapping av tre.", "Handsåg med härdade tänder för snabb kapning av trä.", "Piła z hartowanymi zębami do szybkiego cięcia drewna.", "Handsaw with hardened teeth for fast cutting of wood."),
        detail=t("Grepet har vinkler på 45 og 90 grader for oppmerking.", "Handtaget har vinklar på 45 och 90 grader för märkning.", "Rękojeść pozwala odmierzać kąty 45 i 90 stopni.", "The handle marks angles of 45 and 90 degrees."), articles=(One("500 mm", 179, 0.5, {"length": 500}), One("550 mm", 199, 0.55, {"length": 550}))),
    Item(code="knife-snap", category="striking-cutting", brand="jarnbo", kind="knife", names=t("Brytebladkniv", "Brytbladskniv", "Nóż z łamanym ostrzem", "Snap-off knife"),
        summary=t("Kniv med brytbart blad og låseskrue.", "Kniv med brytbart blad och låsskruv.", "Nóż z łamanym ostrzem i blokadą.", "Knife with snap-off blade and lock."),
        detail=t("Metallskinnen holder bladet stødig, også i hard plate.", "Metallskenan håller bladet stadigt även i hårda skivor.", "Metalowa prowadnica trzyma ostrze sztywno także w twardej płycie.", "The metal rail keeps the blade steady, even in hard board."), articles=(One("9 mm", 49, 0.05, {"width": 9}, {"color": "#dd9c33"}), One("18 mm", 79, 0.11, {"width": 18}, {"color": "#b22f45"}), One("25 mm", 129, 0.18, {"width": 25}, {"color": "#30393c"}))),
    Item(code="tape-measure", category="measuring", brand="jarnbo", kind="tape_measure", names=t("Målebånd", "Måttband", "Miara zwijana", "Tape measure"),
        summary=t("Målebånd med brems og matt, lesbart bånd.", "Måttband med broms och matt, läsbart band.", "Miara z hamulcem i matową, czytelną taśmą.", "Tape measure with brake and a matt, readable tape."),
        detail=t("Nøyaktighetsklasse II, og kroken er klinket tre steder.", "Noggrannhetsklass II och kroken är nitad på tre ställen.", "Klasa dokładności II, hak nitowany w trzech miejscach.", "Accuracy class II, and the hook is riveted in three places."), articles=(One("3 m", 69, 0.12, {"length_m": 3}, {"color": "#1f6549"}), One("5 m", 119, 0.24, {"length_m": 5}, {"color": "#dd9c33"}, 1.8), One("8 m", 179, 0.42, {"length_m": 8}, {"color": "#b22f45"})), demand=70),
    Item(code="folding-rule", category="measuring", brand="jarnbo", kind="folding_rule", names=t("Meterstokk", "Tumstock", "Miara składana", "Folding rule"),
        summary=t("Meterstokk i bjørk med skjulte ledd.", "Tumstock i björk med dolda leder.", "Miara składana z brzozy, z krytymi przegubami.", "Folding rule in birch with hidden joints."),
        detail=t("Tydelige tall på begge sider, også for venstrehendte.", "Tydliga siffror på båda sidor, även för vänsterhänta.", "Wyraźna podziałka po obu stronach, także dla leworęcznych.", "Clear figures on both sides, for left-handers too."), attributes={"material": "wood"}, articles=(One("2 m", 99, 0.13, {"length_m": 2}),), demand=60),
    Item(code="spirit-level", category="measuring", brand="jarnbo", kind="spirit_level", names=t("Vater", "Vattenpass", "Poziomica", "Spirit level"),
        summary=t("Vater i aluminium med tre libeller.", "Vattenpass i aluminium med tre libeller.", "Poziomica aluminiowa z trzema libellami.", "Aluminum level with three vials."),
        detail=t("Nøyaktighet 0,5 mm per meter i begge retninger.", "Noggrannhet 0,5 mm per meter i båda riktningarna.", "Dokładność 0,5 mm na metr w obu kierunkach.", "Accurate to 0.5 mm per meter both ways."), attributes={"material": "aluminum"}, articles=tuple(One(f"{length} mm", price, weight, {"length": length}, {"l": length}) for length, price, weight in ((400, 249, 0.4), (600, 319, 0.55), (1000, 449, 0.85), (1200, 519, 1.0), (2000, 890, 1.7)))),
    Item(code="caliper", category="measuring", brand="jarnbo", kind="caliper", names=t("Skyvelær", "Skjutmått", "Suwmiarka", "Caliper"),
        summary=t("Skyvelær i rustfritt stål for ut-, inn- og dybdemål.", "Skjutmått i rostfritt stål för yttre, inre och djupmått.", "Suwmiarka ze stali nierdzewnej do pomiarów zewnętrznych, wewnętrznych i głębokości.", "Stainless caliper for outside, inside and depth."),
        detail=t("Leveres i etui med målerapport.", "Levereras i etui med mätrapport.", "W etui, z protokołem pomiarowym.", "Comes in a case with a measuring report."), attributes={"length": 150}, articles=(One(t("nonius", "nonie", "noniuszowa", "vernier"), 349, 0.18, {"digital": False}, {"style": "vernier"}), One(t("digitalt", "digitalt", "cyfrowa", "digital"), 590, 0.2, {"digital": True}, {"style": "digital"}))),
    Item(code="laser-cross", category="measuring", brand="jarnbo", kind="laser", names=t("Krysslaser", "Korslaser", "Laser krzyżowy", "Cross-line laser"),
        summary=t("Selvnivellerende krysslaser for innvendig arbeid.", "Självnivellerande korslaser för inomhusarbete.", "Samopoziomujący laser krzyżowy do prac wewnętrznych.", "Self-leveling cross-line laser for indoor work."),
        detail=t("Rekkevidde 20 m, nøyaktighet 0,3 mm per meter, laserklasse 2.", "Räckvidd 20 m, noggrannhet 0,3 mm per meter, laserklass 2.", "Zasięg 20 m, dokładność 0,3 mm na metr, klasa lasera 2.", "Range 20 m, accuracy 0.3 mm per meter, laser class 2."), articles=(One(t("rød", "röd", "czerwony", "red"), 1290, 0.55, {"length_m": 20}, {"color": "#b22f45"}), One(t("grønn", "grön", "zielony", "green"), 1890, 0.6, {"length_m": 30}, {"color": "#1f6549"})), demand=18),
)  # fmt: skip
