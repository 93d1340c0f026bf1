"""The network: the two-mode numbers first, then pairs, cutpoints and, where they hold, nodes."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.report.blocks import (
    Block,
    Bullets,
    Cell,
    Code,
    Line,
    Paragraph,
    Part,
    Section,
    Table,
    cell,
    one_line,
)
from samverkansgraf.ties import actors_in_network, initiatives_in_network

if TYPE_CHECKING:
    from samverkansgraf.report.contents import Findings
    from samverkansgraf.report.names import Names

#: The measures that are read first, of the network of actors and initiatives.
_FIRST: Final = ("density_two_mode", "components", "largest_component_share")
_LONGEST_TABLE: Final = 60
_HIGHEST: Final = 15


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on the network."""
    words = names.words
    blocks: list[Block] = [Paragraph((words.say("network.intro"),))]
    blocks.append(Paragraph((_size(findings, names),)))
    blocks.append(_whole(findings, names))
    blocks.append(Paragraph((words.say("network.range_note"),)))
    blocks.extend(_cutpoints(findings, names))
    blocks.extend(_pairs(findings, names))
    blocks.extend(_nodes(findings, names))
    if findings.withheld:
        blocks.append(_withheld(findings, names))
    return Section("network", words.say("network.title"), tuple(blocks))


def _size(findings: Findings, names: Names) -> str:
    """Say how many actors and initiatives the measured network has."""
    words, frames = names.words, findings.frames
    return words.say(
        "network.size",
        actors=words.count("count.actors", actors_in_network(frames).height),
        initiatives=words.count(
            "count.initiatives",
            initiatives_in_network(frames).height,
        ),
    )


def _whole(findings: Findings, names: Names) -> Block:
    """Return the measures of the whole network, those of two modes first."""
    words = names.words
    if not findings.whole.height:
        return Paragraph((words.say("network.no_measures"),))
    rows = list(findings.whole.iter_rows(named=True))
    rows.sort(key=lambda row: _FIRST.index(row["measure"]) if row["measure"] in _FIRST else len(_FIRST))
    return Table(
        words.say("network.whole"),
        tuple(words.say(f"network.{key}") for key in ("measure", "value", "range")),
        tuple(
            (
                cell(measure_name(row["measure"], names)),
                _value(row, names),
                cell(words.interval(row["low"], row["high"]), look="number"),
            )
            for row in rows
        ),
        names.command("network", "--whole", "--format", "csv"),
    )


def measure_name(measure: str, names: Names) -> str:
    """Return a measure's name in words, or its code name where the catalogue has none."""
    key = f"measure.{measure}"
    return names.words.say(key) if names.words.has(key) else one_line(measure)


def _value(row: dict[str, Any], names: Names) -> Cell:
    """Return a value, or that there is none and why."""
    words, value = names.words, row["value"]
    if value is not None and not math.isnan(value):
        return cell(words.decimal(value), look="number")
    if row["reason"]:
        return cell(words.say("network.undefined_because", reason=one_line(row["reason"])))
    return cell(words.say("network.undefined"))


def _cutpoints(findings: Findings, names: Names) -> list[Block]:
    """Return the nodes that alone hold parts of the network together."""
    words = names.words
    if not findings.cutpoints.height:
        return [Paragraph((words.say("network.no_cutpoints"),))]
    rows = sorted(
        findings.cutpoints.iter_rows(named=True),
        key=lambda row: (row["kind"], one_line(row["label"]).casefold(), row["id"]),
    )
    return [
        Paragraph((words.say("network.cutpoints_intro"),)),
        Table(
            words.say("network.cutpoints"),
            tuple(words.say(f"network.{heading}") for heading in ("name", "kind", "cut_off")),
            tuple(
                (
                    cell(one_line(row["label"])),
                    cell(words.say(f"network.{'actor' if row['kind'] == 'actor' else 'initiative'}")),
                    cell(words.listing([one_line(label) for label in row["cut_off_labels"]])),
                )
                for row in rows
            ),
            names.command("network", "--cutpoints"),
        ),
    ]


def _pairs(findings: Findings, names: Names) -> list[Block]:
    """Return the pairs of actors that share initiatives, in alphabetical order."""
    words, pairs = names.words, findings.pairs
    if not pairs.height:
        return [Paragraph((words.say("network.no_pairs"),))]
    shown, caption = pairs, words.say("network.shared")
    if pairs.height > _LONGEST_TABLE:
        shown, caption = _most_shared(pairs, names)
    shown = shown.sort("actor_a", "actor_b")
    headings = ["actor_a", "actor_b", "shared_number", "newman"]
    tested = shown["p_value"].null_count() < shown.height
    rows = []
    for row in shown.iter_rows(named=True):
        cells = [
            cell(one_line(row["actor_a"])),
            cell(one_line(row["actor_b"])),
            cell(words.whole(row["shared"]), look="number"),
            cell(words.decimal(row["newman"]), look="number"),
        ]
        if tested:
            p, validated = row["p_value"], row["validated"]
            cells.append(cell(words.decimal(p) if p is not None else "", look="number"))
            cells.append(
                cell(words.say(f"network.{'yes' if validated else 'no'}") if validated is not None else "")
            )
        rows.append(tuple(cells))
    headings += ["p_value", "validated"] if tested else []
    table = Table(
        caption,
        tuple(words.say(f"network.{heading}") for heading in headings),
        tuple(rows),
        names.command("network", "--pairs", "--format", "csv"),
    )
    blocks: list[Block] = [
        Paragraph(
            (
                words.say(
                    "network.owners",
                    apart=words.count("count.pairs", findings.ties_owners_apart),
                    merged=words.whole(findings.ties_owners_merged),
                ),
            ),
        ),
    ]
    if shown.height < pairs.height:
        both = {"shown": words.whole(shown.height), "all": words.count("count.pairs", pairs.height)}
        blocks.append(Paragraph((words.say("network.pairs_shown", **both),)))
    return [*blocks, table]


def _most_shared(pairs: pl.DataFrame, names: Names) -> tuple[pl.DataFrame, str]:
    """Return the pairs above the least threshold that fits a table, or the first by name."""
    for least in range(2, int(pairs["shared"].max() or 0) + 1):  # type: ignore[arg-type]
        above = pairs.filter(pl.col("shared") >= least)
        if above.height <= _LONGEST_TABLE:
            return above, names.words.say("network.shared_at_least", n=names.words.whole(least))
    return pairs.sort("actor_a", "actor_b").head(_LONGEST_TABLE), names.words.say("network.shared_first")


def ranked(table: pl.DataFrame, findings: Findings) -> pl.DataFrame:
    """Return the actors of a table of values that may be given a place in an order."""
    return table.filter((pl.col("kind") == "actor") & ~pl.col("id").is_in(sorted(findings.withheld)))


def _nodes(findings: Findings, names: Names) -> list[Block]:
    """Return the highest values of each measure of actors; actors withheld are in none."""
    words = names.words
    blocks: list[Block] = []
    for measure, table in findings.nodes.items():
        actors = ranked(table, findings)
        if not actors.height:
            continue
        ordered = actors.with_columns(pl.col("value").fill_nan(None)).sort(
            "value", "label", "id", descending=[True, False, False], nulls_last=True
        )
        shown = ordered.head(_HIGHEST)
        name = measure_name(measure, names)
        caption = words.say("network.nodes", measure=name)
        if shown.height < ordered.height:
            caption = words.say("network.nodes_first", measure=name, n=words.whole(shown.height))
        blocks.append(
            Table(
                caption,
                tuple(words.say(f"network.{heading}") for heading in ("name", "value", "range")),
                tuple(
                    (
                        cell(one_line(row["label"])),
                        _value(row, names),
                        cell(words.interval(row["low"], row["high"]), look="number"),
                    )
                    for row in shown.iter_rows(named=True)
                ),
                names.command("network", "--measure", measure, "--of", "actors", "--format", "csv"),
            ),
        )
    if blocks:
        blocks.append(Paragraph((words.say("network.nodes_note"),)))
    return blocks


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
