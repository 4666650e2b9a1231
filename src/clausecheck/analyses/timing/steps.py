"""The sentences that stand in a timetable."""

from __future__ import annotations

from clausecheck.analyses.timing.by_themselves import done_by_words, keeps_up
from clausecheck.analyses.timing.moments import Moment
from clausecheck.analyses.timing.saying_when import reviews
from clausecheck.model.reading import Said
from clausecheck.model.sentences import ProvisionKind
from clausecheck.values import frozen


@frozen
class Step:
    """A sentence in the timetable.

    `kind` is that of its first provision; a `lasting` one is a prohibition, a permission, or a duty
    with a term or to keep up what there is.
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
        """Whether nobody has to begin it: a prohibition, or that something goes on as it is."""
        if self.kind == "prohibition" or keeps_up(self.said):
            return True
        by_nobody = self.said.meanings[0].who.how == "text" or self.kind == "statement"
        return self.lasting and by_nobody

    @property
    def done_by_words(self) -> bool:
        """Whether its own words do it."""
        return done_by_words(self.said)

    @property
    def done(self) -> bool:
        """Whether the reviewer calls it done."""
        return any(review.state == "done" for review in reviews(self.said.labels))
