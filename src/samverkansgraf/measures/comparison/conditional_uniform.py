"""Whether a network has more of something than others of its size, or with as many ties: conditional uniform graphs."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import networkx as nx
import numpy as np

from samverkansgraf.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

#: What the random networks have in common with the given one, besides its number of nodes.
Given = Literal["size", "ties", "dyads"]

_GIVEN: Final[tuple[Given, ...]] = get_args(Given)

#: Networks of more nodes are not drawn: each pair of nodes is a number.
_MOST_NODES: Final = 5_000

#: Values closer than this share are equal.
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionalUniform:
    """
    The value of a network, and those of random networks that are like it in one respect.

    Attributes
    ----------
    value
        Of the network.
    mean, sd
        Of the random networks' values; the standard deviation has divisor n − 1.
    z
        (value − mean)/sd; ``nan`` where every random network has the same value.
    p_greater, p_less
        (1 + random networks with at least as much, at most as much) / (1 + random networks).
    given
        What the random networks have in common with it.
    samples, defined
        How many were drawn, and for how many the value is defined; the others do not count.
    seed
        What they were drawn from.
    """

    value: float
    mean: float
    sd: float
    z: float
    p_greater: float
    p_less: float
    given: Given
    samples: int
    defined: int
    seed: int


def conditional_uniform(
    network: nx.Graph[str],
    statistic: Callable[[Any], float],
    *,
    given: Given = "ties",
    samples: int = 999,
    seed: int = 1,
) -> ConditionalUniform:
    """
    Return a number of a one-mode network beside those of random networks (Anderson, Butts & Carley 1999).

    See doi:10.1016/S0378-8733(99)00011-8. Many indices depend on size and density alone; this is what is left.
    A projection of a two-mode network has far more triangles than networks with ties one by one; for it,
    :func:`~samverkansgraf.measures.null_models.against_null` is the fairer comparison.

    Parameters
    ----------
    network
        One-mode, such as a :func:`~samverkansgraf.network.projection`, or directed. Weights play no part.
    statistic
        Takes a :class:`networkx.Graph` (or ``DiGraph``) with the same nodes and gives a number, as
        ``networkx.transitivity`` does.
    given
        ``"size"``: every network of as many nodes is equally likely. ``"ties"``: every one with as many ties.
        ``"dyads"``, of a directed network: every one with as many mutual, one-way and empty pairs.
    samples
        How many random networks.
    seed
        Of the random networks.

    Raises
    ------
    UsageError
        There is no such condition, or none of dyads in a network without direction; ties lie side by side; there
        are more than 5,000 nodes; or fewer than one sample is asked for.

    Examples
    --------
    >>> conditional_uniform(nx.star_graph(5), nx.transitivity, samples=99).value
    0.0
    """
    if given not in _GIVEN:
        remedy = did_you_mean(given, _GIVEN) or "use one of " + ", ".join(_GIVEN)
        raise UsageError(f"conditional uniform test given {given!r}: unknown; {remedy}")
    if given == "dyads" and not network.is_directed():
        raise UsageError(
            "conditional uniform test given 'dyads': the ties have no direction; use given='ties'"
        )
    if network.is_multigraph():
        raise UsageError(
            "conditional uniform test: ties lie side by side; give a plain nx.Graph or nx.DiGraph"
        )
    if network.number_of_nodes() > _MOST_NODES:
        raise UsageError(
            f"conditional uniform test: {network.number_of_nodes():,} nodes, more than {_MOST_NODES:,}; take a part"
        )
    if samples < 1:
        raise UsageError(f"conditional uniform test: {samples} samples; ask for one or more")
    nodes = sorted(network)
    directed = network.is_directed()
    plain = _graph(nodes, network.edges(), directed=directed)
    value = float(statistic(plain))
    mean = sd = z = greater = less = nan
    defined = 0
    if not isnan(value):
        matrices = _draws(plain, given, samples, np.random.default_rng(seed))
        drawn = np.array(
            [statistic(_of_matrix(nodes, one, directed=directed)) for one in matrices], dtype=float
        )
        drawn = drawn[~np.isnan(drawn)]
        defined = len(drawn)
        if defined:
            slack = _SAME * max(1.0, abs(value))
            mean = float(drawn.mean())
            greater = float((1 + (drawn >= value - slack).sum()) / (1 + defined))
            less = float((1 + (drawn <= value + slack).sum()) / (1 + defined))
            if defined > 1:
                sd = float(drawn.std(ddof=1)) if np.ptp(drawn) > slack else 0.0
                z = (value - mean) / sd if sd else nan
    return ConditionalUniform(
        value=value, mean=mean, sd=sd, z=z, p_greater=greater, p_less=less,
        given=given, samples=samples, defined=defined, seed=seed,
    )  # fmt: skip


def _draws(
    plain: nx.Graph[str], given: Given, samples: int, chance: np.random.Generator
) -> Iterator[NDArray[np.bool_]]:
    """Yield random matrices; without direction, only what is above the diagonal counts."""
    n = plain.number_of_nodes()
    directed = plain.is_directed()
    above = np.triu_indices(n, k=1)
    cells = np.nonzero(~np.eye(n, dtype=bool)) if directed else above
    ties = plain.number_of_edges()
    mutual = sum(plain.has_edge(other, one) for one, other in plain.edges()) // 2 if directed else 0
    for _ in range(samples):
        matrix = np.zeros((n, n), dtype=bool)
        if given == "size":
            matrix[cells] = chance.random(len(cells[0])) < 0.5  # noqa: PLR2004 -- as likely there as not
        elif given == "ties":
            chosen = chance.choice(len(cells[0]), size=ties, replace=False)
            matrix[cells[0][chosen], cells[1][chosen]] = True
        else:
            one_way = ties - 2 * mutual
            chosen = chance.choice(len(above[0]), size=mutual + one_way, replace=False)
            one, other = above[0][chosen], above[1][chosen]
            back = np.arange(len(chosen)) >= mutual
            turned = back & (chance.random(len(chosen)) < 0.5)  # noqa: PLR2004 -- either way as likely
            matrix[one[~turned], other[~turned]] = True
            matrix[other[turned | ~back], one[turned | ~back]] = True
        yield matrix


def _of_matrix(nodes: list[str], matrix: NDArray[np.bool_], *, directed: bool) -> nx.Graph[str]:
    """Return the graph of a matrix."""
    rows, columns = np.nonzero(matrix)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return _graph(nodes, ((nodes[row], nodes[column]) for row, column in pairs), directed=directed)


def _graph(nodes: list[str], ties: Iterable[tuple[str, str]], *, directed: bool) -> nx.Graph[str]:
    """Return a graph with its nodes and ties in sorted order, without loops and weights."""
    graph: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(sorted((one, other) for one, other in ties if one != other))
    return graph
