"""The works that comparisons are cited from."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.works import Work

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

#: By what they are works of.
WORKS: Final = {
    "qap": (KRACKHARDT_1988,),
    "mrqap": (DEKKER_2007, KRACKHARDT_1988),
    "conditional_uniform": (ANDERSON_1999,),
    "side_by_side": (ANDERSON_1999,),
}
