"""A drawing whose marks can be links to rows of a table: SVG without script, style or address."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, tostring

from samverkansgraf.documents.blocks import one_line
from samverkansgraf.pictures.svg_text import number

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
FONT: Final = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"


class Drawing:
    """
    Shapes and words on a surface, in the order they are added.

    Lengths are in CSS pixels, from the upper left corner. Attributes are SVG's, with ``_`` for ``-``; what is
    ``None`` is left out.

    Parameters
    ----------
    width, height
        Of the surface.
    title
        What the drawing is called where it is read aloud.

    Examples
    --------
    >>> drawing = Drawing(40, 20, title="Ett rum")
    >>> with drawing.link("rad-1", "Bäckby: belagt"):
    ...     drawing.add("rect", x=0, y=0, width=40, height=20)
    >>> print(drawing.svg().partition("<a ")[2])
    href="#rad-1"><title>Bäckby: belagt</title><rect x="0" y="0" width="40" height="20" /></a></svg>
    """

    def __init__(self, width: float, height: float, *, title: str) -> None:
        self._root = Element(
            "svg",
            {
                "xmlns": _NAMESPACE,
                "viewBox": f"0 0 {number(width)} {number(height)}",
                "width": number(width),
                "height": number(height),
                "role": "group",
                "font-family": FONT,
            },
        )
        self._open = [self._root]
        self._named(title)

    def add(self, element: str, words: str | None = None, /, **attributes: str | float | None) -> None:
        """Add a shape, or words as an element ``text``."""
        made = SubElement(self._open[-1], element, _attributes(attributes))
        if words is not None:
            made.text = one_line(words)

    def text(
        self, words: str, x: float, y: float, *, size: float = 13, **attributes: str | float | None
    ) -> None:
        """Add one line of words with its baseline at y."""
        self.add("text", words, x=x, y=y, font_size=size, **attributes)

    @contextmanager
    def link(self, anchor: str, words: str) -> Iterator[None]:
        """Make what is added within a link to a row, called by the words."""
        with self.within("a", href=f"#{anchor}"):
            self._named(words)
            yield

    @contextmanager
    def within(self, element: str, **attributes: str | float | None) -> Iterator[None]:
        """Put what is added within an element such as ``g``, ``defs`` or ``pattern``."""
        self._open.append(SubElement(self._open[-1], element, _attributes(attributes)))
        yield
        self._open.pop()

    def stripes(self, name: str, *, ground: str, stripe: str, step: float, wide: float) -> None:
        """Define a pattern of oblique stripes, this wide and this far apart, to fill with as ``url(#name)``."""
        turned = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
        with self.within("defs"), self.within("pattern", id=name, width=step, height=step, **turned):
            self.add("rect", width=step, height=step, fill=ground)
            self.add("rect", width=wide, height=step, fill=stripe)

    def svg(self) -> str:
        """Return the drawing as SVG."""
        return tostring(self._root, encoding="unicode")

    def _named(self, words: str) -> None:
        SubElement(self._open[-1], "title").text = one_line(words)


def _attributes(given: dict[str, str | float | None]) -> dict[str, str]:
    """Return attributes as SVG writes them."""
    return {
        name.replace("_", "-"): value if isinstance(value, str) else number(value)
        for name, value in given.items()
        if value is not None
    }
