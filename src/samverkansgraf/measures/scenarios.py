"""
The network as it would be if other certainties counted.

The scenarios are a ladder: only what is stated; also what is stated in part; also what is inferred;
also what is planned; and the certainties that were asked for. Everything else of the selection stays
as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkansgraf.frames import label_column
from samverkansgraf.network import two_mode
from samverkansgraf.ties import CERTAINTY_LADDER, DEFAULT_SELECTION, Selection, selected_participations

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import polars as pl

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language


@dataclass(frozen=True, slots=True)
class Scenario:
    """A network as it would be if exactly these certainties counted."""

    certainty: tuple[str, ...]
    network: nx.Graph[str]


def scenarios(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> list[Scenario]:
    """
    Return the network asked for, then those of the certainty ladder that differ from the ones before.

    Two certainty sets that select the same participations give one scenario.
    """
    ladder = [CERTAINTY_LADDER[:length] for length in range(1, len(CERTAINTY_LADDER) + 1)]
    found: list[Scenario] = []
    seen: list[pl.Series] = []
    for certainty in (selection.certainty, *ladder):
        chosen = replace(selection, certainty=certainty)
        participations = selected_participations(frames, chosen)["participation"]
        if not any(participations.equals(other) for other in seen):
            seen.append(participations)
            found.append(Scenario(certainty, two_mode(frames, chosen)))
    return found


def certainty_names(frames: Frames, worlds: Sequence[Scenario], language: Language) -> list[str]:
    """Return how the certainties of each scenario read: by the labels of the concepts, else their bare names."""
    labels = dict(frames.concepts.select("concept", label_column(language)).iter_rows())
    return [
        ", ".join(labels.get(one) or one.rpartition("#")[2] for one in world.certainty) for world in worlds
    ]
