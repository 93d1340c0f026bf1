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

_NOT_YET: Final = (sg("StatusProposed"), sg("StatusPlanned"))


@dataclass(frozen=True, slots=True)
class Moment:
    """The days that a cell may speak of; both ``None`` is all time."""

    earliest: date | None = None
    latest: date | None = None

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
    return pl.max_horizontal(by_certainty, _grade_by_dates(when)).alias("grade")


def graded_initiatives(frames: Frames, when: Moment) -> pl.DataFrame:
    """
    Return ``initiative, grade``: stated, not begun, planned or ended.

    Merely planned is what has the status proposed or planned, and what has planned participations
    and no sourced one of another certainty. Status ended holds from the date of the first source
    of the initiative (without a dated source, at any moment), unless the end is surely later.
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
    if not when.is_ever:
        ended = (
            (pl.col("status") == sg("StatusEnded")).fill_null(value=False)
            & (pl.col("first_said").is_null() | (pl.col("first_said") <= when.latest))
            & ~(pl.col("end_earliest") > when.latest).fill_null(value=False)
        )
    is_planned = pl.col("status").is_in(_NOT_YET).fill_null(value=False) | pl.col("only_planned").fill_null(
        value=False,
    )
    return (
        frames.initiatives.unique("initiative", keep="first", maintain_order=True)
        .join(planned, on="initiative", how="left")
        .join(_first_said(frames), on="initiative", how="left")
        .select(
            "initiative",
            pl.max_horizontal(
                _grade_by_dates(when),
                pl.when(is_planned).then(_grade(Grade.PLANNED)).otherwise(_grade(Grade.STATED)),
                pl.when(ended).then(_grade(Grade.ENDED)).otherwise(_grade(Grade.STATED)),
            ).alias("grade"),
        )
    )


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
    return (
        pl.when(pl.col("end_latest") < when.earliest)
        .then(_grade(Grade.ENDED))
        .when(pl.col("start_earliest") > when.latest)
        .then(_grade(Grade.NOT_BEGUN))
        .otherwise(_grade(Grade.STATED))
    )


def _grade(grade: Grade) -> pl.Expr:
    return pl.lit(int(grade), dtype=pl.UInt8)
