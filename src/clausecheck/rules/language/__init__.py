"""How a text is written: what the reader of the language finds."""
