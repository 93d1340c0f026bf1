"""Communities of actors who meet each other, and how far they depend on chance."""

from __future__ import annotations

import random
from contextlib import contextmanager
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.limits import refuse_if_long
from samverkansgraf.network import tie_matrix
from samverkansgraf.network.sparse_cells import above_diagonal

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    from numpy.typing import NDArray

    from samverkansgraf.network.projection import Weight

    Labels = NDArray[np.int64]

#: Two tied actors in one community in fewer runs than this are not held together when consensus is sought.
_TOGETHER: Final = 0.5

#: A tie within a community in more than this share of runs and less than one minus it is ambiguous.
AMBIGUOUS: Final = 0.05

#: Rounds of consensus before the partition most often found is taken.
_ROUNDS: Final = 50

_GROUPS: Final = {"actor": pl.String(), "label": pl.String(), "group": pl.Int64(), "share": pl.Float64()}
_TIES: Final = {
    "actor_a": pl.String(),
    "label_a": pl.String(),
    "actor_b": pl.String(),
    "label_b": pl.String(),
    "together": pl.Float64(),
}


#: Meetings of two actors, in all runs together, that are gone through.
_MOST_MEETINGS: Final = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Communities:
    """
    Communities that runs of an algorithm agree on, and how far they agree.

    Attributes
    ----------
    members
        Columns ``actor, label, group, share``, by group and actor. Group 1 is the largest; an actor tied to nobody is a
        group of its own, after the others. ``share``: the share of runs in which the actor is in the community that
        answers to its group (each has more members in common with the other than with any else).
    ambiguous
        Columns ``actor_a, label_a, actor_b, label_b, together``: the ties within a community in more than
        5 % and less than 95 % of the runs, and the share of runs, those nearest to half first.
    modularity
        Newman's modularity of the groups, of the weighted projection and at the resolution.
    modularity_low, modularity_high
        The least and the greatest of the runs.
    groups, isolates
        Groups of tied actors; and actors tied to nobody, a group each besides.
    groups_low, groups_high
        The fewest and the most groups of tied actors in a run.
    agreement, agreement_low, agreement_high
        Adjusted Rand index (Hubert & Arabie 1985, doi:10.1007/BF01908075) between two runs, among actors
        with ties: the mean, and between which 95 % of the pairs of runs lie. 1 is the same communities, 0 what
        chance gives.
    runs, seed, resolution
        How they were had.
    """

    members: pl.DataFrame
    ambiguous: pl.DataFrame
    modularity: float
    modularity_low: float
    modularity_high: float
    groups: int
    isolates: int
    groups_low: int
    groups_high: int
    agreement: float
    agreement_low: float
    agreement_high: float
    runs: int
    seed: int
    resolution: float

    @property
    def summary(self) -> pl.DataFrame:
        """One row: everything that is a number; what is not defined is null."""
        names = [name for name in self.__dataclass_fields__ if name not in {"members", "ambiguous"}]
        row = {name: getattr(self, name) for name in names}
        frame = pl.DataFrame({**row, "ambiguous_ties": self.ambiguous.height}, strict=False)
        return frame.fill_nan(None)


def communities(
    network: nx.Graph[str],
    *,
    runs: int = 100,
    seed: int = 1,
    resolution: float = 1.0,
    weight: Weight = "shared",
) -> Communities:
    """
    Return communities of actors who meet each other more than chance would have it, and their stability.

    The Leiden algorithm (Traag, Waltman & van Eck 2019, doi:10.1038/s41598-019-41695-z) seeks the greatest
    modularity of the weighted projection onto actors, once in each run, until it finds nothing better. The groups are the
    consensus of the runs (Lancichinetti & Fortunato 2012, doi:10.1038/srep00336): ties weighted by the share of
    runs that hold them within a community, those below one half left out, are given to the algorithm anew
    until all runs agree; the shares are of ties only, as in Tandon et al. 2019
    (doi:10.1103/PhysRevE.99.042301).

    Parameters
    ----------
    network
        Two-mode network.
    runs
        How many.
    seed
        Of chance.
    resolution
        Above 1 gives smaller communities, below 1 larger ones.
    weight
        Of the projection's ties.

    Returns
    -------
    communities
        Where no two actors are tied, each is alone, and modularity and agreement are ``nan``; with one run
        agreement is.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There are to be no runs, the resolution is not above 0, or the ties are too many for so many runs.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> pairs = [("a", "1"), ("b", "1"), ("c", "2"), ("d", "2"), ("e", "3")]
    >>> communities(two_mode_of_pairs(pairs), runs=5).members["group"].to_list()
    [1, 1, 2, 2, 3]
    """
    if runs < 1:
        raise UsageError(f"communities: {runs} runs; give 1 or more, 100 as a rule")
    if not resolution > 0:
        raise UsageError(f"communities: resolution is {resolution}; give a number above 0, 1 as a rule")
    refuse_if_long("communities", network, runs, most=_MOST_MEETINGS, fewer="runs")
    nodes, matrix = tie_matrix(network, weight=weight)
    tied, ends, weights = _tied(matrix)
    with _igraph_chance(seed):
        found = _partitions(len(tied), ends, weights, runs, resolution)
        consensus = _by_size(_consensus(len(tied), ends, found, resolution))
    together = _together(found, ends)
    qualities = [_modularity(labels, ends, weights, resolution) for labels in found]
    low, mean, high = _agreement(found)
    counts = [int(labels.max(initial=-1)) + 1 for labels in found]
    labels = [str(network.nodes[node].get("label") or node) for node in nodes]
    return Communities(
        members=_members(nodes, labels, tied, consensus, _shares(consensus, found)),
        ambiguous=_ambiguous([nodes[one] for one in tied], [labels[one] for one in tied], ends, together),
        modularity=_modularity(consensus, ends, weights, resolution),
        modularity_low=min(qualities),
        modularity_high=max(qualities),
        groups=int(consensus.max(initial=-1)) + 1,
        isolates=len(nodes) - len(tied),
        groups_low=min(counts),
        groups_high=max(counts),
        agreement=mean,
        agreement_low=low,
        agreement_high=high,
        runs=runs,
        seed=seed,
        resolution=resolution,
    )


def modularity_of_run(network: nx.Graph[str], *, seed: int = 1) -> float:
    """
    Return the modularity of :func:`communities` with one run, and nothing else of it.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many.
    """
    refuse_if_long("communities", network, 1, most=_MOST_MEETINGS, fewer="runs")
    tied, ends, weights = _tied(tie_matrix(network)[1])
    with _igraph_chance(seed):
        (found,) = _partitions(len(tied), ends, weights, 1, 1.0)
    return _modularity(_by_size(found), ends, weights, 1.0)


def _tied(matrix: sparse.csr_array) -> tuple[Labels, Labels, NDArray[np.float64]]:
    """Return the actors that are tied, the ends of each tie among these, and its weight."""
    tied = np.flatnonzero(np.diff(matrix.indptr))
    place = np.cumsum(np.diff(matrix.indptr) > 0) - 1
    rows, columns, weights = above_diagonal(matrix)
    return tied, np.stack([place[rows], place[columns]]).astype(np.int64), weights


@contextmanager
def _igraph_chance(seed: int) -> Iterator[None]:
    """Take igraph's chance from a seed, and give it back its own."""
    import igraph

    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 -- draws partitions, guards nothing
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _partitions(
    size: int, ends: Labels, weights: NDArray[np.float64], runs: int, resolution: float
) -> list[Labels]:
    """Return the communities of each run, numbered by their first actor."""
    import igraph

    graph: Any = igraph.Graph(n=size, edges=ends.T, directed=False)
    found = []
    for _ in range(runs):
        run = graph.community_leiden(
            objective_function="modularity", weights=weights.tolist(), resolution=resolution, n_iterations=-1
        )
        found.append(_numbered(np.array(run.membership, dtype=np.int64)))
    return found


def _consensus(size: int, ends: Labels, found: list[Labels], resolution: float) -> Labels:
    """Return the partition that runs on their own agreement come to agree on."""
    for _ in range(_ROUNDS):
        distinct, times = np.unique(np.stack(found), axis=0, return_counts=True)
        if len(distinct) == 1:
            break
        together = _together(found, ends)
        # The strongest tie of an actor stays, so that none is cut off.
        strongest = np.zeros(size)
        np.maximum.at(strongest, ends.ravel(), np.tile(together, 2))
        kept = (together >= _TOGETHER) | (together == strongest[ends]).any(axis=0)
        kept &= together > 0
        found = _partitions(size, ends[:, kept], together[kept], len(found), resolution)
    else:
        distinct, times = np.unique(np.stack(found), axis=0, return_counts=True)
    most: Labels = distinct[int(np.argmax(times))]
    return most


def _together(found: list[Labels], ends: Labels) -> NDArray[np.float64]:
    """Return the share of partitions in which each tie is within a community."""
    total = np.zeros(ends.shape[1])
    for labels in found:
        total += labels[ends[0]] == labels[ends[1]]
    return total / len(found)


def _modularity(labels: Labels, ends: Labels, weights: NDArray[np.float64], resolution: float) -> float:
    """Return the weight within communities less what the actors' weights give by chance, as a share of all."""
    total = float(weights.sum())
    if not total:
        return nan
    strength = np.bincount(ends.ravel(), np.tile(weights, 2), len(labels))
    within = float(weights[labels[ends[0]] == labels[ends[1]]].sum())
    by_chance = float((np.bincount(labels, strength) ** 2).sum())
    return within / total - resolution * by_chance / (2 * total) ** 2


def _agreement(found: list[Labels]) -> tuple[float, float, float]:
    """Return where the middle 95 % of the adjusted Rand indices begin, their mean, and where it ends."""
    import igraph

    if len(found) == 1 or not len(found[0]):
        return nan, nan, nan
    distinct, times = np.unique(np.stack(found), axis=0, return_counts=True)
    values, pairs = [1.0], [int((times * (times - 1) // 2).sum())]
    for one in range(len(distinct)):
        for other in range(one):
            values.append(igraph.compare_communities(distinct[one], distinct[other], method="adjusted_rand"))
            pairs.append(int(times[one] * times[other]))
    every = np.repeat(values, pairs)
    low, high = np.percentile(every, [2.5, 97.5]).tolist()
    return low, float(every.mean()), high


def _shares(consensus: Labels, found: list[Labels]) -> NDArray[np.float64]:
    """Return the share of partitions in which each actor is in the community that answers to its group."""
    times = np.zeros(len(consensus))
    if not len(consensus):
        return times
    for labels in found:
        groups, theirs = int(consensus.max()) + 1, int(labels.max()) + 1
        common = sparse.csr_array((np.ones(len(labels)), (consensus, labels)), shape=(groups, theirs))
        of_group = np.asarray(common.argmax(axis=1)).ravel()
        of_community = np.asarray(common.argmax(axis=0)).ravel()
        answers = of_community[of_group] == np.arange(groups)
        times += answers[consensus] & (labels == of_group[consensus])
    return times / len(found)


def _numbered(labels: Labels) -> Labels:
    """Return the same communities numbered from 0 by their first member."""
    _, first, numbers = np.unique(labels, return_index=True, return_inverse=True)
    place = np.empty(len(first), dtype=np.int64)
    place[np.argsort(first)] = np.arange(len(first))
    return place[numbers]


def _by_size(labels: Labels) -> Labels:
    """Return communities numbered from 0, the largest first, those of one size by their first member."""
    sizes = np.bincount(labels)
    place = np.empty(len(sizes), dtype=np.int64)
    place[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return place[labels]


def _members(
    nodes: tuple[str, ...],
    labels: list[str],
    tied: Labels,
    consensus: Labels,
    shares: NDArray[np.float64],
) -> pl.DataFrame:
    group, share = np.zeros(len(nodes), dtype=np.int64), np.ones(len(nodes))
    group[tied], share[tied] = consensus + 1, shares
    alone = np.flatnonzero(group == 0)
    group[alone] = consensus.max(initial=-1) + 2 + np.arange(len(alone))
    frame = pl.DataFrame({"actor": nodes, "label": labels, "group": group, "share": share}, schema=_GROUPS)
    return frame.sort("group", "actor")


def _ambiguous(
    nodes: list[str], labels: list[str], ends: Labels, together: NDArray[np.float64]
) -> pl.DataFrame:
    some = np.flatnonzero((together > AMBIGUOUS) & (together < 1 - AMBIGUOUS))
    rows = [
        (nodes[one], labels[one], nodes[other], labels[other], share)
        for one, other, share in zip(*ends[:, some].tolist(), together[some].tolist(), strict=True)
    ]
    frame = pl.DataFrame(rows, schema=_TIES, orient="row")
    return frame.sort((pl.col("together") - 0.5).abs(), "actor_a", "actor_b")
