"""Measures of whether one actor dominates the two-mode network itself."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import BORGATTI_EVERETT_1997, FREEMAN_1979
from samverkansgraf.measures.centralization import (
    betweenness_centralization_two_mode,
    closeness_centralization_two_mode,
    degree_centralization_two_mode,
)
from samverkansgraf.measures.measure import Measure

MEASURES: Final = (
    Measure(
        name="degree_centralization_two_mode",
        level="whole",
        function=degree_centralization_two_mode,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the greatest sum possible with as many actors and initiatives",
        works=(BORGATTI_EVERETT_1997, FREEMAN_1979),
        fewest=5,
    ),
    Measure(
        name="betweenness_centralization_two_mode",
        level="whole",
        function=betweenness_centralization_two_mode,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the actors less one; each betweenness by the greatest possible",
        works=(BORGATTI_EVERETT_1997, FREEMAN_1979),
        fewest=5,
    ),
    Measure(
        name="closeness_centralization_two_mode",
        level="whole",
        function=closeness_centralization_two_mode,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the greatest sum possible with as many actors and initiatives",
        works=(BORGATTI_EVERETT_1997, FREEMAN_1979),
        fewest=5,
    ),
)
