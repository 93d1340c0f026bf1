"""The things of a graph as frames, a column for each property that the frame documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf import dates
from samverkansgraf.frames import SCHEMAS
from samverkansgraf.vocabulary import MEASURE_SCHEME, SCHEMES, sg

if TYPE_CHECKING:
    from samverkansgraf.graph.triples import Triples

#: Frame -> (column of its things, their classes, column -> predicate).
THINGS: Final[dict[str, tuple[str, tuple[str, ...], dict[str, str]]]] = {
    "actors": (
        "actor",
        ("org:FormalOrganization", "org:OrganizationalUnit", "org:Organization", "sg:CollectiveActor", "foaf:Person"),
        {
            "label": "skos:prefLabel", "sector": "sg:sector", "part_of": "org:unitOf", "owner": "sg:ownedBy",
            "aliases": "skos:altLabel", "collective": "sg:collective", "in_bounds": "sg:inBounds",
            "identifier": "org:identifier", "url": "schema:url",
        },
    ),
    "initiatives": (
        "initiative",
        ("sg:Initiative",),
        {
            "label": "skos:prefLabel", "kind": "dct:type", "is_set": "sg:isSet", "status": "sg:status",
            "start": "sg:start", "end": "sg:end", "themes": "dct:subject", "aliases": "skos:altLabel",
            "part_of": "dct:isPartOf", "strengthens": "sg:strengthens", "related": "sg:linkedTo",
            "activity_kinds": "sg:activityKind", "constitutes": "sg:constitutes",
            "description": "dct:description", "aims": "sg:aim", "principles": "sg:principle",
            "activities": "sg:activity", "methods": "sg:method",
        },
    ),
    "participations": (
        "participation",
        ("sg:Participation",),
        {
            "actor": "org:member", "initiative": "org:organization", "role": "org:role",
            "certainty": "sg:certainty", "start": "sg:start", "end": "sg:end", "amount": "schema:amount",
            "currency": "schema:currency", "scope": "sg:scope", "influence": "sg:influence",
            "places": "sg:place", "themes": "dct:subject",
        },
    ),
    "placements": (
        "placement",
        ("sg:Placement",),
        {
            "initiative": "sg:placed", "place": "sg:place", "certainty": "sg:certainty", "scope": "sg:scope",
            "start": "sg:start", "end": "sg:end",
        },
    ),
    "places": (
        "place",
        ("sg:District", "sg:DistrictGroup"),
        {
            "label": "skos:prefLabel", "kind": "dct:type", "part_of": "geo:sfWithin", "members": "sg:groupMember",
            "possible_members": "sg:possibleMember", "enumerated": "sg:enumerated", "aliases": "skos:altLabel",
            "code": "dct:identifier", "population": "sg:population",
        },
    ),
    "themes": (
        "theme",
        (),  # found by being subjects and by their scheme
        {"label": "skos:prefLabel", "label_en": "skos:prefLabel@en", "definition": "skos:definition", "broader": "skos:broader"},
    ),
    "sources": (
        "source",
        ("sg:Source",),
        {
            "title": "dct:title", "kind": "dct:type", "scope": "sg:sourceScope", "creators": "dct:creator",
            "publishers": "dct:publisher", "date": "dct:issued", "url": "schema:url", "retrieved": "sg:retrieved",
            "sha256": "schema:sha256", "cites": "cito:cites",
        },
    ),
    "claims": (
        "claim",
        ("sg:Claim",),
        {
            "text": "sg:text", "text_en": "sg:text@en", "kind": "sg:claimKind", "at": "sg:at",
            "about": "schema:about", "part_of": "dct:isPartOf", "asserted_by": "prov:wasAttributedTo", "disputes": "cito:disputes",
            "supports": "cito:supports", "differs_from": "sg:differsFrom", "test": "sg:test",
        },
    ),
    "statements": (
        "statement",
        ("sg:Statement",),
        {
            "about": "rdf:subject", "property": "rdf:predicate", "value": "rdf:object", "certainty": "sg:certainty",
            "start": "sg:start", "end": "sg:end",
        },
    ),
    "searches": (
        "search",
        ("sg:Search",),
        {
            "date": "sg:searchedOn", "outcome": "sg:outcome", "places": "sg:searchedPlace",
            "themes": "sg:searchedTheme", "sectors": "sg:searchedSector", "sources": "sg:searchedSource",
            "looked_for": "sg:lookedFor", "complete": "sg:complete", "from": "sg:searchedFrom",
            "to": "sg:searchedTo", "terms": "sg:searchTerms",
        },
    ),
    "agreements": (
        "agreement",
        ("sg:Agreement",),
        {
            "label": "skos:prefLabel", "kind": "dct:type", "parties": "sg:party", "responsible": "sg:responsible",
            "governs": "sg:governs", "replaces": "sg:replaces", "status": "sg:status", "start": "sg:start", "end": "sg:end",
            "amount": "schema:amount", "currency": "schema:currency",
        },
    ),
    "positions": (
        "position",
        ("sg:Position",),
        {
            "person": "org:member", "organisation": "org:organization", "title": "sg:title",
            "speaks_for": "sg:speaksFor", "start": "sg:start", "end": "sg:end",
        },
    ),
    "indicators": (
        "observation",
        ("sosa:Observation",),
        {
            "place": "sosa:hasFeatureOfInterest", "indicator": "sosa:observedProperty", "period": "sg:period",
            "value": "sosa:hasSimpleResult", "unit": "sg:unit", "source": "dct:source",
        },
    ),
    "geometries": ("geometry", ("geo:Geometry",), {"wkt": "geo:asWKT"}),
    "codings": (
        "coding",
        ("oa:Annotation",),
        {"initiative": "oa:hasTarget", "themes": "oa:hasBody", "coder": "schema:author"},
    ),
    "replies": (
        "reply",
        ("schema:Comment",),
        {"about": "schema:about", "text": "schema:text", "from": "schema:author", "date": "schema:dateCreated"},
    ),
}  # fmt: skip

#: Columns with EDTF dates, which get bounds.
_DATED: Final = ("start", "end", "from", "to")


def things(name: str, triples: Triples) -> pl.DataFrame:
    """Return the things that one frame is of, a row each; what is told of them elsewhere is null."""
    key, classes, columns = THINGS[name]
    rows = (triples.subjects(classes) if classes else _themes(triples)).rename({"subject": key})
    schema = SCHEMAS[name]
    if rows.is_empty():
        return pl.DataFrame(schema=schema)
    unsaid: dict[str, pl.Expr] = {}
    for column, predicate in columns.items():
        values = triples.of(predicate)
        if values.is_empty():
            several = isinstance(schema[column], pl.List)
            unsaid[column] = pl.lit(None, dtype=pl.List(pl.String) if several else pl.String)
            continue
        if isinstance(schema[column], pl.List):
            grouped = values.group_by("subject", maintain_order=True).agg(
                pl.col("object").unique(maintain_order=True)
            )
        else:
            grouped = values.unique("subject", keep="first", maintain_order=True)
        grouped = grouped.select(pl.col("subject").alias(key), pl.col("object").alias(column))
        rows = rows.join(grouped, on=key, how="left", maintain_order="left")
        if column in _DATED:
            rows = rows.join(_spans(values, key, column), on=key, how="left", maintain_order="left")
    return typed(name, rows.with_columns(**unsaid))


def typed(name: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Cast columns, and add the columns that come later as nulls."""
    schema = SCHEMAS[name]
    casts = []
    for column, dtype in schema.items():
        if column not in rows.columns:
            casts.append(pl.lit(None, dtype=dtype).alias(column))
        elif isinstance(dtype, pl.Boolean):
            casts.append((pl.col(column) == "true").fill_null(value=False).alias(column))
        elif isinstance(dtype, pl.List):
            casts.append(pl.col(column).fill_null(pl.lit([], dtype=dtype)).alias(column))
        else:
            casts.append(pl.col(column).cast(dtype, strict=False).alias(column))
    return rows.select(casts).select(list(schema))


def _spans(values: pl.DataFrame, key: str, column: str) -> pl.DataFrame:
    """Return the bounds of a date; where sources give several, those that span them all."""

    def outermost(bound: str, outer: pl.Expr) -> pl.Expr:
        known = pl.col(bound).is_not_null().all()
        return pl.when(known).then(outer).otherwise(None).alias(bound)

    earliest, latest = f"{column}_earliest", f"{column}_latest"
    bounded = values.with_columns(_bounds(values["object"], column))
    spans = bounded.group_by("subject", maintain_order=True).agg(
        outermost(earliest, pl.col(earliest).min()), outermost(latest, pl.col(latest).max())
    )
    return spans.rename({"subject": key})


def _bounds(texts: pl.Series, column: str) -> list[pl.Series]:
    earliest, latest = {}, {}
    for text in texts.unique().drop_nulls():
        try:
            found = dates.bounds(text)
        except dates.DateError:
            continue
        earliest[text], latest[text] = found.earliest, found.latest
    return [
        texts.replace_strict(known, default=None, return_dtype=pl.Date).alias(f"{column}_{end}")
        for known, end in ((earliest, "earliest"), (latest, "latest"))
    ]


def _themes(triples: Triples) -> pl.DataFrame:
    concepts = triples.subjects(["skos:Concept"])
    schemes = triples.of("skos:inScheme")
    known = [MEASURE_SCHEME, *(sg(name) for name in SCHEMES.values())]
    own = schemes.filter(~pl.col("object").is_in(known))
    used = triples.of("dct:subject").select(subject="object")
    candidates = pl.concat([own.select("subject"), used]).unique()
    return concepts.join(candidates, on="subject", how="semi").sort("subject")
