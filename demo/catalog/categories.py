"""The category tree, with a picture for each place in it."""

from __future__ import annotations

from demo.catalog.build import picture
from demo.catalog.texts import t
from demo.catalog.values import DemoCategory, Texts

WARM, COOL, GREEN = "#ece5d6", "#dfe6e6", "#dfe8e1"


def _category(code: str, names: Texts, intro: Texts, look: str, family: str | None = None) -> DemoCategory:
    """Return a category; `look` is `wall kind[:a=b,c=d] …` with up to three kinds on the shelf."""
    wall, *kinds = look.split()
    params: dict[str, str | float] = {"wall": wall}
    for letter, entry in zip("abc", kinds, strict=False):
        kind, _, values = entry.partition(":")
        params[letter] = kind
        if values:
            params[f"{letter}_with"] = values.replace(",", " ")
    parent, _, _ = code.rpartition("/")
    return DemoCategory(
        code.rpartition("/")[2], parent or None, names, intro, family, picture("category", names, **params)
    )


CATEGORIES = (
    _category("fasteners", t("Festemidler", "Fästelement", "Elementy złączne", "Fasteners"), t(
        "Skruer, muttere, skiver og plugger etter standard, med mål for hver enkelt.",
        "Skruv, mutter, brickor och plugg enligt standard, med mått för varje artikel.",
        "Śruby, nakrętki, podkładki i kołki według norm, z wymiarami każdej pozycji.",
        "Screws, nuts, washers and plugs to standard, with the dimensions of each."), f"{WARM} nut washer hex_bolt:l=52,b=0"),
    _category("fasteners/hex-bolts", t("Sekskantskruer", "Sexkantskruv", "Śruby sześciokątne", "Hexagon bolts"), t(
        "Hel- og delgjengede sekskantskruer M4 til M24.", "Hel- och delgängade sexkantskruvar M4 till M24.",
        "Śruby z pełnym i niepełnym gwintem od M4 do M24.", "Fully and partly threaded hexagon bolts M4 to M24."), f"{COOL} hex_bolt:l=30 hex_bolt:d=12,l=90,s=18,k=7.5,P=1.75,b=30,finish=hdg", "bolt"),
    _category("fasteners/machine-screws", t("Maskinskruer", "Maskinskruv", "Śruby maszynowe", "Machine screws"), t(
        "Sylinderhode, senkhode, linsehode og settskruer.", "Cylinderhuvud, försänkt huvud, kullrigt huvud och stoppskruv.",
        "Łeb walcowy, stożkowy, soczewkowy oraz wkręty dociskowe.", "Socket head, countersunk, button head and set screws."), f"{COOL} socket_screw:finish=black,l=42 socket_screw:head=countersunk,l=52,k=4.96,dk=17.9,s=5,finish=a2", "machine_screw"),
    _category("fasteners/nuts", t("Muttere", "Muttrar", "Nakrętki", "Nuts"), t(
        "Sekskant-, låse-, hatt- og vingemuttere.", "Sexkant-, lås-, kupol- och vingmuttrar.",
        "Nakrętki sześciokątne, samohamowne, kołpakowe i motylkowe.", "Hexagon, locking, domed and wing nuts."), f"{COOL} nut nut:style=lock,m=9.5", "nut"),
    _category("fasteners/washers", t("Skiver", "Brickor", "Podkładki", "Washers"), t(
        "Flate skiver, karosseriskiver og fjærskiver.", "Planbrickor, karosseribrickor och fjäderbrickor.",
        "Podkładki płaskie, powiększone i sprężyste.", "Flat, large and spring washers."), f"{COOL} washer", "washer"),
    _category("fasteners/threaded-rods", t("Gjengestenger", "Gängstänger", "Pręty gwintowane", "Threaded rods"), t(
        "Gjengestenger i 1 og 2 meter.", "Gängstänger i 1 och 2 meter.", "Pręty gwintowane 1 i 2 m.", "Threaded rods of 1 and 2 meters."), f"{COOL} threaded_rod threaded_rod:d=16,P=2,finish=a4", "rod"),
    _category("fasteners/wood-screws", t("Treskruer og byggskruer", "Träskruv och byggskruv", "Wkręty do drewna i konstrukcji", "Wood and construction screws"), t(
        "Fra sponskruer til terrasse-, gips-, vogn- og franske skruer.", "Från spånskivskruv till trall-, gips-, vagns- och franska skruvar.",
        "Od wkrętów do płyt po wkręty tarasowe, do g-k, zamkowe i kluczowe.", "From chipboard screws to deck, drywall, carriage and coach screws."), f"{WARM} wood_screw:finish=yellow,b=36 wood_screw:d=4.2,l=55,dk=8,finish=a2,b=33", "wood_screw"),
    _category("fasteners/anchors", t("Plugger og ankere", "Plugg och ankare", "Kołki i kotwy", "Plugs and anchors"), t(
        "Feste i betong, mur og gips.", "Infästning i betong, murverk och gips.", "Mocowanie w betonie, murze i płytach.", "Fixing in concrete, masonry and drywall."), f"{WARM} wall_plug expansion_anchor", "anchor"),
    _category("fasteners/rivets-nails", t("Nagler og spiker", "Nitar och spik", "Nity i gwoździe", "Rivets and nails"), t(
        "Blindnagler og spiker.", "Blindnitar och spik.", "Nity zrywalne i gwoździe.", "Blind rivets and nails."), f"{WARM} blind_rivet nail", "rivet"),
    _category("hand-tools", t("Håndverktøy", "Handverktyg", "Narzędzia ręczne", "Hand tools"), t(
        "Verktøy som ligger godt i hånden og holder i mange år.", "Verktyg som ligger bra i handen och håller i många år.",
        "Narzędzia, które dobrze leżą w dłoni i służą latami.", "Tools that sit well in the hand and last for years."), f"{WARM} hammer screwdriver pliers"),
    _category("hand-tools/screwdrivers", t("Skrutrekkere og nøkler", "Skruvmejslar och nycklar", "Wkrętaki i klucze", "Screwdrivers and wrenches"), t(
        "Skrutrekkere, unbrakonøkler, fastnøkler og piper.", "Skruvmejslar, insexnycklar, blocknycklar och hylsor.",
        "Wkrętaki, klucze imbusowe, płasko-oczkowe i nasadowe.", "Screwdrivers, hex keys, spanners and sockets."), f"{COOL} screwdriver spanner", "hand_tool"),
    _category("hand-tools/pliers", t("Tenger", "Tänger", "Szczypce", "Pliers"), t(
        "Kombi-, avbiter-, nebb- og polygriptenger.", "Kombi-, avbitar-, spets- och polygriptänger.",
        "Szczypce uniwersalne, tnące, wydłużone i do rur.", "Combination, cutting, needle-nose and pump pliers."), f"{COOL} pliers:style=combination pliers:style=cutter,color=#1f6549", "hand_tool"),
    _category("hand-tools/striking-cutting", t("Hammere, sager og kniver", "Hammare, sågar och knivar", "Młotki, piły i noże", "Hammers, saws and knives"), t(
        "Slå, sage og skjære.", "Slå, såga och skära.", "Do wbijania, piłowania i cięcia.", "For striking, sawing and cutting."), f"{WARM} hammer handsaw", "hand_tool"),
    _category("hand-tools/measuring", t("Måleverktøy", "Mätverktyg", "Narzędzia pomiarowe", "Measuring tools"), t(
        "Målebånd, vater, skyvelær og laser.", "Måttband, vattenpass, skjutmått och laser.",
        "Miary, poziomice, suwmiarki i lasery.", "Tape measures, levels, calipers and lasers."), f"{WARM} tape_measure spirit_level", "measuring_tool"),
    _category("power-tools", t("Elektroverktøy", "Elverktyg", "Elektronarzędzia", "Power tools"), t(
        "Ett batterisystem på 18 V for alle maskinene.", "Ett batterisystem på 18 V för alla maskiner.",
        "Jeden system akumulatorowy 18 V do wszystkich maszyn.", "One 18 V battery system for every machine."), f"{GREEN} battery drill circular_saw"),
    _category("power-tools/drills-drivers", t("Driller og skrumaskiner", "Borrmaskiner och skruvdragare", "Wiertarki i wkrętarki", "Drills and drivers"), t(
        "Bor-, slag- og kombimaskiner.", "Borr-, slag- och kombimaskiner.", "Wiertarko-wkrętarki, zakrętarki i młotowiertarki.", "Drill drivers, impact drivers and rotary hammers."), f"{GREEN} drill rotary_hammer", "power_tool"),
    _category("power-tools/grinders-saws", t("Slipere og sager", "Slipmaskiner och sågar", "Szlifierki i piły", "Grinders and saws"), t(
        "Vinkelslipere, sirkelsager, stikksager og multiverktøy.", "Vinkelslipar, cirkelsågar, sticksågar och multiverktyg.",
        "Szlifierki kątowe, pilarki, wyrzynarki i narzędzia wielofunkcyjne.", "Angle grinders, circular saws, jigsaws and multi-tools."), f"{GREEN} grinder circular_saw", "power_tool"),
    _category("power-tools/batteries", t("Batterier og ladere", "Batterier och laddare", "Akumulatory i ładowarki", "Batteries and chargers"), t(
        "18 V-batterier fra 2 til 8 Ah.", "18 V-batterier från 2 till 8 Ah.", "Akumulatory 18 V od 2 do 8 Ah.", "18 V batteries from 2 to 8 Ah."), f"{GREEN} battery charger", "battery"),
    _category("accessories", t("Maskintilbehør", "Maskintillbehör", "Osprzęt do maszyn", "Machine accessories"), t(
        "Bor, bits, sagblad, skiver og slipemidler.", "Borr, bits, sågklingor, skivor och slipmedel.",
        "Wiertła, bity, brzeszczoty, tarcze i ścierniwo.", "Drills, bits, saw blades, discs and abrasives."), f"{COOL} screw_bit saw_blade drill_bit"),
    _category("accessories/drill-bits", t("Bor og hullsager", "Borr och hålsågar", "Wiertła i otwornice", "Drill bits and hole saws"), t(
        "Til metall, tre, mur og betong.", "För metall, trä, murverk och betong.", "Do metalu, drewna, muru i betonu.", "For metal, wood, masonry and concrete."), f"{COOL} drill_bit:d=10,l=133 hole_saw", "bit"),
    _category("accessories/screw-bits", t("Bits", "Bits", "Bity", "Screwdriver bits"), t(
        "Enkeltbits, slagbits og sett.", "Enstaka bits, slagbits och satser.", "Bity pojedyncze, udarowe i zestawy.", "Single bits, impact bits and sets."), f"{COOL} screw_bit:tip=torx socket_set:content=bits", "bit"),
    _category("accessories/saw-blades", t("Sagblad", "Sågklingor", "Tarcze pilarskie", "Saw blades"), t(
        "Sirkelsagblad for tre og aluminium.", "Sågklingor för trä och aluminium.", "Tarcze do drewna i aluminium.", "Circular saw blades for wood and aluminum."), f"{WARM} saw_blade saw_blade:d=160,teeth=24", "blade"),
    _category("accessories/abrasives", t("Skiver og slipemidler", "Skivor och slipmedel", "Tarcze i materiały ścierne", "Discs and abrasives"), t(
        "Kapping, sliping og pussing.", "Kapning, slipning och putsning.", "Cięcie, szlifowanie i wygładzanie.", "Cutting, grinding and sanding."), f"{WARM} disc:style=flap sandpaper", "blade"),
    _category("workwear", t("Arbeidsklær", "Arbetskläder", "Odzież robocza", "Workwear"), t(
        "Klær for lange dager ute og inne, i størrelser som passer.", "Kläder för långa dagar ute och inne, i storlekar som passar.",
        "Odzież na długie dni na dworze i pod dachem, w pasujących rozmiarach.", "Clothes for long days outdoors and in, in sizes that fit."), f"{COOL} trousers shoe jacket"),
    _category("workwear/trousers", t("Bukser", "Byxor", "Spodnie", "Trousers"), t(
        "Håndverkerbukser, servicebukser og shorts.", "Hantverksbyxor, servicebyxor och shorts.", "Spodnie monterskie, serwisowe i krótkie.", "Craftsman trousers, service trousers and shorts."), f"{COOL} trousers trousers:color=#b9bdbb,accent=#4b5459", "garment"),
    _category("workwear/jackets", t("Jakker", "Jackor", "Kurtki", "Jackets"), t(
        "Softshell, skall, fleece og vinterjakker.", "Softshell, skal, fleece och vinterjackor.", "Softshelle, kurtki przeciwdeszczowe, polary i zimowe.", "Softshell, shell, fleece and winter jackets."), f"{COOL} jacket jacket:style=shell,color=#e08a2b", "garment"),
    _category("workwear/hi-vis", t("Varselklær", "Varselkläder", "Odzież ostrzegawcza", "Hi-vis clothing"), t(
        "Synlig etter EN ISO 20471.", "Synlig enligt EN ISO 20471.", "Widoczność według EN ISO 20471.", "Visible to EN ISO 20471."), f"{GREEN} vest jacket:vis=yes,color=#ef7a2a,accent=#22303c", "garment"),
    _category("workwear/shirts", t("Skjorter og gensere", "Skjortor och tröjor", "Koszule i bluzy", "Shirts and sweaters"), t(
        "T-skjorter, piquéskjorter, arbeidsskjorter og gensere.", "T-shirts, pikétröjor, arbetsskjortor och tröjor.", "T-shirty, koszulki polo, koszule robocze i bluzy.", "T-shirts, polo shirts, work shirts and sweaters."), f"{GREEN} shirt:style=tee shirt:style=hoodie,color=#2a3950", "garment"),
    _category("workwear/base-layers", t("Undertøy, sokker og luer", "Underställ, strumpor och mössor", "Bielizna, skarpety i czapki", "Base layers, socks and hats"), t(
        "Innerst og ytterst når det er kaldt.", "Innerst och ytterst när det är kallt.", "Najbliżej ciała, gdy jest zimno.", "Next to the skin when it is cold."), f"{WARM} socks cap:style=beanie", "garment"),
    _category("workwear/rainwear", t("Regntøy", "Regnkläder", "Odzież przeciwdeszczowa", "Rainwear"), t(
        "Tett etter EN 343.", "Tätt enligt EN 343.", "Wodoszczelność według EN 343.", "Waterproof to EN 343."), f"{COOL} overall:style=set,color=#d4a72c overall", "garment"),
    _category("workwear/footwear", t("Vernesko", "Skyddsskor", "Obuwie ochronne", "Safety footwear"), t(
        "Sko og støvler med vernetå.", "Skor och stövlar med tåhätta.", "Półbuty, trzewiki i kalosze z podnoskiem.", "Shoes and boots with toecap."), f"{WARM} shoe shoe:style=boot,color=#6b4a33,accent=#d9b387", "footwear"),
    _category("workwear/gloves", t("Hansker", "Handskar", "Rękawice", "Gloves"), t(
        "Montering, kutt og vinter, etter EN 388.", "Montage, skärskydd och vinter, enligt EN 388.", "Montażowe, antyprzecięciowe i zimowe, według EN 388.", "Assembly, cut protection and winter, to EN 388."), f"{WARM} glove glove:style=leather,color=#d9b387,coat=#a9744b", "glove"),
    _category("safety", t("Verneutstyr", "Skyddsutrustning", "Środki ochrony", "Safety"), t(
        "Hode, øyne, hørsel, pust og førstehjelp.", "Huvud, ögon, hörsel, andning och första hjälpen.", "Ochrona głowy, oczu, słuchu i dróg oddechowych oraz pierwsza pomoc.", "Head, eyes, hearing, breathing and first aid."), f"{WARM} helmet first_aid ear_defenders"),
    _category("safety/head-eyes-ears", t("Hode, øyne og hørsel", "Huvud, ögon och hörsel", "Głowa, oczy i słuch", "Head, eyes and hearing"), t(
        "Hjelmer, briller og hørselvern.", "Hjälmar, glasögon och hörselskydd.", "Hełmy, okulary i ochronniki słuchu.", "Helmets, glasses and ear protection."), f"{WARM} helmet ear_defenders", "protection"),
    _category("safety/breathing-first-aid", t("Åndedrett og førstehjelp", "Andning och första hjälpen", "Drogi oddechowe i pierwsza pomoc", "Breathing and first aid"), t(
        "Masker, førstehjelp og brannslukking.", "Masker, första hjälpen och brandsläckning.", "Maski, apteczki i gaśnice.", "Masks, first aid and fire extinguishers."), f"{GREEN} mask first_aid", "protection"),
    _category("storage", t("Oppbevaring", "Förvaring", "Przechowywanie", "Storage"), t(
        "Orden i bilen, på verkstedet og på lageret.", "Ordning i bilen, verkstaden och lagret.", "Porządek w aucie, warsztacie i magazynie.", "Order in the van, the workshop and the warehouse."), f"{WARM} toolbox:count=2 cabinet:wheels=yes"),
    _category("storage/boxes-bags", t("Bokser og vesker", "Lådor och väskor", "Skrzynki i torby", "Boxes and bags"), t(
        "Sortimentsbokser, systembokser og verktøyvesker.", "Sortimentslådor, systemlådor och verktygsväskor.", "Organizery, skrzynki systemowe i torby.", "Assortment boxes, system boxes and tool bags."), f"{WARM} assortment_box toolbox:count=3", "storage"),
    _category("storage/shelving-cabinets", t("Hyller og skap", "Hyllor och skåp", "Regały i szafy", "Shelving and cabinets"), t(
        "Reoler, verktøyvogner, skap og arbeidsbenker.", "Ställage, verktygsvagnar, skåp och arbetsbänkar.", "Regały, wózki narzędziowe, szafy i stoły warsztatowe.", "Shelving, tool trolleys, cabinets and workbenches."), f"{COOL} shelf cabinet:wheels=yes", "storage"),
    _category("site", t("Byggeplass", "Byggarbetsplats", "Plac budowy", "Building site"), t(
        "Stiger, tape, presenninger, kabel og lys.", "Stegar, tejp, presenningar, kabel och ljus.", "Drabiny, taśmy, plandeki, kable i oświetlenie.", "Ladders, tapes, tarps, cables and lights."), f"{WARM} bucket tape_roll:color=#b22f45,stripe=#fdfcfa,w=75 ladder"),
    _category("site/ladders", t("Stiger", "Stegar", "Drabiny", "Ladders"), t(
        "Gardintrapper og anleggsstiger etter EN 131.", "Trappstegar och anliggande stegar enligt EN 131.", "Drabiny wolnostojące i przystawne według EN 131.", "Stepladders and leaning ladders to EN 131."), f"{COOL} ladder ladder:style=lean,rungs=9", "ladder"),
    _category("site/tapes-sealants", t("Tape, fugemasse og kjemi", "Tejp, fogmassa och kemi", "Taśmy, uszczelniacze i chemia", "Tapes, sealants and chemicals"), t(
        "Tette, lime, merke og smøre.", "Täta, limma, märka och smörja.", "Uszczelnianie, klejenie, znakowanie i smarowanie.", "Sealing, bonding, marking and lubricating."), f"{WARM} tape_roll:color=#c3ccd0 cartridge", "site"),
    _category("site/power-light", t("Strøm, lys og transport", "El, ljus och transport", "Zasilanie, światło i transport", "Power, light and transport"), t(
        "Skjøteledninger, arbeidslys, presenninger og stropper.", "Skarvkablar, arbetsljus, presenningar och spännband.", "Przedłużacze, lampy, plandeki i pasy.", "Extension cables, work lights, tarps and straps."), f"{WARM} cable:style=drum work_light", "site"),
    _category("office", t("Kontor", "Kontor", "Biuro", "Office"), t(
        "Det kontoret bruker opp, og møblene det sitter på.", "Det kontoret förbrukar, och möblerna det sitter på.", "To, co biuro zużywa, i meble, na których pracuje.", "What the office uses up, and the furniture it sits on."), f"{GREEN} binder:count=4,w=50 chair"),
    _category("office/paper", t("Papir og blokker", "Papper och block", "Papier i notesy", "Paper and notebooks"), t(
        "Kopipapir, notatbøker og lapper.", "Kopieringspapper, anteckningsböcker och notislappar.", "Papier ksero, notesy i karteczki.", "Copy paper, notebooks and sticky notes."), f"{WARM} paper notebook", "office"),
    _category("office/writing", t("Skriveredskaper", "Pennor", "Artykuły do pisania", "Writing"), t(
        "Penner, tusjer og blyanter.", "Pennor, märkpennor och blyertspennor.", "Długopisy, markery i ołówki.", "Pens, markers and pencils."), f"{WARM} pen:style=marker,colors=#1d2327+#b22f45+#21508f+#1f6549", "office"),
    _category("office/filing", t("Arkiv og skrivebord", "Arkiv och skrivbord", "Archiwizacja i biurko", "Filing and desk"), t(
        "Permer, mapper, stiftemaskiner og regnemaskiner.", "Pärmar, mappar, häftapparater och räknare.", "Segregatory, teczki, zszywacze i kalkulatory.", "Binders, folders, staplers and calculators."), f"{COOL} binder stapler", "office"),
    _category("office/labels-packaging", t("Etiketter og emballasje", "Etiketter och emballage", "Etykiety i opakowania", "Labels and packaging"), t(
        "Merke, pakke og sende.", "Märka, packa och skicka.", "Etykietowanie, pakowanie i wysyłka.", "Label, pack and send."), f"{WARM} label_roll envelope:style=carton", "office"),
    _category("office/furniture", t("Kontormøbler", "Kontorsmöbler", "Meble biurowe", "Office furniture"), t(
        "Hev-senk-bord, stoler og belysning.", "Höj- och sänkbara bord, stolar och belysning.", "Biurka z regulacją, krzesła i oświetlenie.", "Sit-stand desks, chairs and lighting."), f"{GREEN} desk chair", "furniture"),
)  # fmt: skip
