"""The sentences that stand in a timetable."""

from __future__ import annotations

from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.saying_when import reviews
from clausecheck.model.reading import Said
from clausecheck.model.sentences import ProvisionKind
from clausecheck.values import frozen


@frozen
class Step:
    """A sentence in the timetable.

    `kind` is that of its first provision; a `lasting` one is a prohibition, a permission, or a duty
    with a term.
    """

    number: str
    said: Said
    kind: ProvisionKind
    lasting: bool
    conditional: bool

    @property
    def given(self) -> Moment:
        """The moment at which it is kept: a lasting one when it begins, another when complete."""
        return Moment(self.number, "begins" if self.lasting else "is complete")

    @property
    def holds_by_itself(self) -> bool:
        """Whether nobody has to begin it: a prohibition, or that the text remains in force."""
        return self.kind == "prohibition" or (
            self.lasting and self.said.meanings[0].who.how == "text"
        )

    @property
    def done(self) -> bool:
        """Whether the reviewer calls it done."""
        return any(review.state == "done" for review in reviews(self.said.labels))
