"""The layers of ties that a graph gives: shared initiatives and agreements, districts, sectors, who leads whom."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.dates import bounds
from samverkansgraf.holding import not_ruled_out
from samverkansgraf.measures.comparison.layers import Layer, layer_of_frame, layer_of_network
from samverkansgraf.network import two_mode
from samverkansgraf.ties import (
    DEFAULT_SELECTION,
    Selection,
    actors_in_network,
    selected_participations,
    standing_as,
)
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkansgraf.frames import Frames

INITIATIVES: Final = "shared_initiatives"
AGREEMENTS: Final = "shared_agreements"
DISTRICTS: Final = "shared_districts"
SECTORS: Final = "same_sector"
LEADS: Final = "lead_to_partner"

#: Every layer, in the order in which they are shown.
LAYERS: Final = (INITIATIVES, AGREEMENTS, DISTRICTS, SECTORS, LEADS)


def city_layers(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> dict[str, Layer]:
    """
    Return the layers of ties between the actors of the network whose sector is known.

    ``shared_initiatives``: how many initiatives, no sets, two take part in. ``shared_agreements``: how many agreements
    both are parties to. ``shared_districts``: in how many districts both take part in something that surely takes
    place there, so that two who share an initiative share its district by that alone. ``same_sector``: 1 or 0. ``lead_to_partner``, with direction: in how many initiatives the one is lead and the other partner; such two
    share the initiative by definition.

    Actors without a sector are left out of every layer: whether their sector is another's is not known.

    Parameters
    ----------
    frames
        The graph.
    selection
        Which participations count, and as whose; with ``at`` also which agreements and placements may have held then.

    Returns
    -------
    layers
        Name -> layer, all over the same actors.

    Raises
    ------
    UsageError
        There are more than 10,000 actors.
    """
    known = actors_in_network(frames, selection).drop_nulls("sector")
    nodes = known["actor"].to_list()
    rows = selected_participations(frames, selection).filter(pl.col("actor").is_in(nodes))

    def layer(name: str, pairs: Iterable[tuple[str, str]], *, directed: bool = False) -> Layer:
        ends = pl.DataFrame(
            list(pairs), schema=dict.fromkeys(("actor_a", "actor_b"), pl.String()), orient="row"
        )
        counted = (
            ends.group_by("actor_a", "actor_b").agg(shared=pl.len().cast(pl.Int64)).sort("actor_a", "actor_b")
        )
        return layer_of_frame(counted, name=name, nodes=nodes, directed=directed)

    return {
        INITIATIVES: layer_of_network(two_mode(frames, selection), name=INITIATIVES, nodes=nodes),
        AGREEMENTS: layer(AGREEMENTS, _together(_parties(frames, selection, nodes))),
        DISTRICTS: layer(DISTRICTS, _together(_districts(rows, frames, selection))),
        SECTORS: layer(SECTORS, _together(known.select(who="actor", what="sector"))),
        LEADS: layer(LEADS, _leads(rows), directed=True),
    }


def _together(members: pl.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield each two that have something in common, once for each thing; the smaller first."""
    for _, several in members.unique().sort("what", "who").group_by("what", maintain_order=True):
        yield from combinations(several["who"], 2)


def _parties(frames: Frames, selection: Selection, nodes: list[str]) -> pl.DataFrame:
    agreements = _holding(frames.agreements, selection)
    parties = agreements.select(what="agreement", who="parties").explode("who").drop_nulls("who")
    return parties.with_columns(pl.col("who").replace(standing_as(frames.actors, selection))).filter(
        pl.col("who").is_in(nodes)
    )


def _holding(rows: pl.DataFrame, selection: Selection) -> pl.DataFrame:
    return rows if selection.at is None else rows.filter(not_ruled_out(bounds(selection.at)))


def _districts(rows: pl.DataFrame, frames: Frames, selection: Selection) -> pl.DataFrame:
    """Return ``who`` and ``what``, the districts where an actor's initiatives, or its own part in one, take place."""
    placements = _holding(frames.placements, selection).filter(pl.col("certainty") == sg("Stated"))
    own = rows.select("actor", "initiative", place="places").explode("place").drop_nulls("place")
    of_initiatives = (
        rows.join(own, on=["actor", "initiative"], how="anti")
        .select("actor", "initiative")
        .join(placements.select("initiative", "place"), on="initiative")
    )
    # A group of districts that lists its members stands for them.
    members = frames.places.filter(pl.col("members").list.len() > 0).select("place", member="members")
    listed = (
        pl.concat([own.select("actor", "place"), of_initiatives.select("actor", "place")])
        .join(members, on="place", how="left")
        .explode("member")
        .select(who="actor", what=pl.coalesce("member", "place"))
    )
    districts = frames.places.filter(pl.col("kind") == "district").select(what="place")
    return listed.join(districts, on="what")


def _leads(rows: pl.DataFrame) -> Iterator[tuple[str, str]]:
    """Yield lead and partner for each initiative that both are in."""
    roles = rows.select("actor", "initiative", "role").unique()
    leads = roles.filter(pl.col("role") == sg("Lead")).select("initiative", lead="actor")
    partners = roles.filter(pl.col("role") == sg("Partner")).select("initiative", partner="actor")
    both = leads.join(partners, on="initiative").filter(pl.col("lead") != pl.col("partner"))
    yield from both.sort("lead", "partner", "initiative").select("lead", "partner").iter_rows()
