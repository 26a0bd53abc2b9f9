"""Lists kept for later: favorites, one's own and the company's, carts put aside."""
