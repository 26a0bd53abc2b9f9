"""Two years of trade: planned as plain values, then written in bulk by the same rules the shop sells by."""
