"""Coverage: what the sources bear out by district and theme, and where nobody has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from samverkansgraf.coverage import theme_by_label
from samverkansgraf.coverage.sentences import value_label
from samverkansgraf.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Line,
    Paragraph,
    Part,
    Section,
    Strong,
    Table,
    cell,
    fact,
    joined,
    line,
    one_line,
)
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.report.sections import facts
from samverkansgraf.report.sections.differing import said_of
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings

#: The order in which the four values are explained and counted.
_VALUES: Final = ("not_searched", "indirect", "none_found", "covered")


def section(findings: Findings, names: Names) -> Section:
    """Return the chapter on coverage."""
    words = names.words
    blocks: list[Block] = [Paragraph((one_line(sentence),)) for sentence in findings.coverage_sentences]
    if findings.coverage.height:
        blocks.insert(0, Paragraph((words.say("coverage.intro", date=words.date(findings.as_of)),)))
        blocks += [_cells(findings, names), _values(names)]
    elif not blocks:
        blocks.append(Paragraph((words.say("coverage.empty"),)))
    if findings.coverage_sector is not None and findings.coverage_sector.height:
        blocks.append(_by_sector(findings.coverage_sector, findings, names))
    blocks.extend(_beside(findings, names))
    blocks.extend(_ages(findings, names))
    blocks.extend(_said(findings, names))
    return Section("coverage", words.say("coverage.title"), tuple(blocks))


def _ages(findings: Findings, names: Names) -> list[Block]:
    """Return how old what is known of each district is; of what no source speaks of, that."""
    words, ages = names.words, findings.ages
    if not ages.height:
        return []
    headings = ("sources", "independent_sources", "undated_sources", "oldest", "newest", "group_sources")
    rows = []
    for row in ages.iter_rows(named=True):
        dated = (row["oldest"], row["newest"])
        undated = "coverage.no_date" if row["sources"] else "coverage.no_source"
        rows.append(
            (
                cell(one_line(row["district"])),
                *(cell(words.whole(row[key]), look="number") for key in headings[:3]),
                *(cell(words.date(one) if one else words.say(undated)) for one in dated),
                cell(words.whole(row["group_sources"]), look="number"),
            )
        )
    query = (
        "SELECT ?place ?source ?date WHERE { ?placement sg:place ?place ; sg:evidence ?evidence . "
        "?evidence oa:hasSource ?source OPTIONAL { ?source dct:issued ?date } } ORDER BY ?place ?date ?source"
    )
    table = Table(
        words.say("coverage.ages"),
        (words.say("coverage.district"), *(words.say(f"coverage.age_{key}") for key in headings)),
        tuple(rows),
        names.command("query", query),
    )
    return [Part(words.say("coverage.ages_title"), (Paragraph((words.say("coverage.ages_intro"),)), table))]


def _said(findings: Findings, names: Names) -> list[Block]:
    """Return what sources disagree on about places, and replies on places and themes."""
    words, frames = names.words, findings.frames
    things = [*frames.places["place"].to_list(), *frames.themes["theme"].to_list()]
    ordered = sorted(things, key=lambda thing: (swedish_order(names.label(thing)), thing))
    differing = tuple(
        line(Strong(names.label(thing)), ": ", joined(said, ". "))
        for thing in ordered
        if (said := said_of(thing, findings, names))
    )
    replies = tuple(
        fact(names.label(thing), reply) for thing in ordered for reply in names.replies_about(thing)
    )
    parts = (("coverage.said", differing), ("coverage.replies", replies))
    return [Part(words.say(title), (Bullets(lines),)) for title, lines in parts if lines]


def value_name(value: str, names: Names, *, complete: bool = False) -> str:
    """Return what a value is called, to begin a line with."""
    label = value_label(value, names.words.language, complete=complete)
    return label[:1].upper() + label[1:]


def _command(findings: Findings, names: Names, dimensions: list[str]) -> str:
    """Return the command that gives a coverage result, as of the report's day."""
    by, at = ",".join(dimensions), findings.as_of.isoformat()
    levels = ("--levels", "all") if facts.unnamed_districts(findings.coverage) else ()
    return names.command("coverage", "--by", by, "--at", at, *levels)


def _values(names: Names) -> Part:
    """Return what the four values mean."""
    words = names.words
    return Part(
        words.say("coverage.heading"),
        (
            Bullets(
                tuple(
                    fact(value_name(value, names), words.say(f"coverage.{value}_means")) for value in _VALUES
                ),
            ),
        ),
    )


def _cells(findings: Findings, names: Names) -> Table:
    """Return the cells: two dimensions crossed, any other number as a list."""
    words, coverage = names.words, findings.coverage
    dimensions = facts.dimensions(coverage)
    caption = words.say("coverage.caption", dimensions=words.dimensions(dimensions))
    command = _command(findings, names, dimensions)
    records = _with_theme_basis(findings)
    if len(dimensions) != 2:  # noqa: PLR2004 - a cross has two sides
        rows = tuple(
            (*(cell(one_line(row[one])) for one in dimensions), _cell(row, names)) for row in records
        )
        headings = (*(_heading(one, names) for one in dimensions), words.say("coverage.title"))
        return Table(caption, headings, rows, command)
    first, second = dimensions
    across = list(dict.fromkeys(row[second] for row in records))
    down = list(dict.fromkeys(row[first] for row in records))
    by_place = {(row[first], row[second]): row for row in records}
    replies = _replies_by_label(findings, names)
    rows = tuple(
        (
            cell(one_line(one), *replies.get(one, ())),
            *(_cell(by_place[one, other], names) if (one, other) in by_place else Cell() for other in across),
        )
        for one in down
    )
    headings = (_heading(first, names), *(one_line(other) for other in across))
    return Table(caption, headings, rows, command)


def _with_theme_basis(findings: Findings) -> list[dict[str, Any]]:
    """Return the cells, each with ``theme_by``: whether a phrase or our coding alone gives its theme."""
    records = list(findings.coverage.iter_rows(named=True))
    basis = findings.theme_basis
    if not basis.height or facts.dimensions(findings.coverage) != facts.dimensions(basis):
        return records
    by = facts.dimensions(basis)
    known = {tuple(row[one] for one in by): row["theme_by"] for row in basis.iter_rows(named=True)}
    return [{**row, "theme_by": known.get(tuple(row[one] for one in by))} for row in records]


def _replies_by_label(findings: Findings, names: Names) -> dict[str, list[Line]]:
    """Return the replies on each district in bounds, by the label that the table shows."""
    labels = dict(findings.frames.places.select("place", "label").iter_rows())
    found = {
        labels.get(place) or "": names.replies_about(place) for place in findings.settings.bounds.districts
    }
    return {label: replies for label, replies in found.items() if replies}


def _heading(dimension: str, names: Names) -> str:
    """Return the heading of a dimension."""
    key = f"coverage.{dimension}"
    return names.words.say(key) if names.words.has(key) else one_line(dimension)


def _cell(row: dict[str, Any], names: Names) -> Cell:
    """Return a cell: its value in words, then what makes it so and what else is known."""
    words, value = names.words, row["value"]
    lines = [value_name(value, names, complete=bool(row.get("complete_searches")))]
    if value == "covered":
        initiatives = words.count("count.initiatives", row["initiatives"])
        sources = words.count("count.sources", row["sources"])
        lines.append(words.say("coverage.of_sources", initiatives=initiatives, sources=sources))
        lines.append(words.count("coverage.independent", row["independent_sources"]))
        if told := no_delivery(row, names, "coverage"):
            lines.append(told)
        if coded := theme_by_label(row.get("theme_by"), words.language):
            lines.extend([coded] if row["theme_by"] == "us" else [])
    elif value == "none_found":
        lines.append(words.count("count.searches", row["searches"]))
        if row["indirect_evidence"]:
            lines.append(words.count("coverage.indirect_too", row["indirect_evidence"]))
    elif value == "indirect":
        lines.append(words.count("coverage.possible", row["initiatives"]))
    lines.extend(words.count(f"coverage.{more}", row[more]) for more in ("planned", "ended") if row[more])
    if row["last_seen"]:
        lines.append(words.say("coverage.last_seen", date=words.date(row["last_seen"])))
    return cell(*lines, look=value)


def no_delivery(row: dict[str, Any], names: Names, words_of: str) -> str | None:
    """
    Say of a documented cell that nothing recorded in it is said to deliver; nothing where something is.

    ``words_of`` is the chapter whose words say it.
    """
    if row.get("kind_not_stated") is None or row["delivers"]:
        return None
    words, unsaid = names.words, row["kind_not_stated"]
    if not unsaid:
        return words.say(f"{words_of}.no_delivery")
    if unsaid == row["initiatives"]:
        return words.count(f"{words_of}.activity_unsaid", unsaid)
    initiatives = words.count("count.initiatives", row["initiatives"])
    return words.say(f"{words_of}.delivery_unsaid", n=words.whole(unsaid), initiatives=initiatives)


def _by_sector(coverage: pl.DataFrame, findings: Findings, names: Names) -> Table:
    """Return for each sector how many cells have each of the four values."""
    words = names.words
    rows = []
    for sector in dict.fromkeys(coverage["sector"].to_list()):
        counts = facts.cells_by_value(coverage.filter(pl.col("sector") == sector))
        rows.append(
            (
                cell(one_line(sector)),
                *(cell(words.whole(counts[value]), look="number") for value in _VALUES),
            ),
        )
    return Table(
        words.say("coverage.by_sector"),
        (words.say("coverage.sector"), *(value_name(value, names) for value in _VALUES)),
        tuple(rows),
        _command(findings, names, facts.dimensions(coverage)),
    )


def _beside(findings: Findings, names: Names) -> list[Block]:
    """Return the initiatives that no cell can hold: placed in unlisted groups, or nowhere."""
    words = names.words
    blocks: list[Block] = []
    if findings.unreached.height:
        rows = sorted(
            findings.unreached.iter_rows(named=True),
            key=lambda row: (
                one_line(row["label"]).casefold(),
                one_line(row["place_label"]),
                row["initiative"],
            ),
        )
        headings = ("initiative", "somewhere", "certainty", "themes", "sources")
        blocks.append(Paragraph((words.say("coverage.unreached_intro"),)))
        blocks.append(
            Table(
                words.say("coverage.unreached"),
                tuple(words.say(f"coverage.{heading}") for heading in headings),
                tuple(
                    (
                        cell(one_line(row["label"])),
                        cell(one_line(row["place_label"])),
                        cell(*_somewhere_certainty(row, names)),
                        cell(names.several(_listed(row["themes"])) or words.say("not_given")),
                        cell(names.references(_listed(row["sources"])) or (words.say("evidence.no_source"),)),
                    )
                    for row in rows
                ),
                _command(findings, names, facts.dimensions(findings.coverage) or ["district", "theme"]),
            ),
        )
    if findings.unplaced.height:
        labels = sorted((one_line(label) for label in findings.unplaced["label"]), key=str.casefold)
        blocks.append(
            Part(words.say("coverage.unplaced"), (Bullets(tuple((label,) for label in labels)),)),
        )
    return blocks


def _somewhere_certainty(row: dict[str, Any], names: Names) -> list[str]:
    """Return how a source puts a placement, and that it is merely planned where it is."""
    stated = names.label(row["certainty"]) if row["certainty"] else names.words.say("not_given")
    planned = names.label(sg("Planned"))
    return [stated, planned] if row.get("planned") and stated != planned else [stated]


def _listed(values: list[str] | str | None) -> list[str]:
    """Return several values as a list, whether they came as one or not."""
    if values is None:
        return []
    return [values] if isinstance(values, str) else list(values)
