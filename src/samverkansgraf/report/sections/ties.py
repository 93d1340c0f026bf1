"""Pairs of actors that share initiatives: what they share, and whether it is more than chance gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.documents.blocks import Block, Cell, Paragraph, Part, Table, cell, one_line

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.measures.null_models import PairNull, PairTest
    from samverkansgraf.report.contents import Findings

_LONGEST_TABLE: Final = 60
#: Null model -> where the table of pairs has its p-values and verdicts.
COLUMNS: Final = {"fixed-degree": ("p_value", "validated"), "bicm": ("p_bicm", "validated_bicm")}


def part(findings: Findings, names: Names) -> Part:
    """Return the pairs of actors that share initiatives, in alphabetical order."""
    words, pairs = names.words, findings.pairs
    title = words.say("ties.title")
    if not pairs.height:
        return Part(title, (Paragraph((words.say("network.no_pairs"),)),))
    owners = words.say(
        "network.owners",
        apart=words.count("count.pairs", findings.ties_owners_apart),
        merged=words.whole(findings.ties_owners_merged),
    )
    blocks: list[Block] = [Paragraph((owners,)), Paragraph((words.say("ties.weights"),))]
    blocks.append(Paragraph((" ".join(_verdicts(findings, names)),)))
    shown, caption = pairs, words.say("network.shared")
    if pairs.height > _LONGEST_TABLE:
        shown, caption = _most_shared(pairs, names)
    if shown.height < pairs.height:
        both = {"shown": words.whole(shown.height), "all": words.count("count.pairs", pairs.height)}
        blocks.append(Paragraph((words.say("network.pairs_shown", **both),)))
    blocks.append(_table(shown.sort("actor_a", "actor_b"), caption, findings, names))
    return Part(title, tuple(blocks))


def _key(null: str) -> str:
    """Return the name of a null model in the catalogue of texts."""
    return null.replace("-", "_")


def tested(findings: Findings) -> dict[PairNull, PairTest]:
    """Return the tests that could have validated a pair, by null model."""
    columns = findings.pairs.columns
    return {
        null: test
        for null, test in findings.pair_tests.items()
        if test.attainable and COLUMNS[null][0] in columns
    }


def _verdicts(findings: Findings, names: Names) -> list[str]:
    """Say how many pairs share more than chance gives, and what it means if none does."""
    words, pairs = names.words, findings.pairs
    if not findings.pair_tests:
        return [words.say("ties.untested")]
    able = tested(findings)
    if not able:
        return [words.say("ties.unattainable")]
    numbers = {null: int(pairs[COLUMNS[null][1]].sum() or 0) for null in able}
    all_pairs = words.count("count.pairs", pairs.height)
    told = [
        words.count(f"ties.validated_{_key(null)}", number, all=all_pairs)
        for null, number in numbers.items()
        if number
    ]
    if not told:
        told = [words.say("ties.none_validated", all=all_pairs)]
    if len(able) < len(findings.pair_tests):
        told.append(words.say("ties.one_unattainable"))
    return [*told, words.say("ties.how")]


def _table(shown: pl.DataFrame, caption: str, findings: Findings, names: Names) -> Table:
    """Return pairs with what they share and, beside it, the verdicts of each test that could give one."""
    words = names.words
    able = tested(findings)
    more = "jaccard" in shown.columns
    headings = [
        *(words.say(f"network.{heading}") for heading in ("actor_a", "actor_b", "shared_number", "newman")),
        *([words.say("network.jaccard")] if more else []),
        *(words.say(f"ties.{_key(null)}") for null in able),
    ]
    return Table(
        caption,
        tuple(headings),
        tuple(
            (
                cell(one_line(row["actor_a"])),
                cell(one_line(row["actor_b"])),
                cell(words.whole(row["shared"]), look="number"),
                cell(words.decimal(row["newman"]), look="number"),
                *([cell(words.decimal(row["jaccard"]), look="number")] if more else []),
                *(_verdict(row, null, names) for null in able),
            )
            for row in shown.iter_rows(named=True)
        ),
        names.command("network", "--table", "tested-pairs", "--format", "csv")
        if able
        else names.command("network", "--pairs", "--format", "csv"),
    )


def _verdict(row: dict[str, Any], null: str, names: Names) -> Cell:
    """Return whether a pair is validated, and the p-value."""
    words = names.words
    p_value, validated = (row[column] for column in COLUMNS[null])
    if p_value is None or validated is None:
        return cell("")
    answer = words.say(f"network.{'yes' if validated else 'no'}")
    return cell(words.say("ties.verdict", answer=answer, p=words.p_value(p_value)))


def _most_shared(pairs: pl.DataFrame, names: Names) -> tuple[pl.DataFrame, str]:
    """Return the pairs above the least threshold that fits a table, or the first by name."""
    for least in range(2, int(pairs["shared"].max() or 0) + 1):  # type: ignore[arg-type]
        above = pairs.filter(pl.col("shared") >= least)
        if above.height <= _LONGEST_TABLE:
            return above, names.words.say("network.shared_at_least", n=names.words.whole(least))
    return pairs.sort("actor_a", "actor_b").head(_LONGEST_TABLE), names.words.say("network.shared_first")
