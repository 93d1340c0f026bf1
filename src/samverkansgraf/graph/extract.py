"""From quads to the documented frames."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf import dates
from samverkansgraf.frames import SCHEMAS, Frames
from samverkansgraf.graph.quads import TYPE
from samverkansgraf.properties import SINGLE_VALUED
from samverkansgraf.standing import second_hand, standings
from samverkansgraf.vocabulary import CONCEPTS, MEASURE_SCHEME, SCHEMES, iri, sg

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Frame -> (column of its things, their classes, column -> predicate).
_SPECS: Final[dict[str, tuple[str, tuple[str, ...], dict[str, str]]]] = {
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

#: The things a fact may be about.
_DESCRIBED: Final = ("actors", "initiatives", "places", "agreements", "claims", "themes", "sources")

#: Columns with EDTF dates, which get bounds.
_DATED: Final = ("start", "end", "from", "to")

_KINDS: Final = (
    ("foaf:Person", "person"), ("sg:CollectiveActor", "collective"), ("org:OrganizationalUnit", "unit"),
    ("org:FormalOrganization", "organisation"), ("org:Organization", "organisation"),
)  # fmt: skip


#: A sector that no source states is none.
_STATED_SECTOR: Final = pl.when(pl.col("sector") != sg("SectorNotStated")).then("sector").alias("sector")


class _Triples:
    """The distinct triples of a graph, looked up by predicate."""

    def __init__(self, quads: pl.DataFrame, language: str) -> None:
        distinct = quads.select("subject", "predicate", "object", "kind").unique()
        parts = distinct.partition_by("predicate", as_dict=True, include_key=False)
        self._by_predicate = {str(key[0]): part for key, part in parts.items()}
        self._tag = f"@{language}"
        self._none = distinct.clear().drop("predicate")

    def of(self, predicate: str) -> pl.DataFrame:
        """Return subject, object of a predicate; ``name@tag`` asks for one language, else the project's comes first."""
        name, _, tag = predicate.partition("@")
        rows = self._by_predicate.get(iri(name), self._none)
        tagged = pl.col("kind").str.starts_with("@")
        if tag:
            rows = rows.filter(pl.col("kind") == f"@{tag}")
        return rows.select(
            "subject",
            "object",
            foreign=(tagged & (pl.col("kind") != self._tag)).cast(pl.Int8),
        ).sort("subject", "foreign", "object")

    def subjects(self, classes: Iterable[str]) -> pl.DataFrame:
        """Return the things of any of the classes, sorted."""
        wanted = [iri(name) for name in classes]
        types = self._by_predicate.get(TYPE, self._none)
        return types.filter(pl.col("object").is_in(wanted)).select("subject").unique().sort("subject")


def frames_of(quads: pl.DataFrame, language: str) -> Frames:
    """
    Make the frames of a graph.

    Parameters
    ----------
    quads
        As in :mod:`samverkansgraf.graph.quads`; the vocabulary's among them.
    language
        Where a thing has labels in several languages, that of the project comes first.
    """
    triples = _Triples(quads, language)
    made = {name: _things(name, triples) for name in _SPECS}
    concepts = _concepts(triples)
    made["actors"] = _actor_kinds(made["actors"], triples).with_columns(_STATED_SECTOR)
    made["participations"] = _ties(made["participations"], concepts)
    made["indicators"] = _indicator_names(made["indicators"], triples)
    made["geometries"] = _geometry_places(made["geometries"], triples)
    made["themes"] = made["themes"].filter(~pl.col("theme").is_in(concepts["concept"].to_list()))
    evidence = _evidence(triples)
    made = {name: _with_proof(name, part, evidence) for name, part in made.items()}
    groups = triples.subjects(["sg:DistrictGroup"])["subject"].to_list()
    made["places"] = made["places"].with_columns(
        kind=pl.when(pl.col("place").is_in(groups))
        .then(pl.lit("group"))
        .otherwise(pl.col("kind").fill_null("district")),
    )
    frames = Frames.of(**made, values=_values(quads, made), evidence=evidence, concepts=concepts)
    return replace(frames, standings=standings(frames), second_hand=second_hand(frames))


def _things(name: str, triples: _Triples) -> pl.DataFrame:
    key, classes, columns = _SPECS[name]
    things = (triples.subjects(classes) if classes else _themes(triples)).rename({"subject": key})
    schema = SCHEMAS[name]
    for column, predicate in columns.items():
        values = triples.of(predicate)
        if isinstance(schema[column], pl.List):
            grouped = values.group_by("subject", maintain_order=True).agg(
                pl.col("object").unique(maintain_order=True)
            )
        else:
            grouped = values.unique("subject", keep="first", maintain_order=True)
        grouped = grouped.select(pl.col("subject").alias(key), pl.col("object").alias(column))
        things = things.join(grouped, on=key, how="left", maintain_order="left")
        if column in _DATED:
            things = things.join(_spans(values, key, column), on=key, how="left", maintain_order="left")
    return _typed(name, things)


def _typed(name: str, things: pl.DataFrame) -> pl.DataFrame:
    """Cast columns, and add the columns that come later as nulls."""
    schema = SCHEMAS[name]
    casts = []
    for column, dtype in schema.items():
        if column not in things.columns:
            casts.append(pl.lit(None, dtype=dtype).alias(column))
        elif isinstance(dtype, pl.Boolean):
            casts.append((pl.col(column) == "true").fill_null(value=False).alias(column))
        elif isinstance(dtype, pl.List):
            casts.append(pl.col(column).fill_null(pl.lit([], dtype=dtype)).alias(column))
        else:
            casts.append(pl.col(column).cast(dtype, strict=False).alias(column))
    return things.select(casts).select(list(schema))


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


def _themes(triples: _Triples) -> pl.DataFrame:
    concepts = triples.subjects(["skos:Concept"])
    schemes = triples.of("skos:inScheme")
    known = [MEASURE_SCHEME, *(sg(name) for name in SCHEMES.values())]
    own = schemes.filter(~pl.col("object").is_in(known))
    used = triples.of("dct:subject").select(subject="object")
    candidates = pl.concat([own.select("subject"), used]).unique()
    return concepts.join(candidates, on="subject", how="semi").sort("subject")


def _actor_kinds(actors: pl.DataFrame, triples: _Triples) -> pl.DataFrame:
    kind = pl.lit(None, dtype=pl.String)
    for name, word in reversed(_KINDS):
        members = triples.subjects([name])["subject"].to_list()
        kind = pl.when(pl.col("actor").is_in(members)).then(pl.lit(word)).otherwise(kind)
    initiatives = triples.subjects(["sg:Initiative"])["subject"].to_list()
    return actors.with_columns(kind=kind).filter(~pl.col("actor").is_in(initiatives))


def _ties(participations: pl.DataFrame, concepts: pl.DataFrame) -> pl.DataFrame:
    roles = concepts.filter(pl.col("scheme") == "role").select(role="concept", makes="makes_tie")
    joined = participations.join(roles, on="role", how="left", maintain_order="left")
    return joined.with_columns(makes_tie=pl.col("makes").fill_null(value=False)).drop("makes")


def _indicator_names(indicators: pl.DataFrame, triples: _Triples) -> pl.DataFrame:
    names = triples.of("skos:prefLabel").unique("subject", keep="first", maintain_order=True)
    names = names.select(indicator="subject", name="object")
    joined = indicators.join(names, on="indicator", how="left", maintain_order="left")
    return joined.with_columns(indicator=pl.coalesce("name", "indicator")).drop("name")


def _geometry_places(geometries: pl.DataFrame, triples: _Triples) -> pl.DataFrame:
    """Put in the place that has each geometry, for which a place's own triple stands."""
    owners = triples.of("geo:hasGeometry").select(place="subject", geometry="object")
    rows = geometries.drop("place").join(owners, on="geometry", how="inner", maintain_order="left")
    return rows.select(list(SCHEMAS["geometries"]))


def _values(quads: pl.DataFrame, made: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """Return what each source's own graph says of a thing: properties of which it has one value."""
    things = [made[name].select(about=pl.first()) for name in _DESCRIBED]
    source = pl.col("graph").str.replace("/graph/source/", "/source/", literal=True)
    return (
        quads.filter(
            pl.col("predicate").is_in(SINGLE_VALUED),
            pl.col("graph").str.contains("/graph/source/", literal=True),
            ~pl.col("object").is_in(
                [sg("StatusUnknown"), sg("SectorNotStated")]
            ),  # said where no source says
        )
        .select(about="subject", property="predicate", value="object", source=source)
        .join(pl.concat(things), on="about", how="semi")
        .join(made["sources"].select("source"), on="source", how="semi")
        .unique()
        .sort("about", "property", "value", "source")
    )


def _concepts(triples: _Triples) -> pl.DataFrame:
    keys = {sg(name): key for key, name in SCHEMES.items()}
    schemes = triples.of("skos:inScheme").filter(pl.col("object").is_in(list(keys)))
    concepts = schemes.select(concept="subject", scheme=pl.col("object").replace(keys))
    for column, tag in (("label_sv", "sv"), ("label_en", "en")):
        labels = triples.of(f"skos:prefLabel@{tag}").unique("subject", keep="first", maintain_order=True)
        concepts = concepts.join(
            labels.select(concept="subject", **{column: "object"}), on="concept", how="left"
        )
    concepts = concepts.with_columns(
        label_sv=pl.coalesce("label_sv", "label_en"), label_en=pl.coalesce("label_en", "label_sv")
    )
    broader = triples.of("skos:broader").group_by("subject", maintain_order=True).agg("object")
    ties = triples.of("sg:makesTie").unique("subject")
    concepts = concepts.join(broader.select(concept="subject", broader="object"), on="concept", how="left")
    concepts = concepts.join(ties.select(concept="subject", makes_tie="object"), on="concept", how="left")
    order = {sg(name): position for names in CONCEPTS.values() for position, name in enumerate(names)}
    place = pl.col("concept").replace_strict(order, default=len(order), return_dtype=pl.Int64)
    scheme_order = pl.col("scheme").replace_strict(
        {key: n for n, key in enumerate(CONCEPTS)}, return_dtype=pl.Int64
    )
    ordered = concepts.sort(scheme_order, place, pl.col("concept"))
    makes = pl.when(pl.col("makes_tie").is_null()).then(None).otherwise(pl.col("makes_tie") == "true")
    typed = _typed(
        "concepts", ordered.drop("makes_tie").with_columns(makes_tie=pl.lit(None, dtype=pl.String))
    )
    return typed.with_columns(makes_tie=ordered.select(makes.alias("m"))["m"])


def _evidence(triples: _Triples) -> pl.DataFrame:
    about = triples.of("sg:evidence").select(about="subject", evidence="object")
    exact = triples.of("oa:exact").select(selector="subject", quote="object")
    quotes = triples.of("oa:hasSelector").select(evidence="subject", selector="object")
    quotes = quotes.join(exact, on="selector", how="inner").unique("evidence", keep="first").drop("selector")
    rows = about
    for column, predicate in (("source", "oa:hasSource"), ("where", "sg:where"), ("speaker", "sg:speaker")):
        values = triples.of(predicate).unique("subject", keep="first", maintain_order=True)
        rows = rows.join(values.select(evidence="subject", **{column: "object"}), on="evidence", how="left")
    rows = rows.join(quotes, on="evidence", how="left")
    return rows.select(list(SCHEMAS["evidence"])).sort("evidence", "about")


def _with_proof(name: str, part: pl.DataFrame, evidence: pl.DataFrame) -> pl.DataFrame:
    schema = SCHEMAS[name]
    if "evidence" not in schema:
        return part
    key = next(iter(schema))
    proof = evidence.group_by("about", maintain_order=True).agg(
        pl.col("evidence").unique().sort(),
        sources=pl.col("source").drop_nulls().unique().sort(),
    )
    joined = part.drop("sources", "evidence").join(
        proof.rename({"about": key}), on=key, how="left", maintain_order="left"
    )
    empty = pl.lit([], dtype=pl.List(pl.String()))
    return joined.with_columns(pl.col("sources", "evidence").fill_null(empty)).select(list(schema))
