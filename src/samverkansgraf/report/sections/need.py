"""Need against what is recorded, and how evenly that is spread; only where a project says what need is told from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.coverage import equity_in_words, expected_in_words, need_in_words
from samverkansgraf.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Figure,
    Line,
    Paragraph,
    Part,
    Section,
    Table,
    cell,
    fact,
    one_line,
)
from samverkansgraf.pictures.lorenz import lorenz_svg
from samverkansgraf.report.folding import folded_if_long

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings, NeedAndEquity

#: The p under which a spread is said to follow need, or to go against it.
_SURE: Final = 0.05
_VALUES: Final = ("covered", "none_found", "indirect", "not_searched")


def section(findings: Findings, names: Names) -> Section | None:
    """Return the chapter on need and equity; none where the project names no indicator of need."""
    found, words = findings.need, names.words
    if found is None:
        return None
    return Section(
        "need",
        words.say("need.title"),
        (
            Paragraph((words.say("need.intro"),)),
            _figures(found, findings, names),
            _gaps(found, findings, names),
            _expected(found, findings, names),
            _spread(found, findings, names),
        ),
    )


def _command(findings: Findings, names: Names, table: str) -> str:
    return names.command("coverage", "--table", table, "--at", findings.as_of.isoformat())


def _figures(found: NeedAndEquity, findings: Findings, names: Names) -> Table:
    """Return each indicator with its unit, its period and its sources."""
    words = names.words
    headings = ("figure", "period", "unit", "direction", "with_value", "sources")
    return Table(
        words.say("need.figures"),
        tuple(words.say(f"need.{heading}") for heading in headings),
        tuple(
            (
                cell(one_line(one.indicator)),
                cell(words.date(one.period)),
                cell(one_line(one.unit) if one.unit else words.say("not_given")),
                cell(words.say("need.low" if one.lower else "need.high")),
                cell(words.whole(one.values.height), look="number"),
                cell(names.references(one.sources) or (words.say("evidence.no_source"),)),
            )
            for one in found.figures
        ),
        _command(findings, names, "gaps"),
    )


def _gaps(found: NeedAndEquity, findings: Findings, names: Names) -> Part:
    """Return the districts by need against what is documented, with what is not known of both."""
    words, table = names.words, found.gaps
    said = need_in_words(table, findings.frames, told=findings.settings.need, language=words.language)
    ranked = table.drop_nulls("rank")
    lines: list[Line] = [(one_line(sentence),) for sentence in said]
    if ranked.height:
        lines.insert(0, (_first(ranked.to_dicts(), names),))
        lines.append((words.say("need.gaps_note", n=words.whole(ranked.height)),))
    headings = ("district", "rank", "need", "values", "cells", "gap", "if_all")
    rows = tuple(_gap_row(row, names) for row in table.iter_rows(named=True))
    made = Table(
        words.say("need.gaps"),
        tuple(words.say(f"need.{heading}") for heading in headings),
        rows,
        _command(findings, names, "gaps"),
    )
    return Part(words.say("need.gaps_title"), (Bullets(tuple(lines)), folded_if_long(made, words)))


def _first(ranked: list[dict[str, Any]], names: Names) -> str:
    """Say which districts stand first, and how sure that is."""
    words = names.words
    first = [row for row in ranked if row["rank"] == 1]
    known = {
        "districts": words.listing([one_line(row["district"]) for row in first]),
        "unknown": words.whole(sum(row["not_searched"] + row["indirect"] for row in first)),
        "cells": words.count("count.cells", sum(row["cells"] for row in first)),
        "low": words.whole(min(row["rank_low"] for row in first)),
        "high": words.whole(max(row["rank_high"] for row in first)),
        "n": words.whole(len(ranked)),
    }
    return words.say("need.first_settled" if known["low"] == known["high"] else "need.first", **known)


def _gap_row(row: dict[str, Any], names: Names) -> tuple[Cell, ...]:
    words = names.words
    cells = cell(*(words.say(f"need.cells_{one}", n=words.whole(row[one])) for one in _VALUES if row[one]))
    figures = cell(*(one_line(row["figures"]).split("; ") if row["figures"] else ()))
    district = cell(one_line(row["district"]))
    if row["rank"] is None:
        reason = cell(words.say("need.no_rank", reason=one_line(row["reason"] or "")))
        return (district, reason, Cell(), figures, cells, Cell(), Cell())
    rank = {name: words.whole(row[name]) for name in ("rank", "rank_low", "rank_high")}
    return (
        district,
        cell(words.say("need.rank_between", **rank), look="number"),
        cell(_with_ends(row["need"], row["need_low"], row["need_high"], names), look="number"),
        figures,
        cells,
        cell(_with_ends(row["gap"], row["gap_low"], row["gap_high"], names), look="number"),
        cell(words.whole(row["rank_if_all"]), look="number"),
    )


def _with_ends(value: float, low: float | None, high: float | None, names: Names) -> str:
    """Return a number with its least and greatest in brackets, where they differ."""
    words = names.words
    number, between = words.decimal(value, places=2), _between(low, high, names)
    return number if between in {"", number} else words.say("need.with_ends", value=number, between=between)


def _between(low: float | None, high: float | None, names: Names) -> str:
    words = names.words
    if low is None or high is None:
        return ""
    ends = words.decimal(low, places=2), words.decimal(high, places=2)
    if ends[0] == ends[1]:
        return ends[0]
    return words.say("need.between", low=ends[0], high=ends[1])


def _expected(found: NeedAndEquity, findings: Findings, names: Names) -> Part:
    """Return what is documented beside what is expected; why nothing is said where the districts are too few."""
    words, table = names.words, found.expected
    said = [one_line(sentence) for sentence in expected_in_words(table, language=words.language)]
    fitted = table.drop_nulls("expected")
    if not fitted.height:
        return Part(
            words.say("need.expected_title"),
            tuple(Paragraph((sentence,)) for sentence in (words.say("need.not_expected"), *said)),
        )
    dispersion = words.decimal(fitted["dispersion"][0])
    said.append(words.say("need.dispersion", n=words.whole(fitted.height), dispersion=dispersion))
    headings = ("district", "population", "observed", "expected_number", "ratio", "verdict")
    made = Table(
        words.say("need.expected"),
        tuple(words.say(f"need.{heading}") for heading in headings),
        tuple(_expected_row(row, names) for row in table.iter_rows(named=True)),
        _command(findings, names, "expected"),
    )
    blocks: tuple[Block, ...] = (Bullets(tuple((one,) for one in said)), folded_if_long(made, words))
    return Part(words.say("need.expected_title"), blocks)


def _expected_row(row: dict[str, Any], names: Names) -> tuple[Cell, ...]:
    words, seen = names.words, row["observed"]
    observed = words.whole(seen)
    if row["observed_high"] > seen:
        observed = words.say("need.observed_high", n=observed, high=words.whole(row["observed_high"]))
    people = words.whole(row["population"]) if row["population"] else words.say("unknown")
    head = (cell(one_line(row["district"])), cell(people, look="number"), cell(observed, look="number"))
    if row["expected"] is None:
        return (
            *head,
            cell(words.say("need.not_fitted", reason=one_line(row["reason"] or ""))),
            Cell(),
            Cell(),
        )
    return (
        *head,
        cell(_with_ends(row["expected"], row["low"], row["high"], names), look="number"),
        cell(_with_ends(row["ratio"], row["ratio_low"], row["ratio_high"], names), look="number"),
        cell(words.say(f"need.verdict_{row['verdict']}")),
    )


def _spread(found: NeedAndEquity, findings: Findings, names: Names) -> Part:
    """Return how evenly what is documented is spread: the indices with their intervals, and the curve."""
    words = names.words
    said = [one_line(one) for one in equity_in_words(found.equity, found.spread, language=words.language)]
    rows = [row for row in found.equity.iter_rows(named=True) if row["districts"] or row["value"] is not None]
    by_name = {row["index"]: row for row in rows}
    lines: list[Line] = [(sentence,) for sentence in said]
    if (follows := by_name.get("concentration_index")) and follows["value"] is not None:
        lines.insert(0, (_by_need(follows, names),))
    blocks: list[Block] = [Bullets(tuple(lines))]
    if rows:
        blocks.append(
            Table(
                words.say("need.equity"),
                tuple(words.say(f"need.{one}") for one in ("index", "value", "interval", "p", "n")),
                tuple(_index_row(row, names) for row in rows),
                _command(findings, names, "equity"),
            )
        )
        readings = tuple(
            fact(words.say(f"need.index_{one}"), words.say(f"need.means_{one}"))
            for one in by_name
            if by_name[one]["value"] is not None
        )
        blocks += [Bullets(readings)] if readings else []
    points = found.spread.lorenz()
    if points.height > 1 and not points["share_of_initiatives"].null_count():
        blocks += _curve(found, findings, names)
    return Part(words.say("need.equity_title"), tuple(blocks))


def _by_need(row: dict[str, Any], names: Names) -> str:
    """Say whether what is documented is where need is, if that can be told from chance."""
    words, value = names.words, row["value"]
    sure = row["p_value"] is not None and row["p_value"] < _SURE
    key = "need.not_by_need" if not sure else "need.toward_need" if value < 0 else "need.away_from_need"
    return words.say(
        key,
        value=words.decimal(value, places=2),
        between=_between(row["low"], row["high"], names),
        p=words.p_value(row["p_value"]),
        n=words.count("count.districts", row["districts"]),
    )


def _index_row(row: dict[str, Any], names: Names) -> tuple[Cell, ...]:
    words = names.words
    name, n = (
        cell(words.say(f"need.index_{row['index']}")),
        cell(words.whole(row["districts"]), look="number"),
    )
    if row["value"] is None:
        reason = words.say("network.undefined_because", reason=one_line(row["reason"] or ""))
        return (name, cell(reason), Cell(), Cell(), n)
    return (
        name,
        cell(words.decimal(row["value"], places=2), look="number"),
        cell(_between(row["low"], row["high"], names), look="number"),
        cell(words.decimal(row["p_value"]) if row["p_value"] is not None else "", look="number"),
        n,
    )


def _curve(found: NeedAndEquity, findings: Findings, names: Names) -> list[Block]:
    """Return the Lorenz curve, and its points as a table."""
    words, points, per = names.words, found.spread.lorenz(), found.spread.per
    across, up = words.say(f"need.across_{per}"), words.say("need.up")
    sign = words.share(0).removeprefix("0")
    table = Table(
        words.say("need.points"),
        (across, up),
        tuple(
            (cell(words.share(people)), cell(words.share(share), look="number"))
            for people, share in points.iter_rows()
        ),
        _command(findings, names, "lorenz"),
    )
    return [
        Figure(
            lorenz_svg(points, across=across, up=up, percent=sign),
            words.say("need.lorenz"),
            words.say("need.lorenz_alternative"),
        ),
        folded_if_long(table, words),
    ]
