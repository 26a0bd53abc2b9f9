"""What goes wrong, as `application/problem+json`. Source: RFC 9457."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import msgspec
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from ninja.errors import HttpError, ValidationError

from truso.api.encoding import encode
from truso.api.field_reasons import reason_of
from truso.kernel.refusals import NotFound, Refusal, Refused
from truso.processes.sentences import sentence_for

logger = logging.getLogger("truso.api")
CONTENT_TYPE = "application/problem+json"
# A refusal is 422 but where HTTP has a word that says more.
STATUS_OF = {
    "session_expired": 401,
    "ordering_not_allowed": 403,
    "customer_blocked": 403,
    "idempotency_key_missing": 400,
    "idempotency_key_invalid": 400,
    "approval_decided": 409,
    "order_action_not_possible": 409,
    "total_changed": 409,
    "return_url_invalid": 400,
}
# What a browser without a cart is told makes no sense to a program.
CODE_OF = {"session_expired": "visitor_token_required"}


class RefusalView(msgspec.Struct, frozen=True, kw_only=True):
    """One reason: a stable code, what fills its sentence, the field or line it is about, and the sentence."""

    code: str
    subject: str
    params: dict[str, str]
    message: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong. `code` is stable; `title` and messages are in the language asked for."""

    type: str
    title: str
    status: int
    code: str
    refusals: list[RefusalView] = []


class ProblemError(Exception):
    """Raised by the API itself for what is wrong with a request."""

    def __init__(self, status: int, *refusals: Refusal) -> None:
        self.status, self.refusals = status, refusals
        super().__init__(", ".join(refusal.code for refusal in refusals))


def wrong(status: int, code: str, subject: str = "", **params: Any) -> ProblemError:
    """Return a problem with one reason, ready to raise."""
    return ProblemError(status, Refusal(code, params, subject))


def refusal_view(refusal: Refusal) -> RefusalView:
    """Return a refusal as the API tells it."""
    code = CODE_OF.get(refusal.code, refusal.code)
    params = {name: _text(value) for name, value in refusal.params.items()}
    return RefusalView(
        code=code, subject=refusal.subject, params=params, message=sentence_for(Refusal(code, params, refusal.subject))
    )


def _text(value: Any) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) and value.is_finite() else str(value)


def problem(status: int, refusals: Sequence[Refusal]) -> HttpResponse:
    """Return the answer for one or more reasons; the first gives the whole its code and title."""
    views = [refusal_view(refusal) for refusal in refusals]
    body = Problem(
        type=f"/api/docs#{views[0].code}",
        title=views[0].message or HTTPStatus(status).phrase,
        status=status,
        code=views[0].code,
        refusals=views,
    )
    response = HttpResponse(encode(body), status=status, content_type=CONTENT_TYPE)
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="Truso"'
    return response


def not_found() -> HttpResponse:
    """Return the one answer for what does not exist and for what this caller may not see."""
    return problem(404, [Refusal("not_found")])


def status_for(refusals: Sequence[Refusal]) -> int:
    """Return the status of refusals raised together."""
    return STATUS_OF.get(refusals[0].code, 422)


def _on_refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return problem(status_for(error.refusals), error.refusals)


def _on_problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
    return problem(error.status, error.refusals)


def _on_not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    return not_found()


def _on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    cause = error.__cause__
    if isinstance(cause, ProblemError):
        return _on_problem(request, cause)
    code = "body_invalid" if error.status_code == HTTPStatus.BAD_REQUEST else HTTPStatus(error.status_code).name.lower()
    return problem(error.status_code, [Refusal(code)])


def _on_unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    too_large = isinstance(error, RequestDataTooBig)
    return problem(400, [Refusal("body_too_large", {"limit": "2097152"}) if too_large else Refusal("bad_request")])


def _on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Name each field that does not fit the schema, by its path: `lines.3.quantity`."""
    reasons = []
    for one in error.errors[:100]:
        place = [str(part) for part in one["loc"][1:]]
        if one["loc"][0] == "body" and len(place) > 1:
            place = place[1:]  # the name of the function's argument says nothing to the caller
        reasons.append(Refusal("field_invalid", {"reason": reason_of(one)}, ".".join(place)))
    return problem(400, reasons)


def _on_failure(request: HttpRequest, error: Exception) -> HttpResponse:
    """Say that the shop failed, and nothing else; the log has the rest."""
    logger.error("%s %s failed", request.method, request.path, exc_info=error)
    got_request_exception.send(sender=None, request=request)
    return problem(500, [Refusal("internal_error")])


HANDLERS: tuple[tuple[type[Exception], Any], ...] = (
    (Exception, _on_failure),
    (SuspiciousOperation, _on_unreadable),
    (UnreadablePostError, _on_unreadable),
    (HttpError, _on_http_error),
    (ValidationError, _on_invalid),
    (Http404, _on_not_found),
    (NotFound, _on_not_found),
    (Refused, _on_refused),
    (ProblemError, _on_problem),
)
