"""The whole network beside what chance gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Fold,
    Line,
    Paragraph,
    Part,
    Table,
    cell,
    one_line,
)
from samverkansgraf.report.sections.measured import LEVEL, in_a_sentence, known, measure_name, measure_names

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

#: The null model whose verdicts are put in words: what is more than numbers of participations alone would give.
_IN_WORDS: Final = "fixed-degree"


def parts(findings: Findings, names: Names) -> list[Part]:
    """Return the comparison with random networks, if there is one."""
    words, rows = names.words, compared_rows(findings)
    if not rows:
        said = words.say("chance.nothing")
        return [Part(words.say("chance.title"), (Paragraph((said,)),))] if findings.chance.height else []
    counted = {"samples": words.whole(rows[0]["samples"]), "seed": words.whole(rows[0]["seed"])}
    blocks: list[Block] = [Paragraph((words.say("chance.intro", **counted),))]
    if lines := _in_words([row for row in rows if row["null"] == _IN_WORDS], names):
        blocks.append(Bullets(tuple(lines)))
    table = Table(
        words.say("chance.caption", **counted),
        tuple(
            words.say(f"chance.{heading}")
            for heading in ("measure", "null", "value", "expected", "between", "z", "p", "verdict")
        ),
        tuple(_row(row, names) for row in rows),
        names.command("network", "--table", "chance", "--format", "csv"),
    )
    note = Paragraph((words.say("chance.note"),))
    summary = words.say("fold", caption=table.caption, n=words.whole(len(table.rows)))
    blocks.append(Fold(summary, (table, note)))
    return [Part(words.say("chance.title"), tuple(blocks))]


def compared_rows(findings: Findings) -> list[dict[str, Any]]:
    """
    Return the comparisons that say something.

    None where every random network with the same numbers has the same values as this one: it then could not have
    been otherwise.
    """
    rows = [
        row
        for row in findings.chance.iter_rows(named=True)
        if row["measure"] not in findings.little and known(row["value"])
    ]
    could_differ = any(known(row["z"]) for row in rows if row["null"] == _IN_WORDS)
    return rows if could_differ else []


def null_name(null: str, names: Names) -> str:
    """Return what a null model keeps, in words."""
    key = f"null.{null.replace('-', '_')}"
    return names.words.say(key) if names.words.has(key) else one_line(null)


def _verdict(row: dict[str, Any]) -> str:
    """Return whether a value is higher or lower than chance gives, or neither."""
    if row["p_value"] is None or row["expected"] is None:
        return "undefined"
    if not known(row["z"]):
        return "same"
    if row["p_value"] >= LEVEL:
        return "alike"
    return "higher" if row["value"] > row["expected"] else "lower"


def _in_words(rows: list[dict[str, Any]], names: Names) -> list[Line]:
    """Say what is more or less than chance gives, each in a sentence, and what is not."""
    words = names.words
    lines: list[Line] = []
    others: dict[str, list[str]] = {"higher": [], "lower": [], "alike": [], "same": []}
    for row in rows:
        measure, verdict = row["measure"], _verdict(row)
        if words.has(f"chance.{measure}_{verdict}"):
            called = in_a_sentence(measure_name(measure, names))
            lines.append((words.say(f"chance.{measure}_{verdict}", measure=called),))
        elif verdict in others:
            others[verdict].append(measure)
    lines += [
        (words.say(f"chance.{verdict}_than", measures=measure_names(measures, names)),)
        for verdict, measures in others.items()
        if measures
    ]
    return lines


def _row(row: dict[str, Any], names: Names) -> tuple[Cell, ...]:
    """Return one comparison as cells."""
    words = names.words
    z = cell(words.decimal(row["z"], places=1), look="number") if known(row["z"]) else cell("")
    expected = cell(words.decimal(row["expected"]), look="number") if known(row["expected"]) else cell("")
    p = cell(words.decimal(row["p_value"]), look="number") if known(row["p_value"]) else cell("")
    found = _verdict(row)
    verdict = [words.say(f"chance.{found}")]
    if row["reason"] and found != "same":
        verdict.append(one_line(row["reason"]))
    return (
        cell(measure_name(row["measure"], names)),
        cell(null_name(row["null"], names)),
        cell(words.decimal(row["value"]), look="number"),
        expected,
        cell(words.interval(row["chance_low"], row["chance_high"]), look="number"),
        z,
        p,
        cell(*verdict),
    )
