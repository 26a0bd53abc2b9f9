"""Search: text, identifiers, facets and order within what a buyer may buy."""
