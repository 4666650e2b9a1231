"""Choosing among alternatives of which nothing is known but what an oracle answers.

Nothing here knows of texts. There are decisions, numbered from 0, each with so many options; an
assignment gives the option of each. An oracle says which effects an assignment has. The contract:

- `rows` are the assignments to ask about first: so few that hundreds of decisions are no trouble,
  and yet every choice is among them with every other.
- `Learner` says of an effect which choices bring it about, as a tree of decisions. What the tree
  says of an assignment that was asked about is what the oracle said.
- `causes` turns a tree into the smallest sets of choices.
- `front` gives the assignments that no other beats, for costs that hang on such trees.

The same questions give the same answers: ties go to the lower number. Nothing tries out all
assignments, of which there are 2ⁿ, unless they are few.
"""
