"""
The process that answers queries for the service: ``python -m samverkansgraf.server.worker SNAPSHOT``.

A request is a line of JSON on standard input; an answer is a line of JSON and as many bytes as it says.
The process ends itself when a query is over its time, and takes no more memory than it may.
"""

from __future__ import annotations

import json
import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from samverkansgraf.errors import SamverkansgrafError
from samverkansgraf.graph.answering import answered, open_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

#: Memory a query may take beside the graph, in bytes.
MOST_MEMORY: Final = 2 << 30


def serve_queries(snapshot: Path, requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    answer = partial(answered, open_snapshot(snapshot))
    _limit_memory()
    _send(answers, {"ready": True})
    for line in requests:
        request = json.loads(line)
        _end_after(request["seconds"])
        about, data = _answer(answer, request)
        _end_after(0)
        _send(answers, about, data)


def _answer(
    answer: Callable[..., tuple[str, str, bytes]], request: dict[str, Any]
) -> tuple[dict[str, Any], bytes]:
    try:
        kind, form, data = answer(request["query"], request["forms"], most_bytes=request["most_bytes"])
    except SamverkansgrafError as error:
        return {"error": str(error)}, b""
    except MemoryError:
        return {"error": "the query needs more memory than it may take; narrow it"}, b""
    return {"kind": kind, "form": form}, data


def _send(answers: BinaryIO, about: dict[str, Any], data: bytes = b"") -> None:
    answers.write(json.dumps({**about, "length": len(data)}).encode() + b"\n" + data)
    answers.flush()


def _end_after(seconds: float) -> None:
    """Let the system end this process: no signal of Python's own reaches a query that runs."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MOST_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, OSError, ValueError):
        return  # only some systems can say it


if __name__ == "__main__":
    serve_queries(Path(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)
