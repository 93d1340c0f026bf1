"""The layers of a city compared with each other, as tables."""

from __future__ import annotations

from itertools import combinations
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.measures.comparison.city_layers import (
    AGREEMENTS,
    DISTRICTS,
    INITIATIVES,
    LEADS,
    SECTORS,
    city_layers,
)
from samverkansgraf.measures.comparison.mrqap import mrqap
from samverkansgraf.measures.comparison.multiplexity import multiplexity
from samverkansgraf.measures.comparison.qap import qap_correlation
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.frames import Frames
    from samverkansgraf.measures.comparison.layers import Layer
    from samverkansgraf.project import Language

#: How many times nodes are renamed, unless said: at most and at least, and how many pairs may be gone through between.
SAMPLES: Final = 999
_FEWEST_SAMPLES: Final = 99
_PAIRS_GONE_THROUGH: Final = 200_000_000

#: With fewer nodes a test of layers has hardly a chance to find what there is.
FEWEST: Final = 10

#: Layers that mean ties of different kinds, none a part of another.
_TIES: Final = (INITIATIVES, AGREEMENTS)

#: Layers that go together by what they are -> why.
_BY_DEFINITION: Final = {
    (INITIATIVES, DISTRICTS): "place",
    (INITIATIVES, LEADS): "part",
    (DISTRICTS, LEADS): "place",
}

_I: Final = pl.Int64()
_F: Final = pl.Float64()
_S: Final = pl.String()
_P: Final = dict.fromkeys(("p_greater", "p_less", "p_two_sided"), _F)
_CORRELATIONS: Final[dict[str, Any]] = {
    "layer_a": _S, "layer_b": _S, "pairs_a": _I, "pairs_b": _I, "pairs_both": _I, "correlation": _F, "mean": _F,
    "sd": _F, **_P, "actors": _I, "reason": _S, "samples": _I, "seed": _I,
}  # fmt: skip
_REGRESSION: Final[dict[str, Any]] = {
    "outcome": _S, "term": _S, "coefficient": _F, "standardised": _F, "t": _F, **_P, "r_squared": _F, "pairs": _I,
    "actors": _I, "reason": _S, "samples": _I, "seed": _I,
}  # fmt: skip
_MULTIPLEXITY: Final[dict[str, Any]] = {
    "layer": _S, "tied": _I, "also_elsewhere": _I, "share": _F, "actors": _I, "reason": _S,
}  # fmt: skip


def layer_correlations(
    frames: Frames,
    selection: Selection = DEFAULT_SELECTION,
    *,
    samples: int | None = None,
    seed: int = 1,
    language: Language = "en",
) -> pl.DataFrame:
    """
    Return the QAP correlation of each two layers that the graph gives.

    Parameters
    ----------
    frames
        The graph.
    selection
        Which participations count, and as whose.
    samples
        How many times the actors are renamed at random; unless said 999, or as many as keep the pairs gone through below
        200 million, but 99 at least.
    seed
        Of the renamings.
    language
        Of ``reason``.

    Returns
    -------
    correlations
        A row for each two of :func:`~samverkansgraf.measures.comparison.city_layers.city_layers`: ``layer_a, layer_b``,
        how many pairs of actors have a value in each and in both (either direction), and the attributes of
        :class:`~samverkansgraf.measures.comparison.Qap`; what is undefined is null with a ``reason``. Each row is a test
        by itself: of twenty with p below 0.05, one is expected by chance.

    Raises
    ------
    UsageError
        There are more than 10,000 actors.
    """
    layers = city_layers(frames, selection)
    words = catalogue("measures", language, under="layers")
    rows = []
    for (name, one), (other_name, other) in combinations(layers.items(), 2):
        n = len(one.nodes)
        tied, also = (_tied(layer) for layer in (one, other))
        reasons = [words[_BY_DEFINITION[pair]]] if (pair := (name, other_name)) in _BY_DEFINITION else []
        numbers: list[float | int | None] = [None] * 6
        count: int | None = None
        if n < 3:  # noqa: PLR2004 -- with two there is one pair
            reasons = [words["few"].format(n)]
        elif alike := [layer.name for layer in (one, other) if _alike(layer)]:
            reasons = [words["alike"].format(layer) for layer in alike]
        else:
            found = qap_correlation(one, other, samples=samples or _samples(n), seed=seed)
            count = found.samples
            numbers = [
                found.correlation,
                found.mean,
                found.sd,
                found.p_greater,
                found.p_less,
                found.p_two_sided,
            ]
            reasons += _small(n, language)
        pairs = (int(tied.sum()), int(also.sum()), int((tied & also).sum()))
        rows.append((name, other_name, *pairs, *numbers, n, "; ".join(reasons) or None, count, seed))
    return pl.DataFrame(rows, schema=_CORRELATIONS, orient="row")


def layer_regression(
    frames: Frames,
    selection: Selection = DEFAULT_SELECTION,
    *,
    samples: int | None = None,
    seed: int = 1,
    language: Language = "en",
) -> pl.DataFrame:
    """
    Return how many initiatives two actors share, regressed on the other layers (MRQAP).

    The layers of leads and of districts are left out, for they follow wholly or in part from the outcome; so is one
    with the same value for every pair. An agreement often governs an initiative that its parties take part in: it is a
    fact of its own, not a cause.

    Parameters
    ----------
    frames, selection, samples, seed, language
        As :func:`layer_correlations` has them.

    Returns
    -------
    regression
        ``outcome``, then the columns of :class:`~samverkansgraf.measures.comparison.Mrqap`'s table, its ``r_squared``,
        ``pairs``, how many ``actors``, and ``reason``: what was left out, or why there is no value. One row without values
        where nothing can be explained.

    Raises
    ------
    UsageError
        There are more than 10,000 actors.
    """
    layers = city_layers(frames, selection)
    words = catalogue("measures", language, under="layers")
    outcome = layers[INITIATIVES]
    n = len(outcome.nodes)
    others = [layers[name] for name in (AGREEMENTS, SECTORS)]
    predictors = [layer for layer in others if n > 2 and not _alike(layer)]  # noqa: PLR2004 -- as above
    why = [words["constant"].format(layer.name) for layer in others if layer not in predictors]
    why.append(words["in part"].format(DISTRICTS))
    reasons = [words["left out"].format("; ".join(why))]
    nothing = None
    if n < 3:  # noqa: PLR2004 -- as above
        nothing = words["few"].format(n)
    elif _alike(outcome):
        nothing = words["alike"].format(outcome.name)
    elif not predictors:
        nothing = "; ".join(reasons)
    found = None
    if nothing is None:
        try:
            found = mrqap(outcome, predictors, samples=samples or _samples(n), seed=seed)
        except UsageError as refusal:  # too few pairs, or one layer follows from the others
            nothing = str(refusal)
    if found is None:
        row = {"outcome": outcome.name, "actors": n, "reason": nothing, "seed": seed}
        return pl.DataFrame([row], schema=_REGRESSION)
    told = "; ".join([*reasons, *_small(n, language)]) or None
    return found.table.with_columns(
        pl.lit(outcome.name).alias("outcome"),
        pl.lit(found.r_squared).alias("r_squared"),
        pl.lit(found.pairs, dtype=_I).alias("pairs"),
        pl.lit(n, dtype=_I).alias("actors"),
        pl.lit(told, dtype=_S).alias("reason"),
        pl.lit(found.samples, dtype=_I).alias("samples"),
        pl.lit(seed, dtype=_I).alias("seed"),
    ).select(*_REGRESSION)


def layer_overlap(
    frames: Frames, selection: Selection = DEFAULT_SELECTION, *, language: Language = "en"
) -> pl.DataFrame:
    """
    Return how many pairs that share an initiative also share an agreement, and the other way about.

    Only these two layers are ties of their own: to lead is a part of sharing an initiative, and to have one sector or
    district is no tie.

    Returns
    -------
    overlap
        As :class:`~samverkansgraf.measures.comparison.Multiplexity` has its layers, with a last row ``all`` for pairs
        tied in some layer; ``actors`` and ``reason``.
    """
    words = catalogue("measures", language, under="layers")
    layers = [layer for name, layer in city_layers(frames, selection).items() if name in _TIES]
    n = len(layers[0].nodes)
    if n < 3:  # noqa: PLR2004 -- as above
        row = {"layer": "all", "actors": n, "reason": words["few"].format(n)}
        return pl.DataFrame([row], schema=_MULTIPLEXITY)
    found = multiplexity(layers)
    share = found.share if isfinite(found.share) else None
    rows = [*found.layers.iter_rows(), ("all", found.tied, found.multiplex, share)]
    told = [(*row, n, words["none tied"] if row[3] is None else None) for row in rows]
    return pl.DataFrame(told, schema=_MULTIPLEXITY, orient="row")


def _tied(layer: Layer) -> np.ndarray[Any, np.dtype[np.bool_]]:
    either: np.ndarray[Any, np.dtype[np.bool_]] = (layer.values != 0) | (layer.values.T != 0)
    return either[np.triu_indices(len(layer.nodes), k=1)]


def _alike(layer: Layer) -> bool:
    off = layer.values[~np.eye(len(layer.nodes), dtype=bool)]
    return bool(np.ptp(off) == 0)


def _samples(nodes: int) -> int:
    pairs = nodes * (nodes - 1) // 2
    return max(_FEWEST_SAMPLES, min(SAMPLES, _PAIRS_GONE_THROUGH // pairs))


def _small(nodes: int, language: Language) -> Sequence[str]:
    return (
        [catalogue("measures", language, under="layers")["small"].format(nodes, FEWEST)]
        if nodes < FEWEST
        else []
    )
