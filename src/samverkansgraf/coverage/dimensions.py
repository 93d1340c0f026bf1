"""The dimensions that coverage can be asked by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.coverage.districts import DISTRICT
from samverkansgraf.coverage.periods import PERIOD
from samverkansgraf.coverage.sectors import SECTOR
from samverkansgraf.coverage.target_groups import TARGET_GROUP
from samverkansgraf.coverage.themes import THEME
from samverkansgraf.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.dimension import Dimension

DIMENSIONS: Final[dict[str, Dimension]] = {
    dimension.name: dimension for dimension in (DISTRICT, THEME, SECTOR, TARGET_GROUP)
}


#: Every name that ``by`` takes.
NAMES: Final = (*DIMENSIONS, PERIOD)


def named(by: Sequence[str]) -> tuple[str, ...]:
    """
    Return the names of dimensions, in the order given.

    Raises
    ------
    UsageError
        None is named, one is named twice, or a name is unknown.

    Examples
    --------
    >>> named(["theme", "district", "period"])
    ('theme', 'district', 'period')
    """
    names = [by] if isinstance(by, str) else list(by)
    known = ", ".join(NAMES)
    if not names:
        raise UsageError(f"by: no dimension; choose among {known}")
    for name in names:
        if name not in NAMES:
            remedy = did_you_mean(name, NAMES) or f"choose among {known}"
            raise UsageError(f"by: '{name}' is no dimension; {remedy}")
    if len(set(names)) < len(names):
        raise UsageError(f"by: '{', '.join(names)}' names a dimension twice; name each once")
    return tuple(names)


def chosen(by: Sequence[str]) -> tuple[Dimension, ...]:
    """
    Return the dimensions named but for the period, which is asked as a moment.

    Raises
    ------
    UsageError
        As for :func:`named`.
    """
    return tuple(DIMENSIONS[name] for name in named(by) if name != PERIOD)
