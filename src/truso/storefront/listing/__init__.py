"""Lists of goods: a category, a brand, a search. Their addresses, filters and tables."""
