"""What the data lack, counted in the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.documents.sources import used_sources
from samverkansgraf.report.sections import facts
from samverkansgraf.ties import actors_in_network
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Line
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def lines(findings: Findings, names: Names) -> list[Line]:
    """Return what the data lack, counted in the data."""
    words, frames = names.words, findings.frames
    sources = frames.sources.filter(pl.col("source").is_in(used_sources(frames)))
    told: list[Line] = [(words.say("methods.unwritten"),)]
    municipal = len(set(facts.municipal_sources(frames)) & set(sources["source"]))
    if municipal:
        share = words.share(municipal / sources.height)
        counted = {"n": words.whole(municipal), "all": words.whole(sources.height), "share": share}
        told.append((words.say("methods.municipal", **counted),))
    if sources.height == 1:
        told.append((words.say("methods.one_source"),))
    if not frames.searches.height:
        told.append((words.say("methods.no_search"),))
    in_network = actors_in_network(frames)
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
        "no_sector": (in_network["sector"].null_count(), in_network.height),
        "no_participation_dates": (participations.filter(no_start).height, participations.height),
        "unlisted": (participations.filter(pl.col("actor").is_in(collectives)).height, participations.height),
    }
    told.extend(
        (words.say(f"methods.{key}", n=words.whole(n), all=words.whole(total)),)
        for key, (n, total) in missing.items()
        if n
    )
    return told
