"""Words and numbers as SVG takes them."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(words: str) -> str:
    """
    Escape text, also for attributes; what XML cannot hold becomes the replacement character.

    Examples
    --------
    >>> safe('A & "B"')
    'A &amp; &quot;B&quot;'
    """
    return escape(_NOT_XML.sub("\ufffd", words), {'"': "&quot;"})


def number(value: float) -> str:
    """
    Write a number as short as it can be.

    Examples
    --------
    >>> number(2.0), number(2.25)
    ('2', '2.2')
    """
    return f"{value:.1f}".removesuffix(".0")
