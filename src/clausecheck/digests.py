"""blake2b without OpenSSL: to load that takes longer than to hash all that is hashed here.

Python's own `random` takes its hash from beside `hashlib` too, for the same reason.
"""

try:
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - an interpreter that keeps it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
