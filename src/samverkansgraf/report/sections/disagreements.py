"""What the sources say differently: every side with its source, none before another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from samverkansgraf.differing_claims import RELATIONS
from samverkansgraf.documents.blocks import (
    Cell,
    Line,
    Paragraph,
    Section,
    Table,
    cell,
    joined,
    line,
    one_line,
)
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.properties import property_name
from samverkansgraf.report.sections.differing import claim_in_words, value_in_words

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on what the sources say differently."""
    words, found = names.words, findings.disagreements
    title = words.say("disagreements.title")
    if not found.height:
        return Section("disagreements", title, (Paragraph((words.say("disagreements.none"),)),))
    proofs = {row["evidence"]: row for rows in names.evidence.values() for row in rows}
    dates = dict(findings.frames.sources.select("source", "date").iter_rows())
    matters = [rows for _, rows in found.group_by("matter", maintain_order=True)]
    matters.sort(key=lambda rows: (swedish_order(_label(rows, names)), rows["matter"][0]))
    return Section(
        "disagreements",
        title,
        (
            Paragraph((words.say("disagreements.intro"),)),
            Table(
                words.say("disagreements.caption"),
                tuple(words.say(f"disagreements.{heading}") for heading in ("thing", "property", "values")),
                tuple(_row(rows, findings, names, proofs, dates) for rows in matters),
                names.command("ask", "disagreements"),
            ),
        ),
    )


def _row(
    rows: pl.DataFrame,
    findings: Findings,
    names: Names,
    proofs: dict[str, Any],
    dates: dict[str, str | None],
) -> tuple[Cell, ...]:
    """Return the row of one matter: what it concerns, the fact or kind of claims, every side."""
    which = rows["property"][0]
    sides: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    for row in rows.sort("standing", nulls_last=True, maintain_order=True).iter_rows(named=True):
        side = sides.setdefault((str(row["value"]), str(row["source"])), {})
        side.setdefault(str(row["evidence"]), row)  # claims about several things stand once with each
    said = {
        key: _said([row for _, row in sorted(side.items())], findings, names, proofs, dates)
        for key, side in sides.items()
    }
    if which in RELATIONS.values():
        kind = "disputing" if which == RELATIONS["disputes"] else "differing"
        told = names.words.say(f"disagreements.{kind}")
    else:
        told = property_name(which, names.words.language)
    disputing = set(findings.frames.claims.filter(pl.col("disputes").list.len() > 0)["claim"])
    order = sorted(said, key=lambda key: (which == RELATIONS["disputes"] and key[0] in disputing, key))
    lines = dict.fromkeys(said[key] for key in order)
    return cell(_label(rows, names)), cell(told), cell(*lines)


def _label(rows: pl.DataFrame, names: Names) -> str:
    """Return what the matter concerns; claims in the report's language."""
    labels = {
        names.labels.get(about) or one_line(label or about)
        for about, label in rows.select("about", "label").iter_rows()
    }
    return names.words.listing(sorted(labels, key=swedish_order))


def _said(
    rows: list[dict[str, Any]],
    findings: Findings,
    names: Names,
    proofs: dict[str, Any],
    dates: dict[str, str | None],
) -> Line:
    """Return one side in one source: who says it, in what words, when, and how the writer stands to the initiative."""
    row = rows[0]
    words, which = names.words, row["property"]
    if which in RELATIONS.values():
        value = f"{claim_in_words(row['value'], findings, names)} "
    else:
        value = f"{value_in_words(which, row['value'], names)}: "
    if not row["source"]:
        return line(value, words.say("evidence.no_source"))
    known = [names.proof(proofs[one["evidence"]]) for one in rows if one["evidence"] in proofs]
    told = known or [names.references([row["source"]])]
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
    return line(value, joined([*told, *remarks], "; "))
