"""Well-known text as projects hold it: degrees of WGS 84, longitude before latitude (OGC 06-103r4)."""

from __future__ import annotations

import re
from typing import Final

#: Longitude and latitude in degrees.
Position = tuple[float, float]
_CRS: Final = re.compile(r"^\s*<[^>]*>\s*")
#: An innermost list of positions: a ring of a polygon, a line, or a point.
_LIST: Final = re.compile(r"\(([^()]*)\)")
_LONGITUDE: Final = 180.0
_LATITUDE: Final = 90.0


def kind_and_lists(text: str) -> tuple[str, list[list[str]]]:
    """
    Return what kind of geometry a text is, in capitals, and its innermost lists of positions as they are written.

    The address of a coordinate system before the geometry is passed over; where nothing stands in parentheses, the
    kind is empty.

    Examples
    --------
    >>> kind_and_lists("Polygon ((16 59, 17 59, 17 60, 16 59))")
    ('POLYGON', [['16 59', ' 17 59', ' 17 60', ' 16 59']])
    """
    text = _CRS.sub("", text)
    kind, opened, _ = text.partition("(")
    lists = [positions.split(",") for positions in _LIST.findall(text)]
    return (kind.strip().upper() if opened else "", lists)


def position(text: str) -> Position | None:
    """
    Return a position without its height; ``None`` where the text is no pair of numbers.

    Examples
    --------
    >>> position(" 16.5 59.6 12"), position("16.5")
    ((16.5, 59.6), None)
    """
    try:
        longitude, latitude = (float(number) for number in text.split()[:2])
    except ValueError:
        return None
    return longitude, latitude


def is_on_earth(place: Position) -> bool:
    """
    Tell whether a position can be one in degrees.

    Examples
    --------
    >>> is_on_earth((16.5, 59.6)), is_on_earth((585000.0, 6609000.0))
    (True, False)
    """
    return abs(place[0]) <= _LONGITUDE and abs(place[1]) <= _LATITUDE
