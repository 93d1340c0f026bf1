"""Measures of how the whole hangs together."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import (
    BORGATTI_2006,
    BORGATTI_EVERETT_1997,
    SEIDMAN_1983,
    WASSERMAN_FAUST_1994,
)
from samverkansgraf.measures.cohesion import (
    components,
    density,
    density_two_mode,
    diameter,
    fragmentation,
    largest_component_share,
    mean_distance,
)
from samverkansgraf.measures.cores import degeneracy
from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.works import Work

LICK_WHITE_1970: Final = Work(
    key="lick1970",
    authors=("Lick, D. R.", "White, A. T."),
    year=1970,
    title="k-degenerate graphs",
    journal="Canadian Journal of Mathematics",
    volume="22",
    number="5",
    pages="1082–1096",
    doi="10.4153/CJM-1970-125-1",
)

MEASURES: Final = (
    Measure(
        name="density_two_mode",
        level="whole",
        function=density_two_mode,
        network="two-mode",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by actors times initiatives",
        works=(BORGATTI_EVERETT_1997,),
    ),
    Measure(
        name="density",
        level="whole",
        function=density,
        network="projection",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by the pairs of actors",
        works=(WASSERMAN_FAUST_1994,),
    ),
    Measure(
        name="components",
        level="whole",
        function=components,
        network="two-mode",
        unit="parts",
        value_range="",
        normalisation="none",
        works=(WASSERMAN_FAUST_1994,),
    ),
    Measure(
        name="largest_component_share",
        level="whole",
        function=largest_component_share,
        network="two-mode",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by all nodes",
        works=(WASSERMAN_FAUST_1994,),
    ),
    Measure(
        name="fragmentation",
        level="whole",
        function=fragmentation,
        network="projection",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by the pairs of actors",
        works=(BORGATTI_2006,),
    ),
    Measure(
        name="mean_distance",
        level="whole",
        function=mean_distance,
        network="projection",
        unit="steps",
        value_range="",
        normalisation="largest component of the projection, unweighted",
        works=(WASSERMAN_FAUST_1994,),
    ),
    Measure(
        name="diameter",
        level="whole",
        function=diameter,
        network="projection",
        unit="steps",
        value_range="",
        normalisation="largest component of the projection, unweighted",
        works=(WASSERMAN_FAUST_1994,),
    ),
    Measure(
        name="degeneracy",
        level="whole",
        function=degeneracy,
        network="two-mode",
        unit="count",
        value_range="whole number, 0 or more",
        normalisation="none",
        works=(SEIDMAN_1983, LICK_WHITE_1970),
        uncertainty="no bootstrap",
    ),
)
