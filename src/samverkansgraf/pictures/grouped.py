"""Positions by group: blocks of one kind at the sides, each with its heading, the other kind between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.names import swedish_order

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from samverkansgraf.pictures.geometry import Box, NodeShape
    from samverkansgraf.pictures.style import Point

HEADING: Final = 44.0  # the height of a block's heading
_INSET: Final = 16.0
_BETWEEN: Final = 26.0
_CELL: Final = 14.0
_AISLE: Final = 190.0  # between the blocks and what stands in the middle
_FREE: Final = 46.0
_SHAPE: Final = 1.35  # a screen is so much wider than high


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


def grouped(
    network: nx.Graph[str], shapes: Mapping[str, NodeShape], groups: Mapping[str, str]
) -> tuple[dict[str, Point], tuple[Zone, ...]]:
    """
    Place the nodes that have a group in blocks left and right, the others between, near those they are linked to.

    Parameters
    ----------
    network
        A two-mode network.
    shapes
        The size of every node.
    groups
        The group of each node of the one kind.

    Returns
    -------
    places, zones
        Node -> (x, y), and the ground of each group, from the largest down.
    """
    members: dict[str, list[str]] = {}
    for node in sorted(groups, key=lambda one: (*swedish_order(network.nodes[one].get("label") or one), one)):
        members.setdefault(groups[node], []).append(node)
    blocks = [_block(group, nodes, shapes) for group, nodes in members.items()]
    blocks.sort(key=lambda block: (-block.height * block.width, block.group))
    free = [node for node in sorted(network) if node not in groups]
    sides: tuple[list[_Block], list[_Block]] = ([], [])
    heights = [0.0, 0.0]
    for block in blocks:
        lower = 0 if heights[0] <= heights[1] else 1
        sides[lower].append(block)
        heights[lower] += block.height + _BETWEEN
    tall = max(heights)
    widths = [max((block.width for block in side), default=0.0) for side in sides]
    middle = _middle(network, shapes, free, _pulls(sides), tall)
    half = max(
        (max(abs(x + shapes[n].around[0]), abs(x + shapes[n].around[2])) for n, (x, _) in middle.items()),
        default=0.0,
    )
    placed = dict(middle)
    zones = []
    for number, side in enumerate(sides):
        top = -heights[number] / 2
        for block in side:
            left = -half - _AISLE - widths[0] + (widths[0] - block.width) if number == 0 else half + _AISLE
            zones.append(Zone(block.group, (left, top, left + block.width, top + block.height)))
            placed.update({node: (left + x, top + y) for node, (x, y) in block.places.items()})
            top += block.height + _BETWEEN
    return _from_corner(placed, shapes, zones)


def _block(group: str, nodes: Sequence[str], shapes: Mapping[str, NodeShape]) -> _Block:
    """Set a group's nodes in rows, in reading order."""
    columns = max(1, round((len(nodes) / 2) ** 0.5))
    around = [shapes[node].around for node in nodes]
    wide = max(box[2] - box[0] for box in around) + _CELL
    places: dict[str, Point] = {}
    y = HEADING + _INSET / 2
    for start in range(0, len(nodes), columns):
        row = range(start, min(start + columns, len(nodes)))
        above = max(-around[at][1] for at in row)
        below = max(around[at][3] for at in row)
        for column, at in enumerate(row):
            box = around[at]
            places[nodes[at]] = (_INSET + wide * (column + 0.5) - (box[0] + box[2]) / 2, y + above)
        y += above + below + _CELL
    return _Block(group, places, 2 * _INSET + wide * columns, y + _INSET / 2)


def _pulls(sides: tuple[list[_Block], list[_Block]]) -> dict[str, Point]:
    """Return where each grouped node pulls to: which side (-1, 1), and how high from the middle."""
    pulls: dict[str, Point] = {}
    for side, x in zip(sides, (-1.0, 1.0), strict=True):
        height = sum(block.height + _BETWEEN for block in side)
        top = -height / 2
        for block in side:
            pulls.update({node: (x, top + y) for node, (_, y) in block.places.items()})
            top += block.height + _BETWEEN
    return pulls


def _middle(
    network: nx.Graph[str],
    shapes: Mapping[str, NodeShape],
    free: Sequence[str],
    pulls: Mapping[str, Point],
    tall: float,
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
    wide = max(shapes[n].around[2] - shapes[n].around[0] for n in free) + 2 * _FREE
    high = max(shapes[n].around[3] - shapes[n].around[1] for n in free) + _FREE
    columns = max(1, min(len(free), round((len(free) * high / max(tall, high)) or 1)))
    while columns < len(free) and high * -(-len(free) // columns) > max(tall, columns * wide / _SHAPE):
        columns += 1
    order = sorted(free, key=lambda node: (wish[node][1], node))
    rows = [order[at : at + columns] for at in range(0, len(order), columns)]
    places: dict[str, Point] = {}
    for number, row in enumerate(rows):
        y = (number - (len(rows) - 1) / 2) * max(high, min(tall / len(rows), 2 * high))
        for at, node in enumerate(sorted(row, key=lambda one: (wish[one][0], one))):
            # Every second row is moved by half a column: lines go between boxes.
            shift = (number % 2) * 0.5 - 0.25 if len(rows) > 1 and columns > 1 else 0.0
            places[node] = ((at - (len(row) - 1) / 2 + shift) * wide, y)
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
