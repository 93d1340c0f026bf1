"""The graph goes out in the RDF formats and comes back the same."""

from __future__ import annotations

import pytest
from rdflib import Dataset, Graph
from tests.tables.project_files import written

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.graph import build, of_build, open_graph
from samverkansgraf.graph.interchange import rdflib_dataset
from samverkansgraf.graph.loading import own_quads
from samverkansgraf.graph.serialize import FORMATS, SUFFIXES, serialized

SUFFIX = {
    "turtle": ".ttl",
    "trig": ".trig",
    "nquads": ".nq",
    "ntriples": ".nt",
    "jsonld": ".jsonld",
    "rdfxml": ".rdf",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return build(written(tmp_path_factory.mktemp("byn") / "p"))


@pytest.mark.parametrize("form", FORMATS)
def test_a_graph_written_and_read_has_the_same_frames(built, tmp_path, form):
    path = tmp_path / f"byn{SUFFIX[form]}"
    path.write_bytes(serialized(of_build(built).store, form))
    opened = open_graph(path)
    assert opened.settings.name == "Byn"
    assert opened.settings.base == "https://example.org/byn/"
    told_apart = FORMATS[form][1]
    for name in built.frames.__slots__:
        if name == "values" and not told_apart:
            continue  # which source gives a value is in the named graphs only
        assert getattr(opened.frames, name).equals(getattr(built.frames, name)), name


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_graph_gives_the_same_bytes(built, form):
    assert serialized(of_build(built).store, form) == serialized(of_build(built).store, form)


@pytest.mark.parametrize(("form", "name"), [("turtle", "turtle"), ("rdfxml", "xml"), ("ntriples", "nt")])
def test_rdflib_reads_what_is_written(built, form, name):
    graph = Graph().parse(data=serialized(of_build(built).store, form), format=name)
    assert len(graph) == len({quad.triple for quad in own_quads(of_build(built).store)})


def test_rdflib_sees_every_graph(built):
    dataset = rdflib_dataset(of_build(built).store)
    assert isinstance(dataset, Dataset)
    rows = list(dataset.query("SELECT ?l WHERE { ?a sg:sector sg:Police ; skos:prefLabel ?l }"))
    assert [str(row[0]) for row in rows] == ["Polisen"]


def test_an_unknown_format_and_a_broken_file_are_said(built, tmp_path):
    with pytest.raises(UsageError, match="use turtle, trig"):
        serialized(of_build(built).store, "word")
    broken = tmp_path / "x.ttl"
    broken.write_text("<urn:a> <urn:b> .")
    with pytest.raises(InputError, match=r"x.ttl: is not well-formed .*; correct it"):
        open_graph(broken)
    odd = tmp_path / "x.doc"
    odd.write_text("hello")
    with pytest.raises(InputError, match="no RDF file by its name"):
        open_graph(odd)
    assert set(SUFFIXES) >= set(SUFFIX.values())
