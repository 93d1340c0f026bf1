"""``diff``: compare two states of a graph."""

from __future__ import annotations

import click

from samverkansgraf.cli.releasing import public_option, shown_as_asked
from samverkansgraf.cli.shared import print_frame, table_format


@click.command(epilog="Example: samverkansgraf diff store-2024 data/vasteras")
@click.argument("before", metavar="GRAPH")
@click.argument("after", metavar="GRAPH")
@table_format
@public_option
@click.pass_context
def command(ctx: click.Context, before: str, after: str, form: str | None) -> None:
    """Show the statements that only one of two graphs holds."""
    from samverkansgraf.city import open_city
    from samverkansgraf.graph import changed_quads

    earlier, later = (shown_as_asked(ctx, open_city(path)) for path in (before, after))
    print_frame(changed_quads(earlier.graph.store, later.graph.store), form)
