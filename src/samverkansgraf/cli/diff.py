"""``diff``: compare two states of a graph."""

from __future__ import annotations

import click

from samverkansgraf.cli.shared import print_frame, table_format


@click.command(epilog="Example: samverkansgraf diff store-2024 data/vasteras")
@click.argument("before", metavar="GRAPH")
@click.argument("after", metavar="GRAPH")
@table_format
def command(before: str, after: str, form: str | None) -> None:
    """Show the statements that only one of two graphs holds."""
    from samverkansgraf.graph import changed_quads, open_graph

    print_frame(changed_quads(open_graph(before).store, open_graph(after).store), form)
