"""
Which pairs of actors share more initiatives than their numbers of initiatives would have them share by chance.

All pairs of actors in the network are tested at once, those that share nothing too (their p is 1), and false
discoveries among the validated are kept to a share of ``alpha`` (Benjamini & Hochberg 1995,
doi:10.1111/j.2517-6161.1995.tb02031.x). Initiatives that are sets make no tie and are left out of the null model.
None validated is a right answer where the network is small: a test can see no more than the numbers allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, comb
from typing import TYPE_CHECKING, Final, Literal, Protocol, get_args

import numpy as np
import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.measures.null_models.configuration_model import ConfigurationModel, configuration_model
from samverkansgraf.measures.null_models.curveball import ROUNDS, fixed_degree_blocks
from samverkansgraf.measures.pair_order import tied_actors
from samverkansgraf.network import incidence, pairs
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray
    from scipy import sparse

    from samverkansgraf.project import Language

#: What chance must keep of every degree: all of it, or all of it on average.
PairNull = Literal["fixed-degree", "bicm"]

PAIR_NULLS: Final[tuple[PairNull, ...]] = get_args(PairNull)

#: Unless samples are asked for, no more participations are dealt (or met) in all than this, some ten seconds.
_MOST_DEALT: Final = 100_000_000
_FEWEST_SAMPLES: Final = 99

#: When it is judged what pairs could have shared, none is asked to share more than this; and where there are more
#: distinct degrees, some pair could surely have been validated.
_MOST_ASKED: Final = 64
_MOST_CLASSES: Final = 100


class _Tail(Protocol):
    """P(two actors of these classes of degree share so much or more)."""

    def __call__(
        self, one: NDArray[np.int64], other: NDArray[np.int64], shared: NDArray[np.int64], /
    ) -> NDArray[np.float64]: ...


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PairTest:
    """
    Verdicts on the tied pairs of actors.

    Attributes
    ----------
    null
        The null model.
    alpha
        The share of false discoveries expected among the validated, at most.
    family
        How many pairs are tested: all pairs of actors.
    samples, seed
        Of the random networks, none of which is drawn where there is only one possible network; ``None`` for a
        null model that needs no sampling.
    p_values
        P(shared at least as much), in the order of :func:`~samverkansgraf.network.pairs`.
    validated
        Whether it is too little to be chance.
    attainable
        Whether any pair could have been validated, had each shared as much as its numbers of initiatives allow.
    """

    null: PairNull
    alpha: float
    family: int
    samples: int | None
    seed: int | None
    p_values: NDArray[np.float64]
    validated: NDArray[np.bool_]
    attainable: bool

    def words(self, language: Language = "en") -> str:
        """Return what was tested, and what the test cannot say, in sentences."""
        words = catalogue("measures", language, under="validated")
        if not len(self.p_values):
            return words["untied"]
        model = words["unique" if self.samples == 0 else self.null]
        said = [model.format(samples=_grouped(self.samples or 0, language), seed=self.seed)]
        alpha = f"{100 * self.alpha:g}"
        said.append(
            words["family"].format(
                family=_grouped(self.family, language),
                alpha=alpha if language == "en" else alpha.replace(".", ","),
            )
        )
        if not self.attainable:
            said.append(words["unattainable"])
        elif self.samples and (needed := ceil(self.family / (self.alpha * (self.samples + 1)))) > 1:
            least = f"1/{_grouped(self.samples + 1, language)}"
            said.append(words["least"].format(least=least, needed=_grouped(needed, language)))
        return " ".join(said)


def _grouped(number: int, language: Language) -> str:
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def validated_pairs(
    network: nx.Graph[str],
    *,
    null: PairNull = "fixed-degree",
    samples: int | None = None,
    seed: int = 1,
    alpha: float = 0.05,
) -> pl.DataFrame:
    """
    Return the tied pairs of actors with p-values and verdicts under one null model.

    Parameters
    ----------
    network, null, samples, seed, alpha
        As :func:`pair_test`.

    Returns
    -------
    pairs
        As :func:`~samverkansgraf.network.pairs`: ``actor_a, actor_b, shared, newman``, with ``p_value`` (0–1, never
        0 with sampling) and ``validated``.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        As :func:`pair_test`, or the ties are too many to hold.

    Examples
    --------
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> validated_pairs(two_mode_of_pairs([("Mimer", "EST"), ("Polisen", "EST")])).row(0)
    ('Mimer', 'Polisen', 1, 1.0, 1.0, False)
    """
    test = pair_test(network, null=null, samples=samples, seed=seed, alpha=alpha)
    return pairs(network).with_columns(p_value=pl.Series(test.p_values), validated=pl.Series(test.validated))


def tested_pairs(
    network: nx.Graph[str],
    *,
    samples: int | None = None,  # noqa: PT028 -- pairs that are tested, no test
    seed: int = 1,  # noqa: PT028
    alpha: float = 0.05,  # noqa: PT028
) -> pl.DataFrame:
    """
    Return the tied pairs of actors with p-values and verdicts under both null models beside each other.

    Parameters
    ----------
    network, samples, seed, alpha
        As :func:`pair_test`.

    Returns
    -------
    pairs
        Columns ``actor_a, actor_b, shared, newman, p_fixed_degree, validated_fixed_degree, p_bicm,
        validated_bicm``, in the order of :func:`~samverkansgraf.network.pairs`.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        As :func:`pair_test`, or the ties are too many to hold.
    """
    found = pairs(network).drop("p_value", "validated")
    for null in PAIR_NULLS:
        test = pair_test(network, null=null, samples=samples, seed=seed, alpha=alpha)
        name = null.replace("-", "_")
        found = found.with_columns(
            pl.Series(f"p_{name}", test.p_values), pl.Series(f"validated_{name}", test.validated)
        )
    return found


def pair_test(
    network: nx.Graph[str],
    *,
    null: PairNull = "fixed-degree",
    samples: int | None = None,
    seed: int = 1,
    alpha: float = 0.05,
) -> PairTest:
    """
    Return for each tied pair of actors how likely it is to share so much by chance, and the verdict.

    Parameters
    ----------
    network
        Two-mode network.
    null
        ``"fixed-degree"``: each actor has exactly as many initiatives and each initiative as many actors as here
        (:func:`~samverkansgraf.measures.null_models.curveball.fixed_degree_samples`). p is the share of pairs that
        share as much, among all pairs with the same two numbers of initiatives in the drawn networks and this one:
        such pairs are alike to the null model. For a pair whose numbers nobody else has it is
        (1 + hits)/(1 + samples). ``"bicm"``: as many on average
        (:class:`~samverkansgraf.measures.null_models.configuration_model.ConfigurationModel`), without sampling.
    samples
        For ``"fixed-degree"``. By default as many as one pair needs to be validated alone, family/alpha, but fewer
        where the network is so large that it would take more than some ten seconds, and at least 99.
        :meth:`PairTest.words` says when they are too few for that.
    seed
        The same seed gives the same p-values.
    alpha
        Greatest expected share of chance among the validated, above 0 and below 1.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    UsageError
        ``alpha`` is not between 0 and 1, there is no such null model, fewer than one sample is asked for, or the ties
        are too many to hold.
    """
    _require_sense(null, samples, alpha)
    matrix = incidence(network).tying
    one, other, weights = tied_actors(network)
    shared = weights.astype(np.int64)
    family = comb(matrix.shape[0], 2)
    model = configuration_model(matrix)
    # Of one possible network no samples are needed: nothing in it is unlikely.
    if null == "fixed-degree" and not model.unique:
        drawn = samples or _enough(matrix, family, alpha)
        tail: _Tail = _sampled(matrix, model, shared, samples=drawn, seed=seed)
    else:
        drawn, tail = 0, model.shared_at_least
    p_values = tail(model.row_class[one], model.row_class[other], shared)
    validated = _below_false_discovery(p_values, family, alpha)
    return PairTest(
        null=null,
        alpha=alpha,
        family=family,
        samples=drawn if null == "fixed-degree" else None,
        seed=seed if null == "fixed-degree" else None,
        p_values=p_values,
        validated=validated,
        attainable=bool(validated.any()) or _attainable(model, tail, family, alpha),
    )


def _require_sense(null: PairNull, samples: int | None, alpha: float) -> None:
    if null not in PAIR_NULLS:
        remedy = did_you_mean(null, PAIR_NULLS) or f"use one of {', '.join(PAIR_NULLS)}"
        raise UsageError(f"null model {null!r} of pairs is unknown; {remedy}")
    if samples is not None and samples < 1:
        raise UsageError(f"pairs: {samples} samples; ask for one or more")
    if not 0 < alpha < 1:
        raise UsageError(f"pairs: alpha is {alpha}; choose a share above 0 and below 1, such as 0.05")


def _enough(matrix: sparse.csr_array, family: int, alpha: float) -> int:
    sizes = np.asarray(matrix.sum(axis=0))
    effort = ROUNDS * matrix.nnz + int(sizes @ sizes)
    return int(min(ceil(family / alpha), max(_FEWEST_SAMPLES, _MOST_DEALT // max(1, effort))))


def _sampled(
    matrix: sparse.csr_array, model: ConfigurationModel, shared: NDArray[np.int64], *, samples: int, seed: int
) -> _Tail:
    """Return how often pairs of actors of two classes share as much, in this network and in sampled ones."""
    classes, most = len(model.row_degrees), int(shared.max(initial=1))
    shape = classes, classes, most + 1
    tally = np.zeros(classes * classes * (most + 1), dtype=np.int64)
    sizes = np.asarray(matrix.sum(axis=0))
    at_once = max(matrix.nnz, min(40_000, matrix.nnz * 1_000_000 // max(1, int(sizes @ sizes))))
    tally += _met(matrix, model.row_class, shape)
    for block in fixed_degree_blocks(matrix, samples=samples, seed=seed, at_once=at_once):
        tally += _met(block, np.tile(model.row_class, block.shape[0] // matrix.shape[0]), shape)
    # From how many pairs share exactly k to how many share k or more.
    reached = np.cumsum(tally.reshape(shape)[:, :, ::-1], axis=2)[:, :, ::-1]
    number = np.bincount(model.row_class, minlength=classes)
    alike = (np.outer(number, number) - np.diag(number)) * (samples + 1)

    def tail(
        one: NDArray[np.int64], other: NDArray[np.int64], asked: NDArray[np.int64], /
    ) -> NDArray[np.float64]:
        hits = np.where(asked > most, 0, reached[one, other, np.minimum(asked, most)])
        p_values: NDArray[np.float64] = np.where(asked < 1, 1.0, np.maximum(hits, 1) / alike[one, other])
        return p_values

    return tail


def _met(
    matrix: sparse.csr_array, row_class: NDArray[np.int64], shape: tuple[int, int, int]
) -> NDArray[np.int64]:
    """Count ordered pairs of rows by their classes and what they share, all that is more than the most as the most."""
    classes, _, levels = shape
    product = matrix @ matrix.T
    rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))
    apart = rows != product.indices
    one, other = row_class[rows[apart]], row_class[product.indices[apart]]
    level = np.minimum(product.data[apart].astype(np.int64), levels - 1)
    return np.bincount((one * classes + other) * levels + level, minlength=classes * classes * levels)


def _below_false_discovery(p_values: NDArray[np.float64], family: int, alpha: float) -> NDArray[np.bool_]:
    """Return which p-values Benjamini & Hochberg's procedure passes; the rest of the family have p = 1."""
    ranked = np.sort(p_values)
    passed = np.flatnonzero(ranked * family <= alpha * np.arange(1, len(ranked) + 1))
    limit = ranked[passed[-1]] if len(passed) else -1.0
    return p_values <= limit


def _attainable(model: ConfigurationModel, tail: _Tail, family: int, alpha: float) -> bool:
    """Return whether any pair would be validated if each shared as much as its degrees allow."""
    if len(model.row_degrees) > _MOST_CLASSES:
        return True
    number = np.bincount(model.row_class, minlength=len(model.row_degrees))
    one, other = np.triu_indices(len(number))
    count = np.where(one == other, number[one] * (number[one] - 1) // 2, number[one] * number[other])
    one, other, count = one[count > 0], other[count > 0], count[count > 0]
    shared = model.most_shared(one, other)
    least = tail(one, other, np.minimum(shared, _MOST_ASKED))
    order = np.argsort(least, kind="stable")
    passed = least[order] * family <= alpha * np.cumsum(count[order])
    return bool(passed.any() or (shared > _MOST_ASKED).any())
