"""What the ties between actors have more of than ties strewn at random: conditional uniform tests as a table."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
import polars as pl

from samverkansgraf.measures.comparison.conditional_uniform import Given, conditional_uniform
from samverkansgraf.network import projection
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkansgraf.project import Language

#: How many random networks, unless said.
SAMPLES: Final = 199

_NUMBERS: Final = ("value", "expected", "sd", "z", "p_greater", "p_less")
_SCHEMA: Final[dict[str, Any]] = {
    "statistic": pl.String(),
    "given": pl.String(),
    **dict.fromkeys(_NUMBERS, pl.Float64()),
    "reason": pl.String(),
    **dict.fromkeys(("samples", "defined", "seed"), pl.Int64()),
}


def ties_beside_chance(
    network: nx.Graph[str], *, samples: int = SAMPLES, seed: int = 1, language: Language = "en"
) -> pl.DataFrame:
    """
    Return three numbers of the ties between actors beside those of random networks of the same size, or as many ties.

    Parameters
    ----------
    network
        Two-mode network; the ties are those of its projection onto actors.
    samples
        How many random networks for each row.
    seed
        Of the random networks.
    language
        Of ``reason``.

    Returns
    -------
    tests
        A row for each of ``transitivity``, ``degree_centralization`` (Freeman) and ``components``, given ``size`` and given
        ``ties``: ``statistic, given, value, expected, sd, z, p_greater, p_less, reason, samples, defined, seed``, as
        :class:`~samverkansgraf.measures.comparison.ConditionalUniform` has them; what is undefined is null.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        There are more than 5,000 actors.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> network = two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST"), ("Ikea", "EST")])
    >>> ties_beside_chance(network, samples=9).row(0)[:3]
    ('transitivity', 'size', 1.0)
    """
    words = catalogue("measures", language, under="ties_beside_chance")
    ties = projection(network)
    statistics: dict[str, Callable[[Any], float]] = {
        "transitivity": nx.transitivity,
        "degree_centralization": _degree_centralization,
        "components": _components,
    }
    conditions: tuple[Given, ...] = ("size", "ties")
    rows = []
    for name, statistic in statistics.items():
        for given in conditions:
            found = conditional_uniform(ties, statistic, given=given, samples=samples, seed=seed)
            reasons = [words["projected"]] if name == "transitivity" else []
            if isnan(found.value):
                reasons = [words["undefined"].format(len(ties))]
            elif isnan(found.z):
                reasons.append(words["same"])
            numbers = (found.value, found.mean, found.sd, found.z, found.p_greater, found.p_less)
            rows.append((name, given, *numbers, "; ".join(reasons) or None, samples, found.defined, seed))
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row").with_columns(pl.col(_NUMBERS).fill_nan(None))


def _degree_centralization(ties: nx.Graph[str]) -> float:
    """Return Σ(greatest degree − degree) divided by that of a star."""
    n = len(ties)
    if n < 3:  # noqa: PLR2004 -- two nodes have one degree
        return nan
    degrees = [degree for _, degree in ties.degree()]
    return sum(max(degrees) - degree for degree in degrees) / ((n - 1) * (n - 2))


def _components(ties: nx.Graph[str]) -> float:
    return float(nx.number_connected_components(ties)) if len(ties) else nan
