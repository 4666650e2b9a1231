"""Overreach: more asked for, or sooner, than can be had."""
