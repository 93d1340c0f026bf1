"""Sentences about what rests on one, is doubled or is old; each says what it does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.aging import OLDER, older_counts
from samverkansgraf.coverage.grades import is_sourced
from samverkansgraf.coverage.sentences import shares_sentence
from samverkansgraf.coverage.target_groups import rows_of_groups
from samverkansgraf.coverage.words import counted_text, date_in_words, number_of, text, whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkansgraf.coverage.tally import Tally
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language


def dependence_in_words(
    table: pl.DataFrame,
    cells: Tally,
    *,
    by: Sequence[str],
    at: str | date | None = None,
    language: Language,
) -> list[str]:
    """
    Return how many of the documented cells rest on one, after what the four values are.

    Parameters
    ----------
    table
        What :func:`~samverkansgraf.coverage.dependence.dependence` returned.
    cells
        The tally of the cells that it was asked of.
    by, at
        Their dimensions and moment.
    language
        Swedish or English.
    """
    covered = cells.by_value.get("covered", 0)
    resting = table.filter(pl.col("value") == "covered").select(*by).unique().height
    planned = table.filter(pl.col("rests_on") == "planned_initiative").height
    sentences = [shares_sentence(cells, language, at=at)]
    if covered:
        rests = {"rests": whole(resting, language), "covered": whole(covered, language)}
        sentences.append(text("dependence", language, **rests))
    if planned:
        told = number_of("cells", planned, language)
        sentences.append(counted_text("dependence_planned", planned, language, cells=told))
    return sentences


def overlaps_in_words(table: pl.DataFrame, frames: Frames, *, language: Language) -> list[str]:
    """Return what the pairs of :func:`~samverkansgraf.coverage.overlaps.overlaps` say and do not say."""
    if table.height:
        return [text("overlaps", language, pairs=number_of("pairs", table.height, language))]
    said = rows_of_groups(frames).filter(is_sourced()).select("initiative")
    without = frames.initiatives.join(said, on="initiative", how="anti")["initiative"].n_unique()
    return [text("overlaps_none", language, without=number_of("initiatives", without, language))]


def older_in_words(table: pl.DataFrame, *, years: int, as_of: date, language: Language) -> list[str]:
    """Return how old is what the cells of :func:`~samverkansgraf.coverage.aging.with_older` rest on."""
    counts = older_counts(table)
    day = date_in_words(as_of.isoformat(), language)
    of = number_of("cells", sum(counts.values()), language)
    numbers = {key: whole(counts[key], language) for key in OLDER}
    return [text("older", language, cells=of, years=years, date=day, **numbers)]
