"""One table of results as a workbook, with what it was made of and by."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.export.workbook import fill_sheet, new_book

if TYPE_CHECKING:
    from collections.abc import Mapping


def results_workbook(results: pl.DataFrame, about: Mapping[str, str]) -> bytes:
    """
    Return an XLSX workbook with a sheet of results and a sheet of what there is to know about them.

    Parameters
    ----------
    results
        The table.
    about
        What was computed, with which parameters and software: name -> value.

    Raises
    ------
    UsageError
        The table has more rows than a sheet can hold.

    Examples
    --------
    >>> results_workbook(pl.DataFrame({"value": [1.0]}), {"seed": "1"})[:2]
    b'PK'
    """
    buffer = io.BytesIO()
    book, header, day = new_book(buffer)
    fill_sheet(book.add_worksheet("results"), results, "results", header, day)
    told = pl.DataFrame(list(about.items()), schema=["about", "value"], orient="row")
    fill_sheet(book.add_worksheet("about"), told, "about", header, day)
    book.close()
    return buffer.getvalue()
