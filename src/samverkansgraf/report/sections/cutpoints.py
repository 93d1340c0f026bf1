"""The actors and initiatives that alone hold parts of the network together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Paragraph, Part, Table, cell, one_line

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def part(findings: Findings, names: Names) -> Part:
    """Return the nodes without which the network falls into more parts."""
    words = names.words
    title = words.say("network.cutpoints_title")
    if not findings.cutpoints.height:
        return Part(title, (Paragraph((words.say("network.no_cutpoints"),)),))
    rows = sorted(
        findings.cutpoints.iter_rows(named=True),
        key=lambda row: (row["kind"], one_line(row["label"]).casefold(), row["id"]),
    )
    table = Table(
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
    )
    return Part(title, (Paragraph((words.say("network.cutpoints_intro"),)), table))
