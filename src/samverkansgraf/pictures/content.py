"""What the panel and the tables say of each node and link: plain values, in the page's language."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl

from samverkansgraf.pictures.differing import Differing
from samverkansgraf.pictures.facts import Fact, Facts, rows_by
from samverkansgraf.pictures.legend import certainty_name, sector_name
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.pictures.proofs import Proof, Proofs
from samverkansgraf.pictures.texts import counted
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.measured import Measured
    from samverkansgraf.pictures.names import Names
    from samverkansgraf.pictures.scene import LinkFigure, NodeFigure, Scene
    from samverkansgraf.project import Language

_KINDS: Final = ("organisation", "unit", "collective", "person")


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
        self._facts = Facts(names, language)
        self._proofs = Proofs(frames, self._facts)
        self._differing = Differing(frames, self._facts)
        self._measures = measured.of_nodes if measured else {}
        self._actors = rows_by(frames.actors, "actor")
        self._initiatives = rows_by(frames.initiatives, "initiative")
        self._participations = rows_by(frames.participations, "participation")
        self._placements: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in frames.placements.sort("placement").iter_rows(named=True):
            self._placements[row["initiative"]].append(row)
        self._names_in_time: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        named = frames.statements.filter(pl.col("property") == iri("skos:altLabel"))
        for row in named.sort(
            pl.coalesce("start_earliest", "end_latest"), "value", "statement", nulls_last=True
        ).iter_rows(named=True):
            self._names_in_time[row["about"]].append(row)
        degrees: defaultdict[str, int] = defaultdict(int)
        for link in drawn.links:
            degrees[link.start.iri] += 1
            degrees[link.end.iri] += 1
        self.nodes = {node.key: self._node(node, degrees[node.iri]) for node in drawn.nodes}
        self.links = {link.key: self._link(link) for link in drawn.links}

    def proof(self, iri: str) -> Proof:
        """Return a piece of evidence by itself."""
        return self._proofs.proof(iri)

    def _node(self, node: NodeFigure, degree: int) -> NodeContent:
        links = counted("count_links", degree, self._facts.language)
        if node.kind == "actor":
            row = self._actors.get(node.iri, {})
            kind = row.get("kind")
            word = self._facts.say(f"kind_{kind}") if kind in _KINDS else self._facts.say("not_given")
            sector = sector_name(node.sector, self._facts.names, self._facts.language)
            facts = [*self._actor_facts(row, word, sector), *self._measured(node.iri)]
            return NodeContent(f"{node.label}, {sector}, {links}", _aliases(row), facts, [])
        row = self._initiatives.get(node.iri, {})
        word = (
            self._facts.names.concept(row["kind"]) if row.get("kind") else self._facts.say("kind_initiative")
        )
        evidence = [self._proofs.proof(one, node.iri) for one in sorted(row.get("evidence") or ())]
        summary = f"{node.label}, {self._facts.say('kind_initiative')}, {links}"
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
        names = self._facts.names
        return [
            *self._facts.fact(
                "sector", [] if self._differing.contested(row.get("actor"), "sg:sector") else [sector]
            ),
            *self._facts.fact("kind", [kind]),
            *self._facts.fact("names_in_time", self._dated_names(row.get("actor")), own=True),
            *self._facts.fact("aliases", self._undated_names(row), own=True),
            *self._facts.fact("part_of", names.all_things(row.get("part_of")), own=True),
            *self._facts.fact("owner", names.all_things(row.get("owner")), own=True),
            *self._facts.fact("identifier", [row.get("identifier")]),
            *self._differing.facts_about(row.get("actor")),
            *self._differing.replies_to(row.get("actor")),
        ]

    def _initiative_facts(self, node: NodeFigure, row: Mapping[str, Any], kind: str) -> list[Fact]:
        names = self._facts.names
        about, status = node.iri, row.get("status")
        if self._differing.contested(about, "sg:status"):
            status = None
        if self._differing.contested(about, "dct:type"):
            kind = ""
        dated = not self._differing.contested(about, "sg:start") and not self._differing.contested(
            about, "sg:end"
        )
        return [
            *self._facts.fact("kind", [kind, self._facts.say("set") if node.double else None]),
            *self._facts.fact("aliases", _aliases(row), own=True),
            *self._facts.fact("status", [names.concept(status)] if status else ()),
            *self._facts.fact("dates", [self._facts.period(row)] if dated else []),
            *self._facts.fact("places", [self._place(one) for one in self._placements[node.iri]], own=True),
            *self._facts.fact("themes", names.all_things(row.get("themes")), own=True),
            *self._facts.fact("description", [row.get("description")], own=True),
            *self._facts.fact("aims", row.get("aims"), own=True),
            *self._facts.fact("principles", row.get("principles"), own=True),
            *self._facts.fact("activities", row.get("activities"), own=True),
            *self._facts.fact("methods", row.get("methods"), own=True),
            *self._facts.fact("part_of", names.all_things(row.get("part_of")), own=True),
            *self._facts.fact("strengthens", names.all_things(row.get("strengthens")), own=True),
            *self._facts.fact("related", names.all_things(row.get("related")), own=True),
            *self._facts.fact("constitutes", names.all_things(row.get("constitutes")), own=True),
            *self._differing.facts_about(about),
            *self._differing.replies_to(about),
        ]

    def _undated_names(self, row: Mapping[str, Any]) -> list[str]:
        """Return an actor's other names that no statement dates."""
        dated = {one["value"] for one in self._names_in_time.get(row.get("actor") or "", ())}
        return [alias for alias in _aliases(row) if alias not in dated]

    def _dated_names(self, actor: str | None) -> list[str]:
        """Return the names a thing has had, each with its dates, in order of time."""
        said = []
        for row in self._names_in_time.get(actor or "", ()):
            period = self._facts.period(row)
            said.append(f"{row['value']} ({period})" if period else row["value"])
        return list(dict.fromkeys(said))

    def _place(self, placement: Mapping[str, Any]) -> str:
        """Return a placement's place, with what limits it."""
        limits = [placement["scope"], self._facts.period(placement)]
        if placement["certainty"] and placement["certainty"] != sg("Stated"):
            limits.insert(0, self._facts.names.concept(placement["certainty"]))
        said = ", ".join(limit for limit in limits if limit)
        place = self._facts.names.thing(placement["place"])
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
                    self._facts.names.concept(role) if role else self._facts.say("not_given"),
                    link.certainty,
                    certainty_name(link.certainty, self._facts.names, self._facts.language),
                    [],
                    [],
                )
                for role in link.roles or (None,)
            ]
        order = {role: number for number, role in enumerate(self._facts.names.in_order("role", link.roles))}
        return sorted(parts, key=lambda part: order.get(part.role or "", len(order)))

    def _part(self, row: Mapping[str, Any], initiative: str) -> Part:
        names = self._facts.names
        role, influence = row["role"], row["influence"]
        facts = [
            *self._facts.fact("scope", [row["scope"]], own=True),
            *self._facts.fact("influence", [names.concept(influence)] if influence else ()),
            *self._facts.fact("dates", [self._facts.period(row)]),
            *self._facts.fact("places", names.all_things(row["places"]), own=True),
            *self._facts.fact("themes", names.all_things(row["themes"]), own=True),
            *self._facts.fact("amount", [self._facts.amount(row["amount"], row["currency"])]),
        ]
        return Part(
            role,
            names.concept(role) if role else self._facts.say("not_given"),
            row["certainty"],
            certainty_name(row["certainty"], names, self._facts.language),
            facts,
            [self._proofs.proof(one, initiative) for one in sorted(row["evidence"] or ())],
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


def _aliases(row: Mapping[str, Any]) -> list[str]:
    """Return a thing's other names in alphabetical order."""
    return sorted(row.get("aliases") or (), key=swedish_order)
