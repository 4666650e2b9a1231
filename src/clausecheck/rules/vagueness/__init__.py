"""Words that leave the question open."""
