"""The years along a timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Years further off than these are beyond the edge, so that one odd date does not press all others together.
_BACK: Final = 60
_AHEAD: Final = 20
_APART: Final = 38  # pixels between two years


@dataclass(frozen=True, slots=True)
class Axis:
    """
    Days on a line from ``left`` to ``right`` (pixels), of whole years.

    Examples
    --------
    >>> axis = Axis(2020, 2022, 0, 200)
    >>> axis.x(date(2021, 1, 1)), axis.x(date(1990, 1, 1)), axis.ticks()
    (100.1, 0, [2020, 2021, 2022])
    """

    first: int
    end: int
    left: float
    right: float

    @classmethod
    def of(cls, days: Iterable[date], as_of: date, left: float, right: float) -> Self:
        """Return the axis that holds the days, as far as they are within reach of the day of the view."""
        years = [day.year for day in days]
        first = max(min([*years, as_of.year]), as_of.year - _BACK, 1)
        last = min(max([*years, as_of.year]), as_of.year + _AHEAD, MAXYEAR - 1)
        return cls(first, last + 1, left, right)

    def x(self, day: date) -> float:
        """Return where a day is; what is beyond an edge is at it."""
        first = date(self.first, 1, 1).toordinal()
        end = date(self.end, 1, 1).toordinal()
        share = (day.toordinal() - first) / (end - first)
        return round(self.left + min(max(share, 0), 1) * (self.right - self.left), 1)

    def holds(self, day: date) -> bool:
        """Tell whether a day is within the edges."""
        return self.first <= day.year < self.end

    def ticks(self) -> list[int]:
        """Return the years to be written, so far apart that they can be read."""
        years = self.end - self.first
        most = max(1, int((self.right - self.left) / _APART))
        step = next(one for one in (1, 2, 5, 10, 20, 50, 100) if years / one <= most)
        return [year for year in range(self.first, self.end + 1) if year % step == 0]
