"""Where words stand, so that they cover least and are crossed least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from samverkansgraf.pictures.crossings import overlaps, through
from samverkansgraf.pictures.geometry import ACTOR_RADIUS, LINK_FONT_SIZE, SIDES, box_at, node_shape
from samverkansgraf.pictures.lettering import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkansgraf.pictures.crossings import Numbers
    from samverkansgraf.pictures.geometry import Box, NodeShape
    from samverkansgraf.pictures.style import Point

_SHARES: Final = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75)
_FLAT: Final = 0.45  # a line that rises less than this is flat
_HIDES: Final = 0.55  # words that cover more of a line than this hide its pattern
_SEARCHED: Final = 1500  # of so many links the best place is looked for; of more it is the middle


def best_side(
    label: str, place: Point, lines: Numbers, boxes: Numbers, *, radius: float = ACTOR_RADIUS
) -> NodeShape:
    """
    Return an actor's size with its label on the side where it covers, and is crossed by, least.

    Parameters
    ----------
    label
        The words.
    place
        Where the actor stands.
    lines
        All links of the picture: x and y of the start, then of the end.
    boxes
        Everything else that is drawn: left, top, right, bottom.
    radius
        The radius of the actor's shape.
    """
    shapes = [node_shape(label, "actor", side=side, radius=radius) for side in SIDES]
    words = np.array([box_at(shape.words, place) for shape in shapes])
    costs = 0.4 * np.arange(len(shapes)) + 4.0 * through(lines, words).sum(axis=0)
    costs += overlaps(words, boxes).sum(axis=1)
    return shapes[int(costs.argmin())]


def link_label_places(links: Sequence[tuple[Point, Point, str]], boxes: Iterable[Box]) -> list[Point]:
    """
    Choose where on its line each link's words stand, so that they cover least.

    Words that would hide most of a flat line stand above it, so that its pattern shows.

    Parameters
    ----------
    links
        Start, end (of the part that shows) and words of each link.
    boxes
        What is already drawn.

    Returns
    -------
    places
        The middle of the words, in the order of ``links``.
    """
    if len(links) > _SEARCHED:
        return [(round((x0 + x1) / 2, 1), round((y0 + y1) / 2, 1)) for (x0, y0), (x1, y1), _ in links]
    taken = np.array(list(boxes), dtype=float).reshape(-1, 4)
    taken = np.vstack((taken, np.zeros((len(links), 4))))  # the last rows are filled as words are placed
    first = len(taken) - len(links)
    lines = np.array([(*start, *end) for start, end, _ in links], dtype=float).reshape(-1, 4)
    shares = np.array(_SHARES)
    high = LINK_FONT_SIZE * 0.65
    places: list[Point] = []
    for number, (start, end, words) in enumerate(links):
        half = text_width(words, size=LINK_FONT_SIZE) / 2 + 2
        dx, dy = end[0] - start[0], end[1] - start[1]
        x = start[0] + dx * shares
        y = start[1] + dy * shares - _lift(dx, dy, half)
        tries = np.column_stack((x - half, y - high, x + half, y + high))
        costs = overlaps(tries, taken[: first + number]).sum(axis=1) + 40.0 * np.abs(shares - 0.5)
        costs += 25.0 * through(np.delete(lines, number, axis=0), tries).sum(axis=0)
        best = int(costs.argmin())
        places.append((round(float(x[best]), 1), round(float(y[best]), 1)))
        taken[first + number] = tries[best]
    return places


def _lift(dx: float, dy: float, half: float) -> float:
    """Return how far above its line a word of that half width must stand for the line's pattern to show."""
    hides = 2 * half > _HIDES * abs(dx)
    if not hides or abs(dy) >= _FLAT * abs(dx):
        return 0.0
    return LINK_FONT_SIZE * 0.75 + half * abs(dy / dx)
