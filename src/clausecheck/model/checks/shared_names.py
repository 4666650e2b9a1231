"""Names by which two are called, as slips: of each sentence it is then open whom it binds."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import nodes
from clausecheck.model.names import Names, called, headed
from clausecheck.model.resolve import every_block
from clausecheck.syntax.slip import Slip


def shared_names(declaration: nodes.Declaration, names: Names) -> Iterator[Slip]:
    """Yield what one is `also called:` and another is named, titled or called."""
    taken = {
        form.lower(): (actor.name, actor.span)
        for actor in names.actors.values()
        if actor.span is not None
        for form in (actor.title, actor.name)
        if form
    }
    for block in every_block(declaration):
        for heading, labels in headed(block):
            own = heading.name.text if heading.name is not None else ""
            for phrase, text in called(labels):
                whose, first = taken.setdefault(text.lower(), (own, phrase.span))
                if whose != own:
                    what = f"`{text}` is somebody else's name"
                    offer = "leave it out, or give one of the two another name"
                    related = ((first, f"it is `{whose}`"),)
                    yield Slip("duplicate-name", phrase.span, what, offer, related=related)
