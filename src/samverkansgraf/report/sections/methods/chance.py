"""How uncertainty and chance were reckoned: what was left out and drawn, how often, with which seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.documents.blocks import Line, fact, one_line
from samverkansgraf.report.sections.chance import compared_rows, null_name
from samverkansgraf.report.sections.measured import has_uncertainty, several_sources

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def lines(findings: Findings, names: Names) -> list[Line]:
    """Return each way in which the numbers were tried, with draws and seed."""
    words = names.words
    told = [fact(words.say("methods.by_certainty"), words.say("methods.by_certainty_means"))]
    if has_uncertainty(findings.whole):
        left_out = "left_out_means" if several_sources(findings) else "initiative_left_out_means"
        told.append(fact(words.say("methods.left_out"), words.say(f"methods.{left_out}")))
        drawn = findings.whole.filter(pl.col("draws").is_not_null())
        if drawn.height:
            row = drawn.row(0, named=True)
            counted = {"draws": words.whole(row["draws"]), "seed": words.whole(row["seed"])}
            told.append(fact(words.say("methods.bootstrap"), words.say("methods.bootstrap_means", **counted)))
    else:
        told.append((words.say("methods.not_repeated"),))
    if rows := compared_rows(findings):
        row = rows[0]
        nulls = [null_name(null, names) for null in dict.fromkeys(one["null"] for one in rows)]
        told.append(
            fact(
                words.say("methods.null_models"),
                words.say(
                    "methods.null_models_means",
                    nulls="; ".join(nulls),
                    samples=words.whole(row["samples"]),
                    seed=words.whole(row["seed"]),
                ),
            )
        )
    told += [
        fact(words.say(f"ties.{null.replace('-', '_')}"), one_line(test.words(words.language)))
        for null, test in findings.pair_tests.items()
    ]
    if (groups := findings.groups) is not None:
        found, beside, sectors = groups.communities, groups.communities_chance, groups.sectors
        told.append(
            fact(
                words.say("methods.groups"),
                words.say(
                    "methods.groups_means",
                    runs=words.whole(found.runs),
                    samples=words.whole(beside.samples),
                    permutations=words.whole(sectors.permutations),
                    seed=words.whole(found.seed),
                ),
            )
        )
    return told
