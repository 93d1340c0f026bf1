"""What a row need not state because another row of the tables states it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.graph.predicates import SYMMETRIC
from samverkansgraf.graph.quads import IRI
from samverkansgraf.tables.columns import TABLES
from samverkansgraf.vocabulary import iri

if TYPE_CHECKING:
    from samverkansgraf.export.statements import Statements

#: (thing, predicate) -> (graph, object): what another row states too.
Elsewhere = dict[tuple[str, str], set[tuple[str, str]]]


def stated_by_others(said: Statements) -> Elsewhere:
    """Return what facts and former names state, and each link that its other end states."""
    elsewhere: Elsewhere = {}
    for thing in said.things("statement"):
        about, predicate = (
            said.one(thing, iri("rdf:subject"), IRI),
            said.one(thing, iri("rdf:predicate"), IRI),
        )
        if about and predicate:
            values = said.values(thing, iri("rdf:object"))
            elsewhere.setdefault((about, predicate), set()).update((v.graph, v.text) for v in values)
    for table, (_, predicate) in SYMMETRIC.items():
        for thing, links in _links_of_others(said, str(TABLES[table].word), predicate).items():
            elsewhere.setdefault((thing, predicate), set()).update(links)
    return elsewhere


def _links_of_others(said: Statements, word: str, predicate: str) -> dict[str, set[tuple[str, str]]]:
    """
    Return, by thing, the links (graph, other thing) that need not stand in its own rows.

    A link is written both ways and stands in a row of either end, whose source must be the link's. All
    rows of a thing hold the same list.
    """
    links = {
        thing: {(v.graph, v.text) for v in said.values(thing, predicate, IRI)}
        for thing in sorted(said.things(word))
    }
    proved = {thing: {graph for graph, _ in said.proofs(thing)} | {said.unsourced} for thing in links}
    mine: dict[str, set[tuple[str, str]]] = {thing: set() for thing in links}
    either: dict[str, set[tuple[str, str]]] = {thing: set() for thing in links}
    for thing, own in links.items():
        for graph, other in own:
            if (graph, thing) not in links.get(other, ()):
                continue  # one way only: a fact
            here, there = graph in proved[thing], graph in proved[other]
            if here and there:
                either[thing].add((graph, other))
            elif here or not there:
                mine[thing].add((graph, other))
    for thing, left in either.items():
        both = set(left)
        if _is_one_list(mine[thing] | both, links[thing]):
            mine[thing] |= both
            for graph, other in both:
                either[other].discard((graph, thing))
        else:
            for graph, other in both:
                mine[other].add((graph, thing))
                either[other].discard((graph, thing))
    return {thing: links[thing] - mine[thing] for thing in links}


def _is_one_list(stated: set[tuple[str, str]], links: set[tuple[str, str]]) -> bool:
    """Tell whether rows in these graphs could all hold one list."""
    return all((graph, other) in links for graph, _ in stated for _, other in stated)
