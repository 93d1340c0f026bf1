"""Brokerage in the two-mode network itself, after Jasny & Lubell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.brokerage_two_mode import (
    brokerage_two_mode,
    brokerage_two_mode_consultant,
    brokerage_two_mode_coordinator,
    brokerage_two_mode_gatekeeper,
    brokerage_two_mode_liaison,
)
from samverkansgraf.measures.catalogue.brokerage import GOULD_FERNANDEZ_1989
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.works import Work

if TYPE_CHECKING:
    from collections.abc import Callable


JASNY_LUBELL_2015: Final = Work(
    key="jasny2015",
    authors=("Jasny, L.", "Lubell, M."),
    year=2015,
    title="Two-mode brokerage in policy networks",
    journal="Social Networks",
    volume="41",
    pages="36–47",
    doi="10.1016/j.socnet.2014.11.005",
)


def _measure(
    role: str,
    function: Callable[..., dict[str, float]],
) -> Measure:
    return Measure(
        name=f"brokerage_two_mode_{role}",
        level="node",
        function=function,
        network="two-mode",
        sides=("actors",),
        unit="chains",
        value_range="whole number, 0 or more",
        normalisation="none",
        works=(JASNY_LUBELL_2015, GOULD_FERNANDEZ_1989),
        fewest=10,
    )


MEASURES: Final = (
    Measure(
        name="brokerage_two_mode",
        level="node",
        function=brokerage_two_mode,
        network="two-mode",
        unit="chains",
        value_range="whole number, 0 or more",
        normalisation="none",
        works=(JASNY_LUBELL_2015,),
        fewest=10,
    ),
    _measure(
        "coordinator",
        brokerage_two_mode_coordinator,
    ),
    _measure(
        "consultant",
        brokerage_two_mode_consultant,
    ),
    _measure(
        "gatekeeper",
        brokerage_two_mode_gatekeeper,
    ),
    _measure(
        "liaison",
        brokerage_two_mode_liaison,
    ),
)
