"""For whom a ranking would say more about who wrote the sources than about the city."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.frames import filled
from samverkansgraf.standing import kin, represented, source_voices
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import DEFAULT_SELECTION, Selection, actors_in_network, selected_participations

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language


def ranking_withheld(
    frames: Frames, selection: Selection = DEFAULT_SELECTION, *, language: Language = "en"
) -> dict[str, str]:
    """
    Return the actors of the network that a report should give no rank, and why.

    All of them, where the selected participations together rest on no more than one source. Besides, each
    actor with more than half of its participations (counted as distinct initiatives) resting only on
    sources it wrote. A source is written by its authors, or if none its publisher; an actor wrote what
    was written by itself, by what is above or below it in ``part_of`` and ``owner``, or by a person who
    holds a position in these, unless surely not at the source's date.

    Parameters
    ----------
    frames
        The graph.
    selection
        Which participations count, and as whose.
    language
        Of the reasons.

    Returns
    -------
    withheld
        Actor -> reason, sorted by actor; actors that may be ranked are left out.
    """
    network = actors_in_network(frames, selection)["actor"]
    links = selected_participations(frames, selection).select("actor", "initiative", source="sources")
    rests_on = links.with_columns(filled("source")).explode("source").unique()
    wrote = (
        kin(frames.actors, network)
        .join(represented(frames, source_voices(frames.sources)), left_on="kin", right_on="behind")
        .select("actor", "source", own=True)
        .unique()
    )
    # A statement without a source (null) is no ground: what has no other rests on nothing of its own.
    mostly_own = (
        rests_on.join(wrote, on=["actor", "source"], how="left")
        .group_by("actor", "initiative")
        .agg(
            own=(pl.col("own").fill_null(value=False) | pl.col("source").is_null()).all()
            & pl.col("source").is_not_null().any()
        )
        .group_by("actor")
        .agg(pl.col("own").mean())
        .filter(pl.col("own") > 0.5)  # noqa: PLR2004 -- more than half
    )
    with_own = set(mostly_own["actor"])
    sources = rests_on["source"].drop_nulls().n_unique()
    words = catalogue("measures", language, under="withheld")
    for_all = [] if sources > 1 else [words["one" if sources else "none"]]
    reasons = {actor: [*for_all, *([words["own"]] if actor in with_own else [])] for actor in network}
    return {actor: "; ".join(several) for actor, several in reasons.items() if several}
