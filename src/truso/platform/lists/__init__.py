"""How a member of staff wants a list: which columns, and views of it kept under a name."""
