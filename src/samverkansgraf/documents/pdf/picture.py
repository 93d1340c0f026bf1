"""A picture as one tagged page of its own size."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from samverkansgraf.documents.blocks import one_line
from samverkansgraf.documents.pdf.drawings import size_of
from samverkansgraf.documents.pdf.typesetting import typeset

_SVG: Final = "{http://www.w3.org/2000/svg}"


def picture_pdf(svg: str) -> bytes:
    """
    Return a picture as PDF/UA-1: one page as large as the picture, its words as text.

    Parameters
    ----------
    svg
        With its language, a title, which is the file's, and a description, which stands for the picture where it is not
        seen.

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
    width, height = size_of(svg)
    content = {
        "title": title,
        "alternative": said or title,
        "language": root.attrib["lang"],
        "svg": svg,
        "width": width,
        "height": height,
    }
    return typeset("picture", content)
