"""The same words for the same thing, in every clause and every language."""
