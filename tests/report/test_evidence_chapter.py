"""The appendix holds every phrase once, with its source, place and speaker."""

from __future__ import annotations

import pytest

from samverkansgraf.documents.blocks import Fold, Quote, Table
from samverkansgraf.documents.names import Names
from samverkansgraf.report import document
from samverkansgraf.report.sections import evidence


def _appendix(findings, language="sv"):
    return next(
        section for section in document(findings, language=language).sections if section.name == "evidence"
    )


def _tables(section):
    return [table for block in section.blocks if isinstance(block, Fold) for table in block.blocks]


def _text(cell):
    return ["".join(part if isinstance(part, str) else part.text for part in line) for line in cell.lines]


def test_every_evidence_stands_once_under_its_source(findings):
    (table,) = _tables(_appendix(findings))
    assert isinstance(table, Table)
    assert table.caption == "[1] Det finns sedan länge bra och fungerande samverkan: 5 belägg"
    phrases = [
        part.text for row in table.rows for line in row[1].lines for part in line if isinstance(part, Quote)
    ]
    assert sorted(phrases) == sorted(findings.frames.evidence["quote"].to_list())


def test_a_row_says_what_it_is_about_where_it_stands_and_who_says_it(findings):
    (table,) = _tables(_appendix(findings))
    rows = [[_text(cell) for cell in row] for row in table.rows]
    assert rows[0] == [
        ["Det ökade samarbete som behövs finns inte i dag"],
        ["Men det finns inte i dag."],
        ["stycke 3"],
        ["Terrence Fell", "känt bara genom Ann-Cathrine Linér"],
    ]
    assert [
        ["Rädda Barnen i På lika villkor (ledare)"],
        ["Arbetet leds av Rädda barnen"],
        ["stycke 6"],
        [],
    ] in rows


def test_the_appendix_comes_after_the_methods_and_before_the_sources_it_points_to(findings):
    names = [section.name for section in document(findings, language="en").sections]
    assert names[-3:] == ["methods", "evidence", "sources"]


def test_of_more_than_a_report_can_hold_the_appendix_says_how_many_and_where_they_are(findings, monkeypatch):
    monkeypatch.setattr(evidence, "MOST", 4)
    appendix = _appendix(findings)
    assert _tables(appendix) == []
    said = "".join(part if isinstance(part, str) else part.text for part in appendix.blocks[0].line)
    assert "5 belägg" in said
    assert "fler än 4" in said
    assert "export tables -o tabeller" in said


@pytest.mark.parametrize("language", ["sv", "en"])
def test_without_evidence_there_is_no_appendix(findings, language):
    from dataclasses import replace

    bare = replace(findings, frames=replace(findings.frames, evidence=findings.frames.evidence.clear()))
    assert evidence.section(bare, Names.of(bare.frames, language)) is None
