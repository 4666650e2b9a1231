"""Who looks, how, and how often."""
