"""Which SVG may stand in a page as drawn: shapes, words, and links that stay on the page."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from markupsafe import Markup

_SVG: Final = "{http://www.w3.org/2000/svg}"
#: Elements that draw or name something. None of them runs, fetches, or holds HTML.
_ELEMENTS: Final = frozenset(
    [
        "svg",
        "g",
        "a",
        "title",
        "desc",
        "defs",
        "pattern",
        "clipPath",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
    ]
)


def as_drawn(svg: str) -> Markup:
    """
    Return a picture as markup for a page.

    Raises
    ------
    ValueError
        It holds what could run, fetch or lead away from the page.

    Examples
    --------
    >>> as_drawn('<svg xmlns="http://www.w3.org/2000/svg"><a href="#rad-1"><rect/></a></svg>')
    Markup('<svg xmlns="http://www.w3.org/2000/svg"><a href="#rad-1"><rect/></a></svg>')
    >>> as_drawn('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    Traceback (most recent call last):
    ...
    ValueError: a drawing may not hold <script>
    """
    for element in ET.fromstring(svg).iter():  # noqa: S314 - our own, and a fault here stops it
        name = str(element.tag).removeprefix(_SVG)
        if name not in _ELEMENTS:
            raise ValueError(f"a drawing may not hold <{name}>")
        for attribute, value in element.attrib.items():
            if not _is_harmless(attribute, value):
                raise ValueError(f'a drawing may not hold {attribute}="{value}"')
    return Markup(svg)  # noqa: S704 - each element and attribute was looked at


def _is_harmless(attribute: str, value: str) -> bool:
    """Tell whether an attribute neither runs, nor styles, nor points outside the page."""
    if attribute.startswith(("on", "{")) or attribute == "style":
        return False
    if attribute == "href":
        return value.startswith("#")
    return "url(" not in value.replace("url(#", "")
