"""Cells of coverage as sets of observations, each with its evidence, its searches and its initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.periods import PERIOD
from samverkansgraf.coverage.proof import cell_proof
from samverkansgraf.errors import UsageError
from samverkansgraf.graph.cube import ResultSet
from samverkansgraf.texts import catalogue
from samverkansgraf.vocabulary import CONCEPTS, sg

if TYPE_CHECKING:
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: Columns of coverage -> terms.
CELL_TERMS: Final = {
    "value": "cellValue", "initiatives": "initiativeCount", "actors": "actorCount", "sources": "sourceCount",
    "independent_sources": "independentSourceCount", "indirect_evidence": "indirectCount",
    "searches": "searchCount", "complete_searches": "completeSearchCount", "planned": "plannedCount",
    "ended": "endedCount", "delivers": "deliveringCount", "kind_not_stated": "kindNotStatedCount",
    "funders": "funderCount", "last_seen": "lastSeen",
    "covered_of": "coveredOf", "of": "cellsWithin",
}  # fmt: skip
#: Columns of coverage that are no part of a cell in RDF: they are read from the evidence it is derived from.
FROM_EVIDENCE: Final = ("sectors", "firmest", "weakest", "newest_source")
#: Dimensions of coverage -> terms.
DIMENSION_TERMS: Final = {
    "district": "ofDistrict", "theme": "ofTheme", "sector": "ofSector", "target_group": "ofTargetGroup",
    PERIOD: "ofPeriod",
}  # fmt: skip
#: The initiatives that a cell counts, one by one.
_COUNTED: Final = "restsOn"

_CELL_VALUES: Final = dict(
    zip(
        ("covered", "none_found", "indirect", "not_searched"),
        map(sg, CONCEPTS["coverage_value"]),
        strict=True,
    )
)


def cell_set(
    frame: pl.DataFrame,
    frames: Frames,
    bounds: Bounds,
    *,
    at: str | date | None,
    division: str | None,
    language: Language,
) -> ResultSet:
    """
    Return cells as a set of observations.

    Parameters
    ----------
    frame
        What :func:`~samverkansgraf.coverage.coverage` gave, row for row. Its periods are those that it shows.
    frames, bounds, at, division, language
        What it was computed with.

    Returns
    -------
    cells
        Each is derived from its evidence and the searches that cover it, and rests on the initiatives it counts.

    Raises
    ------
    UsageError
        A column before ``value`` is no dimension, or rows were left out or moved.
    """
    by = frame.columns[: frame.columns.index("value")]
    if unknown := [name for name in by if name not in DIMENSION_TERMS]:
        raise UsageError(f"cells by {unknown[0]} have no form in RDF; give the table as it was computed")
    levelled = "level" in frame.columns
    levels = "all" if levelled and (frame["level"] == "coarser").any() else "finest"
    named = frame.filter(pl.col("level") != "unnamed") if levelled else frame
    periods = named[PERIOD].unique(maintain_order=True).to_list() if PERIOD in by else []
    proof = cell_proof(
        frames, bounds, by=by, at=None if periods else at, levels=levels,  # type: ignore[arg-type]  # one of the two
        language=language, division=division, periods=periods,
    )  # fmt: skip
    refuse_moved(named.select(by), proof.labels)
    known = {term: pl.col(name) for name, term in CELL_TERMS.items() if name in named.columns}
    known["cellValue"] = pl.col("value").replace_strict(_CELL_VALUES, return_dtype=pl.String())
    dimensions = {DIMENSION_TERMS[name]: proof.terms[name] for name in by}
    unnamed = frame.filter(pl.col("level") == "unnamed")["of"].max() if levelled else None
    told = ", ".join
    day = "ever" if at is None else str(at)
    chosen = {"levels": levels, "division": division, "periods": told(periods)}
    identity = {name: value for name, value in chosen.items() if value}
    return ResultSet(
        name=".".join(("coverage", *by)),
        titles={
            tag: f"{catalogue('results', tag)['coverage']} ({told(catalogue('results', tag)[name] for name in by)})"
            for tag in ("sv", "en")
        },
        structure=".".join(("coverage", *by)),
        dimensions=tuple(dimensions),
        measures=("cellValue",),
        attributes=(*(term for name, term in CELL_TERMS.items() if name != "value"), _COUNTED),
        identity=identity,
        parameters={"by": told(by), "at": day, **identity},
        rows=named.select(**dimensions, **known).with_columns(_counted(named, proof.initiatives)),
        language=language,
        as_of=None if day == "ever" else day,
        derived_from=proof.links,
        unnamed=unnamed if isinstance(unnamed, int) else None,
    )


def _counted(cells: pl.DataFrame, initiatives: pl.DataFrame) -> pl.Series:
    """Return for each cell the initiatives that it counts: none where it is neither covered nor indirect."""
    there = cells.select("value").with_row_index("row").filter(pl.col("value").is_in(["covered", "indirect"]))
    counted = initiatives.join(there, on="row", how="semi").group_by("row").agg(pl.col("initiative").sort())
    every = pl.DataFrame({"row": pl.int_range(cells.height, dtype=pl.UInt32, eager=True)})
    return every.join(counted, on="row", how="left", maintain_order="left")["initiative"].alias(_COUNTED)


def refuse_moved(given: pl.DataFrame, computed: pl.DataFrame) -> None:
    """
    Refuse rows that are not those computed.

    Raises
    ------
    UsageError
        They differ, in what they say or in their order.
    """
    if not given.equals(computed):
        raise UsageError(
            "the rows are not those that were computed; give the whole table in its own order, with the same "
            "selection, date and language"
        )
