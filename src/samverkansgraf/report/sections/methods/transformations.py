"""What was done to the data before they were measured, counted in the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.ties import (
    DEFAULT_CERTAINTY,
    actors_in_network,
    initiatives_in_network,
    selected_participations,
)

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Line
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def lines(findings: Findings, names: Names) -> list[Line]:
    """Return each transformation and how much it concerns; those that concern nothing are left out."""
    words, frames = names.words, findings.frames
    rows, selected = frames.participations, selected_participations(frames)
    collectives = frames.actors.filter(pl.col("kind") == "collective")["actor"].to_list()
    inside = actors_in_network(frames)["actor"].to_list()
    units = frames.actors.filter((pl.col("kind") == "unit") & pl.col("actor").is_in(inside)).height
    weak = ~pl.col("certainty").is_in(DEFAULT_CERTAINTY)
    told = [
        words.say(
            "methods.links_made",
            rows=words.whole(selected.height),
            all=words.whole(rows.height),
            links=words.whole(selected.select("actor", "initiative").unique().height),
        ),
    ]
    numbers = {
        "no_tie_roles": rows.filter(pl.col("makes_tie").not_()).height,
        "weak_certainty": rows.filter("makes_tie").filter(weak).height,
        "collectives_out": rows.filter(pl.col("makes_tie") & pl.col("actor").is_in(collectives)).height,
        "units_kept": units,
        "sets": initiatives_in_network(frames).filter("is_set").height,
    }
    told += [words.count(f"methods.{key}", number) for key, number in numbers.items() if number]
    told.append(
        words.say(
            "methods.projected",
            apart=words.count("count.pairs", findings.ties_owners_apart),
            merged=words.whole(findings.ties_owners_merged),
        )
    )
    return [(one,) for one in told]
