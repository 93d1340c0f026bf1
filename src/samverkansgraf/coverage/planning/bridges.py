"""
Missing bridges: two actors in the same district and theme who share nothing, but have partners in common.

They are suggestions, computed when asked for; nothing stores or draws them as ties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl
from scipy import sparse

from samverkansgraf.coverage.dimensions import DIMENSIONS
from samverkansgraf.coverage.districts import of_division
from samverkansgraf.coverage.grades import NOT_COVERING, graded_initiatives, is_sourced, moment, row_grade
from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.ties import Selection, selected_participations, standing_as, tied_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: More pairs than this are not listed.
MOST_PAIRS: Final = 100_000

_PLACES: Final = ("district", "theme")


def missing_bridges(
    frames: Frames,
    bounds: Bounds,
    *,
    by: Sequence[str] = ("district", "theme"),
    at: str | date | None = None,
    partners: int = 2,
    language: Language = "sv",
    division: str | None = None,
) -> pl.DataFrame:
    """
    Return the pairs of actors who act in the same cell, share no initiative and have partners in common.

    Parameters
    ----------
    frames, bounds, at, language, division
        As :func:`~samverkansgraf.coverage.cells.coverage` has them.
    by
        What a cell is of: ``district``, ``theme`` or both.
    partners
        The least number of partners in common; none of an owner group of the two.

    Returns
    -------
    bridges
        A row for each pair and cell: ``actor_a, actor_b`` (labels, a before b in code-point order), the labels of the cell,
        ``partners`` (a count), ``partner_groups`` (the same with each owner group once: two units of the city are one way to
        meet), ``partners_in_common`` (labels), ``introducers`` (the best placed of
        these to introduce them, at most three: those who act in the cell first, then those who share most with the one they share
        less with), ``initiatives_a``, ``initiatives_b`` (labels of what each takes part in there) and ``groups_meet`` (their owner
        groups share an initiative by way of others). Sorted by ``partner_groups`` and ``partners``, the most first, then by the
        labels. An isolate is in no row.

    Raises
    ------
    UsageError
        A dimension is unknown or has nothing in bounds, or the pairs are too many.

    Notes
    -----
    An actor acts in a cell by a tie-making participation, stated or stated in part, of an initiative with the theme that is
    stated to be there; a participation's own districts and themes stand in the initiative's stead. Partners share an initiative
    that is no set. A pair that has any initiative (in whatever role, certainty or time) or agreement in common is not
    missing a bridge, nor are two of one owner group: an owner, what it owns and the units of both. Collectives that
    nobody has listed are left out.

    Examples
    --------
    >>> from samverkansgraf.frames import Frames, frame
    >>> from samverkansgraf.project import Bounds
    >>> places = frame("places", [{"place": "urn:b", "label": "Bäckby"}])
    >>> missing_bridges(Frames.of(places=places), Bounds(districts=("urn:b",)), by=["district"]).height
    0
    """
    names = (by,) if isinstance(by, str) else tuple(by)
    for name in names:
        if name not in _PLACES:
            remedy = did_you_mean(name, _PLACES) or "use district, theme or both"
            raise UsageError(f"plan, bridges: '{name}' is no dimension of bridges; {remedy}")
    if partners < 1:
        raise UsageError(f"plan, bridges: {partners} partners in common are none; give 1 or more")
    bounds = of_division(frames, bounds, division)
    cells = {name: DIMENSIONS[name].cells(frames, bounds, language) for name in names}
    for name, some in cells.items():
        if some.is_empty():
            rest = ", ".join(other for other in names if other != name) or "the other one"
            raise UsageError(f"plan, bridges: there is no {name} in bounds; use --by {rest}")
    when = None if at is None or at == "ever" else str(at)
    selection = Selection(at=when)
    acting = _acting(frames, names, cells, at, selection)
    ties = tied_pairs(frames, selection).select("actor_a", "actor_b", shared=pl.col("initiatives").list.len())
    group = standing_as(frames.actors, Selection(owners="merged"))
    found = _pairs(acting, ties, group, apart_from=_sharing(frames), names=names, partners=partners)
    return _in_words(frames, found, acting=acting, ties=ties, group=group, cells=cells)


def _acting(
    frames: Frames,
    names: Sequence[str],
    cells: Mapping[str, pl.DataFrame],
    at: str | date | None,
    selection: Selection,
) -> pl.DataFrame:
    """Return ``actor, initiative`` and the number of the cell in each dimension, of who surely acts there."""
    when = moment(at)
    running = graded_initiatives(frames, when).filter(pl.col("grade") < NOT_COVERING).select("initiative")
    rows = (
        selected_participations(frames, selection)
        .filter(is_sourced())
        .join(running, on="initiative", how="semi")
        .select("actor", "initiative", "participation", "places", "themes")
    )
    placed = frames.placements.filter(is_sourced()).select("initiative", "place", row_grade(when))
    of = {
        "district": placed.filter(pl.col("grade") < NOT_COVERING).select("initiative", term="place").unique(),
        "theme": frames.initiatives.select("initiative", term="themes").explode("term").drop_nulls().unique(),
    }
    for name in names:
        own = "places" if name == "district" else "themes"
        has_own = pl.col(own).list.len().fill_null(0) > 0
        mine = rows.filter(has_own).with_columns(term=pl.col(own)).explode("term")
        its = rows.filter(~has_own).join(of[name], on="initiative")
        reach = DIMENSIONS[name].reach(frames, cells[name]).filter(pl.col("grade") < NOT_COVERING)
        rows = (
            pl.concat([mine.select(*rows.columns, "term"), its.select(*rows.columns, "term")])
            .join(reach.select("term", pl.col("cell").alias(name)), on="term")
            .drop("term")
            .unique(["participation", *(one for one in names if one in rows.columns), name])
        )
    return rows.select("actor", "initiative", *names).unique().sort("actor", "initiative", *names)


def _sharing(frames: Frames) -> set[tuple[str, str]]:
    """Return the pairs of actors, both ways, who have any initiative or agreement in common."""
    parties = frames.agreements.select(common="agreement", actor="parties").explode("actor").drop_nulls()
    took_part = frames.participations.select(common="initiative", actor="actor").drop_nulls()
    rows = pl.concat([took_part, parties]).unique()
    pairs = rows.join(rows, on="common", suffix="_b").filter(pl.col("actor") != pl.col("actor_b"))
    return set(pairs.select("actor", "actor_b").unique().iter_rows())


def _pairs(
    acting: pl.DataFrame,
    ties: pl.DataFrame,
    group: Mapping[str, str],
    *,
    apart_from: set[tuple[str, str]],
    names: Sequence[str],
    partners: int,
) -> list[tuple[str, str, tuple[int, ...], int]]:
    """Return the two actors, their cell, and how many partners they have in common."""
    actors = sorted({*ties["actor_a"], *ties["actor_b"]})
    place = {actor: number for number, actor in enumerate(actors)}
    met = [
        (place[one], place[other])
        for a, b in ties.select("actor_a", "actor_b").iter_rows()
        for one, other in ((a, b), (b, a))
        if group.get(one, one) != group.get(other, other)
    ]
    has = sparse.csr_array(
        (np.ones(len(met), dtype=np.int64), tuple(np.array(met, dtype=np.int64).reshape(-1, 2).T)),
        shape=(len(actors), len(actors)),
    )
    found = []
    for key, rows in (
        acting.select("actor", *names).unique(maintain_order=True).group_by(names, maintain_order=True)
    ):
        there = sorted(set(rows["actor"]) & set(place))
        numbers = [place[actor] for actor in there]
        common = sparse.triu(has[numbers] @ has[numbers].T, k=1).tocoo()
        for one, other, count in zip(common.row, common.col, common.data, strict=True):
            a, b = there[one], there[other]
            if count < partners or (a, b) in apart_from or group.get(a, a) == group.get(b, b):
                continue
            found.append((a, b, tuple(int(str(part)) for part in key), int(count)))
            if len(found) > MOST_PAIRS:
                raise UsageError(
                    f"plan, bridges: more than {MOST_PAIRS:,} pairs; ask for more partners in common (--partners)"
                )
    return found


def _in_words(
    frames: Frames,
    found: Sequence[tuple[str, str, tuple[int, ...], int]],
    *,
    acting: pl.DataFrame,
    ties: pl.DataFrame,
    group: Mapping[str, str],
    cells: Mapping[str, pl.DataFrame],
) -> pl.DataFrame:
    names = tuple(cells)
    labels = dict(frames.actors.select("actor", "label").iter_rows())
    titles = dict(frames.initiatives.select("initiative", "label").iter_rows())
    heads = {name: cells[name]["label"].to_list() for name in names}
    shared: dict[str, dict[str, int]] = {}
    for a, b, times in ties.iter_rows():
        shared.setdefault(a, {})[b] = times
        shared.setdefault(b, {})[a] = times
    there: dict[tuple[int, ...], dict[str, set[str]]] = {}
    for actor, initiative, *numbers in acting.select("actor", "initiative", *names).iter_rows():
        there.setdefault(tuple(numbers), {}).setdefault(actor, set()).add(initiative)
    meeting = {(group.get(a, a), group.get(b, b)) for a, b in ties.select("actor_a", "actor_b").iter_rows()}
    meeting |= {(b, a) for a, b in meeting}

    def called(actor: str) -> str:
        return labels.get(actor) or actor

    rows: list[dict[str, Any]] = []
    for one, other, key, count in found:
        a, b = sorted((one, other), key=lambda actor: (called(actor), actor))
        groups = {group.get(a, a), group.get(b, b)}
        common = [
            actor for actor in shared[a] if actor in shared[b] and group.get(actor, actor) not in groups
        ]
        here = there[key]

        def rank(
            actor: str, a: str = a, b: str = b, here: dict[str, set[str]] = here
        ) -> tuple[bool, int, str, str]:
            return actor not in here, -min(shared[a][actor], shared[b][actor]), called(actor), actor

        rows.append(
            {
                "actor_a": called(a),
                "actor_b": called(b),
                **{name: heads[name][number] for name, number in zip(names, key, strict=True)},
                "partners": count,
                "partner_groups": len({group.get(actor, actor) for actor in common}),
                "partners_in_common": sorted(called(actor) for actor in common),
                "introducers": [called(actor) for actor in sorted(common, key=rank)[:3]],
                "initiatives_a": sorted(titles.get(each) or each for each in here[a]),
                "initiatives_b": sorted(titles.get(each) or each for each in here[b]),
                "groups_meet": (group.get(a, a), group.get(b, b)) in meeting,
            }
        )
    text, texts = pl.String(), pl.List(pl.String())
    schema = {
        "actor_a": text, "actor_b": text, **dict.fromkeys(names, text), "partners": pl.Int64(), "partner_groups": pl.Int64(),
        **dict.fromkeys(("partners_in_common", "introducers", "initiatives_a", "initiatives_b"), texts),
        "groups_meet": pl.Boolean(),
    }  # fmt: skip
    frame = pl.DataFrame(rows, schema=schema)
    return frame.sort(
        "partner_groups", "partners", "actor_a", "actor_b", *names,
        descending=[True, True, *[False] * (2 + len(names))],
    )  # fmt: skip
