"""Indices of how evenly something is spread over places of different size."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def gini(values: Sequence[float], weights: Sequence[float]) -> float:
    """
    Return the Gini coefficient.

    Parameters
    ----------
    values
        Of each place, from 0 up, as initiatives per inhabitant.
    weights
        Of each place, above 0, as inhabitants.

    Returns
    -------
    gini
        Half the mean absolute difference between any two (each with itself too) through the mean: 0 to below 1
        (Ceriani & Verme 2012, doi:10.1007/s10888-011-9188-x). ``nan`` for fewer than two, or where all is 0.

    Examples
    --------
    >>> gini([0, 4], [1, 1]), gini([1, 1, 1], [5, 2, 1])
    (0.5, 0.0)
    """
    value, weight = _arrays(values, weights)
    if not _defined(value, weight):
        return nan
    people, share = lorenz_points(value, weight)
    # Twice the area between the diagonal and the curve, by trapezes.
    area = float(np.sum((people[1:] - people[:-1]) * (share[1:] + share[:-1])))
    return round(max(0.0, 1 - area), 15)


def lorenz_points(
    values: Sequence[float] | NDArray[np.float64], weights: Sequence[float] | NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """
    Return the points of the Lorenz curve.

    Parameters
    ----------
    values, weights
        As :func:`gini`.

    Returns
    -------
    people, share
        From (0, 0) to (1, 1): the share of people in the places with the least, and what share of all they have
        (Lorenz 1905, doi:10.2307/2276207). Shares are ``nan`` where all is 0.

    Examples
    --------
    >>> [points.tolist() for points in lorenz_points([3, 1], [1, 1])]
    [[0.0, 0.5, 1.0], [0.0, 0.25, 1.0]]
    """
    value, weight = _arrays(values, weights)
    order = np.argsort(value, kind="stable")
    have = (value * weight)[order]
    total = have.sum()
    people = np.concatenate([[0.0], np.cumsum(weight[order]) / weight.sum()])
    with np.errstate(invalid="ignore"):
        share = np.concatenate([[0.0], np.cumsum(have) / total])
    return people, share


@dataclass(frozen=True, slots=True)
class Theil:
    """Theil's index and its parts: ``total`` = ``between`` + ``within``; all are ``nan`` where undefined."""

    total: float
    between: float
    within: float


def theil(values: Sequence[float], weights: Sequence[float], groups: Sequence[object] | None = None) -> Theil:
    """
    Return Theil's index T, and how much of it lies between groups of places.

    Parameters
    ----------
    values, weights
        As :func:`gini`.
    groups
        The group of each place; without groups the parts are ``nan``.

    Returns
    -------
    theil
        Mean of (y/µ) ln(y/µ), where 0 ln 0 is 0: 0 to ln(people). ``between`` is the same with everyone having the mean
        of their group (Theil 1967; Shorrocks 1980, doi:10.2307/1913126). ``nan`` for fewer than two, or where
        all is 0.

    Examples
    --------
    >>> from math import log
    >>> parts = theil([0, 4], [1, 1], ["a", "b"])
    >>> abs(parts.total - log(2)) < 1e-12, parts.within
    (True, 0.0)
    """
    value, weight = _arrays(values, weights)
    if not _defined(value, weight):
        return Theil(nan, nan, nan)
    total = _theil_t(value, weight)
    if groups is None:
        return Theil(total, nan, nan)
    which = np.unique(np.array([str(group) for group in groups]), return_inverse=True)[1]
    people = np.bincount(which, weight).astype(float)
    means = np.bincount(which, value * weight) / people
    between = _theil_t(means, people)
    return Theil(total, between, round(total - between, 15) + 0.0)


def _theil_t(value: NDArray[np.float64], weight: NDArray[np.float64]) -> float:
    from scipy.special import xlogy

    ratio = value / np.average(value, weights=weight)
    return float(np.average(xlogy(ratio, ratio), weights=weight))


def concentration_index(values: Sequence[float], weights: Sequence[float], need: Sequence[float]) -> float:
    """
    Return whether what there is lies where need is great or small.

    Parameters
    ----------
    values, weights
        As :func:`gini`.
    need
        Of each place; only its order counts.

    Returns
    -------
    index
        Twice the covariance of value and fractional rank, through the mean (Kakwani, Wagstaff & van Doorslaer 1997,
        doi:10.1016/S0304-4076(96)01807-6): −1 to 1, ranks from the greatest need. Below 0: those in greatest need have
        more than their share. Ties share their mean rank. ``nan`` for fewer than two, where all is 0, and where all
        have the same need.

    Examples
    --------
    >>> concentration_index([4, 0], [1, 1], need=[0.9, 0.1]), concentration_index([0, 4], [1, 1], need=[0.9, 0.1])
    (-0.5, 0.5)
    """
    value, weight = _arrays(values, weights)
    rank = _fractional_rank(-np.asarray(need, dtype=float), weight)
    if not _defined(value, weight) or np.ptp(rank) == 0:
        return nan
    mean = np.average(value, weights=weight)
    covariance = np.average((value - mean) * (rank - 0.5), weights=weight)
    return round(float(2 * covariance / mean), 15) + 0.0


def _fractional_rank(order: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share of people below each, those alike counting half."""
    which = np.unique(order, return_inverse=True)[1]
    people = np.bincount(which, weight) / weight.sum()
    rank: NDArray[np.float64] = (np.cumsum(people) - people / 2)[which]
    return rank


def _arrays(
    values: Sequence[float] | NDArray[np.float64], weights: Sequence[float] | NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return np.asarray(values, dtype=float), np.asarray(weights, dtype=float)


def _defined(value: NDArray[np.float64], weight: NDArray[np.float64]) -> bool:
    return len(value) > 1 and float(value @ weight) > 0


def lorenz_frame(values: Sequence[float], weights: Sequence[float]) -> pl.DataFrame:
    """Return the Lorenz curve as a frame ``share_of_people, share_of_initiatives``."""
    people, share = lorenz_points(values, weights)
    made = pl.DataFrame({"share_of_people": people, "share_of_initiatives": share})
    return made.with_columns(pl.col("share_of_initiatives").fill_nan(None))
