"""How people sign in: allauth with our ways."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_noop

from truso.kernel.references import Reference
from truso.kernel.refusals import Refused
from truso.kernel.texts import LANGUAGES
from truso.modules.cart.joining import take_over_visitor_cart
from truso.modules.customers.operations import ensure_consumer
from truso.modules.identity.models import Person
from truso.modules.markets.models import Market
from truso.modules.markets.queries import find_market
from truso.modules.output.operations import queue_mail
from truso.platform.database.transactions import Actor, write
from truso.platform.sessions import MARKET, VISITOR
from truso.processes.notices import shop_values
from truso.storefront.actor import buyer_on, look_again, writing
from truso.storefront.addresses import local_address

# allauth's mails and ours: (template, the value of its context that holds the link).
_MAILS = {
    "account/email/password_reset_key": ("password_reset", "password_reset_url"),
    "account/email/email_confirmation": ("email_confirmation", "activate_url"),
    "account/email/email_confirmation_signup": ("email_confirmation", "activate_url"),
    "account/email/account_already_exists": ("account_exists", "password_reset_url"),
}
_SILENT = frozenset({"account/messages/logged_in.txt", "account/messages/logged_out.txt"})


# The words of allauth's own forms that we say otherwise: our catalogs go before its own.
_SAID_OTHERWISE = (gettext_noop("Forgot your password?"),)


class AccountAdapter(DefaultAccountAdapter):
    """Signing in by e-mail address; mails go through the shop's own templates and send log."""

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Sign a person in, and let what they began as a visitor follow them."""
        super().login(request, user)
        settle_in(request)

    def is_safe_url(self, url: str | None) -> bool:
        """Tell whether somebody may be sent on to an address: to a page of this shop only, whatever hosts it answers to."""
        return url is not None and url != "" and local_address(url, "") == url

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        """Keep a new person, with the language they signed up in."""
        language = translation.get_language() or ""
        user.language = language if language in LANGUAGES else user.language
        return super().save_user(request, user, form, commit)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write one of allauth's mails as one of ours; those the shop does not send are left out."""
        template, link = _MAILS.get(template_prefix, ("", ""))
        url = context.get(link, "")
        if not template or not url:
            return
        request: HttpRequest = allauth_context.request
        language = translation.get_language() or "en"
        person = Person.objects.filter(email__iexact=email).first()
        values = {
            **shop_values(_market(request)),
            "recipient_name": person.first_name if person else "",
            "url": url,
            "valid_hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        }
        subject = Reference("person", person.uuid) if person else None
        try:
            with write(Actor(person_id=person.pk if person else None, label="account")):
                queue_mail(template=template, language=language, recipient=email, context=values, subject=subject)
        except Refused:
            return  # an address no mail can reach: whoever typed it learns nothing from the answer

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Leave out what the page shows anyway."""
        if message_template not in _SILENT:
            super().add_message(request, level, message_template, *args, **kwargs)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Return where a new person goes: their own page."""
        return reverse("storefront:account")


def settle_in(request: HttpRequest) -> None:
    """Give a person who has just signed in a private hat if they have none, and the cart they filled as a visitor.

    Staff without a hat are not customers and get none.
    """
    look_again(request)
    person = request.user
    if not request.hats and not person.is_staff:  # type: ignore[attr-defined,union-attr]
        market = _market(request)
        if market is not None:
            with write(Actor(person_id=person.pk, label="account")):
                ensure_consumer(person=person, market=market)  # type: ignore[arg-type]
            look_again(request)
    visitor = request.session.pop(VISITOR, "")
    if visitor:
        with writing(request):
            take_over_visitor_cart(buyer=buyer_on(request), session_key=visitor)


def _market(request: HttpRequest) -> Market | None:
    language = translation.get_language() or ""
    return find_market(host=request.get_host().split(":")[0], code=request.session.get(MARKET, ""), language=language)
