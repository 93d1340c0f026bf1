"""Every measure by name, from the families' catalogues."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.measures.catalogue import (
    brokerage,
    brokerage_two_mode,
    centrality,
    centralization,
    centralization_two_mode,
    clustering,
    cohesion,
    core_periphery,
    directed,
    groups,
    inequality,
    nestedness,
    positions,
)
from samverkansgraf.measures.measure import Measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.project import Language

__all__ = ["MEASURES", "Measure", "measures_listed"]

_FAMILIES: Final = (
    centrality,
    positions,
    brokerage,
    brokerage_two_mode,
    cohesion,
    centralization_two_mode,
    centralization,
    core_periphery,
    directed,
    clustering,
    nestedness,
    inequality,
    groups,
)

#: Every measure by name, in the order they are shown.
MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {measure.name: measure for family in _FAMILIES for measure in family.MEASURES}
)


def measures_listed(language: Language = "en") -> pl.DataFrame:
    """
    Return every measure with its definition in one language.

    Returns
    -------
    measures
        Columns ``measure, level, definition, unit, normalisation, citation, doi``, in the order they are shown.
    """
    return pl.DataFrame(
        [
            (m.name, m.level, m.definition[language], m.unit, m.normalisation, m.citation, m.doi)
            for m in MEASURES.values()
        ],
        schema=dict.fromkeys(
            ("measure", "level", "definition", "unit", "normalisation", "citation", "doi"),
            pl.String(),
        ),
        orient="row",
    )
