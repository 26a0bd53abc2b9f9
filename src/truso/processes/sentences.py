"""Refusals in words: one sentence per code, in the reader's language. Faces that know more about a field may say it better."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from truso.kernel.refusals import Refusal
from truso.processes import import_sentences
from truso.processes.staff_sentences import WORDS

# Codes are stable: integrations rely on them. The sentences may change.
SENTENCES: Mapping[str, str] = {
    **import_sentences.SENTENCES,
    # What is asked for
    "address_invalid": _("The address holds characters that can't be used."),
    "body_invalid": _("The body is no valid JSON."),
    "body_not_json": _("The body must be JSON, with Content-Type: application/json."),
    "body_too_large": _("The body is larger than %(limit)s bytes."),
    "answer_unknown": _("There is no such question or answer."),
    "bad_request": _("The request can't be read."),
    "code_unknown": _("Nothing has the code “%(value)s”."),
    "campaign_used_before": _("You have had “%(name)s” as often as one may. The prices are counted anew without it."),
    "campaign_used_up": _("“%(name)s” has just been used up. The prices are counted anew; look the order over."),
    "code_empty": _("Type a code."),
    "code_ended": _("The code %(code)s has ended."),
    "code_needs_sign_in": _("Sign in to use the code %(code)s."),
    "code_not_found": _("There is no code %(code)s. Check how it is written."),
    "code_used_before": _("You have used the code %(code)s as often as one may."),
    "code_used_up": _("The code %(code)s has been used up."),
    "codes_too_many": _("A cart holds at most %(maximum)s codes. Take one out first."),
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
    "customer_unknown": _("There is no customer with this number."),
    "customer_required": _("This person does not shop for anybody yet."),
    "expiry_past": _("The expiry date has passed already."),
    "staff_required": _("This is for staff of the shop."),
    "scope_missing": _("The API key lacks the scope “%(scope)s”."),
    "scope_required": _("Choose at least one scope."),
    "scope_unknown": _("There is no scope “%(found)s”."),
    "session_expired": _("Your session has expired. Please start again; nothing was ordered."),
    "visitor_token_invalid": _("The visitor token can't be read. Ask for a new one."),
    "visitor_token_required": _("Send a visitor token, or an API key, to have a cart."),
    # Idempotency
    "idempotency_key_invalid": _("The idempotency key must have 1 to 255 printable characters."),
    "idempotency_key_missing": _("Send an Idempotency-Key, so that a repeated request orders once."),
    "idempotency_key_reused": _("This idempotency key was used for another request."),
    # Lists to order from
    "article_repeated": _("The same article as on line %(lines)s: %(together)s in all, as one line in the cart."),
    "file_empty": _("The file is empty: there is no line in it."),
    "file_encrypted": _("The file is locked with a password. Save it without one and send it again."),
    "file_not_a_list": _("This file is no list we can read. Save it as a spreadsheet (.xlsx) or as CSV."),
    "file_too_large": _("The file is too large. Send at most 5 MB, or part the list."),
    "too_many_rows": _("A list holds at most %(maximum)s lines. Part it in two."),
    # Articles and quantities
    "no_tax_rate": _("There is no tax rate for this article in the market's country on that day."),
    "agreement_accept": _("Say that you have read the document and sign it."),
    "agreement_changed": _("The document has changed since you opened it. Read it again."),
    "agreement_not_active": _("This agreement is not in force."),
    "agreement_not_orderer": _("You don't order on agreement %(number)s. Ask its owner in your company."),
    "agreement_not_sent": _("This agreement does not wait for a signature."),
    "agreement_not_signer": _("The agreement owner or an administrator of the company signs it."),
    "agreement_wishes_many": _("%(most)s wishes wait for an answer already."),
    "outside_agreement": _("This article lies outside your agreement."),
    "price_not_a_number": _("This is no price."),
    "reason_required": _("Say why."),
    "reference_required": _("Your agreement wants a reference on every order."),
    "no_tax_rate_there": _("%(sku)s can't be sent there yet: its VAT in that country is not set up."),
    "certificate_missing": _("Send the certificate's file too."),
    "certificate_unreadable": _("Send the certificate as PDF, PNG or JPEG, at most %(most)s MB."),
    "period_invalid": _("The period must end after it starts."),
    "tax_class_unknown": _("There is no tax class %(found)s."),
    "vat_number_invalid": _("%(found)s is no VAT number as its country writes them."),
    "price_day_for_companies": _("Prices of another day are told to companies only."),
    "article_discontinued": _("%(sku)s is no longer sold."),
    "bundle_changed": _("What this bundle holds has just been changed. Look at it again before you order."),
    "article_not_found": _("We don't know this article number."),
    "no_price": _("There is no price for this article. Please ask us."),
    "out_of_stock": _("Only %(available)s available, %(wanted)s wanted."),
    "price_changed_since": _("The price was %(before)s when you last bought this, on %(day)s."),
    "article_repeated_in_list": _("%(sku)s stands in the list twice with the same reference."),
    "address_not_found": _("This address is not in your address book."),
    "list_full": _("A list holds at most %(maximum)s lines."),
    "text_too_long": _("At most %(most)s characters, please."),
    "lists_full": _("There are %(maximum)s lists already. Remove one first."),
    "sharing_unknown": _("Choose who may use the list."),
    "price_changed": _("The price has changed from %(before)s to %(now)s."),
    "part_must_wait": _("%(available)s available now; the rest follows when it arrives."),
    "quantity_above_maximum": _("At most %(maximum)s of %(sku)s per order."),
    "quantity_below_minimum": _("At least %(minimum)s of %(sku)s."),
    "quantity_invalid": _("This is no quantity: write a number such as 10 or 2.5."),
    "quantity_not_multiple": _("%(sku)s is sold in multiples of %(multiple)s; the nearest is %(nearest)s."),
    "quantity_not_positive": _("The quantity must be more than zero."),
    "quantity_unreadable": _("This is no quantity: write a number such as 10 or 2.5."),
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
    "payment_term_unknown": _("This payment term is not offered to you."),
    "payment_unknown": _("This way of paying is not offered."),
    "po_number_pattern": _("The purchase order number does not have the form your company wants."),
    "po_number_required": _("Your company wants a purchase order number on every order."),
    "postcode_invalid": _("This is no postcode of the country."),
    "return_url_invalid": _("The address to return to must begin with https:// or http://."),
    "return_host_unknown": _("Payments may not lead back to %(host)s. Ask the shop to register that host."),
    "keep_address_not_allowed": _("You can't add to this address book."),
    "waiver_required": _("Please agree to have files and keys at once, without a right of withdrawal."),
    "terms_required": _("Please accept the terms of sale."),
    "total_changed": _("The total was %(before)s and is %(now)s now. Please look at it again."),
    # Orders, approvals, payments
    "approval_decided": _("Somebody has decided on this already."),
    "approval_own": _("Nobody approves their own order."),
    "order_action_not_possible": _("That can't be done with this order any more."),
    "order_being_picked": _("The order is being picked and can't be cancelled now."),
    "order_not_confirmed": _("The order is not confirmed yet."),
    "payment_exceeds_open": _("More than is open: %(open)s."),
    "payment_not_positive": _("The amount must be more than zero."),
    "payment_wrong_currency": _("The payment must be in %(expected)s."),
    "refund_exceeds_credit": _("More than is credited: %(open)s."),
    # Warehouse, invoices, returns
    "count_below_reserved": _("%(reserved)s are promised to orders; the count can't be lower."),
    "credit_more_than_invoiced": _("Only %(left)s of it can be credited."),
    "more_than_open": _("Only %(open)s of it are left to send."),
    "not_on_hand": _("Only %(available)s of it lie here, %(wanted)s are wanted."),
    "nothing_to_credit": _("There is nothing to credit."),
    "nothing_to_invoice": _("There is nothing to invoice."),
    "nothing_to_return": _("Choose what you want to return."),
    "nothing_to_ship": _("Choose what to send."),
    "reason_unknown": _("Choose a reason."),
    "return_already_received": _("This return was received already."),
    "return_more_than_shipped": _("Only %(left)s of it can be returned."),
    "return_spans_invoices": _("No single invoice billed all of it. Receive it in parts."),
    "shipment_already_sent": _("This shipment has left already."),
    # Prices
    "price_negative": _("A price can't be less than zero."),
    "price_too_large": _("This price is too large."),
    # Back office
    "attribute_twice": _("An attribute stands in the family twice."),
    "attribute_unknown": _("There is no attribute %(attribute)s."),
    "job_not_failed": _("Only a job that failed can run again."),
    "job_waits_already": _("The same work waits to be done already."),
    "payment_booked_before": _("A payment with the bank reference %(reference)s is booked already."),
    "nothing_to_perform": _("Say how much of which service was performed."),
    "not_returnable": _("%(sku)s is a service or a file: it can't be sent back. Contact us about it."),
    "piece_not_whole": _("This piece was cut to length: only the whole of it, %(whole)s, can be handled."),
    "quantity_not_whole": _("%(wanted)s can't be handed over: the article comes in whole ones."),
    # Documents and mail
    "document_already_stored": _("The document was stored before, with other content."),
    "document_kind_unknown": _("There is no such kind of document."),
    "document_not_available": _("This document can't be made: %(reason)s."),
    "recipient_invalid": _("The recipient's e-mail address can't be used."),
}


# Where a value makes the common sentence read oddly: nothing left, or whole ones.
SPECIAL: Mapping[str, str] = {
    "out_of_stock": _("Out of stock, and no more on the way."),
    "quantity_not_multiple": _("%(sku)s is sold in whole ones; the nearest is %(nearest)s."),
}


def is_special(refusal: Refusal) -> bool:
    """Tell whether a refusal's values ask for its special sentence."""
    name, value = {"out_of_stock": ("available", 0), "quantity_not_multiple": ("multiple", 1)}.get(
        refusal.code, ("", 0)
    )
    try:
        return bool(name) and Decimal(str(refusal.params.get(name))) == value
    except InvalidOperation:
        return False


class _Known(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "–"


def sentence_for(refusal: Refusal) -> str:
    """Return a refusal as a sentence in the active language; empty for a code that has none."""
    template = SPECIAL[refusal.code] if is_special(refusal) else SENTENCES.get(refusal.code) or WORDS.get(refusal.code)
    return gettext(template) % _Known(refusal.params) if template else ""
