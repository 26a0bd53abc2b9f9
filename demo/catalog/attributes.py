"""The shop's standardized attributes: names, units and choices."""

from __future__ import annotations

from demo.catalog.texts import same, t
from demo.catalog.values import DemoAttribute, DemoChoice, Texts

THREADS = ("M3", "M4", "M5", "M6", "M8", "M10", "M12", "M14", "M16", "M20", "M24")
SHOE_SIZES = tuple(str(size) for size in range(36, 49))
TROUSER_SIZES = (*(f"C{size}" for size in range(44, 63, 2)), "D96", "D100", "D104", "D108")
GARMENT_SIZES = ("XS", "S", "M", "L", "XL", "XXL", "3XL")
GLOVE_SIZES = ("7", "8", "9", "10", "11")
SOCK_SIZES = ("36-39", "40-42", "43-45", "46-48")


def _choices(*rows: tuple[str, Texts] | tuple[str, Texts, str]) -> tuple[DemoChoice, ...]:
    return tuple(DemoChoice(*row) for row in rows)


def _plain(codes: tuple[str, ...]) -> tuple[DemoChoice, ...]:
    return tuple(DemoChoice(code, same(code)) for code in codes)


COLORS = _choices(
    ("black", t("Sort", "Svart", "Czarny", "Black"), "#23282b"),
    ("navy", t("Marineblå", "Marinblå", "Granatowy", "Navy"), "#2a3950"),
    ("gray", t("Grå", "Grå", "Szary", "Gray"), "#8b969b"),
    ("light_gray", t("Lysegrå", "Ljusgrå", "Jasnoszary", "Light gray"), "#b9bdbb"),
    ("white", t("Hvit", "Vit", "Biały", "White"), "#f4f2ec"),
    ("green", t("Grønn", "Grön", "Zielony", "Green"), "#1f6549"),
    ("olive", t("Oliven", "Oliv", "Oliwkowy", "Olive"), "#5f6546"),
    ("red", t("Rød", "Röd", "Czerwony", "Red"), "#b22f45"),
    ("orange", t("Oransje", "Orange", "Pomarańczowy", "Orange"), "#e08a2b"),
    ("blue", t("Blå", "Blå", "Niebieski", "Blue"), "#3f74b5"),
    ("yellow", t("Gul", "Gul", "Żółty", "Yellow"), "#e7b91f"),
    ("brown", t("Brun", "Brun", "Brązowy", "Brown"), "#6b4a33"),
    ("sand", t("Sand", "Sand", "Piaskowy", "Sand"), "#cdb894"),
    ("silver", t("Sølv", "Silver", "Srebrny", "Silver"), "#c3ccd0"),
    ("transparent", t("Klar", "Klar", "Przezroczysty", "Clear"), "#dfe9ea"),
    ("oak", t("Eik", "Ek", "Dąb", "Oak"), "#d9b387"),
    ("pink", t("Rosa", "Rosa", "Różowy", "Pink"), "#f08aa0"),
    ("hv_yellow", t("Varselgul", "Varselgul", "Żółty fluorescencyjny", "Hi-vis yellow"), "#e5e62e"),
    ("hv_orange", t("Varseloransje", "Varselorange", "Pomarańczowy fluorescencyjny", "Hi-vis orange"), "#ef7a2a"),
)
SWATCHES = {choice.code: choice.swatch for choice in COLORS}
COLOR_NAMES = {choice.code: choice.names for choice in COLORS}

MATERIALS = _choices(
    ("steel", t("Stål", "Stål", "Stal", "Steel")),
    ("stainless_a2", t("Rustfritt stål A2", "Rostfritt stål A2", "Stal nierdzewna A2", "Stainless steel A2")),
    ("stainless_a4", t("Syrefast stål A4", "Syrafast stål A4", "Stal kwasoodporna A4", "Stainless steel A4")),
    ("tool_steel", t("Verktøystål", "Verktygsstål", "Stal narzędziowa", "Tool steel")),
    ("hss", t("Hurtigstål HSS", "Snabbstål HSS", "Stal szybkotnąca HSS", "High-speed steel HSS")),
    ("hss_cobalt", t("Hurtigstål HSS-Co 5 %", "Snabbstål HSS-Co 5 %", "Stal HSS-Co 5%", "High-speed steel HSS-Co 5%")),
    ("carbide", t("Hardmetall", "Hårdmetall", "Węglik spiekany", "Carbide")),
    ("aluminum", t("Aluminium", "Aluminium", "Aluminium", "Aluminum")),
    ("brass", t("Messing", "Mässing", "Mosiądz", "Brass")),
    ("nylon", t("Nylon", "Nylon", "Nylon", "Nylon")),
    ("plastic", t("Plast", "Plast", "Tworzywo", "Plastic")),
    ("wood", t("Tre", "Trä", "Drewno", "Wood")),
    ("cotton", t("Bomull", "Bomull", "Bawełna", "Cotton")),
    ("polyester", t("Polyester", "Polyester", "Poliester", "Polyester")),
    ("cotton_poly", t("Bomull/polyester", "Bomull/polyester", "Bawełna/poliester", "Cotton/polyester")),
    ("merino", t("Merinoull", "Merinoull", "Wełna merino", "Merino wool")),
    ("leather", t("Skinn", "Skinn", "Skóra", "Leather")),
    ("microfiber", t("Mikrofiber", "Mikrofiber", "Mikrofibra", "Microfiber")),
    ("nitrile", t("Nylon med nitril", "Nylon med nitril", "Nylon z nitrylem", "Nylon with nitrile")),
    ("rubber", t("Gummi", "Gummi", "Guma", "Rubber")),
    ("abrasive", t("Aluminiumoksid", "Aluminiumoxid", "Elektrokorund", "Aluminum oxide")),
    ("zirconia", t("Zirkonium", "Zirkonium", "Cyrkon", "Zirconia")),
    ("diamond", t("Diamant", "Diamant", "Diament", "Diamond")),
    ("paper", t("Papir", "Papper", "Papier", "Paper")),
    ("fiberglass", t("Glassfiber", "Glasfiber", "Włókno szklane", "Fiberglass")),
    ("ms_polymer", t("MS-polymer", "MS-polymer", "Polimer MS", "MS polymer")),
    ("silicone", t("Silikon", "Silikon", "Silikon", "Silicone")),
)
FINISHES = _choices(
    ("plain", t("Blank", "Blank", "Bez powłoki", "Plain")),
    ("zinc", t("Elforsinket", "Elförzinkad", "Ocynk galwaniczny", "Zinc plated")),
    ("hdg", t("Varmforsinket", "Varmförzinkad", "Ocynk ogniowy", "Hot-dip galvanized")),
    ("black", t("Svartoksidert", "Svartoxiderad", "Oksydowany", "Black oxide")),
    ("yellow", t("Gulpassivert", "Gulpassiverad", "Ocynk żółty", "Yellow passivated")),
    ("coated", t("Korrosjonsbelegg C4", "Korrosionsbeläggning C4", "Powłoka C4", "C4 coating")),
)
DRIVES = _choices(
    ("hex", t("Utvendig sekskant", "Utvändig sexkant", "Sześciokąt zewnętrzny", "External hexagon")),
    ("hex_socket", t("Innvendig sekskant", "Invändig sexkant", "Imbus", "Hexagon socket")),
    ("torx", same("TX")),
    ("pozi", same("PZ")),
    ("phillips", same("PH")),
    ("slot", t("Rett spor", "Rak spår", "Płaski", "Slotted")),
    ("none", t("Uten", "Utan", "Brak", "None")),
)
STRENGTHS = ("8.8", "10.9", "12.9", "A2-70", "A4-80", "8", "A2", "A4", "4.8", "45H", "200 HV")
STANDARDS = (
    "ISO 4014", "ISO 4017", "ISO 4762", "ISO 10642", "ISO 7380-1", "ISO 7045", "ISO 4029", "ISO 4032", "ISO 7040",
    "ISO 7089", "ISO 7093-1", "DIN 127 B", "DIN 315", "DIN 1587", "DIN 975", "DIN 603", "DIN 571", "ISO 15480",
    "EN 14592", "EN 14566", "EN 10230-1", "ISO 15977", "ISO 15983", "EN ISO 20471", "EN 343", "EN 388",
    "EN ISO 20345", "EN ISO 20347", "EN 397", "EN 166", "EN 352-1", "EN 352-2", "EN 149", "EN 140", "EN 131", "EN 12195-2",
    "EN 13157", "ISO 3318", "DIN 3113", "DIN 911", "IEC 60900", "DIN 338", "EN 12413", "EN 13743", "EN 1335", "EN 527",
    "ISO 9706", "EN 342", "EN 14404", "EN 3-7", "DIN 13157", "EN 511", "ETA",
)  # fmt: skip


def _number(code: str, names: Texts, unit: str, decimals: int = 0) -> DemoAttribute:
    return DemoAttribute(code, "number", names, unit, (), decimals)


ATTRIBUTES = (
    DemoAttribute("thread", "choice", t("Gjenge", "Gänga", "Gwint", "Thread"), "", _plain(THREADS)),
    _number("length", t("Lengde", "Längd", "Długość", "Length"), "mm", 1),
    _number("diameter", t("Diameter", "Diameter", "Średnica", "Diameter"), "mm", 1),
    _number("width", t("Bredde", "Bredd", "Szerokość", "Width"), "mm"),
    _number("height", t("Høyde", "Höjd", "Wysokość", "Height"), "mm", 1),
    _number("depth", t("Dybde", "Djup", "Głębokość", "Depth"), "mm"),
    _number("length_m", t("Lengde", "Längd", "Długość", "Length"), "m", 1),
    _number("pitch", t("Gjengestigning P", "Gängstigning P", "Skok gwintu P", "Thread pitch P"), "mm", 2),
    _number("across_flats", t("Nøkkelvidde s", "Nyckelvidd s", "Rozmiar klucza s", "Width across flats s"), "mm", 1),
    _number("head_height", t("Hodehøyde k", "Huvudhöjd k", "Wysokość łba k", "Head height k"), "mm", 2),
    _number("head_diameter", t("Hodediameter dk", "Huvuddiameter dk", "Średnica łba dk", "Head diameter dk"), "mm", 2),
    _number("thread_length", t("Gjengelengde b", "Gänglängd b", "Długość gwintu b", "Thread length b"), "mm", 1),
    _number("inner_diameter", t("Hulldiameter d1", "Håldiameter d1", "Średnica otworu d1", "Hole diameter d1"), "mm", 1),
    _number("outer_diameter", t("Ytterdiameter d2", "Ytterdiameter d2", "Średnica zewnętrzna d2", "Outer diameter d2"), "mm", 2),
    _number("thickness", t("Tykkelse", "Tjocklek", "Grubość", "Thickness"), "mm", 2),
    _number("fixture", t("Klemtykkelse", "Klämtjocklek", "Grubość mocowanego elementu", "Fixture thickness"), "mm", 1),
    _number("drill_hole", t("Borehull", "Borrhål", "Otwór", "Drill hole"), "mm", 1),
    _number("pack_count", t("Antall i pakken", "Antal i förpackningen", "Sztuk w opakowaniu", "Pieces per pack"), ""),
    DemoAttribute("standard", "choice", t("Standard", "Standard", "Norma", "Standard"), "", _plain(STANDARDS)),
    DemoAttribute("strength", "choice", t("Fasthetsklasse", "Hållfasthetsklass", "Klasa wytrzymałości", "Strength class"), "", _plain(STRENGTHS)),
    DemoAttribute("material", "choice", t("Materiale", "Material", "Materiał", "Material"), "", MATERIALS),
    DemoAttribute("finish", "choice", t("Overflate", "Ytbehandling", "Powłoka", "Finish"), "", FINISHES),
    DemoAttribute("drive", "choice", t("Spor", "Spår", "Gniazdo", "Drive"), "", DRIVES),
    DemoAttribute("drive_size", "text", t("Sporstørrelse", "Spårstorlek", "Rozmiar gniazda", "Drive size")),
    DemoAttribute("color", "choice", t("Farge", "Färg", "Kolor", "Color"), "", COLORS),
    DemoAttribute("size", "choice", t("Størrelse", "Storlek", "Rozmiar", "Size"), "", _plain(
        GARMENT_SIZES + TROUSER_SIZES + SHOE_SIZES + GLOVE_SIZES + SOCK_SIZES)),
    DemoAttribute("protection", "choice", t("Vernekategori", "Skyddsklass", "Kategoria ochrony", "Protection class"), "", _plain(
        ("S1P", "S3", "S5", "O2", "FFP2", "FFP3", "P3", "1", "2", "3"))),
    DemoAttribute("test_code", "text", t("Prøvekode", "Provningskod", "Kod badania", "Test code")),
    _number("fabric_weight", t("Stoffvekt", "Tygvikt", "Gramatura", "Fabric weight"), "g/m²"),
    _number("voltage", t("Spenning", "Spänning", "Napięcie", "Voltage"), "V"),
    _number("capacity_ah", t("Batterikapasitet", "Batterikapacitet", "Pojemność akumulatora", "Battery capacity"), "Ah", 1),
    _number("power", t("Effekt", "Effekt", "Moc", "Power"), "W"),
    _number("torque", t("Dreiemoment", "Vridmoment", "Moment obrotowy", "Torque"), "Nm"),
    _number("speed", t("Turtall", "Varvtal", "Prędkość obrotowa", "Speed"), "1/min"),
    _number("impact_energy", t("Slagenergi", "Slagenergi", "Energia udaru", "Impact energy"), "J", 1),
    _number("noise", t("Lydtrykknivå", "Ljudtrycksnivå", "Poziom ciśnienia akustycznego", "Sound pressure level"), "dB(A)"),
    _number("attenuation", t("Demping SNR", "Dämpning SNR", "Tłumienie SNR", "Attenuation SNR"), "dB"),
    _number("tool_weight", t("Vekt", "Vikt", "Masa", "Weight"), "kg", 2),
    DemoAttribute("with_battery", "boolean", t("Batteri følger med", "Batteri medföljer", "Akumulator w zestawie", "Battery included")),
    _number("teeth", t("Tenner", "Tänder", "Zęby", "Teeth"), ""),
    _number("bore", t("Senterhull", "Centrumhål", "Otwór mocujący", "Bore"), "mm", 1),
    _number("grit", t("Kornstørrelse", "Kornstorlek", "Ziarnistość", "Grit"), "P"),
    _number("pieces", t("Antall deler", "Antal delar", "Liczba elementów", "Number of pieces"), ""),
    _number("holes", t("Antall hull", "Antal hål", "Liczba otworów", "Holes"), ""),
    DemoAttribute("digital", "boolean", t("Digital visning", "Digital visning", "Odczyt cyfrowy", "Digital readout")),
    _number("load", t("Maks. belastning", "Maxlast", "Maks. obciążenie", "Maximum load"), "kg"),
    _number("volume", t("Volum", "Volym", "Pojemność", "Volume"), "l", 3),
    _number("rungs", t("Trinn", "Steg", "Liczba stopni", "Rungs"), ""),
    _number("luminous_flux", t("Lysstrøm", "Ljusflöde", "Strumień świetlny", "Luminous flux"), "lm"),
    DemoAttribute("ip_class", "choice", t("Kapslingsgrad", "Kapslingsklass", "Stopień ochrony", "Ingress protection"), "", _plain(("IP20", "IP44", "IP54", "IP65"))),
    _number("grammage", t("Flatevekt", "Ytvikt", "Gramatura", "Grammage"), "g/m²"),
    _number("sheets", t("Ark", "Ark", "Liczba arkuszy", "Sheets"), ""),
    DemoAttribute("format", "choice", t("Format", "Format", "Format", "Format"), "", _plain(("A3", "A4", "A5", "C5", "C4"))),
    DemoAttribute("use", "multi_choice", t("Bruksområde", "Användning", "Zastosowanie", "Use"), "", _choices(
        ("wood", t("Tre", "Trä", "Drewno", "Wood")), ("metal", t("Metall", "Metall", "Metal", "Metal")),
        ("concrete", t("Betong", "Betong", "Beton", "Concrete")), ("masonry", t("Mur", "Murverk", "Mur", "Masonry")),
        ("drywall", t("Gips", "Gips", "Płyta g-k", "Drywall")), ("indoor", t("Inne", "Inomhus", "Wewnątrz", "Indoors")),
        ("outdoor", t("Ute", "Utomhus", "Na zewnątrz", "Outdoors")), ("winter", t("Vinter", "Vinter", "Zima", "Winter")))),
)  # fmt: skip
