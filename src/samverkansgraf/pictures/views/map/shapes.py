"""Geometries to be drawn: the surfaces, lines and points of well-known text."""

from __future__ import annotations

import re
from typing import Final

from samverkansgraf.errors import UsageError
from samverkansgraf.well_known_text import Position, is_on_earth, kind_and_lists, position

_KIND: Final = re.compile(
    r"(MULTIPOLYGON|POLYGON|MULTILINESTRING|LINESTRING|MULTIPOINT|POINT)\s*(?:Z|M|ZM)?",
)


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
        written, lists = kind_and_lists(text)
        found = _KIND.fullmatch(written)
        if found is None:
            raise UsageError(
                f"'{text[:40]}' is no geometry; write POINT, POLYGON or MULTIPOLYGON with degrees"
            )
        kind = found.group(1)
        groups = tuple(tuple(_position(one) for one in group) for group in lists)
        self.rings = groups if kind.endswith("POLYGON") else ()
        self.lines = groups if kind.endswith("LINESTRING") else ()
        self.points = tuple(one for group in groups for one in group) if kind.endswith("POINT") else ()
        if not any((*self.rings, *self.lines, *self.points)):
            raise UsageError(f"'{text[:40]}' is an empty geometry; leave the row out or draw it anew")

    @property
    def positions(self) -> list[Position]:
        """Return every position of the geometry."""
        return [*self.points, *(one for group in (*self.rings, *self.lines) for one in group)]


def _position(text: str) -> Position:
    found = position(text)
    if found is None:
        raise UsageError(f"'{text[:40]}' is no position; write longitude and latitude in degrees")
    if not is_on_earth(found):
        raise UsageError(f"'{text[:40]}' is nowhere on Earth; write longitude before latitude in degrees")
    return found
