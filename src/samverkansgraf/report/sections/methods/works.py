"""The measures that the report shows, and the works it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.blocks import Address, Bullets, Code, Line, Paragraph, Part, fact, line
from samverkansgraf.measures.registry import MEASURES
from samverkansgraf.report.sections.measured import measure_name
from samverkansgraf.report.works import shown_measures, works_of

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.measures.works import Work
    from samverkansgraf.report.contents import Findings

#: What ``run`` writes the works to, beside the report.
BIBLIOGRAPHY: Final = "references.bib"


def measures(findings: Findings, names: Names) -> list[Line]:
    """Return what each measure is and how it is read."""
    words = names.words
    told: list[Line] = []
    for one in shown_measures(findings):
        measure = MEASURES[one]
        meaning = f"{measure.definition[words.language]} {measure.reading[words.language]}".strip()
        told.append(fact(measure_name(one, names), meaning))
    if findings.pairs.height:
        told.append(fact(words.say("network.newman"), words.say("methods.newman")))
        if "jaccard" in findings.pairs.columns:
            told.append(fact(words.say("network.jaccard"), words.say("methods.jaccard")))
    return told


def references(findings: Findings, names: Names) -> Part:
    """Return the works with their DOIs, and the file they are in."""
    words = names.words
    return Part(
        words.say("methods.citations"),
        (
            Bullets(tuple(_citation(work) for work in works_of(findings))),
            Paragraph(
                words.line(
                    "methods.bibliography",
                    file=Code(BIBLIOGRAPHY),
                    run=Code(names.command("run", "-o", "output")),
                    explain=Code(names.command("network", "--explain", "density_two_mode")),
                )
            ),
        ),
    )


def _citation(work: Work) -> Line:
    """Return a work with its DOI, where it has one."""
    return line(work.citation, " ", Address(f"https://doi.org/{work.doi}")) if work.doi else (work.citation,)
