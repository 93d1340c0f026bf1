"""When initiatives and agreements surely held, when they may have, and where nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.dates import DateBounds, DateError, is_uncertain, joint_bounds
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkansgraf.frames import Frames

Kind = Literal["initiative", "agreement"]
KINDS: Final[tuple[Kind, ...]] = ("initiative", "agreement")
_NOT_YET: Final = (sg("StatusProposed"), sg("StatusPlanned"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """
    What is known of the time of one thing.

    Attributes
    ----------
    node, kind
        An initiative or an agreement.
    starts, ends
        Every date that a source gives (EDTF, sorted).
    first, last
        The first and the last day it may have held; ``None`` where no bound is known.
    begun_by, over_from
        It had surely begun by the one and was surely not over before the other; ``None`` where a date is
        uncertain or not given.
    planned
        It is proposed or planned.
    """

    node: str
    kind: Kind
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    first: date | None
    begun_by: date | None
    over_from: date | None
    last: date | None
    planned: bool

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that bounds it."""
        return tuple(day for day in (self.first, self.begun_by, self.over_from, self.last) if day)

    @property
    def dated(self) -> bool:
        """Whether any year is known of it."""
        return bool(self.days)

    @property
    def surely(self) -> tuple[date, date] | None:
        """From when to when it surely held, be it one day; ``None`` where nothing is sure."""
        if self.begun_by and self.over_from:
            return (self.begun_by, self.over_from) if self.begun_by <= self.over_from else None
        known = self.begun_by or self.over_from
        if known is None or (self.last and known > self.last) or (self.first and known < self.first):
            return None
        return known, known

    def may_hold(self, at: DateBounds) -> bool:
        """Tell whether it may have held some time in a date."""
        over = self.last is not None and at.earliest is not None and self.last < at.earliest
        not_begun = self.first is not None and at.latest is not None and self.first > at.latest
        return not (over or not_begun)


def spans(frames: Frames, kind: Kind) -> list[Span]:
    """Return what is known of the time of all initiatives or agreements, by IRI."""
    frame = frames.initiatives if kind == "initiative" else frames.agreements
    starts, ends = (_dates(frames, frame, kind, end) for end in ("start", "end"))
    found = [
        _span(node, kind, starts.get(node, ()), ends.get(node, ()), planned=status in _NOT_YET)
        for node, status in frame.unique(kind, keep="first", maintain_order=True)
        .select(kind, "status")
        .iter_rows()
    ]
    return sorted(found, key=lambda span: span.node)


def _span(node: str, kind: Kind, starts: Sequence[str], ends: Sequence[str], *, planned: bool) -> Span:
    begin, over = joint_bounds(starts), joint_bounds(ends)
    return Span(
        node=node,
        kind=kind,
        starts=tuple(starts),
        ends=tuple(ends),
        first=begin.earliest,
        begun_by=begin.latest if _is_sure(starts) else None,
        over_from=over.earliest if _is_sure(ends) else None,
        last=over.latest,
        planned=planned,
    )


def _dates(frames: Frames, frame: pl.DataFrame, kind: Kind, end: str) -> dict[str, tuple[str, ...]]:
    """Return by thing every date that a row, a fact or a source's own graph gives it, sorted."""
    which = pl.col("property") == sg(end)
    given = pl.concat(
        [
            frame.select(node=kind, value=end),
            frames.values.filter(which).select(node="about", value="value"),
            frames.statements.filter(which).select(node="about", value="value"),
        ]
    ).drop_nulls()
    return {
        node: tuple(sorted(set(values))) for node, values in given.group_by("node").agg("value").iter_rows()
    }


def _is_sure(given: Sequence[str]) -> bool:
    """Tell whether every date is lawful and carries no mark of uncertainty."""
    try:
        return bool(given) and not any(is_uncertain(one) for one in given)
    except DateError:  # a graph made elsewhere may hold words instead
        return False
