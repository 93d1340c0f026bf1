"""Patterns of the whole: who meets whom again, across sectors, and how evenly."""

from __future__ import annotations

from math import comb, nan
from typing import TYPE_CHECKING

from samverkansgraf.network import nodes_of, projection

if TYPE_CHECKING:
    import networkx as nx


def robins_alexander(network: nx.Graph[str]) -> float:
    """
    Return how often two actors who meet in one initiative meet in another one too.

    Returns
    -------
    clustering
        Four times the closed circles of four divided by the paths of three edges, 0–1 (Robins & Alexander
        2004, doi:10.1023/B:CMOT.0000032580.12184.c0), in the two-mode network. ``nan`` where no path
        of three edges exists.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    paths = sum((network.degree[one] - 1) * (network.degree[other] - 1) for one, other in network.edges())
    # Two initiatives with k actors in common close comb(k, 2) circles; sets are initiatives here too.
    in_common = projection(network, onto="initiative")
    circles = sum(comb(in_common.edges[tie]["weight"], 2) for tie in in_common.edges())
    return 4 * circles / paths if paths else nan


def ei_index(network: nx.Graph[str]) -> float:
    """
    Return whether actors are tied across sectors rather than within them.

    Returns
    -------
    index
        (E − I)/(E + I) for E ties between and I ties within sectors, −1 to 1 (Krackhardt & Stern 1988,
        doi:10.2307/2786835), each tie of the projection counted once. A tie with an actor whose sector
        is not known is left out; ``nan`` where none is left.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    actors = projection(network)
    sector = {actor: actors.nodes[actor].get("sector") for actor in actors}
    known = [(sector[one], sector[other]) for one, other in actors.edges() if sector[one] and sector[other]]
    between = sum(one != other for one, other in known)
    return (2 * between - len(known)) / len(known) if known else nan


def gini_participation(network: nx.Graph[str]) -> float:
    """
    Return how unevenly participation is spread over actors.

    Returns
    -------
    gini
        Gini coefficient of the number of initiatives of each actor, isolates included, with divisor n², so
        0 to 1 − 1/n (Ceriani & Verme 2012, doi:10.1007/s10888-011-9188-x). ``nan`` where nobody takes part.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> gini_participation(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")]))
    0.0
    """
    counts = sorted(network.degree[actor] for actor in nodes_of(network, "actors"))
    total = sum(counts)
    if not total:
        return nan
    n = len(counts)
    weighted = sum((2 * rank - n - 1) * count for rank, count in enumerate(counts, start=1))
    return weighted / (n * total)
