"""
Positions of the nodes of a two-mode picture, the same for the same network and seed.

By links, up to 500 nodes: stress majorization (Gansner, Koren & North 2004, doi:10.1007/978-3-540-31843-9_25),
the quality that Kamada & Kawai (1989) ask for, in which links of busy nodes are given more room;
then nodes step aside until labels can be read. More: igraph's Fruchterman–Reingold.
In pictures of up to 500 nodes those of the smaller components (up to 80 nodes) are moved one by one besides, so that
lines cross less. A picture of up to 200 nodes that is larger than a window is then moved together as a whole (see
:mod:`~samverkansgraf.pictures.fitting`): there links are short and names can be read, but distances are no longer those
of the links. In pictures of more than 500 nodes, that are looked at as a whole, only labels are pushed off each other.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

import networkx as nx
import numpy as np

from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.crossings import STRETCH, Crowd
from samverkansgraf.pictures.fitting import FITTED, WINDOW, moved_into_a_window
from samverkansgraf.pictures.geometry import ACTOR_RADIUS, box_at, node_shape
from samverkansgraf.pictures.grouped import Zone, grouped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from samverkansgraf.pictures.geometry import Box, NodeKind, NodeShape, Side
    from samverkansgraf.pictures.style import Point

    Points = NDArray[np.float64]

UNIT: Final = 56.0
_BY_STRESS: Final = 500
_BY_HAND: Final = 80  # so many nodes of a component are moved one by one
_BY_HAND_IN: Final = 500  # in a picture of no more than so many: each takes 10 ms, whatever it gains
_GAP: Final = 50.0
_ROOM: Final = 110.0  # about one label wide: what each node of a large picture gets


Layout = Literal["two-mode", "sector", "district", "force"]
LAYOUTS: Final[tuple[Layout, ...]] = ("two-mode", "sector", "district", "force")

#: The group of initiatives placed in several districts; no IRI is the same.
SEVERAL: Final = "several"
#: The group of those whose sector or place nobody has given.
NOWHERE: Final = "not-given"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """
    Where every node stands, and the ground of each group where the layout has groups.

    ``sides`` has the side of the words of each actor for whom the layout chose one.
    """

    places: dict[str, Point]
    sides: dict[str, Side] = field(default_factory=dict)
    zones: tuple[Zone, ...] = ()


def positions(network: nx.Graph[str], *, seed: int = 1, layout: Layout = "two-mode") -> dict[str, Point]:
    """
    Place the nodes of a two-mode network for a picture.

    Parameters
    ----------
    network
        Nodes carry ``kind`` ("actor" or "initiative") and ``label``, and may carry ``short_label``,
        the words written in the picture.
    seed
        Chooses among equally good layouts.
    layout
        As :func:`arrangement` has it.

    Returns
    -------
    positions
        Node -> (x, y) in the picture's units, y growing downwards, the first box at (0, 0).
        Components stand beside each other, the largest first. The order in which nodes and
        edges were added changes nothing.

    Examples
    --------
    >>> network = nx.Graph([("a", "i"), ("b", "i")])
    >>> nx.set_node_attributes(network, {"a": "actor", "b": "actor", "i": "initiative"}, "kind")
    >>> positions(network) == positions(network.copy())
    True
    """
    return arrangement(network, seed=seed, layout=layout).places


def arrangement(
    network: nx.Graph[str],
    *,
    seed: int = 1,
    layout: Layout = "two-mode",
    radii: Mapping[str, float] | None = None,
) -> Arrangement:
    """
    Place the nodes of a two-mode network in one of four ways.

    Parameters
    ----------
    network
        As :func:`positions` takes it; for the layouts by group the actors carry ``sector``, or the
        initiatives ``places``.
    seed
        Chooses among equally good layouts.
    layout
        ``two-mode``: linked nodes near each other, room for every label and for the words on the lines (for
        these, and for fewer crossings, only in a network of up to 500 nodes, in components of up to 80; a network
        of up to 200 is moved together until it fits a window).
        ``sector``: actors in blocks by sector, initiatives between them. ``district``: initiatives in blocks
        by the district they are placed in (one block for those placed in several), actors between.
        ``force``: Fruchterman & Reingold's (1991) springs as igraph has them, up to 200 nodes moved together likewise.
    radii
        The radius of an actor's shape, where it is not the usual one.

    Raises
    ------
    UsageError
        There is no such layout.

    Examples
    --------
    >>> network = nx.Graph([("a", "i")])
    >>> nx.set_node_attributes(network, {"a": {"kind": "actor", "sector": "S"}, "i": {"kind": "initiative"}})
    >>> [zone.group for zone in arrangement(network, layout="sector").zones]
    ['S']
    """
    if layout not in LAYOUTS:
        raise UsageError(f"layout {layout!r} is unknown; use one of {', '.join(LAYOUTS)}")

    @cache
    def shape_of(node: str, side: Side) -> NodeShape:
        return _shape(network, node, radii or {}, side=side)

    if layout in ("sector", "district"):
        groups = grouping(network, layout)
        found = grouped(network, shape_of, groups, window=WINDOW, tight=len(network) <= FITTED)
        return Arrangement(found.places, found.sides, found.zones)
    shapes = {node: shape_of(node, "below") for node in sorted(network)}
    parts = sorted((sorted(part) for part in nx.connected_components(network)), key=lambda p: (-len(p), p))
    place = _component if layout == "two-mode" else _springs
    laid = [(part, place(network, part, shapes, seed)) for part in parts]
    shape = WINDOW[0] / WINDOW[1] if len(network) <= FITTED else STRETCH**2
    packed = _packed(laid, shapes, shape=shape)
    return Arrangement(*moved_into_a_window(network, packed, shape_of, seed=seed))


def grouping(network: nx.Graph[str], layout: Layout) -> dict[str, str]:
    """Return the group of each actor (its sector) or of each initiative (its district)."""
    if layout == "sector":
        return {
            n: data.get("sector") or NOWHERE
            for n, data in network.nodes(data=True)
            if data["kind"] == "actor"
        }
    return {
        node: places[0] if len(places := data.get("places") or (NOWHERE,)) == 1 else SEVERAL
        for node, data in network.nodes(data=True)
        if data["kind"] == "initiative"
    }


def _shape(
    network: nx.Graph[str], node: str, radii: Mapping[str, float], *, side: Side = "below"
) -> NodeShape:
    """Return the size of a node as it will be drawn."""
    data = network.nodes[node]
    kind: NodeKind = "initiative" if data.get("kind") == "initiative" else "actor"
    words = data.get("short_label") or data.get("label") or ""
    return node_shape(words, kind, side=side, radius=radii.get(node, ACTOR_RADIUS))


def _component(
    network: nx.Graph[str], nodes: Sequence[str], shapes: dict[str, NodeShape], seed: int
) -> Points:
    """Place one connected component around the origin."""
    if len(nodes) == 1:
        return np.zeros((1, 2))
    number = {node: at for at, node in enumerate(nodes)}
    edges = sorted(
        (min(number[a], number[b]), max(number[a], number[b])) for a, b in network.edges(nodes) if a != b
    )
    if len(nodes) > _BY_STRESS:
        return _by_force(len(nodes), edges, seed)
    boxes = tuple(shapes[node].around for node in nodes)
    return _laid(
        tuple(edges), boxes, seed, by_hand=len(nodes) <= _BY_HAND and len(network) <= _BY_HAND_IN
    ).copy()


@lru_cache(maxsize=64)  # the page and the still picture show the same
def _laid(edges: tuple[tuple[int, int], ...], around: tuple[Box, ...], seed: int, *, by_hand: bool) -> Points:
    """Place the nodes of a component, numbered, with their boxes, by stress; then let them step aside."""
    points, wanted, state = _stressed(edges, len(around), seed)
    rng = np.random.default_rng()
    rng.bit_generator.state = state  # as if the numbers had been drawn here
    crowd = Crowd(points, np.array(around), np.array(edges), wanted)
    if by_hand:
        crowd.settle(rng)
    crowd.push_apart()
    return crowd.points


@lru_cache(maxsize=256)  # a large network has hundreds of components of two or three nodes, all alike
def _stressed(edges: tuple[tuple[int, int], ...], n: int, seed: int) -> tuple[Points, Points, Any]:
    """Return places by stress, the distances wanted, and the state of chance afterwards; none depends on labels."""
    graph = nx.Graph(edges)
    for a, b in edges:
        graph[a][b]["length"] = UNIT * (graph.degree[a] + graph.degree[b]) ** 0.5
    wanted = np.zeros((n, n))
    for start, reached in nx.all_pairs_dijkstra_path_length(graph, weight="length"):
        for end, distance in reached.items():
            wanted[start, end] = distance
    rng = np.random.default_rng(seed)
    points = _by_stress(wanted, rng) * (STRETCH, 1.0)
    return points, wanted, rng.bit_generator.state


def _springs(network: nx.Graph[str], nodes: Sequence[str], shapes: dict[str, NodeShape], seed: int) -> Points:
    """Place one connected component by springs; of what can be read, labels step aside."""
    if len(nodes) == 1:
        return np.zeros((1, 2))
    number = {node: at for at, node in enumerate(nodes)}
    edges = sorted((number[a], number[b]) for a, b in network.edges(nodes))
    points = _by_force(len(nodes), edges, seed)
    if len(nodes) > _BY_STRESS:
        return points
    boxes = np.array([shapes[node].around for node in nodes])
    crowd = Crowd(points, boxes, np.array(edges), np.zeros((len(nodes),) * 2))
    crowd.push_apart()
    return crowd.points


def springs(network: nx.Graph[str], nodes: Sequence[str], *, seed: int) -> dict[str, Point]:
    """Place some nodes of a large network by the links between them, in the order given."""
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    number = {node: at for at, node in enumerate(nodes)}
    edges = sorted(
        {
            (min(number[a], number[b]), max(number[a], number[b]))
            for a in nodes
            for b in network[a]
            if b in number
        }
    )
    points = _by_force(len(nodes), edges, seed, rounds=300 if len(nodes) <= _BY_STRESS else 80)
    return {
        node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in zip(nodes, points, strict=True)
    }


def _by_stress(wanted: Points, rng: np.random.Generator, *, rounds: int = 120) -> Points:
    """Return points whose distances are as near as can be to those wanted."""
    n = len(wanted)
    with np.errstate(divide="ignore"):
        weights = np.where(wanted > 0, 1.0 / wanted**2, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / n) - 1.0 / n  # the pseudoinverse, as the graph is connected
    points = _principal(wanted, rng) + rng.normal(scale=wanted.mean() / 20, size=(n, 2))
    for _ in range(rounds):
        apart = np.linalg.norm(points[:, None] - points[None], axis=2)
        with np.errstate(divide="ignore", invalid="ignore"):
            pull = np.where(apart > 0, weights * wanted / apart, 0.0)
        points = inverse @ ((np.diag(pull.sum(axis=1)) - pull) @ points)
    return points


def _principal(wanted: Points, rng: np.random.Generator, *, rounds: int = 50) -> Points:
    """
    Return a first guess: the two main directions of the distances (classical scaling), the longer across.

    Found by turning a seeded guess towards them. Where several directions are equal, as in a star, a
    solver may return any of them or none.
    """
    n = len(wanted)
    centred = np.eye(n) - 1.0 / n
    spread = -0.5 * centred @ wanted**2 @ centred
    basis = rng.normal(size=(n, 2))
    for _ in range(rounds):
        basis, _ = np.linalg.qr(spread @ basis)
    values, turn = np.linalg.eigh(basis.T @ spread @ basis)
    guess: Points = (basis @ turn * np.sqrt(np.maximum(values, 0.0)))[:, ::-1]
    return guess


def _by_force(n: int, edges: Sequence[tuple[int, int]], seed: int, *, rounds: int = 300) -> Points:
    """Place a large component by igraph, whose chance is taken from the seed."""
    import igraph

    chance = random.Random(seed)  # noqa: S311  - chooses a layout, guards nothing
    igraph.set_random_number_generator(chance)
    try:
        start = [(chance.random() * n, chance.random() * n) for _ in range(n)]
        laid = igraph.Graph(n=n, edges=edges).layout_fruchterman_reingold(
            seed=start, niter=rounds, grid="grid" if n > 2 * _BY_STRESS else "nogrid"
        )
    finally:
        igraph.set_random_number_generator(random)
    points: Points = np.array(laid.coords)
    points -= points.mean(axis=0)
    wide, high = np.ptp(points, axis=0)
    # Of nodes on a line, such as any two, the line's length counts.
    spread = np.sqrt(max(wide * high, max(wide, high) ** 2 / n) / n)
    points *= np.array([STRETCH, 1.0]) * _ROOM / max(spread, 1e-9)
    return points


def _packed(
    laid: Sequence[tuple[Sequence[str], Points]], shapes: dict[str, NodeShape], *, shape: float
) -> dict[str, Point]:
    """Set components on shelves below each other, each as wide as the widest component or as ``shape`` asks."""
    blocks: list[tuple[Sequence[str], Points, Box]] = []
    for nodes, points in laid:
        boxes = [box_at(shapes[node].around, (x, y)) for node, (x, y) in zip(nodes, points, strict=True)]
        around = (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )
        blocks.append((nodes, points, around))
    area = sum((b[2] - b[0] + _GAP) * (b[3] - b[1] + _GAP) for _, _, b in blocks)
    width = max([(area * shape) ** 0.5, *(b[2] - b[0] for _, _, b in blocks)])
    placed: dict[str, Point] = {}
    x = y = shelf = 0.0
    for nodes, points, (left, top, right, bottom) in blocks:
        if x > 0 and x + right - left > width:
            x, y, shelf = 0.0, y + shelf + _GAP, 0.0
        for node, (px, py) in zip(nodes, points, strict=True):
            placed[node] = (round(float(px) - left + x, 1), round(float(py) - top + y, 1))
        x += right - left + _GAP
        shelf = max(shelf, bottom - top)
    return placed
