"""What if: the graph before and after something leaves or starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.simulation.assumed import with_assumed
from samverkansgraf.simulation.comparison import (
    actors_compared,
    agreements_compared,
    cells_compared,
    claims_compared,
    initiatives_compared,
    network_compared,
    ties_compared,
)
from samverkansgraf.simulation.removal import without
from samverkansgraf.simulation.snapshot import SUPPORTS, Snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language
    from samverkansgraf.simulation.assumed import Assumed
    from samverkansgraf.simulation.changes import Leaving

#: The columns of the one table of all changes.
CHANGES: Final = {name: pl.String() for name in ("kind", "id", "label", "what", "before", "after")}

_DIMENSIONS: Final = ("district", "theme")
_GONE: Final = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """
    What would be different, as frames; each function of ``comparison`` describes its own.

    Attributes
    ----------
    leaving, assumed
        What was asked.
    closed
        Initiatives that nobody is left in, which cover nothing any more.
    initiatives, cells, actors, agreements, claims, network
        What differs; ``network`` has every measure.
    ties
        Ties between actors that stay; ``None`` where there are too many to list.
    dimensions
        By ``district`` and ``theme``, the cells of that dimension alone.
    """

    leaving: tuple[Leaving, ...]
    assumed: tuple[Assumed, ...]
    closed: tuple[str, ...]
    initiatives: pl.DataFrame
    cells: pl.DataFrame
    actors: pl.DataFrame
    ties: pl.DataFrame | None
    agreements: pl.DataFrame
    claims: pl.DataFrame
    network: pl.DataFrame
    dimensions: Mapping[str, pl.DataFrame]

    @property
    def changes(self) -> pl.DataFrame:
        """
        All that differs in one table.

        ``kind`` (initiative, cell, district, theme, actor, tie, agreement, claim, network), ``id`` (an IRI; of a tie two with a
        space between; null of cells and measures), ``label``, ``what`` differs (the column or measure), ``before``, ``after`` (as
        text; – where it is not there). An initiative that comes or goes is ``recorded`` 0 or 1. A cell, district or theme has
        its ``value`` where that differs, else the number of its initiatives, and of its actors where one or none is left;
        ``cells`` and ``dimensions`` have all.
        """
        rows = [
            *_initiative_rows(self.initiatives),
            *_cell_rows("cell", self.cells),
            *(row for name, cells in self.dimensions.items() for row in _cell_rows(name, cells)),
            *_rows("actor", self.actors, "actor", "label", ("initiatives", "reached")),
            *_tie_rows(self.ties),
            *_rows("agreement", self.agreements, "agreement", "label", ("parties",)),
            *_rows("claim", self.claims, "claim", "text", ("sources",)),
            *(
                ("network", None, row[0], "value", *row[1:])
                for row in self.network.iter_rows()
                if row[1] != row[2]
            ),
        ]
        shown = [(*row[:4], _text(row[4]), _text(row[5])) for row in rows]
        return pl.DataFrame(shown, schema=CHANGES, orient="row")


def simulated(
    frames: Frames,
    bounds: Bounds,
    *,
    leaving: Sequence[Leaving] = (),
    assumed: Sequence[Assumed] = (),
    at: date | None = None,
    by: Sequence[str] = ("district", "theme"),
    language: Language = "sv",
    keep_empty: bool = False,
) -> Simulation:
    """
    Return what would be different if something left or started; nothing is stored.

    Parameters
    ----------
    frames
        The graph.
    bounds
        Of the cells.
    leaving
        What leaves, as :func:`~samverkansgraf.simulation.changes.found_leaving` finds it; all of it at once.
    assumed
        What starts, once that has left.
    at
        The day that is spoken of; what has surely ended by then has nothing to lose. ``None``: all time.
    by
        Dimensions of the cells.
    language
        Of labels.
    keep_empty
        An initiative whose recorded actors all leave, and that has not even a planned one, still covers its cells. Else it
        covers nothing; that it would end is our assumption, since a source that placed it somewhere still does. A struck
        source takes no actor away: what others say of an initiative still covers.

    Returns
    -------
    simulation
        See :class:`Simulation`. An initiative that only loses its funder, lead or agreement goes on covering: what would
        become of it is not known.

    Raises
    ------
    UsageError
        An unknown dimension; or what is assumed to join is among what leaves.

    Notes
    -----
    What is recorded is what the sources tell: an initiative with one recorded actor may have more.
    """
    if both := {one.id for one in leaving} & {name for one in assumed for name in (*one.actors, one.iri)}:
        raise UsageError(f"simulate: {', '.join(sorted(both))} is to leave and to join; choose one")
    before = Snapshot(frames=frames, bounds=bounds, at=at, by=tuple(by), language=language)
    going = [one for one in leaving if one.kind in {"actor", "sector"}]
    staying = before.of(without(frames, [one for one in leaving if one not in going]))
    after = before.of(with_assumed(without(staying.frames, going), assumed, language))
    closed = () if keep_empty or not going else closed_by(staying, after)
    after = after.of(after.frames, closed=closed)
    gone = {actor for one in going for actor in one.actors}
    return Simulation(
        leaving=tuple(leaving),
        assumed=tuple(assumed),
        closed=closed,
        initiatives=initiatives_compared(before, after),
        cells=cells_compared(before, after),
        actors=actors_compared(before, after, gone),
        ties=ties_compared(before, after, gone),
        agreements=agreements_compared(before, after),
        claims=claims_compared(before, after),
        network=network_compared(before, after, gone),
        dimensions={name: cells_compared(before, after, (name,)) for name in _DIMENSIONS},
    )


def closed_by(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """Return the initiatives that had recorded actors before they left and have none now, not even planned ones."""
    had = before.initiatives.filter(pl.col("actors") > 0)["initiative"]
    none = after.initiatives.filter(pl.col("actors") == 0, pl.col("initiative").is_in(had.to_list()))
    return tuple(sorted(set(none["initiative"]) - after.planning))


_Row = tuple[str, str | None, str, str, Any, Any]


def _rows(kind: str, table: pl.DataFrame, key: str, label: str, columns: Sequence[str]) -> list[_Row]:
    return [
        (kind, row[key], row[label] or row[key], name, row[f"{name}_before"], row[f"{name}_after"])
        for row in table.iter_rows(named=True)
        for name in columns
        if row[f"{name}_before"] != row[f"{name}_after"]
    ]


def _initiative_rows(table: pl.DataFrame) -> list[_Row]:
    """Return what initiatives hang on; of those that come or go first that they do, then only what there is."""
    rows: list[_Row] = []
    for row in table.iter_rows(named=True):
        head = ("initiative", row["initiative"], row["label"] or row["initiative"])
        if {"gone", "new"} & set(row["effects"]):
            rows.append((*head, "recorded", *((1, 0) if "gone" in row["effects"] else (0, 1))))
        for name in SUPPORTS:
            was, now = row[f"{name}_before"], row[f"{name}_after"]
            if (was or 0) != (now or 0):
                rows.append((*head, name, was, now))
    return rows


def _cell_rows(kind: str, cells: pl.DataFrame) -> list[_Row]:
    """
    Return the cells with another value, and of the others what they lose or gain.

    The counts of a cell are of what makes its value, so with another value they count something else.
    """
    names = cells.columns[: cells.columns.index("value_before")]
    rows: list[_Row] = []
    for row in cells.iter_rows(named=True):
        changed = row["value_before"] != row["value_after"]
        label = " × ".join(str(row[name]) for name in names)
        for what in ("value",) if changed else ("initiatives", "actors"):
            was, now = row[f"{what}_before"], row[f"{what}_after"]
            if was != now and (what != "actors" or now <= 1):
                rows.append((kind, None, label, what, was, now))
    return rows


def _tie_rows(ties: pl.DataFrame | None) -> list[_Row]:
    if ties is None:
        return []
    return [
        ("tie", f"{a} {b}", f"{label_a} – {label_b}", "shared", was, now)
        for a, b, label_a, label_b, was, now in ties.iter_rows()
    ]


def _text(value: object) -> str:
    if value is None:
        return _GONE
    return f"{value:.6g}" if isinstance(value, float) else str(value)
