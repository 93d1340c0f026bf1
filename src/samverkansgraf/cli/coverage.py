"""``coverage``: the cells of what is studied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samverkansgraf.cli import coverage_need
from samverkansgraf.cli.results import deliver, result_options, store_option
from samverkansgraf.cli.shared import as_of_option, day, language_of, open_from, say
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_TABLES = ("dependence", "overlaps", "ending_within", "older_than")


@click.command(
    epilog="Example: samverkansgraf coverage --by district,theme --at 2021; "
    "samverkansgraf coverage --by theme,period --periods 2012/2014,2015/2017"
)
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
@click.option(
    "--ending-within", type=int, metavar="MONTHS", help="Which agreements end within so many months."
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
    levels: str,
    division: str | None,
    as_of: object,
    store: bool,
    form: str | None,
    output: Path | None,
    **tables: Any,
) -> None:
    """Show each cell as covered, none_found, indirect or not_searched, and what makes it so."""
    from samverkansgraf.cli import coverage_tables as shown

    of_need = coverage_need.wanted_table(tables)
    wanted = [name for name in _TABLES if tables[name] not in (None, False)]
    if of_need is not None:
        wanted.append("need" if tables["need"] else "table")
    if len(wanted) > 1:
        names = " and ".join(f"--{name.replace('_', '-')}" for name in wanted)
        raise UsageError(f"coverage: {names} are tables of their own; ask for one at a time")
    if wanted and store:
        raise UsageError(f"coverage: --store keeps cells; leave out --{wanted[0].replace('_', '-')}")
    city = open_from(ctx)
    dimensions, today = _parts(by), day(as_of)
    asked = shown.Asked(
        by=dimensions,
        at=at or (None if "period" in dimensions else today.isoformat()),
        periods=_parts(periods or ""),
        division=division,
        language=language_of(ctx, city),
        as_of=today,
    )
    if of_need is not None:
        table, words = coverage_need.need_table(city, of_need, tables, asked)
        deliver(table, form, output, lambda: shown.about(city, asked, of_need), short=coverage_need.in_short)
    elif wanted:
        table, words = shown.TABLES[wanted[0]](city, asked, int(tables[wanted[0]] or 0))
        deliver(table, form, output, lambda: shown.about(city, asked, wanted[0].replace("_", " ")))
    else:
        words = shown.show_cells(ctx, city, asked, levels=levels, form=form, output=output, store=store)
    for sentence in words:
        say(sentence)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
