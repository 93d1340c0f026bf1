"""Lines of text in a Word document: phrases in their language, links, bookmarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.blocks import Address, Code, Quote, Reference, Strong
from samverkansgraf.documents.html import is_web_address
from samverkansgraf.documents.word.elements import added, element, locale_of, safe

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Inline, Line
    from samverkansgraf.documents.words import Words

#: What becomes an element of its own in a run.
_BREAKS: Final = frozenset("\t\n\r")


def add_run(paragraph: Any, text: str) -> Any:
    """
    Write text at the end of a paragraph, and return its run.

    The library's own way looks first for what a new run holds already, which is nothing, by a query each time.
    """
    from docx.oxml.ns import qn
    from docx.text.run import Run

    run = Run(added(paragraph, element("w:r")), paragraph)
    if _BREAKS & set(text):
        run.text = text
    elif text:
        told = element("w:t")
        told.text = text
        if len(text.strip()) < len(text):
            told.set(qn("xml:space"), "preserve")
        run._r.append(told)  # noqa: SLF001 - the library has no other door
    return run


def add_line(paragraph: Any, line: Line, words: Words, language: str) -> None:
    """Write the parts of a line at the end of a paragraph."""
    for part in line:
        _add(paragraph, part, words, language)


def _add(paragraph: Any, part: Inline, words: Words, language: str) -> None:
    """Write one part of a line."""
    match part:
        case Quote():
            run = add_run(paragraph, safe(words.say("quote_open") + part.text + words.say("quote_close")))
            if part.language != language:
                _in_language(run, part.language)
        case Reference():
            link_inside(paragraph, f"[{part.number}]", f"source-{part.number}")
        case Code():
            add_run(paragraph, safe(part.text)).font.name = "Consolas"
        case Strong():
            add_run(paragraph, safe(part.text)).bold = True
        case Address():
            _address(paragraph, part.url)
        case _:
            add_run(paragraph, safe(part))


def link_inside(paragraph: Any, text: str, name: str) -> None:
    """Write a link to a bookmark of the same document."""
    _link(paragraph, text, "w:anchor", _bookmark_name(name))


def _address(paragraph: Any, url: str) -> None:
    """Write an address: as a link where it is one that may be followed, else as text."""
    if not is_web_address(url):
        add_run(paragraph, safe(url))
        return
    from docx.opc.constants import RELATIONSHIP_TYPE

    target = paragraph.part.relate_to(safe(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    _link(paragraph, url, "r:id", target).font.underline = True


def _link(paragraph: Any, text: str, attribute: str, target: str) -> Any:
    """Write a link whose target is in this attribute, and return its run."""
    run = add_run(paragraph, safe(text))
    added(paragraph, element("w:hyperlink", {attribute: target})).append(run._r)  # noqa: SLF001 - no other door
    return run


def bookmark(paragraph: Any, name: str, *, number: int) -> None:
    """Make a paragraph one that links point to; no other bookmark of the document has the number."""
    identity = {"w:id": str(number)}
    added(paragraph, element("w:bookmarkStart", identity | {"w:name": _bookmark_name(name)}))
    added(paragraph, element("w:bookmarkEnd", identity))


def _bookmark_name(name: str) -> str:
    """Return a name as Word allows it for a bookmark: letters, digits and low lines, at most 40."""
    return re.sub(r"\W", "_", name)[:40]


def _in_language(run: Any, language: str) -> None:
    """Say what language a run is written in, so that it is read aloud and spelled as such."""
    run._r.get_or_add_rPr().append(element("w:lang", {"w:val": locale_of(language)}))  # noqa: SLF001
