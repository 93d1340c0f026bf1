"""The XML that a Word document is made of, where python-docx has no word for it."""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.texts import LANGUAGES, catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What XML 1.0 cannot hold.
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """
    Return a text without the characters that no XML may hold.

    Examples
    --------
    >>> safe("Rädda" + chr(0) + chr(0xFFFE) + " Barnen")
    'Rädda Barnen'
    """
    return _NOT_XML.sub("", text)


def element(name: str, attributes: Mapping[str, str] | None = None) -> Any:
    """Make an element; it and its attributes are named with their prefix: ``w:lang``."""
    from docx.oxml.ns import qn

    made = copy(_bare(name))
    for attribute, value in (attributes or {}).items():
        made.set(qn(attribute), safe(value))
    return made


@cache
def _bare(name: str) -> Any:
    """Return an element to make others of its name from: the library looks up each anew."""
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def added(paragraph: Any, made: Any) -> Any:
    """Put an element at the end of a paragraph, and return it."""
    paragraph._p.append(made)  # noqa: SLF001 - the library has no other door
    return made


def locale_of(language: str) -> str:
    """Return the language and country by which a word processor knows a language that has texts; else the language."""
    return catalogue("report", language)["locale"] if language in LANGUAGES else language
