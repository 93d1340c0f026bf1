"""Evidence in words: the phrase, its source and place, who says it, through whom it is known, its standing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from samverkansgraf.pictures.facts import rows_by
from samverkansgraf.vocabulary import CONCEPTS, sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.facts import Fact, Facts

_WHERE: Final = re.compile(r"(par|p|c)(\d+(?:-\d+)?)")
_STANDINGS: Final = {sg(name): name for name in CONCEPTS["standing"]}


class Proof(NamedTuple):
    """One piece of evidence: the phrase and what is known of it."""

    quote: str | None
    facts: list[Fact]


class Proofs:
    """The evidence of a graph."""

    def __init__(self, frames: Frames, facts: Facts) -> None:
        self._facts = facts
        self._evidence = rows_by(frames.evidence, "evidence")
        self._sources = rows_by(frames.sources, "source")
        self._through = rows_by(frames.second_hand, "evidence")
        self._standings = {
            (evidence, initiative): standing
            for evidence, initiative, standing in frames.standings.select(
                "evidence", "initiative", "standing"
            ).iter_rows()
        }

    def proof(self, iri: str, initiative: str | None = None) -> Proof:
        """Return a piece of evidence; with its standing towards an initiative, if one is given."""
        row = self._evidence.get(iri, {})
        source = self._sources.get(row.get("source") or "", {})
        title = self._facts.names.thing(row["source"]) if row.get("source") else None
        standing = self._standings.get((iri, initiative)) if initiative else None
        return Proof(
            row.get("quote") or None,
            [
                *self._facts.fact("source", [title], own=True),
                *self._facts.fact("source_date", [self._facts.date(source.get("date"))]),
                *self._facts.fact("where", [self._where(row.get("where"))]),
                *self._facts.fact(
                    "speaker",
                    [self._facts.names.thing(row["speaker"]) if row.get("speaker") else None],
                    own=True,
                ),
                *self._facts.fact("standing", [self._standing(standing)]),
                *self._facts.fact("second_hand", [self._second_hand(iri)]),
                *self._facts.fact("source_address", [source.get("url")]),
            ],
        )

    def _standing(self, standing: str | None) -> str | None:
        """Return a standing in the words that say no more than it means."""
        if standing is None:
            return None
        return (
            self._facts.say(_STANDINGS[standing])
            if standing in _STANDINGS
            else self._facts.names.concept(standing)
        )

    def _second_hand(self, evidence: str) -> str | None:
        """Say through whom words are known whose original nobody has read."""
        row = self._through.get(evidence)
        if row is None:
            return None
        through = self._facts.names.all_things(row["through"])
        return (
            self._facts.say("second_hand_through", through=", ".join(through))
            if through
            else self._facts.say("second_hand_plain")
        )

    def _where(self, where: str | None) -> str | None:
        """Return a place in a source in words."""
        found = _WHERE.fullmatch(where or "")
        return self._facts.say(f"where_{found[1]}", n=found[2].replace("-", "–")) if found else where
