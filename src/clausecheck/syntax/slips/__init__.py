"""What a line that cannot be read may be meant as, and what to type for it."""
