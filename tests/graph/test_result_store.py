"""Results in a store on disk: kept beside the build, whole or not at all, and no part of its digest."""

from __future__ import annotations

import fcntl
import threading

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.errors import StoreError
from samverkansgraf.graph import build, write_store
from samverkansgraf.graph import result_store as module
from samverkansgraf.measures import node_table, whole_table

OF_DEGREE = "SELECT ?v WHERE { ?r sg:ofMeasure measure:degree ; sg:value ?v } ORDER BY ?v"


@pytest.fixture
def built(tmp_path):
    return build(written(tmp_path / "byn"))


@pytest.fixture
def folder(tmp_path, built):
    write_store(built, tmp_path / "store")
    return tmp_path / "store"


def files(folder, name):
    return {path.name: path.read_bytes() for path in sorted((folder / name).iterdir())}


def degree(city, **how):
    return node_table(city.frames, "degree", **how)


def test_stored_results_are_found_by_this_reader_and_the_next(folder):
    city = open_city(folder)
    city.remember(degree(city))
    # Each of the three is in one of two initiatives.
    assert city.query(OF_DEGREE)["v"].to_list() == ["0.5", "0.5", "0.5"]
    assert open_city(folder).query(OF_DEGREE).equals(city.query(OF_DEGREE))


def test_the_build_its_digest_and_its_database_stay_as_they_were(folder, built):
    build_folder = folder / "builds" / built.digest
    before = [(build_folder / "graph.nq").read_bytes(), files(build_folder, "oxigraph")]
    city = open_city(folder)
    city.remember(degree(city))
    assert [(build_folder / "graph.nq").read_bytes(), files(build_folder, "oxigraph")] == before
    assert open_city(folder).graph.digest == built.digest


def test_a_second_time_they_replace_and_other_results_stay(folder):
    city = open_city(folder)
    city.remember(degree(city))
    city.remember(whole_table(city.frames, ["nodf"]))
    size = city.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    open_city(folder).remember(degree(city))
    again = open_city(folder)
    assert again.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").equals(size)
    assert again.query("SELECT ?r WHERE { ?r sg:ofMeasure measure:nodf }").height == 1


def test_a_reader_goes_on_with_what_it_opened(folder):
    reader, writer = open_city(folder), open_city(folder)
    for seed in range(3):
        writer.remember(degree(writer, uncertainty=True, draws=2, seed=seed))
    assert reader.query(OF_DEGREE).is_empty()
    assert reader.query("SELECT ?i WHERE { ?i a sg:Initiative }").height == 2


def test_only_the_copy_in_use_and_the_one_before_are_kept(folder, built):
    city = open_city(folder)
    for seed in range(4):
        city.remember(degree(city, uncertainty=True, draws=2, seed=seed))
    kept = sorted(path.name for path in (folder / "builds" / built.digest).glob("results-*"))
    assert kept == ["results-3", "results-4"]


def test_building_the_same_again_keeps_the_results_and_another_build_begins_without(folder, built, tmp_path):
    city = open_city(folder)
    city.remember(degree(city))
    write_store(built, folder)
    assert open_city(folder).query(OF_DEGREE).height == 3
    text = FILES["initiatives.csv"].replace("Byrådet", "Bystämman")
    write_store(build(written(tmp_path / "other", initiatives__csv=text)), folder)
    assert open_city(folder).query(OF_DEGREE).is_empty()
    with pytest.raises(
        StoreError, match="has been built anew since it was opened; compute the results again"
    ):
        city.remember(degree(city))


@pytest.mark.parametrize("fails_in", ["put_results", "synced", "replaced_line"])
def test_an_interruption_leaves_the_earlier_results(folder, built, monkeypatch, fails_in):
    city = open_city(folder)
    city.remember(whole_table(city.frames, ["nodf"]))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, fails_in, full)
    with pytest.raises(StoreError, match="No space left on device"):
        city.remember(degree(city))
    monkeypatch.undo()
    opened = open_city(folder)
    assert opened.query(OF_DEGREE).is_empty()
    assert opened.query("SELECT ?r WHERE { ?r sg:ofMeasure measure:nodf }").height == 1
    assert not list((folder / "builds" / built.digest).glob("unfinished*"))
    opened.remember(degree(opened))
    assert open_city(folder).query(OF_DEGREE).height == 3


def test_two_who_store_at_once_wait_for_each_other_and_lose_nothing(folder):
    measures = ["degree", "closeness", "betweenness", "core_number"]
    failed = []

    def store(measure):
        try:
            city = open_city(folder)
            city.remember(node_table(city.frames, measure))
        except Exception as error:  # noqa: BLE001 - shown below
            failed.append(error)

    threads = [threading.Thread(target=store, args=(measure,)) for measure in measures]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    found = open_city(folder).query(
        "SELECT DISTINCT ?n WHERE { ?r sg:ofMeasure/skos:notation ?n } ORDER BY ?n"
    )
    assert found["n"].to_list() == sorted(measures)


def test_who_writes_for_long_is_not_waited_for_for_ever(folder, monkeypatch):
    city = open_city(folder)
    monkeypatch.setattr(module, "_WAIT", 0.1)
    with (folder / "LOCK").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="is being written by another build; wait for it"):
            city.remember(degree(city))


def test_a_triple_that_a_source_says_too_stays_when_results_go(folder):
    # The union holds a triple once, whoever says it; results that go take only what nobody else says.
    city = open_city(folder)
    city.remember(degree(city, uncertainty=True, draws=2))
    city.remember(degree(city))
    labels = city.query("SELECT ?l WHERE { ?a sg:sector sg:Police ; skos:prefLabel ?l }")
    assert labels["l"].to_list() == ["Polisen"]
    named = city.query(
        "SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } }"
    )
    assert city.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").equals(named)
