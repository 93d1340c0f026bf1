"""``claims``: claims, and what the graph says of them."""

from __future__ import annotations

import json

import click

from samverkansgraf.cli.shared import language_of, open_from, write_out


@click.command(epilog="Example: samverkansgraf claims --format json")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    """Show each claim, who asserts and who disputes it, and the rows its test gives; no verdict."""
    from samverkansgraf.claims import as_record
    from samverkansgraf.report.claims_text import claims_markdown

    city = open_from(ctx)
    language = language_of(ctx, city)
    readings = city.claims(language=language)
    if form == "json":
        write_out(
            (
                json.dumps([as_record(reading) for reading in readings], ensure_ascii=False, indent=1) + "\n"
            ).encode()
        )
    else:
        write_out(claims_markdown(readings, city.frames, language=language).encode())
