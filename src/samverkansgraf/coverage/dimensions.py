"""The dimensions that coverage can be asked by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.coverage.districts import DISTRICT
from samverkansgraf.coverage.sectors import SECTOR
from samverkansgraf.coverage.themes import THEME
from samverkansgraf.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.dimension import Dimension

DIMENSIONS: Final[dict[str, Dimension]] = {
    dimension.name: dimension for dimension in (DISTRICT, THEME, SECTOR)
}


def chosen(by: Sequence[str]) -> tuple[Dimension, ...]:
    """
    Return the dimensions named, in the order given.

    Raises
    ------
    UsageError
        None is named, one is named twice, or a name is unknown.

    Examples
    --------
    >>> [dimension.name for dimension in chosen(["theme", "district"])]
    ['theme', 'district']
    """
    names = [by] if isinstance(by, str) else list(by)
    known = ", ".join(DIMENSIONS)
    if not names:
        raise UsageError(f"by: no dimension; choose among {known}")
    for name in names:
        if name not in DIMENSIONS:
            remedy = did_you_mean(name, DIMENSIONS) or f"choose among {known}"
            raise UsageError(f"by: '{name}' is no dimension; {remedy}")
    if len(set(names)) < len(names):
        raise UsageError(f"by: '{', '.join(names)}' names a dimension twice; name each once")
    return tuple(DIMENSIONS[name] for name in names)
