"""What ``coverage --need``, ``--expected``, ``--equity``, ``--lorenz`` and ``--coding`` show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import polars as pl

    from samverkansgraf.city import City
    from samverkansgraf.cli.coverage_tables import Asked

    Shown = tuple[pl.DataFrame, list[str]]

_TABLES: Final = ("gaps", "expected", "equity", "lorenz", "coding")
_ITS_OWN: Final = {"groups": ("equity",), "samples": ("equity",)}


def need_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what tables of need take."""
    for option in reversed((
        click.option("--need", multiple=True, metavar="INDICATOR",
                     help="Rank districts by it against what is recorded; several: by the mean of their ranks."),
        click.option("--table", type=click.Choice(_TABLES),
                     help="gaps: need against what is recorded (by the project's indicators unless --need); expected: observed "
                     "against expected; equity: indices; lorenz: the curve; coding: themes by phrase or by us."),
        click.option("--groups", metavar="KIND|INDICATOR", help="Of districts, for the parts of Theil's index."),
        click.option("--need-period", metavar="PERIOD", help="Of the indicators; that of most districts unless given."),
        click.option("--samples", type=int, help="Bootstrap samples and permutations; 999 unless given."),
        click.option("--seed", type=int, default=1, show_default=True, help="Of chance."),
    )):  # fmt: skip
        command = option(command)
    return command


def wanted_table(given: Mapping[str, Any]) -> str | None:
    """
    Return the table that is asked for; ``None`` where it is the cells.

    Raises
    ------
    UsageError
        An option belongs to another table.
    """
    table = given["table"] or ("gaps" if given["need"] else None)
    for name, tables in _ITS_OWN.items():
        if given[name] is not None and table not in tables:
            raise UsageError(f"coverage: --{name} belongs to --table {tables[0]}")
    return table


def need_table(city: City, table: str, given: Mapping[str, Any], asked: Asked) -> Shown:
    """Return a table and what it says in words."""
    from samverkansgraf import coverage as room

    about: dict[str, Any] = {"indicators": given["need"], "period": given["need_period"]}
    told, language, at, division = city.settings.need, asked.language, asked.at, asked.division
    match table:
        case "gaps":
            gaps = city.need(**about, at=at, language=language, division=division)
            words = room.need_in_words(gaps, city.frames, **about, told=told, language=language)
            return gaps.drop("place"), words
        case "expected":
            expected = city.expected(**about, at=at, language=language, division=division)
            return expected.drop("place"), room.expected_in_words(expected, language=language)
        case "coding":
            cells = city.theme_basis(asked.by, at=at, language=language, division=division)
            labels = {code: room.theme_by_label(code, language) for code in ("us", "phrase")}
            agreement = city.coding_agreement(seed=given["seed"])
            return (
                cells.with_columns(in_words=cells["theme_by"].replace(labels)),
                [room.coding_in_words(agreement, language=language)],
            )
        case _:
            spread = city.spread(**about, groups=given["groups"], at=at, division=division)
            samples = room.SAMPLES if given["samples"] is None else given["samples"]
            indices = room.equity(spread, samples=samples, seed=given["seed"], language=language)
            words = room.equity_in_words(indices, spread, language=language)
            return (spread.lorenz(), words[:1]) if table == "lorenz" else (indices, words)


def choices_of(given: Mapping[str, Any]) -> dict[str, str]:
    """Return what a table of need was computed with, by name."""
    told = {"need": ", ".join(given["need"]), "period": given["need_period"], "groups": given["groups"]}
    return {name: text for name, text in told.items() if text}


#: A column that only one table has -> the columns of that table which fit a terminal.
_FITTING: Final = {
    "gap": ("district", "rank", "rank_low", "rank_high", "figures", "covered", "none_found", "indirect", "not_searched", "reason"),
    "verdict": ("district", "population", "observed", "expected", "low", "high", "verdict", "reason"),
    "per": ("index", "value", "low", "high", "p_value", "districts", "reason"),
}  # fmt: skip


def in_short(frame: pl.DataFrame) -> pl.DataFrame:
    """Return what of a table fits a terminal."""
    for column, fitting in _FITTING.items():
        if column in frame.columns:
            return frame.select(fitting)
    return frame
