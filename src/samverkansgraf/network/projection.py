"""Projections: two actors tied by the initiatives they share, two initiatives by their actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import networkx as nx
import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.errors import UsageError
from samverkansgraf.network.two_mode import nodes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAIR_COLUMNS: Final = {
    "actor_a": pl.String(),
    "actor_b": pl.String(),
    "shared": pl.Int64(),
    "newman": pl.Float64(),
    "p_value": pl.Float64(),
    "validated": pl.Boolean(),
}


def projection(
    network: nx.Graph[str],
    *,
    onto: Literal["actor", "initiative"] = "actor",
    weight: Literal["shared", "newman"] = "shared",
) -> nx.Graph[str]:
    """
    Return the one-mode network of those who share something.

    Parameters
    ----------
    network
        Two-mode network.
    onto
        Whose network. An initiative that ``is_set`` makes no tie between actors: its members sit in
        different bodies. Onto initiatives it is a node as any other.
    weight
        ``"shared"``: the number of initiatives (or actors) shared. ``"newman"``, actors only: the sum
        of 1/(n − 1) over shared initiatives with n actors, so that the weights of an actor sum to its
        number of initiatives with others in them (Newman 2001, doi:10.1103/PhysRevE.64.016132).

    Returns
    -------
    projection
        Every node of the kind, isolates too, with its attributes; edges with ``weight``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        Newman's weight is asked for initiatives.

    Examples
    --------
    >>> from samverkansgraf.network.two_mode import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Ikea", "På lika villkor")])
    >>> list(projection(network).edges(data="weight"))
    [('Mimer', 'Polisen', 1)]
    """
    if onto == "initiative" and weight == "newman":
        raise UsageError(
            "projection: Newman's weight is defined between actors; use weight='shared' for initiatives"
        )
    nodes = nodes_of(network, "actors" if onto == "actor" else "initiatives")
    projected: nx.Graph[str] = nx.Graph()
    projected.add_nodes_from((node, network.nodes[node]) for node in nodes)
    ties = _ties(network, nodes, onto=onto)
    for one, other, value in zip(
        ties.first.tolist(),
        ties.second.tolist(),
        (ties.shared if weight == "shared" else ties.newman).tolist(),
        strict=True,
    ):
        projected.add_edge(nodes[one], nodes[other], weight=value)
    return projected


def pairs(network: nx.Graph[str]) -> pl.DataFrame:
    """
    Return the tied pairs of actors with both weights of :func:`projection`.

    Returns
    -------
    pairs
        Columns ``actor_a, actor_b`` (labels, a before b in code-point order), ``shared`` (initiatives),
        ``newman``, and ``p_value``, ``validated``, which are null: no null model has been asked for.
        Sorted by the labels.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network.two_mode import two_mode_of_pairs
    >>> pairs(two_mode_of_pairs([("Polisen", "EST"), ("Mimer", "EST")])).row(0)
    ('Mimer', 'Polisen', 1, 1.0, None, None)
    """
    named = sorted(
        (str(network.nodes[node].get("label") or node), node) for node in nodes_of(network, "actors")
    )
    labels = pl.Series("label", [label for label, _ in named], dtype=pl.String)
    ties = _ties(network, [node for _, node in named], onto="actor")
    return pl.DataFrame(
        {
            "actor_a": labels.gather(ties.first),
            "actor_b": labels.gather(ties.second),
            "shared": ties.shared,
            "newman": ties.newman,
            "p_value": pl.repeat(None, len(ties.first), eager=True),
            "validated": pl.repeat(None, len(ties.first), eager=True),
        },
        schema=PAIR_COLUMNS,
    )


@dataclass(frozen=True, slots=True)
class _Ties:
    """Who shares something: positions in a list of nodes, the first before the second, in order."""

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    shared: NDArray[np.int64]
    newman: NDArray[np.float64]


def _ties(network: nx.Graph[str], nodes: list[str], *, onto: Literal["actor", "initiative"]) -> _Ties:
    others = nodes_of(network, "initiatives" if onto == "actor" else "actors")
    if onto == "actor":
        others = [other for other in others if not network.nodes[other].get("is_set")]
    column = {other: position for position, other in enumerate(others)}
    cells = [
        (row, column[other]) for row, node in enumerate(nodes) for other in network[node] if other in column
    ]
    rows, columns = np.array(sorted(cells), dtype=np.int64).reshape(-1, 2).T
    shape = (len(nodes), len(others))
    takes_part = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    sizes = np.bincount(columns, minlength=len(others))
    part = np.divide(1.0, sizes - 1, out=np.zeros(len(others)), where=sizes > 1)
    weighted = sparse.csr_array((part[columns], (rows, columns)), shape=shape)
    # Both products have entries in the same cells: where two nodes have something in common.
    shared = _above_diagonal(takes_part @ takes_part.T)
    newman = _above_diagonal(weighted @ takes_part.T)
    return _Ties(
        shared.row.astype(np.int64),
        shared.col.astype(np.int64),
        shared.data.astype(np.int64),
        newman.data,
    )


def _above_diagonal(product: sparse.csr_array) -> sparse.coo_array:
    upper = sparse.triu(product, k=1, format="csr")
    upper.sort_indices()
    return sparse.coo_array(upper)
