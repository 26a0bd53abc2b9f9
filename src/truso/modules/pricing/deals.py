"""What campaigns take off a cart: some for the price of fewer, sets bought together, amounts off. No database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal

from truso.kernel.money import ZERO, add_up, distribute, round_amount
from truso.kernel.value import Value
from truso.modules.pricing.rules import HUNDRED
from truso.modules.pricing.values import Allowance, Gift, Hint

# In this order they count: what is said of single goods first, what is said of the whole cart last.
ORDER = {"set": 0, "multiple": 1, "cart": 2, "freight": 3, "gift": 4}


class Deal(Value, frozen=True):
    """A campaign on a cart. `amount` and `minimum` are as the market shows prices; `budget_left` is net."""

    id: int
    kind: str
    name: str
    percent: Decimal | None = None
    amount: Decimal | None = None
    buy: int = 0
    pay: int = 0
    minimum: Decimal = ZERO
    product_ids: frozenset[int] = frozenset()
    gift_id: int | None = None
    combines: bool = False
    budget_left: Decimal | None = None


class DealLine(Value, frozen=True):
    """A line of goods with its rounded amount as the buyer sees prices.

    `shown` is what one of the market's money is for this buyer (0.8 for one who sees prices without 25 % VAT), `net` what
    one of the buyer's is without VAT. `campaign` is how a campaign has its price already: nothing, `alone` or `together`.
    """

    key: str
    product_id: int
    quantity: Decimal
    amount: Decimal
    shown: Decimal = Decimal(1)
    net: Decimal = Decimal(1)
    campaign: str = ""


@dataclass(slots=True)
class Taken:
    """What the deals of a cart come to. `used` holds the net amount each took, 0 for freight and gifts."""

    allowances: dict[str, list[Allowance]] = field(default_factory=dict)
    used: dict[int, Decimal] = field(default_factory=dict)
    free_freight: str = ""
    gifts: list[Gift] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)


def apply_deals(
    lines: Sequence[DealLine], deals: Sequence[Deal], fitting: Mapping[int, frozenset[str]], currency: str
) -> Taken:
    """Return what deals take off lines, and what else they give. `fitting` names the lines each deal is for.

    They count in the order set, multiple, cart, and within one kind the older first. One that combines counts on goods whose
    other campaigns combine too, one that does not only where there is no other. What is taken off is shared by the goods
    it was earned with in proportion to their amounts, so that each bears its part when some are sent back. Free freight
    and gifts count beside all others.
    """
    state = _Cart(lines, currency)
    for deal in sorted(deals, key=lambda one: (ORDER[one.kind], one.id)):
        members = [line for line in lines if line.key in fitting.get(deal.id, frozenset())]
        if deal.kind in {"freight", "gift"}:
            state.give(deal, members)
        elif usable := [line for line in members if state.is_open(line, deal)]:
            state.take(deal, usable)
    return state.taken


class _Cart:
    """A cart while deals are taken off it."""

    def __init__(self, lines: Sequence[DealLine], currency: str) -> None:
        self.currency = currency
        self.left = {line.key: line.amount for line in lines}
        self.marks = {line.key: line.campaign for line in lines}
        self.taken = Taken()

    def is_open(self, line: DealLine, deal: Deal) -> bool:
        mark = self.marks[line.key]
        return line.amount > ZERO and (not mark or (mark == "together" and deal.combines))

    def give(self, deal: Deal, members: Sequence[DealLine]) -> None:
        """Free the freight or give the gift, once the goods come to enough."""
        if not members or self._is_missing(deal, members):
            return
        if deal.kind == "freight":
            self.taken.free_freight = self.taken.free_freight or deal.name
        elif deal.gift_id is not None:
            self.taken.gifts.append(Gift(deal.id, deal.name, deal.gift_id))
        self.taken.used[deal.id] = ZERO

    def take(self, deal: Deal, lines: Sequence[DealLine]) -> None:
        """Take a deal off its lines, if the goods come to enough and its budget still holds."""
        if self._is_missing(deal, lines):
            return
        weights, total = {"set": self._set, "multiple": self._multiple, "cart": self._off_cart}[deal.kind](deal, lines)
        total = min(total, add_up(self.left[line.key] for line in lines))
        if total <= ZERO:
            return
        shares = distribute(total, weights, self.currency)
        shares = [min(share, self.left[line.key]) for line, share in zip(lines, shares, strict=True)]
        net = add_up(share * line.net for line, share in zip(lines, shares, strict=True))
        if deal.budget_left is not None and net > deal.budget_left:
            return
        for line, share in zip(lines, shares, strict=True):
            if share > ZERO:
                self.left[line.key] -= share
                self.marks[line.key] = "together" if deal.combines else "alone"
                self.taken.allowances.setdefault(line.key, []).append(Allowance(deal.id, deal.name, share))
        self.taken.used[deal.id] = round_amount(net, self.currency)

    def _is_missing(self, deal: Deal, lines: Sequence[DealLine]) -> bool:
        """Tell whether the goods come to less than the deal asks for; says how much is missing."""
        missing = deal.minimum - add_up(self.left[line.key] / line.shown for line in lines)
        if missing <= ZERO:
            return False
        shown = add_up(line.amount for line in lines) / add_up(line.amount / line.shown for line in lines)
        amount = round_amount(missing * shown, self.currency)
        self.taken.hints.append(Hint(deal.id, deal.kind, deal.name, amount=amount))
        return True

    def _each(self, line: DealLine) -> Decimal:
        return self.left[line.key] / line.quantity

    def _multiple(self, deal: Deal, lines: Sequence[DealLine]) -> tuple[list[Decimal], Decimal]:
        """Of every `buy` articles `buy - pay` are free: the cheapest of all."""
        pieces = {line.key: _whole(line.quantity) for line in lines}
        counted = sum(pieces.values())
        free = counted // deal.buy * (deal.buy - deal.pay)
        if rest := counted % deal.buy:
            self.taken.hints.append(Hint(deal.id, deal.kind, deal.name, pieces=deal.buy - rest))
        total = ZERO
        for line in sorted(lines, key=lambda one: (self._each(one), one.key)):
            given = min(free, pieces[line.key])
            total += given * self._each(line)
            free -= given
        return [self.left[line.key] for line in lines], round_amount(total, self.currency)

    def _set(self, deal: Deal, lines: Sequence[DealLine]) -> tuple[list[Decimal], Decimal]:
        """One of each product makes a set; the dearest of each count first."""
        there = dict.fromkeys(deal.product_ids, 0)
        for line in lines:
            there[line.product_id] += _whole(line.quantity)
        sets = min(there.values(), default=0)
        if not sets:
            if any(there.values()):
                missing = sum(1 for pieces in there.values() if not pieces)
                self.taken.hints.append(Hint(deal.id, deal.kind, deal.name, pieces=missing))
            return [ZERO] * len(lines), ZERO
        wanted, worth = dict.fromkeys(deal.product_ids, sets), {}
        for line in sorted(lines, key=lambda one: (-self._each(one), one.key)):
            pieces = min(wanted[line.product_id], _whole(line.quantity))
            wanted[line.product_id] -= pieces
            worth[line.key] = pieces * self._each(line)
        whole = add_up(worth.values())
        if deal.amount is not None:
            shown = whole / add_up(worth[line.key] / line.shown for line in lines) if whole else Decimal(1)
            total = whole - deal.amount * sets * shown
        else:
            total = whole * (deal.percent or ZERO) / HUNDRED
        return [worth[line.key] for line in lines], round_amount(total, self.currency)

    def _off_cart(self, deal: Deal, lines: Sequence[DealLine]) -> tuple[list[Decimal], Decimal]:
        weights = [self.left[line.key] for line in lines]
        whole = add_up(weights)
        if deal.amount is None:
            return weights, round_amount(whole * (deal.percent or ZERO) / HUNDRED, self.currency)
        market = add_up(self.left[line.key] / line.shown for line in lines)
        return weights, round_amount(min(deal.amount, market) * whole / market if market else ZERO, self.currency)


def _whole(quantity: Decimal) -> int:
    """Return how many whole articles a quantity holds: half a metre of cable is none."""
    return int(quantity.to_integral_value(ROUND_FLOOR))
