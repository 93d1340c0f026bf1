"""What the sources disagree on: every value with its source, none before another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.properties import property_name
from samverkansgraf.report.blocks import Cell, Line, Paragraph, Section, Table, cell, joined, line, one_line
from samverkansgraf.report.sections.differing import value_in_words

if TYPE_CHECKING:
    from samverkansgraf.report.contents import Findings
    from samverkansgraf.report.names import Names


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on what the sources disagree on."""
    words, found = names.words, findings.disagreements
    title = words.say("disagreements.title")
    if not found.height:
        return Section("disagreements", title, (Paragraph((words.say("disagreements.none"),)),))
    proofs = {row["evidence"]: row for rows in names.evidence.values() for row in rows}
    dates = dict(findings.frames.sources.select("source", "date").iter_rows())
    groups = sorted(
        found.group_by("about", "property", maintain_order=True),
        key=lambda group: (swedish_order(_label(group[1].row(0, named=True), names)), *map(str, group[0])),
    )
    rows: list[tuple[Cell, ...]] = []
    for (_, which), values in groups:
        said = [_said(str(which), row, names, proofs, dates) for row in values.iter_rows(named=True)]
        rows.append(
            (
                cell(_label(values.row(0, named=True), names)),
                cell(property_name(str(which), words.language)),
                cell(*dict.fromkeys(said)),
            )
        )
    return Section(
        "disagreements",
        title,
        (
            Paragraph((words.say("disagreements.intro"),)),
            Table(
                words.say("disagreements.caption"),
                tuple(words.say(f"disagreements.{heading}") for heading in ("thing", "property", "values")),
                tuple(rows),
                names.command("check"),
            ),
        ),
    )


def _label(row: dict[str, Any], names: Names) -> str:
    """Return what a thing is called; claims in the report's language."""
    return names.labels.get(row["about"]) or one_line(row["label"] or row["about"])


def _said(
    which: str, row: dict[str, Any], names: Names, proofs: dict[str, Any], dates: dict[str, str | None]
) -> Line:
    """Return one value: who gives it, in what words, when, and how the writer stands to the initiative."""
    words = names.words
    proof = (
        names.proof(proofs[row["evidence"]])
        if row["evidence"] in proofs
        else names.references([row["source"]])
    )
    written = dates.get(row["source"])
    remarks: list[Line] = [
        (
            words.say("disagreements.dated", date=words.date(written))
            if written
            else words.say("disagreements.undated"),
        )
    ]
    if row["standing"]:
        remarks.append((names.label(row["standing"]),))
    return line(f"{value_in_words(which, row['value'], names)}: ", joined([proof, *remarks], "; "))
