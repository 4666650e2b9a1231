"""`python -m clausecheck`, the same as `clausecheck`."""

import os
import sys


def forget_current_folder() -> None:
    """Take the current folder, which Python puts first, from where modules are looked for.

    It may be the checkout that is checked, and a file there of a library's name
    would run. What is used here is loaded before Python looks into that folder.
    """
    first = os.path.realpath(sys.path[0])
    ours = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    if first == os.path.realpath(os.getcwd()) and first != ours:
        del sys.path[0]


if __name__ == "__main__":
    forget_current_folder()

    from clausecheck.cli import main

    main()
