"""The IRIs of what a table of cells calls by labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage import DIMENSIONS, of_division
from samverkansgraf.errors import UsageError
from samverkansgraf.results.cells import DIMENSION_TERMS

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: What stands where a row is of all in a dimension.
_ALL: Final = "*"


def with_terms(
    frame: pl.DataFrame, frames: Frames, bounds: Bounds, *, language: Language, division: str | None = None
) -> pl.DataFrame:
    """
    Put IRIs in the place of the labels of the dimensions of coverage; a period is its own.

    Parameters
    ----------
    frame
        A table with columns named as dimensions.
    frames, bounds, division, language
        What it was computed with.

    Returns
    -------
    table
        The same rows. Where a row is of all in a dimension, it is null there.

    Raises
    ------
    UsageError
        A label is of nothing in bounds, or of two things.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = Frames.of(places=frame("places", [{"place": "urn:b", "label": "Bäckby"}]))
    >>> of = pl.DataFrame({"district": ["Bäckby", "*"]})
    >>> with_terms(of, places, Bounds(districts=("urn:b",)), language="sv")["district"].to_list()
    ['urn:b', None]
    """
    within = of_division(frames, bounds, division)
    for name in DIMENSION_TERMS:
        if name not in frame.columns or name not in DIMENSIONS:
            continue
        cells = DIMENSIONS[name].cells(frames, within, language).select("term", "label")
        shown = set(frame[name].drop_nulls()) - {_ALL}
        here = cells.filter(pl.col("label").is_in(sorted(shown)))
        if twice := here.filter(pl.col("label").is_duplicated())["label"].unique().sort().to_list():
            raise UsageError(
                f"{name}: two are called {twice[0]!r}, so the rows do not say which they are of; give one another label"
            )
        if unknown := sorted(shown - set(here["label"])):
            raise UsageError(
                f"{name}: {unknown[0]!r} is not in bounds; give the table as it was computed, with its language and division"
            )
        terms = dict(here.select("label", "term").iter_rows())
        frame = frame.with_columns(pl.col(name).replace_strict(terms, default=None, return_dtype=pl.String()))
    return frame
