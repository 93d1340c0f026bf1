"""The measure of nestedness."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.measure import Measure
from samverkansgraf.measures.nestedness import nodf
from samverkansgraf.measures.null_models.works import ULRICH_GOTELLI_2007
from samverkansgraf.measures.works import Work

ALMEIDA_NETO_2008: Final = Work(
    key="almeidaneto2008",
    authors=("Almeida-Neto, M.", "Guimarães, P.", "Guimarães, P. R.", "Loyola, R. D.", "Ulrich, W."),
    year=2008,
    title="A consistent metric for nestedness analysis in ecological systems: reconciling concept and measurement",
    journal="Oikos",
    volume="117",
    number="8",
    pages="1227–1239",
    doi="10.1111/j.0030-1299.2008.16644.x",
)

MEASURES: Final = (
    Measure(
        name="nodf",
        level="whole",
        function=nodf,
        network="two-mode",
        unit="percent, 0–100",
        value_range="0–100",
        normalisation="mean over all pairs of actors and all pairs of initiatives, times 100",
        works=(ALMEIDA_NETO_2008, ULRICH_GOTELLI_2007),
        fewest=10,
        uncertainty="no bootstrap",
    ),
)
