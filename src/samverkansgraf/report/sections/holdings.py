"""What the graph holds: counts by kind and by source, and the bounds of the study."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.documents.blocks import Block, Bullets, Line, Paragraph, Part, Section, Table, cell, fact
from samverkansgraf.report.folding import folded_if_long

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

# One row per class; a general collective is left out where each initiative has its own.
_COUNT_QUERY: Final = (
    "SELECT ?class (COUNT(DISTINCT ?x) AS ?number) WHERE { ?x a ?class "
    "FILTER NOT EXISTS { ?own sg:collective ?x } } GROUP BY ?class ORDER BY ?class"
)
_SOURCE_QUERY: Final = (
    "SELECT ?source (COUNT(DISTINCT ?e) AS ?evidence) (COUNT(DISTINCT ?i) AS ?initiatives) "
    "(COUNT(DISTINCT ?p) AS ?participations) (COUNT(DISTINCT ?c) AS ?claims) WHERE { ?e oa:hasSource ?source . "
    "?x sg:evidence ?e OPTIONAL { ?x a sg:Initiative BIND(?x AS ?i) } "
    "OPTIONAL { ?x a sg:Participation BIND(?x AS ?p) } OPTIONAL { ?x a sg:Claim BIND(?x AS ?c) } } "
    "GROUP BY ?source ORDER BY ?source"
)


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on what the graph holds."""
    words = names.words
    return Section(
        "holdings",
        words.say("holdings.title"),
        (
            Paragraph((words.say("holdings.intro"),)),
            _counts(findings, names),
            _by_source(findings, names),
            Part(words.say("holdings.bounds"), (Bullets(tuple(_bounds(findings, names))),)),
        ),
    )


def _counts(findings: Findings, names: Names) -> Table:
    """Return how many things there are of each kind."""
    frames, words = findings.frames, names.words
    actors, places = frames.actors, frames.places
    general = actors["collective"].drop_nulls().unique()
    collectives = actors.filter((pl.col("kind") == "collective") & ~pl.col("actor").is_in(general.to_list()))
    numbers = {
        "organisations": actors.filter(pl.col("kind") == "organisation").height,
        "units": actors.filter(pl.col("kind") == "unit").height,
        "collectives": collectives.height,
        "persons": actors.filter(pl.col("kind") == "person").height,
        "initiatives": frames.initiatives.height,
        "participations": frames.participations.height,
        "placements": frames.placements.height,
        "districts": places.filter(pl.col("kind") != "group").height,
        "groups": places.filter(pl.col("kind") == "group").height,
        "agreements": frames.agreements.height,
        "claims": frames.claims.height,
        "searches": frames.searches.height,
        "sources": frames.sources.height,
        "evidence": frames.evidence["evidence"].n_unique(),
    }
    return Table(
        words.say("holdings.counts"),
        (words.say("holdings.kind"), words.say("holdings.number")),
        tuple(
            (cell(words.say(f"holdings.{kind}")), cell(words.whole(number), look="number"))
            for kind, number in numbers.items()
        ),
        names.command("query", _COUNT_QUERY),
    )


def _by_source(findings: Findings, names: Names) -> Block:
    """Return what each source gives evidence of."""
    frames, words = findings.frames, names.words
    about = {
        "initiatives": frames.initiatives["initiative"],
        "participations": frames.participations["participation"],
        "claims": frames.claims["claim"],
    }
    rows = []
    for source in sorted(names.numbers, key=lambda one: names.numbers[one]):
        record = frames.sources.row(by_predicate=pl.col("source") == source, named=True)
        proven = frames.evidence.filter(pl.col("source") == source)
        numbers = [
            proven.filter(pl.col("about").is_in(nodes.to_list()))["about"].n_unique()
            for nodes in about.values()
        ]
        rows.append(
            (
                cell((*names.references([source]), " ", names.label(source))),
                cell(words.date(record["date"]) if record["date"] else words.say("not_given")),
                cell(names.label(record["scope"]) if record["scope"] else words.say("not_given")),
                *(cell(words.whole(n), look="number") for n in (*numbers, proven["evidence"].n_unique())),
            ),
        )
    headings = ("source", "dated", "scope", "initiatives", "participations", "claims", "evidence")
    table = Table(
        words.say("holdings.by_source"),
        tuple(words.say(f"holdings.{heading}") for heading in headings),
        tuple(rows),
        names.command("query", _SOURCE_QUERY),
    )
    return folded_if_long(table, words)


def _bounds(findings: Findings, names: Names) -> list[Line]:
    """Say what the study is about, and whether the project chose it."""
    bounds, words = findings.settings.bounds, names.words
    lines: list[Line] = []
    for name, members in (
        ("districts", bounds.districts),
        ("themes", bounds.themes),
        ("sectors", bounds.sectors),
    ):
        things = words.listing([names.label(one) for one in members])
        key = "holdings.bound_typed" if name in bounds.typed else "holdings.bound_all"
        said = words.say(key, things=things) if things else words.say("holdings.bound_none")
        lines.append(fact(words.say(f"holdings.bound_{name}"), said))
    period = words.period(bounds.start, bounds.end) or words.say("holdings.bound_no_time")
    lines.append(fact(words.say("holdings.bound_time"), period))
    lines.append(_district_total(findings, names))
    return lines


def _district_total(findings: Findings, names: Names) -> Line:
    """Say how many districts there are in all, and according to whom."""
    bounds, words = findings.settings.bounds, names.words
    if bounds.district_total is None:
        return (words.say("holdings.total_unknown"),)
    total = words.count("count.districts", bounds.district_total)
    named = words.whole(len(bounds.districts))
    given = bounds.district_source or ""
    source = given if given in names.numbers else f"{findings.settings.base}source/{given}"
    if source not in names.numbers:
        return (words.say("holdings.total_unsourced", total=total, named=named),)
    return words.line("holdings.total", total=total, source=names.references([source]), named=named)
