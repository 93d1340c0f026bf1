"""From the tables of a project to quads: what each source says in a graph of its own."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.graph.predicates import PREDICATES, SYMMETRIC, TEXT
from samverkansgraf.graph.quads import BOOLEAN, EDTF_DATE, INTEGER, PLAIN, TYPE, QuadList
from samverkansgraf.phrases import position_of
from samverkansgraf.tables.columns import PRIVATE_COLUMNS, TABLES
from samverkansgraf.tables.identity import key, slug
from samverkansgraf.vocabulary import SCHEMES, iri, sg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.tables.folder import ProjectTables

_GROUP_KINDS: Final = ("group", "grupp")
_ACTOR_CLASSES: Final = {
    "organisation": ("org:FormalOrganization", "org:Organization"),
    "unit": ("org:OrganizationalUnit", "org:Organization"),
    "collective": ("sg:CollectiveActor",),
    "person": ("foaf:Person",),
}
_CLASSES: Final = {
    "names": "sg:Statement", "initiatives": "sg:Initiative", "participations": "sg:Participation",
    "locations": "sg:Placement", "themes": "skos:Concept", "sources": "sg:Source", "claims": "sg:Claim",
    "facts": "sg:Statement", "searches": "sg:Search", "indicators": "sosa:Observation",
    "agreements": "sg:Agreement", "positions": "sg:Position", "replies": "schema:Comment",
    "geometries": "geo:Geometry", "coding": "oa:Annotation",
}  # fmt: skip


def quads_of_tables(project: ProjectTables, texts: Mapping[str, bytes] | None = None) -> pl.DataFrame:
    """
    Make the quads that a project's tables state.

    Parameters
    ----------
    project
        The resolved tables.
    texts
        The files at hand, by the IRI of their source.

    Returns
    -------
    quads
        As in :mod:`samverkansgraf.graph.quads`; nothing derived is among them.
    """
    return _Mapping(project).quads(texts or {})


def source_graph(source: str, base: str) -> str:
    """Return the IRI of the graph that holds what a source says."""
    return f"{base}graph/source/{source.removeprefix(f'{base}source/')}"


class _Mapping:
    def __init__(self, project: ProjectTables) -> None:
        self.base = project.settings.base
        self.tag = f"@{project.settings.language}"
        self.settings = project.settings
        self.frames = project.frames
        self.project_graph = f"{self.base}graph/project"
        self.out = QuadList()

    def quads(self, texts: Mapping[str, bytes]) -> pl.DataFrame:
        self._about_the_project()
        frames = {name: self._with_graph(frame) for name, frame in self.frames.items()}
        frames["participations"] = self._scoped_collectives(frames["participations"], frames["actors"])
        for name, frame in frames.items():
            if name in _CLASSES:
                self._types(name, frame)
            for column, (predicate, kind) in PREDICATES.get(name, {}).items():
                self._column(frame, column, predicate, kind)
            if name in SYMMETRIC:
                self._both_ways(frame, *SYMMETRIC[name])
            if "evidence" in frame.columns:
                self.out.add(frame, "iri", sg("evidence"), "evidence", graph=pl.col("graph"))
                self._evidence(frame)
            self._published(name, frame)
        self._special_cases(frames)
        self._texts(frames, texts)
        return self.out.frame()

    def _types(self, name: str, frame: pl.DataFrame) -> None:
        """
        Say what things are: in the graph of the first row about them.

        Things that several sources may speak of are named in the project's graph too, so that what
        another source says of them can be read alone.
        """
        kind = pl.lit(iri(_CLASSES[name]))
        first = frame.unique("iri", keep="first", maintain_order=True)
        self.out.add(first, "iri", TYPE, kind, graph=pl.col("graph"))
        if TABLES[name].repeats:
            self.out.add(first, "iri", TYPE, kind, graph=self.project_graph)
            if "label" in first.columns:
                named = first.drop_nulls("label")
                predicate = iri("skos:prefLabel")
                self.out.add(named, "iri", predicate, "label", kind=self.tag, graph=self.project_graph)

    def _about_the_project(self) -> None:
        row = pl.DataFrame(
            {"iri": [self.base], "name": [self.settings.name], "language": [self.settings.language]}
        )
        graph = self.project_graph
        self.out.add(row, "iri", TYPE, pl.lit(iri("schema:Dataset")), graph=graph)
        self.out.add(row, "iri", iri("dct:title"), "name", kind=self.tag, graph=graph)
        self.out.add(row, "iri", iri("dct:language"), "language", kind=PLAIN, graph=graph)

    def _with_graph(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Add the column ``graph``: that of the row's source, or the project's own."""
        if "source" not in frame.columns:
            return frame.with_columns(graph=pl.lit(self.project_graph))
        if "evidence" not in frame.columns and "value" not in frame.columns:  # a search
            return frame.with_columns(graph=pl.lit(self.project_graph))
        identity = pl.col("source").str.strip_prefix(f"{self.base}source/")
        return frame.with_columns(
            graph=pl.when(pl.col("source").is_null())
            .then(pl.lit(f"{self.base}graph/unsourced"))
            .otherwise(pl.concat_str(pl.lit(f"{self.base}graph/source/"), identity)),
        )

    def _column(self, frame: pl.DataFrame, column: str, predicate: str, kind: str) -> None:
        if column not in frame.columns or predicate == iri("dct:spatial"):
            return  # an initiative's district is a placement; dct:spatial follows from it
        kind = self.tag if kind == TEXT else kind
        rows = frame
        if kind == BOOLEAN and column in ("in_bounds", "set"):
            rows = frame.filter(pl.col(column))  # said only where it is so
        self.out.add(rows, "iri", predicate, column, kind=kind, graph=pl.col("graph"))

    def _both_ways(self, frame: pl.DataFrame, column: str, predicate: str) -> None:
        """State a link from its other end too, as the source of the row has it."""
        linked = frame.explode(column).filter(pl.col(column).is_not_null())
        self.out.add(linked, column, predicate, "iri", graph=pl.col("graph"))

    def _evidence(self, frame: pl.DataFrame) -> None:
        rows = frame.filter(pl.col("evidence").is_not_null()).unique("evidence", maintain_order=True)
        rows = rows.with_columns(selector=pl.concat_str("evidence", pl.lit("#quote")))
        quoted = rows.filter(pl.col("quote").is_not_null())
        graph = pl.col("graph")
        self.out.add(rows, "evidence", TYPE, pl.lit(sg("Evidence")), graph=graph)
        self.out.add(rows, "evidence", iri("oa:hasSource"), "source", graph=graph)
        self.out.add(rows, "evidence", sg("where"), "where", kind=PLAIN, graph=graph)
        self.out.add(rows, "evidence", sg("speaker"), "speaker", graph=graph)
        self.out.add(quoted, "evidence", iri("oa:hasSelector"), "selector", graph=graph)
        self.out.add(quoted, "selector", TYPE, pl.lit(iri("oa:TextQuoteSelector")), graph=graph)
        self.out.add(quoted, "selector", iri("oa:exact"), "quote", kind=self.tag, graph=graph)

    def _texts(self, frames: dict[str, pl.DataFrame], texts: Mapping[str, bytes]) -> None:
        """Of the texts at hand: the hash of each, and at which characters the phrases stand."""
        if not texts:
            return
        hashes = {source: hashlib.sha256(data).hexdigest() for source, data in sorted(texts.items())}
        rows = pl.DataFrame({"iri": list(hashes), "sha": list(hashes.values())})
        self.out.add(rows, "iri", iri("schema:sha256"), "sha", kind=PLAIN, graph=self.project_graph)
        read = {source: data.decode("utf-8", errors="replace") for source, data in texts.items()}
        columns = ("evidence", "graph", "source", "where", "quote")
        parts = [frame.select(columns) for frame in frames.values() if "evidence" in frame.columns]
        quoted = pl.concat(parts).filter(pl.col("source").is_in(list(read)), pl.col("quote").is_not_null())
        spans = []
        for evidence, graph, source, where, quote in quoted.unique(
            "evidence", maintain_order=True
        ).iter_rows():
            span = position_of(quote, read[source], where)
            if span is not None:
                spans.append((evidence, f"{evidence}#position", *span, graph))
        found = pl.DataFrame(spans, schema=("evidence", "selector", "start", "end", "graph"), orient="row")
        graph_of = pl.col("graph")
        self.out.add(found, "evidence", iri("oa:hasSelector"), "selector", graph=graph_of)
        self.out.add(found, "selector", TYPE, pl.lit(iri("oa:TextPositionSelector")), graph=graph_of)
        self.out.add(found, "selector", iri("oa:start"), "start", kind=INTEGER, graph=graph_of)
        self.out.add(found, "selector", iri("oa:end"), "end", kind=INTEGER, graph=graph_of)

    def _published(self, name: str, frame: pl.DataFrame) -> None:
        """Add notes and columns of the project's own, where the settings say so."""
        for column in self.settings.publish_columns:
            if column not in frame.columns or column in PREDICATES.get(name, {}):
                continue
            if column in PRIVATE_COLUMNS or column not in {known.name for known in TABLES[name].columns}:
                predicate = iri("skos:note") if column == "note" else f"{self.base}column/{slug(column)}"
                self.out.add(frame, "iri", predicate, column, kind=self.tag, graph=pl.col("graph"))

    def _special_cases(self, frames: dict[str, pl.DataFrame]) -> None:
        self._actors(frames["actors"])
        self._initiatives(frames["initiatives"])
        if "districts" in frames:
            self._districts(frames["districts"])
        if "themes" in frames:
            scheme = pl.lit(f"{self.base}themes")
            self.out.add(frames["themes"], "iri", iri("skos:inScheme"), scheme, graph=self.project_graph)
        if "names" in frames:
            self._names(frames["names"])
        if "facts" in frames:
            self._facts(frames["facts"])
        if "searches" in frames:
            unlimited = pl.col("sector").is_null() & pl.col("looked_for").is_null()
            rows = frames["searches"].filter(unlimited)
            self.out.add(
                rows, "iri", sg("searchedSector"), pl.lit(sg("AllSectors")), graph=self.project_graph
            )
        if "indicators" in frames:
            self._indicators(frames["indicators"])
        if "geometries" in frames:
            shapes = frames["geometries"]
            self.out.add(shapes, "district", iri("geo:hasGeometry"), "iri", graph=self.project_graph)
        if "terms" in frames:
            self._terms(frames["terms"])

    def _actors(self, actors: pl.DataFrame) -> None:
        for kind, classes in _ACTOR_CLASSES.items():
            rows = actors.filter(pl.col("kind") == kind)
            for name in classes:
                self.out.add(rows, "iri", TYPE, pl.lit(iri(name)), graph=self.project_graph)

    def _scoped_collectives(self, participations: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
        """Give each initiative its own node for a collective, and say who takes part."""
        collectives = actors.filter(pl.col("kind") == "collective").drop_nulls("label")
        collectives = collectives.unique("iri", keep="first", maintain_order=True)
        labels = (
            self.frames["initiatives"].drop_nulls("label").unique("iri", keep="first", maintain_order=True)
        )
        rows = participations.join(
            collectives.select(actor="iri", general="iri", general_label="label", general_sector="sector"),
            on="actor", how="left",
        ).join(labels.select(initiative="iri", initiative_label="label"), on="initiative", how="left")  # fmt: skip
        within = pl.col("initiative").str.split("/").list.last()
        scoped = pl.concat_str("general", pl.lit("."), within)
        label = pl.concat_str("general_label", pl.lit(" ("), "initiative_label", pl.lit(")"))
        rows = rows.with_columns(
            member=pl.when(pl.col("general").is_null()).then(pl.col("actor")).otherwise(scoped),
            member_label=label,
        )
        of_collectives = rows.filter(pl.col("general").is_not_null()).unique("member")
        graph = self.project_graph
        self.out.add(of_collectives, "member", TYPE, pl.lit(sg("CollectiveActor")), graph=graph)
        self.out.add(
            of_collectives, "member", iri("skos:prefLabel"), "member_label", kind=self.tag, graph=graph
        )
        self.out.add(of_collectives, "member", sg("sector"), "general_sector", graph=graph)
        self.out.add(of_collectives, "member", sg("collective"), "general", graph=graph)
        self.out.add(rows, "iri", iri("org:member"), "member", graph=pl.col("graph"))
        return participations

    def _initiatives(self, initiatives: pl.DataFrame) -> None:
        first = initiatives.unique("iri", keep="first", maintain_order=True)
        said = initiatives.filter(pl.col("status").is_not_null()).get_column("iri")
        silent = first.filter(~pl.col("iri").is_in(said.to_list()))
        self.out.add(silent, "iri", sg("status"), pl.lit(sg("StatusUnknown")), graph=pl.col("graph"))
        placed = initiatives.explode("district").filter(pl.col("district").is_not_null())
        certainty = sg("Stated")
        placed = placed.with_columns(
            placement=pl.struct("iri", "district", "source", "where", "quote", "speaker").map_elements(
                lambda row: (
                    f"{self.base}placement/"
                    + key(
                        [
                            row["iri"],
                            row["district"],
                            certainty,
                            None,
                            None,
                            None,
                            *(row[c] for c in _EVIDENCE),
                        ]
                    )
                ),
                return_dtype=pl.String,
            ),
        )
        graph = pl.col("graph")
        self.out.add(placed, "placement", TYPE, pl.lit(sg("Placement")), graph=graph)
        self.out.add(placed, "placement", sg("placed"), "iri", graph=graph)
        self.out.add(placed, "placement", sg("place"), "district", graph=graph)
        self.out.add(placed, "placement", sg("certainty"), pl.lit(certainty), graph=graph)
        self.out.add(placed, "placement", sg("evidence"), "evidence", graph=graph)

    def _districts(self, districts: pl.DataFrame) -> None:
        group = pl.col("kind").str.to_lowercase().is_in(_GROUP_KINDS).fill_null(value=False)
        graph = self.project_graph
        groups, places = districts.filter(group), districts.filter(~group)
        self.out.add(places, "iri", TYPE, pl.lit(sg("District")), graph=graph)
        self.out.add(groups, "iri", TYPE, pl.lit(sg("DistrictGroup")), graph=graph)
        listed = (pl.col("members").list.len() > 0).fill_null(value=False)
        self.out.add(groups, "iri", sg("enumerated"), listed, kind=BOOLEAN, graph=graph)

    def _names(self, names: pl.DataFrame) -> None:
        graph = pl.col("graph")
        self.out.add(names, "actor", iri("skos:altLabel"), "name", kind=self.tag, graph=graph)
        self.out.add(names, "iri", iri("rdf:subject"), "actor", graph=graph)
        self.out.add(names, "iri", iri("rdf:predicate"), pl.lit(iri("skos:altLabel")), graph=graph)
        self.out.add(names, "iri", iri("rdf:object"), "name", kind=self.tag, graph=graph)
        self.out.add(names, "iri", sg("start"), "from", kind=EDTF_DATE, graph=graph)
        self.out.add(names, "iri", sg("end"), "to", kind=EDTF_DATE, graph=graph)

    def _facts(self, facts: pl.DataFrame) -> None:
        """Each fact is a statement, and stands as a plain triple in its source's graph."""
        word = pl.col("about").str.split("/").list.get(-2)
        for table in TABLES.values():
            for column, (predicate, kind) in PREDICATES.get(table.name, {}).items():
                if table.word is None or table.keyed:
                    continue
                rows = facts.filter((word == table.word) & (pl.col("property") == column))
                tag, graph = (self.tag if kind == TEXT else kind), pl.col("graph")
                self.out.add(rows, "iri", iri("rdf:predicate"), pl.lit(predicate), graph=graph)
                self.out.add(rows, "iri", iri("rdf:object"), "value", kind=tag, graph=graph)
                self.out.add(rows, "about", predicate, "value", kind=tag, graph=graph)

    def _indicators(self, indicators: pl.DataFrame) -> None:
        names = indicators.with_columns(
            property=pl.concat_str(
                pl.lit(f"{self.base}indicator/"),
                pl.col("indicator").map_elements(slug, return_dtype=pl.String),
            ),
        )
        self.out.add(names, "iri", iri("sosa:observedProperty"), "property", graph=pl.col("graph"))
        self.out.add(
            names, "property", iri("skos:prefLabel"), "indicator", kind=self.tag, graph=self.project_graph
        )

    def _terms(self, terms: pl.DataFrame) -> None:
        graph = self.project_graph
        role = pl.col("scheme") == "role"
        self.out.add(terms, "iri", TYPE, pl.lit(iri("skos:Concept")), graph=graph)
        self.out.add(terms.filter(role), "iri", TYPE, pl.lit(iri("org:Role")), graph=graph)
        self.out.add(terms, "iri", iri("skos:prefLabel"), "label", kind=self.tag, graph=graph)
        self.out.add(terms, "iri", iri("skos:prefLabel"), "label_en", kind="@en", graph=graph)
        self.out.add(terms, "iri", iri("skos:broader"), "broader", graph=graph)
        self.out.add(terms.filter(role), "iri", sg("makesTie"), "makes_tie", kind=BOOLEAN, graph=graph)
        scheme = pl.col("scheme").replace({name: sg(term) for name, term in SCHEMES.items()})
        self.out.add(terms, "iri", iri("skos:inScheme"), scheme, graph=graph)


_EVIDENCE: Final = ("source", "where", "quote", "speaker")
