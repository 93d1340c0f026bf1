"""The network: the two-mode numbers first, then chance, cutpoints, pairs, groups and, where they hold, ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Block, Paragraph, Section
from samverkansgraf.report.sections import chance, cutpoints, groups, positions, ties, whole_network
from samverkansgraf.ties import actors_in_network, initiatives_in_network

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on the network."""
    words = names.words
    blocks: list[Block] = [
        Paragraph((words.say("network.intro"),)),
        Paragraph((_size(findings, names),)),
        whole_network.part(findings, names),
        *chance.parts(findings, names),
        cutpoints.part(findings, names),
        ties.part(findings, names),
        groups.part(findings, names),
        *positions.parts(findings, names),
    ]
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
