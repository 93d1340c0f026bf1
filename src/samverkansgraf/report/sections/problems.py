"""Faults and warnings: what the check found, with place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.check.findings import SEVERITIES
from samverkansgraf.documents.blocks import Paragraph, Section, Table, cell, one_line
from samverkansgraf.report.folding import folded_if_long

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.check.findings import Finding
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

#: More notes than this stand apart from faults and warnings.
_MANY_NOTES: Final = 15


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on what the check found, the gravest first."""
    words, problems = names.words, findings.problems
    title = words.say("problems.title")
    if not problems:
        return Section("problems", title, (Paragraph((words.say("problems.none"),)),))
    severities = [problem.severity for problem in problems]
    counted = {
        f"{severity}s": words.count(f"count.{severity}s", severities.count(severity))
        for severity in SEVERITIES
    }
    ordered = sorted(
        problems,
        key=lambda one: (
            SEVERITIES.index(one.severity),
            one.table or "",
            one.row or 0,
            one.column or "",
            one.node or "",
            one.message,
        ),
    )
    notes = [problem for problem in ordered if problem.severity == "note"]
    parts = [("problems.caption", ordered)]
    if len(notes) > _MANY_NOTES:
        grave = ordered[: len(ordered) - len(notes)]
        parts = [("problems.grave", grave), ("problems.notes", notes)]
    tables = [
        folded_if_long(_table(words.say(caption), some, names), words) for caption, some in parts if some
    ]
    return Section("problems", title, (Paragraph((words.say("problems.intro", **counted),)), *tables))


def _table(caption: str, problems: Sequence[Finding], names: Names) -> Table:
    """Return problems as a table."""
    words = names.words
    headings = ("severity", "place", "message", "remedy")
    return Table(
        caption,
        tuple(words.say(f"problems.{heading}") for heading in headings),
        tuple(
            (
                cell(words.say(f"problems.{problem.severity}")),
                cell(_place(problem, names)),
                cell(one_line(problem.message)),
                cell(one_line(problem.remedy or "")),
            )
            for problem in problems
        ),
        names.command("check"),
    )


def _place(problem: Finding, names: Names) -> str:
    """Return where a problem is: table, row, column, or the thing concerned."""
    words = names.words
    parts = [one_line(problem.table)] if problem.table else []
    if problem.row is not None:
        parts.append(words.say("problems.row", row=words.whole(problem.row)))
    if problem.column:
        parts.append(words.say("problems.column", column=one_line(problem.column)))
    if problem.node:
        parts.append(names.label(problem.node))
    return ", ".join(parts)
