"""What ``coverage`` shows: the cells, or a table of what is fragile, doubled, old or about to end, with its words."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.cli.results import as_rdf, deliver

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    import click
    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.project import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What cells are asked of, as of when, and of which day ages are counted."""

    by: tuple[str, ...]
    at: str | None
    periods: tuple[str, ...]
    division: str | None
    language: Language
    as_of: date


def show_cells(
    ctx: click.Context,
    city: City,
    asked: Asked,
    *,
    levels: str,
    form: str | None,
    output: Path | None,
    store: bool,
) -> list[str]:
    """Print, write or keep the cells, CSV on standard output part by part, and return what they say as a whole."""
    from samverkansgraf.coverage import coverage_in_words, tally, unreached, write_coverage

    cells = city.cells(
        asked.by,
        at=asked.at,
        levels="all" if levels == "all" else "finest",
        language=asked.language,
        division=asked.division,
        periods=asked.periods,
    )
    plain = form == "csv" or (form is None and not sys.stdout.isatty())
    if plain and output is None and not store:
        sys.stdout.flush()
        whole = write_coverage(sys.stdout.buffer, cells)
        sys.stdout.buffer.flush()
    else:
        import polars as pl

        table = pl.concat(list(cells.parts()))
        how = {"at": asked.at, "language": asked.language}
        told = about(city, asked, "coverage") | {"levels": levels}
        deliver(table, form, output, lambda: told, as_rdf(ctx, city, table, **how), store=store)
        whole = tally(table)
    if levels != "all":
        whole = whole.with_unnamed(districts=cells.unnamed, cells=cells.unnamed_cells())
    beside = None
    if "district" in asked.by and "period" not in asked.by:
        beside = unreached(city.frames, city.settings.bounds, at=asked.at)
    return coverage_in_words(whole, beside, at=asked.at, language=asked.language)


def about(city: City, asked: Asked, what: str) -> dict[str, str]:
    """Return what a workbook tells of a table."""
    told = {"by": ",".join(asked.by), "at": asked.at or "ever", "periods": ",".join(asked.periods)}
    told |= {"division": asked.division or "", "as of": asked.as_of.isoformat()}
    return {
        "results": what,
        "graph": city.settings.name,
        **{name: text for name, text in told.items() if text},
    }


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


def ending_table(city: City, asked: Asked, months: int) -> tuple[pl.DataFrame, list[str]]:
    """Return the agreements that end within some months, with words."""
    from samverkansgraf.coverage import agreements_ending, ending_in_words

    table = agreements_ending(city.frames, as_of=asked.as_of, months=months)
    words = ending_in_words(table, city.frames, months=months, as_of=asked.as_of, language=asked.language)
    return table.drop("agreement"), words


#: By option: what makes its table and its words of the option's number.
TABLES: Final[dict[str, Callable[[City, Asked, int], tuple[pl.DataFrame, list[str]]]]] = {
    "dependence": dependence_table,
    "overlaps": overlaps_table,
    "ending_within": ending_table,
    "older_than": older_table,
}
