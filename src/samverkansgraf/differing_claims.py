"""Claims that say different things of one matter: those that differ, and those that dispute one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.vocabulary import iri, sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames

_SCHEMA: Final = {
    "matter": pl.String(), "property": pl.String(), "claim": pl.String(), "about": pl.List(pl.String()),
}  # fmt: skip
#: The relations of claims that say different things: column of the frame -> the predicate's IRI.
RELATIONS: Final = {"disputes": iri("cito:disputes"), "differs_from": sg("differsFrom")}


def other_sides(frames: Frames) -> pl.DataFrame:
    """
    Return which claims say something else than which.

    Returns
    -------
    other_sides
        ``claim``, ``property`` (the predicate's IRI), ``other``, both ways whichever of the two states
        it, without repetitions, sorted. A claim is no other side of itself.
    """
    pairs = [
        frames.claims.select("claim", pl.lit(predicate).alias("property"), other=column)
        .explode("other")
        .cast({"other": pl.String})
        for column, predicate in RELATIONS.items()
    ]
    said = pl.concat(pairs).drop_nulls().filter(pl.col("claim") != pl.col("other"))
    turned = said.select(claim="other", property="property", other="claim")
    return pl.concat([said, turned]).unique().sort("property", "claim", "other")


def differing_claims(frames: Frames) -> pl.DataFrame:
    """
    Return the groups of claims that say different things of one matter.

    A group is all claims that one relation joins, directly or through others: three figures for one
    thing are one group.

    Returns
    -------
    differing_claims
        ``matter`` (the group's name: the relation and its first claim), ``property`` (the predicate's
        IRI), ``claim``, ``about`` (all that any claim of the group is about; where none says, the first
        claim that disputes none of the others, or the first), sorted.
    """
    sides = other_sides(frames)
    disputing = set(frames.claims.filter(pl.col("disputes").list.len() > 0)["claim"])
    about = dict(frames.claims.select("claim", "about").iter_rows())
    rows = []
    for which in RELATIONS.values():
        pairs = sides.filter(pl.col("property") == which).select("claim", "other").rows()
        for group in _joined(pairs):
            things = sorted({thing for claim in group for thing in about.get(claim) or ()})
            first = next((claim for claim in group if claim not in disputing), group[0])
            matter = f"{which} {group[0]}"
            rows += [(matter, which, claim, things or [first]) for claim in group]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row").sort("matter", "claim")


def _joined(pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Return the claims that pairs join, directly or through others, each group sorted."""
    others: dict[str, set[str]] = {}
    for claim, other in pairs:
        others.setdefault(claim, set()).add(other)
    groups, seen = [], set[str]()
    for claim in sorted(others):
        if claim in seen:
            continue
        group, new = {claim}, {claim}
        while new:
            new = {other for one in new for other in others.get(one, ())} - group
            group |= new
        seen |= group
        groups.append(sorted(group))
    return groups
