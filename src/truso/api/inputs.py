"""What the API is sent. Unknown fields are refused, so that a misspelt one is noticed."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StrictBool, StrictInt, StringConstraints

MAX_LINES = 1000
PAGE_SIZE = 100

Text = Annotated[str, StringConstraints(max_length=500)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=60)]
# A number as JSON has it, or as a string of decimals. What is no quantity is told per line, not for the whole call.
QuantityIn = Annotated[str, StringConstraints(max_length=24)] | StrictInt


class Strict(BaseModel):
    """A body with known fields only. Not ninja's `Schema`: that looks at each of a thousand lines for a model's attributes."""

    model_config = ConfigDict(extra="forbid", strict=False)


class WantedLine(Strict):
    """An article by `sku` or by `variant` (UUID), and how many."""

    sku: Code | None = None
    variant: UUID | None = None
    quantity: QuantityIn = 1


class ProductQuery(Schema):
    """What to look for. `choice` is an attribute and a value (`material:a2`), repeated for more.

    `~documents:certificate` narrows by the documents goods have. `fits` is the number of an article goods must be meant for.
    """

    text: Annotated[str, StringConstraints(max_length=200)] = ""
    category: Annotated[str, StringConstraints(max_length=60)] | None = None
    brand: list[Code] = Field(default_factory=list, max_length=60)
    choice: list[Annotated[str, StringConstraints(min_length=3, max_length=130)]] = Field(
        default_factory=list, max_length=60
    )
    in_stock: bool = False
    within_days: int | None = Field(None, ge=0, le=1000)
    fits: Code | None = None
    sort: Literal["relevance", "popularity", "price", "-price", "name", "sku", "-sku", "newest", "stock"] = "relevance"
    page: int = Field(1, ge=1, le=1000)
    limit: int = Field(24, ge=1, le=PAGE_SIZE)


class PricesIn(Strict):
    """Lines to price together, at most 1,000."""

    lines: list[WantedLine] = Field(min_length=1, max_length=MAX_LINES)


class NewCartLine(WantedLine):
    """A line for the cart. `reference` is the buyer's own and is printed on documents."""

    reference: Annotated[str, StringConstraints(max_length=100)] = ""


class CartLinesIn(Strict):
    """Lines for the cart, at most 1,000. With `all_or_none` a single refused line refuses all."""

    lines: list[NewCartLine] = Field(min_length=1, max_length=MAX_LINES)
    all_or_none: StrictBool = False


class CartLineChange(Strict):
    """What to change of a line; quantity 0 removes it."""

    quantity: QuantityIn | None = None
    reference: Annotated[str, StringConstraints(max_length=100)] | None = None


class CodesIn(Strict):
    """Codes to identify, at most 1,000: our numbers, the customer's own, GTINs, makers' numbers."""

    codes: list[Code] = Field(min_length=1, max_length=MAX_LINES)


class CheckoutIn(Strict):
    """What a checkout needs. `address` names a kept address; without it the address fields count.

    `payment_term` is one of the review's `payment_terms`, of an order on invoice; without it the customer's own holds.
    `keep_address` puts a typed address into the address book. `withdrawal_waived` is asked of consumers who buy files or keys.
    `expected_total` (gross) refuses the order when the total is another by now.
    """

    email: Annotated[str, StringConstraints(max_length=254)] = ""
    name: Annotated[str, StringConstraints(max_length=200)] = ""
    phone: Annotated[str, StringConstraints(max_length=32)] = ""
    address: UUID | None = None
    street: Annotated[str, StringConstraints(max_length=200)] = ""
    street2: Annotated[str, StringConstraints(max_length=200)] = ""
    postcode: Annotated[str, StringConstraints(max_length=12)] = ""
    city: Annotated[str, StringConstraints(max_length=100)] = ""
    country: Annotated[str, StringConstraints(max_length=2)] = ""
    delivery: Annotated[str, StringConstraints(max_length=60)] = ""
    payment: Annotated[str, StringConstraints(max_length=30)] = ""
    payment_term: Annotated[str, StringConstraints(max_length=40)] = ""
    po_number: Annotated[str, StringConstraints(max_length=100)] = ""
    reference: Annotated[str, StringConstraints(max_length=200)] = ""
    instructions: Text = ""
    keep_address: StrictBool = False
    terms_accepted: StrictBool = False
    withdrawal_waived: StrictBool = False
    expected_total: Annotated[str, StringConstraints(max_length=24)] = ""


class OrderIn(CheckoutIn):
    """A checkout to place. `checkout_id` comes from the cart: sent twice, it is one order."""

    checkout_id: UUID | None = None


class PaymentIn(Strict):
    """Where the gateway sends the buyer back to; `PAYMENT` in it stands for the payment's UUID."""

    return_url: Annotated[str, StringConstraints(min_length=8, max_length=500)]


class BatchIn(Strict):
    """Rows to write, at most 1,000, each an object of values by field.

    A field that is absent is left alone, null empties it; lists are several choices. `dry_run` writes nothing and tells what
    would become of each row; `all_or_none` writes nothing when a row is refused. `options` are those of an import of the kind.
    """

    rows: list[dict[str, Any]] = Field(min_length=1, max_length=MAX_LINES)
    dry_run: StrictBool = False
    all_or_none: StrictBool = False
    options: dict[str, Annotated[str, StringConstraints(max_length=2000)]] = Field(default_factory=dict, max_length=100)


class ImportIn(Strict):
    """How a file is read: column key -> field code, options of the kind, and a name to keep that under."""

    mapping: dict[str, Annotated[str, StringConstraints(max_length=200)]] | None = Field(None, max_length=2000)
    options: dict[str, Annotated[str, StringConstraints(max_length=2000)]] | None = Field(None, max_length=2000)
    reading: dict[str, StrictBool | Annotated[str, StringConstraints(max_length=200)]] | None = Field(
        None, max_length=10
    )
    profile: Annotated[str, StringConstraints(max_length=120)] = ""


class PlanIn(Strict):
    """A change to plan: the field of an article (or of its product) by `sku`, its value, from when and until when."""

    sku: Code
    field: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    value: Annotated[str, StringConstraints(max_length=20_000)] | StrictBool | StrictInt | list[Code] | None
    at: AwareDatetime
    until: AwareDatetime | None = None


class RestoreIn(Strict):
    """A change, as a product's history names it."""

    change: Annotated[str, StringConstraints(min_length=3, max_length=160)]


class DecisionIn(Strict):
    """Yes or no to an order that waits, with a word for the one who asked."""

    approved: StrictBool
    comment: Text = ""


class AddressIn(Strict):
    """An address to keep."""

    label: Annotated[str, StringConstraints(max_length=100)] = ""
    name: Annotated[str, StringConstraints(max_length=200)]
    contact: Annotated[str, StringConstraints(max_length=200)] = ""
    street: Annotated[str, StringConstraints(max_length=200)]
    street2: Annotated[str, StringConstraints(max_length=200)] = ""
    postcode: Annotated[str, StringConstraints(max_length=12)]
    city: Annotated[str, StringConstraints(max_length=100)]
    country: Annotated[str, StringConstraints(max_length=2)] = ""
    phone: Annotated[str, StringConstraints(max_length=32)] = ""
    instructions: Text = ""


class VatNumberIn(Strict):
    """A company's VAT number; empty takes it away."""

    vat_number: Annotated[str, StringConstraints(max_length=20)]


class SignatureIn(Strict):
    """A countersignature: the full name, and the fingerprint of the document that was read."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    sha256: Annotated[str, StringConstraints(min_length=64, max_length=64)]


class DeclineIn(Strict):
    """Why an agreement can't be signed."""

    reason: Annotated[str, StringConstraints(min_length=1, max_length=500)]


class WishIn(Strict):
    """A change that is asked for: in words, at a net price per price unit, or both; of an article or of the terms."""

    text: Text = ""
    variant: UUID | None = None
    price: Annotated[str, StringConstraints(max_length=24)] | None = None
