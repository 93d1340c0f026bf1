"""``serve`` says where it listens, ends when told to, and says in one line why it cannot begin."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from tests.tables.project_files import written

from samverkansgraf.cli import main

COMMAND = [sys.executable, "-c", "from samverkansgraf.cli import main; main()"]
QUERY = "sparql?query=ASK%20%7B%20%3Fa%20a%20sg%3AInitiative%20%7D&format=csv"


@pytest.fixture
def project(tmp_path):
    return str(written(tmp_path / "p"))


def refusal(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_end_and_leaves_no_litter(project, tmp_path, told):
    litter = tmp_path / "tmp"
    litter.mkdir()
    environment = os.environ | {"TMPDIR": str(litter)}
    arguments = [*COMMAND, "-g", project, "serve", "--port", "0"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=environment) as process:
        address = process.stderr.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address + QUERY, timeout=20) as answer:  # noqa: S310 - our own address
            assert answer.read() == b"true"
        assert list(litter.iterdir())
        process.send_signal(told)
        assert (process.wait(20), process.stderr.read()) == (0, "stopped\n")
    assert not list(litter.iterdir())


def test_a_port_in_use_is_said(project, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = refusal(["-g", project, "serve", "--port", port], capsys)
    assert said.startswith(f"Error: 127.0.0.1 port {port} cannot be used (")
    assert said.endswith("name another with --port, or end what uses it\n")


@pytest.mark.parametrize("library", ["uvicorn", "starlette"])
def test_without_the_server_libraries_one_is_told_how_to_get_them(project, capsys, monkeypatch, library):
    for name in [name for name in sys.modules if name.startswith("samverkansgraf.server")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.split(".")[0] == library]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, library, None)
    said = refusal(["-g", project, "serve"], capsys)
    assert said == 'Error: the server is not installed; run: pip install "samverkansgraf[server]"\n'


def test_help_needs_no_server(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--help"])
    assert ended.value.code == 0
    assert "[default: 127.0.0.1]" in capsys.readouterr().out.replace("\n", " ")


def test_import_and_export_go_round(project, tmp_path, capsys):
    trig, tables = str(tmp_path / "byn.trig"), tmp_path / "tables"
    for arguments in (
        ["-g", project, "export", "trig", "-o", trig],
        ["import", "rdf", trig, "-o", str(tables)],
    ):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0, capsys.readouterr().err
    assert sorted(
        Path(line).name for line in capsys.readouterr().err.splitlines() if "tables" in line
    ) == sorted(path.name for path in tables.iterdir())
