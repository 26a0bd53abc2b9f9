"""Refusals in the words of staff: what they need said otherwise than the common sentences."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from truso.kernel.quantity import format_quantity
from truso.kernel.refusals import Refusal
from truso.modules.output.formats import format_number
from truso.processes.sentences import sentence_for

WORDS: dict[str, str] = {
    "agreement_not_active": gettext_noop("The agreement is not in force, so it can't be ended."),
    "agreement_not_draft": gettext_noop("Only a draft can be changed or put in force."),
    "agreement_list_of_other": gettext_noop("The price list belongs to another customer."),
    "amount_invalid": gettext_noop("Write the amount as a number, such as 1 250,50."),
    "attribute_invalid": gettext_noop("“%(value)s” does not fit the attribute %(attribute)s."),
    "attribute_group_unknown": gettext_noop("There is no group %(group)s."),
    "attribute_in_use": gettext_noop(
        "Goods have values of %(attribute)s: this can't change any more. Make another attribute."
    ),
    "attribute_limits": gettext_noop("The least is above the most."),
    "axis_scoped": gettext_noop("%(attribute)s differs by language or market, so it can't tell articles apart."),
    "choice_code": gettext_noop("“%(found)s” is no code: letters, digits, dots and dashes, 60 at most."),
    "choice_in_use": gettext_noop("Goods have the choice %(found)s: it can't be taken out."),
    "choice_name": gettext_noop("The choice %(found)s has no name."),
    "choice_twice": gettext_noop("The choice %(found)s stands there twice."),
    "choices_missing": gettext_noop("Write at least one choice, and %(most)s at most."),
    "etim_invalid": gettext_noop("“%(found)s” is no id of ETIM: EC, EF or EV and six digits."),
    "pattern_invalid": gettext_noop("The pattern is no regular expression that can be checked."),
    "swatch_invalid": gettext_noop("“%(found)s” needs a color such as #c8102e."),
    "attribute_missing": gettext_noop("%(attribute)s is required by the family."),
    "bundle_discount": gettext_noop(
        "The percentage lies between 0 and 100, and only a bundle priced as its parts has one."
    ),
    "bundle_empty": gettext_noop("A bundle holds at least one article."),
    "bundle_has_no_stock": gettext_noop("%(sku)s is a bundle: count and receive its parts instead."),
    "bundle_has_stock": gettext_noop("%(sku)s has stock of its own. Count it to zero before it becomes a bundle."),
    "bundle_in_bundle": gettext_noop("%(sku)s can't be in this bundle: a bundle holds no bundles."),
    "bundle_part_quantity": gettext_noop(
        "The quantity is above zero and a multiple of %(multiple)s, as the part is sold."
    ),
    "bundle_part_twice": gettext_noop("%(sku)s stands there twice."),
    "bundle_parts_many": gettext_noop("A bundle holds at most %(most)s articles."),
    "bundle_price_unit": gettext_noop(
        "A bundle priced as its parts has a price for one; change what its price is for."
    ),
    "bundle_pricing_unknown": gettext_noop("Choose how the bundle is priced."),
    "bundle_tax_differs": gettext_noop(
        "%(sku)s has another VAT than the bundle. Goods of different VAT can't be sold for one price."
    ),
    "category_in_itself": gettext_noop("A category can't lie inside itself."),
    "channel_unknown": gettext_noop("The channel is gone. Load the page again."),
    "criteria_many": gettext_noop("A selection has at most %(most)s rules."),
    "criterion_empty": gettext_noop("Say what the goods have: a category, brand, family or attribute."),
    "criterion_value": gettext_noop("Say which value of the attribute."),
    "languages_missing": gettext_noop("Choose at least one language."),
    "product_incomplete": gettext_noop("It can't be put on sale yet. Missing: %(missing)s."),
    "requirement_twice": gettext_noop("This is asked of the same products already."),
    "requirement_unknown": gettext_noop("“%(found)s” is nothing products can have."),
    "code_taken": gettext_noop("The code %(code)s is in use."),
    "count_below_reserved": gettext_noop(
        "%(reserved)s are promised to orders: release those first, or count again. The stock was not changed."
    ),
    "count_invalid": gettext_noop("Write what you counted as a number, zero or more."),
    "credit_limit_exceeded": gettext_noop("The credit limit leaves %(left)s, and the order is %(amount)s."),
    "credit_more_than_invoiced": gettext_noop("More than was invoiced: %(left)s can be credited."),
    "credited_before": gettext_noop("The invoice of these goods was credited before. Count them back into stock."),
    "date_invalid": gettext_noop("Write the date as year-month-day, such as 2026-03-31."),
    "date_in_future": gettext_noop("The date lies in the future."),
    "customer_unknown": gettext_noop("Write a customer's number, or words that only one customer is found by."),
    "document_link_unknown": gettext_noop("Nothing has the code “%(words)s”."),
    "document_twice": gettext_noop(
        "The library has this file already: “%(title)s”. Let that one belong to more instead."
    ),
    "too_many_files": gettext_noop("At most %(most)s files at once."),
    "document_unreadable": gettext_noop("This is no PDF. Only PDF files are documents of a product."),
    "file_empty": gettext_noop("The file is empty."),
    "file_missing": gettext_noop("Choose a file."),
    "file_too_large": gettext_noop("The file is larger than %(most)s MB."),
    "expiry_past": gettext_noop("The last day lies in the past."),
    "field_required": gettext_noop("Fill this in."),
    "gtin_invalid": gettext_noop("%(gtin)s is no GTIN: the check digit does not fit."),
    "gtin_taken": gettext_noop("The GTIN %(gtin)s belongs to %(sku)s."),
    "gtin_twice": gettext_noop("The GTIN %(gtin)s stands on two rows."),
    "idempotency_key_invalid": gettext_noop("The form was incomplete. Open the page again."),
    "idempotency_key_reused": gettext_noop("This form was sent before with other values. Open the page again."),
    "invoice_not_found": gettext_noop("No invoice has this number or payment reference."),
    "language_unknown": gettext_noop("Choose a language."),
    "member_twice": gettext_noop("This person is a member already."),
    "more_than_open": gettext_noop("%(wanted)s is not possible: %(open)s are open."),
    "not_on_hand": gettext_noop("%(wanted)s can't be sent: %(available)s are there and not held for others."),
    "nothing_to_credit": gettext_noop("There is nothing to credit."),
    "nothing_to_invoice": gettext_noop("There is nothing to invoice."),
    "nothing_to_return": gettext_noop("Say how many come back of at least one line."),
    "nothing_to_ship": gettext_noop("Choose a quantity for at least one line."),
    "order_action_not_possible": gettext_noop("This is not possible in the order's present state."),
    "order_being_picked": gettext_noop("Parts of the order are being picked. Give up the picking first."),
    "order_not_confirmed": gettext_noop("The order is not confirmed, so it can't be picked."),
    "out_of_stock": gettext_noop("%(available)s are available, %(wanted)s were asked for."),
    "payment_exceeds_open": gettext_noop("Only %(open)s is open on this invoice."),
    "payment_not_positive": gettext_noop("The amount must be more than zero."),
    "payment_wrong_currency": gettext_noop("The invoice is in %(expected)s."),
    "percent_invalid": gettext_noop("The percentage must be over 0 and at most 100."),
    "period_invalid": gettext_noop("The period must end after it starts."),
    "person_not_found": gettext_noop("Nobody has the e-mail address %(email)s."),
    "archive_too_large": gettext_noop("The zip holds too much: at most %(pictures)s pictures of %(most)s MB each."),
    "archive_unreadable": gettext_noop("The file can't be read as a zip."),
    "picture_too_large": gettext_noop("The picture is larger than %(most)s pixels a side. Make it smaller first."),
    "picture_too_small": gettext_noop("The picture is smaller than %(least)s pixels a side: it would look blurred."),
    "picture_twice": gettext_noop("The product has this picture already."),
    "picture_unreadable": gettext_noop("The file can't be read as a picture. Save it as JPEG, PNG or WebP."),
    "price_negative": gettext_noop("A price can't be below zero."),
    "price_too_large": gettext_noop("The price is too large."),
    "product_not_found": gettext_noop("No product or article has the number “%(words)s”."),
    "quantity_invalid": gettext_noop("“%(typed)s” is not a quantity. Write a number of zero or more."),
    "numbers_taken": gettext_noop("Somebody has just taken one of these numbers. Look at them and save again."),
    "own_number_long": gettext_noop("A number has at most %(most)s characters."),
    "own_number_taken": gettext_noop("The number %(number)s belongs to %(sku)s."),
    "own_number_twice": gettext_noop("The number %(number)s stands on two lines."),
    "file_name_invalid": gettext_noop("The file needs a name with letters or digits."),
    "key_handed_over": gettext_noop("This key is a buyer's already."),
    "key_too_long": gettext_noop("Line %(line)s: a key has at most %(most)s characters."),
    "keys_need_stock": gettext_noop("Keys need an article that is kept in stock. Switch that on at the article first."),
    "no_location": gettext_noop("There is no active stock location to keep keys at."),
    "not_digital": gettext_noop("%(sku)s is not a file or software."),
    "packaging_factor": gettext_noop("A packaging holds more than one sales unit."),
    "packaging_order": gettext_noop("Two packagings hold the same number."),
    "packaging_twice": gettext_noop("The same kind of packaging stands there twice."),
    "packaging_unknown": gettext_noop("Choose a kind of packaging."),
    "parent_in_circle": gettext_noop("The parent company stands below this customer itself."),
    "relation_to_itself": gettext_noop("A product can't be related to itself."),
    "relation_twice": gettext_noop("The products are related like this already."),
    "relation_unknown": gettext_noop("Choose how the products are related."),
    "rate_invalid": gettext_noop("A step begins above 0 kg, and its price is zero or more."),
    "rate_twice": gettext_noop("Two steps have the same weight."),
    "role_unknown": gettext_noop("Choose at least one role."),
    "reason_unknown": gettext_noop("Choose a reason."),
    "refund_exceeds_credit": gettext_noop("Only %(open)s of the credit is left."),
    "return_already_received": gettext_noop("The return was received before."),
    "return_more_than_shipped": gettext_noop("At most %(left)s can come back."),
    "return_spans_invoices": gettext_noop(
        "No single invoice billed all of this. Announce one return for each invoice."
    ),
    "selector_answer_invalid": gettext_noop(
        "The answer “%(answer)s” lacks a code, a name, or values of the attribute."
    ),
    "selector_answer_twice": gettext_noop("Two answers have the code “%(answer)s”."),
    "selector_answers_count": gettext_noop("A question has from 2 to %(most)s answers."),
    "selector_attribute": gettext_noop("Choose an attribute with choices, numbers, or yes and no."),
    "selector_question_twice": gettext_noop("Two questions ask about the same attribute."),
    "selling_quantity": gettext_noop("Minimum quantity and multiple must be above zero."),
    "shipment_already_sent": gettext_noop("The shipment was sent or given up before."),
    "sku_not_found": gettext_noop("No article has the number %(sku)s."),
    "sku_twice": gettext_noop("The article number %(sku)s stands on two rows."),
    "sku_taken": gettext_noop("The article number %(sku)s is in use."),
    "packages_invalid": gettext_noop("Write the number of packages, from 1 to 999."),
    "step_invalid": gettext_noop("Prices count from a quantity over 0 and of at most %(maximum)s."),
    "too_many_lines": gettext_noop("At most %(most)s lines fit in one go."),
    "type_unknown": gettext_noop("Choose a type."),
    # What an e-invoice lacks.
    "country_missing": gettext_noop("A country is missing."),
    "delivery_missing": gettext_noop("The delivery's day and place are missing."),
    "due_date_missing": gettext_noop("The due date is missing."),
    "endpoint_invalid": gettext_noop("The e-invoice address %(found)s is not valid."),
    "endpoint_missing": gettext_noop("The e-invoice address is missing."),
    "exemption_reason_missing": gettext_noop("The reason for no VAT is missing."),
    "organization_number_invalid": gettext_noop("The organization number %(found)s is not valid."),
    "prices_include_vat": gettext_noop("Prices include VAT: consumers' invoices are not sent as e-invoices."),
    "reference_missing": gettext_noop("A purchase order number or reference of the buyer is missing."),
    "variant_twice": gettext_noop("Two articles have the same properties: nothing tells them apart."),
    "variants_too_many": gettext_noop("A product has at most %(most)s articles at once. Choose fewer values."),
    "vat_number_invalid": gettext_noop("The VAT number %(found)s is not valid."),
    "vat_number_missing": gettext_noop("A VAT number is missing."),
}
# Whom a subject such as `seller.endpoint_id` or `buyer.country` is about.
_PARTIES = {"seller": gettext_noop("Seller"), "buyer": gettext_noop("Buyer"), "ship_to": gettext_noop("Delivery")}


def words_of(refusal: Refusal, names: Mapping[str, str] | None = None) -> str:
    """Return a refusal as a sentence; `names` say what its subject is called (an article, by line)."""
    template = WORDS.get(refusal.code)
    shown = {name: _shown(value) for name, value in refusal.params.items()}
    if template is None:
        text = sentence_for(Refusal(refusal.code, shown)) or _("It was refused: %(code)s.") % {"code": refusal.code}
    else:
        text = _(template) % shown
    party = _PARTIES.get(refusal.subject.split(".")[0])
    about = (names or {}).get(refusal.subject) or (_(party) if party else "")
    return f"{about}: {text}" if about else text


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        return format_number(value, translation.get_language() or "en")
    return str(value)


def plain(quantity: Decimal) -> str:
    """Write a quantity as form fields hold it."""
    return format_quantity(quantity)
