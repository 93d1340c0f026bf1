"""What a value and a rank are over several worlds."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.uncertainty.ranks import EQUAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_STILL: Final = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stand:
    """A value and its rank in one world: ``None`` where the node is absent, ``nan`` where undefined."""

    value: float | None
    rank: int | None = None

    @property
    def defined(self) -> bool:
        """Whether there is a value."""
        return self.value is not None and not isnan(self.value)


@dataclass(frozen=True, slots=True)
class Spread:
    """
    The least and greatest of several worlds, and what leaving made a difference.

    Attributes
    ----------
    low, high
        Over the world asked for and the others; ``None`` if none of the others has a value.
    rank_low, rank_high
        The same of ranks; 1 is the best.
    absent, undefined
        What left in the worlds without the node, and in those without a value.
    most
        What moves it most: takes it out of the network or its value from it, else changes its rank most, else
        its value; of equals the first by name. ``None`` if nothing does, and where the value asked for is
        not defined.
    """

    low: float | None
    high: float | None
    rank_low: int | None
    rank_high: int | None
    absent: tuple[str, ...]
    undefined: tuple[str, ...]
    most: str | None


def spread(asked: Stand, worlds: Sequence[tuple[str, Stand]], names: Mapping[str, str]) -> Spread:
    """
    Return the spread of one value over worlds that each lack one thing.

    Parameters
    ----------
    asked
        As it is in the network asked for.
    worlds
        What left, and how it is then.
    names
        What each that left is called, to choose between equals.
    """
    absent = tuple(left for left, stand in worlds if stand.value is None)
    undefined = tuple(left for left, stand in worlds if stand.value is not None and not stand.defined)
    defined = [stand for _, stand in worlds if stand.defined]
    if defined and asked.defined:
        defined.append(asked)
    values = [stand.value for stand in defined if stand.value is not None]
    ranks = [stand.rank for stand in defined if stand.rank is not None]
    return Spread(
        min(values, default=None),
        max(values, default=None),
        min(ranks, default=None),
        max(ranks, default=None),
        absent,
        undefined,
        _most(asked, worlds, names) if asked.defined else None,
    )


def _most(asked: Stand, worlds: Sequence[tuple[str, Stand]], names: Mapping[str, str]) -> str | None:
    moved = {left: _moved(asked, stand) for left, stand in worlds}
    greatest = max(moved.values(), default=_STILL)
    if greatest == _STILL:
        return None
    return min(
        (left for left in moved if moved[left] == greatest), key=lambda left: (names.get(left, left), left)
    )


def _moved(asked: Stand, stand: Stand) -> tuple[float, float, float]:
    """Return whether the value goes, how far the rank moves, and how far the value, without rounding's dust."""
    if stand.value is None or asked.value is None or not stand.defined:
        return 1.0, 0.0, 0.0
    steps = abs(stand.rank - asked.rank) if stand.rank is not None and asked.rank is not None else 0
    difference = abs(stand.value - asked.value)
    dust = EQUAL * max(abs(stand.value), abs(asked.value))
    return 0.0, float(steps), float(f"{difference:.10g}") if difference > dust else 0.0
