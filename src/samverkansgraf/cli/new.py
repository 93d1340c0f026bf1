"""``new``: make a project folder with empty tables."""

from __future__ import annotations

from pathlib import Path

import click

from samverkansgraf.cli.releasing import no_public
from samverkansgraf.cli.shared import say
from samverkansgraf.texts import LANGUAGES


@click.command(
    epilog='Example: samverkansgraf new data/orebro --name "Örebro" --base https://example.org/orebro/'
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="Of the city; the folder's name unless given.")
@click.option("--base", default=None, help="The web address that things' own addresses begin with.")
@click.option("--language", type=click.Choice(LANGUAGES), default="sv", show_default=True)
@click.pass_context
def command(ctx: click.Context, folder: Path, name: str | None, base: str | None, language: str) -> None:
    """Make a project folder: settings, the tables with their headers, and a README to fill in."""
    no_public(ctx, "new")
    from samverkansgraf.tables.blank import write_blank_project

    for path in write_blank_project(folder, name=name, base=base, language=language):
        say(str(path))
