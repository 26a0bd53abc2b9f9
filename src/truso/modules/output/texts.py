"""The words of the documents in Norwegian, Swedish, Polish and English. One row per word, all four always there."""

from __future__ import annotations

from truso.kernel.texts import LANGUAGES, in_language

_ORDER = ("nb", "sv", "pl", "en")

# key: (Norwegian, Swedish, Polish, English)
_LABELS: dict[str, tuple[str, str, str, str]] = {
    # Titles
    "invoice": ("Faktura", "Faktura", "Faktura", "Invoice"),
    "credit_note": ("Kreditnota", "Kreditfaktura", "Faktura korygująca", "Credit note"),
    "order_confirmation": ("Ordrebekreftelse", "Orderbekräftelse", "Potwierdzenie zamówienia", "Order confirmation"),
    "delivery_note": ("Følgeseddel", "Följesedel", "Dokument dostawy", "Delivery note"),
    "pick_list": ("Plukkliste", "Plocklista", "Lista kompletacji", "Pick list"),
    "data_sheet": ("Produktdatablad", "Produktdatablad", "Karta produktu", "Product data sheet"),
    "declaration": (
        "Samsvarserklæring",
        "Försäkran om överensstämmelse",
        "Deklaracja zgodności",
        "Declaration of conformity",
    ),
    "assembly_guide": ("Monteringsanvisning", "Monteringsanvisning", "Instrukcja montażu", "Assembly guide"),
    "safety_data_sheet": ("Sikkerhetsdatablad", "Säkerhetsdatablad", "Karta charakterystyki", "Safety data sheet"),
    "agreement": ("Avtale", "Avtal", "Umowa", "Agreement"),
    # Agreements
    "from": ("Gjelder fra", "Gäller från", "Obowiązuje od", "Valid from"),
    "valid_before": ("Gjelder til", "Gäller till", "Obowiązuje do", "Valid before"),
    "notice_days": ("Oppsigelse, dager", "Uppsägningstid, dagar", "Wypowiedzenie, dni", "Notice, days"),
    "renews_months": (
        "Forlenges med måneder om gangen",
        "Förlängs med månader i taget",
        "Przedłuża się o miesięcy",
        "Renewed by months at a time",
    ),
    "price_policy": ("Når priser møtes", "När priser möts", "Gdy ceny się spotykają", "When prices compete"),
    "best_price": (
        "Den laveste prisen gjelder",
        "Det lägsta priset gäller",
        "Obowiązuje najniższa cena",
        "The lowest price counts",
    ),
    "contract_price": (
        "Avtaleprisen gjelder",
        "Avtalspriset gäller",
        "Obowiązuje cena umowna",
        "The contract price counts",
    ),
    "free_freight": ("Fri frakt fra", "Fri frakt från", "Darmowa dostawa od", "Free freight from"),
    "delivery_terms": ("Leveringsbetingelser", "Leveransvillkor", "Warunki dostawy", "Delivery terms"),
    "agreed_range": ("Sortiment", "Sortiment", "Asortyment", "Range"),
    "range_all": ("hele sortimentet", "hela sortimentet", "cały asortyment", "the whole range"),
    "range_first": (
        "andre varer er merket utenfor avtalen",
        "andra varor är märkta utanför avtalet",
        "inne towary oznaczone jako poza umową",
        "others marked as outside",
    ),
    "range_ask": (
        "andre varer på forespørsel",
        "andra varor på förfrågan",
        "inne towary na zapytanie",
        "others on request",
    ),
    "range_only": ("bare disse varene", "bara dessa varor", "tylko te towary", "these articles only"),
    "minimum_purchase": (
        "Minste kjøp per år, ekskl. mva.",
        "Minsta inköp per år, exkl. moms",
        "Minimalny zakup roczny netto",
        "Minimum purchase per year, excl. VAT",
    ),
    "bonus": ("Årsbonus", "Årsbonus", "Bonus roczny", "Yearly bonus"),
    "attachment": ("Vedlegg", "Bilaga", "Załącznik", "Attachment"),
    "service_level": ("Servicenivå", "Servicenivå", "Poziom obsługi", "Service level"),
    "other_terms": ("Andre vilkår", "Övriga villkor", "Inne warunki", "Other terms"),
    "price_list": ("Prisliste", "Prislista", "Cennik", "Price list"),
    "prices_by_fingerprint": (
        "Hele prislisten er avtalt. Filen har SHA-256 %(sha256)s.",
        "Hela prislistan är avtalad. Filen har SHA-256 %(sha256)s.",
        "Uzgodniono cały cennik. Plik ma SHA-256 %(sha256)s.",
        "The whole price list is agreed. Its file has SHA-256 %(sha256)s.",
    ),
    "from_quantity": ("Fra antall", "Från antal", "Od ilości", "From quantity"),
    "price": ("Pris", "Pris", "Cena netto", "Price"),
    "unit": ("Enhet", "Enhet", "Jednostka", "Unit"),
    "price_unit": ("Pris per", "Pris per", "Cena za", "Price per"),
    # Parties
    "seller": ("Selger", "Säljare", "Sprzedawca", "Seller"),
    "bill_to": ("Faktureres til", "Faktureras till", "Nabywca", "Bill to"),
    "customer": ("Kunde", "Kund", "Klient", "Customer"),
    "ship_to": ("Leveres til", "Levereras till", "Adres dostawy", "Ship to"),
    "organization_number": ("Org.nr.", "Org.nr", "Nr rejestrowy", "Reg. no."),
    "vat_number": ("Mva-nr.", "Momsreg.nr", "NIP", "VAT no."),
    "register": ("Foretaksregisteret", "Foretaksregisteret", "Foretaksregisteret", "Foretaksregisteret"),
    "phone": ("Telefon", "Telefon", "Telefon", "Phone"),
    "email": ("E-post", "E-post", "E-mail", "E-mail"),
    # References
    "invoice_number": ("Fakturanr.", "Fakturanr", "Numer faktury", "Invoice no."),
    "credit_note_number": ("Kreditnotanr.", "Kreditfakturanr", "Numer korekty", "Credit note no."),
    "issued_on": ("Fakturadato", "Fakturadatum", "Data wystawienia", "Invoice date"),
    "credited_on": ("Dato", "Datum", "Data wystawienia", "Date"),
    "due_on": ("Forfallsdato", "Förfallodag", "Termin płatności", "Due date"),
    "delivered_on": ("Leveringsdato", "Leveransdatum", "Data dostawy", "Delivery date"),
    "order_number": ("Ordrenr.", "Ordernr", "Numer zamówienia", "Order no."),
    "order_date": ("Ordredato", "Orderdatum", "Data zamówienia", "Order date"),
    "expected_on": ("Forventet levering", "Förväntad leverans", "Planowana dostawa", "Expected delivery"),
    "purchase_order": ("Deres bestillingsnr.", "Ert ordernr", "Państwa nr zamówienia", "Your PO number"),
    "your_reference": ("Deres ref.", "Er referens", "Państwa ref.", "Your reference"),
    "ordered_by": ("Bestilt av", "Beställt av", "Zamawiający", "Ordered by"),
    "contract": ("Avtale", "Avtal", "Umowa", "Agreement"),
    "despatch": ("Følgeseddel", "Följesedel", "Dokument dostawy", "Delivery note"),
    "preceding_invoice": ("Gjelder faktura", "Avser faktura", "Dotyczy faktury", "Credits invoice"),
    "delivery_method": ("Leveringsmåte", "Leveranssätt", "Sposób dostawy", "Delivery method"),
    "delivery_note_number": ("Følgeseddelnr.", "Följesedelsnr", "Numer dokumentu", "Delivery note no."),
    "shipped_on": ("Sendt", "Skickat", "Data wysyłki", "Shipped"),
    "carrier": ("Transportør", "Transportör", "Przewoźnik", "Carrier"),
    "tracking": ("Sporingsnr.", "Kollinummer", "Nr przesyłki", "Tracking no."),
    "parcels": ("Antall kolli", "Antal kollin", "Liczba paczek", "Parcels"),
    "weight": ("Vekt", "Vikt", "Waga", "Weight"),
    "pick_list_number": ("Plukklistenr.", "Plocklistenr", "Numer listy", "Pick list no."),
    "created_on": ("Opprettet", "Skapad", "Utworzono", "Created"),
    "location": ("Lager", "Lager", "Magazyn", "Warehouse"),
    "ship_on": ("Sendes", "Skickas", "Wysyłka", "Ships"),
    "cash_discount": (
        "%(percent)s\u00a0%% kontantrabatt ved betaling innen %(days)s dager",
        "%(percent)s\u00a0%% kassarabatt vid betalning inom %(days)s dagar",
        "%(percent)s\u00a0%% skonta przy płatności w ciągu %(days)s dni",
        "%(percent)s\u00a0%% cash discount if paid within %(days)s days",
    ),
    "cash_discount_by": (
        "%(percent)s\u00a0%% kontantrabatt, %(amount)s, ved betaling innen %(day)s",
        "%(percent)s\u00a0%% kassarabatt, %(amount)s, vid betalning senast %(day)s",
        "%(percent)s\u00a0%% skonta, %(amount)s, przy płatności do %(day)s",
        "%(percent)s\u00a0%% cash discount, %(amount)s, if paid by %(day)s",
    ),
    # Lines
    "position": ("Nr.", "Nr", "Lp.", "No."),
    "item": ("Vare", "Artikel", "Towar", "Item"),
    "sku": ("Varenr.", "Artikelnr", "Indeks", "Item no."),
    "buyer_item_number": ("Deres varenr.", "Ert artikelnr", "Państwa indeks", "Your item no."),
    "gtin": ("GTIN", "GTIN", "GTIN", "GTIN"),
    "quantity": ("Antall", "Antal", "Ilość", "Quantity"),
    "unit_price": ("Pris", "À-pris", "Cena netto", "Price"),
    "unit_price_gross": ("Pris inkl. mva.", "À-pris inkl. moms", "Cena brutto", "Price incl. VAT"),
    "vat_rate": ("Mva.", "Moms", "VAT", "VAT"),
    "amount": ("Beløp", "Belopp", "Wartość netto", "Amount"),
    "amount_gross": ("Beløp inkl. mva.", "Belopp inkl. moms", "Wartość brutto", "Amount incl. VAT"),
    "per": ("per", "per", "za", "per"),
    "discount": ("Rabatt", "Rabatt", "Rabat", "Discount"),
    "line_expected": ("Leveres", "Levereras", "Dostawa", "Delivered"),
    "ordered": ("Bestilt", "Beställt", "Zamówiono", "Ordered"),
    "delivered": ("Levert", "Levererat", "Dostarczono", "Delivered"),
    "outstanding": ("Rest", "Rest", "Pozostało", "To follow"),
    "outstanding_expected": ("Rest ventes", "Rest väntas", "Reszta", "Rest expected"),
    "bin": ("Plass", "Plats", "Lokalizacja", "Bin"),
    "picked": ("Plukket", "Plockat", "Pobrano", "Picked"),
    # Totals
    "line_total": ("Sum varer", "Summa varor", "Razem towary", "Goods total"),
    "charge": ("Tillegg", "Tillägg", "Opłata dodatkowa", "Charge"),
    "allowance": ("Rabatt", "Rabatt", "Rabat", "Discount"),
    "tax_exclusive": ("Sum ekskl. mva.", "Summa exkl. moms", "Razem netto", "Total excl. VAT"),
    "vat": ("Mva.", "Moms", "VAT", "VAT"),
    "rate": ("Sats", "Sats", "Stawka", "Rate"),
    "vat_base": ("Grunnlag", "Underlag", "Netto", "Net"),
    "of_which_vat": ("Herav mva.", "Varav moms", "W tym VAT", "Of which VAT"),
    "no_vat": ("Uten mva.", "Utan moms", "Bez VAT", "No VAT"),
    "no_tax_intra_eu": (
        "EU-intern levering, fritatt etter direktiv 2006/112/EF artikkel 138",
        "Unionsintern leverans, undantagen enligt artikel 138 i direktiv 2006/112/EG",
        "Wewnątrzwspólnotowa dostawa towarów, art. 138 dyrektywy 2006/112/WE",
        "Intra-Community supply, exempt under article 138 of directive 2006/112/EC",
    ),
    "no_tax_reverse_charge": (
        "Omvendt avgiftsplikt: kjøperen beregner avgiften",
        "Omvänd betalningsskyldighet",
        "Odwrotne obciążenie",
        "Reverse charge",
    ),
    "no_tax_export": (
        "Eksport, fritatt etter direktiv 2006/112/EF artikkel 146",
        "Export, undantagen enligt artikel 146 i direktiv 2006/112/EG",
        "Eksport, art. 146 dyrektywy 2006/112/WE",
        "Export, exempt under article 146 of directive 2006/112/EC",
    ),
    "no_tax_export_no": (
        "Eksport, fritatt etter merverdiavgiftsloven § 6-21",
        "Export, undantagen enligt norska mervärdesskattelagen § 6-21",
        "Eksport, § 6-21 norweskiej ustawy o VAT",
        "Export, exempt under section 6-21 of the Norwegian VAT Act",
    ),
    "tax_inclusive": ("Sum inkl. mva.", "Summa inkl. moms", "Razem brutto", "Total incl. VAT"),
    "prepaid": ("Betalt", "Betalt", "Zapłacono", "Paid"),
    "rounding": ("Øreavrunding", "Öresavrundning", "Zaokrąglenie", "Rounding"),
    "payable": ("Å betale", "Att betala", "Do zapłaty", "Amount due"),
    "credited": ("Til gode", "Att kreditera", "Do zwrotu", "Amount credited"),
    "order_total": ("Ordresum", "Ordersumma", "Wartość zamówienia", "Order total"),
    # Payment
    "payment": ("Betaling", "Betalning", "Płatność", "Payment"),
    "bank_account": ("Kontonr.", "Konto", "Nr konta", "Account"),
    "bankgiro": ("Bankgiro", "Bankgiro", "Bankgiro", "Bankgiro"),
    "plusgiro": ("Plusgiro", "Plusgiro", "Plusgiro", "Plusgiro"),
    "kid": ("KID", "KID", "KID", "KID"),
    "ocr": ("OCR-nummer", "OCR-nummer", "Numer OCR", "OCR number"),
    "payment_reference": ("Betalingsreferanse", "Betalningsreferens", "Tytuł przelewu", "Payment reference"),
    "terms": ("Betalingsvilkår", "Betalningsvillkor", "Warunki płatności", "Terms"),
    "credit_terms": (
        "Beløpet trekkes fra det som er utestående, eller betales tilbake.",
        "Beloppet räknas av mot obetalda fakturor eller betalas tillbaka.",
        "Kwota zostanie rozliczona z należnościami lub zwrócona.",
        "The amount is set off against open invoices or paid back.",
    ),
    "notes": ("Merknad", "Anmärkning", "Uwagi", "Note"),
    "page": ("Side", "Sida", "Strona", "Page"),
    "page_of": ("av", "av", "z", "of"),
    "properties": ("Egenskaper", "Egenskaper", "Właściwości", "Properties"),
    "articles": ("Artikler", "Artiklar", "Artykuły", "Articles"),
    "brand": ("Merke", "Varumärke", "Marka", "Brand"),
    "updated_on": ("Oppdatert", "Uppdaterad", "Zaktualizowano", "Updated"),
    "picked_by": ("Plukket av", "Plockat av", "Skompletował(a)", "Picked by"),
    "checked_by": ("Kontrollert av", "Kontrollerat av", "Sprawdził(a)", "Checked by"),
    "received_by": ("Mottatt av", "Mottaget av", "Odebrał(a)", "Received by"),
    "date": ("Dato", "Datum", "Data", "Date"),
    "picture_of": ("Bilde av", "Bild av", "Zdjęcie:", "Picture of"),
    "logo_of": ("Logoen til", "Logotyp för", "Logo:", "Logo of"),
}

# UN/ECE recommendation 20 and 21 codes: how each language shortens them.
_UNITS: dict[str, tuple[str, str, str, str]] = {
    "C62": ("stk.", "st", "szt.", "pcs"),
    "EA": ("stk.", "st", "szt.", "pcs"),
    "H87": ("stk.", "st", "szt.", "pcs"),
    "MTR": ("m", "m", "m", "m"),
    "CMT": ("cm", "cm", "cm", "cm"),
    "MTK": ("m²", "m²", "m²", "m²"),
    "MTQ": ("m³", "m³", "m³", "m³"),
    "KGM": ("kg", "kg", "kg", "kg"),
    "GRM": ("g", "g", "g", "g"),
    "TNE": ("t", "t", "t", "t"),
    "LTR": ("l", "l", "l", "l"),
    "MLT": ("ml", "ml", "ml", "ml"),
    "HUR": ("t", "tim", "godz.", "h"),
    "DAY": ("dag", "dag", "dzień", "day"),
    "PR": ("par", "par", "para", "pair"),
    "SET": ("sett", "sats", "kpl.", "set"),
    "RO": ("rull", "rulle", "rolka", "roll"),
    "XRO": ("rull", "rulle", "rolka", "roll"),
    "XBX": ("eske", "kartong", "karton", "box"),
    "XPK": ("pk.", "fp", "opak.", "pack"),
    "XPX": ("pall", "pall", "paleta", "pallet"),
    "XBG": ("pose", "påse", "worek", "bag"),
}


def label(key: str, language: str) -> str:
    """Return a word of the documents in the reader's language, or the nearest there is."""
    return in_language(dict(zip(_ORDER, _LABELS[key], strict=True)), language)


def labels(language: str) -> dict[str, str]:
    """Return all words of one language by key."""
    return {key: label(key, language) for key in _LABELS}


def unit_name(code: str, language: str) -> str:
    """Return the short name of a unit; a code without a name stands for itself."""
    names = _UNITS.get(code)
    return in_language(dict(zip(_ORDER, names, strict=True)), language) if names else code


def unit_codes() -> tuple[str, ...]:
    """Return the units there are names for, by their UN/ECE recommendation 20 codes."""
    return tuple(_UNITS)


assert set(_ORDER) == set(LANGUAGES)
