"""Claims as a table: one row each, for those who sort and count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.claims import ClaimReading

_TEXTS: Final = pl.List(pl.String())
_SCHEMA: Final = {
    "claim": pl.String(),
    "text": pl.String(),
    "kind": pl.String(),
    "at": pl.String(),
    "asserted_by": _TEXTS,
    "disputed_by": _TEXTS,
    "supported_by": _TEXTS,
    "part_of": _TEXTS,
    "sources": _TEXTS,
    "phrases": _TEXTS,
    "test": pl.String(),
    "rows": pl.Int64(),
    "rows_without_parties": pl.Int64(),
    "untestable": pl.String(),
}


def claims_table(readings: Iterable[ClaimReading]) -> pl.DataFrame:
    """
    Return claims as a frame.

    Parameters
    ----------
    readings
        What :func:`~samverkansgraf.claims.read_claims` gave.

    Returns
    -------
    claims
        Columns ``claim,text,kind,at,asserted_by,disputed_by,supported_by,part_of,sources,phrases,test,rows,
        rows_without_parties,untestable``. ``disputed_by`` and ``supported_by`` are who asserts a claim that does
        so. ``rows`` and ``rows_without_parties`` are how many rows the test gives from all sources, and without
        those that parties to the dispute have written; null where nothing is tested. The rows themselves are in JSON.

    Examples
    --------
    >>> claims_table([]).columns[:2]
    ['claim', 'text']
    """
    return pl.DataFrame([_row(reading) for reading in readings], schema=_SCHEMA)


def _row(reading: ClaimReading) -> dict[str, Any]:
    def height(answer: pl.DataFrame | None) -> int | None:
        return None if answer is None else answer.height

    def actors(others: Iterable[tuple[str, tuple[str, ...]]]) -> list[str]:
        return sorted({actor for _, named in others for actor in named})

    return {
        "claim": reading.claim,
        "text": reading.text,
        "kind": reading.kind,
        "at": reading.at,
        "asserted_by": list(reading.asserted_by),
        "disputed_by": actors(reading.disputed_by),
        "supported_by": actors(reading.supported_by),
        "part_of": list(reading.part_of),
        "sources": reading.evidence["source_title"].drop_nulls().unique(maintain_order=True).to_list(),
        "phrases": reading.evidence["quote"].drop_nulls().unique(maintain_order=True).to_list(),
        "test": reading.test,
        "rows": height(reading.answer),
        "rows_without_parties": height(reading.answer_without_parties),
        "untestable": reading.untestable,
    }
