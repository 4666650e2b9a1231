"""The field's terms, as data, and the reader of it.

`general.toml` holds what the texts of any war use; `korea.toml` what is Korean.
"""

from clausecheck.nearness import nearest
from clausecheck.vocabulary.entries import VocabularyProblem
from clausecheck.vocabulary.reader import build_tables, load
from clausecheck.vocabulary.terms import (
    KINDS,
    Act,
    ActorTerm,
    Grade,
    Kind,
    Match,
    Method,
    Object,
    Place,
    Term,
    Undo,
    Vague,
)
from clausecheck.vocabulary.vocabulary import Vocabulary

__all__ = [
    "KINDS",
    "Act",
    "ActorTerm",
    "Grade",
    "Kind",
    "Match",
    "Method",
    "Object",
    "Place",
    "Term",
    "Undo",
    "Vague",
    "Vocabulary",
    "VocabularyProblem",
    "build_tables",
    "load",
    "nearest",
]
