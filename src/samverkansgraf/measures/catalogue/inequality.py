"""Measures of how evenly participation is spread."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import CERIANI_VERME_2012
from samverkansgraf.measures.inequality import gini_participation
from samverkansgraf.measures.measure import Measure

MEASURES: Final = (
    Measure(
        name="gini_participation",
        level="whole",
        function=gini_participation,
        network="two-mode",
        unit="0 to 1 − 1/n",
        value_range="0 to 1 − 1/n",
        normalisation="divisor n²",
        works=(CERIANI_VERME_2012,),
        fewest=5,
    ),
)
