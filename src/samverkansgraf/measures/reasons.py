"""Why a value, or one end of its range, is missing or says little: in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    import networkx as nx

    from samverkansgraf.measures.measure import Measure
    from samverkansgraf.project import Language


def reason(key: str, language: Language, *details: object) -> str:
    """Return one reason in words."""
    return catalogue("measures", language, under="reasons")[key].format(*details)


def says_little(measure: Measure, network: nx.Graph[str], *, language: Language = "en") -> str | None:
    """
    Return why a measure says little of a network with so few actors; ``None`` where it says something.

    Examples
    --------
    >>> from samverkansgraf.measures import MEASURES
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> measure = MEASURES["degree_centralization"]
    >>> says_little(measure, two_mode_of_pairs([(f"a{number}", "x") for number in range(99)]))
    """
    actors = sum(network.nodes[node]["kind"] == "actor" for node in network)
    return reason("few", language, actors, measure.fewest) if actors < measure.fewest else None
