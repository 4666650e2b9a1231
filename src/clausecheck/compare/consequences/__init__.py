"""What follows from the changes: objections, stances, and who is better or worse off."""
