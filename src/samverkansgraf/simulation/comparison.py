"""Two snapshots side by side: what initiatives, cells, actors, ties and agreements lose, or gain."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.simulation.snapshot import SUPPORTS
from samverkansgraf.ties import pair_count_bound, tied_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.simulation.snapshot import Snapshot

#: Beyond so many meetings of two actors, single ties are not listed.
MOST_TIES_LISTED: Final = 2_000_000

_S, _I, _F, _L = pl.String(), pl.Int64(), pl.Float64(), pl.List(pl.String())


def initiatives_compared(before: Snapshot, after: Snapshot) -> pl.DataFrame:
    """
    Return the initiatives that hang on something else than before.

    Returns
    -------
    initiatives
        ``initiative, label``, ``actors_before, actors_after`` and the same of ``leads``, ``funders`` and ``agreements``
        (see :attr:`Snapshot.initiatives`; null where the initiative is not there), ``only_actor`` (the label of the one that
        is left, if one is) and ``effects``: ``gone``, ``new``, ``no_actor``, ``one_actor``, ``no_lead``, ``no_funder``,
        ``no_agreement``, each only where it was otherwise before; none where there are only fewer or more.
    """
    whole = before.initiatives.join(
        after.initiatives, on="initiative", how="full", suffix="_after", coalesce=True
    )
    was, now = pl.col("label").is_not_null(), pl.col("label_after").is_not_null()
    stays = was & now
    effects = {
        "gone": was & ~now,
        "new": now & ~was,
        "no_actor": stays & (pl.col("actors") > 0) & (pl.col("actors_after") == 0),
        "one_actor": stays & (pl.col("actors") > 1) & (pl.col("actors_after") == 1),
        "no_lead": stays & (pl.col("leads") > 0) & (pl.col("leads_after") == 0),
        "no_funder": stays & (pl.col("funders") > 0) & (pl.col("funders_after") == 0),
        "no_agreement": stays & (pl.col("agreements") > 0) & (pl.col("agreements_after") == 0),
    }
    named = pl.concat([after.frames.actors, before.frames.actors]).unique(
        "actor", keep="first", maintain_order=True
    )
    changed = pl.any_horizontal(pl.col(one).ne_missing(pl.col(f"{one}_after")) for one in SUPPORTS)
    listed = pl.concat_list(
        pl.when(holds.fill_null(value=False)).then(pl.lit(name)) for name, holds in effects.items()
    )
    return (
        whole.filter(changed | ~stays)
        .join(named.select(only_actor_after="actor", only="label"), on="only_actor_after", how="left")
        .select(
            "initiative",
            pl.coalesce("label", "label_after").alias("label"),
            *(
                pl.col(f"{one}{old}").alias(f"{one}_{when}")
                for one in SUPPORTS
                for old, when in (("", "before"), ("_after", "after"))
            ),
            only_actor=pl.coalesce("only", "only_actor_after"),
            effects=listed.list.drop_nulls().cast(_L),
        )
        .sort(pl.col("effects").list.len(), "label", "initiative", descending=[True, False, False])
    )


def cells_compared(before: Snapshot, after: Snapshot, by: tuple[str, ...] | None = None) -> pl.DataFrame:
    """
    Return the cells of the coverage that another value or other counts than before stand in.

    Returns
    -------
    cells
        A column of labels for each dimension, then ``value_before, value_after`` and the same of ``initiatives``,
        ``actors`` and ``sources``, as :func:`~samverkansgraf.coverage.coverage` counts them: those that make the cell what it is,
        so that where the value differs they count different things. In the order of the coverage.
    """
    names = list(by or before.by)
    counts = ("value", "initiatives", "actors", "sources")
    old, new = before.cells(by), after.cells(by)  # the same bounds give the same rows in the same order
    table = old.select(*names, *(pl.col(one).alias(f"{one}_before") for one in counts)).hstack(
        new.select(pl.col(one).alias(f"{one}_after") for one in counts)
    )
    differs = pl.any_horizontal(pl.col(f"{one}_before").ne_missing(pl.col(f"{one}_after")) for one in counts)
    return table.filter(differs).select(
        *names, *(f"{one}_{when}" for one in counts for when in ("before", "after"))
    )


def actors_compared(before: Snapshot, after: Snapshot, leaving: Iterable[str]) -> pl.DataFrame:
    """
    Return the actors that leave, take part in less or more, or come apart from those they reached.

    Returns
    -------
    actors
        ``actor, label, initiatives_before, initiatives_after`` (in the network), ``reached_before, reached_after`` (the
        other actors that it reaches through ties) and ``effect``: ``leaves``; ``not_in_network`` (it takes part in nothing
        else that is recorded); ``cut_off`` (it is outside the largest part that its component leaves behind, those who
        leave left out; of several largest that with the first IRI counts as what remains); ``enters``; or null.
    """
    gone = set(leaving)
    sizes = [_actor_sizes(one) for one in (before, after)]
    both = sizes[0].join(sizes[1], on="actor", how="full", suffix="_after", coalesce=True)
    apart = cut_off(before, after, gone)
    there, now = pl.col("reached").is_not_null(), pl.col("reached_after").is_not_null()
    effect = (
        pl.when(pl.col("actor").is_in(gone))
        .then(pl.lit("leaves"))
        .when(there & ~now)
        .then(pl.lit("not_in_network"))
        .when(pl.col("actor").is_in(apart))
        .then(pl.lit("cut_off"))
        .when(now & ~there)
        .then(pl.lit("enters"))
    )
    labels = (
        pl.concat([before.frames.actors, after.frames.actors])
        .unique("actor", keep="first")
        .select("actor", "label")
    )
    columns = ("initiatives", "reached")
    fewer = pl.col("initiatives").ne_missing(pl.col("initiatives_after"))
    rank = pl.col("effect").replace_strict(
        {"leaves": 0, "not_in_network": 1, "cut_off": 2, "enters": 3}, default=4, return_dtype=pl.Int8
    )
    return (
        both.with_columns(effect=effect)
        .filter(pl.col("effect").is_not_null() | fewer)
        .join(labels, on="actor", how="left")
        .select(
            "actor",
            pl.col("label").fill_null(pl.col("actor")),
            *(
                pl.col(f"{one}{old}").alias(f"{one}_{when}")
                for one in columns
                for old, when in (("", "before"), ("_after", "after"))
            ),
            "effect",
        )
        .sort(rank, "label", "actor")
    )


def _actor_sizes(snapshot: Snapshot) -> pl.DataFrame:
    part = snapshot.parts.with_columns(reached=pl.len().over("part").cast(pl.Int64) - 1)
    taking = snapshot.links.group_by("actor").agg(initiatives=pl.len().cast(pl.Int64))
    return part.join(taking, on="actor", how="left").select(
        "actor", pl.col("initiatives").fill_null(0), "reached"
    )


def cut_off(before: Snapshot, after: Snapshot, leaving: Iterable[str]) -> set[str]:
    """Return the actors that stay but are outside the largest part left of their component; see above."""
    groups: dict[int, dict[str, set[str]]] = {}
    for actor, was, now in _staying(before, after, leaving).iter_rows():
        groups.setdefault(was, {}).setdefault(actor if now is None else str(now), set()).add(actor)
    apart: set[str] = set()
    for left in groups.values():
        kept = min(left.values(), key=lambda part: (-len(part), min(part)))
        apart |= {actor for part in left.values() if part is not kept for actor in part}
    return apart


def pairs_reaching(before: Snapshot, after: Snapshot, leaving: Iterable[str]) -> tuple[int, int, int]:
    """Return how many pairs of actors that stay reach each other before, before and after, and after."""
    staying = _staying(before, after, leaving)

    def pairs(*columns: str) -> int:
        sizes = staying.drop_nulls(list(columns)).group_by(columns).len()["len"].cast(pl.Int64)
        return int((sizes * (sizes - 1) // 2).sum())

    return pairs("part"), pairs("part", "part_after"), pairs("part_after")


def _staying(before: Snapshot, after: Snapshot, leaving: Iterable[str]) -> pl.DataFrame:
    """Return ``actor, part, part_after`` of the actors of the network before that do not leave by choice."""
    stay = before.parts.filter(~pl.col("actor").is_in(set(leaving)))
    return stay.join(after.parts, on="actor", how="left", suffix="_after")


def ties_compared(before: Snapshot, after: Snapshot, leaving: Iterable[str]) -> pl.DataFrame | None:
    """
    Return the ties between actors that stay that are lost, weaker, stronger or new.

    Returns
    -------
    ties
        ``actor_a, actor_b, label_a, label_b, shared_before, shared_after``: initiatives they share; null instead of the
        table where there are more than :data:`MOST_TIES_LISTED` meetings to go through.
    """
    if any(pair_count_bound(one.frames, one.selection) > MOST_TIES_LISTED for one in (before, after)):
        return None
    gone = set(leaving)
    old, new = (
        tied_pairs(one.frames, one.selection)
        .filter(~pl.any_horizontal(pl.col("actor_a", "actor_b").is_in(gone)))
        .select("actor_a", "actor_b", shared=pl.col("initiatives").list.len().cast(_I))
        for one in (before, after)
    )
    both = old.join(new, on=["actor_a", "actor_b"], how="full", suffix="_after", coalesce=True)
    labels = (
        pl.concat([before.frames.actors, after.frames.actors])
        .unique("actor", keep="first")
        .select("actor", "label")
    )
    for end in "ab":
        named = labels.select(pl.col("actor").alias(f"actor_{end}"), pl.col("label").alias(f"label_{end}"))
        both = both.join(named, on=f"actor_{end}", how="left")
    return (
        both.select(
            "actor_a",
            "actor_b",
            pl.col("label_a").fill_null(pl.col("actor_a")),
            pl.col("label_b").fill_null(pl.col("actor_b")),
            shared_before=pl.col("shared").fill_null(0),
            shared_after=pl.col("shared_after").fill_null(0),
        )
        .filter(pl.col("shared_before") != pl.col("shared_after"))
        .sort("shared_after", "label_a", "label_b", "actor_a", "actor_b")
    )


def agreements_compared(before: Snapshot, after: Snapshot) -> pl.DataFrame:
    """
    Return the agreements, planned and ended ones left out, that are gone or have fewer parties.

    Returns
    -------
    agreements
        ``agreement, label, parties_before, parties_after``; the last null where the agreement is gone.
    """
    old, new = (
        one.running.select(
            "agreement", "label", parties=pl.col("parties").list.drop_nulls().list.n_unique().cast(_I)
        )
        for one in (before, after)
    )
    both = old.join(new, on="agreement", how="left", suffix="_after")
    return (
        both.filter(pl.col("parties").ne_missing(pl.col("parties_after")))
        .select("agreement", "label", parties_before="parties", parties_after="parties_after")
        .sort("label", "agreement")
    )


def claims_compared(before: Snapshot, after: Snapshot) -> pl.DataFrame:
    """Return ``claim, text, sources_before, sources_after`` of the claims with fewer sources; the last null where gone."""
    text = "text" if before.language == "sv" else "text_en"
    old, new = (
        one.frames.claims.select(
            "claim",
            text=pl.coalesce(text, "text"),
            sources=pl.col("sources").list.drop_nulls().list.n_unique().cast(_I),
        )
        for one in (before, after)
    )
    both = old.join(new, on="claim", how="left", suffix="_after")
    return both.filter(pl.col("sources").ne_missing(pl.col("sources_after"))).select(
        "claim", "text", sources_before="sources", sources_after="sources_after"
    )


def network_compared(before: Snapshot, after: Snapshot, leaving: Iterable[str]) -> pl.DataFrame:
    """
    Return sizes and measures of the network before and after.

    Returns
    -------
    network
        ``measure, before, after``; undefined is null. ``reaching_pairs`` counts the pairs of actors, of those that stay,
        that reach each other through ties; ``pairs_apart`` those of them that no longer do.
    """
    was, both, now = pairs_reaching(before, after, leaving)
    rows = [(name, float(value), float(after.whole[name])) for name, value in before.whole.items()]
    rows += [("reaching_pairs", float(was), float(now)), ("pairs_apart", 0.0, float(was - both))]
    shown = [(name, *(None if isnan(value) else value for value in values)) for name, *values in rows]
    return pl.DataFrame(shown, schema={"measure": _S, "before": _F, "after": _F}, orient="row")
