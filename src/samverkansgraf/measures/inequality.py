"""How evenly participation is spread."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np

from samverkansgraf.network import incidence

if TYPE_CHECKING:
    import networkx as nx


def gini_participation(network: nx.Graph[str]) -> float:
    """
    Return how unevenly participation is spread over actors.

    Returns
    -------
    gini
        Gini coefficient of the number of initiatives of each actor, isolates included, with divisor n², so
        0 to 1 − 1/n (Ceriani & Verme 2012, doi:10.1007/s10888-011-9188-x). ``nan`` where nobody takes part.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> gini_participation(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")]))
    0.0
    """
    counts = np.sort(np.asarray(incidence(network).matrix.sum(axis=1)))
    total = float(counts.sum())
    if not total:
        return nan
    n = len(counts)
    weighted = float((2 * np.arange(1, n + 1) - n - 1) @ counts)
    return weighted / (n * total)
