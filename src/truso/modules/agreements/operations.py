"""Put agreements in force: write what they say into pricing, catalog and the customer's terms, and take it out again."""

from __future__ import annotations

from truso.kernel.refusals import refuse
from truso.modules.agreements.models import Agreement
from truso.modules.catalog.operations import limit_customer
from truso.modules.customers.operations import set_payment_term
from truso.modules.pricing.operations import set_list_active, set_price_policy
from truso.platform.numbering.operations import take_number


def save_agreement(*, agreement: Agreement) -> Agreement:
    """Write a draft; a new one gets its number. Refuses `agreement_not_draft` and `agreement_list_of_other`."""
    if agreement.pk is None:
        agreement.number = f"A{take_number(series='agreement', first=1001)}"
    else:
        state = Agreement.objects.select_for_update().values_list("state", flat=True).get(pk=agreement.pk)
        if state != Agreement.State.DRAFT:
            raise refuse("agreement_not_draft", state=state)
    if agreement.price_list and agreement.price_list.customer_id != agreement.customer_id:
        raise refuse("agreement_list_of_other", "price_list")
    agreement.save()
    return agreement


def put_in_force(*, agreement: Agreement) -> Agreement:
    """Activate a draft: its contract list counts, its policy and range hold, its payment term is the customer's.

    Refuses `agreement_not_draft`.
    """
    if agreement.state != Agreement.State.DRAFT:
        raise refuse("agreement_not_draft", state=agreement.state)
    if agreement.price_list_id:
        set_list_active(
            price_list_id=agreement.price_list_id,
            active=True,
            valid_from=agreement.valid_from,
            valid_to=agreement.valid_to,
        )
    set_price_policy(customer_id=agreement.customer_id, best_price_wins=agreement.best_price_wins)
    limit_customer(customer_id=agreement.customer_id, assortment_id=agreement.assortment_id)
    if agreement.payment_term_id:
        set_payment_term(customer_id=agreement.customer_id, payment_term_id=agreement.payment_term_id)
    agreement.state = Agreement.State.ACTIVE
    agreement.save(update_fields=["state"])
    return agreement


def end_agreement(*, agreement: Agreement) -> Agreement:
    """End an agreement that is in force: its prices, policy and range hold no more, those of another in force do.

    Refuses `agreement_not_active`.
    """
    if agreement.state != Agreement.State.ACTIVE:
        raise refuse("agreement_not_active", state=agreement.state)
    if agreement.price_list_id:
        set_list_active(price_list_id=agreement.price_list_id, active=False)
    others = Agreement.objects.filter(customer_id=agreement.customer_id, state=Agreement.State.ACTIVE)
    other = others.exclude(pk=agreement.pk).order_by("valid_from").last()
    set_price_policy(customer_id=agreement.customer_id, best_price_wins=bool(other and other.best_price_wins))
    limit_customer(customer_id=agreement.customer_id, assortment_id=other.assortment_id if other else None)
    agreement.state = Agreement.State.ENDED
    agreement.save(update_fields=["state"])
    return agreement
