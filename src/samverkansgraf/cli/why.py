"""``why``: the evidence behind what is shown."""

from __future__ import annotations

import click

from samverkansgraf.cli.shared import language_of, open_from, print_frame, table_format
from samverkansgraf.errors import UsageError


@click.command(epilog='Example: samverkansgraf why "Bostads AB Mimer" "Polisen"')
@click.argument("names", nargs=-1, metavar="[NAME [NAME]]")
@click.option("--district", metavar="DISTRICT", help="Of a cell of the coverage.")
@click.option("--theme", metavar="THEME")
@click.option("--sector", metavar="SECTOR")
@click.option("--target-group", metavar="GROUP")
@click.option("--period", metavar="PERIOD", help="Of a cell of a period, as 2012/2014; in the place of --at.")
@click.option("--division", metavar="KIND", help="As of coverage.")
@click.option("--at", metavar="DATE", help="As of an EDTF date; 'ever' for all time.")
@table_format
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    names: tuple[str, ...],
    district: str | None,
    theme: str | None,
    sector: str | None,
    target_group: str | None,
    period: str | None,
    division: str | None,
    at: str | None,
    form: str | None,
) -> None:
    """Show the phrases, sources and standing behind a thing, what two actors share, or a cell."""
    of_a_cell = any((district, theme, sector, target_group, period))
    if bool(names) == of_a_cell:
        raise UsageError(
            "why: name one thing, two actors, or a cell (--district, --theme, --sector, --target-group, --period)"
        )
    city = open_from(ctx)
    if of_a_cell:
        rows = city.why_cell(
            district=district,
            theme=theme,
            sector=sector,
            target_group=target_group,
            period=period,
            at=at,
            division=division,
        )
    else:
        rows = city.why(*names)
    print_frame(city.in_words(rows, language=language_of(ctx, city)), form)
