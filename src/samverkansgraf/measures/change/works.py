"""The works that change between two dates is cited from."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.works import Work

if TYPE_CHECKING:
    from collections.abc import Mapping

DIAMOND_1969: Final = Work(
    key="diamond1969",
    authors=("Diamond, J. M.",),
    year=1969,
    title="Avifaunal equilibria and species turnover rates on the Channel Islands of California",
    journal="Proceedings of the National Academy of Sciences",
    volume="64",
    number="1",
    pages="57–63",
    doi="10.1073/pnas.64.1.57",
)
SNIJDERS_2010: Final = Work(
    key="snijders2010",
    authors=("Snijders, T. A. B.", "van de Bunt, G. G.", "Steglich, C. E. G."),
    year=2010,
    title="Introduction to stochastic actor-based models for network dynamics",
    journal="Social Networks",
    volume="32",
    number="1",
    pages="44–60",
    doi="10.1016/j.socnet.2009.02.004",
)

#: By what they are works of.
WORKS: Final[Mapping[str, tuple[Work, ...]]] = MappingProxyType(
    {"jaccard": (SNIJDERS_2010,), "turnover": (DIAMOND_1969,)}
)
