"""Projections: two actors tied by the initiatives they share, two initiatives by their actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import networkx as nx
import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.errors import UsageError
from samverkansgraf.network.incidence import incidence, kept
from samverkansgraf.network.sparse_cells import rows_of, without_diagonal

if TYPE_CHECKING:
    from numpy.typing import NDArray

Weight = Literal["shared", "newman", "jaccard"]

#: More ties than this are not made into a networkx graph, at some 400 bytes each.
MOST_TIES: Final = 2_000_000

#: Two nodes that have one thing in common meet once in it; a matrix of more meetings is not made.
MOST_MEETINGS: Final = 100_000_000

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
    weight: Weight = "shared",
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
        ``"jaccard"``: what is shared divided by all that either has, 0–1 (Jaccard 1912,
        doi:10.1111/j.1469-8137.1912.tb05611.x), between actors without initiatives that are sets.

    Returns
    -------
    projection
        Every node of the kind, isolates too, with its attributes; edges with ``weight``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        Newman's weight is asked for initiatives, or the ties are too many to hold.

    Examples
    --------
    >>> from samverkansgraf.network.two_mode import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Ikea", "På lika villkor")])
    >>> list(projection(network).edges(data="weight"))
    [('Mimer', 'Polisen', 1)]
    """
    nodes, ties = tie_matrix(network, onto=onto, weight=weight)
    if ties.nnz > 2 * MOST_TIES:
        raise UsageError(
            f"projection: {ties.nnz // 2:,} ties, more than {MOST_TIES:,}; use tie_matrix, which holds them as "
            "numbers, or choose fewer participations"
        )
    upper = _above_diagonal(ties)
    values = upper.data.astype(np.int64) if weight == "shared" else upper.data
    projected: nx.Graph[str] = nx.Graph()
    projected.add_nodes_from((node, network.nodes[node]) for node in nodes)
    projected.add_weighted_edges_from(
        (nodes[one], nodes[other], value)
        for one, other, value in zip(upper.row.tolist(), upper.col.tolist(), values.tolist(), strict=True)
    )
    return projected


def tie_matrix(
    network: nx.Graph[str],
    *,
    onto: Literal["actor", "initiative"] = "actor",
    weight: Weight = "shared",
) -> tuple[tuple[str, ...], sparse.csr_array]:
    """
    Return the projection as its nodes, sorted, and a symmetric matrix of weights with an empty diagonal.

    The weights are those of :func:`projection`; an entry is stored exactly where there is a tie. The
    matrix is shared with later calls: do not change it.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        Newman's weight is asked for initiatives, or the ties are too many to hold.
    """
    if onto == "initiative" and weight == "newman":
        raise UsageError(
            "projection: Newman's weight is defined between actors; use weight='shared' for initiatives"
        )
    arrays = incidence(network)
    has = arrays.tying if onto == "actor" else sparse.csr_array(arrays.matrix.T)
    nodes = arrays.actors if onto == "actor" else arrays.initiatives
    return nodes, kept(network, f"ties {onto} {weight}", lambda: _tie_matrix(has, weight))


def _tie_matrix(has: sparse.csr_array, weight: Weight) -> sparse.csr_array:
    """Return what the rows of ``has`` share, in the weight asked for."""
    sizes = np.bincount(has.indices, weights=has.data, minlength=has.shape[1])
    if (meetings := int(sizes @ sizes)) > 2 * MOST_MEETINGS:
        raise UsageError(
            f"projection: {meetings // 2:,} meetings, more than {MOST_MEETINGS:,}; choose fewer participations, "
            "or a measure of the two-mode network"
        )
    if weight == "newman":
        part = np.divide(1.0, sizes - 1, out=np.zeros(len(sizes)), where=sizes > 1)
        return without_diagonal((has * part) @ has.T)
    ties = without_diagonal(has @ has.T)
    if weight == "jaccard":
        degree = np.asarray(has.sum(axis=1))
        ties.data = ties.data / (degree[rows_of(ties)] + degree[ties.indices] - ties.data)
    return ties


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
    shared = tie_matrix(network)[1]
    newman = tie_matrix(network, weight="newman")[1]
    # Both matrices have entries in the same cells: where two actors have something in common.
    ties, weights = _above_diagonal(shared), _above_diagonal(newman)
    ends, by_label = _ends(network, ties)
    return pl.DataFrame(
        {
            "actor_a": ends["label_a"],
            "actor_b": ends["label_b"],
            "shared": ties.data[by_label].astype(np.int64),
            "newman": weights.data[by_label],
            "p_value": pl.repeat(None, len(by_label), eager=True),
            "validated": pl.repeat(None, len(by_label), eager=True),
        },
        schema=PAIR_COLUMNS,
    )


def pair_ids(network: nx.Graph[str]) -> pl.DataFrame:
    """
    Return the nodes of the pairs of :func:`pairs`, row by row: labels may be shared, nodes are not.

    Returns
    -------
    ids
        Columns ``id_a, id_b, label_a, label_b``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network.two_mode import two_mode_of_pairs
    >>> pair_ids(two_mode_of_pairs([("Polisen", "EST"), ("Mimer", "EST")])).height
    1
    """
    return _ends(network, _above_diagonal(tie_matrix(network)[1]))[0]


def _ends(network: nx.Graph[str], ties: sparse.coo_array) -> tuple[pl.DataFrame, NDArray[np.int64]]:
    """Return both ends of ties, sorted by label and node, and the order of the ties that gives this."""
    nodes = tie_matrix(network)[0]
    labels = [str(network.nodes[node].get("label") or node) for node in nodes]
    order = sorted(range(len(nodes)), key=lambda position: (labels[position], nodes[position]))
    rank = np.empty(len(nodes), dtype=np.int64)
    rank[order] = np.arange(len(nodes))
    ends = np.sort(np.stack([rank[ties.row], rank[ties.col]]), axis=0)
    by_label = np.lexsort((ends[1], ends[0]))
    columns = {
        "id": pl.Series([nodes[position] for position in order], dtype=pl.String),
        "label": pl.Series([labels[position] for position in order], dtype=pl.String),
    }
    return pl.DataFrame(
        {
            f"{name}_{end}": column.gather(ends[side][by_label])
            for name, column in columns.items()
            for side, end in enumerate("ab")
        }
    ), by_label


def _above_diagonal(product: sparse.csr_array) -> sparse.coo_array:
    upper = sparse.triu(product, k=1, format="csr")
    upper.sort_indices()
    return sparse.coo_array(upper)
