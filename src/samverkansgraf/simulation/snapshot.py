"""What is recorded at a moment: initiatives with those they hang on, cells, ties and who reaches whom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.agreements import agreements_by_time
from samverkansgraf.coverage import coverage
from samverkansgraf.coverage.grades import Grade, graded_initiatives, moment
from samverkansgraf.measures import MEASURES
from samverkansgraf.measures.distances import parts
from samverkansgraf.network import two_mode
from samverkansgraf.simulation.changes import funder_roles
from samverkansgraf.ties import CERTAINTY_LADDER, Selection, actors_in_network, selected_participations
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: Measures of the whole network, before and after.
WHOLE: Final = ("density_two_mode", "components", "largest_component_share", "fragmentation")
#: What an initiative hangs on, as columns.
SUPPORTS: Final = ("actors", "leads", "funders", "agreements")

_NOT_PLANNED: Final = tuple(one for one in CERTAINTY_LADDER if one != sg("Planned"))
_NOT_RUNNING: Final = ("ended", "planned", "not_begun")


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """
    The graph at a moment; what is asked of it is computed once.

    Parameters
    ----------
    frames
        The graph.
    bounds
        Of the cells.
    at
        A day; ``None`` for all time.
    by
        The dimensions of the cells.
    language
        Of the labels.
    closed
        Initiatives that are counted as over in the coverage, since nobody is left in them.
    """

    frames: Frames
    bounds: Bounds
    at: date | None
    by: tuple[str, ...] = ("district", "theme")
    language: Language = "sv"
    closed: tuple[str, ...] = ()
    _cells: dict[tuple[str, ...], pl.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def of(self, frames: Frames, *, closed: tuple[str, ...] = ()) -> Snapshot:
        """Return another graph at the same moment, with the same cells."""
        return replace(self, frames=frames, closed=closed, _cells={})

    @property
    def selection(self) -> Selection:
        """The network's participations: those that make ties by default, at the moment."""
        return Selection(at=self._edtf)

    @property
    def _edtf(self) -> str | None:
        return None if self.at is None else self.at.isoformat()

    @cached_property
    def initiatives(self) -> pl.DataFrame:
        """
        Initiatives that are not over, with how many of each they hang on.

        ``initiative, label, actors, leads, funders, agreements, only_actor``: distinct actors, collectives too, in
        tie-making roles, as lead, and as funder, by participations that are not planned and may hold at the
        moment; agreements that govern it and have not surely ended; the actor where there is only one.
        """
        over = graded_initiatives(self.frames, moment(self.at)).filter(pl.col("grade") == int(Grade.ENDED))
        rows = self.frames.initiatives.unique("initiative", keep="first", maintain_order=True)
        rows = rows.select("initiative", "label").join(
            over, on="initiative", how="anti", maintain_order="left"
        )
        everyone = self.taking_part
        leads = everyone.filter(pl.col("role") == sg("Lead"))
        actors = everyone.group_by("initiative").agg(
            actors=pl.col("actor").n_unique(),
            only_actor=pl.when(pl.col("actor").n_unique() == 1).then(pl.col("actor").first()),
        )
        counted = [
            actors,
            leads.group_by("initiative").agg(leads=pl.col("actor").n_unique()),
            self._holding(funder_roles(self.frames))
            .group_by("initiative")
            .agg(funders=pl.col("actor").n_unique()),
            self._agreements.group_by("initiative").agg(agreements=pl.col("agreement").n_unique()),
        ]
        for counts in counted:
            rows = rows.join(counts, on="initiative", how="left", maintain_order="left")
        numbers = [pl.col(name).fill_null(0).cast(pl.Int64) for name in SUPPORTS]
        return rows.with_columns(numbers).select("initiative", "label", *SUPPORTS, "only_actor")

    @cached_property
    def taking_part(self) -> pl.DataFrame:
        """Participations in tie-making roles that are not planned and may hold at the moment, collectives' too."""
        return self._holding(None)

    @cached_property
    def planning(self) -> frozenset[str]:
        """Initiatives with a planned participation in a tie-making role."""
        planned = Selection(certainty=(sg("Planned"),), at=self._edtf, collectives=True)
        return frozenset(selected_participations(self.frames, planned)["initiative"])

    def _holding(self, roles: tuple[str, ...] | None) -> pl.DataFrame:
        which = Selection(roles=roles, certainty=_NOT_PLANNED, at=self._edtf, collectives=True)
        return selected_participations(self.frames, which)

    @cached_property
    def running(self) -> pl.DataFrame:
        """Agreements that are neither planned nor surely over (or not begun) at the moment; for all time all."""
        agreements = self.frames.agreements
        if self.at is None or agreements.is_empty():
            return agreements
        out = agreements_by_time(self.frames, at=self.at).filter(pl.col("state").is_in(_NOT_RUNNING))
        return agreements.join(out, on="agreement", how="anti", maintain_order="left")

    @property
    def _agreements(self) -> pl.DataFrame:
        return self.running.select("agreement", initiative="governs").explode("initiative").drop_nulls()

    def cells(self, by: tuple[str, ...] | None = None) -> pl.DataFrame:
        """Return the cells of the coverage, by the snapshot's own dimensions unless others are given."""
        by = by or self.by
        if by not in self._cells:
            frames = self.frames
            if self.closed:
                from samverkansgraf.simulation.removal import without_initiatives

                frames = without_initiatives(frames, self.closed)
            self._cells[by] = coverage(frames, self.bounds, by=by, at=self.at, language=self.language)
        return self._cells[by]

    @cached_property
    def network(self) -> nx.Graph[str]:
        """The two-mode network at the moment."""
        return two_mode(self.frames, self.selection)

    @cached_property
    def links(self) -> pl.DataFrame:
        """``actor, initiative``: who takes part in what in the network, each once."""
        return selected_participations(self.frames, self.selection).select("actor", "initiative").unique()

    @cached_property
    def parts(self) -> pl.DataFrame:
        """``actor, part``: the actors of the network; those who reach each other through ties have the same part."""
        actors = actors_in_network(self.frames, self.selection)["actor"]
        sets = self.frames.initiatives.filter(pl.col("is_set").fill_null(value=False))
        tying = self.links.join(sets, on="initiative", how="anti")
        initiatives = tying["initiative"].unique().sort()
        rows, columns = (
            tying[side].cast(pl.Enum(known)).to_physical().cast(pl.Int64).to_numpy()
            for side, known in (("actor", actors), ("initiative", initiatives))
        )
        has = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(actors), len(initiatives)))
        numbers = parts(has) if len(actors) else np.zeros(0, dtype=np.int64)
        return pl.DataFrame({"actor": actors, "part": numbers}, schema={"actor": pl.String, "part": pl.Int64})

    @cached_property
    def whole(self) -> Mapping[str, float]:
        """Sizes and measures of the network; what is undefined is ``nan``."""
        kinds = [self.network.nodes[node]["kind"] for node in self.network]
        sizes = {
            "actors": kinds.count("actor"),
            "initiatives": kinds.count("initiative"),
            "participations": self.network.number_of_edges(),
        }
        return sizes | {name: MEASURES[name].of_whole(self.network, seed=1) for name in WHOLE}
