"""What is ordered, forbidden and allowed, and on what it hangs."""
