"""Rules on what makes a text last."""
