"""A third language is a folder of translations, and nothing else."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MARK = "¤"


@pytest.fixture(scope="module")
def translated(tmp_path_factory):
    """Return a copy of the source with Finnish texts: the English ones, each with a mark."""
    folder = tmp_path_factory.mktemp("translated")
    package = folder / "src" / "samverkansgraf"
    shutil.copytree(ROOT / "src" / "samverkansgraf", package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("ontology", "data"):
        shutil.copytree(ROOT / name, folder / name)
    for english in (package / "texts" / "en").glob("*.po"):
        head, texts = english.read_text(encoding="utf-8").split("\n\n", 1)
        marked = re.sub(r'^(msgstr(?:\[\d\])?) "', rf'\1 "{MARK}', texts, flags=re.MULTILINE)
        finnish = package / "texts" / "fi" / english.name
        finnish.parent.mkdir(exist_ok=True)
        finnish.write_text(f"{head}\n\n{marked}".replace("Language: en", "Language: fi"), encoding="utf-8")
    return folder


def _run(folder, *arguments):
    code = "from samverkansgraf.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(folder / "src")},
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def _headings(text):
    return [line for line in text.splitlines() if line.startswith("#")]


def test_a_report_is_written_in_it_with_the_headings_of_the_language_it_was_translated_from(translated):
    told = {}
    for language in ("fi", "en"):
        file = translated / f"{language}.md"
        run = _run(
            translated, "-g", "data/southern-women", "--lang", language,
            "report", "-o", file, "--as-of", "2026-11-24",
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        told[language] = file.read_text(encoding="utf-8")
    headings = _headings(told["fi"])
    assert [heading.replace(MARK, "") for heading in headings] == _headings(told["en"])
    assert all(MARK in heading for heading in headings if heading.startswith("## "))
    assert told["fi"].count(MARK) > 200


def test_a_measure_is_explained_in_it(translated):
    run = _run(translated, "--lang", "fi", "network", "--explain", "betweenness")
    assert run.returncode == 0, run.stderr
    assert run.stdout.count(MARK) > 10


def test_a_project_may_be_in_it_and_an_unknown_one_is_refused_with_those_there_are(translated):
    made = _run(translated, "new", "data/turku", "--language", "fi")
    assert made.returncode == 0, made.stderr
    settings = translated / "data" / "turku" / "samverkansgraf.toml"
    assert _run(translated, "-g", "data/turku", "check").returncode == 0
    settings.write_text(settings.read_text(encoding="utf-8").replace('"fi"', '"no"'), encoding="utf-8")
    refused = _run(translated, "-g", "data/turku", "check")
    assert refused.returncode == 2
    assert "'no' is not known" in refused.stderr
    assert "write 'en' or 'fi' or 'sv'" in refused.stderr
    assert "'en', 'fi', 'sv'" in _run(translated, "--lang", "no", "check").stderr
