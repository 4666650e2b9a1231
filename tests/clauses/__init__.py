"""The texts in `clauses/`, held against what the fact sheet expects of them."""
