"""The disparity backbone: the ties that weigh more than the rest of an actor's ties would have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.pair_order import tied_actors
from samverkansgraf.network import pairs

if TYPE_CHECKING:
    import networkx as nx

    from samverkansgraf.network.projection import Weight


def disparity_backbone(
    network: nx.Graph[str], *, weight: Weight = "shared", alpha: float = 0.05
) -> pl.DataFrame:
    """
    Return the ties between actors with whether they stand out among the ties of either end.

    Were an actor's weight spread at random over its k ties, one of them would get the share w/s or more of the whole
    s with probability (1 − w/s)^(k − 1) (Serrano, Boguñá & Vespignani 2009, doi:10.1073/pnas.0808904106). A tie's p is
    the least of its two ends'; an actor with a single tie gives it p = 1. As there, each tie is tested by itself,
    with no correction for their number.

    This says which of a projection's ties are heavy, not which are more than chance: everyone in a large initiative is
    tied to everyone else whatever they do. For that, see
    :func:`~samverkansgraf.measures.null_models.validation.validated_pairs`.

    Parameters
    ----------
    network
        Two-mode network; its projection onto actors is used, where sets make no tie.
    weight
        As :func:`~samverkansgraf.network.projection`.
    alpha
        A tie with p below it is in the backbone; above 0, at most 1.

    Returns
    -------
    backbone
        Columns ``actor_a, actor_b, weight, p_value, in_backbone``, one row for each tie, in the order of
        :func:`~samverkansgraf.network.pairs`.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        ``alpha`` is not above 0 and at most 1, or the ties are too many to hold.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> disparity_backbone(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")])).row(0)
    ('Mimer', 'Polisen', 1.0, 1.0, False)
    """
    if not 0 < alpha <= 1:
        raise UsageError(f"backbone: alpha is {alpha}; choose a share above 0 and at most 1, such as 0.05")
    named = pairs(network).select("actor_a", "actor_b")
    one, other, weights = tied_actors(network, weight=weight)
    ends = np.concatenate([one, other])
    ties, strength = np.bincount(ends), np.bincount(ends, weights=np.concatenate([weights, weights]))
    p_value = np.ones(len(weights))
    for end in (one, other):
        several = ties[end] > 1
        rest = 1 - weights[several] / strength[end[several]]
        p_value[several] = np.minimum(p_value[several], rest ** (ties[end[several]] - 1))
    return named.with_columns(
        pl.Series("weight", weights), pl.Series("p_value", p_value), pl.Series("in_backbone", p_value < alpha)
    )
