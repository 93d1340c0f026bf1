"""Removal curves: what holds together as actors leave one after another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, get_args

import numpy as np
import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.betweenness import betweenness
from samverkansgraf.measures.fragility.reach import Links, counts, left_after_each, left_with, there
from samverkansgraf.measures.uncertainty.bootstrap import PERCENTILES
from samverkansgraf.network import incidence, tie_matrix

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    from numpy.typing import NDArray

#: In what order actors leave.
Order = Literal["random", "degree", "partners", "betweenness"]
ORDERS: Final = get_args(Order)

#: With up to so many actors every set of leavers is gone through, so that chance has no part.
EXACT_UP_TO: Final = 12

#: Recomputing after each leaver is refused above this many actors.
MOST_RECOMPUTED: Final = 3_000

_SHARES: Final = ("largest_share", "reaching_share", "initiatives_share")
_S, _F, _I = pl.String(), pl.Float64(), pl.Int64()
_SCHEMA: Final[dict[str, pl.DataType]] = {
    "order": _S,
    "removed": _I,
    "removed_share": _F,
    "actor": _S,
    "actor_label": _S,
    **{name: _F for share in _SHARES for name in (share, f"{share}_low", f"{share}_high")},
    "draws": _I,
    "seed": _I,
}


def removal_curve(
    network: nx.Graph[str],
    order: Order = "random",
    *,
    recomputed: bool = True,
    draws: int = 200,
    seed: int = 1,
) -> pl.DataFrame:
    """
    Return how much of the network holds together as actors leave it one after another.

    After Albert, Jeong & Barabási 2000 (doi:10.1038/35019019), who let nodes fail by chance or attack those with
    most links first; in two-mode networks, how many nodes of the other side are left without any is counted
    too (Memmott, Waser & Price 2004, doi:10.1098/rspb.2004.2909).

    Parameters
    ----------
    network
        Two-mode network.
    order
        ``"random"``: every order of actors is as likely. ``"degree"``: the actor that takes part in most initiatives
        first. ``"partners"``: the one tied to most other actors. ``"betweenness"``: the one with the greatest
        betweenness in the two-mode network. Of equal ones the first IRI leaves first.
    recomputed
        After each leaver the next is chosen by what it has in the network that is left (Holme et al. 2002,
        doi:10.1103/PhysRevE.65.056109); else all leave by what they had at the start. No matter for ``"random"``, and
        for ``"degree"``, since nobody's initiatives become fewer when another actor leaves.
    draws
        How many random orders are drawn, for ``"random"`` with more than :data:`EXACT_UP_TO` actors.
    seed
        Of the draws.

    Returns
    -------
    curve
        A row for each number of leavers from 0 to all: ``order, removed, removed_share, actor, actor_label`` (the one
        that leaves at this step; null for ``"random"``), then ``largest_share`` (the actors in the largest part,
        where initiatives that are sets tie nobody), ``reaching_share`` (the pairs of actors that reach each other)
        and ``initiatives_share`` (the initiatives that still have an actor), 0–1, each of what the network had at the start,
        so that no curve rises; null of nothing, as pairs of one actor. For ``"random"`` each is the mean, with ``…_low`` and ``…_high`` the
        2.5th and 97.5th percentile, over ``draws`` orders, or over every set of so many leavers, ``draws`` null, with up
        to :data:`EXACT_UP_TO` actors. An isolate is an actor as any other.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        The order is unknown; ``draws`` is less than 1; there are too many actors to recompute.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Mimer", "På lika villkor")])
    >>> removal_curve(network, "degree").select("actor", "largest_share", "initiatives_share").rows()
    [(None, 1.0, 1.0), ('Mimer', 0.5, 0.5), ('Polisen', 0.0, 0.0)]
    """
    if order not in ORDERS:
        remedy = did_you_mean(order, ORDERS) or f"use {', '.join(ORDERS)}"
        raise UsageError(f"curve: order {order!r} is unknown; {remedy}")
    if draws < 1:
        raise UsageError(f"curve: {draws} draws give no curve; use 1 or more")
    arrays = incidence(network)
    links, actors = Links.of(arrays), len(arrays.actors)
    common = {"order": order, "removed": range(actors + 1)}
    if order == "random":
        exact = actors <= EXACT_UP_TO
        values = _every_set(links) if exact else _drawn(links, draws, seed)
        drawn = {"draws": None if exact else draws, "seed": None if exact else seed}
        columns = {"actor": None, **_bands(values, there(links)), **drawn}
        return _curve(columns | common, actors)
    leaving = _targeted(network, order, recomputed=recomputed)
    found = counts(left_after_each(links, leaving)) / there(links)
    who = [None, *(arrays.actors[position] for position in leaving)]
    labels = [None, *(str(network.nodes[actor].get("label") or actor) for actor in who[1:] if actor)]
    columns = {"actor": who, "actor_label": labels}
    columns |= {name: found[:, place] for place, name in enumerate(_SHARES)}
    return _curve(columns | common, actors)


def _curve(columns: dict[str, object], actors: int) -> pl.DataFrame:
    steps = actors + 1
    share = [step / actors if actors else None for step in range(steps)]
    filled = {
        name: list(value)
        if isinstance(value := columns.get(name), list | range | np.ndarray)
        else [value] * steps
        for name in _SCHEMA
    }
    return pl.DataFrame(filled | {"removed_share": share}, schema=_SCHEMA).fill_nan(None)


def _bands(values: list[NDArray[np.int64]], whole: NDArray[np.float64]) -> dict[str, object]:
    """Return mean and percentiles of each share; ``values`` has for each step a row for each draw."""
    columns: dict[str, object] = {}
    for place, name in enumerate(_SHARES):
        at_step = [drawn[:, place] for drawn in values]
        low, high = zip(*(np.percentile(one, PERCENTILES) / whole[place] for one in at_step), strict=True)
        means = [float(one.mean() / whole[place]) for one in at_step]
        columns |= {name: means, f"{name}_low": list(low), f"{name}_high": list(high)}
    return columns


def _every_set(links: Links) -> list[NDArray[np.int64]]:
    actors = len(links.tying)
    return [
        counts([left_with(links, staying) for staying in combinations(range(actors), actors - gone)])
        for gone in range(actors + 1)
    ]


def _drawn(links: Links, draws: int, seed: int) -> list[NDArray[np.int64]]:
    chance = np.random.default_rng(seed)
    orders = (chance.permutation(len(links.tying)).tolist() for _ in range(draws))
    return list(np.stack([counts(left_after_each(links, order)) for order in orders], axis=1))


def _targeted(network: nx.Graph[str], order: Order, *, recomputed: bool) -> list[int]:
    """Return the rows of the actors in the order they leave."""
    actors = incidence(network).actors
    position = {actor: row for row, actor in enumerate(actors)}
    weights: Callable[[nx.Graph[str]], dict[str, float]] = {
        "degree": lambda one: {actor: float(one.degree(actor)) for actor in incidence(one).actors},
        "partners": _partners,
        "betweenness": _betweenness,
    }[order]
    if order == "degree" or not recomputed:
        weight = weights(network)
        return [position[actor] for actor in sorted(actors, key=lambda actor: (-weight[actor], actor))]
    if len(actors) > MOST_RECOMPUTED:
        raise UsageError(
            f"curve: {order} is not recomputed for {len(actors):,} actors, more than {MOST_RECOMPUTED:,}; "
            "let all leave by what they have at the start (recomputed=False, --at-start)"
        )
    rest: nx.Graph[str] = network.copy()
    leaving: list[int] = []
    while len(leaving) < len(actors):
        weight = weights(rest)
        first = min(weight, key=lambda actor: (-weight[actor], actor))
        leaving.append(position[first])
        rest.remove_node(first)
    return leaving


def _partners(network: nx.Graph[str]) -> dict[str, float]:
    actors, ties = tie_matrix(network)
    return dict(zip(actors, np.diff(ties.indptr).astype(float).tolist(), strict=True))


def _betweenness(network: nx.Graph[str]) -> dict[str, float]:
    """Return betweenness, rounded so that values equal but for arithmetic are equal; undefined is 0."""
    return {
        actor: 0.0 if np.isnan(value) else round(value, 12) for actor, value in betweenness(network).items()
    }
