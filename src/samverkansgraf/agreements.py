"""Agreements in order of time: which have run out by a day, and the gaps between one and the next."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.dates import DateBounds, DateError, is_uncertain, joint_bounds, known_bounds
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.frames import Frames

#: What is known of an agreement on a day, by its dates.
State = Literal["planned", "ended", "perhaps_ended", "not_ended", "no_end", "not_begun"]
#: What lies between an agreement and the one before it.
Between = Literal["gap", "no_gap", "not_known"]

_NOT_YET: Final = (sg("StatusProposed"), sg("StatusPlanned"))
_DAY: Final = timedelta(days=1)
_GAPS: Final[dict[str, pl.DataType]] = {
    "earlier": pl.String(),
    "later": pl.String(),
    "replaces": pl.Boolean(),
    "between": pl.String(),
    "first_day": pl.Date(),
    "last_day": pl.Date(),
}


def agreements_by_time(frames: Frames, *, at: date) -> pl.DataFrame:
    """
    Return the agreements in order of time, with what is known of each on a day.

    Where sources give different dates all of them count: an agreement has surely ended only if it
    has by each. A date that is marked as uncertain or approximate makes nothing sure.

    Parameters
    ----------
    frames
        The graph.
    at
        The day that is spoken of. An agreement still runs on its last day.

    Returns
    -------
    agreements
        ``agreement``, ``starts`` and ``ends`` (every date given, EDTF, sorted), ``state``; by the earliest
        day each may have begun, or the day it had begun by, those without a start last, then by label. ``state`` is ``planned`` (its
        status is proposed or planned), ``not_begun`` (surely begins later), ``ended`` (surely, or the status
        says so in a source not later than the day), ``perhaps_ended`` (an end is given, and the day may
        lie on either side of it), ``not_ended`` (the end surely is to come) or ``no_end`` (none is given,
        which does not say that it runs). A status that sources disagree on says nothing here.
    """
    starts, ends = _dates(frames, "start"), _dates(frames, "end")
    statuses = _statuses(frames, at)
    rows = []
    for agreement, label in frames.agreements.select("agreement", "label").iter_rows():
        begun, over = starts.get(agreement, ()), ends.get(agreement, ())
        joint = joint_bounds(begun)
        first = joint.earliest or joint.latest
        rows.append((first is None, first or date.max, label or "", agreement, begun, over))
    return pl.DataFrame(
        [
            (
                agreement,
                list(begun),
                list(over),
                _with_status(_state(begun, over, at), statuses.get(agreement)),
            )
            for _, _, _, agreement, begun, over in sorted(rows, key=lambda row: row[:4])
        ],
        schema={
            "agreement": pl.String(),
            "starts": pl.List(pl.String()),
            "ends": pl.List(pl.String()),
            "state": pl.String(),
        },
        orient="row",
    )


def gaps_between(frames: Frames) -> pl.DataFrame:
    """
    Return what lies between each agreement and the one before it.

    An agreement follows those that its sources say it replaces. It also follows the one of the same kind
    between the same parties that began last before it, a unit counting as what it is part of and merely
    proposed ones left out; no source then says that the one replaces the other.

    Returns
    -------
    gaps
        ``earlier``, ``later``, ``replaces`` (whether a source says so), ``between``, ``first_day``,
        ``last_day``, in order of time. ``gap``: the earlier surely ended before the later began, and neither
        held from ``first_day`` to ``last_day`` at the least; ``no_gap``: the later surely began no later
        than the day after the earlier ended; ``not_known``: the dates given do not tell. The days are null
        but for a gap.
    """
    starts, ends = _dates(frames, "start"), _dates(frames, "end")
    said = [
        (earlier, later)
        for later, replaced in frames.agreements.select("agreement", "replaces").iter_rows()
        for earlier in replaced or ()
    ]
    alike = [pair for pair in _of_one_kind(frames, starts) if pair not in set(said)]
    rows = []
    for earlier, later in (*said, *alike):
        begun = joint_bounds(_sure(starts.get(later, ())))
        over = joint_bounds(_sure(ends.get(earlier, ())))
        row = (earlier, later, (earlier, later) in said, *_between(over, begun))
        rows.append(((begun.earliest or date.max, later, earlier), row))
    return pl.DataFrame([row for _, row in sorted(rows)], schema=_GAPS, orient="row")


def _of_one_kind(frames: Frames, starts: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return each agreement with the one of its kind and parties that began last before it."""
    above = {
        actor: parents[0]
        for actor, parents in frames.actors.select("actor", "part_of").iter_rows()
        if parents and len(parents) == 1
    }
    rows: dict[tuple[str, frozenset[str]], list[tuple[date, str]]] = {}
    for agreement, kind, parties, status in frames.agreements.select(
        "agreement", "kind", "parties", "status"
    ).iter_rows():
        begun = joint_bounds(starts.get(agreement, ())).earliest
        who = frozenset(_top(party, above) for party in parties or ())
        if kind and begun and len(who) > 1 and status not in _NOT_YET:
            rows.setdefault((kind, who), []).append((begun, agreement))
    return [
        (earlier, later)
        for alike in rows.values()
        for (first, earlier), (second, later) in pairwise(sorted(alike))
        if first < second
    ]


def _top(actor: str, above: Mapping[str, str]) -> str:
    """Return the organisation that a unit is part of, however far up."""
    passed = {actor}
    while (parent := above.get(actor)) and parent not in passed:
        passed.add(parent)
        actor = parent
    return actor


def _between(over: DateBounds, begun: DateBounds) -> tuple[Between, date | None, date | None]:
    if over.latest is not None and begun.earliest is not None and over.latest + _DAY < begun.earliest:
        return "gap", over.latest + _DAY, begun.earliest - _DAY
    if over.earliest is not None and begun.latest is not None and begun.latest <= over.earliest + _DAY:
        return "no_gap", None, None
    return "not_known", None, None


def _state(begun: Sequence[str], over: Sequence[str], at: date) -> State:
    starts, ends = joint_bounds(_sure(begun)), joint_bounds(_sure(over))
    if starts.earliest is not None and starts.earliest > at:
        return "not_begun"
    if not over:
        return "no_end"
    if ends.latest is not None and ends.latest < at:
        return "ended"
    return "not_ended" if ends.earliest is not None and ends.earliest >= at else "perhaps_ended"


def _with_status(by_dates: State, status: str | None) -> State:
    if status in _NOT_YET and by_dates in {"no_end", "not_ended", "not_begun"}:
        return "planned"
    return "ended" if status == sg("StatusEnded") and by_dates in {"no_end", "perhaps_ended"} else by_dates


def _statuses(frames: Frames, at: date) -> Mapping[str, str]:
    """Return by agreement the one status it has; that it has ended, only from its first source's date."""
    which = pl.col("property") == sg("status")
    given = pl.concat(
        [
            frames.agreements.select("agreement", value="status"),
            frames.values.filter(which).select("value", agreement="about").select("agreement", "value"),
            frames.statements.filter(which).select("value", agreement="about").select("agreement", "value"),
        ]
    ).drop_nulls()
    sole = {
        key: values[0]
        for key, values in given.group_by("agreement").agg(pl.col("value").unique()).iter_rows()
        if len(values) == 1
    }
    dated = dict(frames.sources.select("source", "date").drop_nulls().iter_rows())
    said_later = set()
    for agreement, sources in frames.agreements.select("agreement", "sources").iter_rows():
        first = [known_bounds(dated[source]).earliest for source in sources or () if source in dated]
        known = [day for day in first if day]
        if known and min(known) > at and sole.get(agreement) == sg("StatusEnded"):
            said_later.add(agreement)
    return {agreement: status for agreement, status in sole.items() if agreement not in said_later}


def _dates(frames: Frames, column: Literal["start", "end"]) -> Mapping[str, tuple[str, ...]]:
    """Return by agreement every date that a row, a fact or a source's own graph gives it, sorted."""
    which = pl.col("property") == sg(column)
    given = pl.concat(
        [
            frames.agreements.select("agreement", value=column),
            frames.values.filter(which).select("value", agreement="about").select("agreement", "value"),
            frames.statements.filter(which).select("value", agreement="about").select("agreement", "value"),
        ]
    ).drop_nulls()
    return {
        agreement: tuple(sorted(set(values)))
        for agreement, values in given.group_by("agreement").agg("value").iter_rows()
    }


def _sure(given: Sequence[str]) -> Sequence[str]:
    """Return the dates, or one without bounds where any is uncertain or no date."""
    try:
        return ("",) if any(is_uncertain(one) for one in given) else given
    except DateError:  # a graph made elsewhere may hold words instead
        return ("",)
