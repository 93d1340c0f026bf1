"""
Results as quads: observations of the RDF Data Cube vocabulary, with what they were computed from and by.

A set of results is a ``qb:DataSet`` of ``qb:Observation``; its structure says which terms are dimensions, measures
and attributes; a ``prov:Activity`` has the parameters, the software and the build it was computed from. There are no
blank nodes, and the IRIs follow from what a set is of, so that the same results are the same quads.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl
import pyoxigraph as ox

from samverkansgraf.graph.quads import BOOLEAN, EDTF_DATE, INTEGER, IRI, PLAIN, TYPE, QuadList, rows
from samverkansgraf.texts import catalogue
from samverkansgraf.vocabulary import MEASURE_SCHEME, PREFIXES, RESULTS_GRAPH, iri, sg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkansgraf.project import Language

DOUBLE: Final = PREFIXES["xsd"] + "double"

#: Terms whose values are IRIs.
_THINGS: Final = frozenset(
    (
        "ofMeasure", "ofNode", "otherNode", "firstActor", "secondActor", "ofDistrict", "ofTheme", "ofSector", "ofTargetGroup",
        "ofThing", "restsOn", "cellValue", "mostMovedBy",
    )
)  # fmt: skip
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9._-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSet:
    """
    Results of one kind that were computed in one go.

    Attributes
    ----------
    name
        Of what it is a set, as ``betweenness.actors``.
    titles
        The same in words.
    structure
        Name of the structure: sets with the same dimensions, measures and attributes share one.
    dimensions, measures, attributes
        Names of terms of the vocabulary; those among the columns of ``rows`` have values.
    identity
        The parameters that make a set another set; computing a set anew replaces it.
    parameters
        All parameters, by name.
    rows
        A row for each observation, columns named by terms. IRIs are texts; what is undefined is null.
    language
        Of the reasons.
    as_of
        The EDTF date that the results speak of; ``None`` is any time.
    derived_from
        Columns ``row`` (of ``rows``, from 0) and ``thing``: the IRIs of the evidence and searches behind it.
    unnamed
        How many districts nobody has named, and so have no row.
    concepts
        Measures of these results alone, with the columns of :attr:`Origin.measures`.
    """

    name: str
    titles: Mapping[Language, str]
    structure: str
    dimensions: Sequence[str]
    measures: Sequence[str]
    attributes: Sequence[str]
    identity: Mapping[str, str]
    parameters: Mapping[str, str]
    rows: pl.DataFrame
    language: Language = "en"
    as_of: str | None = None
    derived_from: pl.DataFrame | None = None
    unnamed: int | None = None
    concepts: pl.DataFrame | None = None

    @property
    def key(self) -> str:
        """The id of the set: its name, and a hash of what it is of."""
        same = json.dumps([self.name, self.as_of, sorted(self.identity.items())], ensure_ascii=False)
        return f"{_id(self.name)}.{_hashed(same)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """
    What results come from: the software and its versions, the build by its digest, and the measures.

    ``measures`` has ``measure,label_sv,label_en,definition_sv,definition_en,unit,citation,doi``; what is null is not
    written.
    """

    software: Mapping[str, str]
    measures: pl.DataFrame
    digest: str | None = None


#: Subject, predicate, object and kind.
Quad = tuple[str, str, str, str]


def dataset_iri(base: str, result_set: ResultSet) -> str:
    """Return the IRI of a set of results."""
    return f"{base}dataset/{result_set.key}"


def cube_quads(sets: Iterable[ResultSet], origin: Origin, *, base: str) -> pl.DataFrame:
    """
    Return sets of results as quads of the project's graph of results.

    Parameters
    ----------
    sets
        The results.
    origin
        What they come from.
    base
        Of the project.
    """
    graph = base + RESULTS_GRAPH
    sets = list(sets)
    parts = [_observations(one, base, graph) for one in sets]
    stated = [quad for one in sets for quad in (*_set(one, origin, base), *_structure(one, base))]
    measured = {
        value for one in sets if "ofMeasure" in one.rows.columns for value in one.rows["ofMeasure"].unique()
    }
    known = [origin.measures, *(one.concepts for one in sets if one.concepts is not None)]
    stated += _measures(pl.concat(known), measured)
    if sets:
        stated += _origin(origin, base)
    parts.append(rows((*quad, graph) for quad in dict.fromkeys(stated)))
    return pl.concat(parts)


def _observations(one: ResultSet, base: str, graph: str) -> pl.DataFrame:
    quads = QuadList()
    if one.rows.is_empty():
        return quads.frame()
    dimensions = [name for name in one.dimensions if name in one.rows.columns]
    keys = one.rows.select(dimensions).iter_rows()
    observation = pl.Series([f"{base}result/{one.key}.{_hashed(json.dumps(key))}" for key in keys])
    named = one.rows.with_columns(observation=observation)

    def said(predicate: str, value: str | pl.Expr, kind: str) -> None:
        quads.add(named, "observation", predicate, value, kind=kind, graph=graph)

    said(TYPE, pl.lit(iri("qb:Observation")), IRI)
    said(iri("qb:dataSet"), pl.lit(dataset_iri(base, one)), IRI)
    for name in one.rows.columns:
        column = named[name]
        if column.dtype.is_float():
            named = named.with_columns(_doubles(column))
        said(sg(name), name, _kind(name, column.dtype, one.language))
    if one.derived_from is not None:
        behind = named.select("observation").with_row_index("row")
        links = one.derived_from.with_columns(pl.col("row").cast(behind.schema["row"])).join(behind, on="row")
        quads.add(links, "observation", iri("prov:wasDerivedFrom"), "thing", graph=graph)
    return quads.frame()


def _kind(name: str, dtype: pl.DataType, language: Language) -> str:
    if name in _THINGS:
        return IRI
    if dtype.is_float():
        return DOUBLE
    if dtype.is_integer():
        return INTEGER
    if dtype == pl.Boolean():
        return BOOLEAN
    return {"reason": f"@{language}", "lastSeen": EDTF_DATE, "ofPeriod": EDTF_DATE}.get(name, PLAIN)


def _doubles(column: pl.Series) -> pl.Series:
    """Write numbers as the engine gives them back; what is not a number is null."""
    written = [
        None if value is None or value != value else ox.Literal(float(value)).value  # noqa: PLR0124 - nan
        for value in column.to_list()
    ]
    return pl.Series(column.name, written, dtype=pl.String)


def _set(one: ResultSet, origin: Origin, base: str) -> list[Quad]:
    about, run = dataset_iri(base, one), f"{base}computation/{one.key}"
    quads = [
        (about, TYPE, iri("qb:DataSet"), IRI),
        (about, iri("qb:structure"), f"{base}structure/{one.structure}", IRI),
        (about, iri("prov:wasGeneratedBy"), run, IRI),
        *((about, iri("dct:title"), title, f"@{language}") for language, title in one.titles.items()),
        (run, TYPE, iri("prov:Activity"), IRI),
        *((run, iri("prov:wasAssociatedWith"), agent, IRI) for agent in _agents(origin, base)),
    ]
    if one.parameters:
        told = "; ".join(f"{name} {value}" for name, value in one.parameters.items())
        quads.append((about, iri("dct:description"), told, PLAIN))
    if one.as_of is not None:
        quads.append((about, sg("asOf"), one.as_of, EDTF_DATE))
    if one.unnamed:
        quads.append((about, sg("unnamedDistricts"), str(one.unnamed), INTEGER))
    if origin.digest is not None:
        quads.append((run, iri("prov:used"), f"{base}build/{origin.digest}", IRI))
    for name, value in one.parameters.items():
        parameter = f"{run}#{_id(name)}"
        quads += [
            (run, sg("parameter"), parameter, IRI),
            (parameter, TYPE, iri("schema:PropertyValue"), IRI),
            (parameter, iri("schema:name"), name, PLAIN),
            (parameter, iri("schema:value"), value, PLAIN),
        ]
    return quads


def _structure(one: ResultSet, base: str) -> list[Quad]:
    about = f"{base}structure/{one.structure}"
    quads = [(about, TYPE, iri("qb:DataStructureDefinition"), IRI)]
    parts = {"qb:dimension": one.dimensions, "qb:measure": one.measures, "qb:attribute": one.attributes}
    for role, names in parts.items():
        for name in names:
            component = f"{about}#{name}"
            quads += [
                (about, iri("qb:component"), component, IRI),
                (component, TYPE, iri("qb:ComponentSpecification"), IRI),
                (component, iri(role), sg(name), IRI),
            ]
    return quads


def _agents(origin: Origin, base: str) -> dict[str, tuple[str, str]]:
    return {
        f"{base}software/{_id(f'{name}-{version}')}": (name, version)
        for name, version in origin.software.items()
    }


def _origin(origin: Origin, base: str) -> list[Quad]:
    quads = []
    for agent, (name, version) in _agents(origin, base).items():
        quads += [
            (agent, TYPE, iri("prov:SoftwareAgent"), IRI),
            (agent, iri("schema:name"), name, PLAIN),
            (agent, iri("schema:softwareVersion"), version, PLAIN),
        ]
    if origin.digest is not None:
        build = f"{base}build/{origin.digest}"
        quads += [
            (build, TYPE, iri("prov:Entity"), IRI),
            (build, iri("dct:identifier"), origin.digest, PLAIN),
        ]
    return quads


def _measures(known: pl.DataFrame, wanted: set[str]) -> list[Quad]:
    quads: list[Quad] = []
    for row in known.iter_rows(named=True):
        about = f"{MEASURE_SCHEME}/{row['measure']}"
        if about not in wanted:
            continue
        quads += [
            (about, TYPE, iri("skos:Concept"), IRI),
            (about, iri("skos:inScheme"), MEASURE_SCHEME, IRI),
            (about, iri("skos:notation"), row["measure"], PLAIN),
        ]
        told = [
            ("schema:unitText", row["unit"], PLAIN),
            ("dct:bibliographicCitation", row["citation"], PLAIN),
            *(("skos:prefLabel", row[f"label_{tag}"], f"@{tag}") for tag in ("sv", "en")),
            *(("skos:definition", row[f"definition_{tag}"], f"@{tag}") for tag in ("sv", "en")),
        ]
        quads += [(about, iri(predicate), words, kind) for predicate, words, kind in told if words]
        if row["doi"]:
            quads.append((about, iri("dct:references"), _doi(row["doi"]), IRI))
    if quads:
        quads += [
            (MEASURE_SCHEME, TYPE, iri("skos:ConceptScheme"), IRI),
            *(
                (MEASURE_SCHEME, iri("skos:prefLabel"), catalogue("results", tag)["measures"], f"@{tag}")
                for tag in ("en", "sv")
            ),
        ]
    return quads


def _doi(doi: str) -> str:
    """Return a DOI's address; characters that an IRI cannot hold are escaped."""
    return "https://doi.org/" + re.sub(r"[<>\"{}|^`\\\s]", lambda found: f"%{ord(found[0]):02X}", doi)


def _id(text: str) -> str:
    return _NOT_IN_IDS.sub("-", text.lower()).strip("-")


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
