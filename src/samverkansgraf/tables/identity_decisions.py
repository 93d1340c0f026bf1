"""Apply what a project decided: which names mean one thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import did_you_mean
from samverkansgraf.tables.columns import TABLES

if TYPE_CHECKING:
    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.names import Names
    from samverkansgraf.tables.reading import RawTable

_NAMED: Final = ("actors", "initiatives", "districts", "agreements", "themes", "sources")
_SAME: Final = ("same", "samma")
_DIFFERENT: Final = ("different", "olika")


@dataclass(slots=True)
class Decisions:
    """
    What the table ``same`` says.

    ``redirects`` leads from the IRI of the second thing of a pair to that of the first, ``aliases``
    from an IRI to names that are in no table; ``different`` are pairs of names of different things.
    """

    redirects: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    different: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def decisions(raw: RawTable | None, names: Names) -> Decisions:
    """Read the decisions; names of things decided to be the same then mean the first of them."""
    made = Decisions()
    if raw is None:
        return made
    columns = (raw.cells.get(name, []) for name in ("a", "b", "decision"))
    for row, a, b, decision in zip(raw.rows, *columns, strict=True):
        if a is None or b is None or decision is None:
            continue
        if decision.casefold() in _DIFFERENT:
            made.different.append((a, b))
        elif decision.casefold() not in _SAME:
            remedy = "write same or different"
            made.problems.append(raw.problem(f"{decision!r} is no decision", row, "decision", remedy))
        else:
            _decide_same(made, raw, row, (a, b), names)
    for old, new in made.redirects.items():
        names.redirect(old, new)
    for iri, more in made.aliases.items():
        for alias in more:
            names.add(_table(iri), 2, alias, iri)
    return made


def _decide_same(made: Decisions, raw: RawTable, row: int, pair: tuple[str, str], names: Names) -> None:
    first, second = (_meaning(names, name) for name in pair)
    while first in made.redirects:
        first = made.redirects[first]
    if first is None:
        known = [name for tiers in names.tiers.values() for tier in tiers for name in tier]
        remedy = did_you_mean(pair[0], known) or "write first the name that is kept"
        made.problems.append(raw.problem(f"{pair[0]!r} is in no table", row, "a", remedy))
    elif second is None:
        made.aliases.setdefault(first, []).append(pair[1])
    elif first != second and _table(first) != _table(second):
        made.problems.append(
            raw.problem(f"{pair[0]!r} and {pair[1]!r} are of different sorts", row, "b", "correct it")
        )
    elif first != second:
        for old, new in made.redirects.items():
            if new == second:
                made.redirects[old] = first
        made.redirects[second] = first


def _meaning(names: Names, name: str) -> str | None:
    for table in _NAMED:
        found = names.meanings(name, (table,))
        if len(found) == 1:
            return found.pop()
    return None


def _table(iri: str) -> str:
    word = iri.rsplit("/", 2)[-2]
    return next(table.name for table in TABLES.values() if table.word == word and not table.keyed)


def merged(frames: dict[str, pl.DataFrame], made: Decisions) -> dict[str, pl.DataFrame]:
    """
    Make one thing of rows decided to be the same: the first keeps its label, others become aliases.

    A label that the first has too stays a label: it is no other name.
    """
    result = dict(frames)
    for name in ("actors", "initiatives", "districts"):
        if name not in frames:
            continue
        frame = frames[name]
        moved = pl.col("iri").is_in(list(made.redirects))
        kept = set(frame.filter(~moved).select("iri", "label").iter_rows())
        rows = frame.select("iri", "label").iter_rows()
        moved &= pl.Series(
            [(made.redirects.get(iri, iri), label) not in kept for iri, label in rows], dtype=pl.Boolean
        )
        with_label = pl.concat_list("alias", pl.concat_list("label"))
        frame = frame.with_columns(
            pl.when(moved).then(with_label).otherwise("alias").alias("alias"),
            pl.when(moved).then(None).otherwise("label").alias("label"),
        )
        for iri, more in sorted(made.aliases.items()):
            grown = pl.concat_list("alias", pl.lit(pl.Series([more])))
            frame = frame.with_columns(
                pl.when(pl.col("iri") == iri).then(grown).otherwise("alias").alias("alias")
            )
        result[name] = frame
    return {
        name: frame.with_columns(pl.col("iri").replace(made.redirects)) if made.redirects else frame
        for name, frame in result.items()
    }
