"""From quads to the documented frames."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import polars as pl

from samverkansgraf.frames import SCHEMAS, Frames
from samverkansgraf.graph.things import THINGS, things, typed
from samverkansgraf.graph.triples import Triples
from samverkansgraf.properties import SINGLE_VALUED
from samverkansgraf.standing import second_hand, standings
from samverkansgraf.vocabulary import CONCEPTS, SCHEMES, sg

#: The things a fact may be about.
_DESCRIBED: Final = ("actors", "initiatives", "places", "agreements", "claims", "themes", "sources")

_KINDS: Final = (
    ("foaf:Person", "person"), ("sg:CollectiveActor", "collective"), ("org:OrganizationalUnit", "unit"),
    ("org:FormalOrganization", "organisation"), ("org:Organization", "organisation"),
)  # fmt: skip

#: A sector that no source states is none.
_STATED_SECTOR: Final = pl.when(pl.col("sector") != sg("SectorNotStated")).then("sector").alias("sector")


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
    triples = Triples(quads, language)
    made = {name: things(name, triples) for name in THINGS}
    concepts = _concepts(triples)
    made["actors"] = _actor_kinds(made["actors"], triples).with_columns(_STATED_SECTOR)
    made["participations"] = _ties(made["participations"], concepts)
    made["indicators"] = _indicator_names(made["indicators"], triples)
    made["geometries"] = _geometry_places(made["geometries"], triples)
    made["themes"] = made["themes"].filter(~pl.col("theme").is_in(concepts["concept"].to_list()))
    evidence = _evidence(triples)
    proof = evidence.group_by("about", maintain_order=True).agg(
        pl.col("evidence").unique().sort(),
        sources=pl.col("source").drop_nulls().unique().sort(),
    )
    made = {name: _with_proof(name, part, proof) for name, part in made.items()}
    groups = triples.subjects(["sg:DistrictGroup"])["subject"].to_list()
    made["places"] = made["places"].with_columns(
        kind=pl.when(pl.col("place").is_in(groups))
        .then(pl.lit("group"))
        .otherwise(pl.col("kind").fill_null("district")),
    )
    frames = Frames.of(**made, values=_values(quads, made), evidence=evidence, concepts=concepts)
    return replace(frames, standings=standings(frames), second_hand=second_hand(frames))


def _actor_kinds(actors: pl.DataFrame, triples: Triples) -> pl.DataFrame:
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


def _indicator_names(indicators: pl.DataFrame, triples: Triples) -> pl.DataFrame:
    names = triples.of("skos:prefLabel").unique("subject", keep="first", maintain_order=True)
    names = names.select(indicator="subject", name="object")
    joined = indicators.join(names, on="indicator", how="left", maintain_order="left")
    return joined.with_columns(indicator=pl.coalesce("name", "indicator")).drop("name")


def _geometry_places(geometries: pl.DataFrame, triples: Triples) -> pl.DataFrame:
    """Put in the place that has each geometry, for which a place's own triple stands."""
    owners = triples.of("geo:hasGeometry").select(place="subject", geometry="object")
    rows = geometries.drop("place").join(owners, on="geometry", how="inner", maintain_order="left")
    return rows.select(list(SCHEMAS["geometries"]))


def _values(quads: pl.DataFrame, made: dict[str, pl.DataFrame]) -> pl.DataFrame:
    """Return what each source's own graph says of a thing: properties of which it has one value."""
    described = [made[name].select(about=pl.first()) for name in _DESCRIBED]
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
        .join(pl.concat(described), on="about", how="semi")
        .join(made["sources"].select("source"), on="source", how="semi")
        .unique()
        .sort("about", "property", "value", "source")
    )


def _concepts(triples: Triples) -> pl.DataFrame:
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
    rows = typed("concepts", ordered.drop("makes_tie").with_columns(makes_tie=pl.lit(None, dtype=pl.String)))
    return rows.with_columns(makes_tie=ordered.select(makes.alias("m"))["m"])


def _evidence(triples: Triples) -> pl.DataFrame:
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


def _with_proof(name: str, part: pl.DataFrame, proof: pl.DataFrame) -> pl.DataFrame:
    schema = SCHEMAS[name]
    if "evidence" not in schema or part.is_empty():
        return part
    key = next(iter(schema))
    joined = part.drop("sources", "evidence").join(
        proof.rename({"about": key}), on=key, how="left", maintain_order="left"
    )
    empty = pl.lit([], dtype=pl.List(pl.String()))
    return joined.with_columns(pl.col("sources", "evidence").fill_null(empty)).select(list(schema))
