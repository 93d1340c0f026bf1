"""``export``: write the graph in another format."""

from __future__ import annotations

from pathlib import Path

import click

from samverkansgraf.cli.shared import open_from, say, write_file

_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "tables", "xlsx")


@click.command(epilog="Example: samverkansgraf export trig -o vasteras.trig")
@click.argument("form", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.pass_context
def command(ctx: click.Context, form: str, output: Path) -> None:
    """
    Write the graph as turtle, trig, nquads, ntriples, jsonld or rdfxml, or as tables.

    tables writes a project folder of CSV, xlsx one workbook with a sheet for each frame. Formats without
    named graphs get the union of all.
    """
    from samverkansgraf.export import workbook, write_tables

    city = open_from(ctx)
    if form == "tables":
        write_tables(city.graph, output)
    elif form == "xlsx":
        write_file(output, workbook(city.frames))
    else:
        write_file(output, city.serialized(form))
    say(str(output))
