"""The places of single actors: ranks with what moves them, for those whose rank says something of the city."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Code,
    Fold,
    Line,
    Paragraph,
    Part,
    Table,
    cell,
    one_line,
)
from samverkansgraf.report.sections.measured import (
    beside_its_interval,
    has_uncertainty,
    measure_name,
    range_cell,
    say_little,
    value_cell,
)

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

_HIGHEST: Final = 15


def parts(findings: Findings, names: Names) -> list[Part]:
    """Return the highest values of each measure of actors, and who is in no table and why."""
    words = names.words
    blocks: list[Block] = []
    for measure, table in findings.nodes.items():
        if (found := _table(measure, table, findings, names)) is not None:
            blocks.append(Fold(found.caption, (found,)) if blocks else found)
    little: list[Block] = list(say_little(findings.nodes, findings, names)) if _any_ranked(findings) else []
    told: list[Part] = []
    if blocks or little:
        notes = [Paragraph((note,)) for note in _notes(findings, names)] if blocks else []
        told.append(Part(words.say("positions.title"), (*notes, *blocks, *little)))
    if findings.withheld:
        told.append(_withheld(findings, names))
    return told


def ranked(table: pl.DataFrame, findings: Findings) -> pl.DataFrame:
    """Return the actors of a table of values that may be given a place in an order."""
    return table.filter((pl.col("kind") == "actor") & ~pl.col("id").is_in(sorted(findings.withheld)))


def shown_measures(findings: Findings) -> list[str]:
    """Return the measures of nodes that the report has a table of."""
    return [
        measure
        for measure, table in findings.nodes.items()
        if measure not in findings.little and ranked(table, findings).height
    ]


def _any_ranked(findings: Findings) -> bool:
    return any(ranked(table, findings).height for table in findings.nodes.values())


def _highest(actors: pl.DataFrame) -> pl.DataFrame:
    """Return the highest values, not cut where equal values would be parted."""
    ordered = actors.with_columns(pl.col("value").fill_nan(None)).sort(
        "value", "label", "id", descending=[True, False, False], nulls_last=True
    )
    if ordered.height <= _HIGHEST:
        return ordered
    next_one = ordered["value"][_HIGHEST]
    above = ordered.filter(pl.col("value") > next_one) if next_one is not None else ordered.head(_HIGHEST)
    return above if above.height else ordered.head(_HIGHEST)


def _table(measure: str, table: pl.DataFrame, findings: Findings, names: Names) -> Table | None:
    """Return the highest values of a measure with ranks; none where it says little or nobody is compared."""
    words, actors = names.words, ranked(table, findings)
    if measure in findings.little or not actors.height:
        return None
    shown = _highest(actors)
    name = measure_name(measure, names)
    caption = words.say("network.nodes", measure=name)
    if shown.height < actors.height:
        caption = words.count("network.nodes_first", shown.height, measure=name)
    full = has_uncertainty(table)
    headings = ["name", "value", "range"]
    if full:
        headings = ["name", "rank", "value", "range", "boot", "moved_by"]
    return Table(
        caption,
        tuple(words.say(f"network.{heading}") for heading in headings),
        tuple(_row(row, names, full=full) for row in shown.iter_rows(named=True)),
        names.command("network", "--measure", measure, "--of", "actors", "--format", "csv"),
    )


def _row(row: dict[str, Any], names: Names, *, full: bool) -> tuple[Cell, ...]:
    """Return one actor's value, with rank and what moves it where that was computed."""
    called, value, certain = cell(one_line(row["label"])), value_cell(row, names), range_cell(row, "", names)
    if not full:
        return called, value, certain
    boot = cell("") if beside_its_interval(row) else range_cell(row, "boot", names)
    moved = cell(names.references([row["most_moved_by"]])) if row["most_moved_by"] else cell("")
    return called, cell(rank_text(row, names), look="number"), value, certain, boot, moved


def rank_text(row: dict[str, Any], names: Names) -> str:
    """Return a rank, with the best and the worst it gets when a source or an initiative is left out."""
    words, rank, low, high = names.words, row["rank"], row["rank_low"], row["rank_high"]
    if rank is None:
        return ""
    if low is None or high is None or low == high:
        return words.whole(rank)
    return words.say("positions.rank", rank=words.whole(rank), low=words.whole(low), high=words.whole(high))


def _notes(findings: Findings, names: Names) -> list[str]:
    """Say what the columns are, with how many actors, draws and seed."""
    words = names.words
    told = [words.say("positions.intro"), words.say("network.nodes_note")]
    measured = [table for measure, table in findings.nodes.items() if measure not in findings.little]
    full = [table for table in measured if has_uncertainty(table) and table.height]
    if full:
        first = full[0].row(0, named=True)
        told.append(
            words.say(
                "positions.note",
                actors=words.count("count.actors", full[0].filter(pl.col("kind") == "actor").height),
                draws=words.whole(first["draws"] or 0),
                seed=words.whole(first["seed"]),
            )
        )
    return told


def _who(actors: list[str], measured: set[str], names: Names) -> str:
    """Return actors by name, or in one word where they are all that are measured."""
    return names.words.say("network.everybody") if measured <= set(actors) else names.several(actors)


def _withheld(findings: Findings, names: Names) -> Part:
    """Say which actors are given no place in an order, and why."""
    words = names.words
    by_reason: dict[str, list[str]] = defaultdict(list)
    for actor, reason in findings.withheld.items():
        by_reason[reason].append(actor)
    measured = {
        node
        for table in findings.nodes.values()
        for node in table.filter(pl.col("kind") == "actor")["id"].to_list()
    }
    said = "network.no_ranks_all" if measured <= set(findings.withheld) else "network.no_ranks_some"
    lines: list[Line] = [
        (words.say("network.withheld", actors=_who(actors, measured, names), reason=one_line(reason)),)
        for reason, actors in sorted(by_reason.items())
    ]
    command = names.command("network", "--measure", "degree", "--of", "actors", "--format", "csv")
    return Part(
        words.say("network.no_ranks"),
        (
            Paragraph((words.say(said),)),
            Bullets(tuple(lines)),
            Paragraph(words.line("network.still_numbers", command=Code(command))),
        ),
    )
