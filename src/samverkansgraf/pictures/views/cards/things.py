"""What a card tells: a thing, its participations as its neighbours, and how many of them are said outright."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from samverkansgraf.dates import bounds
from samverkansgraf.documents.names import in_scheme_order
from samverkansgraf.holding import not_ruled_out, with_dates
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.material import Material


@dataclass(frozen=True, slots=True)
class Card:
    """
    An actor or an initiative.

    Attributes
    ----------
    node, label, kind
        Its IRI, what it is called and which of the two it is.
    row
        What the frame of its kind holds of it.
    participations
        Rows of the frame, in the order in which they are shown.
    """

    node: str
    label: str
    kind: Literal["actor", "initiative"]
    row: Mapping[str, Any]
    participations: tuple[Mapping[str, Any], ...]

    @property
    def other(self) -> Literal["actor", "initiative"]:
        """Return which kind its neighbours are."""
        return "initiative" if self.kind == "actor" else "actor"

    @property
    def stated(self) -> int:
        """Return how many neighbours a source names without reservation."""
        return len({row[self.other] for row in self.participations if _is_stated(row)})

    @property
    def neighbours(self) -> int:
        """Return how many neighbours there are."""
        return len({row[self.other] for row in self.participations})


def cards_of(material: Material, names: Names) -> list[Card]:
    """Return a card of each actor and then of each initiative, in alphabetical order."""
    frames = material.frames
    rows = frames.participations
    if material.at is not None:
        rows = with_dates(rows, frames.initiatives).filter(not_ruled_out(bounds(material.at)))
    by: dict[str, defaultdict[str, list[dict[str, Any]]]] = {
        "actor": defaultdict(list),
        "initiative": defaultdict(list),
    }
    for row in rows.iter_rows(named=True):
        by["actor"][row["actor"]].append(row)
        by["initiative"][row["initiative"]].append(row)
    # A group that nobody has listed has a card of its own in each initiative, and none where it is in no initiative.
    actors = frames.actors.filter(pl.col("collective").is_null() | pl.col("actor").is_in(list(by["actor"])))
    cards = []
    kinds: tuple[tuple[Literal["actor", "initiative"], pl.DataFrame], ...] = (
        ("actor", actors),
        ("initiative", frames.initiatives),
    )
    for kind, things in kinds:
        other = "initiative" if kind == "actor" else "actor"
        found = [
            Card(
                row[kind],
                names.label(row[kind]),
                kind,
                row,
                tuple(sorted(by[kind].get(row[kind], ()), key=lambda one: _in_order(one, other, names))),
            )
            for row in things.unique(kind, keep="first", maintain_order=True).iter_rows(named=True)
        ]
        cards += sorted(found, key=lambda card: (swedish_order(card.label), card.node))
    return cards


def _is_stated(row: Mapping[str, Any]) -> bool:
    return (row["certainty"] or sg("Stated")) == sg("Stated")


def _in_order(row: Mapping[str, Any], other: str, names: Names) -> tuple[Any, ...]:
    return (
        swedish_order(names.label(row[other])),
        row[other],
        in_scheme_order(row["role"]),
        row["participation"],
    )
