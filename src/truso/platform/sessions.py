"""What a browser's session keeps, by name: the one list, for whoever writes and whoever reads it."""

HAT = "hat"
MARKET = "market"
VISITOR = "visitor"
PAYMENT = "payment"  # the payment begun last, and for which customer
