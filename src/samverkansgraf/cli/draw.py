"""``draw``: draw the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from samverkansgraf.cli.shared import language_of, open_from, output_option, say, write_file
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.documents.still_files import StillFormat
    from samverkansgraf.pictures.layout import Layout
    from samverkansgraf.pictures.sizes import Size

_BY_SUFFIX = {".html": "html", ".htm": "html", ".svg": "svg", ".png": "png", ".pdf": "pdf"}
_LAYOUTS = ("two-mode", "sector", "district", "force")
_SIZES = ("none", "degree", "betweenness")


@click.command(epilog="Example: samverkansgraf draw --layout sector -o natverk.html")
@output_option("The file to write.")
@click.option(
    "--format", "form", type=click.Choice(["html", "svg", "png", "pdf"]), help="Else by the file's name."
)
@click.option(
    "--layout",
    type=click.Choice(_LAYOUTS),
    default="two-mode",
    show_default=True,
    help="How nodes are placed.",
)
@click.option(
    "--size",
    type=click.Choice(_SIZES),
    default="none",
    show_default=True,
    help="What the size of actors shows.",
)
@click.option("--at", metavar="DATE", help="As of an EDTF date; else any time.")
@click.option("--seed", type=int, default=1, show_default=True, help="Of the positions.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    output: Path,
    form: str | None,
    layout: str,
    size: str,
    at: str | None,
    seed: int,
) -> None:
    """Draw actors and initiatives: a page that needs no network, or a still picture."""
    form = form or _BY_SUFFIX.get(output.suffix.lower())
    if form is None:
        raise UsageError(
            f"draw: {output.name} tells no format; end it in .html, .svg, .png or .pdf, or give --format"
        )
    city = open_from(ctx)
    picture = city.picture(
        "html" if form == "html" else "svg",
        language=language_of(ctx, city),
        at=at,
        seed=seed,
        layout=cast("Layout", layout),
        size=cast("Size", size),
    )
    if form in ("png", "pdf"):
        from samverkansgraf.documents.still_files import still_file

        write_file(output, still_file(picture, cast("StillFormat", form)))
    else:
        write_file(output, picture)
    say(str(output))
