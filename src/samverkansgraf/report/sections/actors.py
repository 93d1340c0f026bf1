"""Who the actors are: kind, sector, what they belong to, the names they have had, for whom they speak."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.documents.blocks import (
    Block,
    Cell,
    Fold,
    Line,
    Paragraph,
    Section,
    Table,
    cell,
    fact,
    joined,
    one_line,
)
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.report.rows import rows_of
from samverkansgraf.report.sections.differing import former_names, is_contested, said_of
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

_KINDS: Final = ("organisation", "unit", "collective", "person")
_QUERY: Final = (
    "SELECT DISTINCT ?actor ?label ?sector ?partOf ?owner WHERE { ?actor a ?kind ; skos:prefLabel ?label "
    "FILTER(?kind IN (org:Organization, sg:CollectiveActor, foaf:Person)) "
    "FILTER NOT EXISTS { ?actor sg:collective ?general } FILTER NOT EXISTS { ?actor a sg:Initiative } "
    "OPTIONAL { ?actor sg:sector ?sector } OPTIONAL { ?actor org:unitOf ?partOf } "
    "OPTIONAL { ?actor sg:ownedBy ?owner } } ORDER BY ?label ?actor"
)


def section(findings: Findings, names: Names) -> Section | None:
    """Return the chapter on the actors; a group that nobody has listed stands once, by its general name."""
    words = names.words
    actors = findings.frames.actors.filter(pl.col("collective").is_null())
    if not actors.height:
        return None
    below = _below(actors)
    blocks: list[Block] = [Paragraph((words.say("actors.intro"),))]
    for kind in (*_KINDS, None):
        rows = actors.filter(pl.col("kind").eq_missing(pl.lit(kind)))
        if not rows.height:
            continue
        name = words.say(f"actors.{kind or 'unknown_kind'}")
        table = Table(
            name,
            tuple(words.say(f"actors.{key}") for key in ("actor", "sector", "known")),
            tuple(_row(row, below, findings, names) for row in _in_order(rows, names)),
            names.command("query", _QUERY),
        )
        blocks.append(Fold(words.say("actors.fold", kind=name, n=words.whole(rows.height)), (table,)))
    return Section("actors", words.say("actors.title"), tuple(blocks))


def _in_order(rows: pl.DataFrame, names: Names) -> list[dict[str, Any]]:
    return sorted(
        rows.iter_rows(named=True), key=lambda row: (swedish_order(names.label(row["actor"])), row["actor"])
    )


def _below(actors: pl.DataFrame) -> Mapping[str, Sequence[str]]:
    """Return by actor what is part of it."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    for unit, parents in actors.select("actor", "part_of").iter_rows():
        for parent in parents or ():
            below[parent].append(unit)
    return below


def _row(
    row: dict[str, Any], below: Mapping[str, Sequence[str]], findings: Findings, names: Names
) -> tuple[Cell, ...]:
    """Return one actor."""
    words, node = names.words, row["actor"]
    dated = former_names(node, findings, names)
    others = _other_names(row, findings)
    given: list[tuple[str, Line | str]] = [
        ("part_of", names.several(_unstated(row, "part_of", iri("org:unitOf"), findings))),
        ("owner", names.several(_unstated(row, "owner", sg("ownedBy"), findings))),
        ("units", names.several(below.get(node))),
        ("names", joined(dated, "; ")),
        ("aliases", "; ".join(others)),
        *(("position", position) for position in _positions(node, names)),
    ]
    lines = [fact(words.say(f"actors.{key}"), value) for key, value in given if value]
    lines.extend(said_of(node, findings, names))
    lines.extend(fact(words.say("participation.reply"), reply) for reply in names.replies_about(node))
    unstated = "" if row["kind"] == "person" else names.label(sg("SectorNotStated"))
    sector = names.label(row["sector"]) if row["sector"] else unstated
    if is_contested(node, sg("sector"), findings):
        sector = words.say("differing.below")
    return cell(names.label(node)), cell(sector), cell(*lines)


def _unstated(row: dict[str, Any], column: str, which: str, findings: Findings) -> list[str]:
    """Return what an actor belongs to but for that which a source's statement says on a line of its own."""
    statements = rows_of(findings.frames.statements, "about", row["actor"])
    stated = {
        value
        for said, value in zip(statements["property"], statements["value"], strict=True)
        if said == which
    }
    return [one for one in row[column] or () if one not in stated]


def _other_names(row: dict[str, Any], findings: Findings) -> list[str]:
    """Return the other names that no statement dates."""
    dated = rows_of(findings.frames.statements, "about", row["actor"])["value"].to_list()
    return sorted(
        {one_line(alias) for alias in row["aliases"] or () if alias not in dated}, key=swedish_order
    )


def _positions(node: str, names: Names) -> list[Line]:
    """Return the positions a person holds, and whether they speak for whom they hold them with."""
    words = names.words
    said: list[tuple[str, Line]] = []
    for row in names.positions.get(node, ()):
        where = names.label(row["organisation"]) if row["organisation"] else words.say("not_given")
        parts = [f"{one_line(row['title'] or words.say('not_given'))}, {where}"]
        parts.extend(filter(None, [words.period(row["start"], row["end"])]))
        parts.append(words.say("actors.speaks" if row["speaks_for"] else "actors.does_not_speak"))
        said.append((row["position"], (", ".join(parts),)))
    return [one for _, one in sorted(said, key=lambda pair: (pair[1], pair[0]))]
