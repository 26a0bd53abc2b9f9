"""Mails in Polish."""

from __future__ import annotations

from truso.modules.output.mail_texts.forms import Mails, Texts

COMMON: Texts = {
    "greeting": "Dzień dobry, {name}!",
    "greeting_unnamed": "Dzień dobry!",
    "questions": "Masz pytania? Napisz na adres {support_email}.",
    "fallback_link": "Jeśli przycisk nie działa, otwórz ten adres:",
    "order_number": "Numer zamówienia",
    "purchase_order": "Twój numer zamówienia",
    "ordered_by": "Zamawiający",
    "ship_to": "Adres dostawy",
    "expected_on": "Planowana dostawa",
    "ready_on": "Gotowe do odbioru",
    "pickup_at": "Miejsce odbioru",
    "expected_from_approval": "Dostawa, jeśli zatwierdzisz dziś",
    "ready_from_approval": "Gotowe do odbioru, jeśli zatwierdzisz dziś",
    "total": "Wartość zamówienia",
    "approved_by": "Zatwierdził(a)",
    "rejected_by": "Odrzucił(a)",
    "deadline": "Prosimy o decyzję do",
    "reason": "Dlaczego potrzebna jest zgoda",
    "comment": "Komentarz",
    "carrier": "Przewoźnik",
    "tracking": "Numer przesyłki",
    "parcels": {
        "one": "{count} paczka",
        "few": "{count} paczki",
        "many": "{count} paczek",
        "other": "{count} paczki",
    },
    "contents": "W tej dostawie",
    "invoice_number": "Numer faktury",
    "credit_note_number": "Numer faktury korygującej",
    "due_on": "Termin płatności",
    "payable": "Do zapłaty",
    "credited": "Do zwrotu",
    "amount": "Kwota",
    "paid_to": "Zwrot na",
    "company": "Firma",
    "invited_by": "Zaproszenie od",
}

MAILS: Mails = {
    "order_confirmation": {
        "subject": "Dziękujemy, mamy Twoje zamówienie {order_number}",
        "heading": "Dziękujemy za zamówienie",
        "intro": "Przyjęliśmy zamówienie {order_number}. Damy znać, gdy towar będzie w drodze.",
        "button": "Zobacz zamówienie",
    },
    "order_confirmation_pickup": {
        "subject": "Dziękujemy, mamy Twoje zamówienie {order_number}",
        "heading": "Dziękujemy za zamówienie",
        "intro": "Przyjęliśmy zamówienie {order_number}. Damy znać, gdy będzie można je odebrać. Prosimy o przyjazd dopiero po naszej wiadomości.",
        "button": "Zobacz zamówienie",
    },
    "order_confirmation_plain": {
        "subject": "Dziękujemy, mamy zamówienie {order_number}",
        "heading": "Dziękujemy za zamówienie",
        "intro": "Przyjęliśmy zamówienie {order_number}. To, co wydajemy, przyjdzie osobnym e-mailem; usługi wykonamy zgodnie z ustaleniami.",
        "button": "Zobacz zamówienie",
    },
    "approval_requested": {
        "subject": "Zamówienie {order_number} czeka na Twoją zgodę",
        "heading": "Zamówienie czeka na Twoją decyzję",
        "intro": "Zamówienie złożone przez: {requested_by} wymaga Twojej zgody. Do tego czasu ceny i towar są "
        "zarezerwowane.",
        "button": "Sprawdź zamówienie",
    },
    "order_approved": {
        "subject": "Zamówienie {order_number} zostało zatwierdzone",
        "heading": "Twoje zamówienie zostało zatwierdzone",
        "intro": "Zamówienie {order_number} zostało zatwierdzone ({approved_by}). Właśnie je przygotowujemy.",
        "button": "Zobacz zamówienie",
    },
    "order_rejected": {
        "subject": "Zamówienie {order_number} nie zostało zatwierdzone",
        "heading": "Twoje zamówienie nie zostało zatwierdzone",
        "intro": "Zamówienie {order_number} zostało odrzucone ({rejected_by}). Towar wrócił do koszyka, możesz "
        "go zmienić "
        "i wysłać ponownie.",
        "button": "Otwórz koszyk",
    },
    "certificate_ending": {
        "subject": "Zaświadczenie o zwolnieniu {number} wygasa",
        "heading": "Zaświadczenie wkrótce wygasa",
        "intro": "Zaświadczenie {number} obowiązuje do {day}. Od tego dnia do zamówień znów doliczymy VAT, chyba że wcześniej przekażą Państwo nowe.",
        "button": "Przekaż nowe",
    },
    "certificate_answered": {
        "subject": "Zaświadczenie o zwolnieniu {number} zostało przyjęte",
        "heading": "Zaświadczenie zostało przyjęte",
        "intro": "Zaświadczenie {number} zostało przyjęte. To, co obejmuje, kupują Państwo od teraz bez VAT.",
        "button": "Zobacz, co obowiązuje",
    },
    "certificate_rejected": {
        "subject": "Zaświadczenie o zwolnieniu {number} nie zostało przyjęte",
        "heading": "Zaświadczenie nie zostało przyjęte",
        "intro": "Nie mogliśmy przyjąć zaświadczenia {number}. Do zamówień doliczamy VAT, dopóki nie otrzymamy takiego, które możemy przyjąć.",
        "button": "Przekaż inne",
    },
    "agreement_sent": {
        "subject": "Umowa {number} czeka na podpis",
        "heading": "Umowa do podpisania",
        "intro": "{title} ({number}) jest gotowa. Prosimy przeczytać ją i podpisać na jej stronie; obowiązuje od pierwszego dnia.",
        "button": "Przeczytaj i podpisz",
    },
    "agreement_ending": {
        "subject": "Umowa {number} wygasa {day}",
        "heading": "Umowa wkrótce wygasa",
        "intro": "{title} ({number}) wygasa {day}. Potem obowiązują ceny katalogowe i zwykłe warunki.",
        "button": "Zobacz umowę",
    },
    "agreement_renewing": {
        "subject": "Umowa {number} trwa dalej od {day}",
        "heading": "Umowa trwa dalej",
        "intro": "{title} ({number}) przedłuży się {day}, jeśli żadna ze stron jej wcześniej nie wypowie.",
        "button": "Zobacz umowę",
    },
    "agreement_answered": {
        "subject": "Umowa {number}: zgoda na prośbę",
        "heading": "Zgadzamy się",
        "intro": "Zgadzamy się na to, o co Państwo prosili w umowie {number}: {about}.",
        "button": "Zobacz umowę",
    },
    "agreement_declined": {
        "subject": "Umowa {number}: w sprawie prośby",
        "heading": "W sprawie prośby",
        "intro": "Nie mogliśmy zgodzić się na to, o co Państwo prosili w umowie {number}: {about}.",
        "button": "Zobacz umowę",
    },
    "order_cancelled": {
        "subject": "Zamówienie {order_number} zostało anulowane",
        "heading": "Zamówienie zostało anulowane",
        "intro": "Zamówienie {order_number} zostało anulowane. Nic nie zostanie wysłane, a wpłacone pieniądze wrócą "
        "do Ciebie.",
        "button": "Zobacz zamówienie",
    },
    "order_expired": {
        "subject": "Zamówienie {order_number} wygasło",
        "heading": "Zamówienie wygasło",
        "intro": "Nikt nie zdążył zatwierdzić zamówienia {order_number}. Towar wrócił do koszyka, możesz wysłać je "
        "ponownie.",
        "button": "Zobacz zamówienie",
    },
    "email_confirmation": {
        "subject": "Potwierdź adres e-mail w sklepie {shop_name}",
        "heading": "Potwierdź adres e-mail",
        "intro": "Naciśnij przycisk, aby potwierdzić, że to Twój adres. Konto będzie wtedy gotowe.",
        "button": "Potwierdź adres",
    },
    "account_exists": {
        "subject": "Masz już konto w sklepie {shop_name}",
        "heading": "Masz już konto",
        "intro": "Ktoś, mamy nadzieję, że Ty, chciał założyć konto na ten adres. Takie konto już istnieje. Jeśli nie "
        "pamiętasz hasła, ustaw tutaj nowe.",
        "button": "Ustaw nowe hasło",
    },
    "digital_delivery": {
        "subject": "Pliki i klucze z zamówienia {order_number}",
        "heading": "Twoje pliki i klucze są gotowe",
        "intro": "Oto zakupy z zamówienia {order_number}. Pliki pobierzesz na stronie zamówienia.",
        "keep": "Przechowuj klucze tam, gdzie tylko Ty możesz je odczytać. Znajdziesz je też na stronie zamówienia.",
        "handed": "Pliki i klucze",
        "more_keys": {
            "one": "jeszcze {count} klucz na stronie zamówienia",
            "few": "jeszcze {count} klucze na stronie zamówienia",
            "many": "jeszcze {count} kluczy na stronie zamówienia",
            "other": "jeszcze {count} kluczy na stronie zamówienia",
        },
        "button": "Otwórz zamówienie",
    },
    "shipment_sent": {
        "subject": "Zamówienie {order_number} jest w drodze",
        "heading": "Towar jest w drodze",
        "intro": "Wysłaliśmy dostawę {delivery_number} do zamówienia {order_number}.",
        "outstanding": "Resztę zamówienia wyślemy, gdy tylko będzie dostępna. Nie musisz nic robić.",
        "button": "Śledź przesyłkę",
        "button_order": "Zobacz zamówienie",
    },
    "shipment_ready": {
        "subject": "Zamówienie {order_number} czeka na odbiór",
        "heading": "Towar jest gotowy do odbioru",
        "intro": "Dostawa {delivery_number} do zamówienia {order_number} czeka na odbiór. Przy odbiorze podaj numer zamówienia.",
        "outstanding": "Resztę zamówienia przygotujemy, gdy tylko będzie dostępna. Damy znać, kiedy będzie można ją odebrać.",
        "button": "Zobacz zamówienie",
        "button_order": "Zobacz zamówienie",
    },
    "invoice_issued": {
        "subject": "Faktura {invoice_number} od {shop_name}",
        "heading": "Faktura {invoice_number}",
        "intro": "Przesyłamy fakturę za Twoje zakupy.",
        "button": "Zobacz fakturę",
    },
    "credit_note_issued": {
        "subject": "Faktura korygująca {invoice_number} od {shop_name}",
        "heading": "Faktura korygująca {invoice_number}",
        "intro": "Wystawiliśmy korektę na poniższą kwotę.",
        "button": "Zobacz korektę",
    },
    "invitation": {
        "subject": "{invited_by} zaprasza Cię do zakupów dla firmy {company}",
        "heading": "Witamy w {shop_name}",
        "intro": "{invited_by} zaprasza Cię do robienia zakupów dla firmy {company}. Po przyjęciu zaproszenia "
        "zobaczysz "
        "ceny i umowy swojej firmy.",
        "validity": {
            "one": "Zaproszenie jest ważne {count} dzień.",
            "few": "Zaproszenie jest ważne {count} dni.",
            "many": "Zaproszenie jest ważne {count} dni.",
            "other": "Zaproszenie jest ważne {count} dnia.",
        },
        "button": "Przyjmij zaproszenie",
    },
    "password_reset": {
        "subject": "Ustaw nowe hasło w {shop_name}",
        "heading": "Ustaw nowe hasło",
        "intro": "Ktoś, mamy nadzieję, że Ty, poprosił o nowe hasło. Jeśli to nie Ty, nie musisz nic robić: hasło "
        "pozostaje bez zmian.",
        "validity": {
            "one": "Link działa przez {count} godzinę.",
            "few": "Link działa przez {count} godziny.",
            "many": "Link działa przez {count} godzin.",
            "other": "Link działa przez {count} godziny.",
        },
        "button": "Ustaw hasło",
    },
    "refund_made": {
        "subject": "Zwróciliśmy {amount} za zamówienie {order_number}",
        "heading": "Pieniądze są w drodze",
        "intro": "Zwróciliśmy {amount} za zamówienie {order_number}. Kwota pojawi się na koncie w ciągu kilku dni "
        "roboczych.",
        "button": "Zobacz zamówienie",
    },
}
