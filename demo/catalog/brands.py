"""The makers, all of them fictional."""

from __future__ import annotations

from demo.catalog.texts import t
from demo.catalog.values import DemoBrand

# Start of each maker's own article numbers.
PREFIXES = {
    "boltvik": "BV", "jarnbo": "JB", "kraftlund": "KL", "slipvang": "SV", "fjellvern": "FV", "vernholm": "VH",
    "ordna": "OR", "klyverk": "KV", "mazowit": "MZ", "papirhus": "PH", "sittval": "SW", "skogstrand": "SK",
}  # fmt: skip

BRANDS = (
    DemoBrand("boltvik", "Boltvik", "NO", t(
        "Boltvik leverer normdeler med sporbare partier og dimensjoner etter ISO og DIN.",
        "Boltvik levererar normdelar med spårbara partier och mått enligt ISO och DIN.",
        "Boltvik dostarcza elementy znormalizowane z identyfikowalnych partii, o wymiarach według ISO i DIN.",
        "Boltvik supplies standard parts from traceable batches, with dimensions to ISO and DIN.")),
    DemoBrand("jarnbo", "Järnbo", "SE", t(
        "Järnbo smir og sliper håndverktøy for folk som bruker det hver dag.",
        "Järnbo smider och slipar handverktyg för dem som använder dem varje dag.",
        "Järnbo kuje i szlifuje narzędzia ręczne dla tych, którzy pracują nimi na co dzień.",
        "Järnbo forges and grinds hand tools for people who use them every day.")),
    DemoBrand("kraftlund", "Kraftlund", "SE", t(
        "Kraftlund bygger ett batterisystem på 18 V: ett batteri passer alle maskinene.",
        "Kraftlund bygger ett batterisystem på 18 V: samma batteri passar alla maskiner.",
        "Kraftlund tworzy jeden system akumulatorowy 18 V: ten sam akumulator pasuje do wszystkich maszyn.",
        "Kraftlund builds one 18 V battery system: the same battery fits every machine.")),
    DemoBrand("slipvang", "Slipvang", "DK", t(
        "Slipvang lager skiver, blader og slipemidler med jevn kvalitet fra første til siste i esken.",
        "Slipvang gör skivor, klingor och slipmedel med jämn kvalitet från första till sista i kartongen.",
        "Slipvang produkuje tarcze, brzeszczoty i materiały ścierne o równej jakości od pierwszej do ostatniej sztuki.",
        "Slipvang makes discs, blades and abrasives of even quality from the first in the box to the last.")),
    DemoBrand("fjellvern", "Fjellvern", "NO", t(
        "Fjellvern syr arbeidsklær for nordisk vær, med romslige lommer og sømmer som holder.",
        "Fjellvern syr arbetskläder för nordiskt väder, med rymliga fickor och sömmar som håller.",
        "Fjellvern szyje odzież roboczą na nordycką pogodę, z pojemnymi kieszeniami i trwałymi szwami.",
        "Fjellvern makes workwear for Nordic weather, with roomy pockets and seams that hold.")),
    DemoBrand("vernholm", "Vernholm", "DK", t(
        "Vernholm lager verneutstyr som er lett å ha på seg en hel dag.",
        "Vernholm gör skyddsutrustning som är lätt att bära en hel dag.",
        "Vernholm wytwarza środki ochrony, które wygodnie nosi się przez cały dzień.",
        "Vernholm makes protective equipment that is easy to wear all day.")),
    DemoBrand("ordna", "Ordna", "FI", t(
        "Ordna lager bokser, hyller og skap som passer sammen.",
        "Ordna gör lådor, hyllor och skåp som passar ihop.",
        "Ordna produkuje skrzynki, regały i szafki, które do siebie pasują.",
        "Ordna makes boxes, shelves and cabinets that fit together.")),
    DemoBrand("klyverk", "Klyverk", "NO", t(
        "Klyverk lager stiger og utstyr for byggeplassen, prøvd etter gjeldende standarder.",
        "Klyverk gör stegar och utrustning för byggarbetsplatsen, provade enligt gällande standarder.",
        "Klyverk wytwarza drabiny i wyposażenie placu budowy badane według obowiązujących norm.",
        "Klyverk makes ladders and site equipment tested to the standards in force.")),
    DemoBrand("mazowit", "Mazowit", "PL", t(
        "Mazowit lager plugger, ankere, tape og fugemasse for bygg.",
        "Mazowit gör pluggar, ankare, tejp och fogmassa för byggbranschen.",
        "Mazowit produkuje kołki, kotwy, taśmy i uszczelniacze dla budownictwa.",
        "Mazowit makes plugs, anchors, tapes and sealants for the building trade.")),
    DemoBrand("papirhus", "Papirhus", "NO", t(
        "Papirhus gir kontoret det det bruker opp: papir, penner, permer og etiketter.",
        "Papirhus ger kontoret det som går åt: papper, pennor, pärmar och etiketter.",
        "Papirhus zaopatruje biuro w to, co się zużywa: papier, długopisy, segregatory i etykiety.",
        "Papirhus gives the office what it uses up: paper, pens, binders and labels.")),
    DemoBrand("sittval", "Sittval", "SE", t(
        "Sittval lager kontormøbler som kan repareres, med reservedeler i ti år.",
        "Sittval gör kontorsmöbler som går att reparera, med reservdelar i tio år.",
        "Sittval wytwarza meble biurowe, które można naprawiać, z częściami zamiennymi przez dziesięć lat.",
        "Sittval makes office furniture that can be repaired, with spare parts for ten years.")),
    DemoBrand("skogstrand", "Skogstrand", "SE", t(
        "Skogstrand lager hansker og fottøy som tåler fukt, grus og lange vakter.",
        "Skogstrand gör handskar och skor som tål väta, grus och långa pass.",
        "Skogstrand wytwarza rękawice i obuwie odporne na wilgoć, żwir i długie zmiany.",
        "Skogstrand makes gloves and footwear that stand up to wet, gravel and long shifts.")),
)  # fmt: skip
