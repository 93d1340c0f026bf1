"""The processes that answer queries: ended when over their time, and begun anew."""

from __future__ import annotations

import json
import logging
import queue
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from samverkansgraf.errors import QueryError, SamverkansgrafError, StoreError
from samverkansgraf.graph.answering import write_snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.graph import KnowledgeGraph

_log = logging.getLogger(__name__)

#: Seconds that a process may take to open the graph, and that it is given to end itself.
_TO_OPEN: Final = 600.0
_GRACE: Final = 1.0


class TooSlowError(QueryError):
    """A query took more time than it may."""


class BusyError(SamverkansgrafError):
    """Every process is at work, and none became free in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The kind of a result (``rows``, ``boolean``, ``triples``), its format and its bytes."""

    kind: str
    form: str
    data: bytes


class _EndedError(Exception):
    """The process ended before it answered."""


class _Worker:
    def __init__(self, snapshot: Path) -> None:
        command = [sys.executable, "-m", "samverkansgraf.server.worker", str(snapshot)]
        # In a session of its own it is not stopped by Ctrl-C; it ends when its standard input does.
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        try:
            self._read(_TO_OPEN)
        except _EndedError:
            self.end()
            raise StoreError(
                "the process that answers queries could not open the graph; is there memory?"
            ) from None

    def ask(self, request: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Return the answer's head and bytes."""
        line = json.dumps({**request, "seconds": seconds}).encode() + b"\n"
        try:
            assert self.process.stdin is not None  # noqa: S101 - asked for above
            self.process.stdin.write(line)
            self.process.stdin.flush()
        except OSError:
            raise _EndedError from None
        return self._read(seconds + _GRACE)

    def _read(self, seconds: float) -> tuple[dict[str, Any], bytes]:
        assert self.process.stdout is not None  # noqa: S101 - asked for above
        timer = threading.Timer(seconds, self.process.kill)
        timer.daemon = True
        timer.start()
        try:
            line = self.process.stdout.readline()
            if not line:
                raise _EndedError
            about = json.loads(line)
            data = self.process.stdout.read(about["length"])
            if len(data) < about["length"]:
                raise _EndedError
        finally:
            timer.cancel()
        return about, data

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was not sent no longer matters


class Workers:
    """
    Some processes that hold one graph and answer queries within bounds.

    Parameters
    ----------
    graph
        Answered from as it is now.
    seconds
        That a query may take.
    most_bytes
        That a result may have.
    count
        Queries that are answered at the same time.
    """

    def __init__(
        self, graph: KnowledgeGraph, *, seconds: float = 30, most_bytes: int = 64 << 20, count: int = 2
    ) -> None:
        self.seconds, self.most_bytes = seconds, most_bytes
        self._folder = tempfile.TemporaryDirectory(prefix="samverkansgraf-")
        self._snapshot = write_snapshot(graph, Path(self._folder.name))
        self._free: queue.Queue[_Worker | None] = queue.Queue()
        self._all: set[_Worker] = set()
        self._lock, self._closed = threading.Lock(), False
        for _ in range(count):
            self._free.put(None)  # begun when first needed
        self._free.get()
        self._free.put(self._begin())

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End every process."""
        self.close()

    def close(self) -> None:
        """End every process."""
        with self._lock:
            self._closed = True
            ended, self._all = self._all, set()
        for worker in ended:
            worker.end()
        self._folder.cleanup()

    def answer(self, query: str, forms: Mapping[str, str]) -> Answer:
        """
        Answer one query.

        Parameters
        ----------
        query
            SPARQL.
        forms
            Kind of result -> format, as :func:`samverkansgraf.graph.answering.answered` takes them.

        Raises
        ------
        QueryError
            The query cannot be run, or its result is too large.
        TooSlowError
            It took more time than it may.
        BusyError
            Every process is at work.
        """
        try:
            worker = self._free.get(timeout=self.seconds)
        except queue.Empty:
            raise BusyError("all queries that may run at once are running; try again in a while") from None
        kept: _Worker | None = None
        began = time.monotonic()
        try:
            if worker is None:
                worker = self._begin()
                began = time.monotonic()
            request = {"query": query, "forms": dict(forms), "most_bytes": self.most_bytes}
            about, data = worker.ask(request, self.seconds)
            kept = worker
        except _EndedError:
            if time.monotonic() - began >= self.seconds:
                raise TooSlowError(f"the query took more than {self.seconds:g} s; narrow it") from None
            raise QueryError("the query needs more memory than it may take; narrow it") from None
        finally:
            if kept is None and worker is not None:
                self._drop(worker)
            self._free.put(kept)
        if "error" in about:
            raise QueryError(about["error"])
        return Answer(about["kind"], about["form"], data)

    def _begin(self) -> _Worker:
        worker = _Worker(self._snapshot)
        with self._lock:
            self._all.add(worker)
            closed = self._closed
        if closed:
            worker.end()
        return worker

    def _drop(self, worker: _Worker) -> None:
        _log.info("ended the process %d", worker.process.pid)
        with self._lock:
            self._all.discard(worker)
        worker.end()
