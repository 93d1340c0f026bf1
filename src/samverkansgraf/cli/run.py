"""``run``: everything into a folder."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.releasing import let_through, persons_options
from samverkansgraf.cli.shared import (
    as_of_option,
    day,
    graph_argument,
    language_of,
    open_from,
    output_option,
    say,
    texts_option,
    write_file,
)
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog="Example: samverkansgraf -g data/vasteras run -o output")
@output_option("The folder to write to.")
@as_of_option
@texts_option
@click.option("--strict", is_flag=True, help="Exit 1 where the check finds a fault.")
@persons_options
@click.pass_context
def command(ctx: click.Context, output: Path, as_of: object, texts: Path | None, *, strict: bool) -> None:
    """Build, check, analyse, report and draw: everything into a folder."""
    from samverkansgraf.findings import findings_of
    from samverkansgraf.outputs import TO_OPEN, output_files

    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file; name a folder")
    say("… build")
    city = open_from(ctx, texts=texts)
    language = language_of(ctx, city)
    say("… check and analyse")
    findings = findings_of(city, as_of=day(as_of), language=language, graph_argument=graph_argument(ctx))
    say("… report and draw")
    files = output_files(city, findings, language=language)
    let_through(files)  # all or nothing
    for name, data in files.items():
        write_file(output / name, data)
    faults = sum(problem.severity == "fault" for problem in findings.problems)
    if faults:
        say(f"{faults} faults; they are listed in the report")
    say("Open:")
    for name in TO_OPEN:
        say(f"  {output / name}")
    sys.exit(1 if strict and faults else 0)
