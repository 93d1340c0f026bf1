"""Chains of part-of, broader and member, followed to their end."""

from __future__ import annotations

import polars as pl


def edges(frame: pl.DataFrame, below: str, above: str, *, sure: bool = True) -> pl.DataFrame:
    """Return ``below, above, sure`` from a column of ids and a column of lists."""
    return (
        frame.select(below=pl.col(below), above=pl.col(above))
        .explode("above")
        .drop_nulls()
        .with_columns(sure=pl.lit(sure))
    )


def transitive(steps: pl.DataFrame) -> pl.DataFrame:
    """
    Return every pair that a chain of steps joins.

    Parameters
    ----------
    steps
        Columns ``below, above, sure``. Cycles are followed once round.

    Returns
    -------
    pairs
        The same columns, one row for each pair; sure where some chain has sure steps only.

    Examples
    --------
    >>> steps = pl.DataFrame({"below": ["a", "b"], "above": ["b", "c"], "sure": [True, False]})
    >>> transitive(steps).sort("below", "above").rows()
    [('a', 'b', True), ('a', 'c', False), ('b', 'c', False)]
    """
    pairs = _distinct(steps)
    while pairs.height:
        longer = pairs.join(pairs, left_on="above", right_on="below", how="inner").select(
            "below", above="above_right", sure=pl.col("sure") & pl.col("sure_right")
        )
        if longer.is_empty():
            break
        grown = _distinct(pl.concat([pairs, longer]))
        if grown.height == pairs.height and grown["sure"].sum() == pairs["sure"].sum():
            break
        pairs = grown
    return pairs


def reflexive(pairs: pl.DataFrame, things: pl.Series) -> pl.DataFrame:
    """Return the pairs and each thing with itself."""
    selves = pl.DataFrame({"below": things, "above": things}).with_columns(sure=pl.lit(value=True))
    return _distinct(pl.concat([pairs, selves]))


def _distinct(pairs: pl.DataFrame) -> pl.DataFrame:
    return pairs.group_by("below", "above").agg(pl.col("sure").any())
