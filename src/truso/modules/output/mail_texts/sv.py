"""Mails in Swedish."""

from __future__ import annotations

from truso.modules.output.mail_texts.forms import Mails, Texts

COMMON: Texts = {
    "greeting": "Hej {name},",
    "greeting_unnamed": "Hej,",
    "questions": "Frågor? Skriv till {support_email}.",
    "fallback_link": "Om knappen inte fungerar, öppna den här adressen:",
    "order_number": "Ordernummer",
    "purchase_order": "Ditt beställningsnummer",
    "ordered_by": "Beställt av",
    "ship_to": "Levereras till",
    "expected_on": "Förväntad leverans",
    "ready_on": "Klar att hämta",
    "pickup_at": "Hämtas hos",
    "expected_from_approval": "Leverans, om du godkänner i dag",
    "ready_from_approval": "Klar att hämta, om du godkänner i dag",
    "total": "Ordersumma",
    "approved_by": "Godkänd av",
    "rejected_by": "Nekad av",
    "deadline": "Svara senast",
    "reason": "Därför behövs godkännande",
    "comment": "Kommentar",
    "carrier": "Transportör",
    "tracking": "Kollinummer",
    "parcels": {"one": "{count} kolli", "other": "{count} kollin"},
    "contents": "I den här leveransen",
    "invoice_number": "Fakturanummer",
    "credit_note_number": "Kreditfakturanummer",
    "due_on": "Förfallodag",
    "payable": "Att betala",
    "credited": "Att kreditera",
    "amount": "Belopp",
    "paid_to": "Återbetalt till",
    "company": "Företag",
    "invited_by": "Inbjuden av",
}

MAILS: Mails = {
    "order_confirmation": {
        "subject": "Tack, vi har tagit emot order {order_number}",
        "heading": "Tack för din beställning",
        "intro": "Vi har tagit emot order {order_number} och hör av oss igen när varorna är på väg.",
        "button": "Visa ordern",
    },
    "order_confirmation_pickup": {
        "subject": "Tack, vi har tagit emot order {order_number}",
        "heading": "Tack för din beställning",
        "intro": "Vi har tagit emot order {order_number} och hör av oss när varorna kan hämtas. Vänta gärna tills du har hört från oss.",
        "button": "Visa ordern",
    },
    "order_confirmation_plain": {
        "subject": "Tack, vi har tagit emot order {order_number}",
        "heading": "Tack för din beställning",
        "intro": "Vi har tagit emot order {order_number}. Det som lämnas ut kommer i ett eget mejl; det vi ska utföra utför vi som överenskommet.",
        "button": "Se ordern",
    },
    "approval_requested": {
        "subject": "Order {order_number} väntar på ditt godkännande",
        "heading": "En order väntar på dig",
        "intro": "{requested_by} har lagt en order som du behöver godkänna. Priser och varor är reserverade så länge.",
        "button": "Granska ordern",
    },
    "order_approved": {
        "subject": "Order {order_number} är godkänd",
        "heading": "Din order är godkänd",
        "intro": "{approved_by} har godkänt order {order_number}. Vi gör den klar nu.",
        "button": "Visa ordern",
    },
    "order_rejected": {
        "subject": "Order {order_number} godkändes inte",
        "heading": "Din order godkändes inte",
        "intro": "{rejected_by} godkände inte order {order_number}. Varorna ligger i varukorgen igen, så du kan "
        "ändra och "
        "skicka på nytt.",
        "button": "Öppna varukorgen",
    },
    "certificate_ending": {
        "subject": "Intyget om skattefrihet {number} löper ut",
        "heading": "Ert intyg löper snart ut",
        "intro": "Intyg {number} gäller till {day}. Från den dagen får era ordrar moms igen, om ni inte lämnar in ett nytt dessförinnan.",
        "button": "Lämna in ett nytt",
    },
    "certificate_answered": {
        "subject": "Intyget om skattefrihet {number} är godkänt",
        "heading": "Ert intyg är godkänt",
        "intro": "Intyg {number} är godkänt. Det som omfattas köper ni från och med nu utan moms.",
        "button": "Se vad som gäller",
    },
    "certificate_rejected": {
        "subject": "Intyget om skattefrihet {number} godkändes inte",
        "heading": "Ert intyg godkändes inte",
        "intro": "Vi kunde inte godkänna intyg {number}. Era ordrar får moms tills vi har ett som vi kan godkänna.",
        "button": "Lämna in ett annat",
    },
    "agreement_sent": {
        "subject": "Avtal {number} väntar på er underskrift",
        "heading": "Ett avtal att skriva under",
        "intro": "{title} ({number}) är klart. Läs och skriv under på avtalets sida; det gäller från sin första dag.",
        "button": "Läs och skriv under",
    },
    "agreement_ending": {
        "subject": "Avtal {number} upphör {day}",
        "heading": "Avtalet upphör snart",
        "intro": "{title} ({number}) upphör {day}. Därefter gäller listpriser och vanliga villkor.",
        "button": "Se avtalet",
    },
    "agreement_renewing": {
        "subject": "Avtal {number} fortsätter från {day}",
        "heading": "Avtalet fortsätter",
        "intro": "{title} ({number}) förnyas {day} om ingen av oss säger upp det dessförinnan.",
        "button": "Se avtalet",
    },
    "agreement_answered": {
        "subject": "Avtal {number}: ert önskemål är godkänt",
        "heading": "Vi är överens",
        "intro": "Vi går med på det ni bad om i avtal {number}: {about}.",
        "button": "Se avtalet",
    },
    "agreement_declined": {
        "subject": "Avtal {number}: om ert önskemål",
        "heading": "Om ert önskemål",
        "intro": "Vi kunde inte gå med på det ni bad om i avtal {number}: {about}.",
        "button": "Se avtalet",
    },
    "order_cancelled": {
        "subject": "Order {order_number} är avbokad",
        "heading": "Ordern är avbokad",
        "intro": "Order {order_number} är avbokad. Inget skickas, och det du har betalat får du tillbaka.",
        "button": "Se ordern",
    },
    "order_expired": {
        "subject": "Order {order_number} har gått ut",
        "heading": "Ordern har gått ut",
        "intro": "Ingen hann godkänna order {order_number} i tid. Varorna ligger i varukorgen igen, så du kan skicka "
        "på nytt.",
        "button": "Se ordern",
    },
    "email_confirmation": {
        "subject": "Bekräfta din e-postadress hos {shop_name}",
        "heading": "Bekräfta din e-postadress",
        "intro": "Tryck på knappen för att bekräfta att adressen är din. Då är kontot klart.",
        "button": "Bekräfta adressen",
    },
    "account_exists": {
        "subject": "Du har redan ett konto hos {shop_name}",
        "heading": "Du har redan ett konto",
        "intro": "Någon, förhoppningsvis du, ville skapa ett konto med den här adressen. Det finns redan. Har du "
        "glömt lösenordet väljer du ett nytt här.",
        "button": "Välj nytt lösenord",
    },
    "digital_delivery": {
        "subject": "Filer och nycklar från order {order_number}",
        "heading": "Dina filer och nycklar är klara",
        "intro": "Här är det du köpte i order {order_number}. Filerna hämtar du på ordersidan.",
        "keep": "Förvara nycklarna där bara du kan läsa dem. Du hittar dem också på ordersidan.",
        "handed": "Filer och nycklar",
        "more_keys": {"one": "{count} nyckel till på ordersidan", "other": "{count} nycklar till på ordersidan"},
        "button": "Öppna ordern",
    },
    "shipment_sent": {
        "subject": "Order {order_number} är på väg",
        "heading": "Dina varor är på väg",
        "intro": "Vi har skickat leverans {delivery_number} av order {order_number}.",
        "outstanding": "Resten av ordern följer så snart vi har den. Du behöver inte göra något.",
        "button": "Följ leveransen",
        "button_order": "Visa ordern",
    },
    "shipment_ready": {
        "subject": "Order {order_number} kan hämtas",
        "heading": "Dina varor är klara att hämta",
        "intro": "Leverans {delivery_number} av order {order_number} är klar. Ta med ordernumret när du hämtar.",
        "outstanding": "Resten av ordern följer så snart vi har den. Vi hör av oss när den kan hämtas.",
        "button": "Visa ordern",
        "button_order": "Visa ordern",
    },
    "invoice_issued": {
        "subject": "Faktura {invoice_number} från {shop_name}",
        "heading": "Faktura {invoice_number}",
        "intro": "Här är fakturan för ditt köp.",
        "button": "Visa fakturan",
    },
    "credit_note_issued": {
        "subject": "Kreditfaktura {invoice_number} från {shop_name}",
        "heading": "Kreditfaktura {invoice_number}",
        "intro": "Vi har krediterat beloppet nedan.",
        "button": "Visa kreditfakturan",
    },
    "invitation": {
        "subject": "{invited_by} bjuder in dig att handla för {company}",
        "heading": "Välkommen till {shop_name}",
        "intro": "{invited_by} har bjudit in dig att handla för {company}. Tacka ja, så ser du företagets egna "
        "priser och "
        "avtal.",
        "validity": {
            "one": "Inbjudan gäller i {count} dag.",
            "other": "Inbjudan gäller i {count} dagar.",
        },
        "button": "Tacka ja till inbjudan",
    },
    "password_reset": {
        "subject": "Välj ett nytt lösenord hos {shop_name}",
        "heading": "Välj ett nytt lösenord",
        "intro": "Någon, vi hoppas att det var du, bad om ett nytt lösenord. Var det inte du behöver du inte "
        "göra något: "
        "ditt lösenord är kvar som det var.",
        "validity": {
            "one": "Länken fungerar i {count} timme.",
            "other": "Länken fungerar i {count} timmar.",
        },
        "button": "Välj lösenord",
    },
    "refund_made": {
        "subject": "Vi har återbetalat {amount} för order {order_number}",
        "heading": "Pengarna är på väg tillbaka",
        "intro": "Vi har återbetalat {amount} för order {order_number}. Det kan ta några bankdagar innan du ser "
        "beloppet.",
        "button": "Visa ordern",
    },
}
