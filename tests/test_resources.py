"""The ontology and the projects are found, in a checkout as in an installed package."""

import shutil

import pytest

from samverkansgraf import resources
from samverkansgraf.errors import SamverkansgrafError, UsageError


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package folder as a wheel leaves it: nothing beside it, everything inside it."""
    package = tmp_path / "site-packages" / "samverkansgraf"
    root = resources.bundled_project().parents[1]
    shutil.copytree(root / "ontology", package / "_bundled" / "ontology")
    shutil.copytree(root / "data", package / "_bundled" / "data")
    monkeypatch.setattr(resources, "_PACKAGE", package)
    return package


@pytest.mark.parametrize("name", ["samverkansgraf.ttl", "schemes.ttl", "shapes.ttl"])
def test_every_file_of_the_ontology_is_found(name):
    assert "skos:definition" in resources.ontology_file(name).read_text("utf-8") or name == "shapes.ttl"


def test_the_installed_package_reads_what_is_inside_it(installed):
    assert resources.bundled_project() == installed / "_bundled" / "data" / "vasteras"
    assert resources.ontology_file("schemes.ttl").is_relative_to(installed)
    assert list(resources.questions_folder().glob("*.rq"))


def test_the_default_project_is_vasteras():
    assert (resources.bundled_project() / resources.PROJECT_FILE).is_file()
    assert resources.bundled_project() == resources.bundled_project("vasteras")


def test_bundled_projects_are_listed_in_order():
    names = resources.bundled_projects()
    assert names == tuple(sorted(names))
    assert {"southern-women", "vasteras"} <= set(names)


@pytest.mark.parametrize("name", ["", ".", "..", "../data/vasteras", "/etc", "atlantis", "LICENSE"])
def test_a_project_that_is_not_bundled_is_an_error_that_lists_those_that_are(name):
    with pytest.raises(UsageError, match=r"there are .*vasteras"):
        resources.bundled_project(name)


@pytest.mark.parametrize("name", ["", "../pyproject.toml", "LICENSE", "questions"])
def test_a_file_the_ontology_has_not_is_an_error_that_lists_those_it_has(name):
    with pytest.raises(UsageError, match=r"it has samverkansgraf\.ttl, schemes\.ttl, shapes\.ttl"):
        resources.ontology_file(name)


def test_a_package_without_its_ontology_asks_to_be_installed_again(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "lib" / "samverkansgraf")
    with pytest.raises(SamverkansgrafError, match="install the package again"):
        resources.questions_folder()
