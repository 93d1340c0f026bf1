"""Two networks to set side by side: what is in each, how surely, and what is the same in both."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.change import change_between
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.pictures.two_mode import picture_network
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    import polars as pl

    from samverkansgraf.documents.names import Names
    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.views.material import Material

There = Literal["surely", "possibly", "no"]
#: Whether something is in the first and in the second.
Both = tuple[There, There]


@dataclass(frozen=True, slots=True)
class Thing:
    """An actor or an initiative, its IRI in the first and in the second where it is there, and the change it may have made."""

    kind: str
    label: str
    nodes: tuple[str | None, str | None]
    there: Both
    changes: tuple[tuple[str | None, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Networks:
    """
    Two networks.

    ``things`` by key, in the order of a table; ``links`` by the keys of an actor and an initiative, with the changes
    of each and the participations that state it; ``summary`` of dates as
    :func:`~samverkansgraf.measures.change.change_between` has it.
    """

    things: Mapping[str, Thing]
    links: Mapping[
        tuple[str, str],
        tuple[Both, tuple[tuple[str | None, str], ...], tuple[tuple[str, ...], tuple[str, ...]]],
    ]
    summary: pl.DataFrame | None


def two_networks(material: Material, names: Names) -> Networks:
    """
    Return the networks of a material and of what it is to be compared with.

    Raises
    ------
    UsageError
        There is nothing to compare with, a date is missing, or the dates are the wrong way round.
    """
    other = material.beside
    if other is None:
        raise UsageError(
            "view multiples compares two: give two dates (--at 2015 --beside-at 2021) or another graph (--beside)"
        )
    if other.frames is not material.frames:
        return _of_cities(material, other)
    if material.at is None or other.at is None or material.at == other.at:
        raise UsageError(
            "view multiples compares two dates: give both, the earlier one as --at 2015 --beside-at 2021"
        )
    return _of_dates(material, other, material.at, other.at, names)


def _of_dates(material: Material, other: Material, start: str, end: str, names: Names) -> Networks:
    bounds = material.settings.bounds
    found = change_between(
        material.frames,
        start,
        end,
        studied=(bounds.start, bounds.end),
        language=names.words.language,
    )
    del other
    gathered: defaultdict[tuple[str, str, str | None], list[dict[str, Any]]] = defaultdict(list)
    for row in found.things.iter_rows(named=True):
        if row["kind"] != "tie":
            gathered[row["kind"], row["id"], row["id_b"]].append(row)
    things, links = {}, {}
    stated = _stated(material.frames)
    for (kind, node, node_b), rows in gathered.items():
        there: Both = (rows[0]["at_from"], rows[0]["at_to"])
        changes = tuple((row["change"], row["sureness"]) for row in rows)
        if node_b is None:
            nodes = tuple(None if one == "no" else node for one in there)
            things[node] = Thing(kind, names.label(node), (nodes[0], nodes[1]), there, changes)
        else:
            proofs = stated.get((node, node_b), ())
            links[node, node_b] = (there, changes, (proofs, ()))
    return Networks(_in_order(things), dict(sorted(links.items())), found.summary)


def _of_cities(material: Material, other: Material) -> Networks:
    networks = picture_network(material.frames, at=material.at), picture_network(other.frames, at=other.at)
    keys = _keys(*networks)
    sure = [_sure(one) for one in networks]
    found: dict[str, list[str | None]] = {}
    for side, network in enumerate(networks):
        for node in network:
            found.setdefault(keys[side][node], [None, None])[side] = node
    things = {}
    for key, (first, second) in found.items():
        data = networks[0].nodes[first] if first is not None else networks[1].nodes[second or ""]
        there = tuple(
            "no" if node is None else ("surely" if node in sure[side] else "possibly")
            for side, node in enumerate((first, second))
        )
        label = (material if first is not None else other).names.label(first or second or "")
        things[key] = Thing(data["kind"], label, (first, second), (there[0], there[1]))  # type: ignore[arg-type]
    links: dict[tuple[str, str], list[Any]] = {}
    for side, network in enumerate(networks):
        for a, b, data in network.edges(data=True):
            actor, initiative = (a, b) if network.nodes[a]["kind"] == "actor" else (b, a)
            entry = links.setdefault((keys[side][actor], keys[side][initiative]), [["no", "no"], [(), ()]])
            entry[0][side] = "surely" if _is_stated(data["certainty"]) else "possibly"
            entry[1][side] = data["participations"]
    return Networks(
        _in_order(things),
        {
            pair: ((there[0], there[1]), (), (proofs[0], proofs[1]))
            for pair, (there, proofs) in sorted(links.items())
        },
        None,
    )


def _keys(first: nx.Graph[str], second: nx.Graph[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return for each node of two networks a key that is shared by what is the same: by IRI, else by kind and label."""
    labels = []
    for network in (first, second):
        by: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for node, data in network.nodes(data=True):
            by[data["kind"], data["label"].casefold()].append(node)
        labels.append(by)
    keys = ({node: node for node in first}, {node: node for node in second})
    for name, nodes in labels[1].items():
        others = labels[0].get(name, [])
        if len(nodes) == len(others) == 1 and nodes[0] not in first and others[0] not in second:
            keys[1][nodes[0]] = others[0]
    return keys


def _sure(network: nx.Graph[str]) -> set[str]:
    """Return the nodes with a link that a source states without reservation, and those without links."""
    return {
        node
        for node in network
        if not network[node] or any(_is_stated(data["certainty"]) for data in network[node].values())
    }


def _is_stated(certainty: str | None) -> bool:
    return (certainty or sg("Stated")) == sg("Stated")


def _stated(frames: Frames) -> dict[tuple[str, str], tuple[str, ...]]:
    rows: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    columns = ("actor", "initiative", "participation")
    for actor, initiative, participation in frames.participations.select(columns).sort(columns).iter_rows():
        rows[actor, initiative].append(participation)
    return {pair: tuple(several) for pair, several in rows.items()}


def _in_order(things: Mapping[str, Thing]) -> dict[str, Thing]:
    return dict(sorted(things.items(), key=lambda one: (one[1].kind, swedish_order(one[1].label), one[0])))
