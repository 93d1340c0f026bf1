"""A measure of the network beside the same measure of networks drawn from a null model."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Final

import numpy as np

from samverkansgraf.measures.null_models.draws import Null, each_once, network_of, null_samples
from samverkansgraf.network import incidence
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import networkx as nx

    from samverkansgraf.project import Language

#: Values closer than this share of the observed one are equal: sums differ in their last digits by order.
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class NullComparison:
    """
    How far an observed value is from what a null model gives.

    Attributes
    ----------
    null
        The null model.
    observed
        The value of the network.
    mean, sd
        Of the drawn networks' values; the standard deviation has divisor n − 1.
    z
        (observed − mean)/sd; ``nan`` where every draw gives the same value.
    p
        Two-sided: twice the smaller of (1 + draws at least as great)/(1 + draws) and
        (1 + draws at least as small)/(1 + draws), at most 1. Never 0.
    low, high
        The 2.5th and 97.5th percentiles of the drawn values.
    samples, defined
        How many networks were drawn, and for how many the measure is defined; the others do not count.
    seed
        Of the draws.
    """

    null: Null
    observed: float
    mean: float
    sd: float
    z: float
    p: float
    low: float
    high: float
    samples: int
    defined: int
    seed: int

    def reason(self, language: Language = "en") -> str:
        """Return why something is undefined or left out, empty where nothing is."""
        words = catalogue("measures", language, under="null_models")
        if isnan(self.observed):
            return words["observed"]
        if not self.defined:
            return words["drawn"]
        several = []
        if self.defined < self.samples:
            several.append(words["some"].format(self.samples - self.defined, self.samples))
        if isnan(self.z):
            several.append(words["same"])
        return "; ".join(several)


def against_null(
    network: nx.Graph[str],
    measure: Callable[[nx.Graph[str]], float],
    *,
    null: Null = "fixed-degree",
    samples: int = 1000,
    seed: int = 1,
) -> NullComparison:
    """
    Return a measure of the whole network beside its values in networks drawn from a null model.

    Parameters
    ----------
    network
        Two-mode network.
    measure
        Takes a two-mode network, and gives the same value for the same one. Drawn networks have the same actors and initiatives, sectors and sets, and
        participations without roles: for measures that ask for roles there is no null model here.
    null
        What chance must keep (see :func:`~samverkansgraf.measures.null_models.draws.null_samples`). A verdict may
        depend on it: show two.
    samples
        How many networks to draw.
    seed
        The same seed gives the same networks.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There is no such null model, or fewer than one sample is asked for.
    """
    arrays = incidence(network)
    drawn = null_samples(arrays.matrix, null, samples=samples, seed=seed)
    values = each_once(drawn, lambda one: measure(network_of(network, one)))
    return compared(measure(network), values, null=null, samples=samples, seed=seed)


def compared(
    observed: float, drawn: Iterable[float], *, null: Null, samples: int, seed: int
) -> NullComparison:
    """Return an observed value beside drawn ones, which are not asked for where the observed one is undefined."""
    values = np.empty(0) if isnan(observed) else np.fromiter(drawn, dtype=float)
    values = values[~np.isnan(values)]
    mean = sd = z = p = low = high = nan
    if len(values):
        slack = _SAME * max(1.0, abs(observed))
        mean = float(values.mean())
        low, high = (float(value) for value in np.percentile(values, (2.5, 97.5)))
        above = int((values >= observed - slack).sum())
        below = int((values <= observed + slack).sum())
        p = min(1.0, 2 * (1 + min(above, below)) / (1 + len(values)))
        if len(values) > 1:
            sd = float(values.std(ddof=1)) if np.ptp(values) > slack else 0.0
            z = (observed - mean) / sd if sd else nan
    return NullComparison(
        null=null,
        observed=observed,
        mean=mean,
        sd=sd,
        z=z,
        p=p,
        low=low,
        high=high,
        samples=samples,
        defined=len(values),
        seed=seed,
    )
