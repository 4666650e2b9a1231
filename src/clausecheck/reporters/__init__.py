"""Findings turned into text, one function a format.

Nothing is imported here, so that a run pays only for the format it writes.
"""
