"""
The plain type between rooms: polars frames with documented columns.

IRIs are strings, dates worked out from EDTF are ``Date``, several values are a list, and
``null`` stands where nothing is known. A concept (role, certainty, sector, status, kind of
initiative …) is the IRI of its ``skos:Concept``; its labels are in the frame ``concepts``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_S: Final = pl.String()
_L: Final = pl.List(pl.String())
_D: Final = pl.Date()
_B: Final = pl.Boolean()
_F: Final = pl.Float64()
_I: Final = pl.Int64()

_BOUNDS: Final[dict[str, pl.DataType]] = {
    "start": _S,  # EDTF, as written
    "end": _S,
    "start_earliest": _D,
    "start_latest": _D,
    "end_earliest": _D,
    "end_latest": _D,
}
_PROOF: Final[dict[str, pl.DataType]] = {"sources": _L, "evidence": _L}

SCHEMAS: Final[dict[str, dict[str, pl.DataType]]] = {
    "actors": {
        "actor": _S,
        "label": _S,
        "kind": _S,  # organisation, unit, collective, person
        "sector": _S,
        "part_of": _L,
        "owner": _L,
        "aliases": _L,
        "collective": _S,  # the general collective this scoped one comes from
        "in_bounds": _B,
        "identifier": _S,
        "url": _S,
    },
    "initiatives": {
        "initiative": _S,
        "label": _S,
        "kind": _S,
        "is_set": _B,
        "status": _S,
        **_BOUNDS,
        "themes": _L,
        "aliases": _L,
        "part_of": _L,
        "strengthens": _L,
        "related": _L,
        "activity_kinds": _L,
        "constitutes": _L,
        "description": _S,
        "aims": _L,
        "principles": _L,
        "activities": _L,
        "methods": _L,
        **_PROOF,
    },
    "participations": {
        "participation": _S,
        "actor": _S,
        "initiative": _S,
        "role": _S,
        "makes_tie": _B,
        "certainty": _S,
        **_BOUNDS,
        "amount": _F,
        "currency": _S,
        "scope": _S,
        "influence": _S,
        "places": _L,
        "themes": _L,
        **_PROOF,
    },
    "placements": {
        "placement": _S,
        "initiative": _S,
        "place": _S,
        "certainty": _S,
        "scope": _S,
        **_BOUNDS,
        **_PROOF,
    },
    "places": {
        "place": _S,
        "label": _S,
        "kind": _S,  # district, group, municipality …
        "part_of": _L,
        "members": _L,
        "possible_members": _L,
        "enumerated": _B,
        "aliases": _L,
        "code": _S,
        "population": _I,
    },
    "themes": {"theme": _S, "label": _S, "label_en": _S, "definition": _S, "broader": _L},
    "sources": {
        "source": _S,
        "title": _S,
        "kind": _S,
        "scope": _S,
        "creators": _L,
        "publishers": _L,
        "date": _S,
        "url": _S,
        "retrieved": _S,
        "sha256": _S,
        "cites": _L,
    },
    "evidence": {
        "evidence": _S,
        "about": _S,  # the node it supports; one row for each
        "source": _S,
        "where": _S,
        "quote": _S,
        "speaker": _S,
    },
    "claims": {
        "claim": _S,
        "text": _S,
        "text_en": _S,
        "kind": _S,
        "at": _S,
        "about": _L,  # actors, initiatives, places, agreements
        "part_of": _L,
        "asserted_by": _L,
        "disputes": _L,
        "supports": _L,
        "differs_from": _L,  # both ways
        "test": _S,
        **_PROOF,
    },
    "statements": {
        "statement": _S,
        "about": _S,
        "property": _S,
        "value": _S,
        "certainty": _S,
        **_BOUNDS,
        **_PROOF,
    },
    "values": {  # what the rows and facts of each source say of a thing that has one such value
        "about": _S,
        "property": _S,
        "value": _S,
        "source": _S,
    },
    "searches": {
        "search": _S,
        "date": _S,
        "outcome": _S,
        "places": _L,  # sg:AllDistricts for *
        "themes": _L,  # sg:AllThemes for *
        "sectors": _L,  # sg:AllSectors for * and for none given
        "sources": _L,
        "looked_for": _S,
        "complete": _B,
        "from": _S,
        "to": _S,
        "from_earliest": _D,
        "to_latest": _D,
        "terms": _S,
    },
    "agreements": {
        "agreement": _S,
        "label": _S,
        "kind": _S,
        "parties": _L,
        "responsible": _L,
        "governs": _L,
        "replaces": _L,
        "status": _S,
        **_BOUNDS,
        "amount": _F,
        "currency": _S,
        **_PROOF,
    },
    "positions": {
        "position": _S,
        "person": _S,
        "organisation": _S,
        "title": _S,
        "speaks_for": _B,
        **_BOUNDS,
        **_PROOF,
    },
    "indicators": {
        "observation": _S,
        "place": _S,
        "indicator": _S,
        "period": _S,
        "value": _F,
        "unit": _S,
        "source": _S,
    },
    "geometries": {"geometry": _S, "place": _S, "wkt": _S},  # WGS 84, longitude before latitude
    "codings": {"coding": _S, "initiative": _S, "themes": _L, "coder": _S},  # who found which themes in it
    "replies": {"reply": _S, "about": _S, "text": _S, "from": _S, "date": _S},
    "standings": {
        "evidence": _S,
        "initiative": _S,
        "standing": _S,  # sg:ByAParty, sg:Affiliated, sg:Relayed, sg:Independent, sg:StandingUnknown
    },
    "second_hand": {"evidence": _S, "through": _L},
    "concepts": {
        "concept": _S,
        "scheme": _S,  # a key of vocabulary.CONCEPTS
        "label_sv": _S,
        "label_en": _S,
        "broader": _L,
        "makes_tie": _B,
    },
}


def frame(name: str, rows: Iterable[Mapping[str, Any]] = ()) -> pl.DataFrame:
    """
    Make one of the documented frames from rows; columns a row leaves out are null.

    Parameters
    ----------
    name
        A key of :data:`SCHEMAS`.
    rows
        Mappings from column to value.

    Raises
    ------
    KeyError
        A row has a column the frame has not.

    Examples
    --------
    >>> frame("themes", [{"theme": "urn:t", "label": "trygghet"}]).height
    1
    """
    schema = SCHEMAS[name]
    rows = list(rows)
    if not rows:
        return pl.DataFrame(schema=schema)
    if unknown := {column for row in rows for column in row} - set(schema):
        msg = f"frame {name} has no column {', '.join(sorted(unknown))}"
        raise KeyError(msg)
    return pl.DataFrame(
        {column: [row.get(column) for row in rows] for column in schema},
        schema=schema,
    )


def filled(column: str) -> pl.Expr:
    """
    Return an expression: null for a list that is empty, so that exploding it keeps its row in any polars.

    Examples
    --------
    >>> rows = pl.DataFrame({"n": [1, 2], "of": [[], ["a"]]}, schema_overrides={"of": pl.List(pl.String)})
    >>> rows.with_columns(filled("of")).explode("of").rows()
    [(1, None), (2, 'a')]
    """
    return pl.when(pl.col(column).list.len() > 0).then(column).alias(column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Every frame of one graph. Frames that are not given are empty."""

    actors: pl.DataFrame
    initiatives: pl.DataFrame
    participations: pl.DataFrame
    placements: pl.DataFrame
    places: pl.DataFrame
    themes: pl.DataFrame
    sources: pl.DataFrame
    evidence: pl.DataFrame
    claims: pl.DataFrame
    statements: pl.DataFrame
    values: pl.DataFrame
    searches: pl.DataFrame
    agreements: pl.DataFrame
    positions: pl.DataFrame
    indicators: pl.DataFrame
    geometries: pl.DataFrame
    codings: pl.DataFrame
    replies: pl.DataFrame
    standings: pl.DataFrame
    second_hand: pl.DataFrame
    concepts: pl.DataFrame

    @classmethod
    def of(cls, **given: pl.DataFrame) -> Frames:
        """Make frames from those given; the rest are empty with the right columns."""
        empty = {name: frame(name) for f in fields(cls) if (name := f.name) not in given}
        return cls(**given, **empty)

    @classmethod
    def read(cls, folder: Path) -> Frames:
        """Read the Parquet files that :meth:`write` made."""
        return cls(**{f.name: pl.read_parquet(folder / f"{f.name}.parquet") for f in fields(cls)})

    def write(self, folder: Path) -> None:
        """Write one Parquet file for each frame into an existing folder."""
        for f in fields(self):
            getattr(self, f.name).write_parquet(folder / f"{f.name}.parquet")


def label_column(language: str) -> str:
    """
    Return the column of ``concepts`` with the labels that a reader of a language is shown.

    The vocabulary is labelled in Swedish and English; readers of any other language are shown the English ones.

    Examples
    --------
    >>> label_column("sv"), label_column("fi")
    ('label_sv', 'label_en')
    """
    return "label_sv" if language == "sv" else "label_en"
