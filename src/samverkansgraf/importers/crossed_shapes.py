"""Polygons that cross themselves or whose holes lie outside: found and mended by GEOS, through shapely."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import Any, Final

from samverkansgraf.errors import UsageError

_REASON: Final = re.compile(r"(?P<what>[^\[]+)(\[(?P<x>\S+) (?P<y>\S+)\])?")
#: What GEOS says of a polygon, by how it begins -> what we say.
_SAID: Final = {
    "Self-intersection": "its outline crosses itself",
    "Ring Self-intersection": "its outline touches itself",
    "Hole lies outside shell": "a hole lies outside its outline",
    "Holes are nested": "a hole lies within another hole",
    "Interior is disconnected": "its holes cut it in two",
    "Nested shells": "one of its parts lies within another",
}


def can_tell() -> bool:
    """Return whether shapely is installed, without which nobody looks."""
    return find_spec("shapely") is not None


def crossing_fault(geometry: dict[str, Any]) -> str | None:
    """
    Return what makes a polygon without other faults no area, and where; ``None`` where nothing does or nobody can tell.

    Which way round its rings go is no fault: well-known text does not ask.

    Examples
    --------
    >>> bow = [[[16.0, 59.0], [18.0, 61.0], [18.0, 59.0], [16.0, 61.0], [16.0, 59.0]]]
    >>> crossing_fault({"type": "Polygon", "coordinates": bow})
    'its outline crosses itself at (17, 60)'
    """
    if not can_tell():
        return None
    import shapely
    from shapely.geometry import shape

    area = shape(geometry)
    if area.is_valid:
        return None
    reason = _REASON.match(shapely.is_valid_reason(area))
    if reason is None:
        return "its outline is no area"
    said = _SAID.get(reason["what"], f"its outline is no area ({reason['what']})")
    at = "" if reason["x"] is None else f" at ({float(reason['x']):g}, {float(reason['y']):g})"
    return said + at


def mended(geometry: dict[str, Any]) -> dict[str, Any] | None:
    """
    Return a polygon that crosses itself as the areas that it encloses; ``None`` where it encloses none.

    Lines and points left over are dropped, and so are heights.

    Raises
    ------
    UsageError
        shapely is not installed.

    Examples
    --------
    >>> bow = [[[16.0, 59.0], [18.0, 61.0], [18.0, 59.0], [16.0, 61.0], [16.0, 59.0]]]
    >>> mended({"type": "Polygon", "coordinates": bow})["type"]
    'MultiPolygon'
    """
    if not can_tell():
        remedy = "install it with pip install 'samverkansgraf[geo]'"
        raise UsageError(f"--repair needs shapely, which is not installed; {remedy}")
    import shapely
    from shapely.geometry import mapping, shape

    parts = shapely.get_parts(shapely.make_valid(shapely.force_2d(shape(geometry))))
    whole = shapely.union_all([part for part in parts if part.area > 0])
    if whole.is_empty:
        return None
    found: dict[str, Any] = mapping(whole)
    return {"type": found["type"], "coordinates": _lists(found["coordinates"])}


def _lists(nested: Any) -> Any:
    return [_lists(part) for part in nested] if isinstance(nested, tuple | list) else nested
