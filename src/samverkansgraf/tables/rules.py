"""Rules over several rows: cycles, dates in the wrong order, rows that contradict one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.dates import surely_reversed
from samverkansgraf.tables.columns import EVIDENCE_COLUMNS, PRIVATE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.cells import Cell
    from samverkansgraf.tables.resolve import Resolved

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
    if "searches" in tables:
        yield from _searches_of_nothing(tables["searches"])


def _values(cell: Cell) -> list[str]:
    return cell if isinstance(cell, list) else [str(cell)] if cell else []


def _cycles(resolved: Resolved, column: str) -> Iterator[Problem]:
    above: dict[str, set[str]] = {}
    rows: dict[str, int] = {}
    for row, iri, cell in zip(resolved.raw.rows, resolved.iris, resolved.columns[column], strict=True):
        if parents := _values(cell):
            above.setdefault(iri, set()).update(parents)
            rows.setdefault(iri, row)
    reported: set[str] = set()
    for start in above:
        path, seen, frontier = [start], {start}, list(above[start])
        while frontier:
            node = frontier.pop()
            if node == start and start not in reported:
                reported |= seen
                names = " → ".join(_short(iri) for iri in [*path, start]) if len(path) > 1 else _short(start)
                message = f"{names!r} is part of itself" if len(path) == 1 else f"{names!r} goes in a circle"
                yield resolved.raw.problem(message, rows[start], column, "break the circle")
                break
            if node not in seen:
                seen.add(node)
                path.append(node)
                frontier.extend(above.get(node, ()))


def _short(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _reversed(resolved: Resolved, start: str, end: str) -> Iterator[Problem]:
    pairs = zip(resolved.raw.rows, resolved.columns[start], resolved.columns[end], strict=True)
    for row, begins, ends in pairs:
        if begins and ends and surely_reversed(str(begins), str(ends)):
            yield resolved.raw.problem(f"{end} {ends!r} is before {start} {begins!r}", row, end, "correct one of them")


def _contradictions(resolved: Resolved) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for position, iri in enumerate(resolved.iris):
        if iri not in first:
            first[iri] = position
            continue
        for column in resolved.table.columns:
            cells = resolved.columns[column.name]
            typed = column.name in resolved.raw.cells and resolved.raw.cells[column.name][position] is not None
            if column.name not in _MAY_DIFFER and typed and cells[position] != cells[first[iri]]:
                yield resolved.raw.problem(
                    f"differs from row {resolved.raw.rows[first[iri]]} of the same id",
                    resolved.raw.rows[position],
                    column.name,
                    "leave it empty here, or put what sources disagree on in the table facts",
                )


def _searches_of_nothing(resolved: Resolved) -> Iterator[Problem]:
    for position, row in enumerate(resolved.raw.rows):
        if resolved.columns["looked_for"][position]:
            continue
        for column in ("district", "theme"):
            if not resolved.columns[column][position]:
                remedy = "write what was searched, * for all, or fill in looked_for"
                yield resolved.raw.problem("the cell is empty", row, column, remedy)
