"""Do the actors of an initiative come from several sectors."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from samverkansgraf.errors import UsageError
from samverkansgraf.network import Side, incidence

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray


def blau_diversity(network: nx.Graph[str], *, of: Side = "initiatives") -> dict[str, float]:
    """
    Return how mixed the sectors of each initiative's actors are.

    Parameters
    ----------
    network
        Two-mode network; actors carry ``sector``.
    of
        Only initiatives have actors from several sectors.

    Returns
    -------
    diversity
        Initiative -> 1 − Σp², p being the share of each sector among its actors of known sector (Blau 1977):
        0 where all are of one sector, at most 1 − 1/k with k sectors in the network. It is the chance
        that two actors drawn with replacement are of different sectors. ``nan`` where no actor's sector
        is known.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        It is asked of actors.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")])
    >>> network.nodes["Mimer"]["sector"], network.nodes["Polisen"]["sector"] = "kommun", "polis"
    >>> blau_diversity(network)
    {'EST': 0.5}
    """
    initiatives, counts = _sectors_in_initiatives(network, "blau_diversity", of)
    return dict(zip(initiatives, _blau(counts).tolist(), strict=True))


def qualitative_variation(network: nx.Graph[str], *, of: Side = "initiatives") -> dict[str, float]:
    """
    Return how mixed each initiative's sectors are, of the most that the network's sectors allow.

    Parameters
    ----------
    network
        Two-mode network; actors carry ``sector``.
    of
        Only initiatives have actors from several sectors.

    Returns
    -------
    variation
        Initiative -> :func:`blau_diversity` times k/(k − 1), k being the sectors of the network's actors, so
        0–1 (the index of qualitative variation; Agresti & Agresti 1978, doi:10.2307/270810). Fewer
        actors than sectors cannot reach 1. ``nan`` where no actor's sector is known, or the network has one sector only.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        It is asked of actors.
    """
    initiatives, counts = _sectors_in_initiatives(network, "qualitative_variation", of)
    sectors = counts.shape[1]
    most = 1 - 1 / sectors if sectors > 1 else nan
    return dict(zip(initiatives, (_blau(counts) / most).tolist(), strict=True))


def _sectors_in_initiatives(
    network: nx.Graph[str], measure: str, of: Side
) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Return the initiatives, and for each the number of its actors in each sector of the network."""
    if of != "initiatives":
        raise UsageError(f"measure {measure!r} is one of initiatives; use of='initiatives'")
    arrays = incidence(network)
    sectors = [network.nodes[actor].get("sector") for actor in arrays.actors]
    known = {sector: position for position, sector in enumerate(sorted({one for one in sectors if one}))}
    rows = [row for row, sector in enumerate(sectors) if sector]
    columns = [known[sector] for sector in sectors if sector]
    member = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(sectors), len(known)))
    return arrays.initiatives, (arrays.matrix.T @ member).toarray()


def _blau(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    total = counts.sum(axis=1, keepdims=True)
    shares = np.divide(counts, total, out=np.full_like(counts, nan), where=total > 0)
    diversity = 1 - (shares**2).sum(axis=1)
    return np.where(total[:, 0] > 0, diversity, nan)
