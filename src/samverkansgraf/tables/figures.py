"""Figures of places: what an indicator of one place and period can and cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.resolved import Resolved

#: Units that say of a figure that it is a step of the area types' scale: 1 great, 5 small socioeconomic challenges.
AREA_TYPE_UNITS: Final = ("områdestyp", "area type")
#: The steps of that scale.
AREA_TYPES: Final = (1, 5)
#: Indicators that count people, and so cannot be below 0.
_PEOPLE: Final = ("folkmängd", "befolkning", "population", "invånare", "inhabitants")
_PER_CENT: Final = ("%", "procent", "per cent", "percent", "andel", "share")


def is_area_type(unit: str | None) -> bool:
    """
    Return whether a unit says that its figures are area types, steps of a scale that has no distances.

    Examples
    --------
    >>> is_area_type("Områdestyp 1–5"), is_area_type("personer")
    (True, False)
    """
    return unit is not None and unit.casefold().startswith(AREA_TYPE_UNITS)


def impossible_value(indicator: str, unit: str | None, value: float) -> tuple[str, str] | None:
    """Return what is wrong with a figure and its remedy; ``None`` where it may be."""
    if value < 0 and indicator.casefold().startswith(_PEOPLE):
        return f"{indicator} {value:g} is below 0", "correct it"
    low, high = AREA_TYPES
    if is_area_type(unit) and not (low <= value <= high and value == int(value)):
        return f"{value:g} is no area type", f"write a whole number from {low} to {high}"
    return None


def shares_among_per_cents(unit: str | None, values: Sequence[float]) -> list[int]:
    """
    Return the positions of values that seem to be shares of 1 among per cents.

    Such a value is above 0 and at most 1, and a hundred times it lies among the others, which are
    above 1 and at most 100. Small per cents may be right; this is a question.

    Parameters
    ----------
    unit
        Of the values; where it is another than per cent or share, nothing is doubtful.
    values
        Of one indicator.

    Examples
    --------
    >>> shares_among_per_cents("%", [12.0, 31.0, 0.24]), shares_among_per_cents("%", [12.0, 31.0, 0.9])
    ([2], [])
    """
    if unit is not None and unit.casefold() not in _PER_CENT:
        return []
    per_cents = [value for value in values if value > 1]
    if not per_cents or max(per_cents) > 100 or min(values) < 0:  # noqa: PLR2004 - per cents end there
        return []
    low, high = min(per_cents), max(per_cents)
    return [number for number, value in enumerate(values) if 0 < value <= 1 and low <= 100 * value <= high]


def wrong_figures(resolved: Resolved) -> Iterator[Problem]:
    """Find impossible figures, and two of one source for one place, indicator and period."""
    first: dict[tuple[object, ...], tuple[int, object]] = {}
    names = ("district", "indicator", "period", "unit", "source", "value")
    cells = zip(resolved.raw.rows, *(resolved.columns[name] for name in names), strict=True)
    for row, *about, value in cells:
        if isinstance(value, float) and (
            fault := impossible_value(str(about[1]), about[3] and str(about[3]), value)
        ):
            yield resolved.raw.problem(fault[0], row, "value", fault[1])
        other, given = first.setdefault(tuple(about), (row, value))
        if value != given:
            message = f"the same source gives another value of {about[1]!r} for this place and period in row {other}"
            remedy = "keep one; where sources differ, name the source of each"
            yield resolved.raw.problem(message, row, "value", remedy)
