"""
What dates allow of a thing at two dates: in the network at both, at the first only, at the second only, at neither.

The outcomes that are possible are a set, held as a number of four bits. A thing that one other keeps in the network
(an actor one of its participations) has the outcomes of *or*; one that needs two at once (a tie both
participations) those of *and*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from samverkansgraf.holding import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl
    from numpy.typing import NDArray

    from samverkansgraf.dates import DateBounds

Change = Literal["stayed", "entered", "left"]

#: One outcome each.
NEITHER: Final = 0b0001
ENTERED: Final = 0b0010
LEFT: Final = 0b0100
STAYED: Final = 0b1000

#: Dates that rule nothing out.
ANY: Final = NEITHER | ENTERED | LEFT | STAYED

#: The outcome of being at the first date and at the second -> its bit.
_BIT: Final = {(0, 0): NEITHER, (0, 1): ENTERED, (1, 0): LEFT, (1, 1): STAYED}

#: Days without bound: further off than any date.
_NEVER: Final = 10**9


def outcomes(rows: pl.DataFrame, first: DateBounds, second: DateBounds) -> NDArray[np.int64]:
    """
    Return the outcomes that the dates of each row allow.

    A row held from some day between ``start_earliest`` and ``start_latest`` to some day between ``end_earliest`` and
    ``end_latest``, both included, and at a date if on some day of it. Dates that no period fits allow anything.

    Parameters
    ----------
    rows
        With the four bounds; null is none.
    first, second
        Two dates, the first over before the second begins.
    """
    start_low, start_high, end_low, end_high = (
        _days(rows[side], -_NEVER if side.endswith("earliest") else _NEVER) for side in SIDES
    )
    start_high, end_low = np.minimum(start_high, end_high), np.maximum(end_low, start_low)
    opens, closes = _ends(first)
    opens_again, closes_again = _ends(second)
    begun = start_low <= closes
    late = np.maximum(start_low, closes + 1)
    early = np.minimum(end_high, opens_again - 1)
    stayed = begun & (end_high >= opens_again)
    left = begun & (np.maximum(end_low, opens) <= early)
    entered = (late <= np.minimum(start_high, closes_again)) & (end_high >= opens_again)
    before = (end_low < opens) & (start_low < opens)
    between = (late <= start_high) & (end_low <= early) & (late <= early)
    after = start_high > closes_again
    neither = before | between | after
    found = NEITHER * neither + ENTERED * entered + LEFT * left + STAYED * stayed
    return np.where((found == 0) | (start_low > start_high) | (end_low > end_high), ANY, found)


def any_of(several: Iterable[int]) -> int:
    """
    Return the outcomes of a thing that is there when one of several is, each with its own outcomes.

    Examples
    --------
    >>> any_of([LEFT, ENTERED]) == STAYED
    True
    """
    found = NEITHER
    for one in several:
        found = _OR[found][one]
    return found


def both_of(one: int, other: int) -> int:
    """
    Return the outcomes of a thing that is there when two others are.

    Examples
    --------
    >>> both_of(LEFT, ENTERED) == NEITHER
    True
    """
    return _AND[one][other]


def sureness(possible: int) -> list[tuple[Change | None, str]]:
    """
    Return each change that may have been, and how sure it is.

    ``surely``: nothing else is possible. ``not known``, of no change: dates rule nothing out. Else ``possibly``.
    A thing that was surely there at neither date has none.

    Examples
    --------
    >>> sureness(STAYED), sureness(STAYED | LEFT), sureness(ANY)
    ([('stayed', 'surely')], [('stayed', 'possibly'), ('left', 'possibly')], [(None, 'not known')])
    """
    if possible == ANY:
        return [(None, "not known")]
    words: tuple[tuple[Change, int], ...] = (("stayed", STAYED), ("entered", ENTERED), ("left", LEFT))
    may = [word for word, bit in words if possible & bit]
    return [(word, "surely" if possible in (STAYED, ENTERED, LEFT) else "possibly") for word in may]


def there(possible: int, date: Literal["first", "second"]) -> str:
    """
    Return whether a thing is in the network at a date: ``surely``, ``possibly`` or ``no``.

    Examples
    --------
    >>> there(STAYED | LEFT, "first"), there(STAYED | LEFT, "second"), there(ENTERED, "first")
    ('surely', 'possibly', 'no')
    """
    yes = STAYED | (LEFT if date == "first" else ENTERED)
    if not possible & ~yes:
        return "surely"
    return "possibly" if possible & yes else "no"


def _days(bound: pl.Series, without: int) -> NDArray[np.int64]:
    days = bound.to_physical().cast(int).fill_null(without)
    return np.asarray(days.to_numpy(), dtype=np.int64)


def _ends(date: DateBounds) -> tuple[int, int]:
    """Return the first and the last day of a date, counted as polars does."""
    epoch = 719_163  # the ordinal of 1970-01-01
    low = -_NEVER if date.earliest is None else date.earliest.toordinal() - epoch
    high = _NEVER if date.latest is None else date.latest.toordinal() - epoch
    return low, high


def _table(*, both: bool) -> list[list[int]]:
    """Return what two sets of outcomes give together: a row and a column for each set."""
    table = [[0] * 16 for _ in range(16)]
    for one in range(16):
        for other in range(16):
            for (a, b), bit in _BIT.items():
                for (c, d), other_bit in _BIT.items():
                    if one & bit and other & other_bit:
                        table[one][other] |= _BIT[(a & c, b & d) if both else (a | c, b | d)]
    return table


_OR: Final = _table(both=False)
_AND: Final = _table(both=True)
