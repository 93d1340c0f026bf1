"""
One XLSX workbook of all frames, for people to read and sort.

Texts are written as strings and nothing in them runs: a text that begins with ``=`` is shown, not
computed.
"""

from __future__ import annotations

import io
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import xlsxwriter

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, label_column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.workbook import Format, Worksheet

    from samverkansgraf.project import Language

#: What XLSX can hold.
MOST_ROWS: Final = 1_048_575
LONGEST_TEXT: Final = 32_767

_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_CUT: Final = " …"
_LABELS: Final = {
    "actors": "label",
    "initiatives": "label",
    "places": "label",
    "themes": "label",
    "sources": "title",
    "agreements": "label",
}
_WIDTHS: Final = (8, 60)


def workbook(frames: Frames, *, language: Language = "sv") -> bytes:
    """
    Return an XLSX workbook with a sheet for each frame that holds anything.

    Parameters
    ----------
    frames
        The graph's frames.
    language
        Of the labels of roles, sectors and other concepts.

    Returns
    -------
    The file. Beside each column of IRIs stands a column ``…_label`` with what they are called. Several
    values share a cell, with ``;`` between. The same frames give the same bytes.

    Raises
    ------
    UsageError
        A frame has more rows than a sheet can hold.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> book = workbook(Frames.of(themes=frame("themes", [{"theme": "urn:t", "label": "=1+1"}])))
    >>> book[:2]
    b'PK'
    """
    buffer = io.BytesIO()
    book, header, day = new_book(buffer)
    labels = _labels(frames, language)
    empty = True
    for field in fields(Frames):
        frame = getattr(frames, field.name)
        if not frame.is_empty():
            empty = False
            fill_sheet(book.add_worksheet(field.name), _with_labels(frame, labels), field.name, header, day)
    if empty:
        book.add_worksheet("empty")
    book.close()
    return buffer.getvalue()


def _labels(frames: Frames, language: Language) -> dict[str, str]:
    labels: dict[str, str] = {}
    for name, column in _LABELS.items():
        frame = getattr(frames, name)
        labels |= dict(frame.select(frame.columns[0], column).drop_nulls().iter_rows())
    return labels | dict(frames.concepts.select("concept", label_column(language)).drop_nulls().iter_rows())


def _with_labels(frame: pl.DataFrame, labels: Mapping[str, str]) -> pl.DataFrame:
    """Put a column of labels after each column that names other things."""
    columns: list[pl.Series] = []
    for position, series in enumerate(frame.get_columns()):
        columns.append(series)
        if position == 0 or series.dtype not in (pl.String, pl.List(pl.String)):
            continue
        values = series.to_list()
        flat = [item for value in values for item in (value if isinstance(value, list) else [value])]
        if not any(item in labels for item in flat if item is not None):
            continue
        shown = [
            [labels.get(item, item) for item in value] if isinstance(value, list) else labels.get(value)
            for value in values
        ]
        columns.append(pl.Series(f"{series.name}_label", shown, dtype=series.dtype))
    return pl.DataFrame(columns)


def new_book(buffer: io.BytesIO) -> tuple[xlsxwriter.Workbook, Format, Format]:
    """Return an empty workbook in which no text runs, and its formats of headers and of dates."""
    book = xlsxwriter.Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": _CREATED})
    return book, book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})


def fill_sheet(sheet: Worksheet, frame: pl.DataFrame, name: str, header: Format, day: Format) -> None:
    """
    Write a frame on a sheet, with a header that stays in view.

    Raises
    ------
    UsageError
        It has more rows than a sheet can hold.
    """
    if frame.height > MOST_ROWS:
        remedy = "write the tables with 'samverkansgraf export tables'"
        raise UsageError(
            f"{name} has {frame.height} rows, more than the {MOST_ROWS} a sheet can hold; {remedy}"
        )
    for position, series in enumerate(frame.get_columns()):
        sheet.write_string(0, position, series.name, header)
        longest = len(series.name)
        for row, value in enumerate(series.to_list(), start=1):
            longest = max(longest, _write(sheet, row, position, value, day))
        sheet.set_column(position, position, max(_WIDTHS[0], min(longest + 2, _WIDTHS[1])))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, frame.height, frame.width - 1)


def _write(sheet: Worksheet, row: int, column: int, value: Any, day: Format) -> int:
    """Write one cell by its type and return how wide it is; what is not known stays empty."""
    if value is None or value == []:
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
        return 5
    if isinstance(value, int | float):
        sheet.write_number(row, column, value)
        return len(str(value))
    if isinstance(value, date) and value.year >= 1900:  # noqa: PLR2004 - XLSX counts days from 1900
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
        return 10
    text = "; ".join(value) if isinstance(value, list) else str(value)
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - len(_CUT)] + _CUT
    sheet.write_string(row, column, text)
    return len(text)
