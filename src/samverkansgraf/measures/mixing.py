"""Whom actors are tied to: their own sector, or others."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.limits import refuse_if_long
from samverkansgraf.network import tie_matrix
from samverkansgraf.network.sparse_cells import above_diagonal

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    from numpy.typing import NDArray

#: Meetings of two actors, in all permutations together, that are gone through.
_MOST_MEETINGS: Final = 2_000_000_000

_MIXING: Final = {
    "group_a": pl.String(),
    "group_b": pl.String(),
    "ties": pl.Int64(),
    "possible": pl.Int64(),
    "expected": pl.Float64(),
}
_GROUPS: Final = {
    "group": pl.String(),
    "actors": pl.Int64(),
    "internal": pl.Int64(),
    "external": pl.Int64(),
    "ei_index": pl.Float64(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EITest:
    """
    An E–I index beside what chance would give.

    Attributes
    ----------
    observed
        The index, as :func:`ei_index` has it.
    expected
        Its mean over all ways to share the groups out among the actors: 1 − 2 × the share of pairs of actors
        in one group.
    low, high
        Between them lie 95 % of the permutations.
    p_within, p_between
        The share of permutations with an index as low as the observed or lower (ties within groups more than chance),
        and as high or higher; the observed counts as one of them (Phipson & Smyth 2010,
        doi:10.2202/1544-6115.1585).
    p_value
        Two-sided: twice the lesser of the two, at most 1.
    rescaled
        The index as −1 to 1 between the least and the greatest that groups of these sizes with this many
        ties can have.
    ties, left_out
        The ties counted, and those with an actor whose group is not known.
    groups
        Columns ``group, actors, internal, external, ei_index``, by group: a tie between two groups counts in
        both. An index without ties is null.
    permutations, seed
        How the values of chance were had.
    """

    observed: float
    expected: float
    low: float
    high: float
    p_within: float
    p_between: float
    p_value: float
    rescaled: float
    ties: int
    left_out: int
    groups: pl.DataFrame
    permutations: int
    seed: int


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Ties between actors of known group: the groups, each actor's, and the two ends of each tie once."""

    names: tuple[str, ...]
    group: NDArray[np.int64]
    ends: NDArray[np.int64]
    left_out: int

    @property
    def sizes(self) -> NDArray[np.int64]:
        return np.bincount(self.group, minlength=len(self.names)).astype(np.int64)

    @property
    def within(self) -> int:
        """The ties that join two actors of one group."""
        return self.within_if(self.group)

    def within_if(self, group: NDArray[np.int64]) -> int:
        """Return the ties within a group if the actors' groups were these."""
        return int(np.count_nonzero(group[self.ends[0]] == group[self.ends[1]]))

    @property
    def counts(self) -> NDArray[np.int64]:
        """Groups × groups: the ties of each pair of groups in both its cells, those within once."""
        one, other = self.group[self.ends[0]], self.group[self.ends[1]]
        k = len(self.names)
        flat = np.bincount(np.minimum(one, other) * k + np.maximum(one, other), minlength=k * k)
        upper = flat.reshape(k, k)
        return (upper + np.triu(upper, k=1).T).astype(np.int64)

    @property
    def possible(self) -> NDArray[np.int64]:
        """Groups × groups: the pairs of actors, as ``counts`` has the ties."""
        sizes = self.sizes
        pairs = np.outer(sizes, sizes)
        np.fill_diagonal(pairs, sizes * (sizes - 1) // 2)
        return pairs


def ei_index(network: nx.Graph[str], *, by: Mapping[str, str | None] | None = None) -> float:
    """
    Return whether actors are tied across groups rather than within them.

    Parameters
    ----------
    network
        Two-mode network; the index is of the unweighted projection onto actors.
    by
        Actor -> its group, ``None`` or absent where not known; the actors' sectors if not given.

    Returns
    -------
    index
        (E − I)/(E + I) for E ties between and I ties within groups, −1 to 1 (Krackhardt & Stern 1988,
        doi:10.2307/2786835), each tie of the projection counted once. A tie with an actor whose group
        is not known is left out; ``nan`` where none is left.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")])
    >>> ei_index(network, by={"Mimer": "Bäckby", "Polisen": "Centrum"})
    1.0
    """
    grouped = _grouped(network, by)
    return _index(grouped.ends.shape[1], grouped.within)


def ei_index_test(
    network: nx.Graph[str],
    *,
    by: Mapping[str, str | None] | None = None,
    permutations: int = 1000,
    seed: int = 1,
) -> EITest:
    """
    Return the E–I index beside that of groups shared out by chance among the same actors.

    Parameters
    ----------
    network, by
        As :func:`ei_index` takes them.
    permutations
        How many times the groups are shared out anew among the actors whose group is known, their ties
        staying as they are.
    seed
        Of chance.

    Returns
    -------
    test
        Without ties between actors of known group, all but the counts is ``nan``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There are to be no permutations, or the ties are too many for so many.
    """
    if permutations < 1:
        raise UsageError(f"ei_index_test: {permutations} permutations; give 1 or more, 1000 as a rule")
    refuse_if_long("ei_index_test", network, permutations, most=_MOST_MEETINGS, fewer="permutations")
    grouped = _grouped(network, by)
    ties, within = grouped.ends.shape[1], grouped.within
    low = high = p_within = p_between = nan
    if ties:
        chance = np.random.default_rng(seed)
        drawn = np.array(
            [grouped.within_if(chance.permutation(grouped.group)) for _ in range(permutations)],
        )
        low, high = np.percentile(1 - 2 * drawn / ties, [2.5, 97.5]).tolist()
        p_within = (1 + int(np.count_nonzero(drawn >= within))) / (1 + permutations)
        p_between = (1 + int(np.count_nonzero(drawn <= within))) / (1 + permutations)
    same, pairs = _pairs(grouped)
    return EITest(
        observed=_index(ties, within),
        expected=1 - 2 * same / pairs if ties else nan,
        low=low,
        high=high,
        p_within=p_within,
        p_between=p_between,
        p_value=min(1.0, 2 * min(p_within, p_between)) if ties else nan,
        rescaled=_rescaled(ties, within, same, pairs),
        ties=ties,
        left_out=grouped.left_out,
        groups=_of_groups(grouped),
        permutations=permutations,
        seed=seed,
    )


def assortativity_sector(network: nx.Graph[str]) -> float:
    """
    Return whether actors are tied to their own sector more than the ties each sector has would give.

    Returns
    -------
    assortativity
        (Σe_ii − Σa_i²)/(1 − Σa_i²), e_ij being the share of tie ends that lead from sector i to sector j and
        a_i = Σ_j e_ij (Newman 2003, doi:10.1103/PhysRevE.67.026126): 1 where all ties are within sectors, 0 as
        chance would have it, at least −1. Of the unweighted projection onto actors; actors whose sector is not
        known are left out with their ties. ``nan`` where no tie is left, or all are within a single sector.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    grouped = _grouped(network, None)
    ends = grouped.counts.astype(np.float64)
    np.fill_diagonal(ends, 2 * ends.diagonal())
    if not ends.sum():
        return nan
    shares = ends / ends.sum()
    by_chance = float((shares.sum(axis=0) ** 2).sum())
    if np.count_nonzero(ends.sum(axis=0)) == 1:
        return nan
    return (float(shares.trace()) - by_chance) / (1 - by_chance)


def mixing_matrix(network: nx.Graph[str], *, by: Mapping[str, str | None] | None = None) -> pl.DataFrame:
    """
    Return the ties of each pair of groups, and of each group within itself.

    Parameters
    ----------
    network, by
        As :func:`ei_index` takes them.

    Returns
    -------
    mixing
        Columns ``group_a, group_b, ties, possible, expected``, every pair of groups once, those without
        ties too, sorted. ``ties`` counts each tie of the projection once, ``possible`` the pairs of actors, and
        ``expected`` the ties if the groups were shared out among the actors by chance, null with fewer than two
        actors. Actors whose group is not known are left out with their ties.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs((who, "EST") for who in ("Mimer", "Polisen", "stad"))
    >>> mixing_matrix(network, by={"Mimer": "kommun", "Polisen": "stat", "stad": "kommun"}).rows()
    [('kommun', 'kommun', 1, 1, 1.0), ('kommun', 'stat', 2, 2, 2.0), ('stat', 'stat', 0, 0, 0.0)]
    """
    grouped = _grouped(network, by)
    rows, columns = np.triu_indices(len(grouped.names))
    possible = grouped.possible[rows, columns]
    _, pairs = _pairs(grouped)
    ties = grouped.ends.shape[1]
    return pl.DataFrame(
        {
            "group_a": [grouped.names[row] for row in rows],
            "group_b": [grouped.names[column] for column in columns],
            "ties": grouped.counts[rows, columns],
            "possible": possible,
            "expected": possible * (ties / pairs) if pairs else [None] * len(rows),
        },
        schema=_MIXING,
    )


def _grouped(network: nx.Graph[str], by: Mapping[str, str | None] | None) -> _Grouped:
    nodes, matrix = tie_matrix(network)
    of = [network.nodes[node].get("sector") if by is None else by.get(node) for node in nodes]
    names = tuple(sorted({group for group in of if group}))
    number = {name: position for position, name in enumerate(names)}
    group = np.array([number[one] if one else -1 for one in of], dtype=np.int64)
    one, other, _ = above_diagonal(matrix)
    known = (group[one] >= 0) & (group[other] >= 0)
    place = np.cumsum(group >= 0) - 1
    ends = np.stack([place[one[known]], place[other[known]]])
    return _Grouped(names, group[group >= 0], ends, int(len(one) - np.count_nonzero(known)))


def _index(ties: int, within: int) -> float:
    return (ties - 2 * within) / ties if ties else nan


def _pairs(grouped: _Grouped) -> tuple[int, int]:
    """Return the pairs of actors in one group, and all pairs."""
    everyone = len(grouped.group)
    return int(grouped.possible.trace()), everyone * (everyone - 1) // 2


def _rescaled(ties: int, within: int, same: int, pairs: int) -> float:
    """Return the index between the least and the most ties within groups that there can be."""
    least, most = max(0, ties - (pairs - same)), min(ties, same)
    return 1 - 2 * (within - least) / (most - least) if most > least else nan


def _of_groups(grouped: _Grouped) -> pl.DataFrame:
    counts = grouped.counts
    internal = counts.diagonal()
    external = counts.sum(axis=1) - internal
    every = (internal + external).tolist()
    return pl.DataFrame(
        {
            "group": grouped.names,
            "actors": grouped.sizes,
            "internal": internal,
            "external": external,
            "ei_index": [
                (out - own) / total if total else None
                for out, own, total in zip(external.tolist(), internal.tolist(), every, strict=True)
            ],
        },
        schema=_GROUPS,
    )
