"""``query``: run SPARQL."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samverkansgraf.cli.shared import open_from, print_frame, write_out
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from samverkansgraf.city import City

_TABLES = ("table", "csv", "tsv", "json", "xml")
_TRIPLES = ("ttl", "nt", "jsonld", "xml")


@click.command(epilog='Example: samverkansgraf query "SELECT ?a WHERE { ?a sg:sector sg:Police }"')
@click.argument("text", required=False)
@click.option("-f", "--file", "file", metavar="FILE", help="Read the query from a file; - is standard input.")
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted({*_TABLES, *_TRIPLES})),
    help="SELECT and ASK: table on a terminal, csv, tsv, json, xml (the W3C formats). "
    "CONSTRUCT and DESCRIBE: ttl unless given, nt, jsonld, xml.",
)
@click.option(
    "--timeout", type=float, default=300, show_default=True, help="Seconds before the query is given up."
)
@click.pass_context
def command(ctx: click.Context, text: str | None, file: str | None, form: str | None, timeout: float) -> None:
    """Run a SPARQL query; its default graph is the union of all graphs, and the prefixes are known."""
    if (text is None) == (file is None):
        raise UsageError("query: give the query as TEXT, or a file with -f")
    query = text if text is not None else _read(str(file))
    _within(ctx, timeout, open_from(ctx), query, form)


def _read(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{file} is not UTF-8; save it so") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}); check the name") from None


def _within(ctx: click.Context, seconds: float, city: City, query: str, form: str | None) -> None:
    """Run in a thread of its own: the engine cannot be interrupted, only left behind."""
    failed: list[BaseException] = []

    def work() -> None:
        try:
            with ctx.scope(cleanup=False):
                _print(city, query, form)
        except BaseException as error:  # noqa: BLE001 - handed to the main thread, which raises it
            failed.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    except KeyboardInterrupt:
        _leave("Error: stopped")
    if thread.is_alive():
        _leave(f"Error: the query took more than {seconds:g} s; narrow it, or give --timeout")
    if failed:
        raise failed[0]


def _leave(words: str) -> None:
    click.echo(words, err=True)
    sys.stderr.flush()
    os._exit(2)


def _print(city: City, query: str, form: str | None) -> None:
    from samverkansgraf.graph.sparql import result_bytes, result_kind

    results = city.results(query)
    kind = result_kind(results)
    if kind == "triples":
        if form is not None and form not in _TRIPLES:
            raise UsageError(
                f"query: {form} holds rows, and this query gives triples; use {', '.join(_TRIPLES)}"
            )
        write_out(result_bytes(results, form or "ttl"))
        return
    form = form or ("table" if sys.stdout.isatty() else "csv")
    if form not in _TABLES:
        raise UsageError(f"query: {form} holds triples, and this query gives rows; use {', '.join(_TABLES)}")
    if form == "table":
        print_frame(city.query(query), "table")
        return
    if kind == "boolean" and form in {"csv", "tsv"}:
        write_out(b"true\n" if results else b"false\n")
        return
    data = result_bytes(results, form)
    write_out(data if data.endswith(b"\n") else data + b"\n")
