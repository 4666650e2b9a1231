"""Makes the tables of grammar, essays and vocabulary whenever the package is built or installed."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # as many as the release has
    """Hatchling's hook: runs before a wheel, editable or not, is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's
        """Write what the wheel takes along: both `tables.json`, and `essays.json`."""
        if self.target_name != "wheel":
            return
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            importlib.import_module("clausecheck.syntax.tables").write()
            importlib.import_module("clausecheck.essays").write()
            tables = importlib.import_module("clausecheck.vocabulary").build_tables()
        finally:
            sys.path.remove(str(source))
        kept = source / "clausecheck" / "vocabulary" / "tables.json"
        kept.write_text(tables, encoding="utf-8")
