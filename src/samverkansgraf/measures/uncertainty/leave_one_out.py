"""
The network as it would be known without one of the sources, or without one of the initiatives.

Only participations leave: what sector an actor has and which initiatives are sets stay as they are. An
actor left without participations is no longer in the network, unless it is marked as within its bounds;
nor is an initiative nobody is left in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import polars as pl

from samverkansgraf.ties import (
    CERTAINTY_LADDER,
    DEFAULT_SELECTION,
    Selection,
    actors_in_network,
    selected_participations,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from samverkansgraf.frames import Frames

#: A participation, its role and its certainty.
_Said = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class Leaving:
    """A source or an initiative, and the participations that nothing else supports when it leaves."""

    kind: Literal["source", "initiative"]
    left: str
    dropped: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reduction:
    """
    A network that can lose participations.

    Attributes
    ----------
    network
        With all of them.
    edges
        (actor, initiative) -> what is said of it.
    edge_of
        Participation -> (actor, initiative).
    marked
        The actors that are in the network whatever they take part in.
    """

    network: nx.Graph[str]
    edges: Mapping[tuple[str, str], tuple[_Said, ...]]
    edge_of: Mapping[str, tuple[str, str]]
    marked: frozenset[str]

    def without(self, dropped: frozenset[str]) -> nx.Graph[str]:
        """
        Return the network without some participations; itself if there are none to drop.

        It equals what :func:`~samverkansgraf.network.two_mode` makes of frames that never had them.
        """
        if not dropped:
            return self.network
        network: nx.Graph[str] = self.network.copy()
        for edge in sorted({self.edge_of[participation] for participation in dropped}):
            stays = [said for said in self.edges[edge] if said[0] not in dropped]
            if stays:
                network.edges[edge].update(_attributes(stays))
                continue
            network.remove_edge(*edge)
            network.remove_nodes_from([end for end in edge if not network[end] and end not in self.marked])
        return network


def reduction(frames: Frames, network: nx.Graph[str], selection: Selection = DEFAULT_SELECTION) -> Reduction:
    """Return a network, made of these frames by this selection, as one that can lose participations."""
    said: dict[tuple[str, str], list[_Said]] = {}
    columns = ("actor", "initiative", "participation", "role", "certainty")
    for actor, initiative, *rest in selected_participations(frames, selection).select(columns).iter_rows():
        participation, role, certainty = rest
        said.setdefault((actor, initiative), []).append((participation, role, certainty))
    marked = actors_in_network(replace(frames, participations=frames.participations.clear()), selection)
    return Reduction(
        network,
        {edge: tuple(several) for edge, several in said.items()},
        {participation: edge for edge, several in said.items() for participation, _, _ in several},
        frozenset(marked["actor"]),
    )


def leavings(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> list[Leaving]:
    """
    Return what can leave the network one at a time: its sources, then its initiatives, each by IRI.

    A participation leaves with a source only if it has no other; one without any source never does. So a
    source may leave without any participation.
    """
    rows = selected_participations(frames, selection)
    by_source = (
        rows.select("participation", source="sources")
        .explode("source")
        .drop_nulls()
        .unique()
        .with_columns(alone=pl.len().over("participation") == 1)
        .group_by("source")
        .agg(pl.col("participation").filter(pl.col("alone")))
        .sort("source")
    )
    by_initiative = rows.group_by("initiative").agg("participation").sort("initiative")
    return [
        *(Leaving("source", source, frozenset(alone)) for source, alone in by_source.iter_rows()),
        *(Leaving("initiative", left, frozenset(all_)) for left, all_ in by_initiative.iter_rows()),
    ]


def _attributes(said: list[_Said]) -> dict[str, object]:
    """Return the attributes of an edge as the two-mode network has them."""
    strength = {certainty: rank for rank, certainty in enumerate(CERTAINTY_LADDER)}
    return {
        "roles": tuple(sorted({role for _, role, _ in said}, key=lambda role: (role is not None, role))),
        "certainty": min(
            (certainty for _, _, certainty in said),
            key=lambda certainty: (strength.get(certainty, len(strength)), certainty),
        ),
        "participations": tuple(sorted({participation for participation, _, _ in said})),
    }
