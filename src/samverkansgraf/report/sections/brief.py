"""The first page: what the sources show, what it means, how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Paragraph, Section, Strong, line
from samverkansgraf.documents.sources import used_sources
from samverkansgraf.report.sections import facts
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def section(findings: Findings, names: Names) -> Section:
    """Return the first page, in three paragraphs of one to three sentences."""
    words = names.words
    paragraphs = (
        ("brief.what", _shown(findings, names)),
        ("brief.so_what", _meaning(findings, names)),
        ("brief.how_sure", _certainty(findings, names)),
    )
    return Section(
        "brief",
        words.say("brief.title"),
        tuple(
            Paragraph(line(Strong(words.say(key)), " ", " ".join(sentences)))
            for key, sentences in paragraphs
            if sentences
        ),
    )


def _shown(findings: Findings, names: Names) -> list[str]:
    """Say how much the sources describe, and how much of it is joint or merely planned."""
    frames, words = findings.frames, names.words
    sources = len(used_sources(frames))
    initiatives = words.count("count.initiatives", frames.initiatives.height)
    actors = words.count("count.actors", len(facts.named_actors(frames)))
    told = [
        words.count("brief.graph", sources, initiatives=initiatives, actors=actors),
        words.say(
            "brief.together",
            n=words.whole(len(facts.joint_initiatives(frames))),
            initiatives=initiatives,
        ),
    ]
    if planned := len(facts.merely_planned(frames)):
        told.append(words.count("brief.planned", planned))
    return told


def _meaning(findings: Findings, names: Names) -> list[str]:
    """Say how much is covered and how much nobody has looked into."""
    words = names.words
    cells = facts.cells_by_value(findings.coverage)
    if not findings.coverage.height:
        return []
    coverage = findings.coverage
    unnamed = facts.unnamed_districts(coverage)
    numbers = {
        one: coverage[one].n_unique() if one in coverage.columns else 0 for one in ("district", "theme")
    }
    if unnamed:
        numbers["district"] += unnamed - 1  # these stand in one row
    sizes = {f"{one}s": words.count(f"count.{one}s", number) for one, number in numbers.items()}
    told = [
        words.say(
            "brief.coverage",
            cells=words.count("count.cells", sum(cells.values())),
            **sizes,
            **{value: words.whole(number) for value, number in cells.items()},
        ),
    ]
    if unnamed:
        told.append(words.count("brief.unnamed", unnamed))
    if cells["not_searched"]:
        told.append(words.say("brief.not_looked"))
    if findings.unreached.height:
        told.append(words.count("brief.unreached", findings.unreached["initiative"].n_unique()))
    return told


def _certainty(findings: Findings, names: Names) -> list[str]:
    """Say who wrote the evidence, what is disputed and whether the check found faults."""
    frames, words = findings.frames, names.words
    told: list[str] = []
    by_standing = facts.evidence_by_standing(frames)
    if total := sum(by_standing.values()):
        told.append(
            words.count(
                "brief.standing",
                total,
                by_a_party=words.whole(by_standing.get(sg("ByAParty"), 0)),
                independent=words.whole(by_standing.get(sg("Independent"), 0)),
            ),
        )
    scopes = frames.sources.filter(frames.sources["source"].is_in(used_sources(frames)))["scope"]
    if len(scopes) and (scopes == sg("Examples")).fill_null(value=False).all():
        told.append(words.count("brief.examples", len(scopes)))
    used = used_sources(frames)
    if municipal := len(set(facts.municipal_sources(frames)) & set(used)):
        told.append(words.count("brief.municipal", municipal, all=words.whole(len(used))))
    if claims := len(findings.claims):
        disputed = sum(1 for reading in findings.claims if reading.disputed_by)
        told.append(words.count("brief.claims", claims, disputed=words.whole(disputed)))
    if findings.disagreements.height:
        contested = findings.disagreements["matter"].n_unique()
        told.append(words.count("brief.disagreements", contested))
    if faults := sum(problem.severity == "fault" for problem in findings.problems):
        told.append(words.count("brief.faults", faults))
    return told
