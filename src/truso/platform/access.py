"""Who may call a view: declared on the view, enforced before it runs, read by the access matrix of the tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from truso.kernel.buyer import Right

View = TypeVar("View", bound=Callable[..., HttpResponse])


@dataclass(frozen=True, slots=True)
class Access:
    """`kind` is public, person (signed in), buyer (signed in with a right), staff (with a permission) or demo."""

    kind: str
    right: str = ""


def _declare(view: Any, access: Access) -> Any:
    view.access = access
    return view


def public(view: View) -> View:
    """Open to everybody; what is shown still follows the Buyer."""
    return _declare(view, Access("public"))  # type: ignore[no-any-return]


def signed_in(view: View) -> View:
    """Open to signed-in people; others are asked to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return _declare(guarded, Access("person"))  # type: ignore[no-any-return]


def buyer_right(right: Right) -> Callable[[View], View]:
    """Open to people whose present hat carries the right; to other signed-in people the page does not exist."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.buyer.can(right):  # type: ignore[attr-defined]
                raise Http404
            return view(request, *args, **kwargs)

        return _declare(guarded, Access("buyer", right.value))  # type: ignore[no-any-return]

    return decorate


def staff_right(permission: str) -> Callable[[View], View]:
    """Open to staff who hold the permission (`app.codename`); to everybody else the page does not exist."""
    if not permission:
        raise ValueError("a staff view names its permission")

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), login_url="wagtailadmin_login")
            if not request.user.has_perm(permission):
                raise Http404
            return view(request, *args, **kwargs)

        return _declare(guarded, Access("staff", permission))  # type: ignore[no-any-return]

    return decorate


def demo_only(view: View) -> View:
    """Open to everybody in the demo; elsewhere the page does not exist."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return _declare(guarded, Access("demo"))  # type: ignore[no-any-return]
