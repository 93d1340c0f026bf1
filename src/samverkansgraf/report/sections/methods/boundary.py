"""Who is in the network, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.documents.names import in_scheme_order
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
    """Return the rule by which actors and initiatives are in the network, and how many it lets in."""
    words, frames = names.words, findings.frames
    making = frames.concepts.filter((pl.col("scheme") == "role") & pl.col("makes_tie"))["concept"].to_list()
    roles = words.listing([names.label(role) for role in sorted(making, key=in_scheme_order)])
    certainties = words.say("agreements.or").join(names.label(one) for one in DEFAULT_CERTAINTY)
    named = frames.actors.filter(pl.col("kind").is_null() | (pl.col("kind") != "collective"))
    inside = actors_in_network(frames)
    taking_part = selected_participations(frames)["actor"].unique().to_list()
    marked = inside.filter(~pl.col("actor").is_in(taking_part)).height
    told = [
        words.say("methods.boundary_rule", roles=roles, certainties=certainties),
        _of("actors", inside.height, named.height, names),
        _of("initiatives", initiatives_in_network(frames).height, frames.initiatives.height, names),
    ]
    if marked:
        told.append(words.count("methods.boundary_marked", marked))
    told += [words.say("methods.boundary_time"), words.say("methods.boundary_study")]
    return [(one,) for one in told]


def _of(things: str, inside: int, of: int, names: Names) -> str:
    """Say how many are in the network, and why others are not, if there are any."""
    words = names.words
    told = words.say(f"methods.boundary_{things}", n=words.whole(inside), all=words.whole(of))
    return f"{told} {words.say(f'methods.boundary_other_{things}')}" if inside < of else told
