"""``import``: bring outside data in, as a new project folder or into one that is there."""

from __future__ import annotations

from pathlib import Path

import click

from samverkansgraf.cli.import_places import csv_, geojson, json_stat, kolada
from samverkansgraf.cli.releasing import no_public
from samverkansgraf.cli.shared import output_option, say
from samverkansgraf.texts import LANGUAGES

_FILE = click.argument("file", type=click.Path(path_type=Path))
_PROJECT = output_option("The new project's folder.")


@click.group(
    epilog="Example: samverkansgraf import edges members.csv -o data/orebro --actor Organisation --initiative Nätverk --title Medlemslista"
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Bring outside data in: as a new project folder, or as figures and places of one that is there."""
    no_public(ctx, "import")


for _into_a_project in (csv_, geojson, json_stat, kolada):
    command.add_command(_into_a_project)


@command.command(
    epilog="Example: samverkansgraf import edges members.csv -o data/orebro --actor Organisation --initiative Nätverk --title Medlemslista"
)
@_FILE
@_PROJECT
@click.option("--actor", required=True, metavar="COLUMN", help="Who takes part.")
@click.option("--initiative", required=True, metavar="COLUMN", help="In what.")
@click.option(
    "--role", metavar="COLUMN|ROLE", help="As what; without it Involved: takes part, form not said."
)
@click.option("--sector", metavar="COLUMN|SECTOR", help="Of the actor; without it not stated.")
@click.option("--kind", type=click.Choice(["organisation", "unit", "collective", "person"]), default="organisation",
              show_default=True, help="Of every actor.")  # fmt: skip
@click.option("--start", metavar="COLUMN", help="When the participation began.")
@click.option("--end", metavar="COLUMN", help="When it ended.")
@click.option("--title", required=True, help="Of the file as a source.")
@click.option("--url", help="Where the file was found.")
@click.option("--date", metavar="DATE", help="Of the file, as 2024-05 (EDTF).")
@click.option("--base", help="The web address that things' own addresses begin with.")
@click.option("--language", type=click.Choice(LANGUAGES), default="sv", show_default=True)
def edges(file: Path, output: Path, **given: str | None) -> None:
    """Read a CSV, XLSX or ODS file with a row for each participation; each row is its own evidence."""
    from samverkansgraf.graph.vocabulary_graph import concept_names
    from samverkansgraf.importers import EdgeColumns, import_edges

    columns = {name: given.pop(name) for name in ("actor", "initiative", "role", "sector", "start", "end")}
    written = import_edges(file, output, EdgeColumns(**columns), concepts=concept_names(), **given)  # type: ignore[arg-type]  # click has checked them
    for path in written:
        say(str(path))


@command.command(
    epilog='Example: samverkansgraf import hxl 3w.xlsx -o data/3w --title "Who does what where, July 2015" --date 2015-07'
)
@_FILE
@_PROJECT
@click.option("--title", required=True, help="Of the file as a source.")
@click.option("--initiative", metavar="TAG", help="Of the column that tells initiatives apart, as #meta+id.")
@click.option("--url", help="Where the file was found.")
@click.option("--date", metavar="DATE", help="Of the file, as 2024-05 (EDTF).")
@click.option("--base", help="The web address that things' own addresses begin with.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
def hxl(file: Path, output: Path, **given: str | None) -> None:
    """Read an HXL-tagged 3W table (who does what, where) as CSV, XLSX or ODS; each row is its own evidence."""
    from samverkansgraf.graph.vocabulary_graph import concept_names
    from samverkansgraf.importers import import_hxl

    imported = import_hxl(file, output, concepts=concept_names(), **given)  # type: ignore[arg-type]  # click has checked them
    for path in imported.files:
        say(str(path))
    for tag, number in imported.errors.items():
        say(f"{tag}: {number} cells hold a spreadsheet's error and are read as empty")
    if imported.left_alone:
        say(f"Left alone: {', '.join(imported.left_alone)}")


@command.command(epilog="Example: samverkansgraf import rdf vasteras.trig -o data/vasteras-copy")
@_FILE
@_PROJECT
def rdf(file: Path, output: Path) -> None:
    """Read an RDF file that this program wrote (TriG, N-Quads or JSON-LD) into a project's tables."""
    from samverkansgraf.export import write_tables
    from samverkansgraf.graph import open_graph

    for path in write_tables(open_graph(file), output):
        say(str(path))
