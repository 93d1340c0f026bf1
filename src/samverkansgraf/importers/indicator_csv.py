"""Figures of places as CSV, XLSX or ODS in long form: a row for each value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.importers.indicators import Figure, FileSource, Imported, add_figures
from samverkansgraf.tables.cells import plain_value
from samverkansgraf.tables.columns import Column, Table
from samverkansgraf.tables.reading import SUFFIXES, read_table

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.tables.reading import RawTable


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorColumns:
    """
    Which columns of the file mean what.

    ``district`` (official codes or names) and ``value`` are columns. ``indicator``, ``period`` and ``unit`` name a column,
    or where the file has none of that name, what holds of every row. Columns in ``split`` (as gender)
    become part of the indicator's name, so that their values are kept apart. Without ``unit`` it is the column of that
    name, if there is one.
    """

    district: str = "district"
    value: str = "value"
    indicator: str = "indicator"
    period: str = "period"
    unit: str | None = None
    split: tuple[str, ...] = ()


def import_indicator_csv(
    path: Path,
    folder: Path,
    columns: IndicatorColumns,
    *,
    source: FileSource,
    only_known: bool = False,
) -> Imported:
    """
    Add a table of figures to a project.

    Parameters
    ----------
    path
        A CSV (UTF-8), XLSX or ODS file with a header.
    folder
        The project.
    columns
        What the file's columns are.
    source
        The file as a source.
    only_known
        Leave out places that the project has not.

    Returns
    -------
    imported
        Rows with an empty value are left out; the notes say how many.

    Raises
    ------
    InputError
        The file cannot be read, or cells are faulty; every fault with its row.
    UsageError
        As :func:`~samverkansgraf.importers.indicators.add_figures`.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"{path.name} is no table by its name; save it as {', '.join(SUFFIXES)}")
    known = dict.fromkeys((columns.district, columns.value, *columns.split))
    raw, problems = read_table(
        path, Table("indicators", tuple(Column(name, required=True) for name in known))
    )
    if problems:
        raise InputError(problems)
    period = _constant(raw, columns.period)
    if period is not None and (fault := plain_value(period, "date")[1]) is not None:
        remedy = f"name a column of {', '.join(raw.cells)}, or a date as 2023"
        raise UsageError(f"--period: {period!r} is neither a column nor a date; {remedy}")
    unit = columns.unit or ("unit" if "unit" in raw.cells else None)
    figures, empty = [], 0
    for position, row in enumerate(raw.rows):
        given = {name: cells[position] for name, cells in raw.cells.items()}
        text = given[columns.value]
        if text is None:
            empty += 1
            continue
        value, fault = plain_value(text, "number")
        if fault is not None:
            problems.append(raw.problem(fault[0], row, columns.value, fault[1]))
        for name in (columns.district, columns.indicator, columns.period):
            if name in given and given[name] is None:
                problems.append(raw.problem("the cell is empty", row, name, "it must be filled in"))
        indicator = given.get(columns.indicator, columns.indicator) or ""
        parts = [given[name] or "" for name in columns.split]
        figures.append(
            Figure(
                place=given[columns.district] or "",
                indicator=", ".join(part for part in (indicator, *parts) if part),
                period=given.get(columns.period, columns.period) or "",
                value=float(value) if isinstance(value, float) else 0.0,
                unit=given.get(unit, unit) if unit is not None else None,
                row=row,
            )
        )
    if problems:
        raise InputError(problems)
    notes = [f"{path.name}: {empty} rows without a value are left out"] if empty else []
    return add_figures(figures, path, folder, source, only_known=only_known, notes=notes)


def _constant(raw: RawTable, name: str) -> str | None:
    return None if name in raw.cells else name
