"""Gather what the report is written from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf import __version__
from samverkansgraf.agreements import agreements_by_time, gaps_between
from samverkansgraf.coverage import age_of_knowledge, coverage_in_words, unplaced, unreached
from samverkansgraf.disagreements import disagreements
from samverkansgraf.measures import cutpoints, node_table, ranking_withheld, whole_table
from samverkansgraf.network import pairs
from samverkansgraf.report.contents import Findings
from samverkansgraf.ties import Selection, tied_pairs

if TYPE_CHECKING:
    from datetime import date

    from samverkansgraf.city import City
    from samverkansgraf.project import Language

#: Measures of the report, the two-mode ones first.
WHOLE: Final = ("density_two_mode", "components", "largest_component_share")
NODES: Final = ("degree", "closeness", "betweenness")


def findings_of(
    city: City, *, as_of: date, language: Language | None = None, graph_argument: str = ""
) -> Findings:
    """
    Return all that the report is written from.

    Parameters
    ----------
    city
        The graph.
    as_of
        The day the report speaks of.
    language
        Of the sentences among the findings; the project's own unless given.
    graph_argument
        What the user writes after ``-g``.
    """
    frames, bounds = city.frames, city.settings.bounds
    language = language or city.settings.language
    cells = _without_coarser(city.coverage(at=as_of, levels="all", language=language))
    beside = unreached(frames, bounds, at=as_of)
    network = city.network()
    return Findings(
        settings=city.settings,
        frames=frames,
        as_of=as_of,
        version=__version__,
        graph_argument=graph_argument,
        digest=city.graph.digest,
        coverage=cells,
        coverage_sector=_without_coarser(
            city.coverage(("district", "theme", "sector"), at=as_of, levels="all", language=language)
        ),
        unreached=beside,
        unplaced=unplaced(frames),
        coverage_sentences=coverage_in_words(cells, beside, at=as_of, language=language),
        whole=whole_table(frames, WHOLE, language=language),
        pairs=pairs(network),
        ties_owners_apart=tied_pairs(frames).height,
        ties_owners_merged=tied_pairs(frames, Selection(owners="merged")).height,
        cutpoints=cutpoints(network),
        nodes={name: node_table(frames, name, language=language) for name in NODES},
        withheld=ranking_withheld(frames, language=language),
        claims=city.claims(language=language),
        problems=city.check(language=language),
        network_svg=city.picture("svg", language=language),
        replies=frames.replies,
        disagreements=disagreements(frames),
        agreements=agreements_by_time(frames, at=as_of),
        gaps=gaps_between(frames),
        ages=age_of_knowledge(frames, bounds),
    )


def _without_coarser(cells: pl.DataFrame) -> pl.DataFrame:
    """Return the finest cells and, in rows of their own, the districts that nobody named."""
    return cells.filter(pl.col("level") != "coarser")
