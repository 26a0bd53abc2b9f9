"""Writes to the numbers customers know articles by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from truso.kernel.identifiers import normalize_code
from truso.kernel.refusals import Refusal, Refused
from truso.modules.catalog.models import CustomerArticleNumber

MOST_LENGTH = 60


def save_own_numbers(*, customer_id: int, numbers: Mapping[int, str]) -> None:
    """Say by which number a customer knows articles (variant id -> number); an empty one ends it. All or none.

    An article has one number per customer. Refuses, with the subject `numbers.<variant id>`: `own_number_long` above 60
    characters, `own_number_twice` when two of the articles get the same, `own_number_taken` when another article of the
    customer has it. Numbers are compared without spaces, dashes and case.
    """
    wanted = {variant: number.strip() for variant, number in numbers.items()}
    normal = {variant: normalize_code(number) for variant, number in wanted.items() if normalize_code(number)}
    others = CustomerArticleNumber.objects.filter(customer_id=customer_id).exclude(variant__in=list(wanted))
    taken = dict(
        others.filter(number_normalized__in=list(normal.values())).values_list("number_normalized", "variant__sku")
    )
    counts = Counter(normal.values())
    problems = []
    for variant, code in normal.items():
        subject = f"numbers.{variant}"
        if len(wanted[variant]) > MOST_LENGTH:
            problems.append(Refusal("own_number_long", {"most": MOST_LENGTH}, subject))
        elif counts[code] > 1:
            problems.append(Refusal("own_number_twice", {"number": wanted[variant]}, subject))
        elif code in taken:
            problems.append(Refusal("own_number_taken", {"number": wanted[variant], "sku": taken[code]}, subject))
    if problems:
        raise Refused(*problems)
    CustomerArticleNumber.objects.filter(customer_id=customer_id, variant__in=list(wanted)).delete()
    CustomerArticleNumber.objects.bulk_create(
        [
            CustomerArticleNumber(
                customer_id=customer_id, variant_id=variant, number=wanted[variant], number_normalized=code
            )
            for variant, code in normal.items()
        ],
        batch_size=1000,
    )
