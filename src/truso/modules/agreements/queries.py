"""Which agreement a buyer buys on, what it says, and who may do what about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Min, Q, QuerySet

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound, Refusal
from truso.modules.agreements.models import Agreement, AgreementFile, AgreementPerson
from truso.modules.catalog.assortments import members_of
from truso.platform.database.reading import read_models

_IN_FORCE = """
where r.customer_id = any(%(customers)s::bigint[]) and r.state = 'active' and r.valid_from <= %(day)s
  and (r.valid_to is null or r.valid_to > %(day)s) order by r.valid_from
"""


def terms_in_force(buyer: Buyer) -> Agreement | None:
    """Return the agreement of the buyer's company that is in force today: its own, else the nearest parent's."""
    if buyer.customer is None or not buyer.customer.is_business:
        return None
    if "agreement" not in buyer.memo:
        day, customers = buyer.today, list(buyer.customer.ids)
        rows = read_models(Agreement, _IN_FORCE, {"customers": customers, "day": day})
        found = {agreement.customer_id: agreement for agreement in rows}
        buyer.memo["agreement"] = next((found[one] for one in buyer.customer.ids if one in found), None)
    agreement: Agreement | None = buyer.memo["agreement"]
    return agreement


def agreed_articles(buyer: Buyer) -> int | None:
    """Return the assortment that stands first for the buyer, others being outside the agreement; None without one."""
    agreed = terms_in_force(buyer)
    is_marked = agreed is not None and agreed.range in (Agreement.Range.FIRST, Agreement.Range.ASK)
    return agreed.assortment_id if agreed and is_marked else None


def outside_agreement(buyer: Buyer, variant_ids: Iterable[int]) -> set[int]:
    """Return which of some articles lie outside the buyer's agreement, where that marks them. One query, or none."""
    assortment, wanted = agreed_articles(buyer), set(variant_ids)
    return wanted - members_of(assortment, wanted) if assortment and wanted else set()


def what_agreement_asks(buyer: Buyer, *, po_number: str, reference: str) -> list[Refusal]:
    """Return what an order lacks by the buyer's agreement: its references, and somebody who may order on it."""
    agreed = terms_in_force(buyer)
    if agreed is None:
        return []
    refusals = []
    if agreed.po_number_required and not po_number:
        refusals.append(Refusal("po_number_required", subject="po_number"))
    if agreed.reference_required and not reference:
        refusals.append(Refusal("reference_required", subject="reference"))
    orderers = set(
        AgreementPerson.objects.filter(agreement=agreed, part="orderer", person__memberships__customer_id=buyer.customer_id or 0)
        .values_list("person_id", flat=True)
    )  # fmt: skip
    if orderers and buyer.person_id not in orderers:
        refusals.append(Refusal("agreement_not_orderer", {"number": agreed.number}))
    return refusals


def list_agreements(buyer: Buyer) -> QuerySet[Agreement]:
    """Return the agreements of the buyer's company that have left the draft; none without the right."""
    if buyer.customer is None or not buyer.can(Right.VIEW_AGREEMENT):
        return Agreement.objects.none()
    return Agreement.objects.filter(customer_id__in=buyer.customer.ids).exclude(state=Agreement.State.DRAFT)


def get_agreement(buyer: Buyer, uuid: UUID) -> Agreement:
    """Return one of those agreements; raises NotFound alike for unknown and foreign ones."""
    found = (
        list_agreements(buyer)
        .filter(uuid=uuid)
        .select_related(
            "payment_term", "delivery_method", "contact", "owner", "price_list", "assortment", "customer__market"
        )
        .first()
    )
    if found is None:
        raise NotFound("agreement")
    return found


def get_agreement_file(buyer: Buyer, uuid: UUID, file: UUID) -> AgreementFile:
    """Return a file of an agreement the buyer sees; raises NotFound alike for unknown and foreign ones."""
    found = get_agreement(buyer, uuid).files.filter(uuid=file).first()
    if found is None:
        raise NotFound("file")
    return found


def may_sign(buyer: Buyer, agreement: Agreement) -> bool:
    """Tell whether the buyer signs for the agreement's own company: its owner there, or who manages the company."""
    if buyer.customer_id != agreement.customer_id or buyer.staff_id is not None:
        return False
    return buyer.person_id == agreement.owner_id or buyer.can(Right.MANAGE_MEMBERS)


def versions_of(agreement: Agreement) -> list[Agreement]:
    """Return the versions of an agreement's number, the latest first."""
    return list(Agreement.objects.filter(number=agreement.number).order_by("-version"))


def begun_on(agreement: Agreement) -> date:
    """Return the day the first version of an agreement's number that held began."""
    states = (Agreement.State.ACTIVE, Agreement.State.REPLACED, Agreement.State.EXPIRED, Agreement.State.TERMINATED)
    held = Agreement.objects.filter(number=agreement.number, state__in=states)
    first: date | None = held.aggregate(first=Min("valid_from"))["first"]
    return first or agreement.valid_from


def due_agreements(today: date) -> QuerySet[Agreement]:
    """Return the agreements whose day has come: signed ones that begin, those in force that end."""
    begins = Q(state=Agreement.State.SIGNED, valid_from__lte=today)
    ends = Q(state=Agreement.State.ACTIVE, valid_to__lte=today)
    return Agreement.objects.filter(begins | ends).order_by("valid_from", "id")
