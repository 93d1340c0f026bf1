"""Geometries that cannot be what they say: rings that do not close, positions that are no degrees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.resolved import Resolved

#: An innermost list of positions: a ring of a polygon, a line, or a point.
_POSITIONS: Final = re.compile(r"\(([^()]*)\)")
_CRS: Final = re.compile(r"^\s*<[^>]*>\s*")
_LONGITUDE: Final = 180.0
_LATITUDE: Final = 90.0


def wrong_outlines(resolved: Resolved) -> Iterator[Problem]:
    """Find geometries whose rings do not close or whose positions are nowhere in degrees; one problem for each."""
    for row, cell in zip(resolved.raw.rows, resolved.columns["wkt"], strict=True):
        fault = None if cell is None else _fault(str(cell))
        if fault is not None:
            message, remedy = fault
            yield resolved.raw.problem(message, row, "wkt", remedy)


def _fault(text: str) -> tuple[str, str] | None:
    text = _CRS.sub("", text)
    parts = [_positions(part) for part in _POSITIONS.findall(text)]
    if any(part is None for part in parts):
        return None  # it is no well-known text, which the check says
    rings = [part for part in parts if part]
    for x, y in (position for ring in rings for position in ring):
        if abs(x) > _LONGITUDE or abs(y) > _LATITUDE:
            remedy = "write degrees of WGS 84, longitude first; import geojson --from-sweref99 converts SWEREF 99 TM"
            return f"the position ({x:g}, {y:g}) is nowhere on Earth in degrees", remedy
    if "POLYGON" in text[: text.find("(")].upper():
        for number, ring in enumerate(rings, start=1):
            if ring[0] != ring[-1]:
                which = "its ring" if len(rings) == 1 else f"ring {number} of {len(rings)}"
                return f"{which} does not close", "let its last position be its first"
    return None


def _positions(text: str) -> list[tuple[float, float]] | None:
    """Return the positions of a list, without heights; ``None`` where one of them is no pair of numbers."""
    try:
        found = [tuple(map(float, part.split()[:2])) for part in text.split(",")]
    except ValueError:
        return None
    return [(one[0], one[1]) for one in found] if all(len(one) > 1 for one in found) else None
