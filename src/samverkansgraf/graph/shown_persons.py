"""How a graph shows persons, and the sentence in the graph that says so."""

from __future__ import annotations

from typing import Literal

import pyoxigraph as ox

from samverkansgraf.texts import LANGUAGES, catalogue
from samverkansgraf.vocabulary import iri

#: ``named``: as the sources have them; ``by_role``: roles in the place of names; ``without_names``: no name anywhere.
ShownPersons = Literal["named", "by_role", "without_names"]


def said(shown: ShownPersons) -> dict[str, str]:
    """Return what a graph itself says of how it shows persons, and with it the files written of it, by language."""
    if shown == "named":
        return {}
    return {language: catalogue("persons", language)[f"said.{shown}"] for language in LANGUAGES}


def mark(base: str, shown: ShownPersons) -> list[tuple[str, str, str, str, str]]:
    """Return the quads that say how a graph shows persons."""
    graph = f"{base}graph/project"
    return [
        (base, iri("dct:description"), words, f"@{language}", graph)
        for language, words in said(shown).items()
    ]


def shown_in(store: ox.Store, base: str) -> ShownPersons:
    """Return how a graph that was read says that it shows persons."""
    found = store.quads_for_pattern(ox.NamedNode(base), ox.NamedNode(iri("dct:description")), None, None)
    words = {quad.object.value for quad in found if isinstance(quad.object, ox.Literal)}
    ways: tuple[ShownPersons, ...] = ("without_names", "by_role")
    return next((shown for shown in ways if words & set(said(shown).values())), "named")
