"""Persons are shown by role, nothing of their names is left, and nothing else changes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from samverkansgraf import open as open_city
from samverkansgraf.graph.without_names import without_names
from samverkansgraf.measures import node_table

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def vasteras():
    return open_city(DATA / "vasteras")


def _names(city) -> re.Pattern[str]:
    persons = city.frames.actors.filter(city.frames.actors["kind"] == "person")
    words = {word for label in persons["label"] for word in (label.split()[-1], label)}
    ids = {one.rsplit("/", 1)[-1] for one in persons["actor"]}
    return re.compile(
        "|".join(map(re.escape, sorted({*words, *ids, *(one.rsplit("-", 1)[-1] for one in ids)})))
    )


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld", "rdfxml"])
def test_no_name_is_left_in_the_graph(vasteras, form: str) -> None:
    names = _names(vasteras)
    assert names.search(vasteras.serialized(form).decode())
    assert not names.search(vasteras.without_names("placed").serialized(form).decode())


def test_by_role_only_phrases_and_titles_hold_names(vasteras) -> None:
    lines = vasteras.without_names().serialized("nquads").decode().splitlines()
    holding = [line for line in lines if _names(vasteras).search(line)]
    assert holding
    assert all("oa#exact>" in line or "dc/terms/title>" in line for line in holding)


def test_the_page_and_its_tour_hold_no_name(vasteras) -> None:
    assert not _names(vasteras).search(vasteras.without_names("placed").picture("html"))


@pytest.mark.parametrize("phrases", ["kept", "placed"])
def test_showing_by_role_twice_is_showing_once(vasteras, tmp_path, phrases: str) -> None:
    once = vasteras.without_names(phrases)
    (tmp_path / "once.nq").write_bytes(once.serialized("nquads"))
    again = open_city(tmp_path / "once.nq").without_names(phrases)
    assert set(again.serialized("nquads").splitlines()) == set(once.serialized("nquads").splitlines())


@pytest.mark.parametrize("measure", ["degree", "betweenness", "closeness"])
def test_measures_keep_their_values(measure: str) -> None:
    named = open_city(DATA / "southern-women")
    values = [sorted(node_table(one.frames, measure)["value"]) for one in (named, named.without_names())]
    assert values[1] == pytest.approx(values[0])


def test_coverage_keeps_its_values(vasteras) -> None:
    columns = ["district", "theme", "value", "initiatives", "actors", "sources", "independent_sources"]
    before, after = (
        one.coverage(at="2026-11-24").select(columns) for one in (vasteras, vasteras.without_names("placed"))
    )
    assert after.equals(before)


def test_a_graph_without_persons_costs_nothing(vasteras) -> None:
    actors = vasteras.frames.actors
    nobody = replace(vasteras.frames, actors=actors.filter(actors["kind"] != "person"))
    graph = replace(vasteras.graph, frames=nobody)
    assert without_names(graph).store is graph.store
