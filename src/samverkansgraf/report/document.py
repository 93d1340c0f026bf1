"""A report from findings: the chapters in their order, written as HTML, Markdown, DOCX or PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, overload

from samverkansgraf.documents.blocks import Document, one_line
from samverkansgraf.documents.html import html
from samverkansgraf.documents.markdown import markdown
from samverkansgraf.documents.names import Names
from samverkansgraf.documents.pdf import pdf
from samverkansgraf.documents.word import docx
from samverkansgraf.errors import UsageError
from samverkansgraf.report.sections import (
    actors,
    agreements,
    brief,
    claims,
    contact,
    coverage,
    disagreements,
    evidence,
    holdings,
    methods,
    need,
    network,
    participation,
    picture,
    problems,
    rests_on,
    sources,
    standing,
    where_next,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path
    from types import ModuleType

    from samverkansgraf.documents.words import Words
    from samverkansgraf.project import Language
    from samverkansgraf.report.contents import Findings

_CHAPTERS: Final = (
    brief,
    holdings,
    participation,
    actors,
    agreements,
    picture,
    network,
    coverage,
    need,
    rests_on,
    where_next,
    disagreements,
    claims,
    standing,
    problems,
    contact,
    methods,
    evidence,
    sources,
)
_DIGEST_SHOWN: Final = 12

Format: TypeAlias = Literal["html", "md", "docx", "pdf"]


#: The chapters by name, in the order of the report.
CHAPTERS: Final = {chapter.__name__.rpartition(".")[2]: chapter for chapter in _CHAPTERS}


def document(findings: Findings, *, language: Language, sections: Collection[str] = ()) -> Document:
    """
    Return what a report says, before it has a format.

    Parameters
    ----------
    findings
        What is known of the graph on the day of the report.
    language
        The language of the report's own words; labels and phrases stand as the sources have them.
    sections
        Which of :data:`CHAPTERS`, in the report's order; none named means all. The numbered sources are always the
        last chapter, since the others point to them.

    Raises
    ------
    UsageError
        A section has no such name.
    """
    chosen = _chosen(sections)
    names = Names.of(
        findings.frames,
        language,
        quoted_language=findings.settings.language,
        graph_argument=findings.graph_argument,
        replies=findings.replies,
    )
    words = names.words
    about = {"date": words.date(findings.as_of), "version": one_line(findings.version)}
    if findings.digest:
        about["digest"] = one_line(findings.digest)[:_DIGEST_SHOWN]
    chapters = (chapter.section(findings, names) for chapter in chosen)
    return Document(
        language=language,
        title=words.say("title", name=one_line(findings.settings.name)),
        about=(words.say("about" if findings.digest else "about_plain", **about), *_persons(findings, words)),
        sections=tuple(chapter for chapter in chapters if chapter is not None),
    )


def check_sections(sections: Collection[str]) -> None:
    """
    Refuse names that no chapter has.

    Raises
    ------
    UsageError
        A section has no such name.
    """
    if strangers := sorted(set(sections) - set(CHAPTERS)):
        raise UsageError(
            f"report: no section {', '.join(map(repr, strangers))}; there are {', '.join(CHAPTERS)}"
        )


def _chosen(sections: Collection[str]) -> list[ModuleType]:
    """Return the chapters of these names; all where none is named."""
    check_sections(sections)
    return [
        chapter
        for name, chapter in CHAPTERS.items()
        if not sections or name in sections or chapter is sources
    ]


def _persons(findings: Findings, words: Words) -> tuple[str, ...]:
    """Say how persons are shown, where they are not shown by name."""
    any_person = (findings.frames.actors["kind"] == "person").any()
    if findings.persons == "named" or (findings.persons == "by_role" and not any_person):
        return ()
    return (" ", words.say(f"persons_{findings.persons}"))


@overload
def report(
    findings: Findings,
    *,
    format: Literal["html", "md"],
    language: Language,
    sections: Collection[str] = (),
) -> str: ...


@overload
def report(
    findings: Findings,
    *,
    format: Format,
    language: Language,
    sections: Collection[str] = (),
    template: Path | None = None,
) -> str | bytes: ...


def report(
    findings: Findings,
    *,
    format: Format,  # noqa: A002
    language: Language,
    sections: Collection[str] = (),
    template: Path | None = None,
) -> str | bytes:
    """
    Return the report as one self-contained HTML page, as Markdown, as DOCX or as tagged PDF; all say the same.

    Parameters
    ----------
    findings
        What is known of the graph on the day of the report.
    format
        ``"html"`` and ``"md"`` are text, ``"docx"`` and ``"pdf"`` are bytes.
    language
        ``"sv"`` or ``"en"``.
    sections
        As :func:`document` has them.
    template
        A DOCX whose styles are used, of ``"docx"``.

    Raises
    ------
    UsageError
        No section of that name, the template is no DOCX, or what writes PDF is not installed.
    """
    written = document(findings, language=language, sections=sections)
    if format == "docx":
        return docx(written, as_of=findings.as_of, template=template)
    if format == "pdf":
        return pdf(written, as_of=findings.as_of)
    return html(written) if format == "html" else markdown(written)
