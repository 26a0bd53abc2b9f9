"""Make agreements: drafts and their versions, people, files; send them to be signed, and sign."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.modules.agreements.force import note_step, put_in_force
from truso.modules.agreements.models import OPEN, Agreement, AgreementFile, AgreementPerson, AgreementStep
from truso.modules.agreements.queries import get_agreement, may_sign
from truso.platform import clock
from truso.platform.numbering.operations import take_number

State = Agreement.State
MOST_BONUS_STEPS = 10
MOST_BYTES = 20_000_000
_OWN = {"id", "uuid", "version", "state", "sha256", "sent_at", "reminded_on", "term_before"}


def lock_agreement(*, uuid: UUID) -> Agreement:
    """Lock a version for the rest of the transaction: what is decided about it is decided one after the other."""
    found = (
        Agreement.objects.select_for_update(of=("self",)).select_related("customer__market").filter(uuid=uuid).first()
    )
    if found is None:
        raise NotFound("agreement")
    return found


def lock_draft(*, uuid: UUID) -> Agreement:
    """Lock a draft. Raises NotFound; refuses `agreement_not_draft` for what has left it."""
    agreement = lock_agreement(uuid=uuid)
    if agreement.state != State.DRAFT:
        raise refuse("agreement_not_draft", state=agreement.state)
    return agreement


def save_agreement(
    *, agreement: Agreement, orderers: Sequence[int] | None = None, receivers: Sequence[int] | None = None
) -> Agreement:
    """Write a draft, with the ids of who orders and receives on it; a new one gets its number.

    Refuses `agreement_not_draft`, `agreement_list_of_other`, `agreement_range_missing` for a range without its articles,
    `agreement_bonus` for steps that don't rise, and `agreement_person_unknown` for who does not work for the customer.
    """
    if agreement.pk is None:
        agreement.number = agreement.number or f"A{take_number(series='agreement', first=1001)}"
    else:
        state = Agreement.objects.select_for_update().values_list("state", flat=True).get(pk=agreement.pk)
        if state != State.DRAFT:
            raise refuse("agreement_not_draft", state=state)
    if problems := _problems(agreement):
        raise Refused(*problems)
    agreement.save()
    for part, people in (("orderer", orderers), ("receiver", receivers)):
        if people is not None:
            _save_people(agreement, part, people)
    return agreement


def _problems(agreement: Agreement) -> list[Refusal]:
    problems = []
    if agreement.price_list and agreement.price_list.customer_id != agreement.customer_id:
        problems.append(Refusal("agreement_list_of_other", subject="price_list"))
    if agreement.range != Agreement.Range.ALL and agreement.assortment_id is None:
        problems.append(Refusal("agreement_range_missing", subject="assortment"))
    steps = [(Decimal(str(start)), Decimal(str(percent))) for start, percent in agreement.bonus]
    starts = [start for start, _ in steps]
    if len(steps) > MOST_BONUS_STEPS or starts != sorted(set(starts)) or any(not 0 < one <= 50 for _, one in steps):
        problems.append(Refusal("agreement_bonus", subject="bonus"))
    return problems


def _save_people(agreement: Agreement, part: str, people: Sequence[int]) -> None:
    known = set(agreement.customer.memberships.filter(is_active=True).values_list("person_id", flat=True))
    if set(people) - known:
        raise refuse("agreement_person_unknown", f"{part}s")
    agreement.people.filter(part=part).exclude(person_id__in=people).delete()
    there = set(agreement.people.filter(part=part).values_list("person_id", flat=True))
    AgreementPerson.objects.bulk_create(
        [AgreementPerson(agreement=agreement, person_id=one, part=part) for one in people if one not in there]
    )


def new_version(*, uuid: UUID) -> Agreement:
    """Begin the next version of an agreement in force: a draft with everything this one says, people and files too.

    Refuses `agreement_not_active`, and `agreement_version_open` while another version is being made.
    """
    current = lock_agreement(uuid=uuid)
    if current.state != State.ACTIVE:
        raise refuse("agreement_not_active", state=current.state)
    if Agreement.objects.filter(number=current.number, state__in=OPEN).exists():
        raise refuse("agreement_version_open")
    names = [field.attname for field in Agreement._meta.concrete_fields if field.name not in _OWN]
    values: dict[str, Any] = {name: getattr(current, name) for name in names}
    last = Agreement.objects.filter(number=current.number).order_by("-version").values_list("version", flat=True)[0]
    today = current.customer.market.day_of(clock.now())
    draft = Agreement.objects.create(**{**values, "version": last + 1, "valid_from": max(today, current.valid_from)})
    AgreementPerson.objects.bulk_create(
        [AgreementPerson(agreement=draft, person_id=one.person_id, part=one.part) for one in current.people.all()]
    )
    AgreementFile.objects.bulk_create(
        [
            AgreementFile(
                agreement=draft, title=one.title, file=one.file.name, sha256=one.sha256, added_at=one.added_at
            )
            for one in current.files.all()
        ]
    )
    return draft


def add_file(*, uuid: UUID, title: str, name: str, content: bytes) -> AgreementFile:
    """Add a PDF to a draft. Refuses `agreement_not_draft`, `field_required` and `document_unreadable` for no PDF."""
    agreement = lock_draft(uuid=uuid)
    if not title.strip():
        raise refuse("field_required", "title")
    if not content.startswith(b"%PDF-") or len(content) > MOST_BYTES:
        raise refuse("document_unreadable", "file")
    return AgreementFile.objects.create(
        agreement=agreement,
        title=title.strip()[:200],
        file=ContentFile(content, name=name or "document.pdf"),
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=clock.now(),
    )


def remove_file(*, uuid: UUID, file: UUID) -> None:
    """Take a file out of a draft. Raises NotFound; refuses `agreement_not_draft`."""
    agreement = lock_draft(uuid=uuid)
    if not agreement.files.filter(uuid=file).delete()[0]:
        raise NotFound("file")


def note_sent(*, agreement: Agreement, sha256: str, person_id: int | None) -> Agreement:
    """Mark a locked draft as sent, with the fingerprint of the document that was sent."""
    agreement.state, agreement.sha256, agreement.sent_at = State.SENT, sha256, clock.now()
    agreement.save(update_fields=["state", "sha256", "sent_at"])
    note_step(agreement, AgreementStep.Kind.SENT, person_id=person_id, sha256=sha256)
    return agreement


def take_back(*, uuid: UUID, person_id: int | None) -> Agreement:
    """Make what was sent, or signed and not begun, a draft again. Refuses `agreement_not_sent`."""
    agreement = lock_agreement(uuid=uuid)
    if agreement.state not in (State.SENT, State.SIGNED):
        raise refuse("agreement_not_sent", state=agreement.state)
    _back_to_draft(agreement)
    note_step(agreement, AgreementStep.Kind.TAKEN_BACK, person_id=person_id)
    return agreement


def _back_to_draft(agreement: Agreement) -> None:
    """Make it a draft that nobody can sign any more."""
    agreement.state, agreement.sha256, agreement.sent_at = State.DRAFT, "", None
    agreement.save(update_fields=["state", "sha256", "sent_at"])


def sign_agreement(*, buyer: Buyer, uuid: UUID, values: Mapping[str, str], address: str = "") -> Agreement:
    """Countersign what was sent, by name and by the fingerprint of the document that was read; in force from its first day.

    `values` holds `name`, `sha256` and `accepted`. Raises NotFound for who may not see it. Refuses `agreement_not_signer`,
    `agreement_not_sent`, `agreement_changed` when another document was read, `field_required` and `agreement_accept`.
    """
    agreement = _of_buyer(buyer, uuid)
    if agreement.state != State.SENT:
        raise refuse("agreement_not_sent", state=agreement.state)
    problems = [] if values.get("name", "").strip() else [Refusal("field_required", subject="name")]
    if not values.get("accepted"):
        problems.append(Refusal("agreement_accept", subject="accepted"))
    if values.get("sha256") != agreement.sha256:
        problems.append(Refusal("agreement_changed", subject="sha256"))
    if problems:
        raise Refused(*problems)
    name = values["name"].strip()[:200]
    note_step(
        agreement,
        AgreementStep.Kind.SIGNED,
        person_id=buyer.person_id,
        name=name,
        sha256=agreement.sha256,
        address=address,
    )
    agreement.state = State.SIGNED
    agreement.save(update_fields=["state"])
    return put_in_force(agreement=agreement)


def decline_agreement(*, buyer: Buyer, uuid: UUID, reason: str) -> Agreement:
    """Say no to what was sent, and why: it is a draft again. Refuses as `sign_agreement`, and `reason_required`."""
    agreement = _of_buyer(buyer, uuid)
    if agreement.state != State.SENT:
        raise refuse("agreement_not_sent", state=agreement.state)
    if not reason.strip():
        raise refuse("reason_required", "reason")
    _back_to_draft(agreement)
    note_step(
        agreement,
        AgreementStep.Kind.DECLINED,
        person_id=buyer.person_id,
        name=buyer.person_name,
        note=reason.strip()[:500],
    )
    return agreement


def _of_buyer(buyer: Buyer, uuid: UUID) -> Agreement:
    """Lock an agreement the buyer sees and may sign."""
    found = get_agreement(buyer, uuid)
    if not buyer.can(Right.VIEW_AGREEMENT) or not may_sign(buyer, found):
        raise refuse("agreement_not_signer")
    return lock_agreement(uuid=uuid)


def note_reminded(*, agreement: Agreement, on: date) -> None:
    """Note that both sides have been told an agreement ends soon."""
    Agreement.objects.filter(pk=agreement.pk).update(reminded_on=on)
