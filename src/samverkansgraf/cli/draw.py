"""``draw``: draw the network."""

from __future__ import annotations

from pathlib import Path

import click

from samverkansgraf.cli.shared import language_of, open_from, say, write_file
from samverkansgraf.errors import UsageError

_BY_SUFFIX = {".html": "html", ".htm": "html", ".svg": "svg"}


@click.command(epilog="Example: samverkansgraf draw -o natverk.html")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--format", "form", type=click.Choice(["html", "svg"]), help="Else by the file's name.")
@click.option("--at", metavar="DATE", help="As of an EDTF date; else any time.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the positions.")
@click.pass_context
def command(ctx: click.Context, output: Path, form: str | None, at: str | None, seed: int) -> None:
    """Draw actors and initiatives: a page that needs no network, or an SVG."""
    form = form or _BY_SUFFIX.get(output.suffix.lower())
    if form is None:
        raise UsageError(f"draw: {output.name} tells no format; end it in .html or .svg, or give --format")
    city = open_from(ctx)
    write_file(output, city.picture(form, language=language_of(ctx, city), at=at, seed=seed))
    say(str(output))
