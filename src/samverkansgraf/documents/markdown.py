"""A document as Markdown. Whatever a label holds is text: no markup, no HTML, no link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from samverkansgraf.documents.blocks import (
    Address,
    Bullets,
    Code,
    Figure,
    Fold,
    Inline,
    Numbered,
    Paragraph,
    Part,
    Quote,
    Reference,
    Strong,
    Table,
)
from samverkansgraf.documents.html import is_web_address
from samverkansgraf.documents.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.documents.blocks import Block, Cell, Document, Line, Section

_MARKS: Final = re.compile(r"([\\`*_{}\[\]()#|~$!^])")
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
_LIST_MARK: Final = re.compile(r"^([-+](?=[\s-]|$)|=|\d+(?=[.)](?:\s|$)))")
_UNSAFE_IN_ADDRESS: Final = re.compile(r"[<>|\\`\"\s]")


def markdown(document: Document) -> str:
    """Write a document as Markdown (CommonMark with tables)."""
    words = Words(document.language)
    parts = [f"# {escaped(document.title)}", _line(document.about, words)]
    parts.extend(chapter_markdown(section, words).rstrip("\n") for section in document.sections)
    return "\n\n".join(parts) + "\n"


def chapter_markdown(section: Section, words: Words) -> str:
    """Write one chapter as Markdown."""
    parts = [f"## {escaped(section.title)}"]
    for block in section.blocks:
        parts.extend(_block(block, words))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    r"""
    Return a text that Markdown shows as it stands.

    Examples
    --------
    >>> escaped("[x](javascript:alert) <b> a|b")
    '\\[x\\]\\(javascript:alert\\) &lt;b&gt; a\\|b'
    """
    safe = _LINE_ENDS.sub(" ", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = _MARKS.sub(r"\\\1", safe)
    return _LIST_MARK.sub(_defused, safe)


def _defused(mark: re.Match[str]) -> str:
    """Return the beginning of a line that would have been a list."""
    return mark.group() + "\\" if mark.group().isdigit() else "\\" + mark.group()


def _block(block: Block, words: Words) -> Iterator[str]:
    """Write a block as paragraphs of Markdown."""
    match block:
        case Paragraph():
            yield _line(block.line, words)
        case Bullets():
            yield "\n".join(f"- {_line(item, words)}" for item in block.items)
        case Table():
            yield f"**{escaped(block.caption)}**"
            yield _table(block, words)
            if block.command:
                yield _line(words.line("command", command=Code(block.command)), words)
        case Figure():
            yield f"**{escaped(block.caption)}**"
            yield escaped(block.alternative)
            yield escaped(words.say("shown_by_command" if block.command else "shown_in_page"))
            if block.command:
                yield _line(words.line("command", command=Code(block.command)), words)
        case Numbered():
            yield "\n".join(f"{number}. {_line(entry, words)}" for number, entry in block.entries)
        case Part() | Fold():
            yield from _nested(block, words)


def _nested(block: Part | Fold, words: Words) -> Iterator[str]:
    """Write a part under its heading, what a page folds under its summary."""
    if isinstance(block, Part):
        yield f"### {escaped(block.title)}"
    elif not block.is_captioned:
        yield f"**{escaped(block.summary)}**"
    for inner in block.blocks:
        yield from _block(inner, words)


def _table(table: Table, words: Words) -> str:
    """Write a table; the lines of a cell are divided by a break."""
    rows = [
        "| " + " | ".join(escaped(column) for column in table.columns) + " |",
        "|" + " --- |" * len(table.columns),
    ]
    rows.extend("| " + " | ".join(_cell(cell, words) for cell in row) + " |" for row in table.rows)
    return "\n".join(rows)


def _cell(cell: Cell, words: Words) -> str:
    """Write a cell on one line."""
    return "<br>".join(_line(line, words) for line in cell.lines)


def _line(line: Line, words: Words) -> str:
    """Write a line of text."""
    return "".join(_inline(part, words) for part in line).strip()


def _inline(part: Inline, words: Words) -> str:
    """Write one part of a line."""
    match part:
        case Quote():
            written = escaped(words.say("quote_open") + part.text + words.say("quote_close"))
        case Reference():
            written = f"\\[{part.number}\\]"
        case Code():
            written = _code(part.text)
        case Strong():
            written = f"**{escaped(part.text)}**"
        case Address():
            written = _address(part.url)
        case _:
            written = escaped(part)
    return written


def _address(url: str) -> str:
    """Write an address as a link, or as text where it is none that may be followed."""
    if not is_web_address(url):
        return escaped(url)
    return f"<{_UNSAFE_IN_ADDRESS.sub(lambda found: quote(found.group()), url)}>"


def _code(text: str) -> str:
    """Write a code span whose fence is longer than any run of backticks in it."""
    text = _LINE_ENDS.sub(" ", text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"
