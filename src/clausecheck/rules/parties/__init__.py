"""Rules on who is bound, and who is not."""
