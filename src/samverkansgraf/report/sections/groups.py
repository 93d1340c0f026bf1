"""Groups: communities, ties across sectors, a core; each beside what chance gives, and only if it says something."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.documents.blocks import Block, Cell, Paragraph, Part, Table, cell, one_line
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.report.folding import folded_if_long
from samverkansgraf.report.sections.measured import LEVEL, known

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings, Groups

#: Rows of a table that is shown outright; a longer one is there to be opened.
_SHORT: Final = 3
#: An actor in its group in a smaller share of the runs than this is said to be.
_SURE: Final = 0.95


def part(findings: Findings, names: Names) -> Part:
    """Return who meets whom, or why nothing is said of it."""
    words, groups = names.words, findings.groups
    title = words.say("groups.title")
    if groups is None:
        why = findings.little.get("modularity")
        said = words.say("groups.little", reason=one_line(why)) if why else words.say("groups.none")
        return Part(title, (Paragraph((said,)),))
    return Part(
        title,
        (*_communities(groups, names), *_sectors(findings, groups, names), *_core(findings, groups, names)),
    )


def _communities(groups: Groups, names: Names) -> list[Block]:
    """Return the groups of actors who meet each other, if they are clearer than chance gives."""
    words, found, chance = names.words, groups.communities, groups.communities_chance
    if isnan(found.modularity):
        return [Paragraph((words.say("groups.no_ties"),))]
    if not known(chance.p):
        return [Paragraph((words.say("groups.not_compared"),))]
    numbers = {
        "modularity": words.decimal(chance.observed),
        "expected": words.decimal(chance.mean),
        "between": words.interval(chance.low, chance.high),
        "p": words.p_value(chance.p),
        "samples": words.whole(chance.samples),
        "seed": words.whole(chance.seed),
    }
    if found.groups < 2 or chance.p >= LEVEL or chance.observed <= chance.mean:  # noqa: PLR2004 -- one is no division
        return [Paragraph((words.say("groups.communities_alike", **numbers),))]
    told = [
        words.count("groups.communities", found.groups, **numbers),
        words.say(
            "groups.stability",
            runs=words.whole(found.runs),
            agreement=words.decimal(found.agreement) if known(found.agreement) else words.say("unknown"),
            groups=words.interval(found.groups_low, found.groups_high),
            seed=words.whole(found.seed),
        ),
    ]
    if found.ambiguous.height:
        told.append(words.count("groups.ambiguous", found.ambiguous.height))
    told.append(words.say("groups.communities_caveat"))
    table = Table(
        words.say("groups.members"),
        tuple(words.say(f"groups.{heading}") for heading in ("group", "number", "actors")),
        tuple(_members(found.members.filter(pl.col("group") <= found.groups), names)),
        names.command("network", "--table", "communities", "--format", "csv"),
    )
    return [Paragraph((" ".join(told),)), folded_if_long(table, words, rows=_SHORT)]


def _members(members: pl.DataFrame, names: Names) -> list[tuple[Cell, ...]]:
    """Return a row for each group, with who is in it and who is so in some runs only."""
    words = names.words
    rows: list[tuple[Cell, ...]] = []
    for (group,), some in members.group_by("group", maintain_order=True):
        called = [
            one_line(label)
            if share >= _SURE
            else words.say("groups.unsure", actor=one_line(label), share=words.share(share))
            for label, share in sorted(
                some.select("label", "share").iter_rows(), key=lambda row: (swedish_order(row[0]), row)
            )
        ]
        rows.append(
            (
                cell(words.whole(int(str(group)))),
                cell(words.whole(some.height), look="number"),
                cell(words.listing(called)),
            )
        )
    return rows


def _sectors(findings: Findings, groups: Groups, names: Names) -> list[Block]:
    """Return ties across sectors against within, beside sectors shared out at random."""
    words, test = names.words, groups.sectors
    if "ei_index" in findings.little:
        return [
            Paragraph((words.say("groups.sectors_little", reason=one_line(findings.little["ei_index"])),))
        ]
    if isnan(test.observed):
        return [Paragraph((words.say("groups.no_sectors"),))]
    verdict = "alike" if test.p_value >= LEVEL else "within" if test.observed < test.expected else "between"
    told = [
        words.count(
            "groups.sectors",
            test.ties,
            between=words.whole(round(test.ties * (1 + test.observed) / 2)),
            index=words.decimal(test.observed),
        ),
        words.say(
            "groups.sectors_chance",
            expected=words.decimal(test.expected),
            between=words.interval(test.low, test.high),
            p=words.p_value(test.p_value),
            permutations=words.whole(test.permutations),
            seed=words.whole(test.seed),
        ),
        words.say(f"groups.sectors_{verdict}"),
    ]
    if test.left_out:
        told.append(words.count("groups.sectors_left_out", test.left_out))
    table = Table(
        words.say("groups.by_sector"),
        tuple(
            words.say(f"groups.{heading}") for heading in ("sector", "number", "within", "across", "index")
        ),
        tuple(
            (
                cell(names.label(row["group"])),
                *(cell(words.whole(row[name]), look="number") for name in ("actors", "internal", "external")),
                cell(words.decimal(row["ei_index"]) if row["ei_index"] is not None else "", look="number"),
            )
            for row in sorted(
                test.groups.iter_rows(named=True), key=lambda row: swedish_order(names.label(row["group"]))
            )
        ),
        names.command("network", "--table", "ei-groups", "--format", "csv"),
    )
    note = Paragraph((words.say("groups.sector_note"),))
    return [Paragraph((" ".join(told),)), folded_if_long(table, words, rows=_SHORT), note]


def _core(findings: Findings, groups: Groups, names: Names) -> list[Block]:
    """Say whether there is a core that the others are tied to, and who is in it of those that are compared."""
    words = names.words
    values = {row["measure"]: row["value"] for row in findings.whole.iter_rows(named=True)}
    fit, p_value = values.get("core_periphery"), values.get("core_periphery_p")
    if fit is None or p_value is None or isnan(fit) or isnan(p_value) or "core_periphery" in findings.little:
        return []
    numbers = {"fit": words.decimal(fit), "p": words.p_value(p_value)}
    if p_value >= LEVEL:
        return [Paragraph((words.say("groups.core_alike", **numbers),))]
    core = groups.core.filter("core")
    compared = core.filter(~pl.col("id").is_in(sorted(findings.withheld)))["label"].to_list()
    told = [words.count("groups.core", core.height, **numbers)]
    if compared:
        told.append(words.say("groups.core_names", actors=words.listing([one_line(one) for one in compared])))
    if hidden := core.height - len(compared):
        told.append(words.count("groups.core_hidden", hidden))
    told.append(words.say("groups.core_caveat"))
    return [Paragraph((" ".join(told),))]
