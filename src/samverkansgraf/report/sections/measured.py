"""A measured value in a report: what the measure is called, the value, and how far it may move."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.blocks import Bullets, Cell, Line, cell, fact, one_line
from samverkansgraf.ties import selected_participations

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

#: A p-value below this is called less likely by chance, here as in most of the literature.
LEVEL: Final = 0.05


def measure_name(measure: str, names: Names) -> str:
    """Return a measure's name in words, or its code name where the catalogue has none."""
    key = f"measure.{measure}"
    return names.words.say(key) if names.words.has(key) else one_line(measure)


def measure_names(measures: Iterable[str], names: Names) -> str:
    """Return the names of measures inside a sentence."""
    return names.words.listing([in_a_sentence(measure_name(measure, names)) for measure in measures])


def in_a_sentence(name: str) -> str:
    """
    Return a name with a small first letter, unless it is an abbreviation or ends as one.

    Examples
    --------
    >>> in_a_sentence("Täthet"), in_a_sentence("E-I-index"), in_a_sentence("PageRank")
    ('täthet', 'E-I-index', 'PageRank')
    """
    first = name.split(" ", maxsplit=1)[0]
    return name[:1].lower() + name[1:] if first[1:] == first[1:].lower() and len(first) > 1 else name


def known(value: float | None) -> bool:
    """Tell whether there is a value."""
    return value is not None and not math.isnan(value)


def value_cell(row: dict[str, Any], names: Names) -> Cell:
    """Return a value, or that there is none and why."""
    words, value = names.words, row["value"]
    if value is not None and not math.isnan(value):
        return cell(words.decimal(value), look="number")
    if row["reason"]:
        return cell(words.say("network.undefined_because", reason=one_line(row["reason"])))
    return cell(words.say("network.undefined"))


def range_cell(row: dict[str, Any], kind: str, names: Names) -> Cell:
    """Return the least and greatest of a kind: an empty text is certainty, else ``source``, ``boot`` …."""
    before = f"{kind}_" if kind else ""
    low, high = row.get(f"{before}low"), row.get(f"{before}high")
    return cell(names.words.interval(low, high), look="number")


def has_uncertainty(table: pl.DataFrame) -> bool:
    """Tell whether a table of values has more than those of certainty."""
    return "boot_low" in table.columns


def several_sources(findings: Findings) -> bool:
    """Tell whether the network rests on more than one source, so that one can be left out."""
    sources = selected_participations(findings.frames)["sources"].explode().drop_nulls()
    return sources.n_unique() > 1


def beside_its_interval(row: dict[str, Any]) -> bool:
    """Tell whether a value lies outside its own bootstrap interval, which then says nothing of it."""
    value, low, high = row["value"], row.get("boot_low"), row.get("boot_high")
    if value is None or low is None or high is None:
        return False
    dust = 1e-9 * max(1.0, abs(value))
    return not low - dust <= value <= high + dust


def say_little(measures: Iterable[str], findings: Findings, names: Names) -> list[Bullets]:
    """Return, for measures that say little of so few actors, that they do and why, in place of numbers."""
    lines: list[Line] = [
        fact(measure_name(measure, names), f"{one_line(findings.little[measure])}.")
        for measure in measures
        if measure in findings.little
    ]
    return [Bullets(tuple(lines))] if lines else []
