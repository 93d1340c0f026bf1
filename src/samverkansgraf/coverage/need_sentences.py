"""What the tables of need, of what is expected, of equity and of coding say, in whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.coverage.need_figures import chosen_indicators, need_figures
from samverkansgraf.coverage.need_words import decimal, text
from samverkansgraf.coverage.words import percent
from samverkansgraf.project import Need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.coverage.coding import CodingAgreement
    from samverkansgraf.coverage.equity import Spread
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language


def need_in_words(
    table: pl.DataFrame,
    frames: Frames,
    *,
    indicators: Sequence[str] = (),
    told: Need | None = None,
    period: str | None = None,
    language: Language,
) -> list[str]:
    """
    Return what need is told from, how the gap is made, and how much of the ranking is not known.

    Parameters
    ----------
    table
        What :func:`~samverkansgraf.coverage.need.need_gaps` returned.
    frames, indicators, told, period
        What it was asked of.
    language
        Swedish or English.
    """
    told = told or Need()
    places = table["place"].to_list()
    figures = [
        need_figures(frames, places, name, lower=name in told.lower, period=period)
        for name in chosen_indicators(indicators, told)
    ]
    named = "; ".join(
        text(
            "need_figure",
            language,
            indicator=one.indicator,
            period=one.period,
            high=text("low" if one.lower else "high", language),
        )
        for one in figures
    )
    sentences = [text("need", language, figures=named)]
    sentences += [text("need_steps", language, indicator=one.indicator) for one in figures if one.steps]
    cells = int(table["cells"].sum())
    unknown = int(table["not_searched"].sum()) + int(table["indirect"].sum())
    ranked = table.drop_nulls("rank")
    if ranked.height:
        settled = ranked.filter(pl.col("rank_low") == pl.col("rank_high")).height
        share = percent(unknown / cells, language)
        sentences.append(text("need_unknown", language, share=share, settled=settled, ranked=ranked.height))
    if table.height > ranked.height:
        sentences.append(text("need_left_out", language, n=table.height - ranked.height))
    return sentences


def expected_in_words(table: pl.DataFrame, *, language: Language) -> list[str]:
    """Return what is fewer than expected by :func:`~samverkansgraf.coverage.expected.observed_and_expected`, or why nothing is said."""
    fitted = table.drop_nulls("expected")
    if fitted.is_empty():
        reasons = table["reason"].drop_nulls().unique(maintain_order=True).to_list()
        return [f"{reason[:1].upper()}{reason[1:]}." for reason in reasons]
    named = {
        verdict: ", ".join(fitted.filter(pl.col("verdict") == verdict)["district"]) or text("none", language)
        for verdict in ("fewer", "perhaps_fewer")
    }
    few = text("expected_few", language, fewer=named["fewer"], perhaps=named["perhaps_fewer"])
    return [text("expected", language), few]


def equity_in_words(table: pl.DataFrame, spread: Spread, *, language: Language) -> list[str]:
    """Return what :func:`~samverkansgraf.coverage.equity.equity` measured the spread of, and how sure it is."""
    per = "equity_people" if spread.per == "inhabitant" else "equity_districts"
    return [
        text(per, language),
        text(
            "equity",
            language,
            samples=table["samples"][0],
            seed=table["seed"][0],
            unknown=int(spread.rows.select(pl.sum_horizontal("not_searched", "indirect")).sum().item() or 0),
            districts=spread.rows.height,
        ),
    ]


def coding_in_words(agreement: CodingAgreement | None, *, language: Language) -> str:
    """Return how well those who coded themes agree, for the methods; that nobody has tried is said too."""
    if agreement is None:
        return text("coding_none", language)
    what = text("by_initiative" if agreement.unit == "initiative" else "by_pair", language)
    about = {"coders": agreement.coders, "units": agreement.units, "what": what}
    if agreement.reason is not None:
        return text("coding_undefined", language, **about, reason=text(agreement.reason, language))
    numbers = {name: decimal(getattr(agreement, name), language) for name in ("alpha", "low", "high")}
    return text("coding", language, **about, **numbers)


def theme_by_label(code: str | None, language: Language) -> str | None:
    """Return how ``theme_by`` of :func:`~samverkansgraf.coverage.coding.theme_basis` reads."""
    return None if code is None else text(f"theme_by_{code}", language)
