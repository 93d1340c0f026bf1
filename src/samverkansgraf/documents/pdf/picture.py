"""A picture as one tagged page of its own size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from samverkansgraf.documents.blocks import one_line
from samverkansgraf.documents.pdf.typesetting import typeset

if TYPE_CHECKING:
    from samverkansgraf.project import Language

_SVG: Final = "{http://www.w3.org/2000/svg}"
#: Of a side: no page may be longer.
_MOST_POINTS: Final = 14_400.0
_POINTS_PER_PIXEL: Final = 0.75


def picture_pdf(svg: str, *, language: Language) -> bytes:
    """
    Return a picture as PDF/UA-1: one page as large as the picture, its words as text.

    Parameters
    ----------
    svg
        With a title, which is the file's, and a description, which stands for the picture where it is not seen.
    language
        Of its words.

    Returns
    -------
    file
        The same picture gives the same bytes.

    Raises
    ------
    UsageError
        What writes PDF is not installed, or no font at hand has some of the signs.
    """
    root = ET.fromstring(svg)  # noqa: S314 - our own
    title, said = (one_line(root.findtext(f"{_SVG}{name}") or "") for name in ("title", "desc"))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    scale = min(_POINTS_PER_PIXEL, _MOST_POINTS / max(width, height))
    content = {
        "title": title,
        "alternative": said or title,
        "language": language,
        "svg": svg,
        "width": width * scale,
        "height": height * scale,
    }
    return typeset("picture", content)
