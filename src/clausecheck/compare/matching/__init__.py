"""Which sentence of one text is which of another, and what only moved."""
