"""Moving nodes aside, so that labels do not cover each other and lines do not run through them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]

_TINY: Final = 1e-9
_MARGIN: Final = 7.0
_COVERED: Final = 0.02  # for each unit of area two boxes share
_THROUGH: Final = 14.0  # for each line through a box
_CROSSING: Final = 2.2
_STRESS: Final = 16.0
_SHORT: Final = 25.0  # for each link that has no room at all for its words
_WORDS: Final = np.array([75.0, 40.0])  # the room that words take, across and down
STRETCH: Final = 1.3  # a screen is wider than it is high, and so are labels
_NARROW: Final = 8.0  # for each two lines that meet in one direction
_APART: Final = 0.93  # the cosine of an angle that is wide enough, some 22 degrees
_ROUNDS: Final = 24
_TRIES: Final = 20


def through(segments: Numbers, boxes: Numbers) -> Flags:
    """
    Say which segments (rows ``x0, y0, x1, y1``) pass through which boxes (``left, top, right, bottom``).

    Examples
    --------
    >>> through(np.array([[0.0, 0.0, 10.0, 0.0]]), np.array([[4.0, -1.0, 6.0, 1.0], [4.0, 2.0, 6.0, 3.0]]))
    array([[ True, False]])
    """
    enters = np.zeros((len(segments), len(boxes)))
    leaves = np.ones((len(segments), len(boxes)))
    for axis in (0, 1):
        start = segments[:, axis, None]
        delta = segments[:, axis + 2, None] - start
        delta = np.where(np.abs(delta) < _TINY, _TINY, delta)
        first = (boxes[None, :, axis] - start) / delta
        last = (boxes[None, :, axis + 2] - start) / delta
        enters = np.maximum(enters, np.minimum(first, last))
        leaves = np.minimum(leaves, np.maximum(first, last))
    result: Flags = enters < leaves
    return result


def crossing(ones: Numbers, others: Numbers) -> Flags:
    """
    Say which segments cross which others; touching at an end is no crossing.

    Examples
    --------
    >>> crossing(np.array([[0.0, 0.0, 2.0, 2.0]]), np.array([[0.0, 2.0, 2.0, 0.0], [2.0, 2.0, 3.0, 0.0]]))
    array([[ True, False]])
    """
    ax, ay, bx, by = (ones[:, None, at] for at in range(4))
    cx, cy, dx, dy = (others[None, :, at] for at in range(4))
    abx, aby, cdx, cdy = bx - ax, by - ay, dx - cx, dy - cy
    # On which side of the one line each end of the other lies, by sign.
    c_side, d_side = abx * (cy - ay) - aby * (cx - ax), abx * (dy - ay) - aby * (dx - ax)
    a_side, b_side = cdx * (ay - cy) - cdy * (ax - cx), cdx * (by - cy) - cdy * (bx - cx)
    result: Flags = (np.sign(c_side) != np.sign(d_side)) & (c_side != 0) & (d_side != 0)
    result &= (np.sign(a_side) != np.sign(b_side)) & (a_side != 0) & (b_side != 0)
    return result


def overlaps(boxes: Numbers, others: Numbers) -> Numbers:
    """
    Return the area that each box (a row) shares with each other (a column).

    Examples
    --------
    >>> overlaps(np.array([[0.0, 0.0, 2.0, 2.0]]), np.array([[1.0, 1.0, 3.0, 3.0], [2.0, 0.0, 3.0, 1.0]]))
    array([[1., 0.]])
    """
    width = np.minimum(boxes[:, None, 2], others[:, 2]) - np.maximum(boxes[:, None, 0], others[:, 0])
    height = np.minimum(boxes[:, None, 3], others[:, 3]) - np.maximum(boxes[:, None, 1], others[:, 1])
    areas: Numbers = np.maximum(width, 0.0) * np.maximum(height, 0.0)
    return areas


class Tried(NamedTuple):
    """A node's links from each of several places: their other ends, the lines, what they and its boxes meet there."""

    ends: NDArray[np.int64]
    lines: Numbers  # place × link × (x0, y0, x1, y1)
    hits: NDArray[np.int64]  # lines through boxes: its own through others', others' through its own
    crossed: NDArray[np.int64]


def links_tried(
    node: int,
    places: Numbers,
    points: Numbers,
    edges: NDArray[np.int64],
    *,
    links: NDArray[np.int64],
    boxes: Numbers,
    own: Numbers,
) -> Tried:
    """
    Return what the links of a node meet if it stands in each of several places.

    Parameters
    ----------
    node, links
        Its row number, and those of its links among ``edges``.
    places
        To stand in.
    points, edges
        Where the nodes stand, and pairs of row numbers.
    boxes, own
        Those of the other nodes, where they stand, and the node's in each place.
    """
    ends = edges[links].sum(axis=1) - node
    lines = np.empty((len(places), len(ends), 4))
    lines[:, :, :2] = places[:, None]
    lines[:, :, 2:] = points[ends]
    flat = lines.reshape(-1, 4)
    others = np.delete(edges, links, axis=0)
    theirs = np.hstack((points[others[:, 0]], points[others[:, 1]]))
    hit = through(flat, boxes).reshape(len(places), len(ends), len(boxes))
    hit[:, np.arange(len(ends)), ends - (ends > node)] = False  # a line may reach its own end
    hits = hit.sum(axis=(1, 2)) + through(theirs, own).sum(axis=0)
    crossed = crossing(flat, theirs).reshape(len(places), len(ends) * len(theirs)).sum(axis=1)
    return Tried(ends, lines, hits, crossed)


def _nearness(ones: Numbers, others: Numbers) -> Numbers:
    """Return 0 for directions that are well apart, up to 1 for the same direction."""
    lengths = np.hypot(ones[..., 0], ones[..., 1]) * np.hypot(others[..., 0], others[..., 1])
    cosines = (ones * others).sum(axis=-1) / np.maximum(lengths, _TINY)
    near: Numbers = np.maximum(cosines - _APART, 0.0) / (1.0 - _APART)
    return near


class Crowd:
    """
    Nodes with boxes around them, and the links between them.

    Parameters
    ----------
    points
        Where each node stands.
    boxes
        Left, top, right and bottom of each node, relative to where it stands.
    edges
        Pairs of row numbers.
    wanted
        Distance wanted between each two nodes.
    margin
        The room around each box.
    """

    def __init__(
        self,
        points: Numbers,
        boxes: Numbers,
        edges: NDArray[np.int64],
        wanted: Numbers,
        *,
        margin: float = _MARGIN,
    ) -> None:
        self.points = np.array(points, dtype=float)
        self._boxes = boxes + np.array([-margin, -margin, margin, margin])
        self._edges = edges
        self._wanted = wanted
        with np.errstate(divide="ignore"):
            self._weights = np.where(wanted > 0, 1.0 / wanted**2, 0.0)

    def settle(self, rng: np.random.Generator) -> None:
        """Try other places for each node in turn, near and nearer, and keep what is better."""
        links = [np.flatnonzero((self._edges == node).any(axis=1)) for node in range(len(self.points))]
        for reach in np.geomspace(220.0, 12.0, _ROUNDS):
            for node in range(len(self.points)):
                steps = rng.normal(scale=reach, size=(_TRIES, 2))
                places = self.points[node] + np.vstack((np.zeros((1, 2)), steps))
                self.points[node] = places[self._costs(node, places, links[node]).argmin()]

    def _costs(self, node: int, places: Numbers, links: NDArray[np.int64]) -> Numbers:
        """Return how bad it is for a node to stand in each of several places, given where the others are."""
        rest = np.arange(len(self.points)) != node
        points = self.points[rest]
        boxes = self._boxes[rest] + np.hstack((points, points))
        own = self._boxes[node] + np.hstack((places, places))
        covered = overlaps(own, boxes).sum(axis=1)
        away = points - places[:, None]
        apart = np.hypot(away[..., 0] / STRETCH, away[..., 1])
        stress = (self._weights[node, rest] * (apart - self._wanted[node, rest]) ** 2).sum(axis=1)
        ends, lines, hits, crossed = links_tried(
            node, places, self.points, self._edges, links=links, boxes=boxes, own=own
        )
        # Between two boxes there should be room for words: an ellipse around the node, wider than high.
        sizes = (
            self._boxes[node, 2:] - self._boxes[node, :2] + self._boxes[ends, 2:] - self._boxes[ends, :2]
        ) / 2
        way = (lines[..., 2:] - lines[..., :2]) / (sizes + _WORDS)
        short = np.maximum(1.0 - np.hypot(way[..., 0], way[..., 1]), 0.0).sum(axis=1)
        costs: Numbers = (
            _NARROW * self._narrow(node, places, ends)
            + _COVERED * covered
            + _THROUGH * hits
            + _CROSSING * crossed
            + _STRESS * stress
            + _SHORT * short
        )
        return costs

    def _narrow(self, node: int, places: Numbers, ends: NDArray[np.int64]) -> Numbers:
        """Return how nearly lines that meet in a node or in its neighbours lie on top of each other."""
        first, second = np.triu_indices(len(ends), k=1)
        own = self.points[ends] - places[:, None]
        narrow = _nearness(own[:, first], own[:, second]).sum(axis=1)
        for number, end in enumerate(ends):
            meeting = self._edges[(self._edges == end).any(axis=1)].sum(axis=1) - end
            others = self.points[meeting[meeting != node]] - self.points[end]
            narrow += _nearness(-own[:, number, None], others[None]).sum(axis=1)
        result: Numbers = narrow
        return result

    def push_apart(self, *, rounds: int = 200, stretch: float = 1.0) -> None:
        """
        Push nodes whose boxes overlap away from each other, along the shorter way, until none do.

        A way across counts as so many times shorter as ``stretch`` says.
        """
        upper = np.triu(np.ones((len(self.points),) * 2, dtype=bool), k=1)
        for _ in range(rounds):
            boxes = self._boxes + np.hstack((self.points, self.points))
            width = np.minimum(boxes[:, None, 2], boxes[None, :, 2]) - np.maximum(
                boxes[:, None, 0], boxes[None, :, 0]
            )
            height = np.minimum(boxes[:, None, 3], boxes[None, :, 3]) - np.maximum(
                boxes[:, None, 1], boxes[None, :, 1]
            )
            pairs = np.argwhere(upper & (width > _TINY) & (height > _TINY))
            if not len(pairs):
                return
            middles = (boxes[:, :2] + boxes[:, 2:]) / 2
            for a, b in pairs:
                axis = 0 if width[a, b] < height[a, b] * stretch else 1
                way = 1.0 if middles[b, axis] >= middles[a, axis] else -1.0
                step = (width[a, b] if axis == 0 else height[a, b]) / 2 + 0.05
                self.points[a, axis] -= way * step
                self.points[b, axis] += way * step
