"""When a participation held, as far as dates tell: what no date rules out, and what dates leave no doubt of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from samverkansgraf.dates import DateBounds

#: The bounds of a beginning and an end, as the frames have them.
SIDES: Final = ("start_earliest", "start_latest", "end_earliest", "end_latest")


def with_dates(participations: pl.DataFrame, initiatives: pl.DataFrame) -> pl.DataFrame:
    """
    Return participations with the bounds they have after their initiatives are asked.

    A participation without a start (or an end) of its own began no earlier (ended no later) than its initiative. That
    it also began as early, or lasted as long, nobody has said: these bounds stay open. Null is no bound.

    Returns
    -------
    participations
        The same rows in the same order; ``start_earliest`` and ``end_latest`` are filled in.
    """
    of_initiative = initiatives.select("initiative", of_start="start_earliest", of_end="end_latest").unique(
        "initiative", keep="first", maintain_order=True
    )

    def own(which: str) -> pl.Expr:
        return pl.any_horizontal(pl.col(which, f"{which}_earliest", f"{which}_latest").is_not_null())

    return (
        participations.join(of_initiative, on="initiative", how="left", maintain_order="left")
        .with_columns(
            pl.when(own("start")).then("start_earliest").otherwise("of_start").alias("start_earliest"),
            pl.when(own("end")).then("end_latest").otherwise("of_end").alias("end_latest"),
        )
        .select(participations.columns)
    )


def not_ruled_out(moment: DateBounds) -> pl.Expr:
    """
    Tell of a row with :data:`SIDES` whether it may have held on some day of a date.

    It did not if it surely ended before the date, or surely had not begun.
    """
    kept = pl.lit(value=True)
    if moment.latest is not None:
        kept &= (pl.col("start_earliest") <= moment.latest).fill_null(value=True)
    if moment.earliest is not None:
        kept &= (pl.col("end_latest") >= moment.earliest).fill_null(value=True)
    return kept
