"""How a staff screen writes: one transaction that knows who acts, one process, the answer in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from truso.backoffice.refusals import words_of
from truso.backoffice.times import staff_timezone
from truso.kernel.refusals import NotFound, Refused
from truso.platform.access import staff_right
from truso.platform.database.transactions import Actor, write
from truso.platform.idempotency.operations import Answer, answer_once

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def staff_screen(permission: str, *methods: str) -> Callable[[View], Any]:
    """Declare a staff view: its right (without it the page does not exist), its methods, the shop's time zone."""

    def decorate(view: View) -> Any:
        @wraps(view)
        def localized(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            with timezone.override(staff_timezone()):
                try:
                    return view(request, *args, **kwargs)
                except NotFound as missing:
                    raise Http404 from missing

        return staff_right(permission)(require_http_methods(list(methods or ("GET", "HEAD")))(localized))

    return decorate


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts, for the audit trail."""
    return Actor(staff_id=request.user.pk, address=request.META.get("REMOTE_ADDR", ""), label="staff")


def new_form_key() -> str:
    """Return the key a form carries so that sending it twice does its work once."""
    return str(uuid4())


def act_once(
    request: HttpRequest, act: Callable[[], Any], *, done: str, names: Mapping[str, str] | None = None
) -> list[str]:
    """Run one process under the form's key and say that it is done; return what stood in the way, in words.

    `names` tell what a refusal's subject is called, such as the article of a line.
    A form sent twice (a double click, a reload) does nothing the second time and is answered as the first.
    """
    payload = sorted((name, request.POST.getlist(name)) for name in request.POST if name != "csrfmiddlewaretoken")

    def answer() -> Answer:
        act()
        return Answer(200, None)

    try:
        with write(actor_of(request)):
            answer_once(
                scope=f"staff:{request.user.pk}:{request.path}"[:100],
                key=request.POST.get("form_key", ""),
                payload=payload,
                act=answer,
            )
    except Refused as refused:
        return [words_of(refusal, names) for refusal in refused.refusals]
    messages.success(request, done)
    return []


def tell(request: HttpRequest, problems: list[str]) -> None:
    """Show what stood in the way on the next page."""
    for problem in problems:
        messages.error(request, problem)
