"""Sequence: whether steps have an order that both sides can take."""
