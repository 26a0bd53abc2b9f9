"""The Union's register of VAT numbers (VIES), asked over its REST service. Calls go out: never inside a transaction.

Source: the Commission's "VIES on the web" REST service, `check-vat-number`. An answer counts only when it says `valid` itself:
whatever else comes back, or nothing, is `unavailable` and says nothing about the number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx2
from django.conf import settings

from truso.modules.tax.models import VatCheck
from truso.modules.tax.rules import EU, compact, country_of
from truso.platform.database.transactions import outside_transaction

SECONDS = 10.0
# What the register answers a number it was asked wrongly for: about the number, not about the register.
_ABOUT_NUMBER = {"INVALID_INPUT"}
_NOT_GIVEN = "---"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the register said. `outcome` is one of `VatCheck.Outcome`; `reason` is its word where there is no answer."""

    outcome: str
    consultation_number: str = ""
    name: str = ""
    address: str = ""
    reason: str = ""


def ask_vies(number: str, *, requester: str = "") -> Answer:
    """Ask the register about a number. With the seller's own number (`requester`, of a member state) it hands out a proof."""
    outside_transaction("ask_vies")
    wanted = compact(number)
    body = {"countryCode": wanted[:2], "vatNumber": wanted[2:]}
    own = compact(requester)
    if country_of(own) in EU:
        body |= {"requesterMemberStateCode": own[:2], "requesterNumber": own[2:]}
    try:
        response = httpx2.post(f"{settings.VIES_URL}/check-vat-number", json=body, timeout=SECONDS)
        return read_answer(response.json(), wanted)
    except (httpx2.HTTPError, ValueError) as error:
        return _unavailable(type(error).__name__)


def read_answer(said: Any, wanted: str) -> Answer:
    """Read what the register said about a number."""
    if not isinstance(said, dict):
        return _unavailable("UNREADABLE")
    errors = said.get("errorWrappers")
    if errors or said.get("actionSucceed") is False:
        first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
        word = str(first.get("error", "UNREADABLE"))
        return Answer(VatCheck.Outcome.INVALID, reason=word) if word in _ABOUT_NUMBER else _unavailable(word)
    word = str(said.get("userError") or "")
    if word not in ("", "VALID", "INVALID"):  # a member state's register is down, and `valid` reads false then
        return _unavailable(word)
    if said.get("countryCode") != wanted[:2] or compact(str(said.get("vatNumber", ""))) != wanted[2:]:
        return _unavailable("OTHER_NUMBER")
    if said.get("valid") is True:
        return Answer(
            VatCheck.Outcome.VALID,
            consultation_number=_text(said, "requestIdentifier")[:40],
            name=_text(said, "name")[:300],
            address=_text(said, "address")[:500],
        )
    return Answer(VatCheck.Outcome.INVALID) if said.get("valid") is False else _unavailable("UNREADABLE")


def _text(said: dict[str, Any], key: str) -> str:
    text = str(said.get(key) or "").strip()
    return "" if text == _NOT_GIVEN else text


def _unavailable(reason: str) -> Answer:
    return Answer(VatCheck.Outcome.UNAVAILABLE, reason=reason[:200])
