"""What commands share: the city they work on, options, and one way to print tables."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from samverkansgraf.cli.releasing import let_through, shown_as_asked
from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.project import Language

_FORMATS = ("table", "csv", "json")


def open_from(ctx: click.Context, *, texts: Path | None = None) -> City:
    """Open the graph that ``-g`` names, or the bundled one, with persons shown as the options say."""
    from samverkansgraf.city import open_city
    from samverkansgraf.resources import bundled_project

    return shown_as_asked(ctx, open_city(ctx.obj["graph"] or str(bundled_project()), texts=texts))


def language_of(ctx: click.Context, city: City) -> Language:
    """Return the language asked for, else the project's."""
    return cast("Language", ctx.obj["lang"] or city.settings.language)


def graph_argument(ctx: click.Context) -> str:
    """Return what was written after ``-g``; empty where nothing was."""
    return str(ctx.obj["graph"] or "")


def table_format(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--format``: a table on a terminal, else CSV, unless said."""
    return click.option(
        "--format", "form", type=click.Choice(_FORMATS), help="On a terminal a table, else csv, unless given."
    )(command)


def output_option(help_: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add ``-o``: where to write."""
    return click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help=help_)


def texts_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--texts``: where the texts of sources are."""
    return click.option(
        "--texts",
        type=click.Path(path_type=Path),
        help="A folder with the texts of sources, to check phrases against.",
    )(command)


def as_of_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--as-of``: the day that is spoken of."""
    return click.option(
        "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day that is spoken of; today unless given."
    )(command)


def day(given: object) -> date:
    """Return the day given, else today where the person is."""
    return given.date() if isinstance(given, datetime) else date.today()  # noqa: DTZ011


def print_frame(frame: pl.DataFrame, form: str | None) -> None:
    """Print a frame on standard output as a table, CSV or JSON."""
    form = form or ("table" if sys.stdout.isatty() else "csv")
    from samverkansgraf.flat_tables import csv_text, flat

    rows = flat(frame)
    if form == "csv":
        write_out(csv_text(rows).encode())
    elif form == "json":
        write_out((rows.write_json() + "\n").encode())
    else:
        _print_table(rows)


def _print_table(frame: pl.DataFrame) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=True, header_style="bold")
    for name in frame.columns:
        table.add_column(name, overflow="fold")
    for row in frame.iter_rows():
        table.add_row(*(Text("" if value is None else _shown(value)) for value in row))
    Console().print(table)


def _shown(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def write_out(data: bytes) -> None:
    """Write bytes to standard output; without names, only if they may be published."""
    let_through({"standard output": data})
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@contextlib.contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """
    Give a path to write to, and rename it to the one wanted when all is written.

    Raises
    ------
    UsageError
        The place cannot be written to.
    """
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file")
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        os.close(descriptor)
        beside = Path(name)
        yield beside
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error.strerror or error}); check the place and its space"
        ) from None
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_file(path: Path, data: str | bytes) -> None:
    """Write a whole file, or leave what was there; without names, only if it may be published."""
    let_through({path.name: data})
    with written_beside(path) as beside:
        beside.write_bytes(data.encode() if isinstance(data, str) else data)


def say(text: str) -> None:
    """Tell the person something; data go to standard output, words to standard error."""
    click.echo(text, err=True)
