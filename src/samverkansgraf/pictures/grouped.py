"""Positions by group: blocks of one kind at the sides, each with its heading, the other kind between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.names import swedish_order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import networkx as nx

    from samverkansgraf.pictures.geometry import Box, NodeShape, Side
    from samverkansgraf.pictures.style import Point

HEADING: Final = 44.0  # the height of a block's heading


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Room between things: within a block's rim, between blocks, cells, middle and blocks, nodes in the middle."""

    heading: float
    inset: float
    between: float
    cell: float
    aisle: float
    free: float


_ROOMY: Final = _Gaps(HEADING, inset=16.0, between=26.0, cell=14.0, aisle=150.0, free=46.0)
_TIGHT: Final = _Gaps(30.0, inset=8.0, between=12.0, cell=6.0, aisle=60.0, free=12.0)
_SHARES: Final = (0.5, 0.7, 1.0, 1.4, 2.0)  # of a block's columns, against as many columns as half the rows
_MOST_COLUMNS: Final = 12


@dataclass(frozen=True, slots=True)
class Zone:
    """The ground of one group: the key of the group and the box around its nodes and heading."""

    group: str
    box: Box


@dataclass(slots=True)
class _Block:
    """A group's nodes, their places from the block's own corner, its width and height."""

    group: str
    places: dict[str, Point]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Grouped:
    """Node -> (x, y), the ground of each group from the largest down, and the side of each node's words."""

    places: dict[str, Point]
    zones: tuple[Zone, ...]
    sides: dict[str, Side]


def grouped(
    network: nx.Graph[str],
    shape_of: Callable[[str, Side], NodeShape],
    groups: Mapping[str, str],
    *,
    window: Point,
    tight: bool = True,
) -> Grouped:
    """
    Place the nodes that have a group in blocks left and right, the others between, near those they are linked to.

    Parameters
    ----------
    network
        A two-mode network.
    shape_of
        The size of a node with its words on a side.
    groups
        The group of each node of the one kind.
    window
        Width and height of what can be read at once. A picture that is larger is set in as many columns, with as
        little room between, as make it fit best.
    tight
        Whether that is done at all.
    """
    roomy = _set(network, shape_of, groups, _ROOMY, share=1.0, columns=None, side="below", window=window)
    if not tight or _scale(roomy, window) >= 1.0:
        return roomy[0]
    tries = (
        _set(network, shape_of, groups, _TIGHT, share=share, columns=columns, side=side, window=window)
        for side in _FREE_SIDES
        for share in _SHARES
        for columns in range(1, _MOST_COLUMNS + 1)
    )
    return max(tries, key=lambda one: _scale(one, window))[0]


_FREE_SIDES: Final[tuple[Side, ...]] = ("below", "right")


def _scale(one: tuple[Grouped, Point], window: Point) -> float:
    """Return how large a picture can be shown in a window."""
    _, (wide, high) = one
    return min(window[0] / max(wide, 1.0), window[1] / max(high, 1.0))


def _set(
    network: nx.Graph[str],
    shape_of: Callable[[str, Side], NodeShape],
    groups: Mapping[str, str],
    gaps: _Gaps,
    *,
    share: float,
    columns: int | None,
    side: Side,
    window: Point,
) -> tuple[Grouped, Point]:
    """Set blocks and middle with some gaps and columns; return the picture and its width and height."""
    members: dict[str, list[str]] = {}
    for node in sorted(groups, key=lambda one: (*swedish_order(network.nodes[one].get("label") or one), one)):
        members.setdefault(groups[node], []).append(node)
    # Words stand on the outer side, so that links leave on the inner one.
    both = {
        group: [
            _block(group, nodes, [shape_of(n, at) for n in nodes], gaps=gaps, share=share, outer=at)
            for at in _OUTER
        ]
        for group, nodes in members.items()
    }
    blocks = sorted(both.values(), key=lambda two: (-two[0].height * two[0].width, two[0].group))
    halves: tuple[list[_Block], list[_Block]] = ([], [])
    heights = [0.0, 0.0]
    for two in blocks:
        lower = 0 if heights[0] <= heights[1] else 1
        halves[lower].append(two[lower])
        heights[lower] += two[lower].height + gaps.between
    free = [node for node in sorted(network) if node not in groups]
    shapes = {node: shape_of(node, side) for node in free}
    middle = _middle(
        network,
        shapes,
        free,
        _pulls(halves, gaps.between),
        tall=max(heights),
        gaps=gaps,
        columns=columns,
        window=window,
    )
    half = max(
        (max(abs(x + shapes[n].around[0]), abs(x + shapes[n].around[2])) for n, (x, _) in middle.items()),
        default=0.0,
    )
    placed, zones, sides = dict(middle), [], dict.fromkeys(free, side)
    for number, blocks_there in enumerate(halves):
        top = -heights[number] / 2
        for block in blocks_there:
            left = half + gaps.aisle if number else -half - gaps.aisle - block.width
            zones.append(Zone(block.group, (left, top, left + block.width, top + block.height)))
            placed.update({node: (left + x, top + y) for node, (x, y) in block.places.items()})
            sides.update(dict.fromkeys(block.places, _OUTER[number]))
            top += block.height + gaps.between
    every = {node: shape_of(node, sides[node]) for node in placed}
    places, grounds = _from_corner(placed, every, zones)
    corners = [(x + every[n].around[2], y + every[n].around[3]) for n, (x, y) in places.items()]
    corners += [(zone.box[2], zone.box[3]) for zone in grounds]
    extent = (max((x for x, _ in corners), default=0.0), max((y for _, y in corners), default=0.0))
    return Grouped(places, grounds, sides), extent


_OUTER: Final[tuple[Side, Side]] = ("left", "right")


def _block(
    group: str, nodes: Sequence[str], shapes: Sequence[NodeShape], *, gaps: _Gaps, share: float, outer: Side
) -> _Block:
    """Set a group's nodes in rows, in reading order, each column as wide as it needs to be."""
    columns = max(1, min(len(nodes), round((len(nodes) / 2) ** 0.5 * share)))
    boxes = [shape.around for shape in shapes]
    widths = [max(box[2] - box[0] for box in boxes[column::columns]) for column in range(columns)]
    places: dict[str, Point] = {}
    y = gaps.heading + gaps.inset / 2
    for start in range(0, len(nodes), columns):
        row = range(start, min(start + columns, len(nodes)))
        above = max(-boxes[at][1] for at in row)
        below = max(boxes[at][3] for at in row)
        for column, at in enumerate(row):
            left = gaps.inset + sum(widths[:column]) + gaps.cell * (column + 0.5)
            # Shapes stand below each other, at the inner edge of the column.
            x = left + widths[column] - boxes[at][2] if outer == "left" else left - boxes[at][0]
            if shapes[at].side == "within":
                x = left + widths[column] / 2
            places[nodes[at]] = (x, y + above)
        y += above + below + gaps.cell
    width = 2 * gaps.inset + sum(widths) + gaps.cell * columns
    return _Block(group, places, width, y + gaps.inset / 2)


def _pulls(sides: tuple[list[_Block], list[_Block]], between: float) -> dict[str, Point]:
    """Return where each grouped node pulls to: which side (-1, 1), and how high from the middle."""
    pulls: dict[str, Point] = {}
    for side, x in zip(sides, (-1.0, 1.0), strict=True):
        height = sum(block.height + between for block in side)
        top = -height / 2
        for block in side:
            pulls.update({node: (x, top + y) for node, (_, y) in block.places.items()})
            top += block.height + between
    return pulls


def _middle(
    network: nx.Graph[str],
    shapes: Mapping[str, NodeShape],
    free: Sequence[str],
    pulls: Mapping[str, Point],
    *,
    tall: float,
    gaps: _Gaps,
    columns: int | None,
    window: Point,
) -> dict[str, Point]:
    """Place the free nodes in rows by the mean height of their neighbours, in each row from left to right."""
    if not free:
        return {}
    wish = {}
    for node in free:
        near = [pulls[other] for other in sorted(network[node]) if other in pulls]
        wish[node] = (
            (sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near))
            if near
            else (0.0, tall)
        )
    widths = {n: shapes[n].around[2] - shapes[n].around[0] for n in free}
    if columns is None:
        wide = max(widths.values()) + 2 * gaps.free
        high = max(shapes[n].around[3] - shapes[n].around[1] for n in free) + gaps.free
        columns = max(1, min(len(free), round((len(free) * high / max(tall, high)) or 1)))
        while columns < len(free) and high * -(-len(free) // columns) > max(
            tall, columns * wide * window[1] / window[0]
        ):
            columns += 1
    order = sorted(free, key=lambda node: (wish[node][1], node))
    rows = [
        sorted(order[at : at + columns], key=lambda one: (wish[one][0], one))
        for at in range(0, len(order), columns)
    ]
    heights = [
        (max(-shapes[n].around[1] for n in row), max(shapes[n].around[3] for n in row)) for row in rows
    ]
    total = sum(above + below for above, below in heights)
    # What the blocks are taller is shared out between the rows, but no row gets more than its own height.
    gap = min(max(gaps.free, (tall - total) / len(rows)), max(gaps.free, total / len(rows)))
    broadest = max(sum(widths[node] for node in row) + 2 * gaps.free * len(row) for row in rows)
    places: dict[str, Point] = {}
    y = -(total + gap * (len(rows) - 1)) / 2
    for number, (row, (above, below)) in enumerate(zip(rows, heights, strict=True)):
        room = (broadest - sum(widths[node] for node in row)) / max(len(row), columns)
        # Every second row is moved by half a gap: lines go between boxes.
        x = -(sum(widths[node] for node in row) + room * (len(row) - 1)) / 2
        x += (number % 2 - 0.5) * room / 2 if len(rows) > 1 and columns > 1 else 0.0
        for node in row:
            places[node] = (x - shapes[node].around[0], y + above)
            x += widths[node] + room
        y += above + below + gap
    return places


def _from_corner(
    placed: dict[str, Point], shapes: Mapping[str, NodeShape], zones: Sequence[Zone]
) -> tuple[dict[str, Point], tuple[Zone, ...]]:
    """Move everything so that the first box begins at (0, 0)."""
    boxes = [(x + shapes[node].around[0], y + shapes[node].around[1]) for node, (x, y) in placed.items()]
    boxes += [(zone.box[0], zone.box[1]) for zone in zones]
    left = min((x for x, _ in boxes), default=0.0)
    top = min((y for _, y in boxes), default=0.0)
    moved = {node: (round(x - left, 1), round(y - top, 1)) for node, (x, y) in placed.items()}
    grounds = tuple(
        Zone(zone.group, tuple(round(v - (left, top)[at % 2], 1) for at, v in enumerate(zone.box)))  # type: ignore[arg-type]
        for zone in zones
    )
    return moved, grounds
