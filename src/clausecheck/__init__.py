"""A checker for draft peace declarations and treaties."""

__version__ = "0.1.0"
