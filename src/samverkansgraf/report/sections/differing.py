"""What sources say one by one of a thing: side by side where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from samverkansgraf.differing_claims import RELATIONS
from samverkansgraf.documents.blocks import Line, fact, joined, line
from samverkansgraf.properties import PROPERTIES, property_name
from samverkansgraf.report.rows import rows_of
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

_NUMBERS = (sg("population"), iri("schema:amount"))
_NAME = iri("skos:altLabel")


def said_of(node: str, findings: Findings, names: Names) -> list[Line]:
    """
    Return what sources disagree on about a thing, then what a source says of it besides.

    Former names are left out; they have dates and a line of their own (:func:`former_names`).
    """
    words = names.words
    lines: list[Line] = []
    contested: set[str] = set()
    if findings.disagreements.height:
        rows = rows_of(findings.disagreements, "about", node)
        for (_, which), values in rows.group_by("matter", "property", maintain_order=True):
            if which in RELATIONS.values():
                told = "differing.disputed" if which == RELATIONS["disputes"] else "differing.claims"
                lines.append(fact(words.say(told), joined(_claims(values, findings, names), " ")))
                continue
            contested.add(str(which))
            told = words.say("differing.of", property=property_name(str(which), words.language))
            lines.append(fact(told, joined(_values(str(which), values, names), "; ")))
    stated = rows_of(findings.frames.statements, "about", node)
    if stated.is_empty():
        return lines
    alone = stated.filter(pl.col("property") != _NAME, ~pl.col("property").is_in(sorted(contested))).sort(
        "property", "value", "statement", nulls_last=True
    )
    for (which,), rows in alone.group_by("property", maintain_order=True):
        told = words.say("differing.reported", property=property_name(str(which), words.language))
        said = [
            _by(str(which), row["value"], names.references(row["sources"]), names)
            for row in rows.iter_rows(named=True)
        ]
        lines.append(fact(told, joined(said, "; ")))
    return lines


def claim_in_words(claim: str, findings: Findings, names: Names) -> str:
    """Return a claim in the report's language with those who assert it."""
    said = rows_of(findings.frames.claims, "claim", claim)["asserted_by"].to_list()
    who = names.several(said[0]) if said else ""
    text = names.label(claim)
    return names.words.say("differing.claim_of", text=text, who=who) if who else text


def _claims(rows: pl.DataFrame, findings: Findings, names: Names) -> list[Line]:
    """Return each claim with the sources it is known from."""
    words = names.words
    by_claim = rows.group_by("value", maintain_order=True).agg("source")
    return [
        words.line(
            "differing.claim_by",
            claim=claim_in_words(claim, findings, names),
            source=names.references(sources) or (words.say("evidence.no_source"),),
        )
        for claim, sources in by_claim.iter_rows()
    ]


def _values(which: str, rows: pl.DataFrame, names: Names) -> list[Line]:
    """Return each value with the sources that give it."""
    by_value = rows.group_by("value", maintain_order=True).agg("source")
    return [_by(which, value, names.references(sources), names) for value, sources in by_value.iter_rows()]


def _by(which: str, value: str | None, sources: Line, names: Names) -> Line:
    words = names.words
    source: Line = sources or (words.say("evidence.no_source"),)
    return words.line("differing.value_by", value=value_in_words(which, value, names), source=source)


def is_contested(node: str, which: str, findings: Findings) -> bool:
    """Tell whether sources disagree on this property of a thing; then no value of it may stand alone."""
    found = findings.disagreements
    return bool(found.height) and which in rows_of(found, "about", node)["property"]


def value_in_words(which: str, value: str | None, names: Names) -> str:
    """Return a value of a property in words: a label, a date, a number, or the text itself."""
    words = names.words
    if not value:
        return words.say("not_given")
    if value in names.labels:
        return names.labels[value]
    if which in _NUMBERS:
        try:
            return words.decimal(float(value), places=2)
        except ValueError:
            return names.label(value)
    known = PROPERTIES.get(which)
    return words.date(value) if known and known.sort == "date" else names.label(value)


def former_names(node: str, findings: Findings, names: Names) -> list[Line]:
    """Return the names a thing has had, with their dates and sources, in order of time."""
    rows = rows_of(findings.frames.statements, "about", node)
    if rows.is_empty():
        return []
    rows = rows.filter(pl.col("property") == _NAME)
    today = pl.col("start").is_null() & pl.col("end").is_null() & (pl.col("value") == names.label(node))
    rows = rows.filter(~today.fill_null(value=False))  # the name it is called by already
    ordered = rows.sort(
        pl.coalesce("start_earliest", "end_latest"),
        "value",
        "statement",
        nulls_last=True,
        maintain_order=True,
    )
    return [_name(row, names) for row in ordered.iter_rows(named=True)]


def _name(row: dict[str, Any], names: Names) -> Line:
    words = names.words
    period = words.period(row["start"], row["end"]) or words.say("actors.no_dates")
    source = names.references(row["sources"]) or (words.say("evidence.no_source"),)
    return line(words.say("actors.name_in", name=names.label(row["value"]), period=period), " ", source)
