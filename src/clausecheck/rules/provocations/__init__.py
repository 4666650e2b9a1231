"""Provocations: which acts, for how long."""
