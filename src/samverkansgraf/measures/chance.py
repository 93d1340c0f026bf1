"""Which measures of the whole network say more than the numbers of participations alone would."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.measures.limits import refuse_if_long
from samverkansgraf.measures.null_models import NULLS, Null, each_once, network_of, null_samples
from samverkansgraf.measures.null_models.comparison import compared
from samverkansgraf.measures.registry import MEASURES, Measure
from samverkansgraf.measures.together import whole_measure
from samverkansgraf.network import incidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    from scipy import sparse

    from samverkansgraf.project import Language

#: How many networks are drawn from each null model, unless said.
SAMPLES: Final = 200

#: Meetings of two actors, in all samples together, that are gone through.
_MOST_MEETINGS: Final = 200_000_000

#: Measures of the two-mode network that go through all pairs that meet.
_THROUGH_PAIRS: Final = ("latapy", "opsahl", "nodf")

_NUMBERS: Final = ("value", "expected", "sd", "z", "p_value", "chance_low", "chance_high")
_SCHEMA: Final[dict[str, Any]] = {
    "measure": pl.String(),
    "null": pl.String(),
    **dict.fromkeys(_NUMBERS, pl.Float64()),
    "reason": pl.String(),
    **dict.fromkeys(("samples", "defined", "seed"), pl.Int64()),
}


def beside_chance(
    network: nx.Graph[str],
    measures: Sequence[str] | None = None,
    *,
    nulls: Sequence[Null] = NULLS,
    samples: int = SAMPLES,
    seed: int = 1,
    language: Language = "en",
) -> pl.DataFrame:
    """
    Return measures of the whole network beside their values in networks drawn from null models.

    Parameters
    ----------
    network
        Two-mode network.
    measures
        Names of whole-network measures; if ``None`` all but those of directed ties, for which no null model is
        here, and those that take too long to compute many times.
    nulls
        The null models; a verdict may depend on which.
    samples
        How many networks to draw from each.
    seed
        Of the draws, and of measures in which chance takes part.
    language
        Of ``reason``.

    Returns
    -------
    table
        Columns ``measure, null, value, expected, sd, z, p_value, chance_low, chance_high, reason, samples, defined,
        seed``: the value; of the drawn networks' values the mean, the standard deviation, where the value is among
        them (z, and a two-sided p that is never 0), and the 2.5th and 97.5th percentiles; and for how many
        networks the measure is defined. What is undefined is null and has a reason. Each row is a test by
        itself: of twenty with p below 0.05, one is expected by chance.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There is no such measure or null model, fewer than one sample is asked for, or a measure that goes through all
        ties would take many minutes in so many samples.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Ikea", "På lika villkor")])
    >>> table = beside_chance(network, ["components"], nulls=["fixed-degree"], samples=9)
    >>> table.select("measure", "value", "expected", "p_value").row(0)
    ('components', 2.0, 2.0, 1.0)
    """
    if measures is None:
        chosen = [measure for measure in MEASURES.values() if compared_with_chance(measure)]
    else:
        chosen = [whole_measure(name) for name in measures]
    if any(measure.network == "projection" or measure.name in _THROUGH_PAIRS for measure in chosen):
        refuse_if_long("beside chance", network, samples * len(nulls), most=_MOST_MEETINGS)
    observed = [measure.of_whole(network, seed=seed) for measure in chosen]
    matrix = incidence(network).matrix

    def measured(cells: sparse.csr_array) -> list[float]:
        one = network_of(network, cells)
        return [measure.of_whole(one, seed=seed) for measure in chosen]

    drawn = {
        null: list(each_once(null_samples(matrix, null, samples=samples, seed=seed), measured))
        for null in nulls
    }
    rows = []
    for place, measure in enumerate(chosen):
        for null in nulls:
            values = (several[place] for several in drawn[null])
            found = compared(observed[place], values, null=null, samples=samples, seed=seed)
            reason = measure.undefined[language] if isnan(found.observed) else found.reason(language)
            numbers = (found.observed, found.mean, found.sd, found.z, found.p, found.low, found.high)
            rows.append((measure.name, null, *numbers, reason or None, samples, found.defined, seed))
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row").with_columns(pl.col(_NUMBERS).fill_nan(None))


def compared_with_chance(measure: Measure) -> bool:
    """
    Return whether null models tell something of a measure of the whole network.

    Not of one of directed ties, for which there is none here, nor of one that takes too long to compute many times.
    """
    return measure.level == "whole" and measure.network != "directed" and measure.uncertainty != "scenarios"
