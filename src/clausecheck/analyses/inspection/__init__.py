"""Who looks, how, and whether it is soon enough."""
