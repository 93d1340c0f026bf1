"""Rules over several rows: cycles, dates in the wrong order, rows that contradict one another."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Final

from samverkansgraf.dates import surely_reversed
from samverkansgraf.tables.columns import EVIDENCE_COLUMNS, PRIVATE_COLUMNS
from samverkansgraf.tables.figures import wrong_figures
from samverkansgraf.tables.outlines import wrong_outlines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.cells import Cell
    from samverkansgraf.tables.resolved import Resolved

_MAY_DIFFER: Final = {*PRIVATE_COLUMNS, *(column.name for column in EVIDENCE_COLUMNS), "district"}


def broken_rules(tables: Mapping[str, Resolved]) -> Iterator[Problem]:
    """Find what is wrong between rows that each are right."""
    for resolved in tables.values():
        for column in resolved.table.acyclic:
            yield from _cycles(resolved, column)
        for start, end in (("start", "end"), ("from", "to")):
            if start in resolved.columns and end in resolved.columns:
                yield from _reversed(resolved, start, end)
        if resolved.table.repeats:
            yield from _contradictions(resolved)
    if "indicators" in tables:
        yield from wrong_figures(tables["indicators"])
    if "searches" in tables:
        yield from _searches_of_nothing(tables["searches"])
        yield from _searches_before_sources(tables["searches"], tables["sources"])
    if "geometries" in tables:
        yield from wrong_outlines(tables["geometries"])


def _values(cell: Cell) -> list[str]:
    return cell if isinstance(cell, list) else [str(cell)] if cell else []


def _cycles(resolved: Resolved, column: str) -> Iterator[Problem]:
    above: dict[str, set[str]] = {}
    rows: dict[str, int] = {}
    for row, iri, cell in zip(resolved.raw.rows, resolved.iris, resolved.columns[column], strict=True):
        if parents := _values(cell):
            above.setdefault(iri, set()).update(parents)
            rows.setdefault(iri, row)
    while circle := _circle(above):
        start = min(circle, key=lambda iri: rows[iri])
        turned = circle[circle.index(start) :] + circle[: circle.index(start)]
        names = " → ".join(_short(iri) for iri in (*turned, start))
        message = (
            f"{_short(start)!r} is part of itself" if len(circle) == 1 else f"{names!r} goes in a circle"
        )
        yield resolved.raw.problem(message, rows[start], column, "break the circle")
        for iri in circle:
            del above[iri]


def _circle(above: dict[str, set[str]]) -> list[str]:
    """Return the things of one circle, each below the next; empty where there is none."""
    try:
        TopologicalSorter(above).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))[:-1]
    return []


def _short(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _reversed(resolved: Resolved, start: str, end: str) -> Iterator[Problem]:
    pairs = zip(resolved.raw.rows, resolved.columns[start], resolved.columns[end], strict=True)
    for row, begins, ends in pairs:
        if begins and ends and surely_reversed(str(begins), str(ends)):
            yield resolved.raw.problem(
                f"{end} {ends!r} is before {start} {begins!r}", row, end, "correct one of them"
            )


def _contradictions(resolved: Resolved) -> Iterator[Problem]:
    """Find further rows of a thing that give another value than the first row that gives one."""
    raw = resolved.raw
    for column in resolved.table.columns:
        if column.name in _MAY_DIFFER or column.name not in raw.cells:
            continue
        first: dict[str, tuple[int, Cell]] = {}
        cells = zip(
            raw.rows, resolved.iris, raw.cells[column.name], resolved.columns[column.name], strict=True
        )
        for row, iri, text, value in cells:
            if text is None:
                continue
            other, given = first.setdefault(iri, (row, value))
            if value != given:
                remedy = "leave it empty here, or put what sources disagree on in the table facts"
                yield raw.problem(f"differs from row {other} of the same id", row, column.name, remedy)


def _searches_of_nothing(resolved: Resolved) -> Iterator[Problem]:
    for position, row in enumerate(resolved.raw.rows):
        if resolved.columns["looked_for"][position]:
            continue
        for column in ("district", "theme"):
            if not resolved.columns[column][position]:
                remedy = "write what was searched, * for all, or fill in looked_for"
                yield resolved.raw.problem("the cell is empty", row, column, remedy)


def _searches_before_sources(searches: Resolved, sources: Resolved) -> Iterator[Problem]:
    """Find searches of a source that surely was not there yet."""
    dates = dict(zip(sources.iris, sources.columns["date"], strict=True))
    cells = zip(searches.raw.rows, searches.columns["date"], searches.columns["source"], strict=True)
    for row, searched, source in cells:
        issued = dates.get(str(source)) if source else None
        if searched and issued and surely_reversed(str(issued), str(searched)):
            yield searches.raw.problem(
                f"the search of {searched} is before its source {_short(str(source))!r}, which is of {issued}", row, "date",
                "correct the date, or name the source that was searched",
            )  # fmt: skip
