"""What is made while the package is built: the tables of the grammar and of the vocabulary."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path(__file__).parent / "src"


class CustomBuildHook(BuildHookInterface[Any]):
    """Writes both tables into the package, so that a start reads them instead of making them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Make the tables with the package's own code, before any file is collected."""
        sys.path.insert(0, str(SOURCE))
        try:
            from clausecheck.syntax import tables  # noqa: PLC0415 - found where the line above says
            from clausecheck.vocabulary import build_tables  # noqa: PLC0415 - likewise
        finally:
            sys.path.remove(str(SOURCE))
        tables.write()
        vocabulary = SOURCE / "clausecheck" / "vocabulary" / "tables.json"
        vocabulary.write_text(build_tables(), encoding="utf-8")
