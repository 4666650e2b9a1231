"""What changed around the clauses: head, declarations, brackets left open."""
