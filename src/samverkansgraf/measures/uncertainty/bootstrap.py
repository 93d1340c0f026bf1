"""
Networks as they could have been if other initiatives of the same kind had been found.

Initiatives are drawn with replacement, as many as there are (Efron 1979, doi:10.1214/aos/1176344552). One
drawn twice is two nodes with the same actors. Who is in the network follows as it always does: an actor with
none of the drawn initiatives is left out, unless marked as within its bounds. A draw holds some two thirds
of the initiatives, the rest being copies; where a measure depends on how many different ones there are, its
interval can lie beside its value.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

import networkx as nx
import numpy as np

from samverkansgraf.network import nodes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

#: The percentiles between which 95 of 100 draws lie.
PERCENTILES: Final = (2.5, 97.5)

#: Stands between an initiative and the number of its copy; no IRI has it.
_COPY: Final = "\x1f"


def resamples(
    network: nx.Graph[str], *, draws: int, seed: int = 1, marked: Collection[str] = ()
) -> Iterator[nx.Graph[str]]:
    r"""
    Yield networks of initiatives drawn with replacement, and of the actors that take part in them.

    Parameters
    ----------
    network
        Two-mode network; nothing is yielded if it has no initiatives.
    draws
        How many.
    seed
        The same seed draws the same initiatives, however the network was put together.
    marked
        Actors that are in every network, as isolates if need be.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Ikea", "På lika villkor")])
    >>> [sorted(drawn.edges()) for drawn in resamples(network, draws=1, seed=5)]
    [[('Ikea', 'På lika villkor'), ('Ikea', 'På lika villkor\x1f2')]]
    """
    drawing = Drawing(network, marked)
    for times in drawing.times(draws, seed):
        yield drawing.network_of(times)


class Drawing:
    """
    Initiatives of a network to draw from.

    Parameters
    ----------
    network, marked
        As :func:`resamples` has them.
    """

    def __init__(self, network: nx.Graph[str], marked: Collection[str] = ()) -> None:
        self._network, self._marked = network, marked
        self._initiatives = nodes_of(network, "initiatives")
        self._actors = nodes_of(network, "actors")
        self._members = {one: sorted(network[one]) for one in self._initiatives}

    def times(self, draws: int, seed: int) -> Iterator[tuple[int, ...]]:
        """Yield how often each initiative is drawn, in each draw; those that are last and never drawn are left out."""
        if not (number := len(self._initiatives)):
            return
        chance = np.random.default_rng(seed)
        for _ in range(draws):
            yield tuple(np.bincount(chance.integers(number, size=number)).tolist())

    def network_of(self, times: tuple[int, ...]) -> nx.Graph[str]:
        """Return the network of one draw."""
        network, members = self._network, self._members
        counts = {one: count for one, count in zip(self._initiatives, times, strict=False) if count}
        there = {actor for one in counts for actor in members[one]}.union(self._marked)
        drawn: nx.Graph[str] = nx.Graph()
        drawn.add_nodes_from((actor, network.nodes[actor]) for actor in self._actors if actor in there)
        for one, count in counts.items():
            for copy in range(1, count + 1):
                name = one if copy == 1 else f"{one}{_COPY}{copy}"
                drawn.add_node(name, **network.nodes[one])
                drawn.add_edges_from((actor, name, network.edges[actor, one]) for actor in members[one])
        return drawn


def percentile_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """
    Return the 2.5th and the 97.5th percentile of the defined values; ``None`` if there are none.

    Examples
    --------
    >>> percentile_interval([float(value) for value in range(101)])
    (2.5, 97.5)
    """
    defined = [value for value in values if not isnan(value)]
    if not defined:
        return None
    low, high = np.percentile(defined, PERCENTILES).tolist()
    return low, high
