"""What the panel and the tables say of each node and link: plain values, in the page's language."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl

from samverkansgraf.dates import in_words, is_edtf
from samverkansgraf.differing_claims import RELATIONS
from samverkansgraf.disagreements import disagreements
from samverkansgraf.pictures.legend import certainty_name, sector_name
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.pictures.texts import counted, text
from samverkansgraf.properties import property_name
from samverkansgraf.vocabulary import CONCEPTS, iri, sg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.measured import Measured
    from samverkansgraf.pictures.names import Names
    from samverkansgraf.pictures.scene import LinkFigure, NodeFigure, Scene
    from samverkansgraf.project import Language

_WHERE: Final = re.compile(r"(par|p|c)(\d+(?:-\d+)?)")
_STANDINGS: Final = {sg(name): name for name in CONCEPTS["standing"]}
_KINDS: Final = ("organisation", "unit", "collective", "person")


class Fact(NamedTuple):
    """A term and its values; ``own`` if they are words of the project, in its language."""

    term: str
    values: list[str]
    own: bool


class Proof(NamedTuple):
    """One piece of evidence: the phrase and what is known of it."""

    quote: str | None
    facts: list[Fact]


class Part(NamedTuple):
    """
    One participation: role and certainty (IRI and name), what is known of it, its evidence.

    ``years`` are the first and the last in which it may have gone on; ``None`` where that is open.
    """

    role: str | None
    role_name: str
    certainty: str | None
    certainty_name: str
    facts: list[Fact]
    evidence: list[Proof]
    years: tuple[int | None, int | None] = (None, None)


class NodeContent(NamedTuple):
    """
    A node in words. ``summary`` is what is announced when it is chosen.

    ``places`` and ``themes`` are the IRIs of an initiative's, to filter by.
    """

    summary: str
    aliases: list[str]
    facts: list[Fact]
    evidence: list[Proof]
    places: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


class Matter(NamedTuple):
    """What sources say differently of one thing: the property, and each value with its source."""

    which: str
    said: list[tuple[str, str | None]]


class Content:
    """
    All that a picture says in words.

    Parameters
    ----------
    drawn
        The figures.
    frames
        What is known of them.
    names
        Labels in the page's language.
    language
        The page's language.
    measured
        What is measured of the nodes; nothing unless given.
    """

    def __init__(
        self,
        drawn: Scene,
        frames: Frames,
        names: Names,
        language: Language,
        measured: Measured | None = None,
    ) -> None:
        self._names = names
        self._measures = measured.of_nodes if measured else {}
        self._language: Language = language
        self._actors = _by(frames.actors, "actor")
        self._initiatives = _by(frames.initiatives, "initiative")
        self._participations = _by(frames.participations, "participation")
        self._claims = _by(frames.claims, "claim")
        self._sources = _by(frames.sources, "source")
        self._evidence = _by(frames.evidence, "evidence")
        self._through = _by(frames.second_hand, "evidence")
        self._standings = {
            (evidence, initiative): standing
            for evidence, initiative, standing in frames.standings.select(
                "evidence", "initiative", "standing"
            ).iter_rows()
        }
        self._placements: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in frames.placements.sort("placement").iter_rows(named=True):
            self._placements[row["initiative"]].append(row)
        self._disagreements: defaultdict[str, dict[str, Matter]] = defaultdict(dict)
        for row in disagreements(frames).iter_rows(named=True):
            matters = self._disagreements[row["about"]]
            said = matters.setdefault(row["matter"], Matter(row["property"], [])).said
            if (one := (row["value"], row["source"])) not in said:  # several phrases of one source
                said.append(one)
        self._names_in_time: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        named = frames.statements.filter(pl.col("property") == iri("skos:altLabel"))
        for row in named.sort(
            pl.coalesce("start_earliest", "end_latest"), "value", "statement", nulls_last=True
        ).iter_rows(named=True):
            self._names_in_time[row["about"]].append(row)
        self._replies: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in frames.replies.sort("date", "text", "reply").iter_rows(named=True):
            self._replies[row["about"]].append(row)
        degrees: defaultdict[str, int] = defaultdict(int)
        for link in drawn.links:
            degrees[link.start.iri] += 1
            degrees[link.end.iri] += 1
        self.nodes = {node.key: self._node(node, degrees[node.iri]) for node in drawn.nodes}
        self.links = {link.key: self._link(link) for link in drawn.links}

    def _say(self, key: str, **values: object) -> str:
        return text(key, self._language, **values)

    def _fact(self, term: str, values: Iterable[str | None] | None, *, own: bool = False) -> list[Fact]:
        """Return a fact where there is something to say."""
        said = [value for value in values or () if value]
        return [Fact(self._say(term), said, own)] if said else []

    def _node(self, node: NodeFigure, degree: int) -> NodeContent:
        links = counted("count_links", degree, self._language)
        if node.kind == "actor":
            row = self._actors.get(node.iri, {})
            kind = row.get("kind")
            word = self._say(f"kind_{kind}") if kind in _KINDS else self._say("not_given")
            sector = sector_name(node.sector, self._names, self._language)
            facts = [*self._actor_facts(row, word, sector), *self._measured(node.iri)]
            return NodeContent(f"{node.label}, {sector}, {links}", _aliases(row), facts, [])
        row = self._initiatives.get(node.iri, {})
        word = self._names.concept(row["kind"]) if row.get("kind") else self._say("kind_initiative")
        evidence = [self._proof(one, node.iri) for one in sorted(row.get("evidence") or ())]
        summary = f"{node.label}, {self._say('kind_initiative')}, {links}"
        facts = [*self._initiative_facts(node, row, word), *self._measured(node.iri)]
        places = {one["place"] for one in self._placements[node.iri]}
        return NodeContent(
            summary,
            _aliases(row),
            facts,
            evidence,
            tuple(sorted(places)),
            tuple(sorted(row.get("themes") or ())),
        )

    def _measured(self, iri: str) -> list[Fact]:
        """Return the measures of a node, each with its uncertainty."""
        return [Fact(name, values, own=False) for name, values in self._measures.get(iri, ())]

    def _actor_facts(self, row: Mapping[str, Any], kind: str, sector: str) -> list[Fact]:
        names = self._names
        return [
            *self._fact("sector", [] if self._contested(row.get("actor"), "sg:sector") else [sector]),
            *self._fact("kind", [kind]),
            *self._fact("names_in_time", self._dated_names(row.get("actor")), own=True),
            *self._fact("aliases", self._undated_names(row), own=True),
            *self._fact("part_of", names.all_things(row.get("part_of")), own=True),
            *self._fact("owner", names.all_things(row.get("owner")), own=True),
            *self._fact("identifier", [row.get("identifier")]),
            *self._differing(row.get("actor")),
            *self._replies_to(row.get("actor")),
        ]

    def _initiative_facts(self, node: NodeFigure, row: Mapping[str, Any], kind: str) -> list[Fact]:
        names = self._names
        about, status = node.iri, row.get("status")
        if self._contested(about, "sg:status"):
            status = None
        if self._contested(about, "dct:type"):
            kind = ""
        dated = not self._contested(about, "sg:start") and not self._contested(about, "sg:end")
        return [
            *self._fact("kind", [kind, self._say("set") if node.double else None]),
            *self._fact("aliases", _aliases(row), own=True),
            *self._fact("status", [names.concept(status)] if status else ()),
            *self._fact("dates", [self._period(row)] if dated else []),
            *self._fact("places", [self._place(one) for one in self._placements[node.iri]], own=True),
            *self._fact("themes", names.all_things(row.get("themes")), own=True),
            *self._fact("description", [row.get("description")], own=True),
            *self._fact("aims", row.get("aims"), own=True),
            *self._fact("principles", row.get("principles"), own=True),
            *self._fact("activities", row.get("activities"), own=True),
            *self._fact("methods", row.get("methods"), own=True),
            *self._fact("part_of", names.all_things(row.get("part_of")), own=True),
            *self._fact("strengthens", names.all_things(row.get("strengthens")), own=True),
            *self._fact("related", names.all_things(row.get("related")), own=True),
            *self._fact("constitutes", names.all_things(row.get("constitutes")), own=True),
            *self._differing(about),
            *self._replies_to(about),
        ]

    def _contested(self, about: str | None, which: str) -> bool:
        """Say whether sources disagree on a property; then no value of it stands alone."""
        return any(matter.which == iri(which) for matter in self._disagreements.get(about or "", {}).values())

    def _differing(self, about: str | None) -> list[Fact]:
        """Return what sources say differently of a thing, the values side by side with their sources."""
        matters = self._disagreements.get(about or "", {}).values()
        return [
            Fact(self._matter(which), [self._by_source(*one) for one in said], own=False)
            for which, said in matters
        ]

    def _matter(self, which: str) -> str:
        if which in RELATIONS.values():
            return self._say("differ_disputed" if which == RELATIONS["disputes"] else "differ_claims")
        return self._say("differ", property=property_name(which, self._language))

    def _by_source(self, value: str, source: str | None) -> str:
        """Return a value with its source and the source's date."""
        claim = self._claims.get(value)
        said = self._claim(claim) if claim else self._value(value)
        if source is None:
            return said
        date, title = self._date(self._sources.get(source, {}).get("date")), self._names.thing(source)
        if claim:
            return self._say("claim_by", claim=said, source=f"{title}, {date}" if date else title)
        return self._say("value_by", value=said, source=f"{title} ({date})" if date else title)

    def _claim(self, row: Mapping[str, Any]) -> str:
        """Return a claim in the page's language with those who assert it."""
        said = (row["text_en"] if self._language == "en" else None) or row["text"] or row["text_en"] or ""
        who = ", ".join(self._names.all_things(row["asserted_by"]))
        return self._say("claim_of", text=said, who=who) if who else said

    def _replies_to(self, about: str | None) -> list[Fact]:
        """Return the replies on a thing, and on the claims that differ about it."""
        matters = self._disagreements.get(about or "", {}).values()
        claims = sorted({value for _, said in matters for value, _ in said if value in self._claims})
        replies = [row for thing in (about or "", *claims) for row in self._replies.get(thing, ())]
        said = [
            self._say("reply_by", text=row["text"], who=row["from"], date=self._date(row["date"]))
            for row in replies
        ]
        return self._fact("reply", said, own=True)

    def _value(self, value: str) -> str:
        """Return a value in words: a name, a date, or as it is written."""
        names = self._names
        return names.concepts.get(value) or names.things.get(value) or self._date(value) or value

    def _undated_names(self, row: Mapping[str, Any]) -> list[str]:
        """Return an actor's other names that no statement dates."""
        dated = {one["value"] for one in self._names_in_time.get(row.get("actor") or "", ())}
        return [alias for alias in _aliases(row) if alias not in dated]

    def _dated_names(self, actor: str | None) -> list[str]:
        """Return the names a thing has had, each with its dates, in order of time."""
        said = []
        for row in self._names_in_time.get(actor or "", ()):
            period = self._period(row)
            said.append(f"{row['value']} ({period})" if period else row["value"])
        return list(dict.fromkeys(said))

    def _place(self, placement: Mapping[str, Any]) -> str:
        """Return a placement's place, with what limits it."""
        limits = [placement["scope"], self._period(placement)]
        if placement["certainty"] and placement["certainty"] != sg("Stated"):
            limits.insert(0, self._names.concept(placement["certainty"]))
        said = ", ".join(limit for limit in limits if limit)
        place = self._names.thing(placement["place"])
        return f"{place} ({said})" if said else place

    def _link(self, link: LinkFigure) -> list[Part]:
        parts = []
        for participation in link.participations:
            row = self._participations.get(participation)
            if row is not None:
                parts.append(self._part(row, link.end.iri))
        if not parts:  # a network made by hand, with no frames behind its edges
            parts = [
                Part(
                    role,
                    self._names.concept(role) if role else self._say("not_given"),
                    link.certainty,
                    certainty_name(link.certainty, self._names, self._language),
                    [],
                    [],
                )
                for role in link.roles or (None,)
            ]
        order = {role: number for number, role in enumerate(self._names.in_order("role", link.roles))}
        return sorted(parts, key=lambda part: order.get(part.role or "", len(order)))

    def _part(self, row: Mapping[str, Any], initiative: str) -> Part:
        names = self._names
        role, influence = row["role"], row["influence"]
        facts = [
            *self._fact("scope", [row["scope"]], own=True),
            *self._fact("influence", [names.concept(influence)] if influence else ()),
            *self._fact("dates", [self._period(row)]),
            *self._fact("places", names.all_things(row["places"]), own=True),
            *self._fact("themes", names.all_things(row["themes"]), own=True),
            *self._fact("amount", [self._amount(row["amount"], row["currency"])]),
        ]
        return Part(
            role,
            names.concept(role) if role else self._say("not_given"),
            row["certainty"],
            certainty_name(row["certainty"], names, self._language),
            facts,
            [self._proof(one, initiative) for one in sorted(row["evidence"] or ())],
            self._years(row, self._initiatives.get(initiative, {})),
        )

    @staticmethod
    def _years(*rows: Mapping[str, Any]) -> tuple[int | None, int | None]:
        """Return the years outside which something surely did not go on, from the first row that knows."""
        starts = (row.get("start_earliest") for row in rows)
        ends = (row.get("end_latest") for row in rows)
        start = next((day for day in starts if day is not None), None)
        end = next((day for day in ends if day is not None), None)
        return (start.year if start else None, end.year if end else None)

    def proof(self, iri: str) -> Proof:
        """Return a piece of evidence by itself."""
        return self._proof(iri, None)

    def _proof(self, iri: str, initiative: str | None) -> Proof:
        """Return a piece of evidence, with its standing towards an initiative."""
        row = self._evidence.get(iri, {})
        source = self._sources.get(row.get("source") or "", {})
        title = self._names.thing(row["source"]) if row.get("source") else None
        standing = self._standings.get((iri, initiative)) if initiative else None
        return Proof(
            row.get("quote") or None,
            [
                *self._fact("source", [title], own=True),
                *self._fact("source_date", [self._date(source.get("date"))]),
                *self._fact("where", [self._where(row.get("where"))]),
                *self._fact(
                    "speaker", [self._names.thing(row["speaker"]) if row.get("speaker") else None], own=True
                ),
                *self._fact("standing", [self._standing(standing)]),
                *self._fact("second_hand", [self._second_hand(iri)]),
                *self._fact("source_address", [source.get("url")]),
            ],
        )

    def _standing(self, standing: str | None) -> str | None:
        """Return a standing in the words that say no more than it means."""
        if standing is None:
            return None
        return self._say(_STANDINGS[standing]) if standing in _STANDINGS else self._names.concept(standing)

    def _second_hand(self, evidence: str) -> str | None:
        """Say through whom words are known whose original nobody has read."""
        row = self._through.get(evidence)
        if row is None:
            return None
        through = self._names.all_things(row["through"])
        return (
            self._say("second_hand_through", through=", ".join(through))
            if through
            else self._say("second_hand_plain")
        )

    def _where(self, where: str | None) -> str | None:
        """Return a place in a source in words."""
        found = _WHERE.fullmatch(where or "")
        return self._say(f"where_{found[1]}", n=found[2].replace("-", "–")) if found else where

    def _date(self, written: str | None) -> str | None:
        """Return an EDTF date in words, what is no date as written."""
        return in_words(written, self._language) if written and is_edtf(written) else written

    def _period(self, row: Mapping[str, Any]) -> str | None:
        """Return a start and an end in words, ``None`` where neither is known."""
        start, end = self._date(row.get("start")), self._date(row.get("end"))
        if start and end:
            return self._say("from_until", start=start, end=end)
        if start:
            return self._say("from", start=start)
        return self._say("until", end=end) if end else None

    def _amount(self, amount: float | None, currency: str | None) -> str | None:
        """Return an amount as the language writes it."""
        if amount is None:
            return None
        said = f"{amount:,.2f}".removesuffix(".00")
        if self._language != "en":
            said = said.replace(",", "\u00a0").replace(".", ",")
        return f"{said} {currency}" if currency else said


def _aliases(row: Mapping[str, Any]) -> list[str]:
    """Return a thing's other names in alphabetical order."""
    return sorted(row.get("aliases") or (), key=swedish_order)


def _by(frame: pl.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a frame by a key; of several with the same key, the first."""
    rows: dict[str, dict[str, Any]] = {}
    for row in frame.iter_rows(named=True):
        rows.setdefault(row[key], row)
    return rows
