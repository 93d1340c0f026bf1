"""The rows of a 3W table, each read as who does what, where and when; every fault is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.dates import surely_reversed
from samverkansgraf.tables.cells import plain_value
from samverkansgraf.tables.names import find_concept
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.errors import Problem
    from samverkansgraf.importers.hxl_columns import HxlColumns
    from samverkansgraf.importers.hxl_places import Places
    from samverkansgraf.importers.hxl_tags import Tag, TaggedTable
    from samverkansgraf.tables.names import ConceptNames

#: What 3W tables call the statuses, beside the vocabulary's own names; ``None`` says neither.
_STATUSES: Final[dict[str, str | None]] = {
    "in progress": "active", "on-going": "active", "implementation": "active", "implementing": "active",
    "pipeline": "planned", "plan": "planned", "not started": "planned",
    "completed": "ended", "complete": "ended", "done": "ended",
    "suspended": None, "on hold": None, "unknown": None, "n/a": None,
}  # fmt: skip
_OURS: Final = {
    sg("StatusActive"): "active",
    sg("StatusPlanned"): "planned",
    sg("StatusProposed"): "planned",
    sg("StatusEnded"): "ended",
    sg("StatusUnknown"): None,
}


@dataclass(frozen=True, slots=True)
class Org:
    """An organisation as a row has it."""

    name: str
    role: str
    short: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: ``identity`` tells its initiative apart, ``what`` says what it does, ``themes`` are with what each is narrower than."""

    number: int
    orgs: tuple[Org, ...]
    identity: tuple[str, ...]
    what: str
    themes: tuple[tuple[str, str | None], ...]
    place: str | None
    status: str | None
    start: str | None
    end: str | None


def read_rows(
    table: TaggedTable, columns: HxlColumns, places: Places, concepts: ConceptNames
) -> tuple[list[Row], list[Problem]]:
    """
    Read every row.

    Returns
    -------
    The rows, and the problems found: a row without any organisation or without what is done, a date that
    is none, an end before its start, a status that is unknown, a place in two larger ones.
    """
    problems = list(places.problems)
    rows = []
    for number, cells in table.rows:

        def at(tag: Tag | None, cells: tuple[str | None, ...] = cells) -> str | None:
            return None if tag is None else cells[tag.column]

        found = _orgs(columns, cells)
        identity, activity = at(columns.identity), at(columns.activity)
        if not found:
            problems.append(
                table.problem(
                    "no organisation is named", number, columns.orgs[0].name, "fill it in, or remove the row"
                )
            )
        if columns.identity is not None and identity is None:
            problems.append(
                table.problem("the cell is empty", number, columns.identity, "it must be filled in")
            )
        if columns.identity is None and activity is None:
            problems.append(
                table.problem(
                    "nothing is said to be done", number, columns.activity, "fill it in, or remove the row"
                )
            )
        start, end = (
            _date(at(tag), tag, table=table, number=number, problems=problems)
            for tag in (columns.start, columns.end)
        )
        if surely_reversed(start, end):
            message = f"the end {end} is before the start {start}"
            problems.append(table.problem(message, number, columns.end, "correct one of them"))
        sector, subsector = at(columns.sector), at(columns.subsector)
        who = tuple(org.name for org in found)
        rows.append(
            Row(
                number,
                found,
                (identity,) if identity is not None else (*who, sector or "", activity or ""),
                activity or _unnamed(who, sector, identity),
                _themes(sector, subsector),
                places.of(number),
                _status(
                    at(columns.status),
                    columns.status,
                    table=table,
                    number=number,
                    concepts=concepts,
                    problems=problems,
                ),
                start,
                end,
            )
        )
    return rows, problems


def _orgs(columns: HxlColumns, cells: tuple[str | None, ...]) -> tuple[Org, ...]:
    found: dict[tuple[str, str], Org] = {}
    for org in columns.orgs:
        name = cells[org.name.column] or (cells[org.code.column] if org.code else None)
        if name is None:
            continue
        short = cells[org.short.column] if org.short else None
        kind = cells[org.kind.column] if org.kind else None
        found.setdefault((name, org.role), Org(name, org.role, None if short == name else short, kind))
    return tuple(found.values())


def _unnamed(who: tuple[str, ...], sector: str | None, identity: str | None) -> str:
    """Return what an initiative without a name of its own is called."""
    by = ", ".join(dict.fromkeys(who))
    return f"{by}: {sector} ({identity})" if sector else f"{by} ({identity})"


def _themes(sector: str | None, subsector: str | None) -> tuple[tuple[str, str | None], ...]:
    if subsector is not None and subsector != sector:
        return ((subsector, sector),) if sector is None else ((sector, None), (subsector, sector))
    return () if sector is None else ((sector, None),)


def _date(
    text: str | None, tag: Tag | None, *, table: TaggedTable, number: int, problems: list[Problem]
) -> str | None:
    if text is not None and (fault := plain_value(text, "date")[1]) is not None:
        problems.append(table.problem(fault[0], number, tag, fault[1] or "write it as 2015-07-01"))
        return None
    return text


def _status(
    text: str | None,
    tag: Tag | None,
    *,
    table: TaggedTable,
    number: int,
    concepts: ConceptNames,
    problems: list[Problem],
) -> str | None:
    if text is None:
        return None
    word = text.casefold()
    if word in _STATUSES:
        return _STATUSES[word]
    found = find_concept(text, "status", concepts)
    if isinstance(found, str):
        return _OURS.get(found)
    known = "ongoing, planned, completed, suspended"
    problems.append(
        table.problem(f"the status {text!r} is unknown", number, tag, f"write {known}, or nothing")
    )
    return None
