"""How many initiatives are recorded in a district, beside how many its people and its need would lead one to expect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from samverkansgraf.coverage.need import district_cells, need_positions
from samverkansgraf.coverage.need_figures import chosen_indicators, need_figures
from samverkansgraf.coverage.need_words import text
from samverkansgraf.project import Need

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

    Numbers = NDArray[np.float64]

#: With fewer districts a model of three parameters says nothing.
LEAST_DISTRICTS: Final = 15
_CHANCE: Final = 0.95
_NO_OVERDISPERSION: Final = 1e-6

_SCHEMA: Final = pl.Schema({
    "district": pl.String(), "population": pl.Int64(), "need": pl.Float64(),
    "observed": pl.Int64(), "observed_high": pl.Int64(), "expected": pl.Float64(),
    **dict.fromkeys(("low", "high", "low_poisson", "high_poisson"), pl.Int64()),
    **dict.fromkeys(("ratio", "ratio_low", "ratio_high"), pl.Float64()),
    "verdict": pl.String(), "dispersion": pl.Float64(), "reason": pl.String(), "place": pl.String(),
})  # fmt: skip


def observed_and_expected(
    frames: Frames,
    bounds: Bounds,
    *,
    indicators: Sequence[str] = (),
    told: Need | None = None,
    period: str | None = None,
    at: str | date | None = None,
    language: Language = "sv",
) -> pl.DataFrame:
    """
    Compare the initiatives recorded in each district with those expected for its population and need.

    Parameters
    ----------
    frames, bounds, indicators, told, period, at
        As :func:`~samverkansgraf.coverage.need.need_gaps`.
    language
        Of ``reason``.

    Returns
    -------
    districts
        A row for each finest district in bounds. ``observed`` counts the initiatives that cover it,
        ``observed_high`` those that are indirectly documented there too. ``expected`` is the mean that
        :func:`expected_counts` gives; ``low`` to ``high`` hold 95 % of the outcomes of a negative binomial, and
        ``low_poisson`` to ``high_poisson`` of a Poisson distribution with that mean. ``ratio`` is observed through expected with
        Garwood's exact 95 % interval for a Poisson count (1936, doi:10.1093/biomet/28.3-4.437). ``verdict``: ``fewer`` (even ``observed_high`` is below ``low``),
        ``perhaps_fewer`` (``observed`` is), ``more`` (above ``high``), else ``as_expected``. ``dispersion`` is the negative binomial's:
        variance = mean + dispersion · mean². Null with a ``reason`` where population or need is not known, and
        everywhere with fewer than :data:`LEAST_DISTRICTS` districts of which both are.

    Raises
    ------
    UsageError
        As :func:`~samverkansgraf.coverage.need.need_gaps`.

    Notes
    -----
    Recorded is not all there is: a district that nobody searched may have fewer recorded for that alone.
    """
    told = told or Need()
    rows = district_cells(frames, bounds, at=at, by_theme=False)
    places = rows["place"].to_list()
    figures = [
        need_figures(frames, places, name, lower=name in told.lower, period=period)
        for name in chosen_indicators(indicators, told)
    ]
    rows = rows.join(
        need_positions(figures, places).select("place", "need"), on="place", maintain_order="left"
    )
    usable = rows.select(
        pl.col("need").is_not_null() & (pl.col("population") > 0).fill_null(value=False)
    ).to_series()
    model, reason = _model(rows.filter(usable), language)
    known = usable & (model is not None)
    rows = rows.with_columns(
        observed=pl.col("initiatives"),
        observed_high=pl.col("initiatives") + pl.col("indirect_evidence"),
        expected=_spread(known, None if model is None else model.mean),
        reason=_why(
            rows, figures_missing=text("no_need", language), known=known, reason=reason, language=language
        ),
    )
    return _judged(rows, model).select(list(_SCHEMA)).cast(_SCHEMA)


@dataclass(frozen=True, slots=True)
class ExpectedCounts:
    """The mean of each count, and the dispersion: variance = mean + dispersion · mean²."""

    mean: NDArray[np.float64]
    dispersion: float


def expected_counts(counts: Numbers, people: Numbers, need: Numbers) -> ExpectedCounts | None:
    """
    Fit how many to expect for as many people and as much need.

    Parameters
    ----------
    counts
        Initiatives of each district.
    people
        Inhabitants, above 0.
    need
        Position, 0 to 1.

    Returns
    -------
    expected
        log mean = a + b · need + log people, by greatest likelihood of the negative binomial distribution NB2 (Cameron & Trivedi
        2013, Regression Analysis of Count Data, doi:10.1017/CBO9781139013567). Where the data vary no
        more than Poisson's, the dispersion is 0 and the fit is Poisson's. ``None`` where nothing is counted or no
        maximum is found.
    """
    from scipy.optimize import minimize
    from scipy.special import gammaln, xlogy

    if not counts.sum():
        return None
    offset = np.log(people)
    design = np.column_stack([np.ones_like(need), need - need.mean()])
    start = np.array([np.log(counts.sum() / people.sum()), 0.0])

    def poisson(beta: Numbers) -> float:
        mean = np.exp(design @ beta + offset)
        return float(np.sum(mean - xlogy(counts, mean)))

    def poisson_slope(beta: Numbers) -> Numbers:
        slope: Numbers = design.T @ (np.exp(design @ beta + offset) - counts)
        return slope

    fit = minimize(poisson, start, jac=poisson_slope, method="BFGS")
    if not np.all(np.isfinite(fit.x)):
        return None

    def negative_binomial(both: Numbers) -> float:
        mean, size = np.exp(design @ both[:2] + offset), np.exp(-both[2])
        loss = gammaln(size) - gammaln(counts + size) + (counts + size) * np.log1p(mean / size)
        return float(np.sum(loss - xlogy(counts, mean / size)))

    mean = np.exp(design @ fit.x + offset)
    if np.sum((counts - mean) ** 2 - counts) <= 0:  # Cameron & Trivedi's sign of overdispersion
        return ExpectedCounts(mean, 0.0)
    moment = max(np.sum((counts - mean) ** 2 - counts) / np.sum(mean**2), 1e-4)
    wide = minimize(negative_binomial, np.array([*fit.x, np.log(moment)]), method="Nelder-Mead",
                    options={"xatol": 1e-9, "fatol": 1e-9, "maxiter": 20_000})  # fmt: skip
    dispersion = float(np.exp(wide.x[2]))
    if not wide.success or dispersion < _NO_OVERDISPERSION:
        return ExpectedCounts(mean, 0.0)
    return ExpectedCounts(np.exp(design @ wide.x[:2] + offset), dispersion)


def _model(rows: pl.DataFrame, language: Language) -> tuple[ExpectedCounts | None, str | None]:
    if rows.height < LEAST_DISTRICTS:
        return None, text("few_districts", language, n=rows.height, least=LEAST_DISTRICTS)
    columns = (rows[name].cast(pl.Float64).to_numpy() for name in ("initiatives", "population", "need"))
    model = expected_counts(*columns)
    if model is None:
        return None, text("no_fit" if rows["initiatives"].sum() else "nothing_recorded", language)
    return model, None


def _spread(known: pl.Series, values: Numbers | None) -> pl.Series:
    """Return values at the rows that are known, null at the others."""
    given = iter([] if values is None else values.tolist())
    return pl.Series([next(given) if one else None for one in known], dtype=pl.Float64)


def _why(
    rows: pl.DataFrame, *, figures_missing: str, known: pl.Series, reason: str | None, language: Language
) -> pl.Series:
    reasons: list[str | None] = []
    for fitted, people, need in zip(known, rows["population"], rows["need"], strict=True):
        if fitted:
            reasons.append(None)
        elif not people:
            reasons.append(text("no_population", language))
        else:
            reasons.append(figures_missing if need is None else reason)
    return pl.Series(reasons, dtype=pl.String)


def _judged(rows: pl.DataFrame, model: ExpectedCounts | None) -> pl.DataFrame:
    from scipy import stats

    mean = rows["expected"].to_numpy().astype(float)
    counts = rows["observed"].to_numpy()
    tail = (1 - _CHANCE) / 2
    dispersion = 0.0 if model is None else model.dispersion
    poisson = [stats.poisson.ppf(part, mean) for part in (tail, 1 - tail)]
    if dispersion:
        size = 1 / dispersion
        ends = [stats.nbinom.ppf(part, size, size / (size + mean)) for part in (tail, 1 - tail)]
    else:
        ends = poisson
    garwood = (
        np.where(counts > 0, stats.chi2.ppf(tail, 2 * np.maximum(counts, 1)) / 2, 0.0),
        stats.chi2.ppf(1 - tail, 2 * (counts + 1)) / 2,
    )
    numbers = {
        "low": ends[0], "high": ends[1], "low_poisson": poisson[0], "high_poisson": poisson[1],
        "ratio": counts / mean, "ratio_low": garwood[0] / mean, "ratio_high": garwood[1] / mean,
    }  # fmt: skip
    verdict = (
        pl.when(pl.col("expected").is_null()).then(None)
        .when(pl.col("observed_high") < pl.col("low")).then(pl.lit("fewer"))
        .when(pl.col("observed") < pl.col("low")).then(pl.lit("perhaps_fewer"))
        .when(pl.col("observed") > pl.col("high")).then(pl.lit("more"))
        .otherwise(pl.lit("as_expected"))
    )  # fmt: skip
    made = rows.with_columns(pl.Series(name, value).fill_nan(None) for name, value in numbers.items())
    return made.with_columns(
        verdict=verdict, dispersion=pl.lit(None if model is None else dispersion, dtype=pl.Float64)
    )
