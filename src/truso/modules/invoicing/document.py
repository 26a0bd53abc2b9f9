"""Build the frozen document of an invoice or credit note from an order's frozen values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from truso.kernel.money import ZERO, add_up
from truso.modules.customers.models import Customer
from truso.modules.invoicing.terms import terms_text
from truso.modules.markets.models import Market
from truso.modules.orders.models import LineKind, Order, OrderLine
from truso.modules.output.documents import Charge, DocumentLine, InvoiceDocument, LineAllowance, Party, VatGroup
from truso.modules.pricing.rules import gross_unit_price, line_amount
from truso.modules.pricing.values import LineTotal, Totals

_SCHEMES = {"NO": "0192", "SE": "0007", "PL": "9945"}


def seller_party(market: Market) -> Party:
    """Return the seller of a market as documents print it."""
    country = market.seller_country
    identifier = market.seller_vat_number if country == "PL" else market.seller_organization_number
    return Party(
        name=market.seller_name,
        organization_number=market.seller_organization_number,
        vat_number=market.seller_vat_number,
        street=market.seller_street,
        postcode=market.seller_postcode,
        city=market.seller_city,
        country=country,
        email=market.seller_email,
        phone=market.seller_phone,
        endpoint_scheme=_SCHEMES.get(country, ""),
        endpoint_id=identifier,
        registered_in_register_of_business_enterprises=market.seller_registered,
        bank_account=market.seller_bank_account,
        iban=market.seller_iban,
        bic=market.seller_bic,
    )


def address_party(
    address: Mapping[str, Any], *, customer: Customer | None = None, email: str = "", vat_number: str = ""
) -> Party:
    """Return a copied address as a party; with the customer's legal numbers when it is a business.

    `vat_number` is the one that decided the tax, however the customer's reads by now.
    """
    legal = customer if customer and customer.is_business else None
    return Party(
        name=legal.name if legal else str(address.get("name", "")),
        street=address.get("street", ""),
        street2=address.get("street2", ""),
        postcode=address.get("postcode", ""),
        city=address.get("city", ""),
        country=address.get("country", ""),
        email=email,
        phone=address.get("phone", ""),
        contact=address.get("contact", ""),
        organization_number=legal.organization_number if legal else "",
        vat_number=vat_number or (legal.vat_number if legal else ""),
        endpoint_scheme=legal.endpoint_scheme if legal else "",
        endpoint_id=legal.endpoint_id if legal else "",
    )


def document_lines(
    order: Order, lines: Sequence[OrderLine], quantities: Mapping[str, Decimal], totals: Mapping[str, LineTotal]
) -> tuple[DocumentLine, ...]:
    """Return the goods among the lines, with the quantities and amounts billed."""
    gross = order.prices_include_vat
    return tuple(
        DocumentLine(
            position=position,
            sku=line.sku,
            gtin=line.gtin,
            name=line.name,
            description=line.contents_text,
            # As people write it, however many decimals it was read with: the document is kept word for word.
            quantity=quantities[str(line.pk)].normalize() + 0,
            unit=line.unit,
            unit_price=gross_unit_price(line.unit_price, line.tax_rate, order.currency) if gross else line.unit_price,
            price_base_quantity=Decimal(line.price_unit),
            allowances=_allowances(order, line, quantities[str(line.pk)], totals[str(line.pk)]),
            net_amount=totals[str(line.pk)].gross if gross else totals[str(line.pk)].net,
            vat_category=line.tax_category,
            vat_rate=line.tax_rate,
            buyer_item_number=line.buyer_number,
            order_line_reference=str(line.position),
            note=line.reference,
        )
        for position, line in enumerate((line for line in lines if line.kind == LineKind.ITEM), start=1)
    )


def _allowances(order: Order, line: OrderLine, quantity: Decimal, sums: LineTotal) -> tuple[LineAllowance, ...]:
    """Return what campaigns took off the quantity billed (BG-27): the difference between its price and its amount."""
    if not line.allowance:
        return ()
    whole = line_amount(
        line.unit_price, quantity, line.price_unit, line.tax_rate, currency=order.currency,
        prices_include_vat=order.prices_include_vat,
    )  # fmt: skip
    amount = whole - (sums.gross if order.prices_include_vat else sums.net)
    return (LineAllowance(amount=amount, reason=line.allowance_reason),) if amount > ZERO else ()


def document_charges(order: Order, lines: Sequence[OrderLine], totals: Mapping[str, LineTotal]) -> tuple[Charge, ...]:
    """Return the charges among the lines; those of nothing are left out."""
    found = [(line, totals[str(line.pk)]) for line in lines if line.kind == LineKind.CHARGE]
    return tuple(
        Charge(
            amount=sums.gross if order.prices_include_vat else sums.net,
            reason=line.name,
            vat_category=line.tax_category,
            vat_rate=line.tax_rate,
        )
        for line, sums in found
        if sums.gross != ZERO
    )


def build_invoice(
    *,
    order: Order,
    kind: Literal["invoice", "credit_note"],
    number: str,
    issued_on: date,
    due_on: date,
    lines: Sequence[OrderLine],
    quantities: Mapping[str, Decimal],
    totals: Totals,
    customer: Customer | None,
    extra: Mapping[str, Any],
) -> InvoiceDocument:
    """Return the document of an invoice over some lines of an order. `extra` fills references and the payment reference."""
    by_key = {line.key: line for line in totals.lines}
    goods, charges = document_lines(order, lines, quantities, by_key), document_charges(order, lines, by_key)
    term = order.payment_term if kind == "invoice" else None
    payable = totals.gross - extra.get("prepaid", ZERO)
    return InvoiceDocument(
        kind=kind,
        number=number,
        issued_on=issued_on,
        due_on=due_on,
        currency=order.currency,
        language=order.language,
        seller=seller_party(order.market),
        buyer=address_party(order.billing_address, customer=customer, email=order.email, vat_number=order.vat_number),
        ship_to=address_party(order.delivery_address),
        lines=goods,
        charges=charges,
        vat_groups=_vat_groups(order, totals),
        line_total=add_up(line.net_amount for line in goods),
        charge_total=add_up(charge.amount for charge in charges),
        tax_exclusive=totals.net,
        tax_inclusive=totals.gross,
        payable=payable,
        order_number=order.number,
        sales_order_reference=order.number,
        buyer_order_reference=order.po_number,
        buyer_reference=order.reference,
        payment_terms_text=terms_text(term, order.language, order.currency, payable=payable, issued_on=issued_on),
        prices_include_vat=order.prices_include_vat,
        **extra,
    )


def _vat_groups(order: Order, totals: Totals) -> tuple[VatGroup, ...]:
    return tuple(
        VatGroup(
            category=group.category,
            rate=group.rate,
            taxable_amount=group.net,
            vat_amount=group.tax,
            exemption_reason=order.tax_reasons.get(group.category, ""),
        )
        for group in totals.groups
    )
