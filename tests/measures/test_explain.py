from __future__ import annotations

import re

import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.measures import MEASURES, bibtex, explained, explanation, software_versions

ENGLISH = re.compile(r"\b(the|of|and|share|or more|steps|greatest|count|number|parts)\b", re.IGNORECASE)


@pytest.mark.parametrize("name", MEASURES)
def test_an_explanation_has_all_there_is_to_know(name):
    measure = MEASURES[name]
    for language in ("sv", "en"):
        text = explanation(name, language=language)
        assert text.startswith(name)
        for part in ("definition", "formula", "reading", "caveats", "undefined"):
            assert getattr(measure, part)[language] in text
        assert all(work.citation in text for work in measure.works)
        assert all(f"https://doi.org/{work.doi}" in text for work in measure.works if work.doi)


@pytest.mark.parametrize("name", MEASURES)
def test_a_range_is_not_in_english_among_swedish_words(name):
    lines = [line for line in explanation(name, language="sv").splitlines() if line.startswith("Värden:")]
    assert not any(ENGLISH.search(line) for line in lines)


def test_the_betweenness_explained():
    text = explanation("betweenness")
    assert "betweenness (measure of nodes: actors, initiatives)" in text
    assert "Taken in: the network of actors and initiatives" in text
    assert "https://doi.org/10.1016/S0378-8733(96)00301-2" in text


def test_explained_as_data_has_a_row_for_each_name_and_works_with_their_dois():
    frame = explained(["components", "betweenness"], language="sv")
    assert frame["measure"].to_list() == ["components", "betweenness"]
    assert frame["of"].to_list() == [[], ["actors", "initiatives"]]
    assert frame["definition"][1] == MEASURES["betweenness"].definition["sv"]
    assert frame["dois"].list.len().to_list() == frame["works"].list.len().to_list()


def test_an_unknown_name_is_refused_with_the_nearest():
    with pytest.raises(UsageError, match="'betweennes' is unknown; did you mean 'betweenness'"):
        explanation("betweennes")
    with pytest.raises(UsageError, match="'qqqq' is unknown; use one of degree"):
        explained(["qqqq"])


def test_the_works_of_all_measures_are_one_bibliography_without_doubles():
    text = bibtex(MEASURES)
    keys = re.findall(r"^@\w+\{(.+),$", text, re.MULTILINE)
    assert keys == sorted(set(keys))
    assert {work.key for measure in MEASURES.values() for work in measure.works} == set(keys)


def test_the_software_is_named_with_its_versions():
    assert {"python", "samverkansgraf", "networkx", "igraph", "numpy", "scipy", "polars"} <= set(
        software_versions()
    )
