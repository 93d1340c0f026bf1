"""``export``: write the graph in another format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.releasing import let_through, persons_options
from samverkansgraf.cli.shared import language_of, open_from, output_option, say, write_file

if TYPE_CHECKING:
    from pathlib import Path

_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "tables", "xlsx")
_SHORT = {
    "ttl": "turtle",
    "nq": "nquads",
    "nt": "ntriples",
    "rdf": "rdfxml",
    "xml": "rdfxml",
    "csv": "tables",
}


class _Format(click.Choice[str]):
    """A format by its name, by its file's suffix, or with its hyphen."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        plain = value.lower().replace("-", "")
        return super().convert(_SHORT.get(plain, plain), param, ctx)


@click.command(epilog="Example: samverkansgraf export trig -o vasteras.trig")
@click.argument("form", metavar="FORMAT", type=_Format(_FORMATS))
@output_option("The file, or of tables the new folder.")
@persons_options
@click.pass_context
def command(ctx: click.Context, form: str, output: Path) -> None:
    """
    Write the graph as turtle, trig, nquads, ntriples, jsonld or rdfxml, or as tables or xlsx.

    tables is a project folder of CSV, xlsx one workbook with a sheet for each frame. turtle, ntriples and
    rdfxml have no named graphs and get the union of all.
    """
    from samverkansgraf.export import workbook, write_tables

    city = open_from(ctx)
    if form == "tables":
        write_tables(city.graph, output, before=let_through)
    elif form == "xlsx":
        write_file(output, workbook(city.frames, language=language_of(ctx, city)))
    else:
        write_file(output, city.serialized(form))
    say(str(output))
