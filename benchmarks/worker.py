"""
Measure one engine on one city; print a line of JSON for each step as it is done.

Usage: python benchmarks/worker.py ENGINE PROJECT STORE QUADS
"""

from __future__ import annotations

import hashlib
import json
import resource
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from questions import PARTICIPATIONS, PREFIXES, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

ENOUGH_RUNS = 7
ENOUGH_SECONDS = 1.0
MEBIBYTE_IN_KIBIBYTES = 1024

Result = TypeVar("Result")


def main(engine: str, project: Path, store: Path, quads: Path) -> None:
    """Build, load and ask with one engine."""
    # Each worker imports, and so pays for, its own engine only.
    if engine == "samverkansgraf":
        from engines import ours as module

        _once("build", lambda: module.build(project, store))
        _once("frames", lambda: module.frames(store))
        loaded = _once("load", lambda: module.load(store))
    elif engine == "pyoxigraph":
        from engines import bare_pyoxigraph as module

        _once("build", lambda: module.build(quads, store))
        loaded = _once("load", lambda: module.load(store))
        _once("frames", lambda: module.answer(loaded, PREFIXES + PARTICIPATIONS))
    else:
        from engines import bare_rdflib as module

        loaded = _once("build", lambda: module.load(quads))
    for name, text in QUESTIONS.items():
        _asked(name, lambda text=text: module.answer(loaded, PREFIXES + text))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE_IN_KIBIBYTES
    print(json.dumps({"step": "memory", "mebibytes": round(memory)}), flush=True)


def _once(step: str, work: Callable[[], Result]) -> Result:
    begun = time.perf_counter()
    result = work()
    print(json.dumps({"step": step, "seconds": time.perf_counter() - begun}), flush=True)
    return result


def _asked(step: str, ask: Callable[[], list[tuple[str | None, ...]]]) -> None:
    times: list[float] = []
    while not times or (len(times) < ENOUGH_RUNS and sum(times) < ENOUGH_SECONDS):
        begun = time.perf_counter()
        rows = ask()
        times.append(time.perf_counter() - begun)
    digest = hashlib.sha256(repr(sorted(rows)).encode()).hexdigest()
    done = {"step": step, "seconds": statistics.median(times), "rows": len(rows), "answer": digest}
    print(json.dumps(done), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
