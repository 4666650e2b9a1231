"""Assurances of security: whether there is one, and what stands behind it."""
