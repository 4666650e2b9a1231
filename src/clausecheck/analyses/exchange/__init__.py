"""What is given for what, and what can be taken back."""
