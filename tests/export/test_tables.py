"""Tables that are written from a graph build to the same graph."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from samverkansgraf.errors import UsageError
from samverkansgraf.export import write_tables
from samverkansgraf.graph import build, of_build, open_graph, write_store
from samverkansgraf.graph.serialize import serialized
from tests.export.random_projects import projects
from tests.tables.project_files import FILES, written

ROOT = Path(__file__).resolve().parents[2]


def through_rdf(built, folder):
    """Write a build as N-Quads, read that file, and write its tables."""
    path = folder / "graph.nq"
    path.write_bytes(serialized(of_build(built).store, "nquads"))
    write_tables(open_graph(path), folder / "tables")
    return build(folder / "tables")


@pytest.mark.parametrize("name", ["vasteras", "southern-women"])
def test_bundled_projects_come_back_from_their_folder_and_from_rdf(name, tmp_path):
    built = build(ROOT / "data" / name)
    write_tables(open_graph(ROOT / "data" / name), tmp_path / "copy")
    again = build(tmp_path / "copy")
    assert again.lines == built.lines
    assert again.settings == built.settings
    assert through_rdf(built, tmp_path).lines == built.lines


def test_a_store_keeps_its_bounds(tmp_path):
    built = build(ROOT / "data" / "vasteras")
    write_store(built, tmp_path / "store")
    write_tables(open_graph(tmp_path / "store"), tmp_path / "copy")
    assert build(tmp_path / "copy").digest == built.digest


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(projects())
def test_tables_to_rdf_to_tables_to_rdf_loses_nothing(files):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "p").mkdir()
        for file, text in files.items():
            (folder / "p" / file).write_bytes(text.encode())
        built = build(folder / "p")
        assert through_rdf(built, folder).lines == built.lines
        write_tables(open_graph(folder / "p"), folder / "copy")
        assert build(folder / "copy").lines == built.lines
