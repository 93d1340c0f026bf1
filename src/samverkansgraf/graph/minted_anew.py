"""New keys for what was keyed by a hash over cells that held a name."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.graph.quads import IRI
from samverkansgraf.tables.identity import key
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_EVIDENCE: Final = sg("evidence")
_EXACT: Final = iri("oa:exact")
_KEYED: Final = re.compile(r".*/[a-z]+/[0-9a-f]{16}")


def mapped(texts: pl.Series, change: Callable[[str], str]) -> pl.Series:
    """Return texts changed, each distinct one once."""
    changed = {text: new for text in texts.unique() if (new := change(text)) != text}
    return texts.replace(changed) if changed else texts


def with_fragments(iris: pl.Series, made: Mapping[str, str]) -> pl.Series:
    """Return IRIs as they become, their fragments with them."""

    def changed(one: str) -> str:
        head, mark, tail = one.partition("#")
        return made.get(one) or (made[head] + mark + tail if head in made else one)

    return mapped(iris, changed)


def minted_anew(quads: pl.DataFrame, before: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, str]]:
    """
    Give what is keyed by its cells another key, where a cell or its evidence is no longer the same.

    The new key is over what is left, so that it tells nothing more than the graph does.

    Returns
    -------
    The quads, and old IRI -> new.
    """
    columns = ["subject", "predicate", "object", "kind"]
    same, now = before.select(columns).unique(), quads.select(columns).unique()
    differing = [now.join(same, on=columns, how="anti"), same.join(now, on=columns, how="anti")]
    changed = {subject.partition("#")[0] for subject in pl.concat(differing)["subject"]}
    keyed = {one for one in now["subject"] if _KEYED.fullmatch(one)}
    evidence = {one for one in keyed if "/evidence/" in one}
    made: dict[str, str] = {}
    _mint(made, evidence, changed, _cells_of_evidence(quads, sorted(evidence & changed)))
    proven = quads.filter((pl.col("predicate") == _EVIDENCE) & pl.col("object").is_in(list(made)))
    changed |= set(proven["subject"])
    others = keyed - evidence
    _mint(made, others, changed, _cells_of(quads, sorted(others & changed), made))
    made = {old: new for old, new in made.items() if old != new}
    objects = quads["object"]
    moved = quads.select(
        with_fragments(quads["subject"], made),
        "predicate",
        pl.when(pl.col("kind") == IRI).then(with_fragments(objects, made)).otherwise(objects).alias("object"),
        "kind",
        "graph",
    )
    return moved, made


def _mint(made: dict[str, str], nodes: set[str], changed: set[str], cells: Mapping[str, list[str]]) -> None:
    taken = nodes | set(made.values())
    for one in sorted(nodes & changed):
        stem = one[: one.rindex("/") + 1]
        new, number = stem + key(cells[one]), 1
        while new in taken and new != one:
            number += 1
            new = stem + key([*cells[one], str(number)])
        made[one] = new
        taken.add(new)


def _cells_of_evidence(quads: pl.DataFrame, nodes: Iterable[str]) -> dict[str, list[str]]:
    """Return what evidence is keyed by in tables: source, place, phrase, speaker."""
    quotes = dict(quads.filter(pl.col("predicate") == _EXACT).select("subject", "object").iter_rows())
    columns = [iri("oa:hasSource"), sg("where"), iri("oa:hasSelector"), sg("speaker")]
    said = quads.filter(pl.col("subject").is_in(list(nodes)) & pl.col("predicate").is_in(columns))
    cells = {node: [""] * len(columns) for node in nodes}
    for subject, predicate, value, *_ in said.sort(pl.all()).iter_rows():
        cell = quotes.get(value) if predicate == columns[2] else value
        if cell:
            cells[subject][columns.index(predicate)] = cell
    return cells


def _cells_of(quads: pl.DataFrame, nodes: Iterable[str], made: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what is said of each node and its parts, sorted; its own IRI is left out."""
    cells: defaultdict[str, list[str]] = defaultdict(list)
    wanted = list(nodes)
    heads = quads["subject"].str.split("#").list.first()
    for subject, predicate, value, kind, _ in quads.filter(heads.is_in(wanted)).iter_rows():
        head = subject.partition("#")[0]
        shown = value.replace(head, "") if kind == IRI else value
        cells[head].append("\x1e".join((predicate, made.get(shown, shown), kind)))
    return {node: sorted(set(cells[node])) for node in wanted}
