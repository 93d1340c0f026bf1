"""The works that comparisons are cited from."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.works import Work

if TYPE_CHECKING:
    from collections.abc import Mapping

ANDERSON_1999: Final = Work(
    key="anderson1999",
    authors=("Anderson, B. S.", "Butts, C.", "Carley, K."),
    year=1999,
    title="The interaction of size and density with graph-level indices",
    journal="Social Networks",
    volume="21",
    number="3",
    pages="239–267",
    doi="10.1016/S0378-8733(99)00011-8",
)
DEKKER_2007: Final = Work(
    key="dekker2007",
    authors=("Dekker, D.", "Krackhardt, D.", "Snijders, T. A. B."),
    year=2007,
    title="Sensitivity of MRQAP tests to collinearity and autocorrelation conditions",
    journal="Psychometrika",
    volume="72",
    number="4",
    pages="563–581",
    doi="10.1007/s11336-007-9016-1",
)
KRACKHARDT_1987: Final = Work(
    key="krackhardt1987",
    authors=("Krackhardt, D.",),
    year=1987,
    title="QAP partialling as a test of spuriousness",
    journal="Social Networks",
    volume="9",
    number="2",
    pages="171–186",
    doi="10.1016/0378-8733(87)90012-8",
)
KRACKHARDT_1988: Final = Work(
    key="krackhardt1988predicting",
    authors=("Krackhardt, D.",),
    year=1988,
    title="Predicting with networks: nonparametric multiple regression analysis of dyadic data",
    journal="Social Networks",
    volume="10",
    number="4",
    pages="359–381",
    doi="10.1016/0378-8733(88)90004-4",
)

PROVAN_2007: Final = Work(
    key="provan2007",
    authors=("Provan, K. G.", "Fish, A.", "Sydow, J."),
    year=2007,
    title="Interorganizational networks at the network level: a review of the empirical literature on whole networks",
    journal="Journal of Management",
    volume="33",
    number="3",
    pages="479–516",
    doi="10.1177/0149206307302554",
)

#: By what they are works of.
WORKS: Final[Mapping[str, tuple[Work, ...]]] = MappingProxyType(
    {
        "qap": (KRACKHARDT_1987, KRACKHARDT_1988),
        "mrqap": (DEKKER_2007, KRACKHARDT_1988),
        "multiplexity": (PROVAN_2007,),
        "conditional_uniform": (ANDERSON_1999,),
        "side_by_side": (ANDERSON_1999,),
    }
)
