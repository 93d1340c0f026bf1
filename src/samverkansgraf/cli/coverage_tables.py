"""What ``coverage`` shows: the cells, or a table of what is fragile, doubled or old, with its words."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from samverkansgraf.cli.shared import say, written_beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.coverage import Cells, Tally
    from samverkansgraf.project import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What cells are asked of, as of when, and of which day ages are counted."""

    by: tuple[str, ...]
    at: str | None
    periods: tuple[str, ...]
    division: str | None
    language: Language
    levels: Literal["finest", "all"]
    as_of: date


def cells_streamed(cells: Cells, output: Path | None) -> Tally:
    """Write cells as CSV to a file or to standard output part by part, and return what they are as a whole."""
    from samverkansgraf.coverage import write_coverage

    if output is None:
        sys.stdout.flush()
        whole = write_coverage(sys.stdout.buffer, cells)
        sys.stdout.buffer.flush()
        return whole
    with written_beside(output) as beside, beside.open("wb") as file:
        whole = write_coverage(file, cells)
    say(str(output))
    return whole


def cells_asked(city: City, asked: Asked) -> Cells:
    """Return the cells that are asked for, to be had part by part."""
    return city.cells(
        asked.by,
        at=asked.at,
        levels=asked.levels,
        language=asked.language,
        division=asked.division,
        periods=asked.periods,
    )


def cells_in_words(city: City, asked: Asked, cells: Cells, whole: Tally) -> list[str]:
    """Return what the cells say as a whole, the districts nobody named and what fits no cell with them."""
    from samverkansgraf.coverage import coverage_in_words, unreached

    if asked.levels != "all":
        whole = whole.with_unnamed(districts=cells.unnamed, cells=cells.unnamed_cells())
    beside = None
    if "district" in asked.by and "period" not in asked.by:
        beside = unreached(city.frames, city.settings.bounds, at=asked.at)
    return coverage_in_words(whole, beside, at=asked.at, language=asked.language)


def about(city: City, asked: Asked, what: str) -> dict[str, str]:
    """Return what a workbook tells of a table."""
    told = {"by": ",".join(asked.by), "at": asked.at or "ever", "periods": ",".join(asked.periods)}
    told |= {"levels": asked.levels, "division": asked.division or "", "as of": asked.as_of.isoformat()}
    return {
        "results": what,
        "graph": city.settings.name,
        **{name: text for name, text in told.items() if text},
    }


def choices_of(table: str, asked: Asked, number: int) -> dict[str, str]:
    """Return what a table was computed with that does not stand in it."""
    return {"years": str(number), "as of": asked.as_of.isoformat()} if table == "older_than" else {}


def dependence_table(city: City, asked: Asked, _: int) -> tuple[pl.DataFrame, list[str]]:
    """Return the cells that rest on one, with words."""
    from samverkansgraf.coverage import dependence_in_words, tally

    cells = city.coverage(
        asked.by, at=asked.at, language=asked.language, division=asked.division, periods=asked.periods
    )
    table = city.dependence(
        asked.by, at=asked.at, language=asked.language, division=asked.division, periods=asked.periods
    )
    return table, dependence_in_words(table, tally(cells), by=asked.by, at=asked.at, language=asked.language)


def overlaps_table(city: City, asked: Asked, _: int) -> tuple[pl.DataFrame, list[str]]:
    """Return the pairs that a question is asked of, with words."""
    from samverkansgraf.coverage import overlaps_in_words

    table = city.overlaps(at=asked.at, language=asked.language, division=asked.division)
    return table, overlaps_in_words(table, city.frames, language=asked.language)


def older_table(city: City, asked: Asked, years: int) -> tuple[pl.DataFrame, list[str]]:
    """Return the cells that rest on old sources, or on undated ones, with words."""
    from samverkansgraf.coverage import older_in_words, with_older

    cells = city.coverage(
        asked.by, at=asked.at, language=asked.language, division=asked.division, periods=asked.periods
    )
    table = with_older(cells, years=years, as_of=asked.as_of)
    words = older_in_words(table, years=years, as_of=asked.as_of, language=asked.language)
    return table.filter(table["older"].is_in(["yes", "perhaps", "undated"])), words


#: By option: what makes its table and its words of the option's number.
TABLES: Final[dict[str, Callable[[City, Asked, int], tuple[pl.DataFrame, list[str]]]]] = {
    "dependence": dependence_table,
    "overlaps": overlaps_table,
    "older_than": older_table,
}
