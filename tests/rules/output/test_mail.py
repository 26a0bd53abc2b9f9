"""Mails speak four languages, keep hostile names as text and say the same in plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from string import Formatter
from typing import Any

import pytest

from tests.rules.output import samples
from truso.kernel.refusals import Refused
from truso.modules.output import mail
from truso.modules.output.mail_texts import COMMON, MAILS, mail_text
from truso.modules.output.mail_texts import nearest_language as nearest

LANGUAGES = ("nb", "sv", "pl", "en")
HOSTILE = "<script>alert(1)</script> & \"Ola\" {{ 7|add:7 }} {% now 'Y' %} </mj-text>"
URL = "https://truso.example/o/1?a=1&b=2"


def contexts(language: str, name: str = "Kari Solheim") -> dict[str, dict[str, Any]]:
    """The least each template needs, and the common values."""
    common = {"shop_name": "Truso", "recipient_name": name, "support_email": "hjelp@truso.example"}
    order = samples.order(language)
    own: dict[str, dict[str, Any]] = {
        "order_confirmation": {"document": order, "order_url": URL},
        "approval_requested": {
            "document": replace(order, ordered_by=name),
            "requested_by": name,
            "approval_url": URL,
            "reason": name,
            "deadline": date(2026, 11, 25),
        },
        "order_approved": {"document": samples.order(language), "approved_by": name, "order_url": URL, "comment": name},
        "order_rejected": {"order_number": "SO-20418", "rejected_by": name, "cart_url": URL, "comment": name},
        "digital_delivery": {
            "order_number": "SO-20418",
            "order_url": URL,
            "items": [{"name": name, "sku": "CAD", "keys": [f"K-{number}" for number in range(27)], "files": [name]}],
        },
        "shipment_sent": {"document": samples.delivery(language), "order_url": URL},
        "invoice_issued": {"document": replace(samples.no_invoice(), language=language), "invoice_url": URL},
        "invitation": {"invited_by": name, "company": name, "url": URL, "valid_days": 7},
        "password_reset": {"url": URL, "valid_hours": 2},
        "refund_made": {
            "order_number": "SO-20418",
            "amount": Decimal("4144.38"),
            "currency": "NOK",
            "order_url": URL,
            "comment": name,
        },
        "order_cancelled": {"order_number": "SO-20418", "order_url": URL},
        "agreement_sent": {"number": "A1", "title": name, "url": URL},
        "agreement_ending": {"number": "A1", "title": name, "ends_on": date(2026, 12, 31), "renews": False, "url": URL},
        "agreement_answered": {"number": "A1", "about": name, "is_agreed": True, "url": URL, "comment": name},
        "certificate_ending": {"number": name, "ends_on": date(2026, 12, 31), "url": URL},
        "certificate_answered": {"number": name, "is_accepted": True, "url": URL, "comment": name},
        "email_confirmation": {"url": URL},
        "account_exists": {"url": URL},
    }
    return {template: {**common, **values} for template, values in own.items()}


class Visible(HTMLParser):
    """What a reader sees and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._hidden += tag == "style"
        self.links += [value or "" for name, value in attrs if name == "href" and tag == "a"]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.texts))


def seen(html: str) -> Visible:
    parser = Visible()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", mail.MAIL_TEMPLATES)
def test_a_mail_is_written_in_the_readers_language(template: str, language: str) -> None:
    rendered = mail.render_mail(template, language, contexts(language)[template])
    page = seen(rendered.html)
    heading = mail_text(template, "heading", language, {"invoice_number": "100245", "shop_name": "Truso"})
    greeting = mail_text(template, "greeting", language, {"name": "Kari Solheim"})
    assert f'lang="{language}"' in rendered.html
    assert heading in page.text
    assert greeting in page.text
    assert heading in rendered.text
    assert greeting in rendered.text
    assert rendered.subject
    assert "{" not in rendered.subject + rendered.text
    assert set(page.links) == {URL}
    assert URL in rendered.text


@pytest.mark.parametrize("template", mail.MAIL_TEMPLATES)
def test_a_hostile_name_is_shown_as_it_is_written_and_does_nothing(template: str) -> None:
    rendered = mail.render_mail(template, "en", contexts("en", HOSTILE)[template])
    page = seen(rendered.html)
    assert "script" not in page.tags
    assert f"Hello {HOSTILE}," in page.text
    assert f"Hello {HOSTILE}," in rendered.text
    assert "\n" not in rendered.subject


def test_a_subject_stays_on_one_line() -> None:
    context = {**contexts("en")["invitation"], "invited_by": "Ola\r\nBcc: all@example.org"}
    assert mail.render_mail("invitation", "en", context).subject == (
        "Ola Bcc: all@example.org invites you to buy for Kari Solheim"
    )


def test_an_order_confirmation_shows_lines_freight_and_total() -> None:
    rendered = mail.render_mail("order_confirmation", "nb", contexts("nb")["order_confirmation"])
    page = seen(rendered.html).text
    for part in ("Slagdrill 18 V", "3 stk.", "9 946,50", "Frakt", "149,00", "Ordresum", "15 731,12 NOK", "PO-4711"):
        assert part in page
        assert part in re.sub(r"[^\S\n]", " ", rendered.text)


def test_a_shipment_lists_only_what_was_sent_and_says_that_the_rest_follows() -> None:
    context = contexts("nb")["shipment_sent"]
    partial = mail.render_mail("shipment_sent", "nb", context)
    assert "Kaffe" not in partial.text
    assert "Resten av ordren følger" in partial.text
    delivery = context["document"]
    whole = replace(delivery, lines=tuple(replace(line, outstanding=Decimal(0)) for line in delivery.lines))
    complete = mail.render_mail("shipment_sent", "nb", {**context, "document": whole, "tracking_url": URL + "&t=1"})
    assert "Resten av ordren følger" not in complete.text
    assert "Følg leveringen" in complete.text


def test_an_invoice_mail_gives_what_the_bank_needs_and_a_credit_note_does_not() -> None:
    context = contexts("nb")["invoice_issued"]
    invoice = mail.render_mail("invoice_issued", "nb", context)
    credit = mail.render_mail("invoice_issued", "nb", {**context, "document": samples.credit_note()})
    assert "KID: 00001002450" in invoice.text
    assert invoice.subject == "Faktura 100245 fra Truso"
    assert credit.subject == "Kreditnota 200031 fra Truso"
    assert "Kontonr." not in credit.text


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("en", 1, "The link works for 1 hour."),
        ("en", 2, "The link works for 2 hours."),
        ("nb", 1, "Lenken virker i 1 time."),
        ("sv", 24, "Länken fungerar i 24 timmar."),
        ("pl", 1, "Link działa przez 1 godzinę."),
        ("pl", 3, "Link działa przez 3 godziny."),
        ("pl", 12, "Link działa przez 12 godzin."),
        ("pl", 22, "Link działa przez 22 godziny."),
    ],
)
def test_numbers_take_the_right_form_of_the_word(language: str, count: int, text: str) -> None:
    rendered = mail.render_mail("password_reset", language, {"shop_name": "T", "url": URL, "valid_hours": count})
    assert text in rendered.text


def test_mails_keep_their_colors_in_the_dark() -> None:
    html = mail.render_mail("password_reset", "nb", contexts("nb")["password_reset"]).html
    assert '<meta name="color-scheme" content="light dark"' in html
    assert "prefers-color-scheme: dark" in html
    assert "mj-" not in re.sub(r'class="[^"]*"|\.mj-[\w-]+|mj-column[\w-]*', "", html)


@pytest.mark.parametrize(
    ("template", "changes", "code"),
    [
        ("greeting_card", {}, "mail_template_unknown"),
        ("password_reset", {"url": "javascript:alert(1)"}, "mail_url_invalid"),
        ("password_reset", {"logo_url": "data:text/html,x"}, "mail_url_invalid"),
    ],
)
def test_a_mail_that_cannot_be_right_is_refused(template: str, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refused:
        mail.render_mail(template, "en", {**contexts("en")["password_reset"], **changes})
    assert [refusal.code for refusal in refused.value.refusals] == [code]


@pytest.mark.parametrize("template", mail.MAIL_TEMPLATES)
def test_a_missing_value_is_named(template: str) -> None:
    with pytest.raises(Refused) as refused:
        mail.render_mail(template, "en", {"shop_name": "Truso"})
    assert refused.value.refusals[0].code == "mail_context_missing"


def test_a_reader_without_a_language_of_ours_gets_english() -> None:
    assert [nearest(language) for language in ("nb", "sv", "pl", "en", "fi")] == ["nb", "sv", "pl", "en", "en"]


def slots(text: Any) -> set[str]:
    forms = [text] if isinstance(text, str) else list(text.values())
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_the_same_values_in_it(language: str) -> None:
    assert set(COMMON[language]) == set(COMMON["en"])
    assert {mail: set(texts) for mail, texts in MAILS[language].items()} == {
        mail: set(texts) for mail, texts in MAILS["en"].items()
    }
    ours = {(mail, key): slots(text) for mail, texts in MAILS[language].items() for key, text in texts.items()}
    english = {(mail, key): slots(text) for mail, texts in MAILS["en"].items() for key, text in texts.items()}
    assert ours == english
    assert {key: slots(text) for key, text in COMMON[language].items()} == {
        key: slots(text) for key, text in COMMON["en"].items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_confirmation_of_what_is_not_sent_promises_no_parcel(language: str) -> None:
    order = replace(samples.order(language), delivery_method="", is_pickup=False)
    context = {**contexts(language)["order_confirmation"], "document": order}
    intro = str(MAILS[language]["order_confirmation_plain"]["intro"]).format(order_number=order.number)

    text = " ".join(mail.render_mail("order_confirmation", language, context).text.split())

    assert intro in text
