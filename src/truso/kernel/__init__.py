"""Values every room of the house shares: plain Python, no Django, no I/O."""
