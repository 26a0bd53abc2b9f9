"""What the demo's product documents say beyond the product's own data: declarations, assembly guides, safety data sheets."""

from __future__ import annotations

from collections.abc import Mapping

from demo.catalog.texts import t
from demo.catalog.values import Texts
from truso.modules.output.documents import DataSheetText
from truso.processes.product_papers import Wording

# A heading and what stands below it.
Part = tuple[Texts, Texts]

DECLARATION: tuple[Part, ...] = (
    (
        t("Erklæring", "Försäkran", "Oświadczenie", "Declaration"),
        t("Vi erklærer på eget ansvar at produktet oppfyller kravene som gjelder for det, og standarden der en er nevnt under egenskapene.",
          "Vi försäkrar på eget ansvar att produkten uppfyller de krav som gäller för den, och standarden där en sådan anges under egenskaperna.",
          "Oświadczamy na własną odpowiedzialność, że produkt spełnia obowiązujące go wymagania oraz normę, jeżeli podano ją we właściwościach.",
          "We declare on our own responsibility that the product meets the requirements that apply to it, and the standard where one is named under its properties."),
    ),
    (
        t("Omfang", "Omfattning", "Zakres", "Scope"),
        t("Erklæringen gjelder artiklene i listen, slik produsenten har satt dem på markedet. Den gjelder ikke etter endringer som andre har gjort.",
          "Försäkran gäller artiklarna i listan så som tillverkaren har satt dem på marknaden. Den gäller inte efter ändringar som andra har gjort.",
          "Deklaracja obejmuje artykuły z listy w stanie, w jakim producent wprowadził je do obrotu. Traci ważność po zmianach dokonanych przez inne osoby.",
          "The declaration covers the articles listed, as the maker placed them on the market. It does not hold after changes made by others."),
    ),
)  # fmt: skip

_BEFORE: Part = (
    t("Før du begynner", "Innan du börjar", "Zanim zaczniesz", "Before you begin"),
    t("Les hele anvisningen. Kontroller at alle delene er med og uten skade. Ta vare på anvisningen.",
      "Läs hela anvisningen. Kontrollera att alla delar finns med och är hela. Spara anvisningen.",
      "Przeczytaj całą instrukcję. Sprawdź, czy wszystkie części są w komplecie i bez uszkodzeń. Zachowaj instrukcję.",
      "Read the whole guide. Check that every part is there and undamaged. Keep the guide."),
)  # fmt: skip
ANCHOR_GUIDE: tuple[Part, ...] = (
    _BEFORE,
    (
        t("Slik monteres bolten", "Så monteras bulten", "Montaż kotwy", "Setting the anchor"),
        t("1. Bor hullet i full dybde med diameteren i tabellen.\n\n2. Blås og børst hullet rent for støv.\n\n3. Slå bolten inn gjennom det som skal festes, til skiven ligger an.\n\n4. Trekk til med momentnøkkel.",
          "1. Borra hålet till fullt djup med diametern i tabellen.\n\n2. Blås och borsta hålet rent från damm.\n\n3. Slå in bulten genom det som ska fästas tills brickan ligger an.\n\n4. Dra åt med momentnyckel.",
          "1. Wywierć otwór na pełną głębokość wiertłem o średnicy z tabeli.\n\n2. Oczyść otwór z pyłu przez przedmuchanie i szczotkowanie.\n\n3. Wbij kotwę przez mocowany element, aż podkładka przylgnie.\n\n4. Dokręć kluczem dynamometrycznym.",
          "1. Drill the hole to full depth with the diameter in the table.\n\n2. Blow and brush the hole clean of dust.\n\n3. Drive the anchor through what is to be fixed until the washer seats.\n\n4. Tighten with a torque wrench."),
    ),
    (
        t("Avstander", "Avstånd", "Odległości", "Spacing"),
        t("Hold avstand til kanten og mellom boltene på minst ti ganger boltens diameter. For bærende forbindelser beregnes avstandene av prosjekterende.",
          "Håll ett avstånd till kanten och mellan bultarna på minst tio gånger bultens diameter. För bärande förband beräknas avstånden av konstruktören.",
          "Zachowaj odległość od krawędzi i między kotwami równą co najmniej dziesięciu średnicom kotwy. W połączeniach nośnych odległości oblicza projektant.",
          "Keep at least ten times the anchor's diameter to the edge and between anchors. For structural joints the designer works the distances out."),
    ),
)  # fmt: skip
TOOL_GUIDE: tuple[Part, ...] = (
    _BEFORE,
    (
        t("Ta i bruk", "Ta i bruk", "Przygotowanie do pracy", "Getting started"),
        t("1. Lad batteriet helt opp.\n\n2. Ta batteriet ut før du setter i eller skifter tilbehør.\n\n3. Sett i tilbehøret, kontroller at det sitter, og sett batteriet inn til det klikker.\n\n4. La verktøyet gå uten belastning i noen sekunder.",
          "1. Ladda batteriet fullt.\n\n2. Ta ur batteriet innan du sätter i eller byter tillbehör.\n\n3. Sätt i tillbehöret, kontrollera att det sitter fast och skjut in batteriet tills det klickar.\n\n4. Låt verktyget gå obelastat några sekunder.",
          "1. Naładuj akumulator do pełna.\n\n2. Wyjmij akumulator przed założeniem lub wymianą osprzętu.\n\n3. Załóż osprzęt, sprawdź mocowanie i wsuń akumulator, aż się zatrzaśnie.\n\n4. Uruchom narzędzie na kilka sekund bez obciążenia.",
          "1. Charge the battery fully.\n\n2. Take the battery out before fitting or changing an accessory.\n\n3. Fit the accessory, check that it holds, and push the battery in until it clicks.\n\n4. Let the tool run without load for some seconds."),
    ),
    (
        t("Vern deg", "Skydda dig", "Ochrona osobista", "Protect yourself"),
        t("Bruk vernebriller og hørselvern, og støvmaske når det støver. Hold fast med begge hender.",
          "Använd skyddsglasögon och hörselskydd, och dammask när det dammar. Håll i med båda händerna.",
          "Używaj okularów ochronnych i ochronników słuchu, a przy pyleniu maski. Trzymaj narzędzie oburącz.",
          "Wear safety glasses and ear defenders, and a mask where there is dust. Hold on with both hands."),
    ),
)  # fmt: skip
FURNITURE_GUIDE: tuple[Part, ...] = (
    _BEFORE,
    (
        t("Montering", "Montering", "Montaż", "Assembly"),
        t("1. Legg delene på et mykt underlag.\n\n2. Sett alle skruer løst i, og rett opp.\n\n3. Trekk til på kryss, og kontroller at alt står i vater.\n\n4. Fest det som er høyere enn en meter, i vegg.",
          "1. Lägg delarna på ett mjukt underlag.\n\n2. Sätt i alla skruvar löst och rikta upp.\n\n3. Dra åt korsvis och kontrollera att allt står i våg.\n\n4. Fäst det som är högre än en meter i väggen.",
          "1. Ułóż części na miękkim podłożu.\n\n2. Wkręć wszystkie śruby luźno i wyrównaj całość.\n\n3. Dokręcaj na krzyż i sprawdź poziom.\n\n4. To, co ma ponad metr wysokości, przymocuj do ściany.",
          "1. Lay the parts on something soft.\n\n2. Put all screws in loosely and straighten up.\n\n3. Tighten crosswise and check that all is level.\n\n4. Fix to the wall what is taller than a meter."),
    ),
    (
        t("Etter en uke", "Efter en vecka", "Po tygodniu", "After a week"),
        t("Kontroller festene og trekk til igjen.", "Kontrollera fästena och efterdra.", "Sprawdź mocowania i dokręć ponownie.", "Check the fixings and tighten again."),
    ),
)  # fmt: skip
SAFETY: tuple[Part, ...] = (
    (
        t("Utdrag", "Utdrag", "Wyciąg", "Extract"),
        t("Et utdrag til visning i en demobutikk. Det erstatter ikke produsentens sikkerhetsdatablad.",
          "Ett utdrag att visa i en demobutik. Det ersätter inte tillverkarens säkerhetsdatablad.",
          "Wyciąg do prezentacji w sklepie demonstracyjnym. Nie zastępuje karty charakterystyki producenta.",
          "An extract to show in a demo shop. It does not replace the maker's safety data sheet."),
    ),
    (
        t("Førstehjelp", "Första hjälpen", "Pierwsza pomoc", "First aid"),
        t("Øyne: skyll med vann i flere minutter. Hud: vask med såpe og vann. Innånding: frisk luft. Søk lege ved vedvarende plager, og ha etiketten for hånden.",
          "Ögon: skölj med vatten i flera minuter. Hud: tvätta med tvål och vatten. Inandning: frisk luft. Sök läkare vid ihållande besvär och ha etiketten till hands.",
          "Oczy: płukać wodą przez kilka minut. Skóra: umyć wodą z mydłem. Wdychanie: wyprowadzić na świeże powietrze. Przy utrzymujących się dolegliwościach zgłosić się do lekarza i pokazać etykietę.",
          "Eyes: rinse with water for several minutes. Skin: wash with soap and water. Inhaled: fresh air. See a doctor if trouble persists, and have the label at hand."),
    ),
    (
        t("Bruk og lagring", "Användning och lagring", "Stosowanie i przechowywanie", "Use and storage"),
        t("Sørg for god lufting. Hold unna varme, gnister og åpen ild. Lagres i originalemballasjen, frostfritt og utilgjengelig for barn.",
          "Sörj för god ventilation. Håll borta från värme, gnistor och öppen låga. Förvaras i originalförpackningen, frostfritt och oåtkomligt för barn.",
          "Zapewnić dobrą wentylację. Trzymać z dala od źródeł ciepła, iskier i otwartego ognia. Przechowywać w oryginalnym opakowaniu, w temperaturze dodatniej, poza zasięgiem dzieci.",
          "Air well. Keep away from heat, sparks and open flames. Store in the original packaging, free of frost and out of reach of children."),
    ),
    (
        t("Avfall", "Avfall", "Odpady", "Disposal"),
        t("Rester og emballasje som ikke er tom, leveres som farlig avfall.",
          "Rester och förpackningar som inte är tomma lämnas som farligt avfall.",
          "Resztki i nieopróżnione opakowania oddać jako odpady niebezpieczne.",
          "Hand in leftovers and packaging that is not empty as hazardous waste."),
    ),
)  # fmt: skip


def _told(parts: tuple[Part, ...], language: str) -> tuple[DataSheetText, ...]:
    return tuple(DataSheetText(heading=heading[language], body=body[language]) for heading, body in parts)


def _guide(code: str, language: str) -> tuple[DataSheetText, ...]:
    if code.startswith("anchor-"):
        return _told(ANCHOR_GUIDE, language)
    return _told(TOOL_GUIDE if code.endswith("-18v") else FURNITURE_GUIDE, language)


WORDINGS: Mapping[str, Wording] = {
    "declaration": lambda _code, language: _told(DECLARATION, language),
    "assembly_guide": _guide,
    "safety_data_sheet": lambda _code, language: _told(SAFETY, language),
}
