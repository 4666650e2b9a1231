"""Recognition, and the care taken to avoid it."""
