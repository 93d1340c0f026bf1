"""The still picture as PNG, by vl-convert (optional: ``samverkansgraf[pictures]``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from types import ModuleType

_MOST_PIXELS: Final = 8000.0  # on the longer side; more is hard to open
_SCALE: Final = 2.0
_VIEW_BOX: Final = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')


def png(svg: str) -> bytes:
    """
    Turn a still picture into PNG.

    Parameters
    ----------
    svg
        As :func:`~samverkansgraf.pictures.network_svg.network_svg` writes it: without scripts, styles and
        addresses, so that nothing is fetched.

    Returns
    -------
    file
        Twice as fine as drawn, at most 8,000 pixels on the longer side. The same picture gives the same bytes.

    Raises
    ------
    UsageError
        vl-convert is not installed.
    """
    convert = _vl_convert()
    found = _VIEW_BOX.search(svg)
    longer = max(map(float, found.groups())) if found else _MOST_PIXELS
    made: bytes = convert.svg_to_png(svg, scale=min(_SCALE, _MOST_PIXELS / longer))
    return made


def _vl_convert() -> ModuleType:
    try:
        import vl_convert
    except ModuleNotFoundError as error:
        if error.name != "vl_convert":
            raise
        raise UsageError(
            'PNG needs vl-convert, which is not installed; run: pip install "samverkansgraf[pictures]", or write SVG'
        ) from None
    module: ModuleType = vl_convert
    return module
