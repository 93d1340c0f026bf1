"""What stands behind many cells of districts by themes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.contributions import contributions
from samverkansgraf.coverage.dimensions import chosen
from samverkansgraf.coverage.grades import Grade, moment
from samverkansgraf.coverage.scope import Scope
from samverkansgraf.coverage.searches import searched

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

_BY: Final = ("district", "theme")
_SCHEMA: Final = {**dict.fromkeys((*_BY, "why", "initiative", "about"), pl.String)}


def behind_cells(
    frames: Frames,
    bounds: Bounds,
    *,
    districts: Collection[str],
    themes: Collection[str],
    at: str | date | None = None,
    language: Language = "sv",
) -> pl.DataFrame:
    """
    Return what makes cells what they are: placements, and searches that cover them.

    Parameters
    ----------
    frames, bounds, at, language
        As in :func:`~samverkansgraf.coverage.cells.coverage`.
    districts, themes
        The labels of the cells, finest ones; others give no rows.

    Returns
    -------
    rows
        ``district, theme`` (labels), ``why`` (as :func:`~samverkansgraf.coverage.evidence.cell_evidence` has it), ``initiative``
        (null for a search) and ``about`` (the placement or the search); by cell, the firmest first.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> behind_cells(Frames.of(places=places), Bounds(districts=("urn:b",)), districts=["Bäckby"], themes=[]).height
    0
    """
    scope = Scope.of(frames, bounds, None, language).at(moment(at))
    for name, labels in zip(_BY, (districts, themes), strict=True):
        cells = scope.cells[name]
        scope = scope.only(name, cells.filter(pl.col("label").is_in(list(labels))))
    rows = pl.concat([_placed(scope), _looked(scope)], how="diagonal")
    for name in _BY:
        known = scope.cells[name].select("cell", "label")
        rows = rows.join(known, left_on=name, right_on="cell").with_columns(pl.col("label").alias(name))
        rows = rows.drop("label")
    whys = {int(grade): grade.why for grade in Grade}
    called = frames.initiatives.select("initiative", "label").unique("initiative", keep="first")
    return (
        rows.join(called, on="initiative", how="left")
        .sort(*_BY, "grade", "label", "initiative", "about", nulls_last=True)
        .with_columns(
            why=pl.col("grade").cast(pl.Int64).replace_strict(whys, default="search", return_dtype=pl.String)
        )
        .select(list(_SCHEMA))
        .cast(pl.Schema(_SCHEMA))
    )


def _placed(scope: Scope) -> pl.DataFrame:
    """Return ``district, theme`` (numbers), ``grade, initiative, about`` of placements, each at its firmest."""
    rows = contributions(scope, chosen(_BY)).drop_nulls("placement")
    firm = rows.group_by(*_BY, "placement", "initiative").agg(pl.col("grade").min())
    named = scope.with_ids(scope.with_ids(firm, "placement"), "initiative")
    return named.rename({"placement": "about"})


def _looked(scope: Scope) -> pl.DataFrame:
    """Return ``district, theme`` (numbers) and ``about`` of the searches that cover cells."""
    found = searched(scope, chosen(_BY))
    rows = found.searches.select(*_BY, about="search")
    for name in _BY:
        every = rows.filter(pl.col(name)).drop(name).join(scope.cells[name].select(cell="cell"), how="cross")
        some = rows.filter(~pl.col(name)).drop(name)
        some = some.join(found.cells[name].rename({"search": "about"}), on="about")
        rows = pl.concat([every, some], how="diagonal").rename({"cell": name})
    return rows
