"""How values are written: msgspec bytes, money and quantities as strings of decimals, never floats."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import msgspec
from django.http import HttpResponse, StreamingHttpResponse
from msgspec import Meta

from truso.kernel.money import minor_units, round_amount
from truso.kernel.quantity import format_quantity
from truso.processes.document_bundles import ZIP, Bundle

_NUMBER = r"^-?[0-9]+(\.[0-9]+)?$"
Amount = Annotated[str, Meta(pattern=_NUMBER, description="An amount with the currency's decimals.")]
UnitPrice = Annotated[str, Meta(pattern=_NUMBER, description="A price per unit, two to six decimals.")]
Quantity = Annotated[str, Meta(pattern=_NUMBER, description="A quantity, up to three decimals.")]
Percent = Annotated[str, Meta(pattern=_NUMBER, description="A rate in percent.")]

_encoder = msgspec.json.Encoder()
encode = _encoder.encode


def reply(value: Any, status: int = 200) -> HttpResponse:
    """Answer with a value as JSON."""
    return HttpResponse(encode(value), status=status, content_type="application/json")


def send_bundle(bundle: Bundle) -> StreamingHttpResponse:
    """Answer with a zip file while it is written."""
    response = StreamingHttpResponse(bundle.chunks, content_type=ZIP)
    response.headers["Content-Disposition"] = f'attachment; filename="{bundle.filename}"'
    return response


def amount(value: Decimal, currency: str) -> str:
    """Write an amount with its currency's decimals: `498.00`."""
    return f"{round_amount(value, currency):f}"


def unit_price(value: Decimal, currency: str) -> str:
    """Write a price per unit with as many decimals as it has, at least the currency's: `33.333333`, `100.00`."""
    least = minor_units(currency)
    text = f"{value:f}"
    whole, _, rest = text.partition(".")
    if len(rest) == least:
        return text
    return f"{whole}.{rest.rstrip('0').ljust(least, '0')}" if rest.strip("0") or least else whole


def optional_unit_price(value: Decimal | None, currency: str) -> str | None:
    """Write a price per unit that may be missing."""
    return None if value is None else unit_price(value, currency)


def quantity(value: Decimal) -> str:
    """Write a quantity without trailing zeros: `2.5`, `100`."""
    return format_quantity(value)
