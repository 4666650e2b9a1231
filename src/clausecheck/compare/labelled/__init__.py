"""What changed in the labelled lines below a sentence: times, checks, limits, answers."""
