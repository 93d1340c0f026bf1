"""Networks drawn from a null model."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, Literal, TypeVar, get_args

import networkx as nx
import numpy as np
from scipy import sparse

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.null_models.configuration_model import configuration_model
from samverkansgraf.measures.null_models.curveball import fixed_degree_samples
from samverkansgraf.network import incidence
from samverkansgraf.network.incidence import keep_incidence
from samverkansgraf.network.sparse_cells import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_T = TypeVar("_T")

#: What chance must keep: every degree, every degree on average, or only the number of participations.
Null = Literal["fixed-degree", "bicm", "equiprobable"]

NULLS: Final[tuple[Null, ...]] = get_args(Null)


def null_samples(
    matrix: sparse.csr_array, null: Null, *, samples: int, seed: int = 1
) -> Iterator[sparse.csr_array]:
    """
    Yield random 0/1 matrices of the same shape, drawn from a null model.

    Parameters
    ----------
    matrix
        Of 0 and 1.
    null
        ``"fixed-degree"``: all matrices with the same row and column sums, equally likely (Strona et al. 2014,
        doi:10.1038/ncomms5114). ``"bicm"``: the same sums on average (Saracco et al. 2015, doi:10.1038/srep10595).
        ``"equiprobable"``: as many ones, anywhere (Ulrich & Gotelli 2007, doi:10.1890/06-1208.1).
    samples
        How many.
    seed
        The same seed gives the same matrices.

    Raises
    ------
    UsageError
        There is no such null model, or fewer than one sample is asked for.
    """
    if null not in NULLS:
        remedy = did_you_mean(null, NULLS) or f"use one of {', '.join(NULLS)}"
        raise UsageError(f"null model {null!r} is unknown; {remedy}")
    if samples < 1:
        raise UsageError(f"null model {null!r}: {samples} samples; ask for one or more")
    if null == "fixed-degree":
        return fixed_degree_samples(matrix, samples=samples, seed=seed)
    if null == "bicm":
        return configuration_model(matrix).samples(samples=samples, seed=seed)
    return _equiprobable(matrix, samples, seed)


def network_of(network: nx.Graph[str], matrix: sparse.csr_array) -> nx.Graph[str]:
    """
    Return the nodes of a two-mode network with the participations of a matrix.

    Parameters
    ----------
    network
        Gives the nodes and what is known of them, sectors and sets too.
    matrix
        Actors × initiatives, each sorted.

    Returns
    -------
    drawn
        Its edges have no roles: nobody said how anyone would take part.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    arrays = incidence(network)
    drawn: nx.Graph[str] = nx.Graph()
    drawn.add_nodes_from((node, network.nodes[node]) for node in (*arrays.actors, *arrays.initiatives))
    matrix = sparse.csr_array(
        (np.ones(matrix.nnz), matrix.indices, matrix.indptr), shape=matrix.shape
    ).sorted_indices()
    drawn.add_edges_from(
        (arrays.actors[row], arrays.initiatives[column])
        for row, column in zip(rows_of(matrix).tolist(), matrix.indices.tolist(), strict=True)
    )
    keep_incidence(drawn, replace(arrays, matrix=matrix))
    return drawn


def each_once(
    matrices: Iterable[sparse.csr_array], measured: Callable[[sparse.csr_array], _T]
) -> Iterator[_T]:
    """
    Yield what is measured of each matrix of 0 and 1; in a small city chance often gives the same one, which is measured once.

    Examples
    --------
    >>> same = sparse.csr_array(np.array([[1.0, 0.0], [0.0, 1.0]]))
    >>> list(each_once([same, same.copy()], lambda one: float(one.sum())))
    [2.0, 2.0]
    """
    known: dict[bytes, _T] = {}
    for matrix in matrices:
        cells = matrix if matrix.has_sorted_indices else matrix.sorted_indices()
        told = blake2b(cells.indptr.tobytes(), digest_size=16)
        told.update(cells.indices.tobytes())
        if (key := told.digest()) not in known:
            known[key] = measured(cells)
        yield known[key]


def _equiprobable(matrix: sparse.csr_array, samples: int, seed: int) -> Iterator[sparse.csr_array]:
    rng = np.random.default_rng(seed)
    rows, columns = matrix.shape
    for _ in range(samples):
        cells = np.sort(rng.choice(rows * columns, size=matrix.nnz, replace=False))
        yield sparse.csr_array((np.ones(len(cells)), divmod(cells, max(1, columns))), shape=matrix.shape)
