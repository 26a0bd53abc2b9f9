"""What views of forms share: a refusal becomes a message, and the reader goes back to where it makes sense."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from truso.kernel.refusals import Refusal, Refused
from truso.storefront.actor import buyer_on
from truso.storefront.refusals import say_all

View = Callable[..., HttpResponse]


def tell(request: HttpRequest, refusals: Iterable[Refusal]) -> None:
    """Show refusals as messages on the next page."""
    for text in say_all(refusals, buyer_on(request)):
        messages.error(request, text)


def refused_to(name: str) -> Callable[[View], View]:
    """Answer what an operation refuses by going to a page that tells why. Stands below the access decorator."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, *args, **kwargs)
            except Refused as refused:
                tell(request, refused.refusals)
                return HttpResponseRedirect(reverse(name))

        return answered

    return decorate


def is_partial(request: HttpRequest) -> bool:
    """Tell whether a script asked for a part of a page."""
    return bool(getattr(request, "htmx", False))


def go_to(request: HttpRequest, address: str) -> HttpResponse:
    """Send the reader to another page, also when a script asked."""
    if is_partial(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
