"""The API's description: answers from the structs that are encoded, one shape for every problem, who may call."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec

from truso.api.auth import CUSTOMER_HEADER, MARKET_HEADER, VISITOR_HEADER, Gate
from truso.api.problems import CONTENT_TYPE, Problem

_REF = "#/components/schemas/{name}"
_shown: list[type] = []
_KEY = "Names this request: sent again with the same key, it is answered as the first time."
_PRINTABLE = "^[!-~]{1,255}$"
METHODS = ("get", "post", "put", "patch", "delete")

INTRODUCTION = """
One catalog, one stock, two ways to buy: the operations of the shop's pages for programs.

**Who calls.** An API key (`Authorization: Bearer truso_…`) acts as its person in one hat; a browser that has signed in
is known by its session and sends the form token with every write (`X-CSRFToken`). Without either the caller is a
visitor: the consumer catalog is open, and a token from `POST /visitors`, sent as `Truso-Visitor`, keeps a cart.
`Truso-Customer: <uuid>` chooses another of the person's hats for one request. `Truso-Market: <code>` chooses a
visitor's market. `Accept-Language` chooses the language of names and messages (nb, sv, pl, en).

**Values.** Money and quantities are strings of decimals; quantities may also be sent as integers. Times are ISO 8601
in UTC. Records are named by UUIDs and article numbers. Lists take `limit` (at most 100) and go on with `cursor`.
At most 1,000 lines or codes per call and 2 MB per body.

**Problems** are `application/problem+json` (RFC 9457). `code` is stable, `refusals` lists every reason with the field
or line it is about. 400: the request itself is wrong; 401 and 403: who calls; 404: unknown or not yours, alike;
409: things have changed meanwhile; 422: refused for the reasons given, and nothing was changed.

**Sending again.** `POST /orders` needs an `Idempotency-Key`; other POSTs to the cart take one. The first answer is kept
for 48 hours and given again, with `Idempotency-Replayed: true`. A refused request frees its key.
"""


def gives(status: int, view: type | None = None, *, media: str = "application/json", key: str = "") -> dict[str, Any]:
    """Return the arguments of a route that answers with a struct (or a file of a media type, or nothing).

    `key` is how it takes an idempotency key: `required`, `optional`, or not at all.
    """
    described: dict[str, Any] = {"description": HTTPStatus(status).phrase}
    if view is not None:
        if view not in _shown:
            _shown.append(view)
        described["content"] = {media: {"schema": {"$ref": _REF.format(name=view.__name__)}}}
    elif status != HTTPStatus.NO_CONTENT:
        described["content"] = {media: {"schema": {"type": "string", "contentMediaType": media}}}
    extra: dict[str, Any] = {"responses": {status: described}}
    if key:
        extra["parameters"] = [{"$ref": f"#/components/parameters/{key.capitalize()}Key"}]
    return {"response": {status: None}, "openapi_extra": extra}


def complete(schema: dict[str, Any], gates: dict[tuple[str, str], Gate]) -> dict[str, Any]:
    """Add to a generated description what the routes themselves don't say."""
    _, components = msgspec.json.schema_components([*_shown, Problem], ref_template=_REF)
    schema["components"]["schemas"].update(components)
    schema["components"]["securitySchemes"] = {
        "ApiKey": {
            "type": "http",
            "scheme": "bearer",
            "description": "A key such as truso_… made in the account pages.",
        },
        "Session": {"type": "apiKey", "in": "cookie", "name": "sessionid", "description": "A signed-in browser."},
    }
    schema["components"]["parameters"] = _headers()
    for path, item in schema["paths"].items():
        for method in METHODS:
            if method in item:
                _complete_operation(item[method], gates[path, method.upper()], has_body="requestBody" in item[method])
    return schema


def _complete_operation(operation: dict[str, Any], gate: Gate, *, has_body: bool) -> None:
    known: list[dict[str, list[str]]] = [{"ApiKey": []}, {"Session": []}]
    operation["security"] = [{}, *known] if gate.is_open else known
    operation["x-scope"] = gate.scope.value if gate.scope else ""
    headers = ["Customer", "Language", *(["Visitor", "Market"] if gate.is_open else [])]
    operation["parameters"] += [{"$ref": f"#/components/parameters/{name}"} for name in headers]
    statuses = {400, 401, 403, 404, 500} | ({409, 415, 422} if has_body else {409, 422})
    problem = {CONTENT_TYPE: {"schema": {"$ref": _REF.format(name="Problem")}}}
    for status in sorted(statuses):
        operation["responses"].setdefault(status, {"description": HTTPStatus(status).phrase, "content": problem})
    # JSON names members by text, and a reader expects them in order.
    operation["responses"] = {str(status): operation["responses"][status] for status in sorted(operation["responses"])}


def _headers() -> dict[str, Any]:
    def header(name: str, description: str, *, required: bool = False, **schema: Any) -> dict[str, Any]:
        return {
            "in": "header",
            "name": name,
            "required": required,
            "description": description,
            "schema": {"type": "string", **schema},
        }

    return {
        "Customer": header(CUSTOMER_HEADER, "The hat to wear for this request.", format="uuid"),
        "Visitor": header(VISITOR_HEADER, "A visitor's token.", pattern="^[A-Za-z0-9_-]{43}$"),
        "Market": header(MARKET_HEADER, "A visitor's market.", pattern="^[a-z0-9-]{1,20}$"),
        "RequiredKey": header("Idempotency-Key", _KEY, required=True, pattern=_PRINTABLE),
        "OptionalKey": header("Idempotency-Key", _KEY, pattern=_PRINTABLE),
        "Language": header("Accept-Language", "nb, sv, pl or en.", pattern="^(nb|sv|pl|en)$"),
    }
