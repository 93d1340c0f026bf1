"""
Method and limits, after the guidelines for reporting about network data and with a network card.

What the network stands for, where it comes from, how it is measured (Neal 2023); what the data lack; and all of it
once more as a card (Bagrow & Ahn 2022). Every number is counted in the data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Bullets, Paragraph, Part, Section
from samverkansgraf.report.sections.methods import (
    boundary,
    card,
    chance,
    coverage,
    definitions,
    lacking,
    sources_and_time,
    transformations,
)
from samverkansgraf.report.sections.methods.software import software
from samverkansgraf.report.sections.methods.works import measures, references

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on method and limits."""
    words = names.words
    listed = (
        ("methods.boundary", boundary.lines(findings, names)),
        ("methods.nodes_and_ties", definitions.nodes_and_ties(findings, names)),
        ("methods.sources_and_time", sources_and_time.lines(findings, names)),
        ("methods.data", lacking.lines(findings, names)),
        ("methods.transformations", transformations.lines(findings, names)),
        ("methods.chance", chance.lines(findings, names)),
        ("methods.coverage", coverage.lines(findings, names)),
        ("methods.definitions", definitions.terms(names)),
        ("methods.measures", measures(findings, names)),
    )
    parts = [Part(words.say(title), (Bullets(tuple(lines)),)) for title, lines in listed if lines]
    return Section(
        "methods",
        words.say("methods.title"),
        (
            Paragraph((words.say("methods.intro"),)),
            *parts,
            card.part(findings, names),
            references(findings, names),
            software(findings, names),
        ),
    )
