"""
Whether actors that meet work in the same districts otherwise.

An actor works where its initiatives are placed. Two that meet in a placed initiative therefore work in one
district both, and an index of ties within districts would find nothing but that. So a tie is compared with what the
two do *apart*: the districts of the initiatives of each that the other is not in. A tie is within districts if these
have one in common, between districts if not, and is left out where either of the two does nothing apart that is
placed in a district. What chance gives is had from random networks treated alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.measures.limits import refuse_if_long
from samverkansgraf.measures.null_models import null_samples
from samverkansgraf.measures.sparse_products import product_where
from samverkansgraf.network import incidence
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import networkx as nx
    from numpy.typing import NDArray

    from samverkansgraf.frames import Frames

#: How many random networks, unless said.
SAMPLES: Final = 200

_MIXING: Final = {
    "group_a": pl.String(),
    "group_b": pl.String(),
    "ties": pl.Int64(),
    "expected": pl.Float64(),
    "samples": pl.Int64(),
}
_GROUPS: Final = {
    "group": pl.String(),
    "actors": pl.Int64(),
    "internal": pl.Int64(),
    "external": pl.Int64(),
    "ei_index": pl.Float64(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictTest:
    """
    An E–I index by district beside that of random networks.

    Attributes
    ----------
    observed
        (E − I)/(E + I) for E ties between and I ties within districts, −1 to 1 (Krackhardt & Stern 1988,
        doi:10.2307/2786835).
    expected, low, high
        Of the random networks the mean, and between which 95 % of them lie.
    p_within, p_between
        The share of random networks with an index as low as the observed or lower, and as high or higher; the observed
        counts as one of them (Phipson & Smyth 2010, doi:10.2202/1544-6115.1585).
    p_value
        Two-sided: twice the lesser of the two, at most 1.
    ties, left_out
        The ties counted, and those with an actor of which nothing placed is known apart from the other.
    groups
        Columns ``group, actors, internal, external, ei_index``, by district: the actors that work there, the ties whose
        ends both do so apart from each other, and those of which one does. A tie may be in several.
    samples, defined, seed
        How many random networks, in how many of them the index is defined, and of which seed.
    """

    observed: float
    expected: float
    low: float
    high: float
    p_within: float
    p_between: float
    p_value: float
    ties: int
    left_out: int
    groups: pl.DataFrame
    samples: int
    defined: int
    seed: int


@dataclass(frozen=True, slots=True)
class _Apart:
    """Ties × districts: where the one end works apart from the other, and the other from the one."""

    one: NDArray[np.bool_]
    other: NDArray[np.bool_]

    @property
    def known(self) -> NDArray[np.bool_]:
        both: NDArray[np.bool_] = np.logical_and(np.any(self.one, axis=1), np.any(self.other, axis=1))
        return both

    @property
    def within(self) -> int:
        """The ties whose ends have a district in common."""
        return int(np.count_nonzero((self.one & self.other).any(axis=1)))

    @property
    def index(self) -> float:
        ties = int(np.count_nonzero(self.known))
        return (ties - 2 * self.within) / ties if ties else nan

    def mixing(self) -> NDArray[np.int64]:
        """Return districts × districts: the ties with one end in either, in both cells; within on the diagonal."""
        k = self.one.shape[1]
        counts = np.zeros((k, k), dtype=np.int64)
        for a in range(k):
            either = (self.one[:, [a]] & self.other) | (self.other[:, [a]] & self.one)
            counts[a] = np.count_nonzero(either, axis=0)
        return counts


def placed_in_districts(
    frames: Frames, selection: Selection = DEFAULT_SELECTION
) -> dict[str, tuple[str, ...]]:
    """
    Return the districts that each initiative is placed in, by placements of the certainties selected.

    A placement in a group of districts is one in each that the group lists; one in a larger place says nothing of
    districts, nor does a group that lists none. Initiatives without districts are left out.
    """
    districts = set(frames.places.filter(kind="district")["place"])
    members = {
        place: districts.intersection(listed or ())
        for place, listed in frames.places.select("place", "members").iter_rows()
    }
    found: dict[str, set[str]] = {}
    rows = frames.placements.filter(pl.col("certainty").is_in(selection.certainty))
    for initiative, place in rows.select("initiative", "place").iter_rows():
        inside = {place} if place in districts else members.get(place, set())
        found.setdefault(initiative, set()).update(inside)
    return {initiative: tuple(sorted(several)) for initiative, several in sorted(found.items()) if several}


def ei_index_by_district(network: nx.Graph[str], placed: Mapping[str, Collection[str]]) -> float:
    """
    Return whether actors that meet work in other districts than each other in what they do apart.

    Parameters
    ----------
    network
        Two-mode network; an initiative that ``is_set`` ties nobody, but its actors work where it is placed.
    placed
        Initiative -> its districts.

    Returns
    -------
    index
        (E − I)/(E + I), −1 to 1, for the ties of the unweighted projection onto actors: I of which the ends have a
        district in common among those of the initiatives that only one of them is in, and E of which they have
        none (after Krackhardt & Stern 1988, doi:10.2307/2786835). A tie is left out where either end has no district
        apart; ``nan`` where none is left.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> links = [("Mimer", "EST"), ("stad", "EST"), ("Mimer", "Gårdar"), ("stad", "Träff")]
    >>> network = two_mode_of_pairs(links)
    >>> ei_index_by_district(network, {"EST": ["Råby"], "Gårdar": ["Bäckby"], "Träff": ["Bäckby"]})
    -1.0
    """
    arrays = incidence(network)
    _, districts = _districts(arrays.initiatives, placed)
    return _apart(arrays.matrix, arrays.is_set, districts).index


def ties_by_district(network: nx.Graph[str], placed: Mapping[str, Collection[str]]) -> tuple[int, int]:
    """
    Return how many ties count in :func:`ei_index_by_district`, and how many are left out.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    arrays = incidence(network)
    _, districts = _districts(arrays.initiatives, placed)
    known = _apart(arrays.matrix, arrays.is_set, districts).known
    return int(np.count_nonzero(known)), int(np.count_nonzero(~known))


def ei_district_test(
    network: nx.Graph[str], placed: Mapping[str, Collection[str]], *, samples: int = SAMPLES, seed: int = 1
) -> DistrictTest:
    """
    Return the E–I index by district beside that of random networks.

    Parameters
    ----------
    network, placed
        As :func:`ei_index_by_district` takes them.
    samples
        How many random networks: every actor in as many initiatives, every initiative with as many actors and placed
        where it is (Strona et al. 2014, doi:10.1038/ncomms5114).
    seed
        Of these.

    Returns
    -------
    test
        Without ties that count, all but the counts is ``nan``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        Fewer than one sample is asked for, or the ties are too many for so many samples.
    """
    arrays = incidence(network)
    refuse_if_long("by district", network, samples)
    names, districts = _districts(arrays.initiatives, placed)
    found = _apart(arrays.matrix, arrays.is_set, districts)
    observed, ties = found.index, int(np.count_nonzero(found.known))
    low = high = expected = p_within = p_between = nan
    drawn = np.array(
        [
            _apart(cells, arrays.is_set, districts).index
            for cells in null_samples(arrays.matrix, "fixed-degree", samples=samples, seed=seed)
        ]
    )
    drawn = drawn[~np.isnan(drawn)]
    if not isnan(observed) and len(drawn):
        expected = float(drawn.mean())
        low, high = np.percentile(drawn, [2.5, 97.5]).tolist()
        p_within = (1 + int(np.count_nonzero(drawn <= observed + 1e-12))) / (1 + len(drawn))
        p_between = (1 + int(np.count_nonzero(drawn >= observed - 1e-12))) / (1 + len(drawn))
    works = (arrays.matrix @ districts).toarray() > 0
    return DistrictTest(
        observed=observed,
        expected=expected,
        low=low,
        high=high,
        p_within=p_within,
        p_between=p_between,
        p_value=min(1.0, 2 * min(p_within, p_between)) if not isnan(p_within) else nan,
        ties=ties,
        left_out=len(found.known) - ties,
        groups=_of_districts(names, works, found),
        samples=samples,
        defined=len(drawn),
        seed=seed,
    )


def mixing_by_district(
    network: nx.Graph[str], placed: Mapping[str, Collection[str]], *, samples: int = SAMPLES, seed: int = 1
) -> pl.DataFrame:
    """
    Return the ties between actors that work in each pair of districts apart from each other, and within each.

    Parameters
    ----------
    network, placed, samples, seed
        As :func:`ei_district_test` takes them.

    Returns
    -------
    mixing
        Columns ``group_a, group_b, ties, expected, samples``, every pair of districts once, those without ties too,
        sorted. A tie whose ends work in several districts is in several rows. ``expected`` is the share of the ties
        that count in the random networks, times those that count here; null where none counts in any of them.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        Fewer than one sample is asked for, or the ties are too many for so many samples.
    """
    arrays = incidence(network)
    refuse_if_long("by district", network, samples)
    names, districts = _districts(arrays.initiatives, placed)
    found = _apart(arrays.matrix, arrays.is_set, districts)
    ties, counted = found.mixing(), int(np.count_nonzero(found.known))
    total, drawn = np.zeros(ties.shape), 0
    for cells in null_samples(arrays.matrix, "fixed-degree", samples=samples, seed=seed):
        one = _apart(cells, arrays.is_set, districts)
        total += one.mixing()
        drawn += int(np.count_nonzero(one.known))
    rows, columns = np.triu_indices(len(names))
    return pl.DataFrame(
        {
            "group_a": [names[row] for row in rows],
            "group_b": [names[column] for column in columns],
            "ties": ties[rows, columns],
            "expected": total[rows, columns] * counted / drawn if drawn else [None] * len(rows),
            "samples": [samples] * len(rows),
        },
        schema=_MIXING,
    )


def _districts(
    initiatives: tuple[str, ...], placed: Mapping[str, Collection[str]]
) -> tuple[tuple[str, ...], sparse.csr_array]:
    """Return the names of districts, sorted, and initiatives × districts."""
    names = tuple(sorted({name for one in initiatives for name in placed.get(one, ())}))
    number = {name: position for position, name in enumerate(names)}
    cells = [(row, number[name]) for row, one in enumerate(initiatives) for name in set(placed.get(one, ()))]
    ends = np.array(cells, dtype=np.int64).reshape(-1, 2)
    shape = (len(initiatives), len(names))
    return names, sparse.csr_array((np.ones(len(cells)), (ends[:, 0], ends[:, 1])), shape=shape)


def _apart(has: sparse.csr_array, is_set: NDArray[np.bool_], districts: sparse.csr_array) -> _Apart:
    """Return where the ends of each tie work apart from each other."""
    tying = sparse.csr_array(has[:, np.flatnonzero(~is_set)])
    ties = sparse.triu(tying @ tying.T, k=1, format="csr")
    one = np.repeat(np.arange(ties.shape[0]), np.diff(ties.indptr))
    works = (has @ districts).toarray()
    places = districts.tocsc()
    apart = np.zeros((2, ties.nnz, districts.shape[1]), dtype=bool)
    turned = sparse.csr_array(has.T)
    for number in range(districts.shape[1]):
        here = places.indices[places.indptr[number] : places.indptr[number + 1]]
        together = product_where(ties, sparse.csr_array(has[:, here]), sparse.csr_array(turned[here]))
        apart[0, :, number] = works[one, number] > together
        apart[1, :, number] = works[ties.indices, number] > together
    return _Apart(apart[0], apart[1])


def _of_districts(names: tuple[str, ...], works: NDArray[np.bool_], found: _Apart) -> pl.DataFrame:
    known = found.known[:, None]
    internal = np.count_nonzero(found.one & found.other, axis=0)
    external = np.count_nonzero((found.one ^ found.other) & known, axis=0)
    every = internal + external
    index = np.divide(external - internal, every, out=np.full(len(names), nan), where=every > 0)
    return pl.DataFrame(
        {
            "group": names,
            "actors": np.count_nonzero(works, axis=0),
            "internal": internal,
            "external": external,
            "ei_index": index,
        },
        schema=_GROUPS,
    ).with_columns(pl.col("ei_index").fill_nan(None))
