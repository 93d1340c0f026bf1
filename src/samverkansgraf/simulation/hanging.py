"""What hangs on whom: what would be lost if each actor, sector, funder or source alone left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.network import tie_matrix
from samverkansgraf.simulation.changes import KINDS, funder_roles, leaving, name_of
from samverkansgraf.simulation.comparison import (
    MOST_TIES_LISTED,
    cut_off,
    initiatives_compared,
    pairs_reaching,
)
from samverkansgraf.simulation.removal import without
from samverkansgraf.simulation.snapshot import Snapshot
from samverkansgraf.simulation.what_if import closed_by
from samverkansgraf.ties import pair_count_bound

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language
    from samverkansgraf.simulation.changes import Kind

#: What may be taken one at a time, as commands name it.
EACH: Final[dict[str, Kind]] = {f"{kind}s": kind for kind in KINDS}

_EFFECTS: Final = ("gone", "no_actor", "one_actor", "no_lead", "no_funder", "no_agreement")
_COLUMNS: Final = (
    "initiatives",
    *_EFFECTS,
    "cells_uncovered",
    "cells_changed",
    "ties",
    "cut_off",
    "pairs_apart",
)
_S, _I = pl.String(), pl.Int64()


def what_hangs_on_each(
    frames: Frames,
    bounds: Bounds,
    each: str,
    *,
    at: date | None = None,
    by: tuple[str, ...] = ("district", "theme"),
    language: Language = "sv",
    keep_empty: bool = False,
) -> pl.DataFrame:
    """
    Return what would be lost if each one alone left, those on which most hangs first.

    Parameters
    ----------
    frames, bounds, at, by, language, keep_empty
        As :func:`~samverkansgraf.simulation.simulated` has them.
    each
        ``actors``, ``sectors``, ``funders``, ``sources``, ``initiatives`` or ``agreements``. Those that support nothing
        at the moment are left out.

    Returns
    -------
    losses
        ``kind, id, label``; ``initiatives`` (not over, that it takes part in, funds, governs or tells of); of these how many
        would be ``gone`` (nothing else tells of them, or it is the initiative itself), have ``no_actor`` recorded, ``one_actor`` only, ``no_lead``, ``no_funder``, ``no_agreement``, each
        where it was otherwise before; ``cells_uncovered`` (covered before, not after) and ``cells_changed`` (another value);
        ``ties`` (pairs of other actors that no longer share an initiative; null where there are too many to go through); ``cut_off`` and ``pairs_apart`` (actors, and pairs
        of them, that stay and no longer reach each other). All are counts; sorted by ``no_actor`` and ``gone`` together,
        then ``cells_uncovered``, ``pairs_apart``, ``one_actor``, ``no_lead``, ``no_funder``, ``initiatives``, then label and id.

    Raises
    ------
    UsageError
        ``each`` or a dimension is unknown.
    """
    if each not in EACH:
        remedy = did_you_mean(each, EACH) or f"use one of {', '.join(EACH)}"
        raise UsageError(f"each: {each!r} is unknown; {remedy}")
    kind = EACH[each]
    before = Snapshot(frames=frames, bounds=bounds, at=at, by=by, language=language)
    rows = []
    for iri, initiatives in _candidates(before, kind):
        left = leaving(frames, kind, iri)
        after = before.of(without(frames, [left]))
        label = name_of(frames, left, language)
        rows.append(
            (kind, iri, label, initiatives, *_losses(before, after, left.actors, kind, keep_empty=keep_empty))
        )
    table = pl.DataFrame(
        rows, schema={"kind": _S, "id": _S, "label": _S, **dict.fromkeys(_COLUMNS, _I)}, orient="row"
    )
    weight = [
        pl.col("no_actor") + pl.col("gone"),
        *(
            pl.col(one)
            for one in ("cells_uncovered", "pairs_apart", "one_actor", "no_lead", "no_funder", "initiatives")
        ),
    ]
    return table.sort(*weight, "label", "id", descending=[True] * len(weight) + [False, False])


def _candidates(before: Snapshot, kind: Kind) -> Iterator[tuple[str, int]]:
    """Yield what may leave and how many initiatives it has to do with, by IRI."""
    frames, there = before.frames, before.initiatives.select("initiative")
    if kind == "initiative":
        yield from ((one, 1) for one in there["initiative"].sort())
        return
    if kind == "agreement":
        rows = before.running.select("agreement", initiative="governs").explode("initiative")
    elif kind == "source":
        rows = pl.concat(
            table.select("initiative", source="sources").explode("source").drop_nulls()
            for table in (frames.initiatives, frames.placements, frames.participations)
        )
        others = frames.sources.select("source", initiative=pl.lit(None, dtype=_S))
        rows = pl.concat([rows.select("source", "initiative"), others])
    elif kind == "funder":
        paying = frames.participations.filter(pl.col("role").is_in(funder_roles(frames)))
        rows = paying.select("actor", "initiative")
    else:
        rows = before.taking_part.select("actor", "initiative")
        if kind == "sector":
            sectors = frames.actors.select("actor", "sector").drop_nulls().unique("actor")
            rows = rows.join(_upwards(frames, sectors), on="actor").select("sector", "initiative")
    key = rows.columns[0]
    # A source that only agreements, claims or searches rest on stays in the list with no initiative.
    counted = rows.join(there, on="initiative", how="left" if kind in {"source", "agreement"} else "semi")
    known = pl.col("initiative").is_in(there["initiative"].to_list())
    yield from (
        counted.group_by(key)
        .agg(pl.col("initiative").filter(known).n_unique().cast(_I))
        .sort(key)
        .iter_rows()
    )


def _upwards(frames: Frames, sectors: pl.DataFrame) -> pl.DataFrame:
    """Return ``actor, sector`` with the broader sectors too."""
    steps = frames.concepts.select(sector="concept", above="broader").explode("above").drop_nulls()
    found = sectors
    while True:
        more = found.join(steps, on="sector").select("actor", sector="above")
        grown = pl.concat([found, more]).unique()
        if grown.height == found.height:
            return found
        found = grown


def _losses(
    before: Snapshot, after: Snapshot, actors: frozenset[str], kind: Kind, *, keep_empty: bool
) -> tuple[int | None, ...]:
    effects = initiatives_compared(before, after)["effects"].explode().drop_nulls().to_list()
    closed = closed_by(before, after) if kind in {"actor", "sector"} and not keep_empty else ()
    leaves = actors if kind in {"actor", "sector"} else frozenset()
    uncovered = changed = 0
    if closed or kind in {"source", "initiative"} or "sector" in before.by:
        after = after.of(after.frames, closed=closed)
        was, now = before.cells()["value"], after.cells()["value"]
        changed = int((was != now).sum())
        uncovered = int(((was == "covered") & (now != "covered")).sum())
    ties: int | None = 0
    apart = loose = 0
    if kind not in {"agreement", "funder"}:
        reached, still, _ = pairs_reaching(before, after, leaves)
        apart, loose = reached - still, len(cut_off(before, after, leaves))
        if kind in {"source", "initiative"}:
            many = pair_count_bound(before.frames, before.selection) > MOST_TIES_LISTED
            ties = None if many else _ties(before) - _ties(after)
    return (*(effects.count(one) for one in _EFFECTS), uncovered, changed, ties, loose, apart)


def _ties(snapshot: Snapshot) -> int:
    return int(tie_matrix(snapshot.network)[1].nnz) // 2
