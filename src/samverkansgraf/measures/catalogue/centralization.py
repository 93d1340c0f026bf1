"""Measures of whether one actor dominates."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import FREEMAN_1979
from samverkansgraf.measures.centralization import (
    betweenness_centralization,
    closeness_centralization,
    degree_centralization,
)
from samverkansgraf.measures.measure import Measure

MEASURES: Final = (
    Measure(
        name="degree_centralization",
        level="whole",
        function=degree_centralization,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by (n − 1)(n − 2)",
        works=(FREEMAN_1979,),
        fewest=5,
    ),
    Measure(
        name="betweenness_centralization",
        level="whole",
        function=betweenness_centralization,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the value of a star",
        works=(FREEMAN_1979,),
        fewest=5,
    ),
    Measure(
        name="closeness_centralization",
        level="whole",
        function=closeness_centralization,
        network="projection",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the value of a star",
        works=(FREEMAN_1979,),
        fewest=5,
    ),
)
