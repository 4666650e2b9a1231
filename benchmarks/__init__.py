"""How long clausecheck takes, side by side with a checker of about the same ambition."""
