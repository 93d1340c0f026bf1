"""
Brokerage without a projection, after Jasny & Lubell: chains of actor, initiative, broker, initiative, actor.

The broker meets the two others in different initiatives, and these two meet in none. Where a projection has one
pair, here each way through initiatives counts, and each chain is counted once, whichever end it is read from. The
sectors of the three give the role, from the most homogeneous, where all are of one sector, to the most
heterogeneous, where all differ. A set of bodies makes no such way between actors.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.measures.brokerage_counts import role_counts
from samverkansgraf.measures.limits import refuse_if_long
from samverkansgraf.measures.null_models import network_of, null_samples
from samverkansgraf.measures.null_models.comparison import compared
from samverkansgraf.network import Side, incidence, tie_matrix
from samverkansgraf.network.incidence import kept
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    from samverkansgraf.project import Language

#: Roles by the sectors of the three, the more alike first. Chains have no direction, so there is no representative.
ROLES_TWO_MODE: Final = ("coordinator", "consultant", "gatekeeper", "liaison")

#: How many random networks the table compares with, unless said.
SAMPLES: Final = 200

_NUMBERS: Final = ("expected", "sd", "z", "p_value")
_COLUMNS: Final = {
    **dict.fromkeys(("id", "label", "sector", "role"), pl.String()),
    "count": pl.Int64(),
    **dict.fromkeys(_NUMBERS, pl.Float64()),
    "reason": pl.String(),
    "samples": pl.Int64(),
}


def brokerage_two_mode(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the chains that each node is in the middle of, whatever the sectors.

    Parameters
    ----------
    network
        Two-mode network; between actors an initiative that ``is_set`` is no way.
    of
        Whose. For an initiative: chains of initiative, actor, the initiative, actor, initiative, whose ends have no
        actor in common.

    Returns
    -------
    chains
        Node -> a count, not normalised (after Jasny & Lubell 2015, doi:10.1016/j.socnet.2014.11.005), each chain once.
        An isolate has 0.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> links = [("Mimer", "EST"), ("stad", "EST"), ("Mimer", "Råd"), ("stad", "Råd"), ("stad", "Lov"), ("Ikea", "Lov")]
    >>> brokerage_two_mode(two_mode_of_pairs(links))
    {'Ikea': 0.0, 'Mimer': 0.0, 'stad': 2.0}
    """
    nodes, ties = tie_matrix(network, onto="actor" if of == "actors" else "initiative")
    alike = np.zeros(len(nodes), dtype=np.int64)
    counts = kept(network, f"chains {of}", lambda: role_counts(_floats(ties), alike)[:, 0] / 2)
    return dict(zip(nodes, counts.tolist(), strict=True))


def brokerage_two_mode_coordinator(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the chains in which each actor and both ends are of one sector.

    Parameters
    ----------
    network
        Two-mode network; an initiative that ``is_set`` is no way.
    of
        Whose; initiatives have no sector, so theirs is ``nan``.

    Returns
    -------
    chains
        Actor -> a count, not normalised (after Jasny & Lubell 2015, doi:10.1016/j.socnet.2014.11.005), each chain once.
        An isolate has 0; ``nan`` for an actor of unknown sector, and chains to such actors do not count.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The ties are too many to hold.
    """
    return _role(network, of, "coordinator")


def brokerage_two_mode_consultant(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the chains whose ends are of one sector and each actor in the middle of another: also called itinerant.

    Parameters, return value and errors as :func:`brokerage_two_mode_coordinator` has them.
    """
    return _role(network, of, "consultant")


def brokerage_two_mode_gatekeeper(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the chains with one end of each actor's own sector and one of another: also called representative.

    Parameters, return value and errors as :func:`brokerage_two_mode_coordinator` has them.
    """
    return _role(network, of, "gatekeeper")


def brokerage_two_mode_liaison(network: nx.Graph[str], *, of: Side = "actors") -> dict[str, float]:
    """
    Count the chains in which each actor and the two ends are of three different sectors.

    Parameters, return value and errors as :func:`brokerage_two_mode_coordinator` has them.
    """
    return _role(network, of, "liaison")


def brokerage_two_mode_table(
    network: nx.Graph[str], *, samples: int = SAMPLES, seed: int = 1, language: Language = "en"
) -> pl.DataFrame:
    """
    Return each actor's two-mode brokerage by role beside that in random networks.

    Parameters
    ----------
    network
        Two-mode network; an initiative that ``is_set`` is no way.
    samples
        How many random networks: every actor in as many initiatives, every initiative with as many actors and every
        sector where it is (Strona et al. 2014, doi:10.1038/ncomms5114).
    seed
        Of these.
    language
        Of ``reason``.

    Returns
    -------
    table
        Columns ``id, label, sector, role, count, expected, sd, z, p_value, reason, samples``; by label and id, the roles
        in the order of :data:`ROLES_TWO_MODE`. ``expected`` and ``sd`` are of the random networks, ``z`` is (count −
        expected)/sd, and ``p_value`` two-sided and never 0. Each row is a test by itself. What is undefined is null and
        has a reason.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        Fewer than one sample is asked for, or the ties are too many for so many samples.
    """
    arrays = incidence(network)
    refuse_if_long("two-mode brokerage", network, samples)
    counts = _counts(network)
    drawn = np.array(
        [
            _counts(network_of(network, cells))
            for cells in null_samples(arrays.matrix, "fixed-degree", samples=samples, seed=seed)
        ]
    )
    rows = []
    for position, node in enumerate(arrays.actors):
        about = network.nodes[node]
        sector = about.get("sector") or None
        for which, role in enumerate(ROLES_TWO_MODE):
            row = (node, about.get("label") or node, sector, role)
            if sector is None:
                rows.append(
                    (*row, *[None] * 5, catalogue("measures", language)["brokerage.no_sector"], samples)
                )
                continue
            count = float(counts[position, which])
            values = drawn[:, position, which].tolist()
            found = compared(count, values, null="fixed-degree", samples=samples, seed=seed)
            numbers = (found.mean, found.sd, found.z, found.p)
            rows.append((*row, int(count), *numbers, found.reason(language) or None, samples))
    order = pl.col("role").replace_strict(
        {role: place for place, role in enumerate(ROLES_TWO_MODE)}, return_dtype=pl.Int64
    )
    table = pl.DataFrame(rows, schema=_COLUMNS, orient="row")
    return table.sort("label", "id", order).with_columns(pl.col(_NUMBERS).fill_nan(None))


def _role(network: nx.Graph[str], of: Side, role: str) -> dict[str, float]:
    arrays = incidence(network)
    if of == "initiatives":
        return dict.fromkeys(arrays.initiatives, nan)
    values = _counts(network)[:, ROLES_TWO_MODE.index(role)]
    return dict(zip(arrays.actors, values.tolist(), strict=True))


def _counts(network: nx.Graph[str]) -> NDArray[np.float64]:
    """Return actors × roles, ``nan`` for actors of unknown sector; counted once for a network and its sectors."""
    nodes, ties = tie_matrix(network)
    sectors = tuple(network.nodes[node].get("sector") or None for node in nodes)
    counted: dict[tuple[str | None, ...], NDArray[np.float64]] = kept(network, "chains by role", dict)
    if sectors not in counted:
        counted.clear()
        counted[sectors] = _counted(sectors, ties)
    return counted[sectors]


def _counted(sectors: tuple[str | None, ...], ties: sparse.csr_array) -> NDArray[np.float64]:
    number = {sector: position for position, sector in enumerate(sorted({one for one in sectors if one}))}
    known = np.flatnonzero([bool(one) for one in sectors])
    sector = np.array([number[one] for one in sectors if one], dtype=np.int64)
    among = sparse.csr_array(_floats(ties)[known][:, known])
    among.sort_indices()
    coordinator, consultant, gatekeeper, _, liaison = role_counts(among, sector).T
    counts = np.full((len(sectors), len(ROLES_TWO_MODE)), nan)
    # A chain read from both ends is two ordered pairs, but for a gatekeeper's, which is one.
    counts[known] = np.column_stack([coordinator / 2, consultant / 2, gatekeeper, liaison / 2])
    return counts


def _floats(ties: sparse.csr_array) -> sparse.csr_array:
    return sparse.csr_array((ties.data.astype(float), ties.indices, ties.indptr), shape=ties.shape)
