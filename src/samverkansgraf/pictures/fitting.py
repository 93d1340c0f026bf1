"""
Nodes moved together until their picture fits a window in which every name can be read.

A layout by distances leaves most of a screen empty; shown whole it is so small that names cover each other. Here
every node is tried in other places and with its words on other sides, near and nearer, and the best is kept: no box
on another, few lines through words or across each other, short links, not far from where the layout had it, all
within a frame of a screen's shape. Then those that still touch step aside.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from samverkansgraf.pictures.crossings import Crowd, links_tried, overlaps, through
from samverkansgraf.pictures.geometry import NO_BOX, SIDES, box_at

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    from numpy.typing import NDArray

    from samverkansgraf.pictures.crossings import Numbers
    from samverkansgraf.pictures.geometry import Box, NodeShape, Side
    from samverkansgraf.pictures.style import Point

    Sides = NDArray[np.intp]

#: What a page shows in a window of 1366 × 768 with letters of 11 pixels, in the picture's units, less some of its
#: height, as those that step aside at the end do so up and down.
WINDOW: Final = (1640.0, 690.0)
FITTED: Final = 200  # nodes: of more not all names could be read at once
_DENSE: Final = 0.56  # no more than this share of the frame is covered by boxes
_MARGIN: Final = 2.0
_ROUNDS: Final = 9
_TRIES: Final = 22
_COVERED: Final = 0.05  # for each unit of area that two boxes share
_OUTSIDE: Final = 1.0  # for each unit beyond the frame
_THROUGH: Final = 5.0  # for each line of others through a node or its words
_OWN: Final = 3.0  # for each link through the words of its own actor
_CROSSING: Final = 1.0
_LENGTH: Final = 0.025  # for each unit of a link, in a frame as full as can be
_MOVED: Final = 0.02  # for each unit from where the layout has it


def moved_into_a_window(
    network: nx.Graph[str],
    places: dict[str, Point],
    shape_of: Callable[[str, Side], NodeShape],
    *,
    seed: int,
) -> tuple[dict[str, Point], dict[str, Side]]:
    """
    Return the places of nodes, moved together if their picture is read name by name and larger than a window.

    Parameters
    ----------
    network
        A two-mode network.
    places
        Where a layout has the nodes.
    shape_of
        The size of a node with its words on a side.
    seed
        Chooses the places that are tried.

    Returns
    -------
    places, sides
        Node -> (x, y), the first box at (0, 0); and the side of each actor's words, none where nothing was moved.
    """
    if not 1 < len(network) <= FITTED:
        return places, {}
    nodes = sorted(network)
    number = {node: at for at, node in enumerate(nodes)}
    shapes = [[shape_of(node, side) for side in SIDES] for node in nodes]
    boxes = tuple(tuple(shape.around for shape in row) for row in shapes)
    words = tuple(tuple(NO_BOX if shape.side == "within" else shape.words for shape in row) for row in shapes)
    edges = sorted((min(number[a], number[b]), max(number[a], number[b])) for a, b in network.edges if a != b)
    found = _fitted(tuple(places[node] for node in nodes), boxes, words, tuple(edges), seed)
    if found is None:
        return places, {}
    points, sides = found
    corner = np.min([box_at(boxes[at][sides[at]], points[at])[:2] for at in number.values()], axis=0)
    moved = (points - corner).tolist()
    return (
        {node: (round(x, 1), round(y, 1)) for node, (x, y) in zip(nodes, moved, strict=True)},
        {
            node: SIDES[side]
            for node, side in zip(nodes, sides, strict=True)
            if network.nodes[node].get("kind") != "initiative"
        },
    )


@lru_cache(maxsize=16)  # the page and the still picture show the same
def _fitted(
    places: tuple[Point, ...],
    boxes: tuple[tuple[Box, ...], ...],
    words: tuple[tuple[Box, ...], ...],
    edges: tuple[tuple[int, int], ...],
    seed: int,
) -> tuple[Numbers, list[int]] | None:
    """Return places and the number of each node's side in a frame of a window's shape, ``None`` if none is needed."""
    points = np.array(places)
    first = np.array([row[0] for row in boxes]) + np.hstack((points, points))
    smallest = np.array([min(row, key=_area) for row in boxes])
    frame = frame_for(smallest, (float(np.ptp(first[:, ::2])), float(np.ptp(first[:, 1::2]))))
    if frame is None:
        return None
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    rng = np.random.default_rng(seed)
    moved, sides = fitted(points, np.array(boxes), np.array(words), ends, frame=frame, rng=rng)
    return moved, sides.tolist()


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def frame_for(boxes: Numbers, extent: tuple[float, float]) -> tuple[float, float] | None:
    """
    Return the width and height that a picture should be moved into; ``None`` where it fits a window as it is.

    Examples
    --------
    >>> frame_for(np.array([[0.0, 0.0, 100.0, 40.0]]), (900.0, 600.0)) is None
    True
    >>> frame_for(np.array([[0.0, 0.0, 100.0, 40.0]]), (2000.0, 700.0)) == WINDOW
    True
    """
    if extent[0] <= WINDOW[0] and extent[1] <= WINDOW[1]:
        return None
    covered = float(((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])).sum())
    larger = max(1.0, (covered / _DENSE / (WINDOW[0] * WINDOW[1])) ** 0.5)
    return WINDOW[0] * larger, WINDOW[1] * larger


def fitted(
    points: Numbers,
    boxes: Numbers,
    words: Numbers,
    edges: NDArray[np.int64],
    *,
    frame: tuple[float, float],
    rng: np.random.Generator,
) -> tuple[Numbers, Sides]:
    """
    Move nodes into a frame, and choose the side of their words.

    Parameters
    ----------
    points
        Where a layout has the nodes.
    boxes
        For each node and each side its words may stand on: left, top, right, bottom, relative to the node.
    words
        The part of each box that holds the words beside a node; empty where they stand within it.
    edges
        Pairs of row numbers.
    frame
        Width and height.
    rng
        Chooses the places that are tried.

    Returns
    -------
    points, sides
        Where each node stands, the middle of the frame at (0, 0), and which of its boxes it has. No two boxes
        overlap; where there is too little room they reach beyond the frame.
    """
    packing = _Packing(points, boxes, words, edges, frame=frame)
    for reach in np.geomspace(frame[1] / 4, 8.0, _ROUNDS):
        for node in range(len(points)):
            packing.settle(node, reach, rng)
    own = packing.own_boxes()
    crowd = Crowd(packing.points, own, edges, np.zeros((len(points),) * 2), margin=_MARGIN)
    crowd.push_apart(stretch=frame[0] / frame[1])
    return crowd.points, packing.sides


class _Packing:
    """Nodes in a frame, each with the side of its words."""

    def __init__(
        self,
        points: Numbers,
        boxes: Numbers,
        words: Numbers,
        edges: NDArray[np.int64],
        *,
        frame: tuple[float, float],
    ) -> None:
        self._boxes = boxes + np.array([-_MARGIN, -_MARGIN, _MARGIN, _MARGIN])
        self._bare = boxes
        self._words = words
        self._edges = edges
        self._half = np.array(frame) / 2
        self.sides: Sides = np.zeros(len(points), dtype=np.intp)
        low, high = points.min(axis=0), points.max(axis=0)
        room = self._half * 2 - (boxes[:, 0, 2:] - boxes[:, 0, :2]).mean(axis=0)
        self.points = (points - (low + high) / 2) * np.minimum(room / np.maximum(high - low, 1e-9), 1.0)
        self._home = self.points.copy()
        least = (boxes[..., 2:] - boxes[..., :2]).prod(axis=2).min(axis=1).sum()
        self._length = (
            _LENGTH * float(least) / (frame[0] * frame[1] * _DENSE)
        )  # where there is room links may be long
        self._links = [np.flatnonzero((edges == node).any(axis=1)) for node in range(len(points))]

    def own_boxes(self) -> Numbers:
        """Return each node's box with its words on the side they have."""
        chosen: Numbers = self._bare[np.arange(len(self.points)), self.sides]
        return chosen

    def settle(self, node: int, reach: float, rng: np.random.Generator) -> None:
        """Try other places and sides for a node, and keep the best."""
        here = self.points[node]
        number = self._boxes.shape[1]
        steps = np.vstack((np.zeros((number, 2)), rng.normal(scale=reach, size=(_TRIES, 2)) * (1.5, 1.0)))
        sides = np.concatenate((np.arange(number), rng.integers(number, size=_TRIES)))
        places = here + steps
        best = int(self._costs(node, places, sides).argmin())
        self.points[node], self.sides[node] = places[best], sides[best]

    def _costs(self, node: int, places: Numbers, sides: Sides) -> Numbers:
        """Return how bad it is for a node to stand in each place with its words on that side."""
        rest = np.arange(len(self.points)) != node
        points = self.points[rest]
        boxes = self._boxes[np.arange(len(self.points)), self.sides][rest] + np.hstack((points, points))
        own = self._boxes[node, sides] + np.hstack((places, places))
        covered = overlaps(own, boxes).sum(axis=1)
        outside = np.maximum(-self._half - own[:, :2], 0.0) + np.maximum(own[:, 2:] - self._half, 0.0)
        _, lines, hits, crossed = links_tried(
            node, places, self.points, self._edges, links=self._links[node], boxes=boxes, own=own
        )
        words = self._words[node, sides] + np.hstack((places, places))
        by_try = through(lines.reshape(-1, 4), words).reshape(*lines.shape[:2], len(places))
        through_own = np.einsum("tet->t", by_try.astype(int))
        away = lines[..., 2:] - lines[..., :2]
        costs: Numbers = (
            _COVERED * covered
            + _OUTSIDE * outside.sum(axis=1)
            + _THROUGH * hits
            + _CROSSING * crossed
            + _OWN * through_own
            + self._length * np.hypot(away[..., 0], away[..., 1]).sum(axis=1)
            + _MOVED * np.hypot(*(places - self._home[node]).T)
        )
        return costs
