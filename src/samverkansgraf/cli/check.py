"""``check``: find faults, warnings and notes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.shared import language_of, open_from, print_frame, texts_option, write_out

if TYPE_CHECKING:
    from pathlib import Path


@click.command(epilog="Example: samverkansgraf -g data/vasteras check --texts texts/")
@texts_option
@click.option("--format", "form", type=click.Choice(["text", "table", "csv", "json"]))
@click.pass_context
def command(ctx: click.Context, texts: Path | None, form: str | None) -> None:
    """Find faults, warnings and notes; exit 1 where there is a fault."""
    import polars as pl

    city = open_from(ctx, texts=texts)
    found = city.check(language=language_of(ctx, city))
    rows = [finding.as_dict() for finding in found]
    if form == "json":
        write_out((json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
    elif form in {"table", "csv"}:
        columns = ("severity", "table", "row", "column", "node", "message", "remedy")
        print_frame(pl.DataFrame({c: [row[c] for row in rows] for c in columns}), form)
    else:
        write_out("".join(f"{finding.line()}\n" for finding in found).encode())
    faults = sum(finding.severity == "fault" for finding in found)
    warnings = sum(finding.severity == "warning" for finding in found)
    click.echo(f"{faults} faults, {warnings} warnings, {len(found) - faults - warnings} notes", err=True)
    sys.exit(1 if faults else 0)
