"""
Results as sets of observations: which terms their columns are, and what they were computed from and by.

A column that the vocabulary has no term for stays in the frame: CSV, JSON and XLSX hold every column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.graph.cube import Origin, ResultSet
from samverkansgraf.measures import MEASURES, software_versions
from samverkansgraf.network import pair_ids, two_mode
from samverkansgraf.results.cells import cell_set, refuse_moved
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import DEFAULT_SELECTION
from samverkansgraf.vocabulary import MEASURE_SCHEME

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language
    from samverkansgraf.ties import Selection

#: Columns of tables of measures -> terms.
MEASURE_TERMS: Final = {
    "value": "value", "low": "low", "high": "high", "reason": "reason",
    "rank": "rank", "rank_low": "rankLow", "rank_high": "rankHigh",
    "source_low": "sourceLow", "source_high": "sourceHigh",
    "source_rank_low": "sourceRankLow", "source_rank_high": "sourceRankHigh",
    "initiative_low": "initiativeLow", "initiative_high": "initiativeHigh",
    "initiative_rank_low": "initiativeRankLow", "initiative_rank_high": "initiativeRankHigh",
    "most_moved_by": "mostMovedBy", "boot_low": "bootLow", "boot_high": "bootHigh",
    "draws_with_value": "drawsWithValue",
}  # fmt: skip
#: Columns of pairs -> terms.
PAIR_TERMS: Final = {"shared": "shared", "newman": "newman", "p_value": "pValue", "validated": "validated"}
#: Columns that are constant in a table, and parameters of its computation.
PARAMETER_COLUMNS: Final = ("seed", "draws", "samples", "null", "alpha", "family")


def result_sets(
    frame: pl.DataFrame,
    frames: Frames,
    bounds: Bounds,
    *,
    selection: Selection = DEFAULT_SELECTION,
    at: str | date | None = None,
    division: str | None = None,
    language: Language = "en",
) -> list[ResultSet]:
    """
    Return a table of results as sets of observations.

    Parameters
    ----------
    frame
        What :func:`~samverkansgraf.measures.node_table`, :func:`~samverkansgraf.measures.whole_table`,
        :func:`~samverkansgraf.network.pairs` or :func:`~samverkansgraf.coverage.coverage` gave, row for row.
    frames, bounds
        The graph that it was computed from.
    selection
        The selection that it was computed with; of measures and pairs.
    at
        The date that it is as of; of coverage.
    division
        The kind of district it is of; of coverage.
    language
        The language of its reasons and labels.

    Returns
    -------
    sets
        One for each measure and kind of node, one for pairs, one for coverage. A table of measures without rows
        gives none.

    Raises
    ------
    UsageError
        It is none of these tables, or rows were left out or moved.
    """
    columns = set(frame.columns)
    if {"measure", "value", "low", "high", "reason"} <= columns:
        return _of_measures(frame, selection, language)
    if {"actor_a", "actor_b", "shared"} <= columns:
        return [_of_pairs(frame, frames, selection)]
    if {"value", "initiatives", "searches"} <= columns:
        return [cell_set(frame, frames, bounds, at=at, division=division, language=language)]
    raise UsageError(
        "these results have no form as RDF of their own; give measures of nodes or of the whole network, pairs or coverage, "
        "or name the table"
    )


def origin(digest: str | None = None) -> Origin:
    """
    Return what results come from: the build by its digest, this software, and the catalogue of measures.

    Examples
    --------
    >>> origin().measures.filter(pl.col("measure") == "betweenness")["label_en"].item()
    'Betweenness'
    """
    rows = [
        {
            "measure": measure.name,
            **{f"label_{tag}": _label(measure.name, tag) for tag in ("sv", "en")},
            **{f"definition_{tag}": measure.definition[tag] for tag in ("sv", "en")},
            "unit": measure.unit,
            "citation": measure.citation,
            "doi": measure.doi,
        }
        for measure in MEASURES.values()
    ]
    schema = dict.fromkeys(rows[0], pl.String())
    return Origin(software=software_versions(), measures=pl.DataFrame(rows, schema=schema), digest=digest)


def _label(measure: str, language: Language) -> str:
    return catalogue("report", language).get(f"measure.{measure}", measure)


def _of_measures(frame: pl.DataFrame, selection: Selection, language: Language) -> list[ResultSet]:
    nodes = "id" in frame.columns
    sets = []
    for part in frame.partition_by("measure", *(["kind"] if nodes else []), maintain_order=True):
        measure, kind = part["measure"][0], part["kind"][0] if nodes else "whole"
        found = {
            "ofMeasure": pl.lit(f"{MEASURE_SCHEME}/{measure}"),
            **({"ofNode": pl.col("id")} if nodes else {}),
        }
        known = {term: pl.col(name) for name, term in MEASURE_TERMS.items() if name in part.columns}
        parameters = {**selected(selection), **_constants(part)}
        seeded = {"seed"} if MEASURES[measure].seeded else set()
        sets.append(
            ResultSet(
                name=f"{measure}.{kind}",
                titles={
                    tag: f"{_label(measure, tag)} ({catalogue('results', tag)[kind]})" for tag in ("sv", "en")
                },
                structure="nodes" if nodes else "whole",
                dimensions=tuple(found),
                measures=("value",),
                attributes=tuple(
                    term
                    for name, term in MEASURE_TERMS.items()
                    if name != "value" and (nodes or "rank" not in name)
                ),
                identity={
                    name: value
                    for name, value in parameters.items()
                    if name not in PARAMETER_COLUMNS or name in seeded
                },
                parameters=parameters,
                rows=part.select(**found, **known),
                language=language,
                as_of=selection.at,
            )
        )
    return sets


def _of_pairs(frame: pl.DataFrame, frames: Frames, selection: Selection) -> ResultSet:
    ids = pair_ids(two_mode(frames, selection))
    refuse_moved(frame.select(label_a="actor_a", label_b="actor_b"), ids.select("label_a", "label_b"))
    parameters = {**selected(selection), **_constants(frame)}
    known = {term: pl.col(name) for name, term in PAIR_TERMS.items() if name in frame.columns}
    rows = pl.concat([ids, frame.select(**known)], how="horizontal")
    return ResultSet(
        name="pairs",
        titles={tag: catalogue("results", tag)["pairs"] for tag in ("sv", "en")},
        structure="pairs",
        dimensions=("firstActor", "secondActor"),
        measures=("shared", "newman"),
        attributes=("pValue", "validated"),
        identity=parameters,
        parameters=parameters,
        rows=rows.select(pl.col("id_a").alias("firstActor"), pl.col("id_b").alias("secondActor"), *known),
        as_of=selection.at,
    )


def selected(selection: Selection) -> dict[str, str]:
    """Return a selection as parameters, concepts by their bare names."""

    def bare(concepts: Sequence[str]) -> str:
        return ", ".join(sorted(one.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for one in concepts))

    chosen = {
        "certainty": bare(selection.certainty),
        "roles": None if selection.roles is None else bare(selection.roles),
        "at": selection.at,
        "units": selection.units,
        "owners": selection.owners,
        "collectives": "yes" if selection.collectives else "no",
    }
    return {name: value for name, value in chosen.items() if value is not None}


def _constants(frame: pl.DataFrame) -> dict[str, str]:
    """Return the parameters that stand in columns of their own."""
    found: dict[str, Any] = {
        name: frame[name].drop_nulls().first() for name in PARAMETER_COLUMNS if name in frame.columns
    }
    return {name: str(value) for name, value in found.items() if value is not None}
