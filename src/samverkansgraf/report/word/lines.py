"""Lines of text in a Word document: phrases in their language, links, bookmarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.report.blocks import Address, Code, Quote, Reference, Strong
from samverkansgraf.report.html import is_web_address

if TYPE_CHECKING:
    from samverkansgraf.report.blocks import Inline, Line
    from samverkansgraf.report.words import Words

_LOCALE: Final = {"sv": "sv-SE", "en": "en-GB"}
# What XML 1.0 cannot hold.
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


def add_line(paragraph: Any, line: Line, words: Words, language: str) -> None:
    """Write the parts of a line at the end of a paragraph."""
    for part in line:
        _add(paragraph, part, words, language)


def _add(paragraph: Any, part: Inline, words: Words, language: str) -> None:
    """Write one part of a line."""
    match part:
        case Quote():
            run = paragraph.add_run(safe(words.say("quote_open") + part.text + words.say("quote_close")))
            if part.language != language:
                _in_language(run, part.language)
        case Reference():
            link_inside(paragraph, f"[{part.number}]", f"source-{part.number}")
        case Code():
            paragraph.add_run(safe(part.text)).font.name = "Consolas"
        case Strong():
            paragraph.add_run(safe(part.text)).bold = True
        case Address():
            _address(paragraph, part.url)
        case _:
            paragraph.add_run(safe(part))


def link_inside(paragraph: Any, text: str, name: str) -> None:
    """Write a link to a bookmark of the same document."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _bookmark_name(name))
    run = paragraph.add_run(safe(text))
    link.append(run._r)  # noqa: SLF001 - the library has no other door
    paragraph._p.append(link)  # noqa: SLF001


def _address(paragraph: Any, url: str) -> None:
    """Write an address: as a link where it is one that may be followed, else as text."""
    if not is_web_address(url):
        paragraph.add_run(safe(url))
        return
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(safe(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(safe(url))
    run.font.underline = True
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001


def bookmark(paragraph: Any, name: str) -> None:
    """Make a paragraph one that links point to."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    body = paragraph.part.element.body
    number = str(sum(1 for _ in body.iter(qn("w:bookmarkStart"))))
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), number)
    start.set(qn("w:name"), _bookmark_name(name))
    end.set(qn("w:id"), number)
    paragraph._p.append(start)  # noqa: SLF001
    paragraph._p.append(end)  # noqa: SLF001


def _bookmark_name(name: str) -> str:
    """Return a name as Word allows it for a bookmark: letters, digits and low lines, at most 40."""
    return re.sub(r"\W", "_", name)[:40]


def _in_language(run: Any, language: str) -> None:
    """Say what language a run is written in, so that it is read aloud and spelled as such."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), _LOCALE.get(language, language))
    run._r.get_or_add_rPr().append(tag)  # noqa: SLF001
