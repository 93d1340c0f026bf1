"""Who is hemmed in, who can be done without: constraint and redundancy."""

from __future__ import annotations

from itertools import combinations
from math import fsum, nan
from typing import TYPE_CHECKING

from samverkansgraf.network import Side, nodes_of, projection

if TYPE_CHECKING:
    import networkx as nx


def constraint(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return how much each node's ties lead to the same few others.

    With p(i, j) the share of i's tie weight that goes to j, constraint is the sum over i's neighbours j of
    (p(i, j) + Σ p(i, q) p(q, j))², q being the others (Burt 1992, Structural Holes).

    Parameters
    ----------
    network
        Two-mode network; the measure is of its projection onto one kind, weighted by what is shared.
    of
        Whose constraint.

    Returns
    -------
    constraint
        Node -> a number above 0, about 1 for one or two tied neighbours and less the more they are and
        the less they know each other. ``nan`` for a node without ties.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    projected = projection(network, onto="actor" if of == "actors" else "initiative")
    strength = {node: sum(tie["weight"] for tie in projected[node].values()) for node in projected}
    share = {
        node: {other: tie["weight"] / strength[node] for other, tie in projected[node].items()}
        for node in projected
    }

    def squared(node: str, other: str) -> float:
        indirect = fsum(part * share[third].get(other, 0.0) for third, part in share[node].items())
        return float((share[node][other] + indirect) ** 2)

    return {
        node: fsum(squared(node, other) for other in projected[node]) if strength[node] else nan
        for node in projected
    }


def redundancy(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Return the share of pairs of each node's neighbours that would stay joined without it.

    Parameters
    ----------
    network
        Two-mode network.
    of
        Whose redundancy.

    Returns
    -------
    redundancy
        Node -> 0–1: of the pairs of its neighbours, those with another common neighbour (Latapy, Magnien &
        Del Vecchio 2008, doi:10.1016/j.socnet.2007.04.006). ``nan`` for a node with fewer than two
        neighbours.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    near = {node: set(network[node]) for node in network}
    shares: dict[str, float] = {}
    for node in nodes_of(network, of):
        pairs = list(combinations(near[node], 2))
        joined = sum(len(near[one] & near[other]) > 1 for one, other in pairs)
        shares[node] = joined / len(pairs) if pairs else nan
    return shares
