"""A coverage-guided search for texts that break the program: `python -m tests.fuzz.guided FOLDER`.

FOLDER holds the texts to start from, as `clauses` does; what leads further is added to it, so give
it a copy. It takes libFuzzer's options as well, as in `-max_total_time=600 -max_len=4000`.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import atheris

with atheris.instrument_imports(include=["clausecheck"]):
    import clausecheck
    from tests.fuzz.program import everything

    for module in pkgutil.walk_packages(clausecheck.__path__, "clausecheck."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


if __name__ == "__main__":
    atheris.Setup(sys.argv, everything)
    atheris.Fuzz()
