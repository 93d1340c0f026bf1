"""``coverage``: the cells of what is studied."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.results import as_rdf, deliver, result_options, store_option
from samverkansgraf.cli.shared import language_of, open_from, say

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog="Example: samverkansgraf coverage --by district,theme --at 2021")
@click.option(
    "--by",
    default="district,theme",
    show_default=True,
    metavar="DIMENSIONS",
    help="Of district, theme, sector; with commas between.",
)
@click.option("--at", metavar="DATE", help="As of an EDTF date, or 'ever'; today unless given.")
@click.option("--levels", type=click.Choice(["finest", "all"]), default="finest", show_default=True)
@store_option
@result_options
@click.pass_context
def command(
    ctx: click.Context, /, *, by: str, at: str | None, levels: str, store: bool, form: str | None,
    output: Path | None,
) -> None:  # fmt: skip
    """Show each cell as covered, none_found, indirect or not_searched, and what makes it so."""
    from samverkansgraf.coverage import coverage_in_words, finest, unreached

    city = open_from(ctx)
    language = language_of(ctx, city)
    when = at or date.today().isoformat()  # noqa: DTZ011 - the day where the person is
    dimensions = tuple(part.strip() for part in by.split(","))
    whole = city.coverage(dimensions, at=when, levels="all", language=language)
    cells = whole if levels == "all" else finest(whole)
    rdf = as_rdf(ctx, city, cells, at=when, language=language)
    about = {"results": "coverage", "graph": city.settings.name, "by": by, "at": when, "levels": levels}
    deliver(cells, form, output, lambda: about, rdf, store=store)
    beside = unreached(city.frames, city.settings.bounds, at=when)
    for sentence in coverage_in_words(whole, beside, at=when, language=language):
        say(sentence)
