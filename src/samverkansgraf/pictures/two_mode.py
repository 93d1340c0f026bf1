"""The two-mode network that a picture shows: everyone who takes part, in whatever role."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import networkx as nx

from samverkansgraf.dates import bounds
from samverkansgraf.errors import NotTwoModeError
from samverkansgraf.pictures.style import strongest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.dates import DateBounds
    from samverkansgraf.frames import Frames


def picture_network(frames: Frames, *, at: str | None = None) -> nx.Graph[str]:
    """
    Make the two-mode network of all participations, of any role and certainty.

    It shows more than the network that is measured: who only funds, informs or is aimed at, who
    takes part in part or is planned to, collectives, and initiatives nobody is known to take part in.

    Parameters
    ----------
    frames
        The frames of a graph.
    at
        EDTF date: what had surely ended by then or surely not begun is left out, what is undated
        stays. Without it, all of any time.

    Returns
    -------
    network
        Keyed by IRI. Nodes: ``kind`` ("actor" or "initiative"), ``label``, ``short_label``, ``sector``
        (IRI or ``None``), ``is_set``; initiatives also ``places`` (a tuple of IRIs, sorted). Edges: ``roles`` and ``participations`` (tuples of IRIs, sorted) and
        ``certainty`` (the strongest IRI, or ``None``).

    Raises
    ------
    DateError
        ``at`` is no EDTF date.
    NotTwoModeError
        The same IRI is an actor and an initiative.
    """
    day = bounds(at) if at is not None else None
    network: nx.Graph[str] = nx.Graph()
    actors = {row["actor"]: row for row in frames.actors.iter_rows(named=True)}
    labels = {iri: row["label"] for iri, row in actors.items()}
    gone = set()
    placed: defaultdict[str, set[str]] = defaultdict(set)
    for row in frames.placements.iter_rows(named=True):
        if not _surely_not(row, day):
            placed[row["initiative"]].add(row["place"])
    for row in sorted(frames.initiatives.iter_rows(named=True), key=lambda one: one["initiative"]):
        if _surely_not(row, day):
            gone.add(row["initiative"])
        else:
            network.add_node(
                row["initiative"],
                kind="initiative",
                label=row["label"] or row["initiative"],
                short_label=row["label"] or row["initiative"],
                sector=None,
                is_set=bool(row["is_set"]),
                places=tuple(sorted(placed[row["initiative"]])),
            )
    links: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in frames.participations.iter_rows(named=True):
        if not _surely_not(row, day) and row["initiative"] not in gone:
            links[row["actor"], row["initiative"]].append(row)
    for actor, initiative in sorted(links):
        found: Mapping[str, Any] = actors.get(actor, {})
        if network.nodes.get(actor, {}).get("kind") == "initiative":
            raise NotTwoModeError(
                f"network, node {actor!r}: is an actor and an initiative; give each its own id"
            )
        label = found.get("label") or actor
        general = labels.get(found.get("collective") or "")
        network.add_node(
            actor,
            kind="actor",
            label=label,
            short_label=general or label,
            sector=found.get("sector"),
            is_set=False,
        )
        if initiative not in network:
            network.add_node(
                initiative,
                kind="initiative",
                label=initiative,
                short_label=initiative,
                sector=None,
                is_set=False,
            )
        rows = links[actor, initiative]
        network.add_edge(
            actor,
            initiative,
            roles=tuple(sorted({row["role"] for row in rows if row["role"]})),
            certainty=strongest(row["certainty"] for row in rows),
            participations=tuple(sorted({row["participation"] for row in rows})),
        )
    return network


def _surely_not(row: Mapping[str, Any], day: DateBounds | None) -> bool:
    """Say whether what a row tells of had surely ended, or surely not begun, at a date."""
    if day is None:
        return False
    ended, begins = row["end_latest"], row["start_earliest"]
    is_over = ended is not None and day.earliest is not None and ended < day.earliest
    return is_over or (begins is not None and day.latest is not None and begins > day.latest)
