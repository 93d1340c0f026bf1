"""The two-mode network: actors and initiatives, and an edge where an actor takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import networkx as nx
import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.errors import NotTwoModeError
from samverkansgraf.network.checks import require_two_mode
from samverkansgraf.network.incidence import Incidence, keep_incidence
from samverkansgraf.ties import (
    CERTAINTY_LADDER,
    DEFAULT_SELECTION,
    Selection,
    actors_in_network,
    initiatives_in_network,
    selected_participations,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.frames import Frames

#: The sides of the network, as commands and functions name them.
Side = Literal["actors", "initiatives"]

_KIND: Final[dict[Side, str]] = {"actors": "actor", "initiatives": "initiative"}


def two_mode(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> nx.Graph[str]:
    """
    Return the network of actors and the initiatives they take part in.

    Parameters
    ----------
    frames
        The graph.
    selection
        Which participations count, and as whose.

    Returns
    -------
    network
        Nodes are IRIs with ``kind`` ("actor", "initiative"), ``label``, ``sector`` (IRI or ``None``)
        and, on initiatives, ``is_set``. An edge has ``roles`` and ``participations`` (sorted
        tuples of IRIs) and ``certainty`` (the strongest). Actors come before initiatives, each in
        the order of their IRIs.

    Raises
    ------
    NotTwoModeError
        The same IRI is an actor and an initiative.
    """
    network: nx.Graph[str] = nx.Graph()
    actors = actors_in_network(frames, selection)
    initiatives = initiatives_in_network(frames, selection)
    for actor, label, sector in actors.iter_rows():
        network.add_node(actor, kind="actor", label=label, sector=sector)
    for initiative, label, is_set in initiatives.iter_rows():
        if initiative in network:
            raise NotTwoModeError(
                f"network, node {initiative!r}: is an actor and an initiative; give each its own id"
            )
        network.add_node(initiative, kind="initiative", label=label, sector=None, is_set=is_set)
    strength = {certainty: rank for rank, certainty in enumerate(CERTAINTY_LADDER)}
    edges = (
        selected_participations(frames, selection)
        .with_columns(
            pl.col("certainty")
            .replace_strict(strength, default=len(strength), return_dtype=pl.Int64)
            .alias("strength"),
        )
        .group_by("actor", "initiative")
        .agg(
            pl.col("role").unique().sort(),
            pl.col("certainty").sort_by("strength", "certainty").first(),
            pl.col("participation").unique().sort(),
        )
        .sort("actor", "initiative")
    )
    for actor, initiative, roles, certainty, participations in edges.iter_rows():
        network.add_edge(
            actor,
            initiative,
            roles=tuple(roles),
            certainty=certainty,
            participations=tuple(participations),
        )
    keep_incidence(network, _incidence(actors, initiatives, edges))
    return network


def _incidence(actors: pl.DataFrame, initiatives: pl.DataFrame, edges: pl.DataFrame) -> Incidence:
    """Return the network as arrays from its sorted frames."""
    rows, columns = (
        edges[side].cast(pl.Enum(nodes[side])).to_physical().cast(pl.Int64).to_numpy()
        for side, nodes in (("actor", actors), ("initiative", initiatives))
    )
    matrix = sparse.csr_array(
        (np.ones(edges.height), (rows, columns)), shape=(actors.height, initiatives.height)
    )
    matrix.sort_indices()
    is_set = initiatives["is_set"].to_numpy()
    return Incidence(tuple(actors["actor"]), tuple(initiatives["initiative"]), matrix, is_set)


def two_mode_of_pairs(pairs: Iterable[tuple[str, str]]) -> nx.Graph[str]:
    """
    Return a small two-mode network of (actor, initiative), each node labelled by its own name.

    Raises
    ------
    NotTwoModeError
        A name is both an actor and an initiative.

    Examples
    --------
    >>> network = two_mode_of_pairs([("Rädda Barnen", "På lika villkor"), ("Ikea", "På lika villkor")])
    >>> nodes_of(network, "actors")
    ['Ikea', 'Rädda Barnen']
    """
    edges = sorted(set(pairs))
    actors = sorted({actor for actor, _ in edges})
    initiatives = sorted({initiative for _, initiative in edges})
    if both := sorted(set(actors) & set(initiatives)):
        raise NotTwoModeError(
            f"network, node {both[0]!r}: is an actor and an initiative; give each its own name"
        )
    network: nx.Graph[str] = nx.Graph()
    for actor in actors:
        network.add_node(actor, kind="actor", label=actor, sector=None)
    for initiative in initiatives:
        network.add_node(initiative, kind="initiative", label=initiative, sector=None, is_set=False)
    network.add_edges_from(edges)
    return network


def nodes_of(network: nx.Graph[str], of: Side) -> list[str]:
    """
    Return the nodes of one side of a two-mode network, sorted.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    require_two_mode(network)
    return sorted(node for node in network if network.nodes[node]["kind"] == _KIND[of])
