"""Measures of whether those who meet once meet again."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import LATAPY_2008, ROBINS_ALEXANDER_2004
from samverkansgraf.measures.clustering import latapy, opsahl, robins_alexander
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.works import Work

OPSAHL_2013: Final = Work(
    key="opsahl2013",
    authors=("Opsahl, T.",),
    year=2013,
    title="Triadic closure in two-mode networks: redefining the global and local clustering coefficients",
    journal="Social Networks",
    volume="35",
    number="2",
    pages="159–167",
    doi="10.1016/j.socnet.2011.07.001",
)

MEASURES: Final = (
    Measure(
        name="robins_alexander",
        level="whole",
        function=robins_alexander,
        network="two-mode",
        unit="share, 0–1",
        value_range="0–1",
        normalisation="divided by the paths of three edges",
        works=(ROBINS_ALEXANDER_2004,),
        fewest=5,
        uncertainty="no bootstrap",
    ),
    Measure(
        name="latapy",
        level="whole",
        function=latapy,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="initiatives shared by two actors over those that either has; mean over those an actor meets, then over actors",
        works=(LATAPY_2008,),
        fewest=5,
        uncertainty="no bootstrap",
    ),
    Measure(
        name="opsahl",
        level="whole",
        function=opsahl,
        network="two-mode",
        unit="share, 0–1",
        value_range="0–1",
        normalisation="divided by the paths of four edges between actors",
        works=(OPSAHL_2013,),
        fewest=5,
        uncertainty="no bootstrap",
    ),
)
