"""
Measure samverkansgraf beside bare pyoxigraph and rdflib, and print ratios with the bounds we hold.

Every engine and size runs in a process of its own, one after the other, on the same quads. A step that takes
longer than --patience ends its process: it is shown as "> N s", and what would have followed as "–".
"""

from __future__ import annotations

import argparse
import json
import selectors
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from generate import write_project
from questions import QUESTIONS

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / ".bench"
SIZES = (20_000, 200_000)
ENGINES = ("samverkansgraf", "pyoxigraph", "rdflib")
STARTS = 9
HELP_BOUND = 2.0
CITY_BUILD_BOUND = 2.0

Steps = dict[str, dict[str, float | str]]


class Bound(NamedTuple):
    """The least or the greatest ratio of ours to a peer that we hold; in the end, what we strive for."""

    over_pyoxigraph: float | None = None
    rdflib_over: float | None = None
    in_the_end: str = ""


BOUNDS = {
    "build": Bound(over_pyoxigraph=3.0, rdflib_over=5.0, in_the_end="in the end ≤ 1.5"),
    "frames": Bound(over_pyoxigraph=0.1),
    **dict.fromkeys(QUESTIONS, Bound(over_pyoxigraph=1.2)),
}


def main() -> int:
    """Run what the command line asks for; return 1 where engines answer differently."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--sizes", default=",".join(map(str, SIZES)), help="participations, separated by commas"
    )
    parser.add_argument("--engines", default=",".join(ENGINES), help="which engines, separated by commas")
    parser.add_argument("--patience", type=float, default=300.0, help="seconds a step may take (default 300)")
    given = parser.parse_args()
    engines = [engine for engine in ENGINES if engine in given.engines.split(",") or engine == ENGINES[0]]
    print(_start_lines())
    print(_city_line(given.patience))
    differing = []
    for size in map(int, given.sizes.split(",")):
        measured = _measured(size, engines, given.patience)
        print(f"\n{size:,} participations\n\n{_table(measured, given.patience)}", flush=True)
        differing += [f"{size:,}: {step}" for step in _differing(measured)]
    for step in differing:
        print(f"Error: the engines answer differently at {step}", file=sys.stderr)
    return 1 if differing else 0


def _measured(size: int, engines: list[str], patience: float) -> dict[str, Steps]:
    project, work = FOLDER / f"project-{size}", FOLDER / f"stores-{size}"
    if not project.is_dir():
        write_project(unfinished := project.with_suffix(".unfinished"), size)
        unfinished.rename(project)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    measured = {}
    quads = work / "not-built-yet"
    for engine in engines:
        measured[engine] = _worker(engine, project, work / engine, quads, patience)
        if "build" not in measured[ENGINES[0]]:
            break  # without our quads there is nothing to feed the others
        (quads,) = (work / ENGINES[0]).glob("builds/*/graph.nq")
    shutil.rmtree(work)
    return measured


def _worker(engine: str, project: Path, store: Path, quads: Path, patience: float) -> Steps:
    """Return what a worker printed before it ended, or before a step outlasted our patience."""
    command = [sys.executable, str(HERE / "worker.py"), engine, str(project), str(store), str(quads)]
    steps: Steps = {}
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as process,
        selectors.DefaultSelector() as ready,
    ):
        output = process.stdout
        if output is None:
            raise RuntimeError("the worker has no output")
        ready.register(output, selectors.EVENT_READ)
        while ready.select(timeout=patience):
            line = output.readline()
            if not line:
                break
            step = json.loads(line)
            steps[step.pop("step")] = step
        else:
            process.kill()
            steps["gave up"] = {"seconds": patience}
    if process.returncode and "gave up" not in steps:
        raise RuntimeError(f"{engine} ended with status {process.returncode}")
    return steps


def _table(measured: dict[str, Steps], patience: float) -> str:
    header = ("step", *(f"{engine}" for engine in ENGINES), "ours ÷ pyoxigraph", "rdflib ÷ ours", "bound")
    rows = [header, tuple("---" for _ in header)]
    rows += [_row(step, measured, patience) for step in ("build", "load", "frames", *QUESTIONS)]
    memory = [_cell(measured, engine, "memory", patience) for engine in ENGINES]
    rows.append(("peak memory", *memory, "", "", ""))
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    )


def _row(step: str, measured: dict[str, Steps], patience: float) -> tuple[str, ...]:
    ours, pyoxigraph, rdflib = (_seconds(measured, engine, step) for engine in ENGINES)
    bound = BOUNDS.get(step, Bound())
    over = ours / pyoxigraph if ours and pyoxigraph else None
    under = rdflib / ours if ours and rdflib else None
    said = []
    if bound.over_pyoxigraph is not None and over is not None:
        said.append(f"≤ {bound.over_pyoxigraph:g} × pyoxigraph: {_held(over <= bound.over_pyoxigraph)}")
    if bound.rdflib_over is not None and under is not None:
        said.append(f"rdflib ≥ {bound.rdflib_over:g} ×: {_held(under >= bound.rdflib_over)}")
    if bound.in_the_end:
        said.append(bound.in_the_end)
    times = [_cell(measured, engine, step, patience) for engine in ENGINES]
    return (step, *times, f"{over:.2f}" if over else "", f"{under:.1f}" if under else "", "; ".join(said))


def _held(held: bool) -> str:  # noqa: FBT001 - it is what the word says
    return "held" if held else "BROKEN"


def _seconds(measured: dict[str, Steps], engine: str, step: str) -> float | None:
    seconds = measured.get(engine, {}).get(step, {}).get("seconds")
    return None if seconds is None else float(seconds)


def _cell(measured: dict[str, Steps], engine: str, step: str, patience: float) -> str:
    steps = measured.get(engine, {})
    if step == "memory" and step in steps:
        return f"{steps[step]['mebibytes']} MiB"
    seconds = _seconds(measured, engine, step)
    if seconds is not None:
        return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"
    order = ["build", "load", "frames", *QUESTIONS] if engine != "rdflib" else ["build", *QUESTIONS]
    stopped_at = next((name for name in order if name not in steps), None)
    return f"> {patience:g} s" if "gave up" in steps and step == stopped_at else "–"


def _differing(measured: dict[str, Steps]) -> list[str]:
    answers = {
        step: {steps[step]["answer"] for steps in measured.values() if step in steps} for step in QUESTIONS
    }
    return [step for step, digests in answers.items() if len(digests) > 1]


def _start_lines() -> str:
    """Compare the start of our command with an import of click alone."""
    ours = "import sys; sys.argv = ['samverkansgraf', '--help']; from samverkansgraf.cli import main; main()"
    seconds = {"click": _start("import click"), "--help": _start(ours)}
    ratio = seconds["--help"] / seconds["click"]
    return (
        f"--help: {seconds['--help'] * 1000:.0f} ms, importing click {seconds['click'] * 1000:.0f} ms, "
        f"ratio {ratio:.2f} (bound {HELP_BOUND:g}: {_held(ratio < HELP_BOUND)})"
    )


def _start(code: str) -> float:
    def seconds() -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun

    return statistics.median(seconds() for _ in range(STARTS))


def _city_line(patience: float) -> str:
    """Build the bundled city."""
    work = FOLDER / "stores-vasteras"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    steps = _worker(
        ENGINES[0], HERE.parent / "data" / "vasteras", work / "store", work / "no-quads", patience
    )
    shutil.rmtree(work)
    seconds = float(steps["build"]["seconds"])
    return f"build of Västerås: {seconds:.2f} s (bound {CITY_BUILD_BOUND:g} s: {_held(seconds < CITY_BUILD_BOUND)})"


if __name__ == "__main__":
    sys.exit(main())
