"""Two networks next to each other: two cities, or two years of one."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.null_models import NULLS, NullComparison, against_null
from samverkansgraf.measures.registry import MEASURES, Measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from samverkansgraf.measures.null_models import Null
    from samverkansgraf.project import Language

_COLUMNS: Final = {
    "measure": pl.String(),
    "value_a": pl.Float64(),
    "value_b": pl.Float64(),
    "difference": pl.Float64(),
    "z_a": pl.Float64(),
    "z_b": pl.Float64(),
    "reason": pl.String(),
}

_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "sv": {
        "undefined": "{}: odefinierat ({})",
        "no z": "{}: inget z ({})",
        "directed": "inget z: det finns ingen nollmodell för vem som leder vem",
        "p": "inget z: värdet är självt en jämförelse med slumpen",
    },
    "en": {
        "undefined": "{}: undefined ({})",
        "no z": "{}: no z ({})",
        "directed": "no z: there is no null model of who leads whom",
        "p": "no z: the value is itself a comparison with chance",
    },
}


def side_by_side(
    network_a: nx.Graph[str],
    network_b: nx.Graph[str],
    measures: Sequence[str],
    *,
    null: Null = "fixed-degree",
    samples: int = 200,
    seed: int = 1,
    language: Language = "en",
) -> pl.DataFrame:
    """
    Return measures of two networks, and how far each is from what chance makes of a network like it.

    Most measures grow or shrink with the number of actors, initiatives and participations, so that two values tell
    little by themselves. z says how many standard deviations a value is from the mean of random networks that
    have as many as its own; compare z with z (Anderson, Butts & Carley 1999,
    doi:10.1016/S0378-8733(99)00011-8). z grows with size too, where an effect is the same: more actors, more
    certain.

    Parameters
    ----------
    network_a, network_b
        Two-mode networks.
    measures
        Names of measures of the whole network.
    null
        ``"fixed-degree"``: random two-mode networks where each actor is in as many initiatives and each
        initiative has as many actors. ``"equiprobable"``: only as many actors, initiatives and participations.
        ``"bicm"``: each number of participations on average.
    samples
        How many random networks for each of the two.
    seed
        Of the random networks and of measures that chance takes part in.
    language
        Of ``reason``.

    Returns
    -------
    comparison
        Columns ``measure, value_a, value_b, difference`` (a − b), ``z_a, z_b, reason``, in the order asked. What is
        not defined is null and has a reason; measures of arcs between actors, and p-values, have no z.

    Raises
    ------
    NotTwoModeError
        A network is not two-mode.
    UsageError
        There is no such measure of the whole network or no such null model, or fewer than one sample is asked for.
    """
    chosen = [_whole(name) for name in measures]
    if null not in NULLS or samples < 1:
        raise UsageError(
            f"null model {null!r}, {samples} samples: use one of {', '.join(NULLS)}, and one or more"
        )
    words = _WORDS[language]
    rows = []
    for measure in chosen:
        values: list[float | None] = []
        scores: list[float | None] = []
        reasons: list[str] = []
        against = None if measure.network == "directed" or measure.name.endswith("_p") else null
        for name, network in (("a", network_a), ("b", network_b)):
            value, z, why = _compared(
                measure, network, against, samples=samples, seed=seed, language=language
            )
            values.append(value)
            scores.append(z)
            if value is None:
                reasons.append(words["undefined"].format(name, measure.undefined[language]))
            elif why:
                reasons.append(words["no z"].format(name, why))
        if against is None:
            reasons.append(words["directed" if measure.network == "directed" else "p"])
        first, second = values
        difference = None if first is None or second is None else first - second
        rows.append((measure.name, first, second, difference, *scores, "; ".join(reasons) or None))
    return pl.DataFrame(rows, schema=_COLUMNS, orient="row")


def _compared(
    measure: Measure,
    network: nx.Graph[str],
    null: Null | None,
    *,
    samples: int,
    seed: int,
    language: Language,
) -> tuple[float | None, float | None, str]:
    """Return the value, its z, and why there is no z where there should be one."""
    if null is None:
        value = measure.of_whole(network, seed=seed)
        return None if isnan(value) else value, None, ""

    def of_whole(drawn: nx.Graph[str]) -> float:
        return measure.of_whole(drawn, seed=seed)

    found: NullComparison = against_null(network, of_whole, null=null, samples=samples, seed=seed)
    if isnan(found.observed):
        return None, None, ""
    missing = isnan(found.z)
    return found.observed, None if missing else found.z, found.reason(language) if missing else ""


def _whole(name: str) -> Measure:
    known = [measure.name for measure in MEASURES.values() if measure.level == "whole"]
    if name in known:
        return MEASURES[name]
    remedy = did_you_mean(name, known) or f"use one of {', '.join(known)}"
    raise UsageError(f"measure {name!r} of the whole network is unknown; {remedy}")
