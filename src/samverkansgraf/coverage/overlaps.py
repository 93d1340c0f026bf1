"""Initiatives for the same group, on the same theme, in the same place, that share no recorded actor: a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.cells import Cells
from samverkansgraf.coverage.counts import present_participations
from samverkansgraf.coverage.grid import distinct
from samverkansgraf.coverage.making import making_of
from samverkansgraf.coverage.words import text
from samverkansgraf.standing import above

if TYPE_CHECKING:
    from datetime import date

    from samverkansgraf.coverage.scope import Scope
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

_BY: Final = ("district", "theme", "target_group")


def overlaps(
    frames: Frames,
    bounds: Bounds,
    *,
    at: str | date | None = None,
    language: Language = "sv",
    division: str | None = None,
) -> pl.DataFrame:
    """
    Return the pairs of initiatives that may do the same for the same people without one another.

    Several providers of one service to one group may be choice and reserve, or duplication; which, the
    sources do not say (Provan & Milward 2001, doi:10.1111/0033-3352.00045). So each row asks.

    Parameters
    ----------
    frames, bounds, at, language, division
        As in :func:`~samverkansgraf.coverage.cells.coverage`.

    Returns
    -------
    pairs
        ``district, theme, target_group, initiative_a, initiative_b`` (labels), ``actors_a``, ``actors_b`` (how many are
        recorded in tie-making roles), ``one_organisation`` (the top organisation, or owner, that actors of both belong to, though no
        actor takes part in both; null where there is none), ``question``, and ``id_a``, ``id_b`` (the IRIs), in the order of the cells.
        Both cover the cell. Left out are pairs of which one is part of, strengthens or is linked with the other, or both
        with one and the same actor, and initiatives with no actor recorded: of these nobody can tell.

    Raises
    ------
    UsageError
        As for :func:`~samverkansgraf.coverage.cells.coverage`.
    """
    cells = Cells(frames, bounds, by=_BY, at=at, language=language, division=division)
    scope = cells.scope_at(cells.periods[0])
    made = making_of(scope, cells.dimensions)
    covering = made.pairs.join(made.values.filter(value="covered"), on="row", how="semi")
    tied = distinct(present_participations(scope).filter("tie"), "initiative", "actor")
    number = tied.group_by("initiative").agg(actors=pl.len().cast(pl.Int64))
    known = covering.join(number, on="initiative")
    both = known.join(known, on="row", suffix="_b").filter(pl.col("initiative") < pl.col("initiative_b"))
    apart = both.join(_shared(tied), on=["initiative", "initiative_b"], how="anti").join(
        _joined(scope), on=["initiative", "initiative_b"], how="anti"
    )
    named = cells.labelled(apart.sort("row", "initiative", "initiative_b"), cells.periods[0])
    named = named.join(
        _one_organisation(scope, tied, apart),
        on=["initiative", "initiative_b"],
        how="left",
        maintain_order="left",
    )
    called = frames.initiatives.select("initiative", "label", id="initiative").unique("initiative")
    labels = scope.with_numbers(called, "initiative")
    for column, name in (("initiative", "initiative_a"), ("initiative_b", "initiative_b")):
        of = labels.select(pl.col("initiative").alias(column), pl.col("label", "id").name.prefix(f"{name}_"))
        named = named.join(of, on=column, how="left", maintain_order="left")
    table = named.select(
        *_BY,
        initiative_a="initiative_a_label",
        initiative_b="initiative_b_label",
        actors_a="actors",
        actors_b="actors_b",
        one_organisation="one_organisation",
        id_a="initiative_a_id",
        id_b="initiative_b_id",
    )
    questions = [_question(row, language) for row in table.iter_rows(named=True)]
    asked = table.with_columns(question=pl.Series(questions, dtype=pl.String))
    return asked.select(pl.exclude("id_a", "id_b"), "id_a", "id_b")


def _question(row: dict[str, str | None], language: Language) -> str:
    key = "overlap_one_organisation" if row["one_organisation"] else "overlap"
    return text(
        key, language, a=row["initiative_a"], b=row["initiative_b"], group=row["target_group"],
        theme=row["theme"], district=row["district"], organisation=row["one_organisation"],
    )  # fmt: skip


def _shared(tied: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of initiatives with an actor in common."""
    return (
        tied.join(tied, on="actor", suffix="_b")
        .filter(pl.col("initiative") < pl.col("initiative_b"))
        .select("initiative", "initiative_b")
        .unique()
    )


def _joined(scope: Scope) -> pl.DataFrame:
    """Return the pairs of initiatives that their own rows join."""
    columns = ("part_of", "strengthens", "related")
    steps = pl.concat(
        [
            scope.frames.initiatives.select("initiative", other=column).explode("other").drop_nulls()
            for column in columns
        ]
    )
    ids = scope.numbers["initiative"]
    pairs = steps.join(ids, on="initiative").join(ids, left_on="other", right_on="initiative", suffix="_b")
    return pairs.select(
        initiative=pl.min_horizontal("number", "number_b"),
        initiative_b=pl.max_horizontal("number", "number_b"),
    ).unique()


def _one_organisation(scope: Scope, tied: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Return ``initiative, initiative_b, one_organisation``: what actors of both are part of or owned by."""
    ids = scope.with_ids(tied, "actor")
    over = above(scope.frames.actors, ids["actor"])
    reached = ids.join(over, on="actor").select("initiative", "kin").unique()
    labels = scope.frames.actors.select(kin="actor", label="label").unique("kin")
    return (
        pairs.select("initiative", "initiative_b")
        .unique()
        .join(reached, on="initiative")
        .join(reached, left_on=["initiative_b", "kin"], right_on=["initiative", "kin"], how="semi")
        .join(labels, on="kin", how="left")
        .group_by("initiative", "initiative_b")
        .agg(one_organisation=pl.col("label").sort().first())
    )
