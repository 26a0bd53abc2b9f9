"""What a company's VAT number and certificates are worth today, and what a purchase is taxed by, in the reader's words."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from truso.kernel.buyer import Buyer
from truso.kernel.value import Value
from truso.modules.output.formats import country_name
from truso.modules.tax.models import ExemptionCertificate
from truso.modules.tax.queries import TaxStanding, sale_to, unverified_reason
from truso.modules.tax.rules import Treatment, treatment_of
from truso.storefront.formats import format_day

# state: (words on the badge, its look, what it means)
_STANDINGS = {
    "valid": (gettext_noop("Valid"), "good", gettext_noop("It counts until %(day)s and is checked again before then.")),
    "invalid": (
        gettext_noop("Not valid"),
        "problem",
        gettext_noop("The register of VAT numbers does not know it. Orders carry VAT until it does."),
    ),
    "unavailable": (
        gettext_noop("No answer yet"),
        "warning",
        gettext_noop(
            "The register of VAT numbers does not answer just now. We ask again by ourselves; meanwhile orders carry VAT."
        ),
    ),
    "waiting": (
        gettext_noop("Being checked"),
        "warning",
        gettext_noop(
            "We ask the register of VAT numbers about it. It takes a minute or two; meanwhile orders carry VAT."
        ),
    ),
    "malformed": (
        gettext_noop("Not valid"),
        "problem",
        gettext_noop("A number of that country is written otherwise. Check it, with the letters of the country first."),
    ),
    "local": (gettext_noop("Noted"), "", gettext_noop("It is printed on your invoices.")),
    "none": ("", "", ""),
}
_UNVERIFIED = {
    "none": gettext_noop("With a VAT number of another EU country your company buys without VAT. Add it on the company's tax page."),
    "invalid": gettext_noop("Your VAT number is not known to the EU's register, so this order carries VAT."),
    "malformed": gettext_noop("Your VAT number is not written as its country does, so this order carries VAT."),
    "unavailable": gettext_noop("The EU's register of VAT numbers does not answer just now, so this order carries VAT."),
    "waiting": gettext_noop("Your VAT number is being checked. An order sent before that carries VAT."),
    "local": gettext_noop("With a VAT number of another EU country your company buys without VAT. Add it on the company's tax page."),
    "valid": gettext_noop("Your VAT number is of this country, so this order carries VAT."),
}  # fmt: skip
_CERTIFICATES = {
    "pending": (gettext_noop("Being examined"), "warning"),
    "rejected": (gettext_noop("Not accepted"), "problem"),
    "coming": (gettext_noop("Not yet in force"), ""),
    "over": (gettext_noop("Run out"), ""),
    "accepted": (gettext_noop("Counts"), "good"),
}


class StandingView(Value, frozen=True):
    """A VAT number as its page shows it."""

    number: str
    badge: str
    look: str
    meaning: str
    name: str


class CertificateView(Value, frozen=True):
    """A certificate as its page shows it."""

    uuid: str
    number: str
    reason: str
    classes: str
    period: str
    badge: str
    look: str
    answer: str
    has_file: bool


def write_standing(standing: TaxStanding, buyer: Buyer) -> StandingView:
    """Write what is known of a VAT number."""
    badge, look, meaning = _STANDINGS[standing.state]
    day = format_day(standing.valid_until, buyer.language) if standing.valid_until else ""
    return StandingView(
        standing.number, _(badge) if badge else "", look, _(meaning) % {"day": day} if meaning else "", standing.name
    )


def write_certificate(one: ExemptionCertificate, buyer: Buyer) -> CertificateView:
    """Write a certificate with what it is worth today."""
    badge, look = _CERTIFICATES[certificate_state(one, buyer)]
    start = format_day(one.valid_from, buyer.language)
    period = _("from %(day)s") % {"day": start}
    if one.valid_to:
        period = _("%(start)s up to, not including, %(end)s") % {
            "start": start,
            "end": format_day(one.valid_to, buyer.language),
        }
    classes = ", ".join(str(cover) for cover in one.tax_classes.all())
    return CertificateView(
        str(one.uuid),
        one.number,
        one.reason,
        classes or _("everything"),
        period,
        _(badge),
        look,
        one.answer,
        bool(one.file),
    )


def certificate_state(one: ExemptionCertificate, buyer: Buyer) -> str:
    """Return a certificate's state today: pending, rejected, coming, accepted or over."""
    if one.state != ExemptionCertificate.State.ACCEPTED:
        return str(one.state)
    if buyer.today < one.valid_from:
        return "coming"
    return "over" if one.valid_to and one.valid_to <= buyer.today else "accepted"


def tax_note(buyer: Buyer, ship_to: str) -> str:
    """Say what a purchase sent to another country is taxed by, where that is not plain from its sums; empty at home."""
    sale = sale_to(buyer, ship_to)
    treatment = treatment_of(sale)
    if treatment == Treatment.EXPORT:
        return _("VAT and duties of %(country)s are charged as the goods arrive.") % {
            "country": country_name(sale.ship_to, buyer.language)
        }
    if reason := unverified_reason(buyer, ship_to):
        return _(_UNVERIFIED[reason])
    if treatment == Treatment.DESTINATION:
        return _("The total holds the VAT of %(country)s.") % {"country": country_name(sale.ship_to, buyer.language)}
    return ""
