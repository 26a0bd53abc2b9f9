"""What the shop's pages say better than the common sentences, and what those leave out. Parameters as the refusal names them."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from truso.processes.sentences import SENTENCES as COMMON

QUANTITIES = frozenset({"minimum", "maximum", "multiple", "nearest", "available", "wanted", "reserved"})

BUYING = {
    "approval_decided": _("This order has been decided on already."),
    "approval_own": _("You can't approve your own order. Another approver has to decide."),
    "article_ambiguous": _("Several articles have the number %(code)s. Choose one."),
    "article_discontinued": _("This article is no longer sold."),
    "article_not_found": _("We can't find this article in your range. Check the number."),
    "cart_empty": _("Your cart is empty."),
    "cart_full": _("A cart holds at most %(maximum)s lines. Order these first, then go on."),
    "country_not_served": _("We don't deliver to that country from here. Choose another address, or another market."),
    "no_tax_rate_there": _("%(sku)s can't be sent there yet. Choose another address, or take it out of the cart."),
    "certificate_missing": _("Choose the certificate's file."),
    "certificate_unreadable": _("Choose a PDF, PNG or JPEG file of at most %(most)s MB."),
    "period_invalid": _("The period must end after it starts."),
    "day_invalid": _("Write a day, such as 31.12.2026."),
    "credit_limit_exceeded": _(
        "Your credit leaves %(left)s, and this order comes to %(amount)s. Pay another way, or call us."
    ),
    "customer_blocked": _("Buying on invoice is closed for this account at the moment. Call us, or pay by card."),
    "delivery_unknown": _("Choose how you want the goods delivered."),
    "email_invalid": _("Write an e-mail address such as name@example.com."),
    "field_required": _("Fill in this field."),
    "no_delivery_possible": _("We have no delivery for a cart this heavy. Part the order, or call us."),
    "no_price": _("This article has no price for you yet. Ask us for one."),
    "ordering_not_allowed": _("Your role in this company does not include ordering. Ask your administrator."),
    "order_action_not_possible": _("That can't be done any more: the order is %(state)s."),
    "order_being_picked": _("The order is being picked in our warehouse and can't be cancelled now."),
    "order_has_owner": _("This order belongs to an account already."),
    "out_of_stock": _("Only %(available)s in stock now, and no more on the way. You asked for %(wanted)s."),
    "part_must_wait": _("%(available)s in stock now. The rest follows when it arrives."),
    "payment_needs_no_approval": _("An order that needs approval is paid on invoice."),
    "payment_required": _("Choose how you want to pay."),
    "payment_unknown": _("Choose how you want to pay."),
    "po_number_pattern": _("Your company's purchase order numbers look different. Check the number."),
    "po_number_required": _("Your company requires a purchase order number."),
    "postcode_invalid": _("Check the postcode."),
    "price_changed": _("The price has changed from %(before)s to %(now)s since you put this in the cart."),
    "quantity_above_maximum": _("At most %(maximum)s of this article can be ordered at a time."),
    "quantity_below_minimum": _("The smallest quantity is %(minimum)s."),
    "quantity_not_multiple": _("Sold in packs of %(multiple)s. The nearest quantity is %(nearest)s."),
    "quantity_not_positive": _("Write a quantity above zero."),
    "quantity_too_large": _("Write a quantity of at most %(maximum)s."),
    "quantity_unreadable": _("Write the quantity as a number."),
    "session_expired": _("Your session has ended. Start again, or sign in to find your cart."),
    "terms_required": _("Accept the terms of sale to go on."),
    "waiver_required": _("Agree to this to go on, or take the files and keys out of the cart."),
    "total_changed": _("The total has changed from %(before)s to %(now)s. Look it over and send the order again."),
}

# Where a value makes the common sentence read oddly: nothing left, or whole ones.
SPECIAL = {
    "out_of_stock": _("Out of stock now, and no more on the way. You asked for %(wanted)s."),
    "quantity_not_multiple": _("Sold in whole ones. The nearest quantity is %(nearest)s."),
}

STAFF = {
    "agreement_list_of_other": _("This price list belongs to another customer."),
    "attribute_invalid": _("This value does not fit the attribute %(attribute)s."),
    "attribute_missing": _("The attribute %(attribute)s is missing."),
    "category_in_itself": _("A category can't lie in itself or below itself."),
    "code_taken": _("The code %(code)s is taken."),
    "gtin_invalid": _("%(gtin)s is not a GTIN: its check digit does not fit."),
    "gtin_taken": _("%(sku)s has the GTIN %(gtin)s already."),
    "gtin_twice": _("The GTIN %(gtin)s stands on two rows."),
    "numbers_taken": _("Somebody has just taken one of these numbers. Look at them and save again."),
    "own_number_long": _("A number has at most %(most)s characters."),
    "own_number_taken": _("The number %(number)s belongs to %(sku)s."),
    "own_number_twice": _("The number %(number)s stands on two lines."),
    "bundle_changed": _("What this bundle holds has just been changed. Look at it again before you order."),
    "bundle_discount": _("The percentage lies between 0 and 100, and only a bundle priced as its parts has one."),
    "bundle_empty": _("A bundle holds at least one article."),
    "bundle_has_no_stock": _("%(sku)s is a bundle: count and receive its parts instead."),
    "bundle_has_stock": _("%(sku)s has stock of its own. Count it to zero before it becomes a bundle."),
    "bundle_in_bundle": _("%(sku)s can't be in this bundle: a bundle holds no bundles."),
    "bundle_part_quantity": _("The quantity is above zero and a multiple of %(multiple)s, as the part is sold."),
    "bundle_part_twice": _("%(sku)s stands there twice."),
    "bundle_parts_many": _("A bundle holds at most %(most)s articles."),
    "bundle_price_unit": _("A bundle priced as its parts has a price for one; change what its price is for."),
    "bundle_pricing_unknown": _("Choose how the bundle is priced."),
    "bundle_tax_differs": _(
        "%(sku)s has another VAT than the bundle. Goods of different VAT can't be sold for one price."
    ),
    "packaging_factor": _("A packaging holds more than one sales unit."),
    "packaging_order": _("Two packagings hold the same number."),
    "packaging_twice": _("The same kind of packaging stands there twice."),
    "packaging_unknown": _("There is no such kind of packaging."),
    "selling_quantity": _("Minimum quantity and multiple must be above zero."),
    "sku_twice": _("The article number %(sku)s stands on two rows."),
    "too_many_lines": _("At most %(most)s lines fit in one go."),
    "variant_twice": _("Two articles have the same properties: nothing tells them apart."),
    "variants_too_many": _("A product has at most %(most)s articles at once. Choose fewer values."),
    "member_twice": _("This person works for the company already."),
    "parent_in_circle": _("A company can't belong to itself or to one of its own."),
    "person_not_found": _("Nobody signs in with %(email)s."),
    "rate_invalid": _("A rate has a weight above zero and a price of zero or more."),
    "rate_twice": _("Two rates end at the same weight."),
    "role_unknown": _("There is no such role."),
    "sku_taken": _("The article number %(sku)s is taken."),
    "agreement_not_active": _("The agreement is not in force."),
    "agreement_not_draft": _("The agreement has left the draft already."),
    "mail_context_missing": _("The mail lacks a value it needs."),
    "mail_template_unknown": _("There is no such mail."),
    "mail_url_invalid": _("A link in the mail is not a web address."),
}

DOCUMENTS = {
    "country_missing": _("A country is missing in the document."),
    "delivery_missing": _("The place of delivery is missing in the document."),
    "document_unreadable": _("The document can't be read."),
    "due_before_issued": _("The due date is before the date of issue."),
    "due_date_missing": _("The due date is missing."),
    "endpoint_invalid": _("The e-invoice address is not valid."),
    "endpoint_missing": _("The e-invoice address is missing."),
    "exemption_reason_missing": _("The reason for no VAT is missing."),
    "line_amount_mismatch": _("A line of the document does not add up."),
    "lines_missing": _("The document has no lines."),
    "name_missing": _("A name is missing in the document."),
    "number_missing": _("The document has no number."),
    "organization_number_invalid": _("The organization number is not valid."),
    "picture_size_invalid": _("The picture can't be drawn in this size."),
    "picture_unreadable": _("The picture can't be read."),
    "price_base_quantity_invalid": _("A price is given for no quantity."),
    "prices_include_vat": _("An e-invoice states prices without VAT."),
    "reference_missing": _("The buyer's reference is missing."),
    "taxable_amount_mismatch": _("The amounts of a VAT rate do not add up."),
    "too_many_decimals": _("An amount has more decimals than its currency."),
    "unit_price_negative": _("A price in the document is below zero."),
    "vat_amount_mismatch": _("The VAT of a rate does not add up."),
    "vat_categories_exclusive": _("The document mixes kinds of VAT that exclude each other."),
    "vat_category_unknown": _("A kind of VAT in the document is unknown."),
    "vat_group_missing": _("The document lacks the sum of a VAT rate."),
    "vat_group_repeated": _("A VAT rate is summed twice in the document."),
    "vat_number_invalid": _("The VAT number is not valid."),
    "vat_number_missing": _("The VAT number is missing."),
    "vat_rate_invalid": _("A VAT rate in the document is not valid."),
    "vat_total_mismatch": _("The VAT of the document does not add up."),
}

SENTENCES: dict[str, str] = {**COMMON, **DOCUMENTS, **STAFF, **BUYING}

FIELD_TEXTS: dict[tuple[str, str], str] = {
    ("vat_number_invalid", "vat_number"): _("A VAT number of that country is written otherwise. Check it."),
    ("field_required", "number"): _("Write the number of the certificate."),
    ("field_required", "reason"): _("Write the rule it follows from."),
    ("field_required", "name"): _("Write your name."),
    ("field_required", "street"): _("Write the street and number."),
    ("field_required", "postcode"): _("Write the postcode."),
    ("field_required", "city"): _("Write the place."),
}
