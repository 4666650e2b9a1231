"""The vocabulary of a run: the package's own, the project's, and what is named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausecheck.cli.trees import DISK
from clausecheck.findings import Failure

if TYPE_CHECKING:
    from clausecheck.cli.configuration import Configuration
    from clausecheck.cli.options import VocabularyOptions
    from clausecheck.cli.trees import Tree
    from clausecheck.vocabulary import Vocabulary

_PROJECT_FILE = "vocabulary.toml"


Texts = tuple[tuple[str, str], ...]
"""Files of terms, each by its name and what it holds, in the order in which they are read."""


def vocabulary_of(
    options: VocabularyOptions, limit: int, configuration: Configuration
) -> Vocabulary:
    """Return the vocabulary that the options ask for, from files of at most `limit` bytes.

    Raises:
        click.ClickException: A file cannot be read or says something wrong.
    """
    return vocabulary_from(vocabulary_texts(options, limit, configuration))


def vocabulary_texts(
    options: VocabularyOptions, limit: int, configuration: Configuration, tree: Tree = DISK
) -> Texts:
    """Return the files of terms that the options ask for, of at most `limit` bytes each.

    The project's own comes first, then what the configuration names, then what
    the command line does.

    Raises:
        click.ClickException: A file cannot be read.
    """
    texts = []
    for path in vocabulary_paths(options, configuration, tree):
        content = tree.read(path, limit)
        if isinstance(content, Failure):
            message = f"{content.path}: {content.message}"
            raise click.ClickException(message)
        texts.append((content.source.name, content.source.text))
    return tuple(texts)


def vocabulary_from(texts: Texts) -> Vocabulary:
    """Return the package's own vocabulary with the terms that files add.

    Raises:
        click.ClickException: A file says something wrong. The run ends: with
            other words than those meant, findings would be false.
    """
    from clausecheck.vocabulary import load

    vocabulary, problems = load(texts)
    if problems:
        message = "\n".join(
            ":".join(str(part) for part in (problem.path, problem.line) if part is not None)
            + f": {problem.message}"
            for problem in problems
        )
        raise click.ClickException(message)
    return vocabulary


def vocabulary_paths(
    options: VocabularyOptions, configuration: Configuration, tree: Tree
) -> list[Path]:
    """Return each file once, the project's first."""
    project = [] if options["isolated"] else _project_file(tree)
    configured = map(configuration.path_of, configuration.words("vocabulary"))
    paths = [*project, *configured, *map(Path, options["vocabulary"])]
    return list({os.path.normpath(Path.cwd() / path): path for path in paths}.values())


def _project_file(tree: Tree) -> list[Path]:
    """Return the nearest file from the current folder up to the project's root.

    The root is the folder that holds `.git`. Outside a project only the current
    folder counts, as a folder above may belong to somebody else.
    """
    here = Path.cwd()
    root = tree.root(here)
    within = [each for each in (here, *here.parents) if each.is_relative_to(root)]
    paths = [folder / _PROJECT_FILE for folder in within]
    return [Path(os.path.relpath(path)) for path in paths if tree.present(path)][:1]
