"""Writing a file so that it is never half written."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: all of the new bytes are there, or all of the old ones.

    Its permissions and its owner stay. A link is written through. What is no
    regular file, as `/dev/null`, is written to and not replaced.

    Raises:
        OSError: It cannot be written; the file is as it was.
    """
    try:
        before = path.stat()
    except FileNotFoundError:
        before = None
    if before and not stat.S_ISREG(before.st_mode):
        path.write_bytes(data)
        return
    real = path.resolve()
    if before:
        # Replacing asks leave of the folder alone, so that of the file is asked here. To
        # the superuser all is open, but a file marked as read-only is still left as it is.
        if not before.st_mode & _WRITABLE:
            raise PermissionError(errno.EACCES, "it is read-only")
        if not os.access(real, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    descriptor, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name[:32]}.")
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
            _make_alike(descriptor, before)
        new.replace(real)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def why_not(path: Path, error: OSError) -> str:
    """Return why a file could not be written, in words that say what to do where that is known."""
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {path.parent.as_posix()}; make it first"
    return error.strerror or str(error)


def _make_alike(descriptor: int, before: os.stat_result | None) -> None:
    """Give a new file the permissions and, where we may, the owner of the one it replaces."""
    if before is None:
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(descriptor, 0o666 & ~mask)
        return
    with suppress(PermissionError):
        os.fchown(descriptor, before.st_uid, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))
