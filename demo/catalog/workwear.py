"""Workwear, footwear and gloves, in sizes and colors."""

from __future__ import annotations

from collections.abc import Mapping

from demo.catalog.attributes import (
    COLOR_NAMES,
    GARMENT_SIZES,
    GLOVE_SIZES,
    SHOE_SIZES,
    SOCK_SIZES,
    SWATCHES,
    TROUSER_SIZES,
)
from demo.catalog.build import DATA_SHEET, DECLARATION, PAIR
from demo.catalog.items import Item, Look, One
from demo.catalog.texts import Texts, join, same, t

WASH = t(
    "Vaskes på 60 grader sammen med like farger.",
    "Tvättas i 60 grader med liknande färger.",
    "Prać w 60 stopniach z podobnymi kolorami.",
    "Wash at 60 degrees with like colors.",
)
WASH_40 = t(
    "Vaskes på 40 grader uten skyllemiddel.",
    "Tvättas i 40 grader utan sköljmedel.",
    "Prać w 40 stopniach bez płynu zmiękczającego.",
    "Wash at 40 degrees without fabric softener.",
)
NORM = (DATA_SHEET, DECLARATION)
# How sales spread over sizes, from the first to the last.
CURVE = (0.3, 0.6, 1.1, 1.6, 1.7, 1.4, 1.0, 0.7, 0.4, 0.25, 0.4, 0.4, 0.3, 0.2)


def sized(
    price: float, weight: float, colors: str, sizes: tuple[str, ...], looks: Mapping[str, Look] | None = None
) -> tuple[One, ...]:
    """Return one article for each color and size; prices are alike in all of them."""
    articles = []
    for color in colors.split():
        look: dict[str, str | float] = {"color": SWATCHES[color], **(looks or {}).get(color, {})}
        for index, size in enumerate(sizes):
            suffix = join(COLOR_NAMES[color], same(size), by=", ")
            curve = CURVE[round(index * (len(CURVE) - 1) / max(len(sizes) - 1, 1))]
            articles.append(One(suffix, price, weight, {"color": color, "size": size}, look, curve))
    return tuple(articles)


def _garment(
    code: str,
    category: str,
    kind: str,
    texts: tuple[Texts, Texts, Texts],
    articles: tuple[One, ...],
    look: Look,
    /,
    **attributes: str | int | tuple[str, ...],
) -> Item:
    names, summary, detail = texts
    guide = (
        "trousers"
        if articles[0].attributes["size"] in TROUSER_SIZES
        else "socks"
        if articles[0].attributes["size"] in SOCK_SIZES
        else "garments"
    )
    norm = NORM if "standard" in attributes else (DATA_SHEET,)
    return Item(
        code=code, category=category, brand="fjellvern", kind=kind, look={**articles[0].look, **look}, names=names, summary=summary, detail=detail, notes=(WASH_40 if norm is NORM or "jacket" in code else WASH,),
        articles=tuple(One(one.suffix, one.price, one.weight, one.attributes, {**look, **one.look}, one.weightiness) for one in articles), attributes=attributes, documents=norm, size_guide=guide, demand=16,
        relations=RELATED.get(code, ()),
    )  # fmt: skip


RELATED: dict[str, tuple[tuple[str, str], ...]] = {
    "trousers-craft": (("bought_together", "knee-pads"), ("accessory", "belt"), ("bought_together", "shoe-low-s3")), "trousers-service": (("accessory", "belt"),),
    "jacket-softshell": (("bought_together", "trousers-craft"),), "hivis-jacket": (("bought_together", "hivis-trousers"),), "hivis-trousers": (("bought_together", "hivis-vest"),),
    "jacket-winter": (("bought_together", "base-merino"),),
}  # fmt: skip
_SHORT_SIZES = TROUSER_SIZES[:10]

GARMENTS = (
    _garment("trousers-craft", "trousers", "trousers", (t("Håndverkerbukse med hylsterlommer", "Hantverksbyxa med hölsterfickor", "Spodnie monterskie z kieszeniami kaburowymi", "Craftsman trousers with holster pockets"),
        t("Slitesterk håndverkerbukse med hylsterlommer og knelommer.", "Slitstark hantverksbyxa med hölsterfickor och knäfickor.", "Wytrzymałe spodnie z kieszeniami kaburowymi i na nakolanniki.", "Hard-wearing trousers with holster and knee-pad pockets."),
        t("Forsterket der verktøy og knær sliter. Knelommene er sertifisert sammen med våre kneputer.", "Förstärkt där verktyg och knän sliter. Knäfickorna är certifierade tillsammans med våra knäskydd.", "Wzmocnione tam, gdzie trą narzędzia i kolana. Kieszenie certyfikowane razem z naszymi nakolannikami.", "Reinforced where tools and knees wear. The knee pockets are certified together with our knee pads.")),
        sized(719, 0.75, "black navy light_gray", TROUSER_SIZES, {"light_gray": {"accent": "#4b5459"}}), {"style": "long"}, material="cotton_poly", fabric_weight=300, standard="EN 14404"),
    _garment("trousers-service", "trousers", "trousers", (t("Servicebukse med stretch", "Servicebyxa med stretch", "Spodnie serwisowe ze stretchem", "Service trousers with stretch"),
        t("Lett servicebukse med stretch til lager, verksted og bil.", "Lätt servicebyxa med stretch för lager, verkstad och bil.", "Lekkie spodnie ze stretchem do magazynu, warsztatu i auta.", "Light stretch trousers for warehouse, workshop and van."),
        t("Smal passform, lårlomme med telefonlomme og ingen metall som riper lakk.", "Smal passform, benficka med telefonficka och ingen metall som repar lack.", "Wąski krój, kieszeń udowa na telefon i brak metalu rysującego lakier.", "Slim fit, thigh pocket for the phone and no metal to scratch paint.")),
        sized(559, 0.5, "black gray", TROUSER_SIZES[:11], {"gray": {"accent": "#4b5459"}}), {"holster": "no"}, material="cotton_poly", fabric_weight=240),
    _garment("shorts-craft", "trousers", "trousers", (t("Håndverkershorts", "Hantverksshorts", "Spodenki monterskie", "Craftsman shorts"),
        t("Shorts med hylsterlommer for varme dager.", "Shorts med hölsterfickor för varma dagar.", "Spodenki z kieszeniami kaburowymi na ciepłe dni.", "Shorts with holster pockets for warm days."),
        t("Samme lommer og stoff som buksen.", "Samma fickor och tyg som byxan.", "Te same kieszenie i tkanina co w spodniach.", "The same pockets and fabric as the trousers.")),
        sized(479, 0.5, "black navy", _SHORT_SIZES), {"style": "shorts"}, material="cotton_poly", fabric_weight=300),
    _garment("jacket-softshell", "jackets", "jacket", (t("Softshelljakke", "Softshelljacka", "Kurtka softshell", "Softshell jacket"),
        t("Vindtett softshell med fleece på innsiden.", "Vindtät softshell med fleece på insidan.", "Wiatroszczelny softshell z polarem od środka.", "Windproof softshell with fleece inside."),
        t("Slipper fukt ut og holder regnbyger ute.", "Släpper ut fukt och håller regnskurar ute.", "Odprowadza wilgoć i chroni przed przelotnym deszczem.", "Lets moisture out and keeps showers off.")),
        sized(849, 0.7, "red navy black", GARMENT_SIZES), {"style": "softshell"}, material="polyester", fabric_weight=300),
    _garment("jacket-shell", "jackets", "jacket", (t("Skalljakke med hette", "Skaljacka med huva", "Kurtka przeciwdeszczowa z kapturem", "Shell jacket with hood"),
        t("Vanntett skalljakke med teipede sømmer.", "Vattentät skaljacka med tejpade sömmar.", "Wodoszczelna kurtka z klejonymi szwami.", "Waterproof shell with taped seams."),
        t("Hetten går utenpå hjelm og strammes med én hånd.", "Huvan går utanpå hjälm och spänns med en hand.", "Kaptur mieści hełm i reguluje się jedną ręką.", "The hood goes over a helmet and tightens with one hand.")),
        sized(1290, 0.8, "orange black", GARMENT_SIZES), {"style": "shell"}, material="polyester", fabric_weight=180, standard="EN 343", use=("outdoor",)),
    _garment("jacket-fleece", "jackets", "jacket", (t("Fleecejakke", "Fleecejacka", "Bluza polarowa", "Fleece jacket"),
        t("Mellomlag i fleece med høy krage.", "Mellanlager i fleece med hög krage.", "Warstwa pośrednia z polaru z wysokim kołnierzem.", "Fleece mid layer with a high collar."),
        t("Tørker fort og loer lite.", "Torkar snabbt och noppar lite.", "Szybko schnie i mało się mechaci.", "Dries fast and pills little.")),
        sized(429, 0.4, "gray green", GARMENT_SIZES), {"style": "fleece"}, material="polyester", fabric_weight=240),
    _garment("jacket-winter", "jackets", "jacket", (t("Vinterjakke", "Vinterjacka", "Kurtka zimowa", "Winter jacket"),
        t("Fôret vinterjakke for arbeid i kulde.", "Fodrad vinterjacka för arbete i kyla.", "Ocieplana kurtka do pracy na mrozie.", "Lined winter jacket for work in the cold."),
        t("Prøvd etter EN 342, med avtagbar hette og ribbestrikkede mansjetter inni ermet.", "Provad enligt EN 342, med avtagbar huva och ribbstickade muddar i ärmen.", "Badana według EN 342, odpinany kaptur i ściągacze w rękawach.", "Tested to EN 342, with detachable hood and ribbed cuffs inside the sleeves.")),
        sized(1490, 1.3, "navy black", GARMENT_SIZES), {"style": "winter"}, material="polyester", fabric_weight=220, standard="EN 342", use=("winter", "outdoor")),
    _garment("hivis-vest", "hi-vis", "vest", (t("Varselvest", "Varselväst", "Kamizelka ostrzegawcza", "Hi-vis vest"),
        t("Varselvest i klasse 2 til bil og besøk på byggeplass.", "Varselväst i klass 2 för bil och besök på byggarbetsplats.", "Kamizelka klasy 2 do auta i na wizyty na budowie.", "Class 2 vest for the car and for site visits."),
        t("Går utenpå vinterjakke og lukkes med glidelås.", "Går utanpå vinterjacka och stängs med dragkedja.", "Mieści się na kurtce zimowej, zapinana na zamek.", "Goes over a winter jacket and closes with a zip.")),
        sized(119, 0.2, "hv_yellow hv_orange", ("S", "M", "L", "XL", "XXL")), {}, material="polyester", standard="EN ISO 20471", protection="2"),
    _garment("hivis-jacket", "hi-vis", "jacket", (t("Varseljakke klasse 3", "Varseljacka klass 3", "Kurtka ostrzegawcza klasy 3", "Hi-vis jacket class 3"),
        t("Varseljakke for vei og anlegg i all slags vær.", "Varseljacka för väg och anläggning i alla väder.", "Kurtka ostrzegawcza na drogi i budowy w każdą pogodę.", "Hi-vis jacket for roads and sites in any weather."),
        t("Mørke felt nede tar skitten, og klasse 3 beholdes sammen med varselbuksen.", "Mörka fält nedtill tar smutsen, och klass 3 behålls ihop med varselbyxan.", "Ciemne wstawki na dole nie brudzą się, a klasę 3 zapewnia komplet ze spodniami.", "Dark panels below take the dirt, and class 3 holds together with the trousers.")),
        sized(1190, 0.95, "hv_orange hv_yellow", GARMENT_SIZES), {"vis": "yes", "accent": "#22303c"}, material="polyester", standard="EN ISO 20471", protection="3", fabric_weight=210),
    _garment("hivis-trousers", "hi-vis", "trousers", (t("Varselbukse klasse 2", "Varselbyxa klass 2", "Spodnie ostrzegawcze klasy 2", "Hi-vis trousers class 2"),
        t("Varselbukse med hylsterlommer og knelommer.", "Varselbyxa med hölsterfickor och knäfickor.", "Spodnie ostrzegawcze z kieszeniami kaburowymi i na nakolanniki.", "Hi-vis trousers with holster and knee pockets."),
        t("Refleksene er varmesveiset og følger med i bevegelsen.", "Reflexerna är värmesvetsade och följer rörelsen.", "Zgrzewane odblaski układają się w ruchu.", "The reflective bands are heat-welded and move with you.")),
        sized(890, 0.8, "hv_yellow hv_orange", TROUSER_SIZES[:9]), {"vis": "yes", "accent": "#22303c"}, material="cotton_poly", standard="EN ISO 20471", protection="2", fabric_weight=290),
    _garment("tshirt", "shirts", "shirt", (t("T-skjorte", "T-shirt", "T-shirt", "T-shirt"),
        t("T-skjorte i kjemmet bomull med god lengde i ryggen.", "T-shirt i kammad bomull med god längd i ryggen.", "T-shirt z czesanej bawełny, dłuższy z tyłu.", "Combed cotton T-shirt with good length in the back."),
        t("Holder formen etter mange vask og kan trykkes på.", "Behåller formen efter många tvättar och går att trycka på.", "Trzyma fason po wielu praniach, nadaje się do nadruku.", "Keeps its shape through many washes and takes print.")),
        sized(119, 0.2, "black navy gray green white", GARMENT_SIZES), {"style": "tee"}, material="cotton", fabric_weight=180),
    _garment("polo", "shirts", "shirt", (t("Piquéskjorte", "Pikétröja", "Koszulka polo", "Polo shirt"),
        t("Piquéskjorte til butikk, service og kundebesøk.", "Pikétröja för butik, service och kundbesök.", "Koszulka polo do sklepu, serwisu i wizyt u klientów.", "Polo shirt for shop, service and customer calls."),
        t("Forsterket krage og knappestolpe.", "Förstärkt krage och knappslå.", "Wzmocniony kołnierz i plisa.", "Reinforced collar and placket.")),
        sized(219, 0.25, "black navy red", GARMENT_SIZES), {"style": "polo"}, material="cotton_poly", fabric_weight=200),
    _garment("work-shirt", "shirts", "shirt", (t("Arbeidsskjorte", "Arbetsskjorta", "Koszula robocza", "Work shirt"),
        t("Arbeidsskjorte med to brystlommer.", "Arbetsskjorta med två bröstfickor.", "Koszula robocza z dwiema kieszeniami.", "Work shirt with two chest pockets."),
        t("Skjulte knapper i lommene, så ingenting henger seg fast.", "Dolda knappar i fickorna så att inget fastnar.", "Kryte guziki kieszeni o nic nie zaczepiają.", "Hidden pocket buttons, so nothing catches.")),
        sized(349, 0.3, "blue olive", GARMENT_SIZES), {"style": "shirt"}, material="cotton_poly", fabric_weight=150),
    _garment("hoodie", "shirts", "shirt", (t("Hettegenser", "Huvtröja", "Bluza z kapturem", "Hooded sweatshirt"),
        t("Børstet hettegenser med lomme foran.", "Borstad huvtröja med ficka fram.", "Drapana od środka bluza z kieszenią z przodu.", "Brushed hooded sweatshirt with front pocket."),
        t("Snoren kan tas ut ved arbeid nær maskiner.", "Snöret kan tas ur vid arbete nära maskiner.", "Sznurek można wyjąć przy pracy w pobliżu maszyn.", "The cord comes out for work near machines.")),
        sized(399, 0.55, "black green gray", GARMENT_SIZES), {"style": "hoodie"}, material="cotton_poly", fabric_weight=300),
    _garment("base-merino", "base-layers", "shirt", (t("Ulltrøye merino", "Underställströja merino", "Koszulka termiczna merino", "Merino base layer top"),
        t("Ulltrøye som varmer også når den er våt.", "Underställströja som värmer även när den är våt.", "Koszulka z merynosa grzeje, nawet gdy jest mokra.", "Merino top that keeps warm even when wet."),
        t("Flate sømmer som ikke gnager under sele eller ryggsekk.", "Platta sömmar som inte skaver under sele eller ryggsäck.", "Płaskie szwy nie obcierają pod szelkami ani plecakiem.", "Flat seams that do not chafe under harness or backpack.")),
        sized(559, 0.22, "navy black", GARMENT_SIZES[1:6]), {"style": "base"}, material="merino", fabric_weight=200, use=("winter",)),
    _garment("socks-work", "base-layers", "socks", (t("Arbeidssokker 2 par", "Arbetsstrumpor 2 par", "Skarpety robocze 2 pary", "Work socks 2 pairs"),
        t("Sokker med frotté under foten og støtte rundt vristen.", "Strumpor med frotté under foten och stöd runt vristen.", "Skarpety z frotą pod stopą i ściągaczem na śródstopiu.", "Socks with terry under the foot and support around the instep."),
        t("Forsterket hæl og tå, sitter godt i vernesko.", "Förstärkt häl och tå, sitter bra i skyddsskor.", "Wzmocniona pięta i palce, dobre do obuwia ochronnego.", "Reinforced heel and toe, sits well in safety shoes.")),
        sized(135, 0.14, "gray black", SOCK_SIZES), {}, material="cotton_poly"),
    _garment("socks-wool", "base-layers", "socks", (t("Ullsokker", "Ullstrumpor", "Skarpety wełniane", "Wool socks"),
        t("Tykke ullsokker til støvler og kalde gulv.", "Tjocka ullstrumpor för stövlar och kalla golv.", "Grube wełniane skarpety do kaloszy i na zimne podłogi.", "Thick wool socks for boots and cold floors."),
        t("65 % merinoull, resten polyamid for slitestyrke.", "65 % merinoull, resten polyamid för slitstyrka.", "65% wełny merino, reszta poliamid dla trwałości.", "65% merino wool, the rest polyamide for wear.")),
        sized(159, 0.12, "navy", SOCK_SIZES), {"accent": "#cdb894"}, material="merino", use=("winter",)),
    _garment("rain-set", "rainwear", "overall", (t("Regnsett jakke og bukse", "Regnställ jacka och byxa", "Komplet przeciwdeszczowy", "Rain suit, jacket and trousers"),
        t("Regnsett i myk PU med sveisede sømmer.", "Regnställ i mjuk PU med svetsade sömmar.", "Komplet z miękkiego PU ze zgrzewanymi szwami.", "Rain suit in soft PU with welded seams."),
        t("Tåler diesel og gjødselvann, og kan spyles ren.", "Tål diesel och gödselvatten och kan spolas ren.", "Odporny na olej napędowy i gnojowicę, można go spłukać wodą.", "Stands diesel and slurry, and hoses clean.")),
        sized(799, 1.1, "yellow olive", GARMENT_SIZES[1:]), {"style": "set"}, material="polyester", standard="EN 343", use=("outdoor",)),
    _garment("rain-bib", "rainwear", "overall", (t("Regnbukse med seler", "Regnbyxa med hängslen", "Ogrodniczki przeciwdeszczowe", "Rain bib trousers"),
        t("Regnbukse med smekk og justerbare seler.", "Regnbyxa med bröstlapp och justerbara hängslen.", "Ogrodniczki z karczkiem i regulowanymi szelkami.", "Bib trousers with adjustable braces."),
        t("Vid nok til å ha arbeidsbuksen under.", "Tillräckligt vid för arbetsbyxan under.", "Na tyle szerokie, że mieszczą spodnie robocze.", "Wide enough for work trousers underneath.")),
        sized(459, 0.7, "green navy", GARMENT_SIZES[1:]), {"style": "bib"}, material="polyester", standard="EN 343", use=("outdoor",)),
)  # fmt: skip

SMALL = (
    Item(code="cap", category="base-layers", brand="fjellvern", kind="cap", look={"style": "cap"}, names=t("Caps", "Keps", "Czapka z daszkiem", "Cap"), summary=t("Caps i bomull med spenne bak.", "Keps i bomull med spänne bak.", "Bawełniana czapka ze sprzączką z tyłu.", "Cotton cap with a buckle at the back."),
        detail=t("Én størrelse passer de fleste.", "En storlek passar de flesta.", "Jeden rozmiar pasuje większości.", "One size fits most."), attributes={"material": "cotton", "size": "M"}, articles=tuple(One(COLOR_NAMES[c], 99, 0.08, {"color": c}, {"color": SWATCHES[c]}) for c in ("green", "black", "navy"))),
    Item(code="beanie", category="base-layers", brand="fjellvern", kind="cap", look={"style": "beanie", "color": SWATCHES["red"]}, names=t("Strikkelue", "Stickad mössa", "Czapka dziana", "Knitted beanie"), summary=t("Ribbestrikket lue som går under hjelm.", "Ribbstickad mössa som går under hjälm.", "Czapka w prążek, mieści się pod hełmem.", "Ribbed beanie that fits under a helmet."),
        detail=t("Ull og akryl, klør ikke.", "Ull och akryl, kliar inte.", "Wełna z akrylem, nie drapie.", "Wool and acrylic, does not itch."), attributes={"material": "merino", "size": "M", "use": ("winter",)}, articles=tuple(One(COLOR_NAMES[c], 129, 0.07, {"color": c}, {"color": SWATCHES[c]}) for c in ("red", "gray", "black"))),
    Item(code="belt", category="trousers", brand="fjellvern", kind="belt", names=t("Arbeidsbelte", "Arbetsbälte", "Pasek roboczy", "Work belt"), summary=t("Elastisk belte med spenne som ikke riper.", "Elastiskt bälte med spänne som inte repar.", "Elastyczny pasek ze sprzączką, która nie rysuje.", "Stretch belt with a buckle that does not scratch."),
        detail=t("Kappes til riktig lengde med saks.", "Kapas till rätt längd med sax.", "Długość przycina się nożyczkami.", "Cut to length with scissors."), attributes={"material": "polyester", "size": "L"}, articles=tuple(One(COLOR_NAMES[c], 149, 0.18, {"color": c}, {"color": SWATCHES[c]}) for c in ("black", "navy"))),
    Item(code="knee-pads", category="trousers", brand="fjellvern", kind="belt", look={"style": "knee", "color": "#4b5459"}, packing=PAIR, names=t("Kneputer", "Knäskydd", "Nakolanniki", "Knee pads"), summary=t("Kneputer til knelommer, myke innerst og faste ytterst.", "Knäskydd för knäfickor, mjuka innerst och fasta ytterst.", "Nakolanniki do kieszeni, miękkie wewnątrz i twarde na zewnątrz.", "Knee pads for knee pockets, soft inside and firm outside."),
        detail=t("Klippes til i lengden og vaskes sammen med buksen.", "Klipps till på längden och tvättas med byxan.", "Można przyciąć na długość i prać ze spodniami.", "Trim to length and wash with the trousers."), attributes={"material": "rubber", "standard": "EN 14404", "size": "M", "color": "gray"}, articles=(One("", 139, 0.2),), documents=NORM, relations=(("fits", "trousers-craft"),)),
)  # fmt: skip


def _shoe(
    code: str,
    look: Look,
    price: float,
    names: Texts,
    texts: tuple[Texts, Texts],
    colors: str,
    /,
    **attributes: str | float,
) -> Item:
    return Item(
        code=code, category="footwear", brand="skogstrand", kind="shoe", look={"color": SWATCHES[colors.split(maxsplit=1)[0]], **look}, names=names, summary=texts[0], detail=texts[1], packing=PAIR,
        articles=tuple(One(one.suffix, one.price, one.weight, one.attributes, {**look, **one.look}, one.weightiness) for one in sized(price, float(attributes.get("tool_weight", 1.1)), colors, SHOE_SIZES)),
        attributes=attributes, documents=NORM, size_guide="shoes", demand=12, relations=(("bought_together", "socks-work"),),
    )  # fmt: skip


SHOES = (
    _shoe("shoe-low-s3", {"style": "low"}, 899, t("Vernesko lav S3", "Skyddssko låg S3", "Półbuty ochronne S3", "Safety shoe S3"), (
        t("Lett vernesko med komposittå og spikertramp uten metall.", "Lätt skyddssko med komposittåhätta och metallfritt spiktrampskydd.", "Lekkie półbuty z podnoskiem kompozytowym i niemetaliczną wkładką antyprzebiciową.", "Light safety shoe with composite toe and metal-free midsole."),
        t("Sklisikker SRC-såle og dempet hæl; piper ikke i metalldetektoren.", "Halkfri SRC-sula och dämpad häl; piper inte i metalldetektorn.", "Podeszwa antypoślizgowa SRC i amortyzowana pięta; nie reaguje na wykrywacz metalu.", "Slip-resistant SRC sole and cushioned heel; quiet in the metal detector.")), "black gray", material="microfiber", standard="EN ISO 20345", protection="S3", tool_weight=1.1),
    _shoe("boot-s3", {"style": "boot", "accent": "#d9b387"}, 1290, t("Vernestøvlett S3", "Skyddskänga S3", "Trzewiki ochronne S3", "Safety boot S3"), (
        t("Høy støvlett i oljet skinn for anlegg og tre.", "Hög känga i oljat läder för anläggning och trä.", "Wysokie trzewiki z olejowanej skóry na budowę i do lasu.", "High boot in oiled leather for civil works and timber."),
        t("Støtter ankelen, og tåkappen tåler kneling.", "Stöttar vristen och tåförstärkningen tål knästående.", "Stabilizuje kostkę, a wzmocniony nosek znosi klękanie.", "Supports the ankle, and the toe guard takes kneeling.")), "brown", material="leather", standard="EN ISO 20345", protection="S3", tool_weight=1.4),
    _shoe("sandal-s1p", {"style": "sandal", "accent": "#1f6549"}, 749, t("Vernesandal S1P", "Skyddssandal S1P", "Sandały ochronne S1P", "Safety sandal S1P"), (
        t("Luftig vernesandal til lager og verksted.", "Luftig skyddssandal för lager och verkstad.", "Przewiewne sandały do magazynu i warsztatu.", "Airy safety sandal for warehouse and workshop."),
        t("Borrelås og åpne sider, med full tåvern.", "Kardborre och öppna sidor, med fullt tåskydd.", "Zapięcie na rzep i otwarte boki, z pełną ochroną palców.", "Hook-and-loop and open sides, with full toe protection.")), "gray", material="microfiber", standard="EN ISO 20345", protection="S1P", tool_weight=0.95),
    _shoe("rubber-boot-s5", {"style": "rubber"}, 549, t("Vernestøvel S5", "Skyddsstövel S5", "Kalosze ochronne S5", "Safety wellington S5"), (
        t("Vanntett støvel med ståltå og spikertramp.", "Vattentät stövel med stålhätta och spiktrampskydd.", "Wodoszczelne kalosze ze stalowym podnoskiem i wkładką antyprzebiciową.", "Waterproof boot with steel toe and midsole."),
        t("Grov såle som slipper leire, og plass til ullsokk.", "Grov sula som släpper lera, och plats för ullstrumpa.", "Głęboki bieżnik nie zatrzymuje gliny, jest miejsce na wełnianą skarpetę.", "A coarse sole that sheds clay, and room for a wool sock.")), "green", material="rubber", standard="EN ISO 20345", protection="S5", tool_weight=2.2),
)  # fmt: skip


def _glove(
    code: str,
    look: Look,
    price: float,
    names: Texts,
    texts: tuple[Texts, Texts],
    /,
    **attributes: str | int | tuple[str, ...],
) -> Item:
    return Item(
        code=code, category="gloves", brand="skogstrand", kind="glove", look=look, names=names, summary=texts[0], detail=texts[1], packing=PAIR, attributes=attributes,
        articles=tuple(One(t(f"str. {size}", f"stl {size}", f"rozm. {size}", f"size {size}"), price, 0.08, {"size": size}, {}, curve) for size, curve in zip(GLOVE_SIZES, (0.5, 1.0, 1.7, 1.5, 0.6), strict=True)),
        documents=NORM, size_guide="gloves", demand=40,
    )  # fmt: skip


GLOVES = (
    _glove("glove-assembly", {"color": "#8b969b", "coat": "#2c3437"}, 36, t("Monteringshanske nitril", "Montagehandske nitril", "Rękawice montażowe nitrylowe", "Assembly glove nitrile"), (
        t("Tynn hanske med følelse i fingertuppene.", "Tunn handske med känsla i fingertopparna.", "Cienkie rękawice z wyczuciem w opuszkach.", "Thin glove with feeling in the fingertips."),
        t("Nitrilskummet puster og griper også i olje.", "Nitrilskummet andas och greppar även i olja.", "Spieniony nitryl oddycha i trzyma także w oleju.", "The nitrile foam breathes and grips in oil too.")), material="nitrile", standard="EN 388", test_code="4121X", color="gray"),
    _glove("glove-cut-d", {"color": "#5b6d75", "coat": "#22292c", "accent": "#e08a2b"}, 119, t("Kutthanske nivå D", "Skärskyddshandske nivå D", "Rękawice antyprzecięciowe poziom D", "Cut-resistant glove level D"), (
        t("Kutthanske for plate, glass og kniv.", "Skärskyddshandske för plåt, glas och kniv.", "Rękawice do blachy, szkła i pracy z nożem.", "Cut-resistant glove for sheet, glass and knives."),
        t("Kuttnivå D etter EN 388, forsterket mellom tommel og pekefinger.", "Skärnivå D enligt EN 388, förstärkt mellan tumme och pekfinger.", "Poziom D według EN 388, wzmocnienie między kciukiem a palcem wskazującym.", "Cut level D to EN 388, reinforced between thumb and forefinger.")), material="nitrile", standard="EN 388", test_code="4X43D", color="gray"),
    _glove("glove-leather", {"style": "leather", "color": "#d9b387", "coat": "#a9744b"}, 129, t("Skinnhanske", "Läderhandske", "Rękawice skórzane", "Leather glove"), (
        t("Skinnhanske for stein, stål og grovt arbeid.", "Läderhandske för sten, stål och grovt arbete.", "Rękawice skórzane do kamienia, stali i ciężkich prac.", "Leather glove for stone, steel and rough work."),
        t("Geitskinn i håndflaten, myk fra første dag.", "Getskinn i handflatan, mjuk från första dagen.", "Kozia skóra na dłoni, miękka od pierwszego dnia.", "Goatskin palm, soft from the first day.")), material="leather", standard="EN 388", test_code="3122X", color="sand"),
    _glove("glove-winter", {"color": "#2a3950", "coat": "#b22f45"}, 99, t("Vinterhanske fôret", "Vinterhandske fodrad", "Rękawice zimowe ocieplane", "Winter glove lined"), (
        t("Fôret hanske som holder grepet i frost.", "Fodrad handske som behåller greppet i frost.", "Ocieplane rękawice, które trzymają chwyt na mrozie.", "Lined glove that keeps its grip in frost."),
        t("Dobbel latex tetter mot snøvann.", "Dubbel latex håller snövattnet ute.", "Podwójny lateks nie przepuszcza śniegu i wody.", "Double latex keeps snow water out.")), material="rubber", standard="EN 511", test_code="X2X", color="navy", use=("winter",)),
)  # fmt: skip

ITEMS = (*GARMENTS, *SMALL, *SHOES, *GLOVES)
