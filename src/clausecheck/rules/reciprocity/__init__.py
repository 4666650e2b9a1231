"""Reciprocity: whether each side gives, and whether one pays in full first."""
