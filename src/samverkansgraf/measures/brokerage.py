"""
Brokerage between sectors after Gould & Fernandez: who stands between two who are not tied themselves.

A broker is tied to two actors that are not tied to each other. The sectors of the three give the role. In an
undirected projection each such pair is two ordered pairs, one in each direction, and both are counted.
An actor whose sector is unknown is left out: it is no broker and nobody is brokered to or from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.measures.brokerage_counts import ROLES, role_counts
from samverkansgraf.network import Side, tie_matrix
from samverkansgraf.network.incidence import kept
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    from samverkansgraf.project import Language

#: A pair counted both ways varies twice as much as two pairs that vary by themselves.
_BOTH_WAYS: Final = np.array([2.0, 2.0, 1.0, 1.0, 2.0])

_COLUMNS: Final = {
    "id": pl.String(),
    "label": pl.String(),
    "sector": pl.String(),
    "role": pl.String(),
    "count": pl.Int64(),
    "expected": pl.Float64(),
    "sd": pl.Float64(),
    "z": pl.Float64(),
    "reason": pl.String(),
}


def brokerage_coordinator(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the ordered pairs of each actor's own sector that it stands between: a, broker and b of one sector.

    Parameters
    ----------
    network
        Two-mode network; ties are those of the unweighted projection onto actors.
    of
        Whose; initiatives have no sector, so theirs is ``nan``.

    Returns
    -------
    coordinator
        Actor -> ordered pairs of its neighbours that are not tied to each other, not normalised (Gould &
        Fernandez 1989, doi:10.2307/270949). An isolate has 0; ``nan`` for an actor of unknown sector, and
        neighbours of unknown sector do not count.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.
    """
    return _role(network, of, "coordinator")


def brokerage_consultant(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the ordered pairs of one other sector that each actor stands between: a and b alike, broker not.

    Also called itinerant broker. Parameters, return value and errors as :func:`brokerage_coordinator` has them.
    """
    return _role(network, of, "consultant")


def brokerage_gatekeeper(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the ordered pairs that each actor lets in from another sector to its own: broker and b alike, a not.

    Where ties have no direction, as in a projection, it equals :func:`brokerage_representative`. Parameters, return
    value and errors as :func:`brokerage_coordinator` has them.
    """
    return _role(network, of, "gatekeeper")


def brokerage_representative(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the ordered pairs that each actor stands for outwards from its sector: a and broker alike, b not.

    Where ties have no direction, as in a projection, it equals :func:`brokerage_gatekeeper`. Parameters, return value
    and errors as :func:`brokerage_coordinator` has them.
    """
    return _role(network, of, "representative")


def brokerage_liaison(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the ordered pairs of two other sectors that each actor stands between: a, broker and b all different.

    Parameters, return value and errors as :func:`brokerage_coordinator` has them.
    """
    return _role(network, of, "liaison")


def brokerage_table(network: nx.Graph[str], *, language: Language = "en") -> pl.DataFrame:
    """
    Return each actor's brokerage by role beside what chance would give in sectors of these sizes.

    Chance is a network with the same actors, sectors and density p in which each pair is tied by itself with
    probability p: expected = p²(1 − p) times the ordered pairs possible (Gould & Fernandez 1989,
    doi:10.2307/270949). The standard deviation is for ties without direction. It is √2 times that for arcs, which
    R's ``sna::brokerage`` gives, in the three roles where a pair counts both ways, and the same for gatekeeper and
    representative. Actors of unknown sector count neither in p nor in the sizes.

    Parameters
    ----------
    network
        Two-mode network; ties are those of the unweighted projection onto actors.
    language
        Of ``reason``.

    Returns
    -------
    table
        Columns ``id, label, sector, role, count, expected, sd, z, reason``; by label and id, the roles in the order
        of :data:`ROLES`. ``z`` is (count − expected)/sd. What is undefined is null and has a reason.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Mimer", "Lov"), ("Ikea", "Lov")])
    >>> for actor, sector in {"Mimer": "kommun", "Polisen": "stat", "Ikea": "näringsliv"}.items():
    ...     network.nodes[actor]["sector"] = sector
    >>> brokerage_table(network).filter(role="liaison").select("label", "count").rows()
    [('Ikea', 0), ('Mimer', 2), ('Polisen', 0)]
    """
    brokers = _brokers(network)
    expected, sd = _by_chance(brokers)
    rows = []
    for position, node in enumerate(brokers.nodes):
        label, sector = network.nodes[node].get("label") or node, network.nodes[node].get("sector")
        for which, role in enumerate(ROLES):
            reason = None
            numbers: list[float | None] = [None, None, None, None]
            if not brokers.known[position]:
                reason = catalogue("measures", language)["brokerage.no_sector"]
            else:
                count, mean, spread = (table[position, which] for table in (brokers.counts, expected, sd))
                numbers = [int(count), mean, spread, (count - mean) / spread if spread > 0 else None]
                if not spread > 0:
                    reason = catalogue("measures", language)["brokerage.no_spread"]
            rows.append((node, label, sector or None, role, *numbers, reason))
    order = {role: position for position, role in enumerate(ROLES)}
    rows.sort(key=lambda row: (row[1], row[0], order[str(row[3])]))
    return pl.DataFrame(rows, schema=_COLUMNS, orient="row").with_columns(
        pl.col("expected", "sd").fill_nan(None)
    )


@dataclass(frozen=True, slots=True)
class _Brokers:
    """
    Counts of actors × roles, 0 in the rows of those of unknown sector.

    ``sector`` is each known actor's sector as a number, ``density`` that of the network of known actors.
    """

    nodes: tuple[str, ...]
    known: NDArray[np.bool_]
    sector: NDArray[np.int64]
    density: float
    counts: NDArray[np.float64]


def _role(network: nx.Graph[str], of: Side, role: str) -> dict[str, float]:
    if of == "initiatives":
        nodes, _ = tie_matrix(network, onto="initiative")
        return dict.fromkeys(nodes, nan)
    brokers = _brokers(network)
    values = np.where(brokers.known, brokers.counts[:, ROLES.index(role)], nan)
    return dict(zip(brokers.nodes, values.tolist(), strict=True))


def _brokers(network: nx.Graph[str]) -> _Brokers:
    """Return the counts of all roles, counted once for a network and its sectors."""
    nodes, shared = tie_matrix(network)
    sectors = tuple(network.nodes[node].get("sector") or None for node in nodes)
    counted: dict[tuple[str | None, ...], _Brokers] = kept(network, "brokers", dict)
    if sectors not in counted:
        counted.clear()
        counted[sectors] = _counted(nodes, sectors, shared)
    return counted[sectors]


def _counted(nodes: tuple[str, ...], sectors: tuple[str | None, ...], shared: sparse.csr_array) -> _Brokers:
    number = {sector: position for position, sector in enumerate(sorted({one for one in sectors if one}))}
    known = np.array([bool(sector) for sector in sectors], dtype=bool)
    sector = np.array([number[one] for one in sectors if one], dtype=np.int64)
    rows = np.flatnonzero(known)
    ties = sparse.csr_array(shared[rows][:, rows])
    ties.sort_indices()
    ties.data = np.ones(ties.nnz)
    possible = len(rows) * (len(rows) - 1)
    counts = np.zeros((len(nodes), len(ROLES)))
    counts[rows] = role_counts(ties, sector)
    return _Brokers(nodes, known, sector, ties.nnz / possible if possible else nan, counts)


def _by_chance(brokers: _Brokers) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return expectation and standard deviation of the counts where ties fall at random."""
    shape = brokers.counts.shape
    expected, sd = np.full(shape, nan), np.full(shape, nan)
    sizes = np.bincount(brokers.sector).astype(float)
    everyone = sizes.sum()
    p = brokers.density
    open_pair = p**2 * (1 - p)
    for number, size in enumerate(sizes):
        mates, outside = size - 1, everyone - size
        others = np.delete(sizes, number)
        third = outside - others  # For each other sector, who is in neither it nor the broker's.
        pairs = np.array(
            [
                mates * (mates - 1),
                (others * (others - 1)).sum(),
                outside * mates,
                outside * mates,
                (others * third).sum(),
            ]
        )
        # Ordered pairs of ordered pairs with the same first or the same second: they go together.
        together = np.array(
            [
                2 * mates * (mates - 1) * (mates - 2),
                2 * (others * (others - 1) * (others - 2)).sum(),
                outside * mates * (outside - 1 + mates - 1),
                outside * mates * (outside - 1 + mates - 1),
                2 * (others * third * (third - 1)).sum(),
            ]
        )
        variance = pairs * open_pair * (1 - open_pair) + together * (p * (1 - p)) ** 3
        rows = np.flatnonzero(brokers.known)[brokers.sector == number]
        expected[rows] = pairs * open_pair
        sd[rows] = np.sqrt(_BOTH_WAYS * variance)
    return expected, sd
