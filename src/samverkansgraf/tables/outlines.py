"""Geometries that cannot be what they say: rings that do not close, positions that are no degrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.well_known_text import is_on_earth, kind_and_lists, position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.resolved import Resolved


def wrong_outlines(resolved: Resolved) -> Iterator[Problem]:
    """Find geometries whose rings do not close or whose positions are nowhere in degrees; one problem for each."""
    for row, cell in zip(resolved.raw.rows, resolved.columns["wkt"], strict=True):
        fault = None if cell is None else _fault(str(cell))
        if fault is not None:
            message, remedy = fault
            yield resolved.raw.problem(message, row, "wkt", remedy)


def _fault(text: str) -> tuple[str, str] | None:
    kind, lists = kind_and_lists(text)
    rings = []
    for written in lists:
        ring = [found for one in written if (found := position(one)) is not None]
        if len(ring) < len(written):
            return None  # it is no well-known text, which the check says
        rings.append(ring)
    for place in (one for ring in rings for one in ring):
        if not is_on_earth(place):
            remedy = "write degrees of WGS 84, longitude first; import geojson --from-sweref99 converts SWEREF 99 TM"
            return f"the position ({place[0]:g}, {place[1]:g}) is nowhere on Earth in degrees", remedy
    if "POLYGON" in kind:
        for number, ring in enumerate(rings, start=1):
            if ring[0] != ring[-1]:
                which = "its ring" if len(rings) == 1 else f"ring {number} of {len(rings)}"
                return f"{which} does not close", "let its last position be its first"
    return None
