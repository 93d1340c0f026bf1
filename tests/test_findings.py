"""What the report is written from is computed with its uncertainty, unless the network is too large for seconds."""

from datetime import date
from pathlib import Path

import pytest

import samverkansgraf as sg
from samverkansgraf import findings as gathering
from samverkansgraf.measures import MEASURES
from samverkansgraf.report import report

DEBATE = Path(__file__).parent / "projects" / "debate"
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def city():
    return sg.open(DEBATE)


@pytest.fixture(scope="module")
def findings(city):
    return gathering.findings_of(city, as_of=DAY)


def test_every_value_has_its_ranks_ranges_draws_and_seed(findings):
    for table in (findings.whole, *findings.nodes.values()):
        assert {"source_low", "initiative_high", "boot_low", "draws", "seed"} <= set(table.columns)
    assert {"rank", "rank_low", "rank_high"} <= set(findings.nodes["degree"].columns)


def test_the_measures_are_those_of_the_catalogue_that_it_has(findings):
    assert findings.whole["measure"].to_list() == [name for name in gathering.WHOLE if name in MEASURES]
    assert list(findings.nodes) == [name for name in gathering.NODES if name in MEASURES]


def test_pairs_have_the_verdicts_of_both_tests_in_their_own_order(findings):
    both = findings.pair_tests
    assert list(both) == ["fixed-degree", "bicm"]
    assert findings.pairs["p_value"].to_list() == both["fixed-degree"].p_values.tolist()
    assert findings.pairs["p_bicm"].to_list() == both["bicm"].p_values.tolist()
    # Without the one that is a set, Mimer is in three initiatives and staden in six, those three among them: 3/6.
    row = findings.pairs.filter(findings.pairs["shared"] == 3).row(0, named=True)
    assert (row["actor_a"], row["actor_b"], row["jaccard"]) == ("Bostads AB Mimer", "Västerås stad", 0.5)


def test_what_says_little_of_five_actors_is_set_beside_no_chance(findings):
    assert "nodf" in findings.little
    assert "nodf" not in findings.chance["measure"].to_list()
    assert findings.groups is None


def test_a_network_too_large_is_not_computed_over_and_over_and_the_report_says_so(city, monkeypatch):
    monkeypatch.setattr(gathering, "REPEATED_UP_TO", 1)
    found = gathering.findings_of(city, as_of=DAY)
    assert found.pair_tests == {}
    assert found.chance.is_empty()
    assert "boot_low" not in found.whole.columns
    text = report(found, format="md", language="sv")
    assert "är inte prövat här, eftersom nätverket är för stort" in text
    assert "Talen är inte omräknade utan enstaka källor" in text
