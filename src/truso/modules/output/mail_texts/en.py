"""Mails in English."""

from __future__ import annotations

from truso.modules.output.mail_texts.forms import Mails, Texts

COMMON: Texts = {
    "greeting": "Hello {name},",
    "greeting_unnamed": "Hello,",
    "questions": "Questions? Write to {support_email}.",
    "fallback_link": "If the button does not work, open this address:",
    "order_number": "Order number",
    "purchase_order": "Your PO number",
    "ordered_by": "Ordered by",
    "ship_to": "Ships to",
    "expected_on": "Expected delivery",
    "ready_on": "Ready for pickup",
    "pickup_at": "Pick up at",
    "expected_from_approval": "Delivery, if you approve today",
    "ready_from_approval": "Ready for pickup, if you approve today",
    "total": "Order total",
    "approved_by": "Approved by",
    "rejected_by": "Declined by",
    "deadline": "Please answer by",
    "reason": "Why it needs approval",
    "comment": "Comment",
    "carrier": "Carrier",
    "tracking": "Tracking number",
    "parcels": {"one": "{count} parcel", "other": "{count} parcels"},
    "contents": "In this delivery",
    "invoice_number": "Invoice number",
    "credit_note_number": "Credit note number",
    "due_on": "Due date",
    "payable": "Amount due",
    "credited": "Amount credited",
    "amount": "Amount",
    "paid_to": "Paid back to",
    "company": "Company",
    "invited_by": "Invited by",
}

MAILS: Mails = {
    "order_confirmation": {
        "subject": "Thank you, we have your order {order_number}",
        "heading": "Thank you for your order",
        "intro": "We have received order {order_number} and will write again when the goods are on their way.",
        "button": "See the order",
    },
    "order_confirmation_pickup": {
        "subject": "Thank you, we have your order {order_number}",
        "heading": "Thank you for your order",
        "intro": "We have received order {order_number} and will write again when you can pick it up. Please wait for that message before you come.",
        "button": "See the order",
    },
    "order_confirmation_plain": {
        "subject": "Thank you, we have your order {order_number}",
        "heading": "Thank you for your order",
        "intro": "We have received order {order_number}. What is handed over comes in a mail of its own; what we do for you we do as agreed.",
        "button": "See the order",
    },
    "approval_requested": {
        "subject": "Order {order_number} is waiting for your approval",
        "heading": "An order is waiting for you",
        "intro": "{requested_by} has placed an order that needs your approval. Prices and stock are held meanwhile.",
        "button": "Review the order",
    },
    "order_approved": {
        "subject": "Order {order_number} is approved",
        "heading": "Your order is approved",
        "intro": "{approved_by} has approved order {order_number}. We are getting it ready.",
        "button": "See the order",
    },
    "order_rejected": {
        "subject": "Order {order_number} was not approved",
        "heading": "Your order was not approved",
        "intro": "{rejected_by} did not approve order {order_number}. The goods are back in your cart, so you "
        "can change "
        "it and send it again.",
        "button": "Open the cart",
    },
    "certificate_ending": {
        "subject": "Your exemption certificate {number} runs out",
        "heading": "Your certificate runs out soon",
        "intro": "Certificate {number} counts until {day}. From that day your orders carry VAT again, unless you hand in a new one before.",
        "button": "Hand in a new one",
    },
    "certificate_answered": {
        "subject": "Your exemption certificate {number} is accepted",
        "heading": "Your certificate is accepted",
        "intro": "Certificate {number} is accepted. What it covers you buy without VAT from now on.",
        "button": "See what counts",
    },
    "certificate_rejected": {
        "subject": "Your exemption certificate {number} was not accepted",
        "heading": "Your certificate was not accepted",
        "intro": "We could not accept certificate {number}. Your orders carry VAT until there is one we can accept.",
        "button": "Hand in another",
    },
    "agreement_sent": {
        "subject": "Agreement {number} waits for your signature",
        "heading": "An agreement to sign",
        "intro": "{title} ({number}) is ready. Read it and sign it on its page; it holds from its first day.",
        "button": "Read and sign",
    },
    "agreement_ending": {
        "subject": "Agreement {number} ends on {day}",
        "heading": "Your agreement ends soon",
        "intro": "{title} ({number}) ends on {day}. After that, list prices and usual terms hold.",
        "button": "See the agreement",
    },
    "agreement_renewing": {
        "subject": "Agreement {number} goes on from {day}",
        "heading": "Your agreement goes on",
        "intro": "{title} ({number}) is renewed on {day} unless one of us terminates it before.",
        "button": "See the agreement",
    },
    "agreement_answered": {
        "subject": "Agreement {number}: your wish is agreed",
        "heading": "We agree",
        "intro": "We agree to what you asked for in agreement {number}: {about}.",
        "button": "See the agreement",
    },
    "agreement_declined": {
        "subject": "Agreement {number}: about your wish",
        "heading": "About your wish",
        "intro": "We could not agree to what you asked for in agreement {number}: {about}.",
        "button": "See the agreement",
    },
    "order_cancelled": {
        "subject": "Order {order_number} is cancelled",
        "heading": "Your order is cancelled",
        "intro": "Order {order_number} is cancelled. Nothing will be sent, and what you have paid comes back to you.",
        "button": "See the order",
    },
    "order_expired": {
        "subject": "Order {order_number} has expired",
        "heading": "Your order has expired",
        "intro": "Nobody approved order {order_number} in time. The goods are back in your cart, so you can send it "
        "again.",
        "button": "See the order",
    },
    "email_confirmation": {
        "subject": "Confirm your e-mail address at {shop_name}",
        "heading": "Confirm your e-mail address",
        "intro": "Press the button to confirm that this address is yours. Your account is then ready.",
        "button": "Confirm the address",
    },
    "account_exists": {
        "subject": "You already have an account at {shop_name}",
        "heading": "You already have an account",
        "intro": "Someone, we hope it was you, wanted to create an account with this address. There is one already. If "
        "you have forgotten the password, choose a new one here.",
        "button": "Choose a new password",
    },
    "digital_delivery": {
        "subject": "Your files and keys from order {order_number}",
        "heading": "Your files and keys are ready",
        "intro": "Here is what you bought in order {order_number}. The files are fetched from the order's page.",
        "keep": "Keep the keys where only you can read them. You find them on the order's page too.",
        "handed": "Files and keys",
        "more_keys": {"one": "{count} more key on the order's page", "other": "{count} more keys on the order's page"},
        "button": "Open the order",
    },
    "shipment_sent": {
        "subject": "Your order {order_number} is on its way",
        "heading": "Your goods are on their way",
        "intro": "We have sent delivery {delivery_number} of order {order_number}.",
        "outstanding": "The rest of the order follows as soon as we have it. You need not do anything.",
        "button": "Track the delivery",
        "button_order": "See the order",
    },
    "shipment_ready": {
        "subject": "Your order {order_number} is ready for pickup",
        "heading": "Your goods are ready for pickup",
        "intro": "Delivery {delivery_number} of order {order_number} is ready. Bring the order number when you come.",
        "outstanding": "The rest of the order follows as soon as we have it. We will write when you can pick it up.",
        "button": "See the order",
        "button_order": "See the order",
    },
    "invoice_issued": {
        "subject": "Invoice {invoice_number} from {shop_name}",
        "heading": "Invoice {invoice_number}",
        "intro": "Here is the invoice for your purchase.",
        "button": "See the invoice",
    },
    "credit_note_issued": {
        "subject": "Credit note {invoice_number} from {shop_name}",
        "heading": "Credit note {invoice_number}",
        "intro": "We have credited the amount below.",
        "button": "See the credit note",
    },
    "invitation": {
        "subject": "{invited_by} invites you to buy for {company}",
        "heading": "Welcome to {shop_name}",
        "intro": "{invited_by} has invited you to buy for {company}. Accept, and you see the company's own prices and "
        "agreements.",
        "validity": {
            "one": "The invitation is valid for {count} day.",
            "other": "The invitation is valid for {count} days.",
        },
        "button": "Accept the invitation",
    },
    "password_reset": {
        "subject": "Choose a new password at {shop_name}",
        "heading": "Choose a new password",
        "intro": "Someone, we hope it was you, asked for a new password. If it was not you, do nothing: your password "
        "stays as it is.",
        "validity": {
            "one": "The link works for {count} hour.",
            "other": "The link works for {count} hours.",
        },
        "button": "Choose a password",
    },
    "refund_made": {
        "subject": "We have refunded {amount} for order {order_number}",
        "heading": "Your money is on its way back",
        "intro": "We have refunded {amount} for order {order_number}. It can take a few banking days before you "
        "see it.",
        "button": "See the order",
    },
}
