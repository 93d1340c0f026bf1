"""How results leave a command: printed, or written to a file, with what they were made of and by."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samverkansgraf.cli.releasing import let_through
from samverkansgraf.cli.shared import graph_argument, language_of, print_frame, say, write_file, write_out
from samverkansgraf.errors import UsageError
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    import polars as pl

    from samverkansgraf.city import City

#: Format -> name of the RDF format.
RDF = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld", "trig": "trig", "nq": "nquads"}

_FORMATS = ("table", "csv", "json", "xlsx")
#: Column on a terminal -> what its two ends are called in the table.
_RANGES = {"sources": "source", "initiatives": "initiative", "bootstrap": "boot"}
#: A column that only one table has -> the columns of that table which fit a terminal.
_FITTING = {
    "sureness": ("kind", "label", "label_b", "change", "sureness", "at_from", "at_to"),
    "layer_a": ("layer_a", "layer_b", "pairs_both", "correlation", "p_two_sided", "reason"),
    "standardised": ("term", "coefficient", "standardised", "t", "p_two_sided", "reason"),
    "share_of_greatest_a": (
        "measure", "value_a", "value_b", "share_of_greatest_a", "share_of_greatest_b", "z_a", "z_b", "reason",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AsRdf:
    """How a table of results is written as RDF, by the name of the format, and how it is stored in its graph."""

    written: Callable[[str], bytes]
    stored: Callable[[], None]


def as_rdf(ctx: click.Context, city: City, frame: pl.DataFrame, **how: Any) -> AsRdf:
    """Return how a table is written and stored; ``how`` is what :meth:`City.remember` takes."""

    def stored() -> None:
        if city.graph.persons != "named":
            raise UsageError("--store keeps results of a graph as it is; leave --public out")
        if city.graph.stored_in is None:
            place = graph_argument(ctx) or "the bundled project"
            raise UsageError(
                f"{place} is no built store, so nothing would keep the results; make one with 'samverkansgraf build "
                "-o STORE' and name it with -g STORE"
            )
        city.remember(frame, **how)
        say(catalogue("cli", language_of(ctx, city))["stored"].format(city.graph.stored_in))

    return AsRdf(lambda form: city.results_as_rdf(frame, form=form, **how), stored)


def told_options(options: Mapping[str, Any], *, beside: Collection[str]) -> dict[str, str]:
    """
    Return what was chosen as texts by name, but for the options ``beside``.

    A file is told by its name and the first 12 hex digits of its SHA-256, and never by where it lies.
    """
    chosen = {
        name: value if isinstance(value, tuple) else (value,)
        for name, value in options.items()
        if name not in beside and value not in (None, "", False, ())
    }
    return {name: "; ".join(_told(value) for value in values) for name, values in chosen.items()}


def _told(value: object) -> str:
    file = value if isinstance(value, Path) else Path(str(value))
    if not file.is_file():
        return str(value)
    return f"{file.name} ({sha256(file.read_bytes()).hexdigest()[:12]})"


def store_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add ``--store``: keep the results in the store that GRAPH is."""
    return click.option(
        "--store", is_flag=True, help="Keep the results in GRAPH, a built store, for query and ask."
    )(command)


def result_options(command: Callable[..., None], *, rdf: bool = True) -> Callable[..., None]:
    """Add ``--format`` and ``-o``."""
    more = tuple(RDF) if rdf else ()
    for option in (
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            help="A file; its suffix is the format unless given.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice((*_FORMATS, *more)),
            help="On a terminal a table, else csv, unless given; xlsx needs -o.",
        ),
    ):
        command = option(command)
    return command


def deliver(
    frame: pl.DataFrame,
    form: str | None,
    output: Path | None,
    about: Callable[[], Mapping[str, str]] | None = None,
    rdf: AsRdf | None = None,
    *,
    store: bool = False,
    short: Callable[[pl.DataFrame], pl.DataFrame] | None = None,
) -> None:
    """
    Print a frame, or write it to a file; a workbook with what ``about`` tells of it.

    ``short`` makes of it what fits a terminal; unless given, :func:`in_short`.
    With ``store`` it is kept in its graph, and printed or written only if a format or a file is asked for.

    Raises
    ------
    UsageError
        The format and the file do not go together.
    """
    if store:
        _needed(rdf, "--store").stored()
        if form is None and output is None:
            return
    form = form or _of_suffix(output, rdf=rdf is not None) or ("table" if sys.stdout.isatty() else "csv")
    if form in RDF:
        data = _needed(rdf, f"--format {form}").written(RDF[form])
        if output is None:
            write_out(data)
        else:
            write_file(output, data)
            say(str(output))
        return
    if output is None:
        if form == "xlsx":
            raise UsageError("--format xlsx is a file; name it with -o")
        print_frame((short or in_short)(frame) if form == "table" else frame, form)
        return
    if form == "table":
        raise UsageError(f"{output}: a table is for a terminal; write csv, json or xlsx")
    from samverkansgraf.export import results_workbook
    from samverkansgraf.flat_tables import csv_text, flat

    if form == "xlsx":
        write_file(output, results_workbook(frame, about() if about else {}))
    else:
        rows = flat(frame)
        write_file(output, csv_text(rows) if form == "csv" else rows.write_json() + "\n")
    say(str(output))


def deliver_text(text: str, output: Path | None) -> None:
    """Print a text, or write it to a file."""
    if output is None:
        let_through({"standard output": text})
        click.echo(text, nl=False)
    else:
        write_file(output, text)
        say(str(output))


def in_short(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a table as fits a terminal: the two ends of each range in one column, and what matters most."""
    import polars as pl

    for column, fitting in _FITTING.items():
        if column in frame.columns:
            return frame.select(fitting)
    if "jaccard_low" in frame.columns:
        return _change_in_short(frame)
    if "source_low" not in frame.columns:
        return frame
    node = "id" in frame.columns
    ranges = {name: (f"{of}_low", f"{of}_high") for name, of in _RANGES.items()} | {
        "certainty": ("low", "high")
    }
    columns = [
        pl.Series(name, [_ends(*pair) for pair in frame.select(ends).iter_rows()], dtype=pl.String)
        for name, ends in ranges.items()
    ]
    if node:
        ranks = frame.select("rank", "rank_low", "rank_high").iter_rows()
        columns.append(pl.Series("rank", [_rank(*several) for several in ranks], dtype=pl.String))
    first = ("label", "value", "rank") if node else ("measure", "value")
    return frame.with_columns(columns).select(*first, "certainty", *_RANGES, "reason")


def _change_in_short(frame: pl.DataFrame) -> pl.DataFrame:
    import polars as pl

    ranges = [name.removesuffix("_low") for name in frame.columns if name.endswith("_low")]
    columns = [
        pl.Series(name, [_ends(*ends) for ends in frame.select(f"{name}_low", f"{name}_high").iter_rows()])
        for name in ranges
    ]
    return frame.with_columns(columns).select("kind", *ranges, "reason")


def _ends(low: float | None, high: float | None) -> str | None:
    if low is None or high is None:
        return None
    return " … ".join(str(end) if isinstance(end, int) else f"{end:.3g}" for end in (low, high))


def _rank(rank: int | None, low: int | None, high: int | None) -> str | None:
    if rank is None or low == high:
        return None if rank is None else str(rank)
    return f"{rank} ({low}–{high})"


def _needed(rdf: AsRdf | None, option: str) -> AsRdf:
    if rdf is None:
        raise UsageError(
            f"{option} is for tables with a row for each thing, not for what sums them up or for suggestions; write "
            "csv, json or xlsx"
        )
    return rdf


def _of_suffix(output: Path | None, *, rdf: bool) -> str | None:
    if output is None:
        return None
    suffix = output.suffix.lower().removeprefix(".")
    known = (*_FORMATS[1:], *(RDF if rdf else ()))
    if suffix not in known:
        *first, last = (f".{name}" for name in known)
        raise UsageError(
            f"{output}: no format is given; end the name in {', '.join(first)} or {last}, or use --format"
        )
    return suffix
