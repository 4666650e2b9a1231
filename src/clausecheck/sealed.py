"""What is made ahead of a file and read at every start: JSON, sealed with what it was made from.

JSON cannot run anything. What is missing, damaged or made from another text is not read, and who
asks makes it anew, for that one run.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clausecheck.digests import blake2b


def read(path: str, made_from: bytes) -> Any:  # noqa: ANN401 - whatever was kept
    """Return what is kept there if it is whole and was made from this, else None."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path takes longer to make
            head, _, body = file.read().partition(b"\n")
    except OSError:
        return None
    body = body.removesuffix(b"}")
    return json.loads(body) if head == _head(made_from, body) else None


def write(path: str, made_from: bytes, made: object) -> None:
    """Keep what was made there, in one step: nobody reads half of it."""
    body = json.dumps(made, separators=(",", ":")).encode()
    unfinished = Path(path).with_suffix(".new")
    unfinished.write_bytes(b"%s\n%s}" % (_head(made_from, body), body))
    unfinished.replace(path)


def _head(made_from: bytes, body: bytes) -> bytes:
    return (
        b'{"seal":"%s","tables":' % blake2b(made_from + body, digest_size=32).hexdigest().encode()
    )
