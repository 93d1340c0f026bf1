"""Is there a core that all ties touch, and a periphery with none of its own."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.measures.core_search import Found, cores_found
from samverkansgraf.measures.null_models.curveball import fixed_degree_samples
from samverkansgraf.network import incidence, tie_matrix
from samverkansgraf.network.incidence import kept
from samverkansgraf.network.sparse_cells import without_diagonal

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    from numpy.typing import NDArray

#: What chance leaves as it is: the size of each initiative, the number of ties, or the degrees of both sides.
CoreNull = Literal["sizes", "ties", "fixed-degree"]

#: Starts of the search for the best core, and of that in each sample of a test and in what it is compared with.
_STARTS: Final = 20
_STARTS_IN_TEST: Final = 3

#: With more ties than this no core is sought.
_MOST_TIES: Final = 2_000_000

#: With more ties than this, or more actors, no test is made.
MOST_TIES_IN_TEST: Final = 5_000
MOST_ACTORS_IN_TEST: Final = 1_000

#: Ties of the samples that are searched at a time.
_TIES_AT_A_TIME: Final = 400_000

_MEMBERS: Final = {
    "id": pl.String(),
    "label": pl.String(),
    "sector": pl.String(),
    "core": pl.Boolean(),
    "share_of_best": pl.Float64(),
    "core_ties": pl.Int64(),
    "periphery_ties": pl.Int64(),
}


def core_periphery(network: nx.Graph[str], *, seed: int = 1) -> float:
    """
    Return how well the ties fit a core that all ties touch and a periphery without ties of its own.

    Parameters
    ----------
    network
        Two-mode network; the measure is of its unweighted projection onto actors.
    seed
        Of the search, which starts twenty times: from the actors with most ties, from those that one by one
        touch most ties that no other touches, and from the former with noise; each start is improved by moving
        one actor, or swapping two, until nothing gets better. The best is the value.

    Returns
    -------
    fit
        Correlation over pairs of actors between tied (1) or not (0) and the ideal pattern (1 where either
        is in the core, 0 where both are in the periphery), for the core that makes it greatest (Borgatti & Everett
        2000, doi:10.1016/S0378-8733(99)00019-2, eq. 1–2). 1 for a star; never negative; random ties have more
        than 0 too. ``nan`` with fewer than three actors, where nobody or everybody is tied, and with more than two
        million ties.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> links = [("stad", "1"), ("Ikea", "1"), ("stad", "2"), ("Mimer", "2"), ("stad", "3"), ("Polisen", "3")]
    >>> round(core_periphery(two_mode_of_pairs(links)), 9)
    1.0
    """
    found = _best(network, seed)
    return nan if found is None else float(found.fit[0].max())


def core_periphery_p(
    network: nx.Graph[str], *, seed: int = 1, samples: int = 199, null: CoreNull = "sizes"
) -> float:
    """
    Return how often chance alone gives as good a fit to a core and a periphery.

    Parameters
    ----------
    network
        Two-mode network.
    seed
        Of the random networks and of the search in each of them.
    samples
        How many random networks.
    null
        What they share with the network. ``"sizes"``: each initiative has as many actors, drawn among all
        (Neal, Domagalski & Sagan 2021, doi:10.1038/s41598-021-03238-3, fixed column model). ``"ties"``: as many
        pairs are tied (Boyd, Fitzgerald & Beck 2006), which nearly any projection beats, because an
        initiative makes ties between all of its actors at once. ``"fixed-degree"``: also each actor is in as many
        initiatives (Strona et al. 2014, doi:10.1038/ncomms5114), which nearly nothing beats, because a core is
        where those who are in many initiatives meet.

    Returns
    -------
    p
        (1 + samples that fit as well or better) / (1 + samples), from 1/(1 + samples) to 1; the core is sought
        anew in each, as hard as in the network itself. ``nan`` where :func:`core_periphery` is, and with more than
        :data:`MOST_ACTORS_IN_TEST` actors or :data:`MOST_TIES_IN_TEST` ties.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    if _best(network, seed) is None:
        return nan
    _, ties = tie_matrix(network)
    if ties.shape[0] > MOST_ACTORS_IN_TEST or ties.nnz > 2 * MOST_TIES_IN_TEST:
        return nan
    chance = np.random.default_rng(seed)
    observed = cores_found([_unweighted(ties)], chance, starts=_STARTS_IN_TEST).fit[0].max()
    drawn = _DRAWS[null](incidence(network).tying, ties, samples, chance)
    hits = 0
    for some in _batches(drawn):
        fits = cores_found(some, chance, starts=_STARTS_IN_TEST).fit.max(axis=1)
        # A sample without a pattern, all tied or none, fits nothing.
        hits += int((fits >= observed - 1e-12).sum())
    return (1 + hits) / (1 + samples)


def core_members(network: nx.Graph[str], *, seed: int = 1) -> pl.DataFrame:
    """
    Return who is in the core that :func:`core_periphery` found.

    Of several cores that fit equally well, the one with fewest actors, then with the first IRIs.

    Returns
    -------
    members
        Columns ``id, label, sector, core`` (true or false), ``share_of_best`` (of all different cores found that
        fit equally well, the share that has the actor: between 0 and 1 means that the ties do not tell),
        ``core_ties``, ``periphery_ties`` (with how many of each the actor is tied). The core first, then by label
        and IRI. No rows where the measure is not defined.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    found = _best(network, seed)
    if found is None:
        return pl.DataFrame(schema=_MEMBERS)
    nodes, ties = tie_matrix(network)
    fit, cores = found.fit[0], found.cores[0]
    best = np.unique(cores[:, fit >= fit.max() - 1e-12], axis=1)
    chosen = best[
        :, min(range(best.shape[1]), key=lambda one: (best[:, one].sum(), (~best[:, one]).tolist()))
    ]
    pattern = _unweighted(ties)
    to_core = pattern @ chosen.astype(float)
    to_all = np.diff(pattern.indptr)
    rows = [
        (
            node,
            str(network.nodes[node].get("label") or node),
            network.nodes[node].get("sector"),
            bool(chosen[row]),
            float(best[row].mean()),
            int(to_core[row]),
            int(to_all[row] - to_core[row]),
        )
        for row, node in enumerate(nodes)
    ]
    table = pl.DataFrame(rows, schema=_MEMBERS, orient="row")
    return table.sort("core", "label", "id", descending=[True, False, False])


def _best(network: nx.Graph[str], seed: int) -> Found | None:
    """Return the cores found from each start; ``None`` where there is no pattern to fit."""
    actors = len(incidence(network).actors)
    if actors < 3 or _many_ties(network):  # noqa: PLR2004 -- two have no pattern
        return None
    _, ties = tie_matrix(network)
    if ties.nnz in (0, actors * (actors - 1)):
        return None
    return kept(
        network,
        f"cores {seed}",
        lambda: cores_found([_unweighted(ties)], np.random.default_rng(seed), starts=_STARTS, greedy=True),
    )


def _many_ties(network: nx.Graph[str]) -> bool:
    """Return whether an initiative or all of them make more ties than a core is sought among."""
    sizes = np.bincount(incidence(network).tying.indices)
    return bool((sizes * (sizes - 1)).sum() > 2 * _MOST_TIES)


def _unweighted(ties: sparse.csr_array) -> sparse.csr_array:
    return sparse.csr_array((np.ones(ties.nnz), ties.indices, ties.indptr), shape=ties.shape)


def _batches(drawn: Iterator[sparse.csr_array]) -> Iterator[list[sparse.csr_array]]:
    """Yield samples, as many at a time as have a bounded number of ties."""
    some: list[sparse.csr_array] = []
    for ties in drawn:
        some.append(ties)
        if sum(sample.nnz for sample in some) > _TIES_AT_A_TIME:
            yield some
            some = []
    if some:
        yield some


def _of_sizes(
    has: sparse.csr_array, _: sparse.csr_array, samples: int, chance: np.random.Generator
) -> Iterator[sparse.csr_array]:
    """Yield the ties of as many initiatives of the same sizes, with actors at random."""
    sizes = np.bincount(has.indices, minlength=has.shape[1])
    columns = np.repeat(np.arange(len(sizes)), sizes)
    among = np.arange(has.shape[0])[None, :] < sizes[:, None]
    for _sample in range(samples):
        order = np.argsort(chance.random(among.shape), axis=1)
        yield _ties_of(order[among], columns, has.shape)


def _of_ties(
    _: sparse.csr_array, ties: sparse.csr_array, samples: int, chance: np.random.Generator
) -> Iterator[sparse.csr_array]:
    """Yield as many ties among all pairs."""
    above = np.triu_indices(ties.shape[0], k=1)
    for _sample in range(samples):
        chosen = chance.choice(len(above[0]), size=ties.nnz // 2, replace=False)
        one, other = above[0][chosen], above[1][chosen]
        ends = np.concatenate([one, other]), np.concatenate([other, one])
        yield sparse.csr_array((np.ones(ties.nnz), ends), shape=ties.shape)


def _of_degrees(
    has: sparse.csr_array, _: sparse.csr_array, samples: int, chance: np.random.Generator
) -> Iterator[sparse.csr_array]:
    """Yield the ties of networks where each actor and each initiative has as many participations."""
    for network in fixed_degree_samples(has, samples=samples, seed=int(chance.integers(2**31))):
        cells = network.tocoo()
        yield _ties_of(cells.row, cells.col, has.shape)


def _ties_of(rows: NDArray[np.int64], columns: NDArray[np.int64], shape: tuple[int, int]) -> sparse.csr_array:
    """Return who share something, 1.0, with an empty diagonal."""
    has = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    ties = without_diagonal(sparse.csr_array(has @ has.T))
    ties.data = np.ones(ties.nnz)
    return ties


_DRAWS: Final = {"sizes": _of_sizes, "ties": _of_ties, "fixed-degree": _of_degrees}
