"""Which districts serve one another: those named as near, or within a distance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.planning.place_files import amount, found_district, place_table
from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.tables.columns import Column, Table

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.coverage.planning.lattice import Lattice
    from samverkansgraf.frames import Frames

NEAR_TABLE: Final = Table(
    "near", (Column("district", required=True), Column("near", required=True), Column("distance"))
)


def neighbours(lattice: Lattice, near: pl.DataFrame | None) -> dict[int, tuple[int, ...]]:
    """
    Return for each district's place those that what is started in it serves too.

    Raises
    ------
    UsageError
        The cells have no districts.
    """
    if near is None:
        return {}
    if "district" not in lattice.names:
        raise UsageError("plan: nearness is of districts; add district to --by, or leave it out")
    place = {term: number for number, term in enumerate(lattice.terms["district"])}
    found: dict[int, set[int]] = {}
    for one, other in near.select("place", "near").drop_nulls().iter_rows():
        if one in place and other in place and one != other:
            found.setdefault(place[one], set()).add(place[other])
            found.setdefault(place[other], set()).add(place[one])
    return {one: tuple(sorted(others)) for one, others in sorted(found.items())}


def read_near(path: Path, frames: Frames, *, within: float | None = None) -> pl.DataFrame:
    """
    Return ``place, near`` of a CSV, XLSX or ODS file with the columns ``district``, ``near`` and ``distance``.

    Parameters
    ----------
    path
        A row for two districts that serve one another.
    frames
        The graph that the names are found in.
    within
        Keep rows whose distance is at most this, in the file's own unit. Without it every row counts.

    Raises
    ------
    UsageError, InputError
        There is no such file; it, a name or a distance is faulty. All of it is said at once.
    """
    raw, problems = place_table(path, NEAR_TABLE)
    rows = []
    for place, row in enumerate(raw.rows if not problems else ()):
        one = found_district(raw, frames, place, "district", problems)
        other = found_district(raw, frames, place, "near", problems)
        distance = raw.cells.get("distance", [None] * len(raw.rows))[place]
        if within is None:
            rows.append((one, other))
            continue
        if distance is None:
            problems.append(
                raw.problem("the cell is empty", row, "distance", "fill it in, or leave out --within")
            )
            continue
        value = amount(raw, distance, row, "distance", problems)
        if value is not None and value <= within:
            rows.append((one, other))
    if problems:
        raise InputError(problems)
    return pl.DataFrame(rows, schema={"place": pl.String, "near": pl.String}, orient="row")
