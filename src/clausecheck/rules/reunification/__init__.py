"""Unification: claims, goals and consent."""
