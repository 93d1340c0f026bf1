"""Geometries as projects hold them, read: well-known text with longitude before latitude."""

from __future__ import annotations

import re
from typing import Final

from samverkansgraf.errors import UsageError

#: Longitude and latitude in degrees.
Position = tuple[float, float]
_KIND: Final = re.compile(
    r"\s*(?:<[^>]*>\s*)?(MULTIPOLYGON|POLYGON|MULTILINESTRING|LINESTRING|MULTIPOINT|POINT)\s*(?:Z|M|ZM)?\s*\(",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(r"\(([^()]*)\)")


class Shape:
    """
    A geometry on the ground.

    Attributes
    ----------
    rings
        Closed lines that bound surfaces; where one lies within another, it bounds a hole.
    lines
        Open lines.
    points
        Single positions.
    """

    __slots__ = ("lines", "points", "rings")

    def __init__(self, text: str) -> None:
        """
        Read a geometry.

        Raises
        ------
        UsageError
            It is no geometry, or one that is nowhere on Earth in degrees.

        Examples
        --------
        >>> Shape("POINT (16.5 59.6)").points
        ((16.5, 59.6),)
        >>> len(Shape("POLYGON ((16 59, 17 59, 17 60, 16 59))").rings[0])
        4
        """
        found = _KIND.match(text)
        if found is None:
            raise UsageError(
                f"'{text[:40]}' is no geometry; write POINT, POLYGON or MULTIPOLYGON with degrees"
            )
        kind = found.group(1).upper()
        groups = tuple(_positions(group) for group in _GROUP.findall(text))
        self.rings = groups if kind.endswith("POLYGON") else ()
        self.lines = groups if kind.endswith("LINESTRING") else ()
        self.points = tuple(one for group in groups for one in group) if kind.endswith("POINT") else ()
        if not any((*self.rings, *self.lines, *self.points)):
            raise UsageError(f"'{text[:40]}' is an empty geometry; leave the row out or draw it anew")

    @property
    def positions(self) -> list[Position]:
        """Return every position of the geometry."""
        return [*self.points, *(one for group in (*self.rings, *self.lines) for one in group)]


def _positions(text: str) -> tuple[Position, ...]:
    positions = []
    for pair in text.split(","):
        numbers = pair.split()
        try:
            longitude, latitude = float(numbers[0]), float(numbers[1])
        except (IndexError, ValueError):
            raise UsageError(
                f"'{pair[:40]}' is no position; write longitude and latitude in degrees"
            ) from None
        if not (abs(longitude) <= 180 and abs(latitude) <= 90):  # noqa: PLR2004 - degrees end there
            raise UsageError(f"'{pair[:40]}' is nowhere on Earth; write longitude before latitude in degrees")
        positions.append((longitude, latitude))
    return tuple(positions)
