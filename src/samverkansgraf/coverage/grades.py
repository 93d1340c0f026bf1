"""
How firmly a row says that something is there, as of a moment.

The grade of a combination (an initiative, its placement, an actor's participation) is the
highest of its parts: it is no firmer than the weakest of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.dates import DateError, bounds
from samverkansgraf.errors import UsageError
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames


class Grade(IntEnum):
    """Why a row counts as it does; the tens digit is what it can do for a cell."""

    STATED = 10
    IN_PART = 20
    INFERRED = 21
    LARGER_PLACE = 22
    POSSIBLE_MEMBER = 23
    ACTOR_PLACE_UNKNOWN = 24
    PERHAPS_THEN = 25
    NOT_BEGUN = 30
    PLANNED = 40
    ENDED = 50

    @property
    def why(self) -> str:
        """Return the code that results show, such as ``in_part``."""
        return self.name.lower()


#: Grades below this say that something is there: covering, or indirect evidence.
NOT_THERE: Final = 30
#: Grades below this cover.
NOT_COVERING: Final = 20

_DAYS: Final = ("start_earliest", "start_latest", "end_earliest", "end_latest")
_NOT_YET: Final = (sg("StatusProposed"), sg("StatusPlanned"))


@dataclass(frozen=True, slots=True)
class Moment:
    """
    The days that a cell may speak of; both ``None`` is all time.

    At a moment what is undated stays. Of a period, only what surely held some time in it covers.
    """

    earliest: date | None = None
    latest: date | None = None
    of_period: bool = False

    @property
    def is_ever(self) -> bool:
        """Return whether all time is meant."""
        return self.earliest is None


def moment(at: str | date | None) -> Moment:
    """
    Return the moment that ``at`` names.

    Parameters
    ----------
    at
        A day, an EDTF date, or ``"ever"`` or ``None`` for all time. Of an imprecise date, what
        holds for all its days counts as sure.

    Raises
    ------
    UsageError
        The text is no date, or one without bounds.

    Examples
    --------
    >>> moment("2021-10").latest
    datetime.date(2021, 10, 31)
    >>> moment("ever").is_ever
    True
    """
    if at is None or at == "ever":
        return Moment()
    if isinstance(at, date):
        return Moment(at, at)
    remedy = "write a day as 2021-10-01, or ever"
    try:
        found = bounds(at)
    except DateError as error:
        raise UsageError(f"at: {error.problem}; {remedy}") from None
    if found.earliest is None or found.latest is None:
        raise UsageError(f"at: '{at}' has no first and last day; {remedy}")
    return Moment(found.earliest, found.latest)


def is_sourced(column: str = "sources") -> pl.Expr:
    """Return an expression: the row names at least one source."""
    return pl.col(column).list.drop_nulls().list.len().fill_null(0) > 0


def row_grade(when: Moment) -> pl.Expr:
    """Return an expression: the grade of a placement or participation by its certainty and dates."""
    certainty = pl.col("certainty").fill_null(sg("Stated"))
    by_certainty = (
        pl.when(certainty == sg("Stated"))
        .then(_grade(Grade.STATED))
        .when(certainty == sg("Planned"))
        .then(_grade(Grade.PLANNED))
        .when(certainty == sg("Inferred"))
        .then(_grade(Grade.INFERRED))
        .otherwise(_grade(Grade.IN_PART))
    )
    by_dates = _grade_by_dates(when)
    grade = pl.max_horizontal(by_certainty, by_dates)
    if when.of_period:  # what surely comes later was no plan for then
        grade = pl.when(by_dates == int(Grade.NOT_BEGUN)).then(by_dates).otherwise(grade)
    return grade.alias("grade")


def graded_initiatives(frames: Frames, when: Moment) -> pl.DataFrame:
    """
    Return ``initiative, grade``: stated, not begun, planned or ended.

    Merely planned is what has the status proposed or planned, and what has planned participations
    and no sourced one of another certainty. Status ended holds from the date of the first source
    of the initiative (without a dated source, at any moment), unless the end is surely later.

    Of a period, an initiative surely held some time in it if it did by its own dates, or a sourced
    placement or participation of it that is not planned did by those it has; else perhaps. Status ended
    then says that it had ended only if a source said so before the period.
    """
    planned = (
        frames.participations.group_by("initiative")
        .agg(
            (pl.col("certainty") == sg("Planned")).any().fill_null(value=False).alias("some"),
            ((pl.col("certainty").fill_null("") != sg("Planned")) & is_sourced()).any().alias("others"),
        )
        .select("initiative", only_planned=pl.col("some") & ~pl.col("others"))
    )
    ended = pl.lit(value=False)
    said_ended = (pl.col("status") == sg("StatusEnded")).fill_null(value=False)
    if when.of_period:
        ended = said_ended & ((pl.col("first_said") < when.earliest) & ~_later(when.earliest)).fill_null(
            value=False
        )
    elif not when.is_ever:
        ended = (
            said_ended
            & (pl.col("first_said").is_null() | (pl.col("first_said") <= when.latest))
            & ~_later(when.latest)
        )
    is_planned = pl.col("status").is_in(_NOT_YET).fill_null(value=False) | pl.col("only_planned").fill_null(
        value=False,
    )
    by_dates = _grade_by_dates(when)
    known = (
        frames.initiatives.unique("initiative", keep="first", maintain_order=True)
        .join(planned, on="initiative", how="left")
        .join(_first_said(frames), on="initiative", how="left")
    )
    if when.of_period:
        known = known.join(_surely_then(frames, when), on="initiative", how="left")
        later = is_planned & (pl.col("first_said") > when.latest).fill_null(value=False)
        by_dates = (
            pl.when(by_dates >= NOT_THERE)
            .then(by_dates)
            .when(later)
            .then(_grade(Grade.NOT_BEGUN))
            .when(pl.col("surely").fill_null(value=False))
            .then(_grade(Grade.STATED))
            .otherwise(_grade(Grade.PERHAPS_THEN))
        )
    grade = pl.max_horizontal(
        by_dates,
        pl.when(is_planned).then(_grade(Grade.PLANNED)).otherwise(_grade(Grade.STATED)),
        pl.when(ended).then(_grade(Grade.ENDED)).otherwise(_grade(Grade.STATED)),
    )
    if when.of_period:
        grade = pl.when(by_dates == int(Grade.NOT_BEGUN)).then(by_dates).otherwise(grade)
    return known.select("initiative", grade.alias("grade"))


def _later(day: date | None) -> pl.Expr:
    return (pl.col("end_earliest") > day).fill_null(value=False)


def _surely_then(frames: Frames, when: Moment) -> pl.DataFrame:
    """Return ``initiative, surely`` of those that surely held some time in a period, or something of them did."""
    parts = [
        frame.filter(
            is_sourced(), pl.col("certainty").fill_null("") != sg("Planned"), _surely_in(when)
        ).select("initiative")
        for frame in (frames.placements, frames.participations)
    ]
    own = frames.initiatives.filter(_surely_in(when)).select("initiative")
    return pl.concat([own, *parts]).unique().with_columns(surely=pl.lit(value=True))


def _surely_in(when: Moment) -> pl.Expr:
    """Return an expression: wherever the start and the end are within their bounds, some day of the period is between."""
    last_start = pl.min_horizontal("start_latest", "end_latest")
    first_end = pl.max_horizontal("start_earliest", "end_earliest")
    return ((last_start <= when.latest) & (first_end >= when.earliest)).fill_null(value=False)


def _first_said(frames: Frames) -> pl.DataFrame:
    dated = dated_sources(frames).select("source", "earliest")
    return (
        frames.initiatives.select("initiative", source="sources")
        .explode("source")
        .join(dated, on="source")
        .group_by("initiative")
        .agg(pl.col("earliest").min().alias("first_said"))
    )


def dated_sources(frames: Frames) -> pl.DataFrame:
    """Return ``source, date, earliest, latest`` of the sources whose date has bounds."""
    texts = frames.sources.select("source", "date").drop_nulls().unique("source", keep="first")
    found = [(source, text, *_days(text)) for source, text in texts.sort("source").iter_rows()]
    schema = {"source": pl.String, "date": pl.String, "earliest": pl.Date, "latest": pl.Date}
    return pl.DataFrame(found, schema=schema, orient="row").drop_nulls()


def _days(text: str) -> tuple[date | None, date | None]:
    try:
        found = bounds(text)
    except DateError:  # a source read without the checks of tables; its date says nothing here
        return None, None
    return found.earliest, found.latest or found.earliest


def _grade_by_dates(when: Moment) -> pl.Expr:
    if when.is_ever:
        return _grade(Grade.STATED)
    outside = (
        pl.when(pl.col("end_latest") < when.earliest)
        .then(_grade(Grade.ENDED))
        .when(pl.col("start_earliest") > when.latest)
        .then(_grade(Grade.NOT_BEGUN))
    )
    if not when.of_period:
        return outside.otherwise(_grade(Grade.STATED))
    undated = pl.all_horizontal(pl.col(_DAYS).is_null())  # as long as its initiative
    return (
        outside.when(undated | _surely_in(when))
        .then(_grade(Grade.STATED))
        .otherwise(_grade(Grade.PERHAPS_THEN))
    )


def _grade(grade: Grade) -> pl.Expr:
    return pl.lit(int(grade), dtype=pl.UInt8)
