"""What each mail says: facts, lines and where its button leads, from the context its sender gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from truso.modules.output.documents import DeliveryDocument, DocumentLine, InvoiceDocument, OrderDocument, Party
from truso.modules.output.formats import format_day, format_measure, format_money
from truso.modules.output.mail_texts import mail_text
from truso.modules.output.pdf_values import payment_pairs, total_rows

MailContext = Mapping[str, Any]
Lines = list[dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailParts:
    """The parts of one mail. `fill` are the values its texts name; facts are (text key, value)."""

    url: str
    fill: dict[str, Any]
    texts: str = ""
    paragraphs: tuple[str, ...] = ()
    facts: list[tuple[str, str]] = field(default_factory=list)
    lines_heading: str = ""
    lines: Lines = field(default_factory=list)
    totals: list[dict[str, Any]] = field(default_factory=list)
    quote: tuple[str, str] | None = None
    button: str = "button"


def order_confirmation(context: MailContext, language: str) -> MailParts:
    """Needs `document` (OrderDocument) and `order_url`."""
    document: OrderDocument = context["document"]
    return MailParts(
        url=context["order_url"],
        texts=_confirmed(document),
        fill={"order_number": document.number},
        facts=_order_facts(document, language),
        lines=_priced_lines(document, language),
        totals=_totals(document, language, "total"),
    )


def _confirmed(document: OrderDocument) -> str:
    """Return the texts of a confirmation: for goods to be fetched, for what is not sent at all, else the usual ones."""
    if document.is_pickup:
        return "order_confirmation_pickup"
    return "" if document.delivery_method else "order_confirmation_plain"


def approval_requested(context: MailContext, language: str) -> MailParts:
    """Needs `document` (OrderDocument), `requested_by`, `approval_url`; may have `reason` and `deadline` (a date)."""
    document: OrderDocument = context["document"]
    facts = [*_order_facts(document, language), ("deadline", format_day(context.get("deadline"), language))]
    return MailParts(
        url=context["approval_url"],
        fill={"order_number": document.number, "requested_by": context["requested_by"]},
        facts=facts,
        lines=_priced_lines(document, language),
        totals=_totals(document, language, "total"),
        quote=("reason", context.get("reason", "")),
    )


def order_approved(context: MailContext, language: str) -> MailParts:
    """Needs `document` (OrderDocument), `approved_by`, `order_url`; may have `comment`."""
    document: OrderDocument = context["document"]
    fill = {"order_number": document.number, "approved_by": context["approved_by"]}
    return MailParts(
        url=context["order_url"],
        fill=fill,
        facts=[
            ("order_number", fill["order_number"]),
            ("approved_by", fill["approved_by"]),
            *_arrival(document, language),
        ],
        quote=("comment", context.get("comment", "")),
    )


def order_rejected(context: MailContext, language: str) -> MailParts:
    """Needs `order_number`, `rejected_by`, `cart_url`; may have `comment`."""
    fill = {"order_number": context["order_number"], "rejected_by": context["rejected_by"]}
    return MailParts(
        url=context["cart_url"],
        fill=fill,
        facts=[("order_number", fill["order_number"]), ("rejected_by", fill["rejected_by"])],
        quote=("comment", context.get("comment", "")),
    )


MOST_KEYS_IN_MAIL = 25


def digital_delivery(context: MailContext, language: str) -> MailParts:
    """Needs `order_number`, `order_url` and `items`: each a mapping of `name`, `sku`, `keys` and `files` (their names).

    Of many keys the first stand in the mail; all are on the order's page.
    """
    lines = []
    for item in context["items"]:
        keys, more = item["keys"][:MOST_KEYS_IN_MAIL], len(item["keys"]) - MOST_KEYS_IN_MAIL
        lines += [{"name": item["name"], "detail": key, "quantity": "", "amount": ""} for key in keys]
        if more > 0:
            told = mail_text("digital_delivery", "more_keys", language, {"count": more})
            lines.append({"name": item["name"], "detail": told, "quantity": "", "amount": ""})
        lines += [{"name": item["name"], "detail": name, "quantity": "", "amount": ""} for name in item["files"]]
    return MailParts(
        url=context["order_url"],
        fill={"order_number": context["order_number"]},
        paragraphs=("keep",),
        facts=[("order_number", context["order_number"])],
        lines_heading="handed",
        lines=lines,
    )


def shipment_sent(context: MailContext, language: str) -> MailParts:
    """Needs `document` (DeliveryDocument) and `order_url`; may have `tracking_url`."""
    document: DeliveryDocument = context["document"]
    parcels = mail_text("shipment_sent", "parcels", language, {"count": document.parcels}) if document.parcels else ""
    carrier = ", ".join(part for part in (document.carrier, parcels) if part)
    tracking_url = context.get("tracking_url", "")
    return MailParts(
        url=tracking_url or context["order_url"],
        texts="shipment_ready" if document.is_pickup else "",
        fill={"order_number": document.order_number, "delivery_number": document.number},
        paragraphs=("outstanding",) if any(line.outstanding > 0 for line in document.lines) else (),
        facts=[
            ("purchase_order", document.buyer_order_reference),
            ("carrier", carrier),
            ("tracking", document.tracking_number),
            _where(document),
        ],
        lines_heading="contents",
        lines=[
            {
                "name": line.name,
                "detail": line.sku,
                "quantity": format_measure(line.delivered, line.unit, language),
                "amount": "",
            }
            for line in document.lines
            if line.delivered > 0
        ],
        button="button" if tracking_url else "button_order",
    )


def invoice_issued(context: MailContext, language: str) -> MailParts:
    """Needs `document` (InvoiceDocument, also a credit note) and `invoice_url`."""
    document: InvoiceDocument = context["document"]
    is_invoice = document.kind == "invoice"
    payable = format_money(document.payable, document.currency, language, with_currency=True)
    return MailParts(
        url=context["invoice_url"],
        texts="invoice_issued" if is_invoice else "credit_note_issued",
        fill={"invoice_number": document.number},
        facts=[
            ("invoice_number" if is_invoice else "credit_note_number", document.number),
            ("order_number", document.order_number),
            ("purchase_order", document.buyer_order_reference),
            ("payable" if is_invoice else "credited", payable),
        ],
        totals=[
            {"label": pair["label"], "amount": pair["value"], "is_sum": False}
            for pair in payment_pairs(document, language)
        ],
    )


def invitation(context: MailContext, language: str) -> MailParts:
    """Needs `invited_by`, `company`, `url` and `valid_days`."""
    fill = {key: context[key] for key in ("invited_by", "company")}
    return MailParts(url=context["url"], fill={**fill, "count": int(context["valid_days"])}, paragraphs=("validity",))


def password_reset(context: MailContext, language: str) -> MailParts:
    """Needs `url` and `valid_hours`."""
    return MailParts(url=context["url"], fill={"count": int(context["valid_hours"])}, paragraphs=("validity",))


def refund_made(context: MailContext, language: str) -> MailParts:
    """Needs `order_number`, `amount`, `currency`, `order_url`; may have `paid_to` and `comment`."""
    amount = format_money(context["amount"], context["currency"], language, with_currency=True)
    return MailParts(
        url=context["order_url"],
        fill={"order_number": context["order_number"], "amount": amount},
        facts=[
            ("order_number", context["order_number"]),
            ("amount", amount),
            ("paid_to", context.get("paid_to", "")),
        ],
        quote=("comment", context.get("comment", "")),
    )


def order_cancelled(context: MailContext, language: str) -> MailParts:
    """Needs `order_number` and `order_url`; `is_expired` when nobody approved it in time."""
    return MailParts(
        url=context["order_url"],
        texts="order_expired" if context.get("is_expired") else "order_cancelled",
        fill={"order_number": context["order_number"]},
        facts=[("order_number", context["order_number"])],
    )


def certificate_ending(context: MailContext, language: str) -> MailParts:
    """Needs `number`, `ends_on` (a date) and `url`."""
    day = format_day(context["ends_on"], language)
    return MailParts(url=context["url"], fill={"number": context["number"], "day": day})


def certificate_answered(context: MailContext, language: str) -> MailParts:
    """Needs `number`, `is_accepted` and `url`; may have `comment`."""
    return MailParts(
        url=context["url"],
        texts="" if context["is_accepted"] else "certificate_rejected",
        fill={"number": context["number"]},
        quote=("comment", context.get("comment", "")),
    )


def agreement_sent(context: MailContext, language: str) -> MailParts:
    """Needs `number`, `title` and `url`."""
    return MailParts(url=context["url"], fill={"number": context["number"], "title": context["title"]})


def agreement_ending(context: MailContext, language: str) -> MailParts:
    """Needs `number`, `title`, `ends_on` (a date), `renews` and `url`."""
    fill = {key: context[key] for key in ("number", "title")}
    return MailParts(
        url=context["url"],
        texts="agreement_renewing" if context["renews"] else "",
        fill={**fill, "day": format_day(context["ends_on"], language)},
    )


def agreement_answered(context: MailContext, language: str) -> MailParts:
    """Needs `number`, `about`, `is_agreed` and `url`; may have `comment`."""
    return MailParts(
        url=context["url"],
        texts="" if context["is_agreed"] else "agreement_declined",
        fill={"number": context["number"], "about": context["about"]},
        quote=("comment", context.get("comment", "")),
    )


def email_confirmation(context: MailContext, language: str) -> MailParts:
    """Needs `url`."""
    return MailParts(url=context["url"], fill={})


def account_exists(context: MailContext, language: str) -> MailParts:
    """Needs `url`, where a new password is chosen."""
    return MailParts(url=context["url"], fill={})


MAIL_VALUES: dict[str, Callable[[MailContext, str], MailParts]] = {
    "order_confirmation": order_confirmation,
    "approval_requested": approval_requested,
    "order_approved": order_approved,
    "order_rejected": order_rejected,
    "digital_delivery": digital_delivery,
    "shipment_sent": shipment_sent,
    "invoice_issued": invoice_issued,
    "invitation": invitation,
    "password_reset": password_reset,
    "refund_made": refund_made,
    "order_cancelled": order_cancelled,
    "certificate_ending": certificate_ending,
    "certificate_answered": certificate_answered,
    "agreement_sent": agreement_sent,
    "agreement_ending": agreement_ending,
    "agreement_answered": agreement_answered,
    "email_confirmation": email_confirmation,
    "account_exists": account_exists,
}


def _order_facts(document: OrderDocument, language: str) -> list[tuple[str, str]]:
    return [
        ("order_number", document.number),
        ("purchase_order", document.buyer_order_reference),
        ("ordered_by", document.ordered_by),
        *_arrival(document, language),
        _where(document),
    ]


def _arrival(document: OrderDocument, language: str) -> list[tuple[str, str]]:
    if document.counts_from_approval:
        key = "ready_from_approval" if document.is_pickup else "expected_from_approval"
    else:
        key = "ready_on" if document.is_pickup else "expected_on"
    return [(key, format_day(document.expected_on, language))]


def _where(document: OrderDocument | DeliveryDocument) -> tuple[str, str]:
    if document.is_pickup:
        return ("pickup_at", document.pickup_place)
    return ("ship_to", _place(document.ship_to or document.buyer))


def _place(party: Party) -> str:
    parts = (party.name, party.street, party.street2, f"{party.postcode} {party.city}".strip())
    return ", ".join(part for part in parts if part)


def _priced_lines(document: OrderDocument, language: str) -> Lines:
    return [
        {
            "name": line.name,
            "detail": " · ".join(part for part in (line.sku, _expected(document, line, language)) if part),
            "quantity": format_measure(line.quantity, line.unit, language),
            "amount": format_money(line.net_amount, document.currency, language),
        }
        for line in document.lines
    ]


def _expected(document: OrderDocument, line: DocumentLine, language: str) -> str:
    """Write what of a line comes on which day, where it does not all come together."""
    return ", ".join(
        f"{format_measure(quantity, line.unit, language)}: {format_day(day, language)}"
        for position, quantity, day in document.expected_parts
        if position == line.position
    )


def _totals(document: OrderDocument, language: str, payable_label: str) -> list[dict[str, Any]]:
    shown = total_rows(document, language)
    if shown and shown[-1][1] == document.payable:
        shown.pop()  # The same figure follows, larger.
    rows = [
        {"label": label, "amount": format_money(amount, document.currency, language), "is_sum": False}
        for label, amount, _ in shown
    ]
    payable = format_money(document.payable, document.currency, language, with_currency=True)
    label = mail_text("order_confirmation", payable_label, language, {})
    return [*rows, {"label": label, "amount": payable, "is_sum": True}]
