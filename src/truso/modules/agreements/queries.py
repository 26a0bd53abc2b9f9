"""Which agreement a buyer buys on."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from truso.kernel.buyer import Buyer, Right
from truso.kernel.refusals import NotFound
from truso.modules.agreements.models import Agreement
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
        .select_related("payment_term", "contact", "owner", "price_list")
        .first()
    )
    if found is None:
        raise NotFound("agreement")
    return found
