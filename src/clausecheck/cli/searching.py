"""Where the options and the configuration together have drafts looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clausecheck.cli.files import Patterns, Search

if TYPE_CHECKING:
    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.options import ExcludeOptions, FileOptions


def search_of(options: FileOptions, configuration: Configuration) -> Search:
    """Return what the options ask to look for, less what the configuration leaves out."""
    return Search(
        paths=options["paths"],
        exclude=excluded(options, configuration),
        force_exclude=options["force_exclude"],
        input_name=options["stdin_filename"],
        allow_empty=options["allow_empty"],
    )


def excluded(options: ExcludeOptions, configuration: Configuration) -> tuple[Patterns, ...]:
    """Return the patterns of what is left out, by the options and by the configuration."""
    return (
        Patterns(options["exclude"]),
        Patterns(configuration.words("exclude"), configuration.folder),
    )
