"""``build``: make a store on disk."""

from __future__ import annotations

from pathlib import Path

import click

from samverkansgraf.cli.releasing import public_option, without_names_built
from samverkansgraf.cli.shared import output_option, say, texts_option
from samverkansgraf.errors import UsageError


@click.command(epilog="Example: samverkansgraf -g data/vasteras build -o store")
@output_option("The store's folder.")
@click.option("--ties", type=click.Choice(["auto", "all", "none"]), default="auto", show_default=True,
              help="Ties between actors in the derived graph; auto: while at most 100,000 pairs.")  # fmt: skip
@texts_option
@public_option
@click.pass_context
def command(ctx: click.Context, output: Path, ties: str, texts: Path | None) -> None:
    """Build a store from a project folder; an interruption leaves the earlier build as it was."""
    from samverkansgraf.graph import build, write_store
    from samverkansgraf.resources import bundled_project

    folder = Path(ctx.obj["graph"] or bundled_project())
    if not folder.is_dir():
        raise UsageError(f"{folder} is no project folder; name one with -g")
    built = build(folder, ties=ties, texts=texts)  # type: ignore[arg-type]  # click has checked it
    for note in built.notes:
        say(str(note))
    if ctx.obj["public"]:
        built = without_names_built(built)
    done = write_store(built, output)
    say(f"{output}: {done.name[:12]}")
