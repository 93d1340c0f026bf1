"""
Quads as a frame, and their canonical N-Quads.

Columns: ``subject`` and ``predicate`` (IRIs), ``object`` (an IRI or a literal's lexical form),
``kind`` (``iri``, a language tag as ``@sv``, a datatype's IRI, or empty for a plain string) and
``graph`` (an IRI).
"""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.vocabulary import EDTF, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

IRI: Final = "iri"
PLAIN: Final = ""
INTEGER: Final = PREFIXES["xsd"] + "integer"
DECIMAL: Final = PREFIXES["xsd"] + "decimal"
BOOLEAN: Final = PREFIXES["xsd"] + "boolean"
DATE: Final = PREFIXES["xsd"] + "date"
ANY_URI: Final = PREFIXES["xsd"] + "anyURI"
WKT: Final = PREFIXES["geo"] + "wktLiteral"
EDTF_DATE: Final = EDTF
TYPE: Final = PREFIXES["rdf"] + "type"

SCHEMA: Final[dict[str, pl.DataType]] = dict.fromkeys(
    ("subject", "predicate", "object", "kind", "graph"), pl.String()
)


_ESCAPED: Final = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"))
_TO_ESCAPE: Final = r'["\\\n\r]'


class QuadList:
    """Collects quads from frames; a row with a null subject or object gives none."""

    def __init__(self) -> None:
        self._parts: list[pl.DataFrame] = []

    def add(
        self,
        frame: pl.DataFrame,
        subject: str,
        predicate: str | pl.Expr,
        value: str | pl.Expr,
        *,
        kind: str | pl.Expr = IRI,
        graph: str | pl.Expr,
    ) -> None:
        """
        Add a quad for each row.

        Parameters
        ----------
        frame
            The rows.
        subject
            The column with the subjects.
        predicate, graph
            An IRI, or an expression that gives one for each row.
        value
            The column (or an expression) with the objects; a column of lists gives a quad for each item.
        kind
            As in the frame of quads.
        """
        if frame.is_empty() or (isinstance(value, str) and frame[value].null_count() == frame.height):
            return
        part = frame.select(
            pl.col(subject).alias("subject"),
            _given(predicate).alias("predicate"),
            (pl.col(value) if isinstance(value, str) else value).alias("object"),
            _given(kind).alias("kind"),
            _given(graph).alias("graph"),
        )
        if isinstance(part.schema["object"], pl.List):
            part = part.explode("object")
        if (dtype := part.schema["object"]) != pl.String:
            part = part.with_columns(_lexical(dtype))
        part = part.drop_nulls(["subject", "object"])
        if not part.is_empty():
            self._parts.append(part)

    def frame(self) -> pl.DataFrame:
        """Return all quads; one that was added twice is there twice."""
        if not self._parts:
            return pl.DataFrame(schema=SCHEMA)
        return pl.concat(self._parts)


def _given(value: str | pl.Expr) -> pl.Expr:
    return pl.lit(value) if isinstance(value, str) else value


def _lexical(dtype: pl.DataType) -> pl.Expr:
    column = pl.col("object")
    if isinstance(dtype, pl.Float64):
        whole = column == column.floor()
        return (
            pl.when(whole)
            .then(column.cast(pl.Int64, strict=False).cast(pl.String))
            .otherwise(column.cast(pl.String))
        )
    return column.cast(pl.String)


def rows(quads: Iterable[tuple[str, str, str, str, str]]) -> pl.DataFrame:
    """Make a frame of quads from tuples."""
    return pl.DataFrame(list(quads), schema=SCHEMA, orient="row")


def n_quads(quads: pl.DataFrame) -> bytes:
    """Return canonical N-Quads: one line a quad, lines sorted by their bytes, each once."""
    literal = pl.col("object")
    escaped = _ESCAPED if quads["object"].str.contains(_TO_ESCAPE).any() else ()
    for raw, written in escaped:
        literal = literal.str.replace_all(raw, written, literal=True)
    quoted = pl.concat_str(pl.lit('"'), literal, pl.lit('"'))
    kind = pl.col("kind")
    value = (
        pl.when(kind == IRI).then(_resource("object"))
        .when(kind == PLAIN).then(quoted)
        .when(kind.str.starts_with("@")).then(pl.concat_str(quoted, kind))
        .otherwise(pl.concat_str(quoted, pl.lit("^^<"), kind, pl.lit(">")))
    )  # fmt: skip
    line = pl.concat_str(
        _resource("subject"), pl.lit(" <"), pl.col("predicate"), pl.lit("> "), value,
        pl.lit(" "), _resource("graph"), pl.lit(" ."),
    )  # fmt: skip
    lines = quads.select(line.alias("line")).unique().sort("line")
    buffer = io.BytesIO()
    lines.write_csv(buffer, include_header=False, quote_style="never")
    return buffer.getvalue()


def union_triples(lines: bytes) -> bytes:
    """
    Return the distinct triples of N-Quads as N-Triples.

    Parameters
    ----------
    lines
        As :func:`n_quads` writes them: each ends with its graph.
    """
    quads = pl.DataFrame({"line": lines.decode().split("\n")}).filter(pl.col("line") != "")
    triples = quads.select(pl.col("line").str.replace(r" (?:<[^<> ]*>|_:\S+) \.$", " .")).unique()
    buffer = io.BytesIO()
    triples.write_csv(buffer, include_header=False, quote_style="never")
    return buffer.getvalue()


def _resource(column: str) -> pl.Expr:
    blank = pl.col(column).str.starts_with("_:")
    return (
        pl.when(blank).then(pl.col(column)).otherwise(pl.concat_str(pl.lit("<"), pl.col(column), pl.lit(">")))
    )


def digest(lines: bytes, *more: bytes) -> str:
    """Return the digest of a build: SHA-256 over its sorted N-Quads and its settings."""
    sha = hashlib.sha256(lines)
    for part in more:
        sha.update(part)
    return sha.hexdigest()
