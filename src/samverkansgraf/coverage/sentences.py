"""Coverage in sentences; each about a gap says which of the four values it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkansgraf.coverage.shares import VALUES
from samverkansgraf.coverage.tally import Tally, tally
from samverkansgraf.coverage.words import counted_text, date_in_words, number_of, percent, text, whole
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import polars as pl

    from samverkansgraf.project import Language


def value_label(value: str, language: Language, *, complete: bool = False) -> str:
    """
    Return what a value is called.

    Parameters
    ----------
    value
        One of :data:`~samverkansgraf.coverage.shares.VALUES`.
    language
        Swedish or English.
    complete
        The search was of a complete register (matters for ``none_found`` only).

    Raises
    ------
    KeyError
        There is no such value.

    Examples
    --------
    >>> value_label("none_found", "sv")
    'inget funnet i dessa källor'
    """
    if value not in VALUES:
        raise KeyError(value)
    return text("none_found_complete" if complete and value == "none_found" else value, language)


def why_label(why: str, language: Language) -> str:
    """Return what a ``why`` of :func:`~samverkansgraf.coverage.evidence.cell_evidence` is called."""
    return text(f"why_{why}", language)


def unnamed_label(number: int, language: Language) -> str:
    """
    Return the label of the row for the districts nobody named.

    Examples
    --------
    >>> unnamed_label(27, "en")
    '27 districts that nobody has named'
    """
    return text("unnamed", language, districts=number_of("districts", number, language))


def cell_sentence(row: Mapping[str, Any], *, language: Language = "sv", sources: Sequence[str] = ()) -> str:
    """
    Return one cell in words.

    Parameters
    ----------
    row
        A row of :func:`~samverkansgraf.coverage.cells.coverage`, by column.
    language
        Swedish or English; the labels are as they stand in the row.
    sources
        Titles of the sources that were searched, to be named where nothing was found; of a search of
        a complete register, the register's.

    Examples
    --------
    >>> row = {"district": "Råby", "value": "not_searched", "searches": 0, "planned": 0, "ended": 0}
    >>> cell_sentence(row, language="en")
    'Råby: not searched. Nobody has noted that they looked. Whether anything exists is unknown.'
    """
    columns = list(row)
    cell = ", ".join(str(row[name]) for name in columns[: columns.index("value")])
    if row.get("level") == "coarser":
        parts = [_coarse(row, language)]
    else:
        parts = [f"{_value(row, language, sources)}.", *_behind(row, language)]
    for column in ("planned", "ended"):
        if row[column]:
            parts.append(text(column, language, initiatives=number_of("initiatives", row[column], language)))
    if row.get("last_seen"):
        parts.append(text("last_seen", language, date=date_in_words(row["last_seen"], language)))
    return f"{cell}: {' '.join(parts)}"


def _value(row: Mapping[str, Any], language: Language, sources: Sequence[str]) -> str:
    complete = bool(row.get("complete_searches"))
    if row["value"] == "none_found" and sources:
        key = "none_found_register" if complete else "none_found_named"
        return text(key, language, names=", ".join(sources))
    return value_label(row["value"], language, complete=complete)


def _behind(row: Mapping[str, Any], language: Language) -> list[str]:
    def some(thing: str, column: str) -> str:
        return number_of(thing, row[column], language)

    value = row["value"]
    if value == "covered":
        counts = {thing: some(thing, thing) for thing in ("initiatives", "actors", "sources")}
        parts = [text("covered_by", language, **counts, independent=row["independent_sources"])]
        if row.get("kind_not_stated") is not None and not row["delivers"]:
            unsaid = row["kind_not_stated"]
            key = "delivery_unsaid" if unsaid else "no_delivery"
            parts.append(text(key, language, unsaid=unsaid, initiatives=counts["initiatives"]))
        return parts
    if value == "none_found":
        parts = [text("none_found_by", language, searches=some("searches", "searches"))]
        if row["indirect_evidence"]:
            parts.append(
                text("none_found_but", language, initiatives=some("initiatives", "indirect_evidence"))
            )
        return parts
    parts = []
    if value == "indirect":
        parts.append(text(_indirect_by(row), language, initiatives=some("initiatives", "indirect_evidence")))
    if row["searches"]:
        parts.append(text("searched_without_answer", language, searches=some("searches", "searches")))
    elif value == "not_searched":
        parts.append(text("not_searched_by", language))
    return parts


def _indirect_by(row: Mapping[str, Any]) -> str:
    if "period" in row:
        return "indirect_by_period"
    if "sector" not in row:
        return "indirect_by"
    return "indirect_by_actors" if "district" in row else "indirect_by_part"


def _coarse(row: Mapping[str, Any], language: Language) -> str:
    complete = row["value"] == "none_found" and row.get("complete_searches")
    key = f"coarse_{row['value']}{'_complete' if complete else ''}"
    return text(key, language, n=row["covered_of"], of=row["of"])


def coverage_in_words(
    table: pl.DataFrame | Tally,
    beside: pl.DataFrame | None = None,
    *,
    at: str | date | None = None,
    language: Language = "sv",
) -> list[str]:
    """
    Return what a table of coverage says as a whole.

    Parameters
    ----------
    table
        What :func:`~samverkansgraf.coverage.cells.coverage` returned, or its tally.
    beside
        What :func:`~samverkansgraf.coverage.beside.unreached` returned.
    at
        The moment both were asked for.
    language
        Swedish or English.

    Returns
    -------
    sentences
        First the four values together, in numbers and shares; then what those that are no
        evidence of presence mean, where there are any; last what stands beside the table.

    Examples
    --------
    >>> import polars as pl
    >>> for sentence in coverage_in_words(pl.DataFrame({"value": ["not_searched"] * 3}), language="en"):
    ...     print(sentence)
    Over all time: of 3 cells, 0 (0%) are documented, 0 (0%) searched with nothing found,
    0 (0%) only indirectly documented and 3 (100%) not searched.
    In 3 cells no search has answered whether anything exists (not searched). That is not the same
    as something missing.
    """
    whole_table = table if isinstance(table, Tally) else tally(table)
    counts = whole_table.shares()
    sentences = [shares_sentence(whole_table, language, at=at)]
    meant = {
        "summary_not_searched": counts["not_searched"]["count"],
        "summary_none_found": counts["none_found"]["count"],
        "summary_complete": whole_table.complete,
        "summary_both": whole_table.none_but_indirect,
        "summary_indirect": counts["indirect"]["count"] - whole_table.perhaps_then,
        "summary_perhaps_then": whole_table.perhaps_then,
        "summary_no_delivery": whole_table.no_delivery,
        "summary_delivery_unsaid": whole_table.delivery_unsaid,
    }
    sentences += [
        text(key, language, cells=number_of("cells", number, language))
        for key, number in meant.items()
        if number
    ]
    if whole_table.one_actor or whole_table.one_source:
        ones = {"actor": whole_table.one_actor, "source": whole_table.one_source}
        sentences.append(
            text("summary_one", language, **{key: number_of("cells", n, language) for key, n in ones.items()})
        )
    if whole_table.unnamed:
        cells = number_of("cells", whole_table.unnamed, language)
        districts = number_of("districts", whole_table.unnamed_districts, language)
        sentences.append(text("summary_unnamed", language, cells=cells, districts=districts))
    if beside is not None and beside.height:
        sentences.append(_beside(beside, language))
    return sentences


def shares_sentence(cells: Tally, language: Language, *, at: str | date | None = None) -> str:
    """Return the four values together, in numbers and shares: never one without the others."""
    counts = cells.shares()
    total = sum(share["count"] for share in counts.values())
    if not total:
        return text("summary_empty", language)
    four = {
        value: f"{whole(each['count'], language)} ({percent(each['share'] or 0, language)})"
        for value, each in counts.items()
    }
    number = number_of("cells", total, language)
    moment = text("by_period", language) if cells.of_periods else _moment(at, language)
    return text("summary", language, at=moment, cells=number, **four)


def _moment(at: str | date | None, language: Language) -> str:
    if at is None or at == "ever":
        return text("ever", language)
    return text("as_of", language, date=date_in_words(str(at), language))


def _beside(beside: pl.DataFrame, language: Language) -> str:
    number = beside["initiative"].n_unique()
    quote = catalogue("coverage", language)["quoted"]
    places = ", ".join(quote.format(place) for place in beside["place_label"].unique().sort().to_list())
    initiatives = number_of("initiatives", number, language)
    return counted_text("summary_unreached", number, language, initiatives=initiatives, places=places)
