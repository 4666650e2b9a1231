"""The program: files in, a report out, an exit status.

Every import that costs time waits until something needs it.
"""

from __future__ import annotations

import gc
import signal
import sys

_INTERRUPTED = 130
"""128 and the number of the signal, as shells report it."""


def main() -> None:
    """Run the program with the arguments it was started with, and exit.

    A reader that goes away (`clausecheck lint | head`) ends it as it ends any
    other tool in a pipe: silently, by the signal, which shells report as 141.
    """
    # A run is over before collecting pays: it takes a twentieth of a short one, and more as a long
    # text is put away. What has no cycles, as trees and findings, is freed all the same.
    gc.disable()
    if hasattr(signal, "SIGPIPE"):  # pragma: no branch - it has none on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        from clausecheck.cli.app import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:  # before click is there to notice it
        status = _INTERRUPTED
    # Python collects as it ends, whatever it was told, which takes a seventh of a short run: what
    # is frozen it leaves alone.
    gc.freeze()
    sys.exit(status)
