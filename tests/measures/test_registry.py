from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from samverkansgraf.measures import MEASURES, measures_listed


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES.keys())
def test_every_measure_says_what_it_is_in_both_languages_and_where_it_comes_from(measure):
    assert MEASURES[measure.name] is measure
    assert measure.level in {"node", "whole"}
    assert measure.unit
    assert measure.normalisation
    assert re.search(r"\((19|20)\d\d\)", measure.citation)
    assert measure.doi is None or re.fullmatch(r"10\.\d{4,}/\S+", measure.doi)
    assert measure.definition["sv"] != measure.definition["en"]
    assert all(text.endswith(".") for text in measure.definition.values())
    assert bool(measure.undefined["sv"]) == bool(measure.undefined["en"])


def test_a_measure_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        MEASURES["degree"].unit = "procent"


def test_the_list_has_each_measure_once_in_the_language_asked():
    listed = measures_listed("sv")
    assert listed["measure"].to_list() == list(MEASURES)
    assert listed["definition"].to_list() == [measure.definition["sv"] for measure in MEASURES.values()]
    assert measures_listed("en")["definition"][0].startswith("The share of all initiatives")


ORACLE = Path(__file__).resolve().parents[1] / "oracle" / "README.md"


@pytest.mark.parametrize("name", MEASURES)
def test_each_measure_says_what_it_is_checked_against(name):
    rows = [line.split("|") for line in ORACLE.read_text(encoding="utf-8").splitlines()]
    (row,) = [row for row in rows if len(row) > 4 and row[1].strip() == f"`{name}`"]
    elsewhere = [part for part in row[4].split("`") if part.startswith("tests/")]
    assert "Met" in row[4] or elsewhere
    assert all((ORACLE.parents[2] / file).is_file() for file in elsewhere)
