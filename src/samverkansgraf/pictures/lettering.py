"""
Widths of letters, wide enough for every font a page may be shown in.

A page carries no font: it is shown in Arial, Liberation Sans (as wide as Arial) or what the system has
instead, on Linux mostly DejaVu Sans, which is some 15 % wider. The widths are those of DejaVu Sans, rounded
up to 1/25 em, so that words fit their boxes in each of them.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_PLAIN: Final[dict[str, int]] = {
    letter: width
    for width, letters in (
        (280, "'ijlíìîï"),
        (320, " ,.IJ·ÌÍÎÏ’‘ł"),
        (360, "/:;\\f|¦"),
        (400, "()-[]t"),
        (440, "!r¡²³¹"),
        (520, '*_`§¨¯°´¸–“”„"ªº'),
        (560, "?Lcsz¿çšžćčż"),
        (600, "Fkvxyýÿ•Ł"),
        (640, "0123456789$EPSTYabdeghnopqu{}¢£¤¥«µ¶»ÈÉÊËÝÞßàáâãäåèéêëðñòóôõöøùúûüþŠąęő"),
        (720, "KABCRVXZÀÁÂÃÄÅÇŽČ"),
        (760, "HNUÑÙÚÛÜ"),
        (800, "&DGOQÐÒÓÔÕÖØ"),
        (880, "#+<=>^w~¬±×÷M"),
        (1040, "%@Wm©®¼½¾Ææœ—…"),
    )
    for letter in letters
}
_BOLD: Final[dict[str, int]] = {
    letter: width
    for width, letters in (
        (360, " ijlíìîï'"),
        (400, ",./:;IJ\\|¦·ÌÍÎÏ’‘ł"),
        (440, "-f²³¹"),
        (480, "!()[]t¡"),
        (520, "_`r§¨¯°´¸–"),
        (600, '?cszªº¿çšžćčż"*'),
        (640, "L¤¶•"),
        (680, "aekvxy«»àáâãäåèéêëýÿ“”„Łąę"),
        (720, "0123456789$EFTbdghnopqu{}¢£¥ÈÉÊËßðñòóôõöøùúûüþő"),
        (760, "CPSYZµÇÝÞŠŽČ"),
        (800, "ABKRVXÀÁÂÃÄÅ"),
        (880, "#+<=>DGHNU^~¬±ÐÑ×ÙÚÛÜ÷&OQÒÓÔÕÖØ"),
        (960, "w"),
        (1080, "@M©®—…%¼½¾mæ"),
        (1120, "WÆœ"),
    )
    for letter in letters
}
_OTHER: Final = 800
_WIDE: Final = 1100  # what Unicode calls wide: Chinese, Japanese, Korean, pictures


def text_width(text: str, *, size: float = 14, bold: bool = False) -> float:
    """
    Return how wide a line of text may be, in units of ``size``.

    Examples
    --------
    >>> text_width("Mimer") > text_width("ill")
    True
    >>> text_width("Mimer", bold=True) > text_width("Mimer")
    True
    """
    widths = _BOLD if bold else _PLAIN
    return sum(widths.get(letter) or _unlisted(letter) for letter in text) * size / 1000


def _unlisted(letter: str) -> int:
    """Return the width of a letter that no table has; marks that combine have none."""
    if unicodedata.combining(letter):
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER
