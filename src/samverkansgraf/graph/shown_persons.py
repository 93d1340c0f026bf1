"""How a graph shows persons, and the sentence in the graph that says so."""

from __future__ import annotations

from typing import Final, Literal

import pyoxigraph as ox

from samverkansgraf.vocabulary import iri

#: ``named``: as the sources have them; ``by_role``: roles in the place of names; ``without_names``: no name anywhere.
ShownPersons = Literal["named", "by_role", "without_names"]

#: What the graph itself says of it, and with it the files that are written of it.
SAID: Final[dict[ShownPersons, dict[str, str]]] = {
    "without_names": {
        "sv": "Utan namn: personer visas med sin roll, och fraser där ett namn förekommer är utelämnade.",
        "en": "Without names: persons are shown by their role, and phrases in which a name occurs are left out.",
    },
    "by_role": {
        "sv": "Personer visas med sin roll i stället för sitt namn. Fraser och titlar står som i källorna.",
        "en": "Persons are shown by their role in place of their name. Phrases and titles stand as in the sources.",
    },
}


def mark(base: str, shown: ShownPersons) -> list[tuple[str, str, str, str, str]]:
    """Return the quads that say how a graph shows persons."""
    graph = f"{base}graph/project"
    return [
        (base, iri("dct:description"), words, f"@{language}", graph)
        for language, words in SAID[shown].items()
    ]


def shown_in(store: ox.Store, base: str) -> ShownPersons:
    """Return how a graph that was read says that it shows persons."""
    found = store.quads_for_pattern(ox.NamedNode(base), ox.NamedNode(iri("dct:description")), None, None)
    said = {quad.object.value for quad in found if isinstance(quad.object, ox.Literal)}
    return next((shown for shown, words in SAID.items() if said & set(words.values())), "named")
