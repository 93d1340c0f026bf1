"""
The two-mode network as arrays and as igraph's graphs, for what networkx is slow at.

They are made once and kept with the network in networkx's own cache, which a change to its nodes or
edges empties; a change of what is a set is seen too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from operator import methodcaller
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np
from scipy import sparse

from samverkansgraf.network.checks import require_two_mode
from samverkansgraf.network.sparse_cells import columns_where

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    from numpy.typing import NDArray

    from samverkansgraf.network.two_mode import Side

_T = TypeVar("_T")

_IS_SET: Final = methodcaller("get", "is_set")


@dataclass(frozen=True)
class Incidence:
    """
    Who takes part in what.

    Attributes
    ----------
    actors, initiatives
        The nodes of each side, sorted.
    matrix
        Actors × initiatives, 1.0 where an actor takes part, with sorted indices.
    is_set
        Which initiatives are sets of bodies, and so make no tie between actors.
    """

    actors: tuple[str, ...]
    initiatives: tuple[str, ...]
    matrix: sparse.csr_array
    is_set: NDArray[np.bool_]

    @cached_property
    def tying(self) -> sparse.csr_array:
        """The columns of the initiatives that make ties between actors; made once, so do not change it."""
        return columns_where(self.matrix, ~self.is_set)

    def nodes(self, of: Side) -> tuple[str, ...]:
        """Return the nodes of one side."""
        return self.actors if of == "actors" else self.initiatives

    def of_side(self, of: Side) -> sparse.csr_array:
        """Return the whole matrix with one side as rows."""
        return self.matrix if of == "actors" else sparse.csr_array(self.matrix.T)


def incidence(network: nx.Graph[str], *, sets: bool = True) -> Incidence:
    """
    Return a two-mode network as arrays.

    Parameters
    ----------
    network
        Two-mode network.
    sets
        Whether it matters what is a set. A measure that takes every initiative alike need not have all of them
        looked at for a change of that, but shall then not ask for ``is_set`` or ``tying``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> incidence(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")])).matrix.todense().tolist()
    [[1.0], [1.0]]
    """
    arrays = kept(network, "incidence", lambda: _incidence(network))
    if not sets:
        return arrays
    # What is known of a node is one dictionary for as long as the node is there: it is looked up only once.
    known, was = kept(network, "sets", lambda: _known(network, arrays.initiatives))
    if list(map(_IS_SET, known)) != was:
        forget(network)
        return incidence(network)
    return arrays


def keep_incidence(network: nx.Graph[str], arrays: Incidence) -> None:
    """Keep the arrays of a network that were made beside it, so that no measure need gather them edge by edge."""
    kept(network, "incidence", lambda: arrays)
    kept(network, "sets", lambda: _known(network, arrays.initiatives))


def forget(network: nx.Graph[str]) -> None:
    """Drop what was made of a network, as is needed when an attribute of it was changed."""
    getattr(network, "__networkx_cache__", {}).pop("samverkansgraf", None)


def kept(network: nx.Graph[str], name: str, made: Callable[[], _T]) -> _T:
    """
    Return what was made of a network, making it the first time and after each change.

    Of a view, such as ``network.subgraph(…)``, nothing is kept: a change to what it is a view of is not told to it.
    """
    if hasattr(network, "_graph"):
        return made()
    cache: dict[str, Any] = getattr(network, "__networkx_cache__", {}).setdefault("samverkansgraf", {})
    if name not in cache:
        cache[name] = made()
    found: _T = cache[name]
    return found


def igraph_two_mode(network: nx.Graph[str]) -> Any:
    """
    Return the two-mode network as an :class:`igraph.Graph`: actors first, each side in the order of ``incidence``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    return kept(network, "igraph", lambda: _igraph_two_mode(incidence(network)))


def _incidence(network: nx.Graph[str]) -> Incidence:
    require_two_mode(network)
    actors = tuple(sorted(node for node in network if network.nodes[node]["kind"] == "actor"))
    initiatives = tuple(sorted(set(network) - set(actors)))
    row = {actor: position for position, actor in enumerate(actors)}
    column = {initiative: position for position, initiative in enumerate(initiatives)}
    joined = [(one, other) if one in row else (other, one) for one, other in network.edges()]
    rows = np.fromiter((row[actor] for actor, _ in joined), dtype=np.int64, count=len(joined))
    columns = np.fromiter((column[initiative] for _, initiative in joined), dtype=np.int64, count=len(joined))
    matrix = sparse.csr_array((np.ones(len(joined)), (rows, columns)), shape=(len(row), len(column)))
    matrix.sort_indices()
    return Incidence(actors, initiatives, matrix, _sets(network, initiatives))


def _sets(network: nx.Graph[str], initiatives: tuple[str, ...]) -> NDArray[np.bool_]:
    return np.array([bool(is_set) for is_set in _known(network, initiatives)[1]], dtype=bool)


def _known(network: nx.Graph[str], initiatives: tuple[str, ...]) -> tuple[list[dict[str, Any]], list[object]]:
    """Return what is known of each initiative, and what that says of its being a set."""
    of_node: dict[str, dict[str, Any]] = dict(network.nodes.items())
    known = [of_node[initiative] for initiative in initiatives]
    return known, list(map(_IS_SET, known))


def _igraph_two_mode(arrays: Incidence) -> Any:
    import igraph

    cells = arrays.matrix.tocoo()
    ends = np.column_stack([cells.row, cells.col + len(arrays.actors)])
    return igraph.Graph(n=sum(arrays.matrix.shape), edges=ends, directed=False)
