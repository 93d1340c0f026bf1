"""Ranks of values."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Values that differ by less than this share of the greatest are equal: the rest is rounding.
EQUAL: Final = 1e-9


def ranks(values: Mapping[str, float]) -> dict[str, int]:
    """
    Return the rank of each node with a value: 1 for the greatest, equal values sharing the best rank.

    Parameters
    ----------
    values
        Node -> value; ``nan`` has no rank. Values within :data:`EQUAL` of each other are equal.

    Returns
    -------
    ranks
        Node -> 1 + the number of nodes with a greater value, greatest first.

    Examples
    --------
    >>> ranks({"Mimer": 0.5, "stad": 1.0, "Ikea": 0.5, "Polisen": 0.1})
    {'stad': 1, 'Ikea': 2, 'Mimer': 2, 'Polisen': 4}
    """
    listed = sorted((-value, node) for node, value in values.items() if not isnan(value))
    margin = EQUAL * max((abs(value) for value, _ in listed), default=0.0)
    found: dict[str, int] = {}
    rank, shared = 0, 0.0
    for position, (value, node) in enumerate(listed, start=1):
        if not rank or value - shared > margin:
            rank, shared = position, value
        found[node] = rank
    return found
