"""How a graph shows persons, and the quads in the graph that say so."""

from __future__ import annotations

from typing import Final, Literal

import pyoxigraph as ox

from samverkansgraf.graph.quads import IRI
from samverkansgraf.texts import LANGUAGES, catalogue
from samverkansgraf.vocabulary import iri, sg

#: ``named``: as the sources have them; ``by_role``: roles in the place of names; ``without_names``: no name anywhere.
ShownPersons = Literal["named", "by_role", "without_names"]

_CONCEPTS: Final[dict[ShownPersons, str]] = {
    "by_role": sg("ShownByRole"),
    "without_names": sg("ShownWithoutNames"),
}


def mark(base: str, shown: ShownPersons) -> list[tuple[str, str, str, str, str]]:
    """Return the quads that say how a graph shows persons, as a term and in words; none if by their names."""
    if shown == "named":
        return []
    graph = f"{base}graph/project"
    words = {language: catalogue("persons", language)[f"said.{shown}"] for language in LANGUAGES}
    return [
        (base, sg("personsShown"), _CONCEPTS[shown], IRI, graph),
        *((base, iri("dct:description"), said, f"@{language}", graph) for language, said in words.items()),
    ]


def shown_in(store: ox.Store, base: str) -> ShownPersons:
    """Return how a graph that was read says that it shows persons; of two ways the one that shows less."""
    found = store.quads_for_pattern(ox.NamedNode(base), ox.NamedNode(sg("personsShown")), None, None)
    said = {quad.object for quad in found}
    ways: tuple[ShownPersons, ...] = ("without_names", "by_role")
    return next((shown for shown in ways if ox.NamedNode(_CONCEPTS[shown]) in said), "named")
