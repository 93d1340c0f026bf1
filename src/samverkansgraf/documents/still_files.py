"""The still picture in other formats, by vl-convert (optional: ``samverkansgraf[pictures]``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from types import ModuleType

StillFormat = Literal["png", "pdf"]

_MOST_PIXELS: Final = 8000.0  # on the longer side; more is hard to open
_SCALE: Final = 2.0
_INK: Final = "#1b2733"
_VIEW_BOX: Final = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


def still_file(svg: str, form: StillFormat) -> bytes:
    """
    Turn a still picture into PNG or PDF.

    Parameters
    ----------
    svg
        As :func:`~samverkansgraf.pictures.network_svg.network_svg` writes it: without scripts, styles and
        addresses, so that nothing is fetched.
    form
        ``png``: twice as fine as drawn, at most 8,000 pixels on the longer side. ``pdf``: one page as large as
        the picture, its words as text, untagged: a figure to put into a document, not a document for itself.

    Returns
    -------
    file
        The same picture gives the same bytes.

    Raises
    ------
    UsageError
        vl-convert is not installed.
    """
    convert = _vl_convert()
    if form == "png":
        found = _VIEW_BOX.search(svg)
        longer = max(map(float, found.groups())) if found else _MOST_PIXELS
        png: bytes = convert.svg_to_png(svg, scale=min(_SCALE, _MOST_PIXELS / longer))
        return png
    # The library numbers several fonts, and several opacities, as chance has it. One font and no
    # opacity leave no choice; what was bold gets a rim instead.
    plain = re.sub(r' fill-opacity="[^"]*"', "", svg)
    plain = plain.replace(' font-weight="bold"', f' stroke="{_INK}" stroke-width="0.45"')
    pdf: bytes = convert.svg_to_pdf(plain)
    return pdf


def _vl_convert() -> ModuleType:
    try:
        import vl_convert
    except ModuleNotFoundError as error:
        if error.name != "vl_convert":
            raise
        raise UsageError(
            'PNG and PDF need vl-convert, which is not installed; run: pip install "samverkansgraf[pictures]", '
            "or write SVG"
        ) from None
    module: ModuleType = vl_convert
    return module
