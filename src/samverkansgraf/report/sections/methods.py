"""Method and limits: what the words mean, where the measures come from, what the data lack."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.measures.registry import MEASURES
from samverkansgraf.report.blocks import Block, Bullets, Line, Paragraph, Part, Section, fact, one_line
from samverkansgraf.report.names import in_scheme_order
from samverkansgraf.report.sections import facts
from samverkansgraf.report.sections.network import measure_name, ranked
from samverkansgraf.vocabulary import CONCEPTS, sg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.report.contents import Findings
    from samverkansgraf.report.names import Names

_TERMS: Final = ("actor", "initiative", "tie", "projection", "certainty", "cell", "standing")
_NEWMAN: Final = (
    (
        "Newman, M. E. J. (2001). Scientific collaboration networks. II. Shortest paths, weighted networks, and "
        "centrality. Physical Review E 64, 016132."
    ),
    "10.1103/PhysRevE.64.016132",
)


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on method and limits."""
    words = names.words
    used = _measures(findings)
    blocks: list[Block] = [
        Part(words.say("methods.data"), (Bullets(tuple(_lacking(findings, names))),)),
        Part(words.say("methods.definitions"), (Bullets(tuple(_definitions(findings, names))),)),
    ]
    explained = [fact(measure_name(one, names), MEASURES[one].definition[words.language]) for one in used]
    cited = {_citation(MEASURES[one].citation, MEASURES[one].doi) for one in used}
    if findings.pairs.height:
        explained.append(fact(words.say("network.newman"), words.say("methods.newman")))
        cited.add(_citation(*_NEWMAN))
    for title, lines in (
        ("methods.measures", explained),
        ("methods.citations", [(one,) for one in sorted(cited)]),
    ):
        if lines:
            blocks.append(Part(words.say(title), (Bullets(tuple(lines)),)))
    blocks.append(
        Part(
            words.say("methods.software"),
            (
                Paragraph((words.say("methods.program", **_versions(findings)),)),
                Paragraph((words.say("methods.reproduce"),)),
                Paragraph(names.command_line(_itself(findings, names))),
            ),
        ),
    )
    return Section("methods", words.say("methods.title"), tuple(blocks))


def _itself(findings: Findings, names: Names) -> str:
    """Return the command that makes this report again."""
    words = names.words
    return names.command(
        "report",
        "--as-of",
        findings.as_of.isoformat(),
        "-o",
        words.say("methods.file"),
        options=("--lang", words.language),
    )


def _versions(findings: Findings) -> Mapping[str, str]:
    """Return the versions of what made the figures."""
    return {
        "version": one_line(findings.version),
        "polars": metadata.version("polars"),
        "networkx": metadata.version("networkx"),
        "python": platform.python_version(),
    }


def _citation(work: str, doi: str | None) -> str:
    """Return a work with its DOI, where it has one."""
    return f"{work} doi:{doi}" if doi else work


def _measures(findings: Findings) -> list[str]:
    """Return the measures that the report shows, in the order they are shown."""
    whole = findings.whole["measure"].to_list() if findings.whole.height else []
    shown = {
        *whole,
        *(measure for measure, table in findings.nodes.items() if ranked(table, findings).height),
    }
    return [measure for measure in MEASURES if measure in shown]


def _definitions(findings: Findings, names: Names) -> list[Line]:
    """Return what the report's words mean."""
    words, concepts = names.words, findings.frames.concepts
    outside = concepts.filter((pl.col("scheme") == "role") & pl.col("makes_tie").not_())["concept"].to_list()
    roles = words.listing([names.label(role) for role in sorted(outside, key=in_scheme_order)])
    certainties = words.listing([names.label(sg(name)) for name in CONCEPTS["certainty"]])
    lines = []
    for term in _TERMS:
        key = f"methods.{term}_means"
        if term == "tie":
            meaning = words.say(key, roles=roles) if roles else words.say("methods.tie_means_all")
        elif term == "certainty":
            meaning = words.say(key, values=certainties)
        else:
            meaning = words.say(key)
        lines.append(fact(words.say(f"methods.{term}"), meaning))
    return lines


def _lacking(findings: Findings, names: Names) -> list[Line]:
    """Return what the data lack, counted in the data."""
    words, frames = names.words, findings.frames
    sources = frames.sources.filter(pl.col("source").is_in(facts.used_sources(frames)))
    lines: list[Line] = [(words.say("methods.unwritten"),)]
    municipal = len(set(facts.municipal_sources(frames)) & set(sources["source"]))
    if municipal:
        share = words.share(municipal / sources.height)
        counted = {"n": words.whole(municipal), "all": words.whole(sources.height), "share": share}
        lines.append((words.say("methods.municipal", **counted),))
    if sources.height == 1:
        lines.append((words.say("methods.one_source"),))
    if not frames.searches.height:
        lines.append((words.say("methods.no_search"),))
    initiatives, participations = frames.initiatives, frames.participations
    evidence = frames.evidence.unique("evidence")
    districts = set(frames.places.filter(pl.col("kind") != "group")["place"].to_list())
    placed = set(frames.placements.filter(pl.col("place").is_in(sorted(districts)))["initiative"].to_list())
    collectives = frames.actors.filter(pl.col("kind") == "collective")["actor"].to_list()
    no_start = pl.col("start").is_null()
    unknown = pl.col("status").is_null() | (pl.col("status") == sg("StatusUnknown"))
    no_voice = (
        pl.col("creators").list.len().fill_null(0) + pl.col("publishers").list.len().fill_null(0)
    ) == 0
    missing = {
        "example_sources": (sources.filter(pl.col("scope") == sg("Examples")).height, sources.height),
        "no_author": (sources.filter(no_voice).height, sources.height),
        "no_phrase": (evidence.filter(pl.col("quote").is_null()).height, evidence.height),
        "no_dates": (initiatives.filter(no_start).height, initiatives.height),
        "no_status": (initiatives.filter(unknown).height, initiatives.height),
        "no_theme": (
            initiatives.filter(pl.col("themes").list.len().fill_null(0) == 0).height,
            initiatives.height,
        ),
        "no_place": (
            initiatives.filter(~pl.col("initiative").is_in(sorted(placed))).height,
            initiatives.height,
        ),
        "no_participation_dates": (participations.filter(no_start).height, participations.height),
        "unlisted": (participations.filter(pl.col("actor").is_in(collectives)).height, participations.height),
    }
    lines.extend(
        (words.say(f"methods.{key}", n=words.whole(n), all=words.whole(total)),)
        for key, (n, total) in missing.items()
        if n
    )
    return lines
