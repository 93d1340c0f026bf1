"""Frames as tables that people open: lists joined, and as CSV nothing that a spreadsheet would compute."""

from __future__ import annotations

from typing import Final

import polars as pl

#: How a cell begins that a spreadsheet computes, unless it is a number with its sign or the name of an option.
_COMPUTED: Final = r"^[=+\-@\t\r]"
_SIGNED: Final = r"^[+-][\d.,\s/~?%X-]*$|^--[\w\s,-]*$"


def flat(rows: pl.DataFrame) -> pl.DataFrame:
    """
    Join lists by ``"; "``, as a table on paper or in CSV has them.

    Examples
    --------
    >>> flat(pl.DataFrame({"places": [["Bäckby", "Råby"]]})).item()
    'Bäckby; Råby'
    """
    lists = [name for name, dtype in rows.schema.items() if isinstance(dtype, pl.List)]
    return rows.with_columns(pl.col(name).cast(pl.List(pl.String)).list.join("; ") for name in lists)


def csv_text(rows: pl.DataFrame, *, header: bool = True) -> str:
    """
    Return a table as CSV that is safe to open in a spreadsheet.

    Before a text that would be computed stands an apostrophe; numbers and dates stay as they are. JSON, XLSX and
    RDF hold such texts unchanged.

    Parameters
    ----------
    rows
        The table; its lists are joined.
    header
        Whether the first line names the columns.

    Examples
    --------
    >>> print(csv_text(pl.DataFrame({"label": ["=1+1", "Råby"], "change": ["-0,5", "@SUM(A1)"]})), end="")
    label,change
    '=1+1,"-0,5"
    Råby,'@SUM(A1)
    """
    table = flat(rows)
    texts = [name for name, dtype in table.schema.items() if dtype == pl.String]
    found = table.select(pl.col(name).str.contains(_COMPUTED).any() for name in texts)
    defused = [
        pl.when(pl.col(name).str.contains(_COMPUTED) & ~pl.col(name).str.contains(_SIGNED))
        .then("'" + pl.col(name))
        .otherwise(pl.col(name))
        .alias(name)
        for name in texts
        if found[name].item()
    ]
    return table.with_columns(defused).write_csv(include_header=header)
