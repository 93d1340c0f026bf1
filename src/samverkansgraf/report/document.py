"""A report from findings: the chapters in their order, written as HTML or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from samverkansgraf.report.blocks import Document, one_line
from samverkansgraf.report.html import html
from samverkansgraf.report.markdown import markdown
from samverkansgraf.report.names import Names
from samverkansgraf.report.sections import (
    actors,
    agreements,
    brief,
    claims,
    contact,
    coverage,
    disagreements,
    holdings,
    methods,
    network,
    participation,
    picture,
    problems,
    sources,
    standing,
    where_next,
)

if TYPE_CHECKING:
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
    where_next,
    disagreements,
    claims,
    standing,
    problems,
    contact,
    methods,
    sources,
)
_DIGEST_SHOWN: Final = 12


def document(findings: Findings, *, language: Language) -> Document:
    """
    Return what a report says, before it is HTML or Markdown.

    Parameters
    ----------
    findings
        What is known of the graph on the day of the report.
    language
        The language of the report's own words; labels and phrases stand as the sources have them.
    """
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
    chapters = (chapter.section(findings, names) for chapter in _CHAPTERS)
    return Document(
        language=language,
        title=words.say("title", name=one_line(findings.settings.name)),
        about=(words.say("about" if findings.digest else "about_plain", **about),),
        sections=tuple(chapter for chapter in chapters if chapter is not None),
    )


def report(findings: Findings, *, format: Literal["html", "md"], language: Language) -> str:  # noqa: A002
    """
    Return the report as one self-contained HTML page or as Markdown; the two say the same.

    Parameters
    ----------
    findings
        What is known of the graph on the day of the report.
    format
        ``"html"`` or ``"md"``.
    language
        ``"sv"`` or ``"en"``.
    """
    written = document(findings, language=language)
    return html(written) if format == "html" else markdown(written)
