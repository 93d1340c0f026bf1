"""A store on disk survives interruptions and refuses a second writer."""

from __future__ import annotations

import fcntl
import shutil

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.errors import StoreError
from samverkansgraf.graph import build, open_graph, write_store
from samverkansgraf.graph import store as store_module
from samverkansgraf.graph.sparql import select

QUERY = "SELECT ?l WHERE { ?i a sg:Initiative ; skos:prefLabel ?l } ORDER BY ?l"


@pytest.fixture
def built(tmp_path):
    return build(written(tmp_path / "byn"))


@pytest.fixture
def changed_build(tmp_path):
    return build(
        written(tmp_path / "byn2", initiatives__csv=FILES["initiatives.csv"].replace("Byrådet", "Bystämman"))
    )


def labels(folder):
    return select(open_graph(folder).store, QUERY)["l"].to_list()


def test_a_store_holds_what_was_built(tmp_path, built):
    done = write_store(built, tmp_path / "store")
    opened = open_graph(tmp_path / "store")
    assert (tmp_path / "store" / "CURRENT").read_text() == f"{built.digest}\n"
    assert done.name == built.digest == opened.digest
    assert opened.settings == built.settings
    for name in built.frames.__slots__:
        assert getattr(opened.frames, name).equals(getattr(built.frames, name)), name
    assert labels(tmp_path / "store") == ["Byrådet", "Trygghetsvandring"]


def test_the_same_build_gives_the_same_files_of_ours(tmp_path, built):
    first = write_store(built, tmp_path / "one")
    second = write_store(built, tmp_path / "two")
    for name in ("graph.nq", "project.json", "frames/participations.parquet"):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_a_new_build_becomes_current_and_readers_of_the_old_go_on(tmp_path, built, changed_build):
    write_store(built, tmp_path / "store")
    reader = open_graph(tmp_path / "store")
    write_store(changed_build, tmp_path / "store")
    assert labels(tmp_path / "store") == ["Bystämman", "Trygghetsvandring"]
    assert select(reader.store, QUERY)["l"].to_list() == ["Byrådet", "Trygghetsvandring"]


@pytest.mark.parametrize("fails_in", ["_fill", "_sync", "_point"])
def test_an_interrupted_build_leaves_the_earlier_one(tmp_path, built, changed_build, monkeypatch, fails_in):
    write_store(built, tmp_path / "store")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store_module, fails_in, full)
    with pytest.raises(StoreError, match="No space left on device"):
        write_store(changed_build, tmp_path / "store")
    monkeypatch.undo()
    assert labels(tmp_path / "store") == ["Byrådet", "Trygghetsvandring"]
    assert not list((tmp_path / "store" / "builds").glob("unfinished-*"))
    write_store(changed_build, tmp_path / "store")
    assert labels(tmp_path / "store") == ["Bystämman", "Trygghetsvandring"]


def test_a_second_builder_is_refused(tmp_path, built):
    write_store(built, tmp_path / "store")
    with (tmp_path / "store" / "LOCK").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match="is being written by another build"):
            write_store(built, tmp_path / "store")


def test_a_folder_with_other_files_is_left_alone(tmp_path, built):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match="holds other files"):
        write_store(built, tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_damaged_store_is_said_to_be_so(tmp_path, built):
    done = write_store(built, tmp_path / "store")
    shutil.rmtree(done / "frames")
    with pytest.raises(StoreError, match="cannot be read as a store"):
        open_graph(tmp_path / "store")


def test_only_the_last_two_builds_are_kept(tmp_path):
    for number in range(4):
        toml = FILES["samverkansgraf.toml"].replace("Byn", f"Byn{number}")
        write_store(build(written(tmp_path / f"p{number}", samverkansgraf__toml=toml)), tmp_path / "store")
    assert len(list((tmp_path / "store" / "builds").iterdir())) == 2
