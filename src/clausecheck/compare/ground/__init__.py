"""What is held side by side: sentences with their labels, freed of names and numbers."""
