"""The Union's register of VAT numbers as a server: it knows numbers, can be down as a whole or in one country, and checks what it is sent.

By the Commission's documentation of `check-vat-number` (the specification is not published as a file): a POST of JSON with
`countryCode` and `vatNumber`, perhaps with `requesterMemberStateCode` and `requesterNumber`, all short texts without the
country before the number. What is sent otherwise is kept in `faults`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

PATH = "/check-vat-number"
STATES = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
        "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI",
    }
)  # fmt: skip
_FIELDS = {"countryCode", "vatNumber", "requesterMemberStateCode", "requesterNumber"}
_NUMBER = re.compile(r"^[0-9A-Za-z+*.]{2,12}$")


@dataclass
class FakeVies:
    """What the register knows and has been asked. `known` maps a number with its country to (name, address)."""

    url: str
    known: dict[str, tuple[str, str]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    is_down: bool = False
    down_states: set[str] = field(default_factory=set)
    says_false_when_down: bool = False

    def answer(self, request: Request) -> Response:
        """Answer as the register does."""
        if self.is_down:
            return Response("<html>Service Unavailable</html>", 503, content_type="text/html")
        try:
            sent = json.loads(request.get_data())
        except ValueError:
            return self._fault("the body is no JSON")
        if problem := _problem(sent, request.content_type):
            return self._fault(problem)
        self.asked.append(sent)
        state, number = sent["countryCode"], sent["vatNumber"]
        if state in self.down_states:
            return self._down(sent)
        found = self.known.get(state + number)
        proof = f"WAPIAAAA{len(self.asked):08d}" if found and "requesterNumber" in sent else ""
        name, address = found or ("---", "---")
        return _json(
            {"countryCode": state, "vatNumber": number, "requestDate": "2026-11-28T10:00:00.000Z",
             "valid": found is not None, "requestIdentifier": proof, "name": name, "address": address,
             "traderNameMatch": "NOT_PROCESSED", "traderCityMatch": "NOT_PROCESSED"}
        )  # fmt: skip

    def _down(self, sent: dict[str, str]) -> Response:
        if self.says_false_when_down:
            return _json({"countryCode": sent["countryCode"], "vatNumber": sent["vatNumber"], "valid": False,
                          "userError": "MS_UNAVAILABLE", "requestIdentifier": ""})  # fmt: skip
        return _json({"actionSucceed": False, "errorWrappers": [{"error": "MS_UNAVAILABLE"}]}, 500)

    def _fault(self, problem: str) -> Response:
        self.faults.append(problem)
        return _json({"actionSucceed": False, "errorWrappers": [{"error": "INVALID_INPUT", "message": problem}]}, 400)


def _problem(sent: Any, content_type: str | None) -> str:
    if not str(content_type).startswith("application/json"):
        return f"the content type is {content_type}"
    if not isinstance(sent, dict) or set(sent) - _FIELDS or not {"countryCode", "vatNumber"} <= set(sent):
        return f"the fields are {sorted(sent)}"
    if ("requesterMemberStateCode" in sent) != ("requesterNumber" in sent):
        return "half a requester"
    states = [sent["countryCode"], sent.get("requesterMemberStateCode", "SE")]
    numbers = [sent["vatNumber"], sent.get("requesterNumber", "12")]
    if not set(states) <= STATES or not all(isinstance(one, str) and _NUMBER.match(one) for one in numbers):
        return f"not as written: {states} {numbers}"
    return ""


def _json(body: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(body), status, content_type="application/json")


def start_vies(server: HTTPServer) -> FakeVies:
    """Let a server answer as the register."""
    fake = FakeVies(server.url_for("").rstrip("/"))
    server.expect_request(PATH, method="POST").respond_with_handler(fake.answer)
    return fake
