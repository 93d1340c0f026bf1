"""``claims``: claims, and what the graph says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import click

from samverkansgraf.cli.results import deliver, deliver_text
from samverkansgraf.cli.shared import language_of, open_from
from samverkansgraf.errors import UsageError

_OF_SUFFIX: Final = {".json": "json", ".csv": "csv", ".xlsx": "xlsx", ".md": "text", ".txt": "text"}


@click.command(epilog="Example: samverkansgraf claims --format json")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "xlsx"]),
    help="text unless given; csv and xlsx have a row for each claim, json the rows of its test too.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A file; its suffix is the format unless given."
)
@click.pass_context
def command(ctx: click.Context, form: str | None, output: Path | None) -> None:
    """Show each claim, who asserts and who disputes it, and the rows its test gives; no verdict."""
    from samverkansgraf.claims import as_record
    from samverkansgraf.export import claims_table
    from samverkansgraf.report.claims_text import claims_markdown

    if form is None and output is not None:
        form = _OF_SUFFIX.get(output.suffix.lower())
        if form is None:
            raise UsageError(
                f"{output}: no format is given; end the name in {', '.join(_OF_SUFFIX)}, or use --format"
            )
    city = open_from(ctx)
    language = language_of(ctx, city)
    readings = city.claims(language=language)
    if form in {"csv", "xlsx"}:
        deliver(
            claims_table(readings), form, output, lambda: {"results": "claims", "graph": city.settings.name}
        )
    elif form == "json":
        records = [as_record(reading) for reading in readings]
        deliver_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", output)
    else:
        deliver_text(claims_markdown(readings, city.frames, language=language), output)
