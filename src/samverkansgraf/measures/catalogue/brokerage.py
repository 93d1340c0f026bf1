"""Brokerage between sectors: the five roles of Gould & Fernandez."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.brokerage import (
    brokerage_consultant,
    brokerage_coordinator,
    brokerage_gatekeeper,
    brokerage_liaison,
    brokerage_representative,
)
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.works import Work

if TYPE_CHECKING:
    from collections.abc import Callable


GOULD_FERNANDEZ_1989: Final = Work(
    key="gould1989",
    authors=("Gould, R. V.", "Fernandez, R. M."),
    year=1989,
    title="Structures of mediation: a formal approach to brokerage in transaction networks",
    journal="Sociological Methodology",
    volume="19",
    pages="89–126",
    doi="10.2307/270949",
)


def _measure(
    role: str,
    function: Callable[..., dict[str, float]],
) -> Measure:
    return Measure(
        name=f"brokerage_{role}",
        level="node",
        function=function,
        network="projection",
        sides=("actors",),
        unit="ordered pairs",
        value_range="0 to (n − 1)(n − 2)",
        normalisation="none",
        works=(GOULD_FERNANDEZ_1989,),
        fewest=10,
    )


MEASURES: Final = (
    _measure(
        "coordinator",
        brokerage_coordinator,
    ),
    _measure(
        "consultant",
        brokerage_consultant,
    ),
    _measure(
        "gatekeeper",
        brokerage_gatekeeper,
    ),
    _measure(
        "representative",
        brokerage_representative,
    ),
    _measure(
        "liaison",
        brokerage_liaison,
    ),
)
