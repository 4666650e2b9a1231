"""Human rights: what recognition leaves unsaid."""
