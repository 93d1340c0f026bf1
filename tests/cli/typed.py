"""Commands as a person types them: within this process, or each in a process of its own."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from samverkansgraf.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """What a command ended with and what it said, lines ending as they are read as text."""

    returncode: int
    stdout: str
    stderr: str


def process(*args, stdin=None, cwd=None, **environment):
    """Run a command in a process of its own, which reads all libraries anew."""
    return subprocess.run(
        [sys.executable, "-c", "from samverkansgraf.cli import main; main()", *map(str, args)],
        capture_output=True,
        text=True,
        input=stdin,
        cwd=cwd,
        timeout=120,
        check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "LANG": "C.UTF-8", **environment},
    )


def samverkansgraf(*args, stdin="", cwd=None, **environment):
    """
    Run a command as a process would: with its own standard streams, working folder, environment and log.

    It is called as the console script calls it, and ends by the exit code that it gives the system.
    """
    streams = {name: _stream() for name in ("stdout", "stderr")}
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        for name in ("COLUMNS", "LINES", "SAMVERKANSGRAF_GRAPH"):
            patch.delenv(name, raising=False)
        for name, value in environment.items():
            patch.setenv(name, value)
        if cwd is not None:
            patch.chdir(cwd)
        root.handlers[:] = []  # as in a new process, where the command says where its log goes
        try:
            main([str(arg) for arg in args])
            code = 0
        except SystemExit as stop:
            code = stop.code or 0
        finally:
            root.handlers[:] = handlers
            root.setLevel(level)
    return Done(code, *(_said(stream) for stream in streams.values()))


def _stream():
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _said(stream):
    stream.flush()
    text = stream.buffer.getvalue().decode()
    return text.replace("\r\n", "\n").replace("\r", "\n")
