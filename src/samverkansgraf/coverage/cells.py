"""
Coverage: for each cell of what is studied, whether anything is known to be there.

``covered`` something is there, ``none_found`` somebody searched and found nothing, ``indirect`` something may be
there, ``not_searched`` else: nobody is known to have looked. The first that holds stands.
"""

from __future__ import annotations

import math
from typing import IO, TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.coverage.dimensions import chosen, named
from samverkansgraf.coverage.districts import of_division
from samverkansgraf.coverage.grades import Moment, moment
from samverkansgraf.coverage.grid import Grid
from samverkansgraf.coverage.periods import PERIOD, Period, periods_of
from samverkansgraf.coverage.scope import Scope
from samverkansgraf.coverage.sentences import unnamed_label
from samverkansgraf.coverage.snapshot import PART, Snapshot, snapshot, spans
from samverkansgraf.coverage.tally import Tally, tally
from samverkansgraf.errors import UsageError
from samverkansgraf.flat_tables import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: The columns of every result after those of its dimensions.
COLUMNS: Final = (
    "value", "initiatives", "actors", "sources", "independent_sources", "indirect_evidence", "searches",
    "planned", "ended", "delivers", "last_seen", "complete_searches",
    "sectors", "firmest", "weakest", "newest_source", "kind_not_stated", "funders",
)  # fmt: skip


def coverage(
    frames: Frames,
    bounds: Bounds,
    *,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    levels: Literal["finest", "all"] = "finest",
    language: Language = "sv",
    division: str | None = None,
    periods: Sequence[str] = (),
) -> pl.DataFrame:
    """
    Return the cells of what is studied and what is known of each.

    Parameters
    ----------
    frames
        The graph.
    bounds
        Districts, themes and sectors studied. Cells are the finest of its districts (those with
        no other in bounds within them), every theme and every sector.
    by
        One or more of ``district``, ``theme``, ``sector``, ``target_group``, ``period``, in the order of the
        columns. A dimension left out is not asked about: without district it matters not where an
        initiative is placed (then it needs a source of its own or of anything about it), without
        theme not what it is about, without sector not who takes part. A search covers
        such a cell only if it searched all of the dimension left out.
    at
        A day or an EDTF date; ``"ever"`` or ``None`` for all time. At a date, what has surely ended
        by then covers nothing and is counted in ``ended``; what surely has not begun covers nothing.
        For all time nothing has ended, and a search limited to a time covers no cell.
    levels
        ``"all"``: also the places that contain the districts, and a row for those nobody named.
    language
        Of the labels.
    division
        The kind of districts (as in ``places.kind``) to keep, where bounds hold several divisions: cells
        are then of these, and what lies within one is in it.
    periods
        Where ``period`` is a dimension, the periods as EDTF dates or intervals; else they are years:
        those of ``at``, of the bounds, or of all that is dated.

    Returns
    -------
    cells
        A column of labels for each dimension, then ``value`` (:data:`~samverkansgraf.coverage.shares.VALUES`) and counts.
        ``initiatives`` are those that make the cell covered or indirect, else 0; ``actors`` those in
        tie-making roles in them, in sector cells those of the sector; ``sources`` those of their
        placements in the cell and their participations; ``independent_sources`` those among
        them with evidence of standing independent for these initiatives; ``last_seen`` the latest of
        their dates, as written. ``indirect_evidence``, ``planned`` and ``ended`` count the
        initiatives that do not cover the cell but reach it so, whatever its value. ``searches`` counts
        those that cover the cell, whatever was found; ``complete_searches`` those of a full
        register that found nothing. ``sectors`` are labels of the actors'; ``firmest`` and ``weakest`` the
        certainty range of its initiatives, as the ``why`` of
        :func:`~samverkansgraf.coverage.evidence.cell_evidence`; ``newest_source`` the title of the source of
        ``last_seen``; ``delivers`` counts initiatives whose activity is said to be delivery and
        ``kind_not_stated`` those of which no kind of activity is said; ``funders`` actors in that role.
        With ``levels="all"`` follow ``covered_of`` and ``of`` ("n of N") and ``level`` (``finest``,
        ``coarser``, ``unnamed``).

    Raises
    ------
    UsageError
        An unknown dimension, date, level, division or period.

    Notes
    -----
    A coarser cell is ``covered`` if all it contains is, ``none_found`` if all is, ``indirect`` if
    anything in it is covered or indirect, else ``not_searched``. Its N is ``district_total`` where
    it contains every district in bounds, for then it contains those nobody named too. The row
    for these is always ``not_searched``: a search of all districts is one of those named.

    A search of a place covers the cells within it, of a group those it lists, of a theme or sector
    the narrower ones; a search of something narrower does not cover the broader cell. In sector
    cells a participation with places or themes of its own acts there and not where its initiative is.
    An initiative is in several places, for the actors without a place of their own, if any of the
    single places it is in, groups taken apart, does not lie in the cell.

    Target groups are those that participations in that role name, a group that is part of another
    counting for it too; no search names one, so a search covers the cells of all.

    Of a period, ``covered`` is what surely held some time in it by the dates given; what only may have, for its
    dates are open or not given, makes a cell ``indirect`` (``perhaps_then``). A placement or participation
    without dates holds as long as its initiative. ``ended`` is what surely ended before it, and
    a search limited to a time covers the periods that lie within.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> coverage(Frames.of(places=places), Bounds(districts=("urn:b",)), by=["district"])["value"].to_list()
    ['not_searched']
    """
    cells = Cells(
        frames, bounds, by=by, at=at, levels=levels, language=language, division=division, periods=periods
    )
    return cells.table()


class Cells:
    """
    The cells of a question, spread out part by part: as many as memory does not hold at once.

    What :func:`coverage` takes, this takes; its parts, one after the other, are what that returns.
    """

    def __init__(
        self,
        frames: Frames,
        bounds: Bounds,
        *,
        by: Sequence[str] = ("district", "theme"),
        at: str | date | None = None,
        levels: Literal["finest", "all"] = "finest",
        language: Language = "sv",
        division: str | None = None,
        periods: Sequence[str] = (),
    ) -> None:
        if levels not in ("finest", "all"):
            raise UsageError(f"levels: '{levels}' is unknown; use finest or all")
        self.names = named(by)
        self.dimensions = chosen(self.names)
        if PERIOD in self.names:
            self.periods = periods_of(frames, bounds, at=at, given=periods)
            at = None
        elif periods:
            raise UsageError("periods: add period to the dimensions of --by, or leave the periods out")
        else:
            self.periods = (Period("", moment(at)),)
        self._levels = levels
        self._scope = Scope.of(frames, of_division(frames, bounds, division), at, language)
        self._snapshots: dict[Moment, Snapshot] = {}

    def parts(self) -> Iterator[pl.DataFrame]:
        """Yield the table of :func:`coverage` in parts, in its order; at least one."""
        inner = self._inner()
        shots = [self._at(period) for period in self.periods]
        cells = shots[0].grid.cells if shots else 0
        step = max(1, PART // inner // len(self.periods)) * inner if len(self.periods) > 1 else PART
        for first, last in spans(cells, step):
            if last - first > inner or len(shots) == 1:
                several = [
                    self._spread(shot, shot.part(first, last), period).with_columns(
                        _block=pl.col("row") // inner
                    )
                    for period, shot in zip(self.periods, shots, strict=True)
                ]
                rows = pl.concat(several)
                if len(several) > 1:
                    rows = rows.sort("_block", maintain_order=True)
                yield self._shown(rows)
                continue
            for period, shot in zip(self.periods, shots, strict=True):
                for start, stop in spans(last - first, PART):
                    yield self._shown(self._spread(shot, shot.part(first + start, first + stop), period))
        if self._levels == "all" and shots and self.unnamed:
            yield self._unnamed()

    def table(self) -> pl.DataFrame:
        """Return all parts as one table."""
        return pl.concat(list(self.parts()))

    @property
    def unnamed(self) -> int:
        """Return how many districts there are that nobody has named, where districts are a dimension."""
        if "district" not in self.names:
            return 0
        total = self._scope.bounds.district_total or 0
        return max(0, total - self._scope.cells["district"].height)

    def unnamed_cells(self) -> int:
        """Return how many cells are of districts that nobody has named."""
        others = [self._scope.cells[d.name].height for d in self.dimensions if d.name != "district"]
        return self.unnamed * math.prod(others) * len(self.periods)

    def _inner(self) -> int:
        """Return how many cells follow one another within a period."""
        if PERIOD not in self.names:
            return 1
        after = self.names[self.names.index(PERIOD) + 1 :]
        sizes = self._at(self.periods[0]).grid.sizes
        return max(1, math.prod(sizes[name] for name in after))

    def _at(self, period: Period) -> Snapshot:
        if period.when not in self._snapshots:
            self._snapshots[period.when] = snapshot(
                self._scope.at(period.when), self.dimensions, coarser=self._levels == "all"
            )
        return self._snapshots[period.when]

    def scope_at(self, period: Period) -> Scope:
        """Return what is asked of one period."""
        return self._scope.at(period.when)

    def labelled(self, rows: pl.DataFrame, period: Period) -> pl.DataFrame:
        """Add a column of labels for each dimension to rows with ``row``, the number of a finest cell."""
        grid = Grid(
            {dimension.name: self._scope.cells[dimension.name].height for dimension in self.dimensions}
        )
        return self._with_labels(grid.unpacked(rows), period, None)

    def _with_labels(self, rows: pl.DataFrame, period: Period, shot: Snapshot | None) -> pl.DataFrame:
        columns = []
        for dimension in self.dimensions:
            labels = self._scope.cells[dimension.name]["label"]
            if shot is not None and shot.level is not None and dimension.name == shot.level.name:
                labels = pl.concat([labels, shot.level.coarser.cells["label"]])
            columns.append(labels.gather(rows[dimension.name]).alias(dimension.name))
        if PERIOD in self.names:
            columns.append(pl.Series(PERIOD, [period.label], dtype=pl.String).new_from_index(0, rows.height))
        return rows.with_columns(columns)

    def _spread(self, shot: Snapshot, rows: pl.DataFrame, period: Period) -> pl.DataFrame:
        """Put labels in the place of the dimensions' numbers, and say of each cell which level it is."""
        if self._levels == "all":
            rows = rows.with_columns(level=self._level_names(shot))
            if shot.level is None:
                covered = (pl.col("value") == "covered").cast(pl.Int64)
                rows = rows.with_columns(covered_of=covered, of=pl.lit(1, dtype=pl.Int64))
        return self._with_labels(rows, period, shot)

    def _level_names(self, shot: Snapshot) -> pl.Expr:
        if shot.level is None:
            return pl.lit("finest")
        fine = self._scope.cells[shot.level.name].height
        return pl.when(pl.col(shot.level.name) < fine).then(pl.lit("finest")).otherwise(pl.lit("coarser"))

    def _shown(self, rows: pl.DataFrame) -> pl.DataFrame:
        extra = ("covered_of", "of", "level") if self._levels == "all" else ()
        nobody = pl.lit([], dtype=pl.List(pl.String))
        return rows.with_columns(pl.col("sectors").fill_null(nobody)).select(*self.names, *COLUMNS, *extra)

    def _unnamed(self) -> pl.DataFrame:
        """Return rows for the districts nobody named: nobody can have searched them by name."""
        number = self.unnamed
        schema = self._shown(self._spread(*self._nothing(), self.periods[0])).schema
        rows = pl.DataFrame({"district": [unnamed_label(number, self._scope.language)]})
        for name in self.names:
            if name == "district":
                continue
            labels = (
                [one.label for one in self.periods] if name == PERIOD else self._scope.cells[name]["label"]
            )
            rows = rows.join(pl.DataFrame({name: labels}), how="cross", maintain_order="left_right")
        known = {"value": "not_searched", "of": number, "level": "unnamed", "sectors": []}
        return rows.with_columns(
            pl.lit(known.get(column, None if dtype == pl.String else 0), dtype=dtype).alias(column)
            for column, dtype in schema.items()
            if column not in self.names
        ).select(schema.names())

    def _nothing(self) -> tuple[Snapshot, pl.DataFrame]:
        shot = self._at(self.periods[0])
        return shot, shot.part(0, 0)


def write_coverage(file: IO[bytes], cells: Cells) -> Tally:
    """
    Write cells as CSV, part by part, and return what they are as a whole.

    Parameters
    ----------
    file
        Where to write.
    cells
        The cells.

    Returns
    -------
    tally
        As of the whole table, for :func:`~samverkansgraf.coverage.sentences.coverage_in_words`.
    """
    whole = Tally()
    for number, part in enumerate(cells.parts()):
        file.write(csv_text(part, header=number == 0).encode())
        whole += tally(part)
    return whole
