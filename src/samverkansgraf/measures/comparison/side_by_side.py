"""Two networks next to each other: two cities, or two years of one."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.chance import beside_chance, compared_with_chance
from samverkansgraf.measures.null_models import NULLS
from samverkansgraf.measures.reasons import says_little
from samverkansgraf.measures.registry import MEASURES, Measure
from samverkansgraf.measures.together import whole_measure
from samverkansgraf.network import nodes_of
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import selected_participations

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.measures.null_models import Null
    from samverkansgraf.project import Language
    from samverkansgraf.ties import Selection

#: How many networks are drawn for each of the two, unless said.
SAMPLES: Final = 200

_NUMBERS: Final = (
    "value_a", "value_b", "difference", "share_of_greatest_a", "share_of_greatest_b", "z_a", "z_b",
)  # fmt: skip
_COLUMNS: Final = {
    "measure": pl.String(),
    **dict.fromkeys(_NUMBERS, pl.Float64()),
    "null": pl.String(),
    "reason": pl.String(),
    "samples": pl.Int64(),
    "seed": pl.Int64(),
}

#: The greatest value by the range that the catalogue gives.
_GREATEST: Final = {"share, 0–1": 1.0, "0–1": 1.0, "0 to 1": 1.0, "−1 to 1": 1.0, "0–100": 100.0}


def side_by_side(
    network_a: nx.Graph[str],
    network_b: nx.Graph[str],
    measures: Sequence[str] | None = None,
    *,
    null: Null = "fixed-degree",
    samples: int = SAMPLES,
    seed: int = 1,
    language: Language = "en",
) -> pl.DataFrame:
    """
    Return measures of two networks, and how far each is from what chance makes of a network like it.

    Most measures grow or shrink with the number of actors, initiatives and participations, so that two values tell
    little by themselves (Anderson, Butts & Carley 1999, doi:10.1016/S0378-8733(99)00011-8). Two columns take
    that into account. The share of the greatest is the value divided by the greatest that so many actors can
    have. z says how many standard deviations a value is from the mean of random networks that have as many as its
    own. z grows with size too, where an effect is the same: more actors, more certain.

    Parameters
    ----------
    network_a, network_b
        Two-mode networks.
    measures
        Names of measures of the whole network; all if ``None``.
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
        Columns ``measure, value_a, value_b, difference`` (a − b), ``share_of_greatest_a, share_of_greatest_b, z_a,
        z_b, null, reason, samples, seed``, in the order asked. What is not defined is null and has a reason,
        with ``a`` or ``b`` before it; measures of arcs between actors, p-values, and what takes too long to compute many
        times, have no z.

    Raises
    ------
    NotTwoModeError
        A network is not two-mode.
    UsageError
        There is no such measure of the whole network or no such null model, or fewer than one sample is asked for.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> one = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Ikea", "På lika villkor")])
    >>> other = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")])
    >>> side_by_side(one, other, ["components"], samples=9).select("value_a", "value_b", "difference").row(0)
    (2.0, 1.0, 1.0)
    """
    names = [m.name for m in MEASURES.values() if m.level == "whole"] if measures is None else measures
    chosen = [whole_measure(name) for name in names]
    if null not in NULLS or samples < 1:
        remedy = did_you_mean(null, NULLS) or f"use one of {', '.join(NULLS)}"
        raise UsageError(f"null model {null!r}, {samples} samples: {remedy}, and one sample or more")
    sides = [
        _measured(network, chosen, null, samples=samples, seed=seed, language=language)
        for network in (network_a, network_b)
    ]
    rows = []
    for measure in chosen:
        (first, share, z, why), (second, other_share, other_z, other_why) = (
            side[measure.name] for side in sides
        )
        reasons = [f"{side}: {text}" for side, text in (("a", why), ("b", other_why)) if text]
        if not compared_with_chance(measure):
            reasons.append(catalogue("measures", language, under="side_by_side")["no z"])
        difference = None if first is None or second is None else first - second
        values = (first, second, difference, share, other_share, z, other_z)
        rows.append((measure.name, *values, null, "; ".join(reasons) or None, samples, seed))
    return pl.DataFrame(rows, schema=_COLUMNS, orient="row")


def beside_caveat(
    a: tuple[str, Frames, Selection], b: tuple[str, Frames, Selection], *, language: Language = "en"
) -> str:
    """
    Return how large two networks are and what they rest on, and what a difference between them may come from.

    Parameters
    ----------
    a, b
        What each is called, its graph and which participations count.
    language
        Of the text.

    Returns
    -------
    caveat
        A few sentences; of one graph at two dates also how many participations are in both.
    """
    words = catalogue("measures", language, under="side_by_side")
    sizes = []
    held = []
    for name, frames, selection in (a, b):
        rows = selected_participations(frames, selection)
        links = rows.select("actor", "initiative").unique()
        held.append(set(links.iter_rows()))
        numbers = (links["actor"].n_unique(), links["initiative"].n_unique(), links.height)
        sources = rows.explode("sources")["sources"].drop_nulls().n_unique()
        sizes.append(words["size"].format(name, *numbers, sources))
    said = words["caveat"].format("; ".join(sizes))
    two_dates = a[1] is b[1] and a[2].at != b[2].at
    return said + words["both"].format(len(held[0] & held[1])) if two_dates else said


def _measured(
    network: nx.Graph[str],
    measures: Sequence[Measure],
    null: Null,
    *,
    samples: int,
    seed: int,
    language: Language,
) -> dict[str, tuple[float | None, float | None, float | None, str]]:
    """Return of each measure its value, its share of the greatest, z, and why something is missing."""
    actors = len(nodes_of(network, "actors"))
    many = [measure.name for measure in measures if compared_with_chance(measure)]
    chance = beside_chance(network, many, nulls=[null], samples=samples, seed=seed, language=language)
    drawn = {row["measure"]: row for row in chance.iter_rows(named=True)}
    found = {}
    for measure in measures:
        reasons = []
        if measure.name in drawn:
            row = drawn[measure.name]
            value, z = row["value"], row["z"]
            reasons = [row["reason"]] if row["reason"] else []
        else:
            value, z = _of_whole(measure, network, seed), None
            reasons = [measure.undefined[language]] if value is None else []
        if value is not None and (little := says_little(measure, network, language=language)):
            reasons.append(little)
        greatest = _greatest(measure, actors)
        share = None if value is None or not greatest else value / greatest
        found[measure.name] = (value, share, z, "; ".join(reasons))
    return found


def _of_whole(measure: Measure, network: nx.Graph[str], seed: int) -> float | None:
    value = measure.of_whole(network, seed=seed)
    return None if isnan(value) else value


def _greatest(measure: Measure, actors: int) -> float | None:
    """Return the greatest value that a network of so many actors can have, where that is known."""
    if measure.name == "components":
        return float(actors)  # each apart, in initiatives of their own
    if measure.name == "diameter":
        return float(actors - 1)  # one after another
    if measure.name == "mean_distance":
        return (actors + 1) / 3  # the same: the mean of 1 … n − 1, each as often as it occurs in a row
    if measure.value_range == "0 to 1 − 1/n":
        return 1 - 1 / actors if actors else None
    return _GREATEST.get(measure.value_range)
