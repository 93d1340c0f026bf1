"""``report``: write the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.shared import (
    as_of_option,
    day,
    graph_argument,
    language_of,
    open_from,
    output_option,
    say,
    write_file,
)
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_BY_SUFFIX = {".html": "html", ".htm": "html", ".md": "md"}


@click.command(epilog="Example: samverkansgraf report -o rapport.html --as-of 2026-11-24")
@output_option("The file to write.")
@click.option("--format", "form", type=click.Choice(["html", "md"]), help="Else by the file's name.")
@as_of_option
@click.pass_context
def command(ctx: click.Context, output: Path, form: str | None, as_of: object) -> None:
    """Write the report: one HTML file, or Markdown."""
    from samverkansgraf.findings import findings_of
    from samverkansgraf.report import report

    form = form or _BY_SUFFIX.get(output.suffix.lower())
    if form is None:
        raise UsageError(f"report: {output.name} tells no format; end it in .html or .md, or give --format")
    city = open_from(ctx)
    language = language_of(ctx, city)
    findings = findings_of(city, as_of=day(as_of), language=language, graph_argument=graph_argument(ctx))
    write_file(output, report(findings, format=form, language=language))  # type: ignore[arg-type]  # checked above
    say(str(output))
