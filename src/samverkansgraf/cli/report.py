"""``report``: write the report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from samverkansgraf.cli.shared import graph_argument, language_of, open_from, say, write_file
from samverkansgraf.errors import UsageError

_BY_SUFFIX = {".html": "html", ".htm": "html", ".md": "md"}


@click.command(epilog="Example: samverkansgraf report -o rapport.html --as-of 2026-11-24")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--format", "form", type=click.Choice(["html", "md"]), help="Else by the file's name.")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day the report speaks of; today unless given."
)
@click.pass_context
def command(ctx: click.Context, output: Path, form: str | None, as_of: object) -> None:
    """Write the report: one HTML file, or Markdown."""
    from samverkansgraf.report import report

    form = form or _BY_SUFFIX.get(output.suffix.lower())
    if form is None:
        raise UsageError(f"report: {output.name} tells no format; end it in .html or .md, or give --format")
    city = open_from(ctx)
    language = language_of(ctx, city)
    findings = city.findings(as_of=day(as_of), language=language, graph_argument=graph_argument(ctx))
    write_file(output, report(findings, format=form, language=language))  # type: ignore[arg-type]  # checked above
    say(str(output))


def day(given: object) -> date:
    """Return the day given, else today where the person is."""
    return given.date() if hasattr(given, "date") else date.today()  # noqa: DTZ011
