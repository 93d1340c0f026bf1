"""The methods chapter counts what it tells in the data, and its works are in a file that BibTeX reads."""

import re
from dataclasses import replace

import polars as pl
import pytest

from samverkansgraf.documents.blocks import Part, Table, lines_of
from samverkansgraf.report import document
from samverkansgraf.report.sections.methods.sources_and_time import earliest_and_latest
from samverkansgraf.report.works import references_bib, works_of


def _methods(findings, language="sv"):
    return next(one for one in document(findings, language=language).sections if one.name == "methods")


def _text(findings, language="sv"):
    return "\n".join(
        "".join(
            part if isinstance(part, str) else str(getattr(part, "text", getattr(part, "url", "")))
            for part in line
        )
        for line in lines_of(_methods(findings, language).blocks)
    )


def _entries(bibliography):
    """Return the entries of a BibTeX file: key -> kind and fields."""
    entries = {}
    for kind, key, body in re.findall(
        r"^@(\w+)\{([^,]+),\n(.*?)^\}$", bibliography, re.MULTILINE | re.DOTALL
    ):
        assert key not in entries
        entries[key] = kind, dict(re.findall(r"^  (\w+) = \{(.*)\},$", body, re.MULTILINE))
    return entries


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_parts_follow_the_guidelines_and_end_with_card_works_and_software(findings, language):
    titles = [block.title for block in _methods(findings, language).blocks if isinstance(block, Part)]
    assert len(titles) == 12
    assert (
        titles[-3:]
        == {
            "sv": ["Nätverkskort", "Referenser", "Program"],
            "en": ["Network card", "References", "Software"],
        }[language]
    )


def test_who_is_in_the_network_is_counted(findings):
    text = _text(findings)
    # Five actors are no group; Rädda Barnen, Staden and Polisen take part. The planned fund has no participant.
    assert (
        "Av 5 aktörer i tabellerna, grupper oräknade, är 3 med i nätverket. De övriga nämns av andra skäl"
        in text
    )
    assert "Av 3 initiativ är 2 med. De övriga har ingen sådan deltagare." in text
    assert "med vissheten uppgiven eller uppgiven i några fall" in text


def test_where_all_are_in_nothing_is_said_of_others(findings):
    frames = findings.frames
    three = frames.actors.filter(pl.col("kind") == "organisation")
    assert "De övriga nämns" not in _text(replace(findings, frames=replace(frames, actors=three)))


def test_what_was_done_to_the_data_is_counted(findings):
    text = _text(findings)
    # Six statements: one of a group, one planned; four are left, each a line of its own.
    assert "Av 6 uppgifter om deltagande ingår 4 i nätverket, och de ger 4 linjer" in text
    assert "1 uppgift gäller en grupp som ingen har förtecknat och ingår inte." in text
    assert "1 uppgift är härledd eller planerad och ingår inte" in text
    assert "1 initiativ i nätverket består av flera organ." in text


def test_sources_are_told_with_dates_and_when_they_were_read(findings):
    text = _text(findings)
    assert "1 källa ger belägg, av 1 i källförteckningen." in text
    assert "Källornas datum: 1 oktober 2021." in text
    assert "Källorna lästes 20 november 2026." in text
    assert "Uppgifter om deltagande utan angiven början: 6 av 6." in text


def test_the_first_and_the_last_date_are_those_that_begin_first_and_end_last():
    assert earliest_and_latest(["2021-10", "2020?", "2021", None, "okänt"]) == ("2020?", "2021")
    assert earliest_and_latest(["../2014", None]) is None  # no beginning is known


def test_the_card_is_counted_in_the_data(findings):
    card = next(
        block for part in _methods(findings).blocks if isinstance(part, Part) for block in part.blocks if isinstance(block, Table)
    )  # fmt: skip
    said = {"".join(row[0].lines[0]): "".join(row[1].lines[0]) for row in card.rows}
    assert said["Namn"] == "Småstad"
    assert said["Antal punkter"] == "3 aktörer och 2 initiativ"
    assert said["Antal linjer"] == "4"
    # Rädda Barnen and Polisen are in one each, Staden in two: 4/3.
    assert said["Initiativ för varje aktör"] == "i medeltal 1,33, lägst 1, högst 2"
    assert said["Aktörer för varje initiativ"] == "i medeltal 2, lägst 2, högst 2"
    assert said["Täthet"] == "0,444"
    assert said["Känt om aktörerna"] == "sektor för 3 av 3"
    assert said["Grafens kontrollsumma, början"] == "0123456789ab"


def test_the_works_are_those_of_what_is_shown(findings):
    keys = {work.key for work in works_of(findings)}
    # Density, components, pairs and coverage; diameter has no value but is in the table. Nothing was drawn, no groups sought.
    assert keys == {"altman1995", "bagrow2022", "neal2023", "borgatti1997", "wasserman1994", "newman2001"}
    few = replace(findings, little={"density_two_mode": "säger litet"})
    assert "borgatti1997" not in {work.key for work in works_of(few)}


def test_the_bibliography_can_be_read_and_has_each_work_once(findings):
    pairs = findings.pairs.with_columns(jaccard=pl.lit(0.5))
    entries = _entries(references_bib(replace(findings, pairs=pairs)))
    assert set(entries) == {work.key for work in works_of(replace(findings, pairs=pairs))}
    for kind, fields in entries.values():
        assert {"author", "title", "year"} <= set(fields)
        assert re.fullmatch(r"\d{4}", fields["year"])
        if kind == "article":
            assert fields["doi"].startswith("10.")
            assert "journal" in fields


def test_the_report_names_the_file_of_its_works_and_gives_their_dois(findings):
    text = _text(findings)
    assert "references.bib" in text
    for work in works_of(findings):
        assert work.citation in text
        assert f"https://doi.org/{work.doi}" in text


def test_what_was_not_repeated_is_said_not_to_be(findings):
    assert "Talen är inte omräknade utan enstaka källor" in _text(findings)
