"""GeoJSON's geometries: what is wrong with them, and as WKT."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.importers.sweref import seems_sweref, to_wgs84

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.importers.sweref import Position

#: Type -> how many lists its coordinates are nested in above a position.
_DEPTH: Final = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
_RING: Final = 4
#: Latitudes and longitudes of Sweden with a margin.
_LATITUDES: Final = (54.0, 70.0)
_LONGITUDES: Final = (9.0, 26.0)


def shape_faults(geometry: Any, *, sweref: bool = False) -> Iterator[tuple[str, str]]:
    """
    Yield what is wrong with a geometry, each with its remedy.

    Parameters
    ----------
    geometry
        A GeoJSON geometry.
    sweref
        Its coordinates are said to be SWEREF 99 TM.
    """
    if not isinstance(geometry, dict) or geometry.get("type") not in _DEPTH:
        known = ", ".join(_DEPTH)
        yield "has no geometry that can be read", f"give it one of {known}, or leave the feature out"
        return
    depth = _DEPTH[geometry["type"]]
    positions = list(_positions(geometry.get("coordinates"), depth))
    if not positions or None in positions:
        yield "its coordinates are not pairs of numbers", "export the file anew as GeoJSON"
        return
    known_positions = [position for position in positions if position is not None]
    yield from _wrong_system(known_positions, sweref=sweref)
    if geometry["type"].endswith("Polygon"):
        rings = list(_rings(geometry))
        for number, ring in enumerate(rings, start=1):
            which = "its ring" if len(rings) == 1 else f"ring {number} of {len(rings)}"
            if not ring or tuple(ring[0][:2]) != tuple(ring[-1][:2]):
                yield f"{which} does not close", "let its last position be its first"
            elif len(ring) < _RING or len({tuple(position[:2]) for position in ring}) < _RING - 1:
                yield f"{which} encloses nothing: it has fewer than three corners", "draw it anew"
            elif not _encloses(ring):
                yield f"{which} encloses nothing: its corners lie on a line", "draw it anew"


def _encloses(ring: list[list[float]]) -> bool:
    """Return whether the corners of a ring do not all lie on one line."""
    (x, y), *others = ((position[0], position[1]) for position in ring)
    ways = [(a - x, b - y) for a, b in others if (a, b) != (x, y)]
    return any(ways[0][0] * b != ways[0][1] * a for a, b in ways)


def _wrong_system(positions: list[Position], *, sweref: bool) -> Iterator[tuple[str, str]]:
    metres = [position for position in positions if seems_sweref(position)]
    if sweref:
        if len(metres) < len(positions):
            odd = next(position for position in positions if not seems_sweref(position))
            yield f"the position {_text(odd)} is not in Sweden as SWEREF 99 TM", "leave --from-sweref99 out"
    elif metres:
        first = _text(metres[0])
        yield (
            f"the position {first} looks like SWEREF 99 TM, not like degrees",
            "convert with --from-sweref99",
        )
    elif odd_ones := [p for p in positions if abs(p[0]) > 180 or abs(p[1]) > 90]:  # noqa: PLR2004 - degrees end there
        yield f"the position {_text(odd_ones[0])} is nowhere on Earth in degrees", "export the file as WGS 84"
    elif all(_within(x, _LATITUDES) and _within(y, _LONGITUDES) for x, y in positions):
        yield (
            f"the position {_text(positions[0])} has latitude before longitude",
            "GeoJSON has longitude first",
        )


def _within(value: float, ends: tuple[float, float]) -> bool:
    return ends[0] <= value <= ends[1]


def _text(position: Position) -> str:
    return f"({position[0]:g}, {position[1]:g})"


def _positions(coordinates: Any, depth: int) -> Iterator[Position | None]:
    if not isinstance(coordinates, list):
        yield None
    elif depth:
        for part in coordinates:
            yield from _positions(part, depth - 1)
    elif len(coordinates) in {2, 3, 4} and all(
        isinstance(n, int | float) and not isinstance(n, bool) and isfinite(n) for n in coordinates
    ):
        yield float(coordinates[0]), float(coordinates[1])
    else:
        yield None


def _rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def wkt(geometry: dict[str, Any], *, sweref: bool = False) -> str:
    """
    Return a geometry without faults as well-known text, longitude before latitude; heights are left out.

    Parameters
    ----------
    geometry
        A GeoJSON geometry.
    sweref
        Its coordinates are SWEREF 99 TM and are converted.

    Raises
    ------
    UsageError
        As :func:`~samverkansgraf.importers.sweref.to_wgs84`.

    Examples
    --------
    >>> wkt({"type": "Polygon", "coordinates": [[[16.5, 59.6], [16.6, 59.6], [16.6, 59.7], [16.5, 59.6]]]})
    'POLYGON ((16.5 59.6, 16.6 59.6, 16.6 59.7, 16.5 59.6))'
    """
    depth = _DEPTH[geometry["type"]]
    positions = [position for position in _positions(geometry["coordinates"], depth) if position is not None]
    converted = iter(to_wgs84(positions) if sweref else positions)

    def nested(coordinates: Any, level: int) -> str:
        if level == 0:
            x, y = next(converted)
            return f"{x!r} {y!r}"
        return f"({', '.join(nested(part, level - 1) for part in coordinates)})"

    text = nested(geometry["coordinates"], depth)
    return f"{geometry['type'].upper()} {text if depth else f'({text})'}"
