"""Put the checks together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.check.duplicates import near_duplicates
from samverkansgraf.check.findings import SEVERITIES, Finding, Severity
from samverkansgraf.check.personal import personal_cells
from samverkansgraf.check.quotation import misquotations
from samverkansgraf.differing_claims import RELATIONS
from samverkansgraf.disagreements import disagreements
from samverkansgraf.frames import label_column
from samverkansgraf.graph.predicates import PREDICATES
from samverkansgraf.graph.shacl import shape_results
from samverkansgraf.properties import PROPERTIES, property_name
from samverkansgraf.tables.cells import number_text
from samverkansgraf.tables.figures import shares_among_per_cents
from samverkansgraf.texts import catalogue
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkansgraf.graph.knowledge_graph import KnowledgeGraph
    from samverkansgraf.project import Language


@dataclass(slots=True)
class _Check:
    graph: KnowledgeGraph
    language: Language
    places: dict[str, tuple[str, int]] = field(init=False)
    labels: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        frames, rows = self.graph.frames, self.graph.rows
        self.places = {iri: (table, row) for iri, table, row in rows.iter_rows()} if rows.height else {}
        named = [frames.actors, frames.initiatives, frames.places, frames.themes, frames.agreements]
        self.labels = {
            iri: label or iri
            for frame in named
            for iri, label in frame.select(frame.columns[0], "label").iter_rows()
        }
        self.labels |= {
            iri: title or iri for iri, title in frames.sources.select("source", "title").iter_rows()
        }

    def finding(
        self, severity: Severity, name: str, node: str, column: str | None = None, **words: str
    ) -> Finding:
        said = catalogue("check", self.language, under=name)
        table, row = self.places.get(node, (None, None))
        return Finding(
            severity=severity,
            message=said["message"].format(**words),
            remedy=said["remedy"],
            table=table,
            row=row,
            column=column if table else None,
            node=node,
        )

    def shapes(self) -> Iterator[Finding]:
        results = shape_results(self.graph.store, self.graph.settings.base)
        for node, path, _, severity, sv, en in results.iter_rows():
            table, row = self.places.get(node.partition("#")[0], (None, None))
            message, _, remedy = (sv if self.language == "sv" else en).partition("; ")
            yield Finding(
                severity=severity,
                message=message.rstrip("."),
                remedy=remedy.rstrip(".") or None,
                table=table,
                row=row,
                column=_column(table, path),
                node=node,
            )

    def phrases(self) -> Iterator[Finding]:
        evidence = self.graph.frames.evidence
        rows = {row["evidence"]: row for row in evidence.iter_rows(named=True)}
        for node, fault in misquotations(evidence, self.graph.texts):
            row = rows[node]
            yield self.finding(
                "fault",
                fault,
                node,
                "quote",
                quote=row["quote"],
                source=_short(row["source"]),
                where=row["where"] or "",
            )

    def names(self) -> Iterator[Finding]:
        frames = self.graph.frames
        actors = frames.actors.filter(pl.col("collective").is_null()).select("actor", "label")
        for things in (
            actors,
            frames.initiatives.select("initiative", "label"),
            frames.places.select("place", "label"),
        ):
            for _, a, other, b in near_duplicates(things, self.graph.different):
                yield self.finding("warning", "near_duplicate", other, "label", a=a, b=b)
        for iri, label in (
            frames.actors.filter(pl.col("kind") == "unit", pl.col("part_of").list.len() == 0)
            .select("actor", "label")
            .iter_rows()
        ):
            yield self.finding("warning", "unit_of_nothing", iri, "part_of", label=label or iri)

    def rests_on(self) -> Iterator[Finding]:
        """Find initiatives that rest on one source, or only on what parties wrote."""
        frames = self.graph.frames
        written = frames.evidence.select("evidence", "source").unique()
        proofs = frames.standings.join(written, on="evidence", how="left").group_by("initiative").agg(
            pl.col("source").drop_nulls().unique().sort(), pl.col("standing").unique()
        ).sort("initiative")  # fmt: skip
        for initiative, sources, standings in proofs.iter_rows():
            label = self.labels.get(initiative, initiative)
            if len(sources) == 1:
                yield self.finding("note", "one_source", initiative, label=label, source=_short(sources[0]))
            if standings == [sg("ByAParty")]:
                yield self.finding("warning", "only_parties", initiative, label=label)
        busy = frames.participations["initiative"].unique().to_list()
        for initiative in frames.initiatives.filter(~pl.col("initiative").is_in(busy))["initiative"]:
            yield self.finding("note", "nobody", initiative, label=self.labels[initiative])

    def agreements(self) -> Iterator[Finding]:
        frames = self.graph.frames
        parties = frames.agreements.explode("parties").explode("governs").drop_nulls(["parties", "governs"])
        general = dict(frames.actors.drop_nulls("collective").select("actor", "collective").iter_rows())
        takes_part = frames.participations.select(
            pl.col("actor").replace(general).alias("parties"), governs="initiative"
        ).unique()
        for row in parties.join(takes_part, on=["parties", "governs"], how="anti").iter_rows(named=True):
            yield self.finding(
                "warning",
                "party_without_participation",
                row["agreement"],
                "parties",
                actor=self.labels.get(row["parties"], row["parties"]),
                agreement=row["label"],
                initiative=self.labels.get(row["governs"], row["governs"]),
            )

    def disagreements(self) -> Iterator[Finding]:
        """Name what sources give different values of, all values with their sources."""
        frames = self.graph.frames
        concepts = dict(frames.concepts.select("concept", label_column(self.language)).iter_rows())
        texts = dict(frames.claims.select("claim", pl.coalesce(self._texts(), "text")).iter_rows())
        found = disagreements(frames).filter(pl.col("property") != RELATIONS["disputes"])
        for (_, which), rows in found.group_by("matter", "property", maintain_order=True):
            about = rows["about"][0]
            by_value: dict[str, list[str]] = {}
            for value, source in rows.select("value", "source").unique(maintain_order=True).iter_rows():
                by_value.setdefault(value, []).append(_short(source))
            values = "; ".join(
                f"{concepts.get(value) or texts.get(value) or self.labels.get(value, value)} ({', '.join(sources)})"
                for value, sources in by_value.items()
            )
            if which in RELATIONS.values():
                things = rows.select("about", "label").unique(maintain_order=True).iter_rows()
                label = ", ".join(texts.get(thing) or name or _short(thing) for thing, name in things)
                yield self.finding(
                    "note", "differing_claims", rows["value"][0], "differs_from", label=label, values=values
                )
                continue
            yield self.finding(
                "note",
                "disagreement",
                about,
                PROPERTIES[str(which)].column if str(which) in PROPERTIES else None,
                label=rows["label"][0] or _short(about),
                property=property_name(str(which), self.language),
                values=values,
            )

    def _texts(self) -> str:
        return "text_en" if self.language == "en" else "text"

    def figures(self) -> Iterator[Finding]:
        """Name figures that seem to be shares of 1 among per cents."""
        figures = self.graph.frames.indicators.drop_nulls("value")
        for (indicator, unit), rows in figures.group_by("indicator", "unit", maintain_order=True):
            for position in shares_among_per_cents(unit and str(unit), rows["value"].to_list()):
                row = rows.row(position, named=True)
                yield self.finding(
                    "warning",
                    "share_among_per_cents",
                    row["observation"],
                    "value",
                    value=number_text(row["value"]),
                    indicator=str(indicator),
                    label=self.labels.get(row["place"], row["place"]),
                )

    def personal(self) -> Iterator[Finding]:
        """Name the cells that hold data of persons."""
        if self.graph.folder is None:
            return
        for cell in personal_cells(self.graph.folder, self.graph.settings.contact):
            said = catalogue("check", self.language, under=cell.kind)
            yield Finding(
                severity="fault" if cell.kind == "identity_number" else "warning",
                message=said["message"].format(shown=cell.shown),
                table=cell.file,
                row=cell.row,
                column=cell.column,
                remedy=said["remedy"],
            )

    def settings(self) -> Iterator[Finding]:
        bounds = self.graph.settings.bounds
        silent = [name for name in ("districts", "themes", "sectors") if name not in bounds.typed]
        if silent:
            yield self.finding("note", "bounds_not_given", self.graph.settings.base, lists=", ".join(silent))
        contact, frames = self.graph.settings.contact, self.graph.frames
        if (frames.claims.height or frames.replies.height) and not (contact.email or contact.post):
            yield self.finding("note", "no_contact", self.graph.settings.base)
        for problem in self.graph.notes:
            yield Finding(
                severity="note",
                message=problem.message,
                table=problem.table,
                row=problem.row,
                column=problem.column,
                remedy=problem.remedy,
            )


def _column(table: str | None, predicate: str | None) -> str | None:
    """Return the column of a table that a predicate comes from."""
    columns = PREDICATES.get(table or "", {})
    return next((column for column, (known, _) in columns.items() if known == predicate), None)


def _short(iri: str | None) -> str:
    return (iri or "").rsplit("/", 1)[-1]


def check_graph(graph: KnowledgeGraph, *, language: Language) -> list[Finding]:
    """
    Find what is wrong, doubtful or worth knowing in a graph.

    Returns
    -------
    Findings, the gravest first, then by table, row and message.
    """
    check = _Check(graph, language)
    found = {
        finding
        for part in (
            check.shapes,
            check.phrases,
            check.names,
            check.rests_on,
            check.agreements,
            check.disagreements,
            check.figures,
            check.personal,
            check.settings,
        )
        for finding in part()
    }
    return sorted(
        found,
        key=lambda f: (
            SEVERITIES.index(f.severity),
            f.table or "",
            f.row or 0,
            f.column or "",
            f.message,
            f.node or "",
        ),
    )
