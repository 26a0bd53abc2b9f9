"""What customers ask to be changed in their agreement, and the answers."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from truso.kernel.buyer import Buyer
from truso.kernel.refusals import NotFound, Refusal, Refused, refuse
from truso.modules.agreements.models import Agreement, AgreementWish
from truso.modules.agreements.queries import get_agreement
from truso.modules.catalog.models import Variant
from truso.platform import clock

MOST_OPEN = 200
HIGHEST = Decimal(10) ** 11


def ask_for_change(
    *, buyer: Buyer, uuid: UUID, text: str, variant: UUID | None = None, price: Decimal | None = None
) -> AgreementWish:
    """Ask for a change of an agreement in force: of one article, perhaps at a price, or of its terms.

    Raises NotFound for an agreement or an article the buyer does not see in it. Refuses `agreement_not_active`, `field_required` without a
    word and without a price, `price_negative`, and `agreement_wishes_many` beyond 200 that wait.
    """
    agreement = get_agreement(buyer, uuid)
    if agreement.state != Agreement.State.ACTIVE:
        raise refuse("agreement_not_active", state=agreement.state)
    problems = []
    if not text.strip() and price is None:
        problems.append(Refusal("field_required", subject="text"))
    if price is not None and not 0 <= price < HIGHEST:
        problems.append(Refusal("price_negative", subject="price"))
    if problems:
        raise Refused(*problems)
    if agreement.wishes.filter(state=AgreementWish.State.OPEN).count() >= MOST_OPEN:
        raise refuse("agreement_wishes_many", most=MOST_OPEN)
    return AgreementWish.objects.create(
        agreement=agreement,
        variant=_article(agreement, variant) if variant else None,
        text=text.strip()[:500],
        price=price,
        asked_by_id=buyer.person_id,
        asked_at=clock.now(),
    )


def _article(agreement: Agreement, uuid: UUID) -> Variant:
    found = Variant.objects.filter(uuid=uuid, prices__price_list_id=agreement.price_list_id or 0).distinct().first()
    if found is None:
        raise NotFound("article")
    return found


def answer_wish(*, uuid: UUID, is_agreed: bool, answer: str, person_id: int) -> AgreementWish:
    """Answer what a customer asked for. Saying no wants a word. The price itself is changed on its list.

    Raises NotFound; refuses `agreement_wish_answered` and `reason_required`.
    """
    wish = AgreementWish.objects.select_for_update().filter(uuid=uuid).first()
    if wish is None:
        raise NotFound("wish")
    if wish.state != AgreementWish.State.OPEN:
        raise refuse("agreement_wish_answered")
    if not is_agreed and not answer.strip():
        raise refuse("reason_required", "answer")
    wish.state = AgreementWish.State.AGREED if is_agreed else AgreementWish.State.DECLINED
    wish.answer, wish.answered_by_id, wish.answered_at = answer.strip()[:500], person_id, clock.now()
    wish.save()
    return wish


def wishes_of(agreement: Agreement) -> QuerySet[AgreementWish]:
    """Return what was asked for, the latest first."""
    return AgreementWish.objects.filter(agreement__number=agreement.number).select_related("variant", "asked_by")
