"""The README's commands do what it says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "LANG": "C.UTF-8"}


def consoles():
    """Return each console block as commands with the output shown after them."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        yield [
            tuple(part.split("\n", 1)) if "'\n" not in part else part.rsplit("'\n", 1)
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)
            if part.strip()
        ]


def run(command, cwd):
    args = shlex.split(
        command.split("  #")[0] if "'" not in command else command + ("'" if command.count("'") % 2 else "")
    )
    assert args[0] == "samverkansgraf"
    code = "from samverkansgraf.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *args[1:]],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=ENVIRONMENT,
        check=False,
    )


@pytest.mark.parametrize(
    "block", [b for b in consoles() if b[0][0].startswith("samverkansgraf")], ids=lambda b: b[0][0][:30]
)
def test_the_commands_run_and_give_what_is_shown(block, tmp_path):
    for command, shown in block:
        done = run(command, tmp_path)
        assert done.returncode == 0, done.stderr
        if shown.strip():
            assert done.stdout == shown


def test_the_python_tour_runs(monkeypatch):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT)
    names = {}
    exec(compile(code, "README.md", "exec"), names)  # noqa: S102 - it is what the README asks people to do
    assert names["G"].number_of_nodes() > 0


def test_the_make_targets_it_names_exist():
    targets = set(
        re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = set(re.findall(r"`make ([a-z-]+)`", README)) | set(
        re.findall(r"^\$ make ([a-z-]+)", README, re.MULTILINE)
    )
    assert named
    assert named <= targets


def test_every_file_and_folder_it_names_exists():
    for path in re.findall(r"`((?:data|benchmarks|docs|ontology)/[\w./-]+)`|\]\(([\w./-]+\.png)\)", README):
        assert (ROOT / (path[0] or path[1])).exists(), path
