"""
Groups of a network that is too large to be read node by node, and where they stand in its overview.

By links the groups are communities (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008, as igraph finds them
in the two-mode network); with the layouts by sector and district they are those.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import networkx as nx
import numpy as np

from samverkansgraf.pictures.crossings import STRETCH
from samverkansgraf.pictures.layout import NOWHERE, grouping, springs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.pictures.layout import Layout
    from samverkansgraf.pictures.style import Point

#: More nodes than this no one can read at once.
READABLE: Final = 1500
_MOST_GROUPS: Final = 36
_SMALL: Final = 10  # communities of fewer nodes are gathered
REST: Final = "rest"
_CELL: Final = np.array([180.0, 185.0])


@dataclass(frozen=True, slots=True)
class Group:
    """
    Some of the nodes of a network.

    ``key`` is an IRI of a sector or place, of the community's most linked node, or :data:`REST` for what
    is gathered because it is small. ``members`` come in order of their links, the most linked first.
    ``places`` are their positions within the group; ``place`` is the group's own, ``radius`` its size.
    """

    key: str
    members: tuple[str, ...]
    places: Mapping[str, Point]
    place: Point
    radius: float
    links: Mapping[str, int]


def groups_of(network: nx.Graph[str], *, layout: Layout, seed: int) -> list[Group]:
    """
    Divide a network into groups and place these.

    Parameters
    ----------
    network
        A two-mode network.
    layout
        ``sector`` and ``district`` are groups themselves, the others go by links.
    seed
        Of the search for communities and of the positions.

    Returns
    -------
    groups
        The largest first. Every node is in exactly one; there are at most 37. An actor belongs where most of
        its initiatives are (by district), an initiative where most of its actors are (by sector).
    """
    of_node = _by_links(network, seed) if layout in ("two-mode", "force") else _by_kind(network, layout)
    sizes = Counter(of_node.values())
    kept = {key for key, _ in sorted(sizes.items(), key=lambda one: (-one[1], one[0]))[:_MOST_GROUPS]}
    if layout in ("two-mode", "force"):
        kept = {key for key in kept if sizes[key] >= _SMALL}
    of_node = {node: key if key in kept else REST for node, key in of_node.items()}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for node in sorted(of_node, key=lambda one: (-network.degree[one], one)):
        members[of_node[node]].append(node)
    between: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for a, b in network.edges:
        one, other = of_node[a], of_node[b]
        if one != other:
            between[one][other] += 1
            between[other][one] += 1
    order = sorted(members, key=lambda key: (-len(members[key]), key))
    most = max(map(len, members.values()), default=1)
    radii = {key: 14.0 + 34.0 * (len(members[key]) / most) ** 0.5 for key in order}
    places = _placed(order, between, seed)
    return [
        Group(
            key,
            tuple(members[key]),
            springs(network, members[key], seed=seed),
            places[key],
            round(radii[key], 1),
            dict(sorted(between[key].items())),
        )
        for key in order
    ]


def _by_links(network: nx.Graph[str], seed: int) -> dict[str, str]:
    """Return each node's community, named by its most linked node."""
    import igraph

    nodes = sorted(network)
    number = {node: at for at, node in enumerate(nodes)}
    chance = random.Random(seed)  # noqa: S311  - chooses among equals, guards nothing
    igraph.set_random_number_generator(chance)
    try:
        graph = igraph.Graph(n=len(nodes), edges=sorted((number[a], number[b]) for a, b in network.edges))
        found = graph.community_multilevel()
    finally:
        igraph.set_random_number_generator(random)
    of_node = {}
    for part in found:
        name = min((nodes[at] for at in part), key=lambda node: (-network.degree[node], node))
        of_node.update(dict.fromkeys((nodes[at] for at in part), name))
    return of_node


def _by_kind(network: nx.Graph[str], layout: Layout) -> dict[str, str]:
    """Return each node's sector or district; nodes of the other kind go with most of their neighbours."""
    of_node = {node: key or NOWHERE for node, key in grouping(network, layout).items()}
    for node in sorted(network):
        if node not in of_node:
            near = Counter(of_node[other] for other in network[node] if other in of_node)
            of_node[node] = min(near, key=lambda key: (-near[key], key)) if near else REST
    return of_node


def _placed(order: list[str], between: Mapping[str, Mapping[str, int]], seed: int) -> dict[str, Point]:
    """Place groups: those with many links between them near each other, each with room for its words."""
    if len(order) == 1:
        return {order[0]: (0.0, 0.0)}
    number = {key: at for at, key in enumerate(order)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(order)))
    for key, others in sorted(between.items()):
        graph.add_edges_from(
            (number[key], number[other], {"weight": float(n)}) for other, n in others.items()
        )
    start = nx.circular_layout(graph)
    laid = nx.spring_layout(graph, pos=start, weight="weight", iterations=60, seed=seed, method="force")
    points = np.array([laid[at] for at in range(len(order))])
    # Ranks in place of distances: the overview is filled evenly, and who is left of whom stays.
    columns = int(np.ceil((len(order) * _CELL[1] / _CELL[0] * STRETCH) ** 0.5))
    by_height = np.argsort(points[:, 1], kind="stable")
    placed: dict[str, Point] = {}
    for row, at in enumerate(range(0, len(order), columns)):
        line = sorted(by_height[at : at + columns].tolist(), key=lambda one: (points[one, 0], one))
        for column, one in enumerate(line):
            shift = (columns - len(line)) / 2 + (row % 2) * 0.3
            placed[order[one]] = (round((column + shift) * _CELL[0], 1), round(row * _CELL[1], 1))
    return placed
