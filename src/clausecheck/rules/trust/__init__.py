"""Trust: what builds it, and what takes it for granted."""
