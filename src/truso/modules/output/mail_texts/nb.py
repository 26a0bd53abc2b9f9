"""Mails in Norwegian (bokmål)."""

from __future__ import annotations

from truso.modules.output.mail_texts.forms import Mails, Texts

COMMON: Texts = {
    "greeting": "Hei {name},",
    "greeting_unnamed": "Hei,",
    "questions": "Spørsmål? Skriv til {support_email}.",
    "fallback_link": "Hvis knappen ikke virker, åpne denne adressen:",
    "order_number": "Ordrenummer",
    "purchase_order": "Ditt bestillingsnummer",
    "ordered_by": "Bestilt av",
    "ship_to": "Leveres til",
    "expected_on": "Forventet levering",
    "ready_on": "Klar til henting",
    "pickup_at": "Hentes hos",
    "expected_from_approval": "Levering, hvis du godkjenner i dag",
    "ready_from_approval": "Klar til henting, hvis du godkjenner i dag",
    "total": "Ordresum",
    "approved_by": "Godkjent av",
    "rejected_by": "Avslått av",
    "deadline": "Svar innen",
    "reason": "Derfor trengs godkjenning",
    "comment": "Kommentar",
    "carrier": "Transportør",
    "tracking": "Sporingsnummer",
    "parcels": {"one": "{count} kolli", "other": "{count} kolli"},
    "contents": "I denne leveringen",
    "invoice_number": "Fakturanummer",
    "credit_note_number": "Kreditnotanummer",
    "due_on": "Forfallsdato",
    "payable": "Å betale",
    "credited": "Til gode",
    "amount": "Beløp",
    "paid_to": "Betalt tilbake til",
    "company": "Bedrift",
    "invited_by": "Invitert av",
}

MAILS: Mails = {
    "order_confirmation": {
        "subject": "Takk, vi har mottatt ordre {order_number}",
        "heading": "Takk for bestillingen",
        "intro": "Vi har mottatt ordre {order_number} og skriver igjen når varene er på vei.",
        "button": "Se ordren",
    },
    "order_confirmation_pickup": {
        "subject": "Takk, vi har mottatt ordre {order_number}",
        "heading": "Takk for bestillingen",
        "intro": "Vi har mottatt ordre {order_number} og skriver igjen når varene kan hentes. Vent med å komme til du har hørt fra oss.",
        "button": "Se ordren",
    },
    "order_confirmation_plain": {
        "subject": "Takk, vi har mottatt ordre {order_number}",
        "heading": "Takk for bestillingen",
        "intro": "Vi har mottatt ordre {order_number}. Det som utleveres, kommer i en egen e-post; det vi skal utføre, utfører vi som avtalt.",
        "button": "Se ordren",
    },
    "approval_requested": {
        "subject": "Ordre {order_number} venter på din godkjenning",
        "heading": "En ordre venter på deg",
        "intro": "{requested_by} har lagt inn en ordre som du må godkjenne. Priser og varer er holdt av imens.",
        "button": "Se på ordren",
    },
    "order_approved": {
        "subject": "Ordre {order_number} er godkjent",
        "heading": "Ordren din er godkjent",
        "intro": "{approved_by} har godkjent ordre {order_number}. Vi gjør den klar nå.",
        "button": "Se ordren",
    },
    "order_rejected": {
        "subject": "Ordre {order_number} ble ikke godkjent",
        "heading": "Ordren din ble ikke godkjent",
        "intro": "{rejected_by} godkjente ikke ordre {order_number}. Varene ligger i handlekurven igjen, så du "
        "kan endre "
        "og sende på nytt.",
        "button": "Åpne handlekurven",
    },
    "certificate_ending": {
        "subject": "Fritaksbeviset {number} løper ut",
        "heading": "Fritaksbeviset deres løper snart ut",
        "intro": "Fritaksbevis {number} gjelder til {day}. Fra den dagen får ordrene deres merverdiavgift igjen, hvis dere ikke leverer et nytt før det.",
        "button": "Lever et nytt",
    },
    "certificate_answered": {
        "subject": "Fritaksbeviset {number} er godtatt",
        "heading": "Fritaksbeviset deres er godtatt",
        "intro": "Fritaksbevis {number} er godtatt. Det det omfatter, kjøper dere fra nå av uten merverdiavgift.",
        "button": "Se hva som gjelder",
    },
    "certificate_rejected": {
        "subject": "Fritaksbeviset {number} ble ikke godtatt",
        "heading": "Fritaksbeviset deres ble ikke godtatt",
        "intro": "Vi kunne ikke godta fritaksbevis {number}. Ordrene deres får merverdiavgift til vi har et vi kan godta.",
        "button": "Lever et annet",
    },
    "agreement_sent": {
        "subject": "Avtale {number} venter på signatur",
        "heading": "En avtale til signering",
        "intro": "{title} ({number}) er klar. Les den og signer på avtalens side; den gjelder fra sin første dag.",
        "button": "Les og signer",
    },
    "agreement_ending": {
        "subject": "Avtale {number} slutter {day}",
        "heading": "Avtalen slutter snart",
        "intro": "{title} ({number}) slutter {day}. Etter det gjelder listepriser og vanlige vilkår.",
        "button": "Se avtalen",
    },
    "agreement_renewing": {
        "subject": "Avtale {number} går videre fra {day}",
        "heading": "Avtalen går videre",
        "intro": "{title} ({number}) fornyes {day}, hvis ingen av oss sier den opp før det.",
        "button": "Se avtalen",
    },
    "agreement_answered": {
        "subject": "Avtale {number}: ønsket er godtatt",
        "heading": "Vi er enige",
        "intro": "Vi er enige i det dere ba om i avtale {number}: {about}.",
        "button": "Se avtalen",
    },
    "agreement_declined": {
        "subject": "Avtale {number}: om ønsket deres",
        "heading": "Om ønsket deres",
        "intro": "Vi kunne ikke gå med på det dere ba om i avtale {number}: {about}.",
        "button": "Se avtalen",
    },
    "order_cancelled": {
        "subject": "Ordre {order_number} er kansellert",
        "heading": "Ordren er kansellert",
        "intro": "Ordre {order_number} er kansellert. Ingenting blir sendt, og det du har betalt, får du igjen.",
        "button": "Se ordren",
    },
    "order_expired": {
        "subject": "Ordre {order_number} har gått ut",
        "heading": "Ordren har gått ut",
        "intro": "Ingen rakk å godkjenne ordre {order_number} i tide. Varene ligger i handlekurven igjen, så du kan "
        "sende på nytt.",
        "button": "Se ordren",
    },
    "email_confirmation": {
        "subject": "Bekreft e-postadressen din hos {shop_name}",
        "heading": "Bekreft e-postadressen din",
        "intro": "Trykk på knappen for å bekrefte at adressen er din. Da er kontoen klar.",
        "button": "Bekreft adressen",
    },
    "account_exists": {
        "subject": "Du har allerede en konto hos {shop_name}",
        "heading": "Du har allerede en konto",
        "intro": "Noen, vi håper det var deg, ville opprette en konto med denne adressen. Den finnes fra før. Har du "
        "glemt passordet, velger du et nytt her.",
        "button": "Velg nytt passord",
    },
    "digital_delivery": {
        "subject": "Filer og nøkler fra ordre {order_number}",
        "heading": "Filene og nøklene dine er klare",
        "intro": "Her er det du kjøpte i ordre {order_number}. Filene henter du på ordresiden.",
        "keep": "Ta vare på nøklene der bare du kan lese dem. Du finner dem også på ordresiden.",
        "handed": "Filer og nøkler",
        "more_keys": {"one": "{count} nøkkel til på ordresiden", "other": "{count} nøkler til på ordresiden"},
        "button": "Åpne ordren",
    },
    "shipment_sent": {
        "subject": "Ordre {order_number} er på vei",
        "heading": "Varene er på vei",
        "intro": "Vi har sendt levering {delivery_number} av ordre {order_number}.",
        "outstanding": "Resten av ordren følger så snart vi har den. Du trenger ikke gjøre noe.",
        "button": "Følg leveringen",
        "button_order": "Se ordren",
    },
    "shipment_ready": {
        "subject": "Ordre {order_number} kan hentes",
        "heading": "Varene er klare til henting",
        "intro": "Levering {delivery_number} av ordre {order_number} ligger klar. Ta med ordrenummeret når du henter.",
        "outstanding": "Resten av ordren følger så snart vi har den. Vi skriver igjen når den kan hentes.",
        "button": "Se ordren",
        "button_order": "Se ordren",
    },
    "invoice_issued": {
        "subject": "Faktura {invoice_number} fra {shop_name}",
        "heading": "Faktura {invoice_number}",
        "intro": "Her er fakturaen for kjøpet ditt.",
        "button": "Se fakturaen",
    },
    "credit_note_issued": {
        "subject": "Kreditnota {invoice_number} fra {shop_name}",
        "heading": "Kreditnota {invoice_number}",
        "intro": "Vi har kreditert beløpet nedenfor.",
        "button": "Se kreditnotaen",
    },
    "invitation": {
        "subject": "{invited_by} inviterer deg til å handle for {company}",
        "heading": "Velkommen til {shop_name}",
        "intro": "{invited_by} har invitert deg til å handle for {company}. Takk ja, så ser du bedriftens egne "
        "priser og "
        "avtaler.",
        "validity": {
            "one": "Invitasjonen gjelder i {count} dag.",
            "other": "Invitasjonen gjelder i {count} dager.",
        },
        "button": "Ta imot invitasjonen",
    },
    "password_reset": {
        "subject": "Velg nytt passord hos {shop_name}",
        "heading": "Velg nytt passord",
        "intro": "Noen, vi håper det var deg, ba om nytt passord. Var det ikke deg, trenger du ikke gjøre noe: "
        "passordet "
        "ditt er det samme som før.",
        "validity": {
            "one": "Lenken virker i {count} time.",
            "other": "Lenken virker i {count} timer.",
        },
        "button": "Velg passord",
    },
    "refund_made": {
        "subject": "Vi har betalt tilbake {amount} for ordre {order_number}",
        "heading": "Pengene er på vei tilbake",
        "intro": "Vi har betalt tilbake {amount} for ordre {order_number}. Det kan gå noen bankdager før du ser "
        "beløpet.",
        "button": "Se ordren",
    },
}
