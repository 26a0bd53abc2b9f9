"""Agreements between the shop and its customers: written as a document, sent, signed, followed by the clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from truso.kernel.references import Reference
from truso.kernel.texts import in_language
from truso.modules.agreements.force import turn_agreement
from truso.modules.agreements.models import Agreement, AgreementWish
from truso.modules.agreements.operations import lock_agreement, lock_draft, note_reminded, note_sent
from truso.modules.agreements.prices import AgreedPrice, every_agreed_price
from truso.modules.agreements.queries import due_agreements
from truso.modules.agreements.wishes import answer_wish
from truso.modules.output.documents import DataSheet, DataSheetText
from truso.modules.output.formats import format_day, format_money, format_number, format_unit_price
from truso.modules.output.models import StoredDocument
from truso.modules.output.operations import store_document
from truso.modules.output.pdf import render_data_sheet
from truso.modules.output.queries import find_document
from truso.modules.output.texts import label, unit_name
from truso.platform import clock
from truso.platform.database.transactions import write
from truso.platform.imports.outputs import write_table
from truso.platform.jobs import periodic
from truso.processes.links import page_link
from truso.processes.notices import send_if_valid

AGREEMENT = "agreement"
# So many prices stand in the document itself; more are named by the fingerprint of the whole list.
MOST_IN_DOCUMENT = 2_000
MOST_REMINDED = 500
_DUE = """
select a.uuid from agreements_agreement a join customers_customer c on c.id = a.customer_id
where a.state = 'active' and a.reminded_on is null and a.valid_to is not null
  and a.valid_to > %(today)s and a.valid_to - a.reminder_days <= %(today)s
order by a.valid_to, a.id limit %(most)s
"""


def send_agreement(*, uuid: UUID, person_id: int | None) -> Agreement:
    """Write a draft as a document, keep it, and ask the customer to sign it. Refuses `agreement_not_draft`."""
    agreement = lock_draft(uuid=uuid)
    language = agreement.customer.language
    content = render_data_sheet(agreement_sheet(agreement, language))
    stored = store_document(
        subject=Reference(AGREEMENT, agreement.uuid),
        kind=StoredDocument.Kind.PDF,
        filename=f"{agreement.number}-{agreement.version}.pdf",
        content=content,
        replace=True,
    )
    note_sent(agreement=agreement, sha256=stored.sha256, person_id=person_id)
    _tell("agreement_sent", agreement)
    return agreement


def agreement_document(agreement: Agreement) -> StoredDocument | None:
    """Return the document of a version as it was sent; None for one that never was."""
    return find_document(subject=Reference(AGREEMENT, agreement.uuid), kind=StoredDocument.Kind.PDF)


def agreement_sheet(agreement: Agreement, language: str) -> DataSheet:
    """Return an agreement as a document says it: its terms, other words, and its prices."""
    market = agreement.customer.market
    prices = list(_first(every_agreed_price(agreement, language=language, day=agreement.valid_from), MOST_IN_DOCUMENT))
    texts = [
        DataSheetText(heading=label(key, language), body=body)
        for key, body in (("service_level", agreement.service_level), ("other_terms", agreement.notes))
        if body.strip()
    ]
    if len(prices) == MOST_IN_DOCUMENT:
        body = label("prices_by_fingerprint", language) % {"sha256": prices_fingerprint(agreement, language)}
        texts.append(DataSheetText(heading=label("price_list", language), body=body))
    columns = (
        "sku",
        label("item", language),
        label("from_quantity", language),
        label("price", language),
        label("from", language),
    )
    return DataSheet(
        title=agreement.title,
        sku="",
        language=language,
        attributes=tuple(_facts(agreement, language)),
        texts=tuple(texts),
        article_columns=columns if prices else (),
        articles=tuple(_price_cells(one, language) for one in prices),
        kind="agreement",
        publisher=market.seller_name,
        updated_on=market.day_of(clock.now()),
    )


def _first(rows: Iterator[AgreedPrice], most: int) -> Iterator[AgreedPrice]:
    for _, row in zip(range(most), rows, strict=False):
        yield row


def _facts(agreement: Agreement, language: str) -> Iterator[tuple[str, str]]:
    customer, currency = agreement.customer, agreement.customer.market.currency
    yield label("agreement", language), f"{agreement.number} / {agreement.version}"
    yield label("customer", language), f"{customer.name} ({customer.number})"
    yield label("from", language), format_day(agreement.valid_from, language)
    if agreement.valid_to:
        yield label("valid_before", language), format_day(agreement.valid_to, language)
    if agreement.notice_days:
        yield label("notice_days", language), str(agreement.notice_days)
    if agreement.renews_months:
        yield label("renews_months", language), str(agreement.renews_months)
    yield (
        label("price_policy", language),
        label("best_price" if agreement.best_price_wins else "contract_price", language),
    )
    if agreement.payment_term:
        yield label("terms", language), in_language(agreement.payment_term.names, language)
    if agreement.free_freight_from is not None:
        yield (
            label("free_freight", language),
            format_money(agreement.free_freight_from, currency, language, with_currency=True),
        )
    if agreement.delivery_method:
        yield label("delivery_method", language), in_language(agreement.delivery_method.names, language)
    if agreement.delivery_terms:
        yield label("delivery_terms", language), agreement.delivery_terms
    if agreement.assortment:
        name = in_language(agreement.assortment.names, language) or agreement.assortment.code
        yield label("agreed_range", language), f"{name}: {label(f'range_{agreement.range}', language)}"
    if agreement.minimum_purchase:
        amount = format_money(agreement.minimum_purchase, currency, language, with_currency=True)
        yield label("minimum_purchase", language), amount
    for start, percent in agreement.bonus:
        shown = format_money(Decimal(str(start)), currency, language, with_currency=True)
        yield label("bonus", language), f"{format_number(Decimal(str(percent)), language)} % ≥ {shown}"
    for file in agreement.files.all():
        yield label("attachment", language), f"{file.title} (SHA-256 {file.sha256[:16]}…)"


def _price_cells(one: AgreedPrice, language: str) -> tuple[str, ...]:
    per = f" / {one.price_unit} {unit_name(one.unit, language)}" if one.price_unit != 1 else ""
    return (
        one.sku,
        one.name,
        f"{format_number(one.minimum_quantity, language)} {unit_name(one.unit, language)}",
        f"{format_unit_price(one.amount, language)}{per}",
        format_day(one.valid_from, language) if one.valid_from.year > 2000 else "",
    )


def price_table(agreement: Agreement, kind: str, language: str, day: date) -> Iterator[bytes]:
    """Yield an agreement's price list as a file (`csv`, `xlsx`), numbers as people of the language write them."""
    keys = ("sku", "buyer_item_number", "item", "unit", "price_unit", "from_quantity", "price", "from", "valid_before")
    rows = (
        (
            one.sku, one.own_number, one.name, unit_name(one.unit, language), str(one.price_unit),
            _plain(one.minimum_quantity), _plain(one.amount), one.valid_from.isoformat() if one.valid_from.year > 2000 else "",
            one.valid_to.isoformat() if one.valid_to else "",
        )
        for one in every_agreed_price(agreement, language=language, day=day)
    )  # fmt: skip
    return write_table(kind, [label(key, language) for key in keys], rows)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def prices_fingerprint(agreement: Agreement, language: str) -> str:
    """Return the SHA-256 of the whole price list as its CSV file has it on the first day."""
    digest = hashlib.sha256()
    for part in price_table(agreement, "csv", language, agreement.valid_from):
        digest.update(part)
    return digest.hexdigest()


@periodic("agreements.turn", "*/5 * * * *")
def turn_agreements() -> None:
    """Begin, renew and end agreements as their days come, and remind both sides before one ends."""
    today = clock.now().date() + timedelta(days=1)  # some market may be a day ahead; each is judged by its own day
    for uuid in list(due_agreements(today).values_list("uuid", flat=True)[:MOST_REMINDED]):
        with write():
            turn_agreement(agreement=lock_agreement(uuid=uuid))
    _remind(clock.now().date())


def _remind(today: date) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_DUE, {"today": today, "most": MOST_REMINDED})
        found = [row[0] for row in cursor.fetchall()]
    for uuid in found:
        with write():
            _remind_of(lock_agreement(uuid=uuid), today)


def _remind_of(agreement: Agreement, today: date) -> None:
    if agreement.reminded_on is not None:
        return
    values = {"ends_on": agreement.valid_to, "renews": bool(agreement.renews_months)}
    _tell("agreement_ending", agreement, values)
    if agreement.contact and agreement.contact.email:
        _tell("agreement_ending", agreement, values, recipient=agreement.contact.email)
    note_reminded(agreement=agreement, on=today)


def answer_change(*, uuid: UUID, is_agreed: bool, answer: str, person_id: int) -> AgreementWish:
    """Answer a wish and tell who asked. Refuses as `answer_wish`."""
    wish = answer_wish(uuid=uuid, is_agreed=is_agreed, answer=answer, person_id=person_id)
    if wish.asked_by and wish.asked_by.email:
        values = {
            "is_agreed": is_agreed,
            "comment": wish.answer,
            "about": wish.variant.sku if wish.variant else wish.text,
        }
        agreement = Agreement.objects.select_related("customer__market").get(pk=wish.agreement_id)
        _tell("agreement_answered", agreement, values, recipient=wish.asked_by.email)
    return wish


def _tell(template: str, agreement: Agreement, values: Mapping[str, Any] | None = None, recipient: str = "") -> None:
    customer = agreement.customer
    context = {
        "number": agreement.number,
        "title": agreement.title,
        "url": page_link("agreement", customer.language, uuid=agreement.uuid),
        "recipient_name": customer.name,
        **(values or {}),
    }
    send_if_valid(
        template,
        customer.language,
        recipient or (agreement.owner.email if agreement.owner else "") or customer.email,
        context,
        market=customer.market,
        subject=Reference(AGREEMENT, agreement.uuid),
        about=f"agreement {agreement.number}",
    )
