"""Sanctions: relief and pressure, and what either is tied to."""
