"""What is asked of paths before anything else is imported."""

from __future__ import annotations

import os
from pathlib import Path


def project_root(folder: Path) -> Path:
    """Return the nearest folder from this one upwards that holds `.git`, or else this one."""
    folders = (folder, *folder.parents)
    return next((each for each in folders if (each / ".git").exists()), folder)


def without_waiting(path: str, flags: int) -> int:
    """Open a file for `open`, be it no pipe that waits for a writer and no link."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
