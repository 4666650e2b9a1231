"""Faults planted in real texts, and changes that are none: how many of each are reported."""
