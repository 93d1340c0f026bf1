"""What entered, left and stayed in the network between two dates, as far as dates tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan
from typing import TYPE_CHECKING, Any, Final, Literal

import polars as pl

from samverkansgraf.dates import bounds
from samverkansgraf.errors import UsageError
from samverkansgraf.holding import with_dates
from samverkansgraf.measures.change.outcomes import (
    ANY,
    ENTERED,
    LEFT,
    NEITHER,
    STAYED,
    any_of,
    both_of,
    outcomes,
    sureness,
    there,
)
from samverkansgraf.measures.change.stability import stability
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import DEFAULT_SELECTION, Selection, pair_count_bound, selected_participations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkansgraf.dates import DateBounds
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

#: Ties are left out where more meetings of two actors would be gone through.
MOST_MEETINGS: Final = 2_000_000

Kind = Literal["actor", "initiative", "participation", "tie"]
_KINDS: Final[tuple[Kind, ...]] = ("actor", "initiative", "participation", "tie")
#: From when to when.
Studied = tuple[str | None, str | None]
#: Who or what -> the outcomes that dates allow; of an actor or an initiative the second is null.
_Possible = dict[tuple[str, str | None], int]

_S: Final = pl.String()
_THINGS: Final = dict.fromkeys(
    ("kind", "id", "label", "id_b", "label_b", "change", "sureness", "at_from", "at_to"), _S
)
_COUNTS: Final = ("at_from", "at_to", "stayed", "entered", "left")
_SHARES: Final = ("jaccard_low", "jaccard_high", "turnover_low", "turnover_high")
_SUMMARY: Final[dict[str, Any]] = {
    "kind": _S,
    "from": _S,
    "to": _S,
    **{f"{count}_{end}": pl.Int64() for count in _COUNTS for end in ("low", "high")},
    "not_known": pl.Int64(),
    **dict.fromkeys(_SHARES, pl.Float64()),
    "reason": _S,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeBetween:
    """
    What changed in the network between two dates.

    Attributes
    ----------
    things
        A row for each actor, initiative, participation (an actor in an initiative) and tie (two actors in one
        initiative that is no set), and each change that it may have made: ``kind, id, label, id_b, label_b`` (the
        initiative, or the other actor), ``change`` (``stayed``, ``entered`` or ``left``), ``sureness`` (``surely``;
        ``possibly``; or ``not known``, then without a change), and ``at_from, at_to``: whether it was in the network
        then, ``surely``, ``possibly`` or ``no``. What was surely there at neither date has no row.
    summary
        A row for each kind: ``kind, from, to``; how many ``at_from``, ``at_to``, ``stayed``, ``entered``, ``left``,
        each with ``_low`` (surely) and ``_high`` (surely or possibly); ``not_known``, how many of these have dates
        that rule nothing out; ``jaccard_low, jaccard_high, turnover_low, turnover_high`` as
        :func:`~samverkansgraf.measures.change.stability` has them; and ``reason``.
    """

    things: pl.DataFrame
    summary: pl.DataFrame


def change_between(
    frames: Frames,
    start: str,
    end: str,
    *,
    selection: Selection = DEFAULT_SELECTION,
    studied: Studied = (None, None),
    language: Language = "en",
) -> ChangeBetween:
    """
    Return what entered, left and stayed in the network between two dates, and how sure that is.

    What is not known is not taken to be over: nothing has left because no source speaks of it any longer, only
    because a source says when it ended. A participation without dates lies somewhere within its initiative's, and
    may be shorter. An actor is in the network with one participation, a tie with one initiative that both are in; so
    an initiative has left when the participations known in it have ended, whatever else is done in it. Several
    rows that state one link hold together: at a date if one of them does.

    Parameters
    ----------
    frames
        The graph.
    start, end
        EDTF dates, the first over before the second begins. A date of several days, as ``2018`` or ``2015/2018``, is
        all of them: what held on one of its days held then. Two participations held at such a date may have done so on
        different days.
    selection
        Which participations count, and as whose; without ``at``. Actors marked ``in_bounds`` without participations
        are left out here, for they neither enter nor leave.
    studied
        From when and to when participations were looked for, as the project says; null where it does not. A date
        outside is told in ``reason``: who left then has dated ends, but may have gone on in what nobody looked for.
    language
        Of ``reason``.

    Raises
    ------
    DateError
        A text is no EDTF date.
    UsageError
        The dates overlap or are the wrong way round, or the selection has a date too.
    """
    first, second = _dates(start, end, selection)
    rows = selected_participations(frames, selection)
    possible = outcomes(with_dates(rows, frames.initiatives), first, second).tolist()
    links: dict[tuple[str, str], list[int]] = {}
    for actor, initiative, one in zip(rows["actor"], rows["initiative"], possible, strict=True):
        links.setdefault((actor, initiative), []).append(one)
    of_links = {link: any_of(several) for link, several in sorted(links.items())}
    meetings = pair_count_bound(frames, replace(selection, at=None))
    found: dict[Kind, _Possible] = {
        "actor": _gathered(((actor, None), one) for (actor, _), one in of_links.items()),
        "initiative": _gathered(((what, None), one) for (_, what), one in of_links.items()),
        "participation": {link: one for link, one in of_links.items() if one != NEITHER},
        "tie": {} if meetings > MOST_MEETINGS else _gathered(_tied(of_links, frames.initiatives)),
    }
    labels = {
        **dict(frames.actors.select("actor", "label").iter_rows()),
        **dict(frames.initiatives.select("initiative", "label").iter_rows()),
    }
    things = [
        (kind, one, labels.get(one, one), other, None if other is None else labels.get(other, other), *change,
         there(several, "first"), there(several, "second"))
        for kind in _KINDS
        for (one, other), several in found[kind].items()
        for change in sureness(several)
    ]  # fmt: skip
    summary = []
    for kind in _KINDS:
        several = list(found[kind].values())
        left_out = kind == "tie" and meetings > MOST_MEETINGS
        reasons = [_reason(kind, several, meetings if left_out else None, language)]
        reasons += [outside_study(date, studied, language=language) for date in (start, end)]
        why = "; ".join(filter(None, reasons)) or None
        numbers = [None] * (len(_SUMMARY) - 4) if left_out else _numbers(several)
        summary.append((kind, start, end, *numbers, why))
    return ChangeBetween(
        things=pl.DataFrame(things, schema=_THINGS, orient="row"),
        summary=pl.DataFrame(summary, schema=_SUMMARY, orient="row"),
    )


def outside_study(date: str, studied: Studied, *, language: Language = "en") -> str | None:
    """
    Return in words that a date is not within the time that was studied; nothing where it is, or nobody has said.

    Examples
    --------
    >>> outside_study("2022", ("2021", "2023"))
    >>> outside_study("2024", ("2021", None))
    >>> outside_study("2024", ("2021", "2023"))[:38]
    '2024 is wholly or partly outside the t'
    """
    asked = bounds(date)
    opens, closes = (None if one is None else bounds(one) for one in studied)
    early = opens and opens.earliest and (asked.earliest is None or asked.earliest < opens.earliest)
    late = closes and closes.latest and (asked.latest is None or asked.latest > closes.latest)
    if not early and not late:
        return None
    return catalogue("measures", language, under="change")["outside"].format(
        date, *(one or "" for one in studied)
    )


def _dates(start: str, end: str, selection: Selection) -> tuple[DateBounds, DateBounds]:
    if selection.at is not None:
        raise UsageError("change: the selection has a date of its own; leave out at (--at)")
    first, second = bounds(start), bounds(end)
    if first.latest is None or second.earliest is None or first.latest >= second.earliest:
        raise UsageError(
            f"change from {start!r} to {end!r}: the first is not surely over when the second begins; "
            "give the earlier date first, and two dates without a day in common"
        )
    return first, second


def _gathered(parts: Iterator[tuple[tuple[str, str | None], int]]) -> _Possible:
    """Return what each may be of which one part keeps it in the network; what surely never was is left out."""
    gathered: dict[tuple[str, str | None], int] = {}
    for thing, one in parts:
        gathered[thing] = any_of((gathered.get(thing, NEITHER), one))
    return {thing: one for thing, one in sorted(gathered.items()) if one != NEITHER}


def _tied(
    of_links: Mapping[tuple[str, str], int], initiatives: pl.DataFrame
) -> Iterator[tuple[tuple[str, str | None], int]]:
    """Yield two actors for each initiative, no set, that both may have been in, and when."""
    sets = set(initiatives.filter(pl.col("is_set"))["initiative"])
    members: dict[str, list[tuple[str, int]]] = {}
    for (actor, initiative), one in of_links.items():
        if one != NEITHER and initiative not in sets:
            members.setdefault(initiative, []).append((actor, one))
    for several in members.values():
        for place, (actor, one) in enumerate(several):
            for other, its in several[place + 1 :]:
                yield (actor, other), both_of(one, its)


def _numbers(several: list[int]) -> list[float | int | None]:
    yes = (STAYED | LEFT, STAYED | ENTERED, STAYED, ENTERED, LEFT)
    counts: list[float | int | None] = []
    for wanted in yes:
        counts += [sum(not one & ~wanted for one in several), sum(bool(one & wanted) for one in several)]
    shares = stability(several)
    values = (getattr(shares, name) for name in _SHARES)
    return [*counts, several.count(ANY), *(None if isnan(value) else value for value in values)]


def _reason(kind: Kind, several: list[int], meetings: int | None, language: Language) -> str | None:
    words = catalogue("measures", language, under="change")
    if meetings is not None:
        return words["many"].format(meetings, MOST_MEETINGS)
    if not several:
        return words["no ties" if kind == "tie" else "none"]
    undated = several.count(ANY)
    return words["all"].format(undated, len(several)) if undated else None
