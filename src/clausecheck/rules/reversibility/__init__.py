"""Breach, return and exit."""
