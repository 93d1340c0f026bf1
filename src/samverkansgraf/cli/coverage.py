"""``coverage``: the cells of what is studied."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from samverkansgraf.cli import coverage_need
from samverkansgraf.cli.results import as_rdf, deliver, result_options, store_option
from samverkansgraf.cli.shared import as_of_option, day, language_of, open_from, say
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TABLES = ("dependence", "overlaps", "older_than")


@click.command(epilog="Example: samverkansgraf coverage --by theme,period --periods 2012/2014,2015/2017")
@click.option(
    "--by",
    default="district,theme",
    show_default=True,
    metavar="DIMENSIONS",
    help="Of district, theme, sector, target_group, period; with commas between.",
)
@click.option("--at", metavar="DATE", help="As of an EDTF date, or 'ever'; the day of --as-of unless given. "
              "With period: the years of which the periods are.")  # fmt: skip
@click.option(
    "--periods",
    metavar="PERIODS",
    help="Of the dimension period, as 2012/2014,2015/2017; years unless given.",
)
@click.option("--levels", type=click.Choice(["finest", "all"]), default="finest", show_default=True,
              help="all: also the places that contain the districts, as n of N.")  # fmt: skip
@click.option(
    "--division",
    metavar="KIND",
    help="Cells of this kind of place, as municipality; what lies within counts.",
)
@click.option(
    "--older-than", type=int, metavar="YEARS", help="Only cells whose newest source is, or may be, older."
)
@click.option(
    "--dependence", is_flag=True, help="Which cells rest on one actor, funder, source or initiative."
)
@click.option(
    "--overlaps", is_flag=True, help="Initiatives with place, theme and target group in common and no actor."
)
@coverage_need.need_options
@as_of_option
@store_option
@result_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    by: str,
    at: str | None,
    periods: str | None,
    division: str | None,
    as_of: object,
    store: bool,
    form: str | None,
    output: Path | None,
    **choices: Any,
) -> None:
    """Show each cell as covered, none_found, indirect or not_searched, and what makes it so."""
    from samverkansgraf.cli import coverage_tables as shown
    from samverkansgraf.coverage import tally

    of_need = coverage_need.wanted_table(choices)
    table = _table(choices, of_need=of_need)
    city = open_from(ctx)
    dimensions, today = _parts(by), day(as_of)
    asked = shown.Asked(
        by=dimensions,
        at=at or (None if "period" in dimensions else today.isoformat()),
        periods=_parts(periods or ""),
        division=division,
        language=language_of(ctx, city),
        levels=choices["levels"],
        as_of=today,
    )
    about = shown.about(city, asked, (of_need or table or "coverage").replace("_", " "))
    how: dict[str, Any] = {"at": asked.at, "division": division, "language": asked.language}
    if of_need is not None:
        frame, words = coverage_need.need_table(city, of_need, choices, asked)
        kept = as_rdf(ctx, city, frame, table=of_need, choices=coverage_need.choices_of(choices), **how)
        deliver(frame, form, output, lambda: about, kept, store=store, short=coverage_need.in_short)
    elif table is not None:
        frame, words = shown.TABLES[table](city, asked, int(choices[table]))
        told = shown.choices_of(table, asked, int(choices[table]))
        kept = as_rdf(ctx, city, frame, table=table.replace("_", "-"), choices=told, **how)
        deliver(frame, form, output, lambda: about, kept, store=store)
    else:
        cells = shown.cells_asked(city, asked)
        if not store and _is_csv(form, output):
            whole = shown.cells_streamed(cells, output)
        else:
            frame = cells.table()
            whole = tally(frame)
            deliver(frame, form, output, lambda: about, as_rdf(ctx, city, frame, **how), store=store)
        words = shown.cells_in_words(city, asked, cells, whole)
    for sentence in words:
        say(sentence)


def _table(choices: Mapping[str, Any], *, of_need: str | None) -> str | None:
    """Return which table is asked for in the place of the cells."""
    wanted = [name for name in _TABLES if choices[name] is not None and choices[name] is not False]
    options = [f"--{name.replace('_', '-')}" for name in wanted]
    if of_need is not None:
        options.append("--need" if choices["need"] else "--table")
    if len(options) > 1:
        raise UsageError(f"coverage: {' and '.join(options)} are tables of their own; ask for one at a time")
    if options and choices["levels"] == "all":
        raise UsageError(f"coverage: {options[0]} and --levels all do not go together; leave one out")
    return wanted[0] if wanted else None


def _is_csv(form: str | None, output: Path | None) -> bool:
    if form is not None:
        return form == "csv"
    return not sys.stdout.isatty() if output is None else output.suffix.lower() == ".csv"


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
