"""What follows from what is stated: shortcuts, ties, date bounds and standings."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.graph.quads import BOOLEAN, DATE, IRI, TYPE, QuadList
from samverkansgraf.tables.identity import key
from samverkansgraf.ties import tied_pairs, ties_within
from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames

_log = logging.getLogger(__name__)

#: Above this many tied pairs, ties are left out unless they are asked for.
MOST_TIED_PAIRS: Final = 100_000

_BOUNDS: Final = {
    "start_earliest": "startEarliest",
    "start_latest": "startLatest",
    "end_earliest": "endEarliest",
    "end_latest": "endLatest",
}
_DATED: Final = ("initiatives", "participations", "placements", "agreements", "positions", "statements")

Ties = Literal["auto", "all", "none"]


def derived_quads(frames: Frames, base: str, *, ties: Ties = "auto") -> pl.DataFrame:
    """
    Make the quads of the derived graph.

    Parameters
    ----------
    frames
        The frames of the stated graph.
    base
        The project's base.
    ties
        ``all``, ``none``, or ``auto``: while there are at most 100,000 tied pairs.
    """
    out, graph = QuadList(), f"{base}graph/derived"
    for name in _DATED:
        part = getattr(frames, name)
        for column, term in _BOUNDS.items():
            out.add(part, part.columns[0], sg(term), column, kind=DATE, graph=graph)
    _shortcuts(out, frames, graph)
    _ties(out, frames, base, graph, ties)
    _standings(out, frames, base, graph)
    return out.frame()


def _shortcuts(out: QuadList, frames: Frames, graph: str) -> None:
    """``participatesIn``, ``worksIn`` and ``dct:spatial``, from all that is not planned."""
    planned = [sg("StatusPlanned"), sg("StatusProposed")]
    not_begun = frames.initiatives.filter(pl.col("status").is_in(planned))["initiative"].to_list()
    takes_part = frames.participations.filter(
        pl.col("certainty") != sg("Planned"), ~pl.col("initiative").is_in(not_begun)
    )
    placed = frames.placements.filter(
        pl.col("certainty") != sg("Planned"), ~pl.col("initiative").is_in(not_begun)
    )
    out.add(takes_part, "actor", sg("participatesIn"), "initiative", graph=graph)
    out.add(placed, "initiative", iri("dct:spatial"), "place", graph=graph)
    # A target group is reached by an initiative; it does not work there.
    at_work = takes_part.filter(pl.col("role") != sg("TargetGroup"))
    own = at_work.filter(pl.col("places").list.len() > 0)
    out.add(own, "actor", sg("worksIn"), "places", graph=graph)
    elsewhere = at_work.filter(pl.col("places").list.len() == 0)
    joined = elsewhere.select("actor", "initiative").join(
        placed.select("initiative", "place"), on="initiative"
    )
    out.add(joined, "actor", sg("worksIn"), "place", graph=graph)


def _ties(out: QuadList, frames: Frames, base: str, graph: str, ties: Ties) -> None:
    if ties == "none" or (ties == "auto" and not ties_within(frames, limit=MOST_TIED_PAIRS)):
        _log.warning(
            "ties are left out of the graph: more than %d pairs; build with --ties all", MOST_TIED_PAIRS
        )
        return
    pairs = tied_pairs(frames)
    if pairs.is_empty():
        return
    pairs = pairs.with_columns(
        tie=pl.struct("actor_a", "actor_b").map_elements(
            lambda row: f"{base}tie/{key([row['actor_a'], row['actor_b']])}", return_dtype=pl.String
        ),
    )
    out.add(pairs, "actor_a", sg("collaboratesWith"), "actor_b", graph=graph)
    out.add(pairs, "actor_b", sg("collaboratesWith"), "actor_a", graph=graph)
    out.add(pairs, "tie", TYPE, pl.lit(sg("Tie")), graph=graph)
    out.add(pairs, "tie", sg("between"), "actor_a", graph=graph)
    out.add(pairs, "tie", sg("between"), "actor_b", graph=graph)
    out.add(pairs, "tie", sg("through"), "initiatives", graph=graph)
    out.add(pairs, "tie", iri("prov:wasDerivedFrom"), "participations", graph=graph)


def _standings(out: QuadList, frames: Frames, base: str, graph: str) -> None:
    rows = frames.standings.with_columns(
        node=pl.struct("evidence", "initiative").map_elements(
            lambda row: f"{base}standing/{key([row['evidence'], row['initiative']])}", return_dtype=pl.String
        )
        if frames.standings.height
        else pl.lit(None, dtype=pl.String),
    )
    out.add(rows, "node", TYPE, pl.lit(sg("Standing")), graph=graph)
    out.add(rows, "node", sg("ofEvidence"), "evidence", graph=graph)
    out.add(rows, "node", sg("forInitiative"), "initiative", graph=graph)
    out.add(rows, "node", sg("standing"), "standing", kind=IRI, graph=graph)
    second = frames.second_hand
    out.add(second, "evidence", sg("secondHand"), pl.lit("true"), kind=BOOLEAN, graph=graph)
    out.add(second, "evidence", sg("quotedThrough"), "through", graph=graph)
