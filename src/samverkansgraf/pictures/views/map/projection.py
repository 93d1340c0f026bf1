"""A place on the ground as a place on paper: north up, lengths true around the middle."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.pictures.style import Point
    from samverkansgraf.well_known_text import Position

#: The radius of a sphere as large as the Earth, in kilometres (IUGG's mean radius R1).
EARTH: Final = 6371.0088


@dataclass(frozen=True, slots=True)
class Projection:
    """
    Lambert's azimuthal equal-area projection of a sphere, around a middle given in degrees.

    Snyder (1987), doi:10.3133/pp1395, eq. 24-2 to 24-4. Within 800 km of the middle no length is more than a
    quarter of a per cent off.
    """

    longitude: float
    latitude: float

    @classmethod
    def around(cls, positions: Sequence[Position]) -> Projection:
        """Return the projection around the middle of positions."""
        longitudes, latitudes = zip(*positions, strict=True)
        return cls(
            (min(longitudes) + max(longitudes)) / 2,
            (min(latitudes) + max(latitudes)) / 2,
        )

    def on_paper(self, position: Position) -> Point:
        """
        Return kilometres east and south of the middle.

        Examples
        --------
        >>> x, y = Projection(16.5, 59.6).on_paper((16.5, 60.6))
        >>> round(x), round(y)
        (0, -111)
        """
        east, north = radians(position[0] - self.longitude), radians(position[1])
        middle = radians(self.latitude)
        towards = sin(middle) * sin(north) + cos(middle) * cos(north) * cos(east)
        stretch = EARTH * sqrt(2 / max(1 + towards, 1e-9))
        x = stretch * cos(north) * sin(east)
        y = stretch * (cos(middle) * sin(north) - sin(middle) * cos(north) * cos(east))
        return x, -y


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """
    Return a line without the points that lie within a tolerance of what is left (Douglas & Peucker 1973).

    Examples
    --------
    >>> simplified([(0, 0), (1, 0.1), (2, 0), (2, 2)], 0.5)
    [(0, 0), (2, 0), (2, 2)]
    """
    if len(line) < 3:  # noqa: PLR2004 - nothing lies between two
        return list(line)
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, at = 0.0, first
        for here in range(first + 1, last):
            if (away := _distance(line[here], line[first], line[last])) > farthest:
                farthest, at = away, here
        if farthest > tolerance:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [line[here] for here in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a stretch."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = 0.0
    if length:
        share = min(1.0, max(0.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length))
    return hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)
