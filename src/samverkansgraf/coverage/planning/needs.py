"""The need of districts: a file, the population, or indicators that the graph has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.districts import DISTRICT
from samverkansgraf.coverage.need import need_positions
from samverkansgraf.coverage.need_figures import chosen_indicators, need_figures
from samverkansgraf.coverage.planning.place_files import amount, found_district, place_table
from samverkansgraf.errors import InputError, UsageError
from samverkansgraf.project import Need
from samverkansgraf.tables.columns import Column, Table
from samverkansgraf.tables.reading import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds

NEED_TABLE: Final = Table("need", (Column("district", required=True), Column("need", required=True)))

#: The name that means how many live in a district.
POPULATION: Final = "population"
_SCHEMA: Final = {"place": pl.String, "need": pl.Float64}


def need_of(
    frames: Frames, bounds: Bounds, names: Sequence[str], *, told: Need | None = None
) -> pl.DataFrame:
    """
    Return ``place, need`` by names.

    Parameters
    ----------
    frames, bounds
        The graph, and the districts studied.
    names
        ``population``, a CSV, XLSX or ODS file with the columns ``district`` and ``need``, or one or more indicators of
        the graph.
    told
        Which indicators mean need where they are low, and which are never used alone.

    Returns
    -------
    need
        How many live there, the numbers of the file, or of indicators the district's position among the others, 0–1, as
        :func:`~samverkansgraf.coverage.need.need_positions` has it: only the order of an indicator's values counts.

    Raises
    ------
    UsageError, InputError
        There is no such thing, it is never used alone, or it says two things of one place.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby", "population": 9000}])
    >>> need_of(Frames.of(places=places), Bounds(districts=("urn:b",)), ["population"]).row(0)
    ('urn:b', 9000.0)
    """
    alone = [name for name in names if name == POPULATION or name.lower().endswith(SUFFIXES)]
    if alone and len(names) > 1:
        raise UsageError(f"plan, need: {alone[0]} stands alone; leave out the other needs, or it")
    if alone and alone[0] == POPULATION:
        return frames.places.select("place", need=pl.col("population").cast(pl.Float64)).drop_nulls()
    if alone:
        return read_need(Path(alone[0]), frames)
    told = told or Need()
    places = DISTRICT.cells(frames, bounds, "sv")["term"].to_list()
    figures = [
        need_figures(frames, places, name, lower=name in told.lower)
        for name in chosen_indicators(names, told)
    ]
    return need_positions(figures, places).select("place", "need").drop_nulls()


def read_need(path: Path, frames: Frames) -> pl.DataFrame:
    """
    Return ``place, need`` of a CSV, XLSX or ODS file with the columns ``district`` and ``need``.

    Raises
    ------
    UsageError, InputError
        There is no such file; it, a name or a number is faulty, or a district stands twice. All of it is said at once.
    """
    raw, problems = place_table(path, NEED_TABLE)
    rows: dict[str, float] = {}
    for place, row in enumerate(raw.rows if not problems else ()):
        district = found_district(raw, frames, place, "district", problems)
        text = raw.cells["need"][place]
        if text is None:
            problems.append(
                raw.problem("the cell is empty", row, "need", "fill it in, or remove the row: need not known")
            )
            continue
        value = amount(raw, text, row, "need", problems)
        if district is not None and district in rows:
            problems.append(
                raw.problem(f"{raw.cells['district'][place]!r} has two needs", row, "district", "keep one")
            )
        elif district is not None and value is not None:
            rows[district] = value
    if problems:
        raise InputError(problems)
    return pl.DataFrame(list(rows.items()), schema=_SCHEMA, orient="row")
