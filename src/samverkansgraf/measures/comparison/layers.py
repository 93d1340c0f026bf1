"""A layer of ties: a value for each pair of the same actors, such as what they share in one theme or one year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from samverkansgraf.errors import UsageError
from samverkansgraf.network import incidence, tie_matrix

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx
    import polars as pl
    from numpy.typing import NDArray

    from samverkansgraf.network.projection import Weight

#: Layers hold a number for each pair; more actors than this would take 800 MB.
_MOST_NODES = 10_000


@dataclass(frozen=True, slots=True)
class Layer:
    """
    A value for each pair of nodes.

    Attributes
    ----------
    name
        What the layer is called in results.
    nodes
        Who, in the order of rows and columns.
    values
        Square; the diagonal does not count.

    Raises
    ------
    UsageError
        The matrix does not fit the nodes, a node stands twice, or a value off the diagonal is not a number.
    """

    name: str
    nodes: tuple[str, ...]
    values: NDArray[np.float64]

    def __post_init__(self) -> None:
        """Refuse what is no layer."""
        n = len(self.nodes)
        if self.values.shape != (n, n):
            raise UsageError(
                f"layer {self.name!r}: a matrix of {' × '.join(map(str, self.values.shape))} for {n} nodes; give a "
                "row and a column for each node"
            )
        if len(set(self.nodes)) < n:
            twice = next(node for node in self.nodes if self.nodes.count(node) > 1)
            raise UsageError(
                f"layer {self.name!r}: node {twice!r} stands more than once; give each node once"
            )
        missing = ~np.isfinite(self.values) & ~np.eye(n, dtype=bool)
        if missing.any():
            row, column = np.argwhere(missing)[0].tolist()
            raise UsageError(
                f"layer {self.name!r}, pair {self.nodes[row]!r} – {self.nodes[column]!r}: no value; fill it in, or "
                "leave both nodes out of every layer"
            )

    @property
    def symmetric(self) -> bool:
        """Whether both directions of every pair have the same value."""
        off = ~np.eye(len(self.nodes), dtype=bool)
        return bool(np.array_equal(self.values[off], self.values.T[off]))


def layer_of_network(
    network: nx.Graph[str],
    *,
    name: str = "shared",
    weight: Weight | Literal["tied"] = "shared",
    nodes: Iterable[str] | None = None,
) -> Layer:
    """
    Return what actors of a two-mode network share as a layer.

    Parameters
    ----------
    network
        Two-mode network, for instance of the initiatives of one theme, or as of one date.
    name
        Of the layer.
    weight
        As :func:`~samverkansgraf.network.tie_matrix` has it, or ``"tied"``: 1 where two share something.
    nodes
        Whom the layer is about; the network's actors if ``None``. An actor who is not in the network shares nothing
        there, so give the same nodes for every layer, and only those who could have been in each.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There are more than 10,000 nodes.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> layer_of_network(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")])).values.tolist()
    [[0.0, 1.0], [1.0, 0.0]]
    """
    own = incidence(network).actors
    who = own if nodes is None else tuple(sorted(set(nodes)))
    _bounded(name, len(who))
    _, ties = tie_matrix(network, weight="shared" if weight == "tied" else weight)
    place = {node: row for row, node in enumerate(own)}
    here = np.array([row for row, node in enumerate(who) if node in place], dtype=np.int64)
    there = np.array([place[node] for node in who if node in place], dtype=np.int64)
    values = np.zeros((len(who), len(who)))
    values[np.ix_(here, here)] = ties[there][:, there].toarray()
    return Layer(name, who, (values > 0).astype(float) if weight == "tied" else values)


def layer_of_frame(
    frame: pl.DataFrame,
    *,
    name: str,
    ends: tuple[str, str] = ("actor_a", "actor_b"),
    value: str = "shared",
    nodes: Iterable[str],
    directed: bool = False,
) -> Layer:
    """
    Return a frame of pairs as a layer; a pair without a row has 0.

    Parameters
    ----------
    frame
        A row for each pair that has a value.
    name
        Of the layer.
    ends, value
        Its columns.
    nodes
        All of whom the layer is about, those without a row too.
    directed
        Whether a row speaks of one direction only.

    Raises
    ------
    UsageError
        A column is missing, a row names somebody who is not among the nodes or a pair twice, or there are more
        than 10,000 nodes.

    Examples
    --------
    >>> import polars as pl
    >>> pairs = pl.DataFrame({"actor_a": ["Ikea"], "actor_b": ["Mimer"], "shared": [2]})
    >>> layer_of_frame(pairs, name="shared", nodes=["Ikea", "Mimer"]).values.tolist()
    [[0.0, 2.0], [2.0, 0.0]]
    """
    if missing := [column for column in (*ends, value) if column not in frame.columns]:
        raise UsageError(
            f"layer {name!r}: no column {missing[0]!r}; the frame has {', '.join(frame.columns)}"
        )
    who = tuple(sorted(set(nodes)))
    _bounded(name, len(who))
    place = {node: row for row, node in enumerate(who)}
    values = np.zeros((len(who), len(who)))
    seen: set[tuple[int, int]] = set()
    for one, other, amount in frame.select(*ends, value).iter_rows():
        for node in (one, other):
            if node not in place:
                raise UsageError(
                    f"layer {name!r}: {node!r} is not among the nodes; add it to nodes, or drop the row"
                )
        cells = (
            [(place[one], place[other])]
            if directed
            else sorted({(place[one], place[other]), (place[other], place[one])})
        )
        if seen.intersection(cells):
            raise UsageError(
                f"layer {name!r}, pair {one!r} – {other!r}: stands twice; give each pair one row"
            )
        seen.update(cells)
        for cell in cells:
            values[cell] = np.nan if amount is None else float(amount)
    return Layer(name, who, values)


def aligned(layers: Sequence[Layer]) -> tuple[tuple[str, ...], list[NDArray[np.float64]]]:
    """
    Return the common nodes, sorted, and each layer's values in that order.

    Raises
    ------
    UsageError
        A layer is about other nodes than the first, or there are fewer than three.
    """
    first = layers[0]
    nodes = tuple(sorted(first.nodes))
    for layer in layers[1:]:
        apart = sorted(set(first.nodes) ^ set(layer.nodes))
        if apart:
            holder, other = (first, layer) if apart[0] in first.nodes else (layer, first)
            raise UsageError(
                f"layers {first.name!r} and {layer.name!r} are about different nodes ({len(apart)} in one only): "
                f"{apart[0]!r} is in {holder.name!r} and not in {other.name!r}; give both the same nodes"
            )
    if len(nodes) < 3:  # noqa: PLR2004 -- with two there is one pair
        raise UsageError(
            f"layer {first.name!r}: {len(nodes)} nodes; three or more are needed to compare pairs"
        )
    matrices = []
    for layer in layers:
        place = {node: row for row, node in enumerate(layer.nodes)}
        order = np.array([place[node] for node in nodes])
        matrices.append(layer.values[np.ix_(order, order)].astype(float))
    return nodes, matrices


def _bounded(name: str, nodes: int) -> None:
    if nodes > _MOST_NODES:
        raise UsageError(
            f"layer {name!r}: {nodes:,} nodes, more than {_MOST_NODES:,}; choose fewer actors, such as those in both"
        )
