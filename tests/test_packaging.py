"""The wheel works where there is no repository; the foundation files agree with each other."""

import ast
import csv
import io
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def _run(*command, cwd):
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "SAMVERKANSGRAF", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from the source archive, so that both must be whole."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """A fresh environment with the wheel; libraries are borrowed from the one that runs the tests."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / SCRIPTS / "python"
    uv = Path(sysconfig.get_path("scripts")) / "uv"
    _run(uv, "pip", "install", "--offline", "--no-index", "--no-deps", "--python", python, wheel, cwd=folder)
    site = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    Path(site, "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder


def test_the_wheel_holds_the_ontology_the_data_the_types_and_the_licences(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "py.typed",
        "_bundled/ontology/samverkansgraf.ttl",
        "_bundled/ontology/shapes.ttl",
        "_bundled/data/vasteras/samverkansgraf.toml",
        "_bundled/data/southern-women/samverkansgraf.toml",
    ):
        assert f"samverkansgraf/{name}" in names
    licences = {name.split("/licenses/")[1] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "ontology/LICENSE", "data/LICENSE"}


def test_every_file_of_the_ontology_and_the_data_is_in_the_wheel(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    there = {
        f"samverkansgraf/_bundled/{path.relative_to(ROOT).as_posix()}"
        for folder in ("ontology", "data")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert there - names == set()


def test_outside_the_repository_the_package_read_is_the_installed_one(elsewhere, tmp_path):
    python = elsewhere / SCRIPTS / "python"
    code = "from samverkansgraf.resources import bundled_project; print(bundled_project())"
    assert Path(_run(python, "-c", code, cwd=tmp_path).strip()).is_relative_to(elsewhere)


def test_outside_the_repository_help_is_printed(elsewhere, tmp_path):
    printed = _run(elsewhere / SCRIPTS / "samverkansgraf", "--help", cwd=tmp_path)
    for command in ("query", "report", "run"):
        assert re.search(rf"^\s+{command}\b", printed, re.MULTILINE)


def test_outside_the_repository_a_query_is_answered_from_the_bundled_project(elsewhere, tmp_path):
    text = "SELECT ?label WHERE { ?initiative a sg:Initiative ; skos:prefLabel ?label }"
    printed = _run(elsewhere / SCRIPTS / "samverkansgraf", "query", text, "--format", "csv", cwd=tmp_path)
    labels = [row["label"] for row in csv.DictReader(io.StringIO(printed))]
    assert "På lika villkor" in labels


def _imported(folder):
    trees = (ast.parse(path.read_text("utf-8")) for path in sorted(folder.rglob("*.py")))
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.partition(".")[0]


def test_what_is_imported_is_required_and_what_is_required_is_imported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = set().union(*map(_required, project["optional-dependencies"].values()))
    known = packages_distributions()
    outside = set(_imported(ROOT / "src")) - sys.stdlib_module_names - {"samverkansgraf"}
    imported = {known.get(name, [name])[0].lower() for name in outside}
    assert imported - extras == _required(project["dependencies"])


def _locked(name):
    pins = re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    return {package: {version for other, version in pins if other == package} for package, _ in pins}


def _required(requirements):
    return {re.match(r"[A-Za-z0-9._-]+", text)[0] for text in requirements if isinstance(text, str)}


def test_the_locks_hold_every_requirement():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    runtime = _required(project["project"]["dependencies"]) | _required(groups["build"])
    extras = set().union(*map(_required, project["project"]["optional-dependencies"].values()))
    assert runtime <= set(_locked("requirements.lock"))
    assert runtime | extras | _required(groups["dev"]) <= set(_locked("requirements-dev.lock"))


def test_the_locks_agree():
    runtime, everything = _locked("requirements.lock"), _locked("requirements-dev.lock")
    assert {name: everything.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_registry_and_no_path(name):
    assert not re.search(
        r"https?://|file:|--(extra-)?index|--find-links|^/", (ROOT / name).read_text("utf-8"), re.MULTILINE
    )


def test_the_version_is_the_same_everywhere():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_no_file_holds_both_sides_of_a_merge():
    texts = {
        ".md",
        ".py",
        ".toml",
        ".csv",
        ".ttl",
        ".rq",
        ".js",
        ".css",
        ".R",
        ".cff",
        ".j2",
        ".jinja",
        ".ipynb",
    }
    folders = ("src", "tests", "docs", "data", "ontology", "benchmarks")
    files = [*ROOT.glob("*"), *(path for folder in folders for path in (ROOT / folder).rglob("*"))]
    marked = re.compile(r"^(<{7} |>{7} |={7}$)", re.MULTILINE)
    found = [
        str(path.relative_to(ROOT))
        for path in files
        if path.is_file() and path.suffix in texts and marked.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
