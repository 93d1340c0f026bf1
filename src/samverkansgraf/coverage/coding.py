"""Themes are our coding: how well coders agree, and in which cells no phrase names the theme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan, nan
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
import polars as pl

from samverkansgraf.coverage.cells import coverage
from samverkansgraf.vocabulary import iri

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: How many samples of units are drawn, unless said.
SAMPLES: Final = 1000
_ENDS: Final = (2.5, 97.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingAgreement:
    """
    How well the coders of a sample agree.

    ``unit`` is ``initiative`` where everybody gave each initiative one theme, else ``pair``: of initiative and theme, yes or
    no. ``alpha`` is ``nan`` where undefined, and then ``reason`` is ``no_pairs`` or ``no_variation``; ``low`` and
    ``high`` are percentiles of samples of units.
    """

    unit: Literal["initiative", "pair"]
    coders: int
    units: int
    alpha: float
    low: float
    high: float
    samples: int
    seed: int
    reason: str | None = None


def nominal_alpha(units: Sequence[Sequence[object]]) -> float:
    """
    Return Krippendorff's alpha for names.

    Parameters
    ----------
    units
        Of each unit the values that coders gave it; who did not code it is left out.

    Returns
    -------
    alpha
        1 where all agree, 0 where they agree as by chance, below 0 where less (Hayes & Krippendorff 2007,
        doi:10.1080/19312450709336664). ``nan`` where nothing is coded by two, and where all values are one.

    Examples
    --------
    >>> nominal_alpha([["a", "a"], ["b", "b"], ["c"]]), nominal_alpha([["a", "b"], ["b", "a"]])
    (1.0, -0.5)
    """
    return _alpha(_counts(units))


def _counts(units: Sequence[Sequence[object]]) -> NDArray[np.float64]:
    """Return how often each value (column) was given to each unit (row) that is coded by two or more."""
    kept = [unit for unit in units if len(unit) > 1]
    values = {value: number for number, value in enumerate(dict.fromkeys(v for unit in kept for v in unit))}
    counts = np.zeros((len(kept), max(1, len(values))))
    for row, unit in enumerate(kept):
        for value in unit:
            counts[row, values[value]] += 1
    return counts


def _alpha(counts: NDArray[np.float64]) -> float:
    if not counts.size:
        return nan
    coders = counts.sum(axis=1)
    given, of_value = coders.sum(), counts.sum(axis=0)
    expected = given**2 - (of_value**2).sum()
    if expected == 0:
        return nan
    observed = ((coders**2 - (counts**2).sum(axis=1)) / (coders - 1)).sum()
    return float(1 - (given - 1) * observed / expected)


def coding_agreement(frames: Frames, *, samples: int = SAMPLES, seed: int = 1) -> CodingAgreement | None:
    """
    Return how well those who coded a sample of initiatives agree on their themes.

    Parameters
    ----------
    frames
        The graph; ``codings`` has who found which themes in which initiative.
    samples
        Bootstrap samples of units.
    seed
        Of these.

    Returns
    -------
    agreement
        ``None`` where nobody has coded a sample.
    """
    given: dict[str, dict[str, set[str]]] = {}
    for initiative, themes, coder in frames.codings.select("initiative", "themes", "coder").iter_rows():
        if initiative is not None and coder is not None:
            given.setdefault(initiative, {}).setdefault(coder, set()).update(themes)
    if not given:
        return None
    coders = {coder for by_coder in given.values() for coder in by_coder}
    one_each = all(len(themes) == 1 for by_coder in given.values() for themes in by_coder.values())
    if one_each:
        units: list[list[object]] = [
            [*(theme for themes in by_coder.values() for theme in themes)] for by_coder in given.values()
        ]
    else:
        every = sorted(
            {theme for by_coder in given.values() for themes in by_coder.values() for theme in themes}
        )
        units = [
            [theme in themes for themes in by_coder.values()]
            for by_coder in given.values()
            for theme in every
        ]
    counts = _counts(units)
    alpha = _alpha(counts)
    random = np.random.default_rng(seed)
    drawn = np.array([])
    if not isnan(alpha):
        of_chance = (_alpha(counts[random.integers(0, len(counts), len(counts))]) for _ in range(samples))
        drawn = np.array([value for value in of_chance if not isnan(value)])
    low, high = (float(end) for end in np.percentile(drawn, _ENDS)) if drawn.size else (nan, nan)
    reason = None if not isnan(alpha) else "no_variation" if counts.size else "no_pairs"
    return CodingAgreement(
        unit="initiative" if one_each else "pair",
        coders=len(coders),
        units=len(counts),
        alpha=alpha,
        low=low,
        high=high,
        samples=samples,
        seed=seed,
        reason=reason,
    )


def theme_support(frames: Frames) -> pl.DataFrame:
    """
    Return which themes of initiatives a phrase supports.

    Returns
    -------
    themes
        ``initiative, theme, by``: ``phrase`` where a phrase about the initiative or a participation in it holds the theme's name (in
        either language, whatever the case), or a fact says the theme and quotes a phrase; else ``us``.
    """
    names = (
        frames.themes.select("theme", pl.concat_list("label", "label_en").alias("name"))
        .explode("name").drop_nulls().with_columns(pl.col("name").str.to_lowercase())
    )  # fmt: skip
    given = frames.initiatives.select("initiative", theme="themes").explode("theme").drop_nulls().unique()
    quotes = frames.evidence.select("about", "quote").drop_nulls()
    of_participations = frames.participations.select("initiative", about="participation")
    phrases = pl.concat(
        [
            quotes.select(initiative="about", quote="quote"),
            of_participations.join(quotes, on="about").select("initiative", "quote"),
        ]
    )
    named = (
        given.join(names, on="theme")
        .join(phrases, on="initiative")
        .filter(pl.col("quote").str.to_lowercase().str.contains(pl.col("name"), literal=True))
        .select("initiative", "theme")
    )
    stated = (
        frames.statements.filter(pl.col("property") == iri("dct:subject"))
        .join(quotes, left_on="statement", right_on="about")
        .select(initiative="about", theme="value")
    )
    supported = pl.concat([named, stated]).unique().with_columns(by=pl.lit("phrase"))
    return (
        given.join(supported, on=["initiative", "theme"], how="left")
        .with_columns(pl.col("by").fill_null("us"))
        .sort("initiative", "theme")
    )


def theme_basis(
    frames: Frames,
    bounds: Bounds,
    *,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    language: Language = "sv",
) -> pl.DataFrame:
    """
    Return the cells, and whether what is documented in them is of their theme by a phrase or by our coding alone.

    Parameters
    ----------
    frames, bounds, by, at, language
        As :func:`~samverkansgraf.coverage.cells.coverage`; one of ``by`` is ``theme``.

    Returns
    -------
    cells
        The columns of ``by``, ``value`` and ``theme_by``: ``phrase`` where the cell would be covered by those initiatives alone whose
        theme a phrase supports (:func:`theme_support`), ``us`` where it is covered and would not be, null elsewhere.
    """
    cells = coverage(frames, bounds, by=by, at=at, language=language)
    supported = theme_support(frames).filter(pl.col("by") == "phrase")
    kept: Mapping[str, list[str]] = dict(supported.group_by("initiative").agg("theme").iter_rows())
    themes = pl.Series(
        "themes", [kept.get(one, []) for one in frames.initiatives["initiative"]], dtype=pl.List(pl.String)
    )
    bare = replace(frames, initiatives=frames.initiatives.with_columns(themes))
    then = coverage(bare, bounds, by=by, at=at, language=language)["value"]
    covered = pl.col("value") == "covered"
    return cells.with_columns(then=then).select(
        *by,
        "value",
        theme_by=pl.when(covered & (pl.col("then") == "covered"))
        .then(pl.lit("phrase"))
        .when(covered)
        .then(pl.lit("us")),
    )
