"""Pictures that are taller than a page: made a little smaller, or cut where no words are and shown in parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

_SVG: Final = "{http://www.w3.org/2000/svg}"
_VIEW_BOX: Final = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
#: A picture this much taller than a page is made smaller; one that is taller still is cut.
_SMALLER: Final = 1.25
#: Where a page may end at the earliest, as a share of its height.
_EARLIEST: Final = 0.6
#: A shape taller than this is a ground for others, and may be cut.
_GROUND: Final = 200.0


def parts_for_pages(svg: str, ratio: float) -> list[str]:
    """
    Cut a picture into parts that each have room on a page.

    Parameters
    ----------
    svg
        The picture, without transforms.
    ratio
        The height of the room by its width.

    Returns
    -------
    parts
        From top to bottom, of the picture's width. A cut goes through no words and no box if there is such a place
        in the lower part of the page, else where the page ends. One part, the picture itself, where it has room or
        nearly has.

    Examples
    --------
    >>> text = "".join(f'<text y="{y}" font-size="10">rad</text>' for y in range(20, 400, 20))
    >>> svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 400" width="100" height="400">{text}</svg>'
    >>> [part.split('"')[3] for part in parts_for_pages(svg, 1.5)]
    ['0 0 100 150', '0 150 100 140', '0 290 100 110']
    """
    found = _VIEW_BOX.search(svg)
    if found is None:
        return [svg]
    left, top, width, height = map(float, found.groups())
    room = width * ratio
    if height <= room * _SMALLER:
        return [svg]
    whole = sorted(_whole(ET.fromstring(svg)))  # noqa: S314 - our own drawing
    parts, end = [], top + height
    while end - top > room:
        cut = _cut(whole, round(top + room * _EARLIEST), int(top + room))
        parts.append(_part(svg, (left, top, width, cut - top)))
        top = cut
    return [*parts, _part(svg, (left, top, width, end - top))]


def _cut(whole: list[tuple[float, float]], earliest: int, latest: int) -> int:
    """Return the last place that is inside nothing that should stay whole; else the last place."""
    for place in range(latest, earliest, -1):
        if not any(start < place < end for start, end in whole):
            return place
    return latest


def _whole(element: ET.Element) -> Iterator[tuple[float, float]]:
    """Yield from where to where there are words and small shapes."""
    name = element.tag.removeprefix(_SVG)
    number = {key: float(value) for key, value in element.attrib.items() if key in _NUMBERS}
    if name == "defs":
        return
    if name == "text":
        size = number.get("font-size", 12.0)
        yield number.get("y", 0.0) - size, number.get("y", 0.0) + 0.4 * size
    elif name == "rect" and number.get("height", 0.0) <= _GROUND:
        yield number.get("y", 0.0), number.get("y", 0.0) + number.get("height", 0.0)
    elif name == "circle":
        yield number.get("cy", 0.0) - number.get("r", 0.0), number.get("cy", 0.0) + number.get("r", 0.0)
    for inner in element:
        yield from _whole(inner)


_NUMBERS: Final = frozenset(["cy", "font-size", "height", "r", "y"])


def _part(svg: str, box: tuple[float, float, float, float]) -> str:
    """Return a picture of which only this much is seen."""
    head, end, rest = svg.partition(">")
    size = dict(zip(("width", "height"), box[2:], strict=True))
    head = _VIEW_BOX.sub('viewBox="{:g} {:g} {:g} {:g}"'.format(*box), head)
    for name, value in size.items():
        head = re.sub(rf' {name}="[^"]*"', f' {name}="{value:g}"', head)
    return head + end + rest
