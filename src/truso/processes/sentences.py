"""Refusals in words for programs and those who read their logs: one sentence per code, in the language asked for."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from truso.kernel.refusals import Refusal

# Codes are stable: integrations rely on them. The sentences may change.
SENTENCES: Mapping[str, str] = {
    # What is asked for
    "address_invalid": _("The address holds characters that can't be used."),
    "body_invalid": _("The body is no valid JSON."),
    "body_not_json": _("The body must be JSON, with Content-Type: application/json."),
    "body_too_large": _("The body is larger than %(limit)s bytes."),
    "bad_request": _("The request can't be read."),
    "cursor_invalid": _("The cursor does not belong to this list."),
    "field_invalid": _("This field does not fit: %(reason)s."),
    "field_required": _("Please fill in this field."),
    "header_invalid": _("This header can't be read."),
    "internal_error": _("Something went wrong on our side. Nothing was changed."),
    "market_unknown": _("There is no such market."),
    "method_not_allowed": _("This address does not take that method."),
    "no_market": _("The shop is not open yet."),
    "not_found": _("There is no such thing, or it is not yours to see."),
    # Who asks
    "credentials_invalid": _("The API key is unknown, ended or expired."),
    "credentials_required": _("Sign in, or send an API key."),
    "csrf_failed": _("The form token is missing or old. Load the page again."),
    "customer_not_found": _("You can't shop for that customer."),
    "customer_required": _("This person does not shop for anybody yet."),
    "scope_missing": _("The API key lacks the scope “%(scope)s”."),
    "session_expired": _("Your session has expired. Please start again; nothing was ordered."),
    "visitor_token_invalid": _("The visitor token can't be read. Ask for a new one."),
    "visitor_token_required": _("Send a visitor token, or an API key, to have a cart."),
    # Idempotency
    "idempotency_key_invalid": _("The idempotency key must have 1 to 255 printable characters."),
    "idempotency_key_missing": _("Send an Idempotency-Key, so that a repeated request orders once."),
    "idempotency_key_reused": _("This idempotency key was used for another request."),
    # Articles and quantities
    "article_discontinued": _("%(sku)s is no longer sold."),
    "article_not_found": _("We don't know this article number."),
    "no_price": _("There is no price for this article. Please ask us."),
    "out_of_stock": _("Only %(available)s available, %(wanted)s wanted."),
    "price_changed": _("The price has changed from %(before)s to %(now)s."),
    "quantity_above_maximum": _("At most %(maximum)s of %(sku)s per order."),
    "quantity_below_minimum": _("At least %(minimum)s of %(sku)s."),
    "quantity_invalid": _("This is no quantity: write a number such as 10 or 2.5."),
    "quantity_not_multiple": _("%(sku)s is sold in multiples of %(multiple)s; the nearest is %(nearest)s."),
    "quantity_not_positive": _("The quantity must be more than zero."),
    "quantity_too_large": _("At most %(maximum)s can be ordered at once."),
    # Cart and checkout
    "cart_empty": _("The cart is empty."),
    "cart_full": _("A cart holds at most %(maximum)s lines."),
    "country_not_served": _("We don't deliver to that country from here."),
    "credit_limit_exceeded": _("The credit left is %(left)s, the order is %(amount)s."),
    "customer_blocked": _("This account can't order on invoice at the moment. Please contact us."),
    "delivery_unknown": _("This way of delivery is not offered for these goods."),
    "email_invalid": _("This is no e-mail address."),
    "no_delivery_possible": _("These goods can't be delivered together. Please contact us."),
    "ordering_not_allowed": _("Your role can't place orders."),
    "payment_needs_no_approval": _("An order that must be approved first can't be paid this way."),
    "payment_required": _("Choose how to pay."),
    "payment_unknown": _("This way of paying is not offered."),
    "po_number_pattern": _("The purchase order number does not have the form your company wants."),
    "po_number_required": _("Your company wants a purchase order number on every order."),
    "postcode_invalid": _("This is no postcode of the country."),
    "return_url_invalid": _("The address to return to must begin with https:// or http://."),
    "terms_required": _("Please accept the terms of sale."),
    "total_changed": _("The total was %(before)s and is %(now)s now. Please look at it again."),
    # Orders, approvals, payments
    "approval_decided": _("Somebody has decided on this already."),
    "approval_own": _("Nobody approves their own order."),
    "order_action_not_possible": _("That can't be done with this order any more."),
    "document_not_available": _("This document can't be made: %(reason)s."),
}


class _Known(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "–"


def sentence_for(refusal: Refusal) -> str:
    """Return a refusal as a sentence in the active language; empty for a code that has none."""
    template = SENTENCES.get(refusal.code)
    return gettext(template) % _Known(refusal.params) if template else ""
