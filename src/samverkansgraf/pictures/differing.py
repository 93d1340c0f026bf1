"""What sources say differently of a thing, in words, and what was replied to it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkansgraf.differing_claims import RELATIONS
from samverkansgraf.disagreements import disagreements
from samverkansgraf.pictures.facts import Fact, rows_by
from samverkansgraf.properties import property_name
from samverkansgraf.vocabulary import iri

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.facts import Facts


class Matter(NamedTuple):
    """What sources say differently of one thing: the property, and each value with its source."""

    which: str
    said: list[tuple[str, str | None]]


class Differing:
    """The disagreements of a graph, and the replies on what they are about."""

    def __init__(self, frames: Frames, facts: Facts) -> None:
        self._facts = facts
        self._claims = rows_by(frames.claims, "claim")
        self._sources = rows_by(frames.sources, "source")
        self._disagreements: defaultdict[str, dict[str, Matter]] = defaultdict(dict)
        for row in disagreements(frames).iter_rows(named=True):
            matters = self._disagreements[row["about"]]
            said = matters.setdefault(row["matter"], Matter(row["property"], [])).said
            if (one := (row["value"], row["source"])) not in said:  # several phrases of one source
                said.append(one)
        self._replies: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in frames.replies.sort("date", "text", "reply").iter_rows(named=True):
            self._replies[row["about"]].append(row)

    def contested(self, about: str | None, which: str) -> bool:
        """Say whether sources disagree on a property; then no value of it stands alone."""
        return any(matter.which == iri(which) for matter in self._disagreements.get(about or "", {}).values())

    def facts_about(self, about: str | None) -> list[Fact]:
        """Return what sources say differently of a thing, the values side by side with their sources."""
        matters = self._disagreements.get(about or "", {}).values()
        return [
            Fact(self._matter(which), [self._by_source(*one) for one in said], own=False)
            for which, said in matters
        ]

    def replies_to(self, about: str | None) -> list[Fact]:
        """Return the replies on a thing, and on the claims that differ about it."""
        matters = self._disagreements.get(about or "", {}).values()
        claims = sorted({value for _, said in matters for value, _ in said if value in self._claims})
        replies = [row for thing in (about or "", *claims) for row in self._replies.get(thing, ())]
        said = [
            self._facts.say("reply_by", text=row["text"], who=row["from"], date=self._facts.date(row["date"]))
            for row in replies
        ]
        return self._facts.fact("reply", said, own=True)

    def _matter(self, which: str) -> str:
        if which in RELATIONS.values():
            return self._facts.say("differ_disputed" if which == RELATIONS["disputes"] else "differ_claims")
        return self._facts.say("differ", property=property_name(which, self._facts.language))

    def _by_source(self, value: str, source: str | None) -> str:
        """Return a value with its source and the source's date."""
        claim = self._claims.get(value)
        said = self._claim(claim) if claim else self._value(value)
        if source is None:
            return said
        date, title = (
            self._facts.date(self._sources.get(source, {}).get("date")),
            self._facts.names.thing(source),
        )
        if claim:
            return self._facts.say("claim_by", claim=said, source=f"{title}, {date}" if date else title)
        return self._facts.say("value_by", value=said, source=f"{title} ({date})" if date else title)

    def _claim(self, row: Mapping[str, Any]) -> str:
        """Return a claim in the page's language with those who assert it."""
        said = (
            (row["text_en"] if self._facts.language == "en" else None) or row["text"] or row["text_en"] or ""
        )
        who = ", ".join(self._facts.names.all_things(row["asserted_by"]))
        return self._facts.say("claim_of", text=said, who=who) if who else said

    def _value(self, value: str) -> str:
        """Return a value in words: a name, a date, or as it is written."""
        names = self._facts.names
        return names.concepts.get(value) or names.things.get(value) or self._facts.date(value) or value
