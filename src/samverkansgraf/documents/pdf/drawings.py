"""How large a drawing is on paper."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

_POINTS_PER_PIXEL: Final = 0.75
#: Of a side: a reader need show no longer page, and margins are to fit on it.
_MOST_POINTS: Final = 14_000.0


def size_of(svg: str) -> tuple[float, float]:
    """
    Return the width and height of a drawing in points, as large as it is drawn unless no page is so large.

    Examples
    --------
    >>> size_of('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 0 400 200"/>')
    (300.0, 150.0)
    """
    _, _, width, height = map(float, ET.fromstring(svg).attrib["viewBox"].split())  # noqa: S314 - our own
    scale = min(_POINTS_PER_PIXEL, _MOST_POINTS / max(width, height))
    return width * scale, height * scale
