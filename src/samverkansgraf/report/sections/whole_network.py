"""The whole network: in words, then as measures, those of two modes before those of the projection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.documents.blocks import Block, Bullets, Cell, Line, Paragraph, Part, Table, cell
from samverkansgraf.measures.registry import MEASURES
from samverkansgraf.report.sections.measured import (
    beside_its_interval,
    has_uncertainty,
    known,
    measure_name,
    measure_names,
    range_cell,
    say_little,
    several_sources,
    value_cell,
)

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

#: The measures that are read first, of the network of actors and initiatives.
_FIRST: Final = ("density_two_mode", "components", "largest_component_share")
#: What the chapter on groups tells of.
_ELSEWHERE: Final = ("core_periphery_p",)
#: What moves a value -> the heading of its range.
_HEADINGS: Final = {"source": "without_source", "initiative": "without_initiative", "boot": "boot"}


def part(findings: Findings, names: Names) -> Part:
    """Return what is measured of the whole network."""
    words = names.words
    title = words.say("network.whole_title")
    if not findings.whole.height:
        return Part(title, (Paragraph((words.say("network.no_measures"),)),))
    rows = shown_rows(findings)
    blocks: list[Block] = [Bullets(tuple(lines))] if (lines := _in_words(rows, names)) else []
    by_network: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for measure, row in rows.items():
        by_network[MEASURES[measure].network == "two-mode" if measure in MEASURES else False].append(row)
    for two_mode, some in by_network.items():
        if not some:
            continue
        if not two_mode:
            blocks.append(Paragraph((words.say("network.projection_note"),)))
        blocks.append(_table(some, findings, names, two_mode=two_mode))
    blocks.append(Paragraph((words.say("network.range_note"),)))
    blocks.extend(Paragraph((note,)) for note in _uncertainty_notes(findings, rows, names))
    measured = findings.whole["measure"].to_list()
    if little := say_little([one for one in measured if one not in _ELSEWHERE], findings, names):
        blocks += [Paragraph((words.say("network.little"),)), *little]
    return Part(title, tuple(blocks))


def shown_rows(findings: Findings) -> dict[str, dict[str, Any]]:
    """Return the measures that are shown as numbers, by name: those that say something of so few actors."""
    rows = {row["measure"]: row for row in findings.whole.iter_rows(named=True)}
    order = sorted(rows, key=lambda one: _FIRST.index(one) if one in _FIRST else len(_FIRST))
    return {one: rows[one] for one in order if one not in findings.little and one not in _ELSEWHERE}


def _in_words(rows: dict[str, dict[str, Any]], names: Names) -> list[Line]:
    """Say what density and components are, for those who read no tables."""
    words = names.words
    lines: list[Line] = []
    if (row := rows.get("density_two_mode")) and known(row["value"]):
        lines.append((words.say("network.density_words", share=words.share(row["value"])),))
    parts, share = rows.get("components"), rows.get("largest_component_share")
    if parts and share and known(parts["value"]) and known(share["value"]):
        told = words.count("network.components_words", int(parts["value"]), share=words.share(share["value"]))
        lines.append((told,))
    return lines


def _table(rows: list[dict[str, Any]], findings: Findings, names: Names, *, two_mode: bool) -> Table:
    """Return measures with their ranges as a table."""
    words = names.words
    kinds = _kinds(findings)
    headings = ("measure", "value", "range", *(_HEADINGS[kind] for kind in kinds))
    caption = words.say("network.whole" if two_mode else "network.whole_projection")
    table: list[tuple[Cell, ...]] = []
    for row in rows:
        cells = [
            cell(measure_name(row["measure"], names)),
            value_cell(row, names),
            range_cell(row, "", names),
        ]
        cells += [
            cell("") if kind == "boot" and beside_its_interval(row) else range_cell(row, kind, names)
            for kind in kinds
        ]
        table.append(tuple(cells))
    return Table(
        caption,
        tuple(words.say(f"network.{key}") for key in headings),
        tuple(table),
        names.command("network", "--whole", "--format", "csv"),
    )


def _kinds(findings: Findings) -> list[str]:
    """Return what else moves the values: sources left out, if there are several, initiatives, and draws."""
    if not has_uncertainty(findings.whole):
        return []
    return [kind for kind in _HEADINGS if kind != "source" or several_sources(findings)]


def _uncertainty_notes(findings: Findings, rows: dict[str, dict[str, Any]], names: Names) -> list[str]:
    """Say what the ranges are, with draws and seed, and where there is none."""
    words = names.words
    if not has_uncertainty(findings.whole):
        return []
    drawn = findings.whole.filter(pl.col("draws").is_not_null())
    told = [words.say(f"network.{'left_out_note' if several_sources(findings) else 'one_source_note'}")]
    if not drawn.height:
        return told
    first = drawn.row(0, named=True)
    counted = {"draws": words.whole(first["draws"]), "seed": words.whole(first["seed"])}
    told = [f"{told[0]} {words.say('network.uncertainty_note', **counted)}"]
    valued = [one for one, row in rows.items() if known(row["value"])]
    heavy = [one for one in valued if one in MEASURES and MEASURES[one].uncertainty == "scenarios"]
    copies = [one for one in valued if beside_its_interval(rows[one]) or rows[one]["boot_low"] is None]
    if copies := [one for one in copies if one not in heavy]:
        told.append(words.say("network.no_interval", measures=measure_names(copies, names)))
    if heavy:
        told.append(words.say("network.heavy", measures=measure_names(heavy, names)))
    return told
