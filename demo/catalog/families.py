"""Families of goods: which attributes describe them and how each is used."""

from __future__ import annotations

from demo.catalog.texts import t
from demo.catalog.values import DemoFamily, DemoFamilyAttribute, Texts

GROUPS = {
    "size": t("Mål", "Mått", "Wymiary", "Dimensions"),
    "material": t("Materiale", "Material", "Materiał", "Material"),
    "data": t("Tekniske data", "Tekniska data", "Dane techniczne", "Technical data"),
    "fit": t("Størrelse og farge", "Storlek och färg", "Rozmiar i kolor", "Size and color"),
    "norm": t("Standarder", "Standarder", "Normy", "Standards"),
    "pack": t("Pakning", "Förpackning", "Opakowanie", "Packaging"),
}


def family(code: str, names: Texts, **groups: str) -> DemoFamily:
    """Return a family. Each group lists `attribute:flags`; r required, a variant axis, f facet, c column in dense lists."""
    uses = []
    for group, listed in groups.items():
        for entry in listed.split():
            attribute, _, flags = entry.partition(":")
            uses.append(
                DemoFamilyAttribute(attribute, "r" in flags, "a" in flags, "f" in flags, "c" in flags, GROUPS[group])
            )
    return DemoFamily(code, names, tuple(uses))


_STEEL = "material:rf finish:f strength:fc"

FAMILIES = (
    family("bolt", t("Sekskantskruer", "Sexkantskruvar", "Śruby sześciokątne", "Hexagon bolts"),
           size="thread:rafc length:rafc pitch:r across_flats:rc head_height:rc thread_length", material=_STEEL, norm="standard:rf", data="drive", pack="pack_count:c"),
    family("machine_screw", t("Maskinskruer", "Maskinskruvar", "Śruby maszynowe", "Machine screws"),
           size="thread:rafc length:rafc pitch:r head_diameter:c head_height:c thread_length", material=_STEEL, norm="standard:rf", data="drive:rf drive_size:c", pack="pack_count:c"),
    family("nut", t("Muttere", "Muttrar", "Nakrętki", "Nuts"),
           size="thread:rafc pitch:r across_flats:c height:c", material=_STEEL, norm="standard:rf", pack="pack_count:c"),
    family("washer", t("Skiver", "Brickor", "Podkładki", "Washers"),
           size="thread:rafc inner_diameter:rc outer_diameter:rc thickness:rc", material=_STEEL, norm="standard:rf", pack="pack_count:c"),
    family("rod", t("Gjengestenger", "Gängstänger", "Pręty gwintowane", "Threaded rods"),
           size="thread:rafc length:rfac pitch:rc", material=_STEEL, norm="standard:rf"),
    family("wood_screw", t("Treskruer og byggskruer", "Träskruvar och byggskruvar", "Wkręty do drewna i konstrukcji", "Wood and construction screws"),
           size="diameter:rafc length:rafc thread_length:c head_diameter", material="material:rf finish:f", norm="standard:f", data="drive:rf drive_size:c use:f", pack="pack_count:c"),
    family("anchor", t("Plugger og ankere", "Pluggar och ankare", "Kołki i kotwy", "Plugs and anchors"),
           size="diameter:rafc length:rafc drill_hole:c fixture:c", material="material:rf finish:f", norm="standard:f", data="use:rf", pack="pack_count:c"),
    family("rivet", t("Nagler og spiker", "Nitar och spik", "Nity i gwoździe", "Rivets and nails"),
           size="diameter:rafc length:rafc head_diameter drill_hole:c", material="material:rf finish:f", norm="standard:f", pack="pack_count:c"),
    family("hand_tool", t("Håndverktøy", "Handverktyg", "Narzędzia ręczne", "Hand tools"),
           size="length:afc across_flats:ac width:ac", material="material:f", norm="standard:f", data="drive:af drive_size:ac tool_weight:ac pieces:a"),
    family("measuring_tool", t("Måleverktøy", "Mätverktyg", "Narzędzia pomiarowe", "Measuring tools"),
           size="length_m:afc length:afc width", data="digital:af tool_weight:c", material="material"),
    family("power_tool", t("Batteriverktøy", "Batteriverktyg", "Narzędzia akumulatorowe", "Cordless tools"),
           data="voltage:rfc capacity_ah:afc with_battery:raf power torque:c speed:c impact_energy noise:c tool_weight:c", size="diameter:c"),
    family("battery", t("Batterier og ladere", "Batterier och laddare", "Akumulatory i ładowarki", "Batteries and chargers"),
           data="voltage:rfc capacity_ah:afc power:ac tool_weight:c"),
    family("bit", t("Bor og bits", "Borr och bits", "Wiertła i bity", "Drill bits and screwdriver bits"),
           size="diameter:afc length:afc across_flats:a", material="material:f", norm="standard:f", data="drive:af drive_size:ac use:f", pack="pack_count:c"),
    family("blade", t("Blad, skiver og slipemidler", "Klingor, skivor och slipmedel", "Brzeszczoty, tarcze i ścierniwo", "Blades, discs and abrasives"),
           size="diameter:afc bore:fc thickness:ac width", material="material:af", norm="standard:f", data="teeth:afc grit:afc speed use:f", pack="pack_count:c"),
    family("garment", t("Arbeidsklær", "Arbetskläder", "Odzież robocza", "Workwear"),
           fit="size:rafc color:rafc", material="material:rf fabric_weight:c", norm="standard:f protection:f use:f"),
    family("footwear", t("Vernesko", "Skyddsskor", "Obuwie ochronne", "Safety footwear"),
           fit="size:rafc color:raf", material="material:rf", norm="standard:rf protection:rfc", data="tool_weight:c"),
    family("glove", t("Hansker", "Handskar", "Rękawice", "Gloves"),
           fit="size:rafc color:f", material="material:rf", norm="standard:rf test_code:c", data="use:f", pack="pack_count"),
    family("protection", t("Verneutstyr", "Skyddsutrustning", "Środki ochrony", "Protective equipment"),
           fit="color:af", norm="standard:rf protection:afc", data="attenuation:c pieces:a tool_weight", pack="pack_count:ac"),
    family("storage", t("Oppbevaring", "Förvaring", "Przechowywanie", "Storage"),
           size="width:afc height:fc depth:c", data="load:fc volume:ac pieces:ac", material="material:f", fit="color:af"),
    family("ladder", t("Stiger", "Stegar", "Drabiny", "Ladders"),
           size="rungs:rafc height:c length_m:c", data="load:rfc tool_weight:c", material="material:rf", norm="standard:rf"),
    family("site", t("Byggeplass", "Byggarbetsplats", "Plac budowy", "Building site"),
           size="width:afc length_m:afc", data="load:fc power:c luminous_flux:ac ip_class:f volume:ac", material="material:f", fit="color:af", norm="standard"),
    family("office", t("Kontorrekvisita", "Kontorsmaterial", "Artykuły biurowe", "Office supplies"),
           data="format:afc grammage:afc sheets:c holes:a", size="width:ac length_m:c thickness", fit="color:af", pack="pack_count:ac", norm="standard"),
    family("furniture", t("Kontormøbler", "Kontorsmöbler", "Meble biurowe", "Office furniture"),
           size="width:afc depth:c height:ac", data="load:c power:c luminous_flux:c", fit="color:af", material="material:f", norm="standard:f"),
)  # fmt: skip
