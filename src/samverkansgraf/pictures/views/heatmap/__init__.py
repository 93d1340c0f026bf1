"""Coverage as a grid of districts by themes: what is documented where, and where nobody has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from samverkansgraf.coverage import (
    cell_sentence,
    coverage,
    coverage_in_words,
    need_gaps,
    value_label,
    why_label,
)
from samverkansgraf.coverage.behind import behind_cells
from samverkansgraf.coverage.need import ranks_above
from samverkansgraf.documents.blocks import (
    Bullets,
    Paragraph,
    Strong,
    Table,
    cell,
    joined,
    line,
    one_line,
)
from samverkansgraf.pictures.views.heatmap.choice import drawn_grid
from samverkansgraf.pictures.views.heatmap.drawing import anchor, heatmap_svg
from samverkansgraf.pictures.views.page import (
    as_of_words,
    figure,
    full_title,
    page,
    picture_chapter,
    rows_chapter,
)

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Block, Cell, Document, Line
    from samverkansgraf.documents.words import Words
    from samverkansgraf.pictures.views.heatmap.choice import Grid
    from samverkansgraf.pictures.views.material import Material

_BY = ("district", "theme")


def view(material: Material) -> Document:
    """
    Return the coverage of districts by themes, as of the day asked for, else of the view.

    Raises
    ------
    UsageError
        There are no districts or no themes in bounds.
    """
    names, at = material.names, _at(material)
    said = names.words
    table = coverage(
        material.frames,
        material.settings.bounds,
        by=_BY,
        at=at,
        levels="all",
        language=said.language,
    )
    grid = drawn_grid(table)
    summary = coverage_in_words(table.filter(table["level"] != "coarser"), at=at, language=said.language)
    size = {"rows": said.whole(len(grid.rows)), "columns": said.whole(len(grid.columns))}
    alternative = said.say("heatmap.alternative", summary=one_line(summary[0]), **size)
    remarks: list[Block] = [Paragraph((one,)) for one in _left_out(grid, said)]
    if summary[1:]:
        remarks.append(Bullets(tuple((one_line(one),) for one in summary[1:])))
    title = said.say("heatmap.title")
    picture = figure(
        material,
        "heatmap",
        heatmap_svg(grid, names, title=full_title(material, title), need=_need(material)),
        caption=said.say("heatmap.caption"),
        alternative=alternative,
    )
    chapter = picture_chapter(
        material,
        shows=said.say("heatmap.shows", date=_moment(at, material)),
        read=f"{said.say('heatmap.read')} {said.say('page.links')}",
        blocks=[picture, *remarks],
    )
    rows = rows_chapter(material, [_cells(grid, material)])
    return page(material, title, [chapter, rows], when=as_of_words(material, at))


def _at(material: Material) -> str:
    """Return the date the cells are of: that of the command ``coverage`` too."""
    return material.at or material.as_of.isoformat()


def _moment(at: str, material: Material) -> str:
    words = material.names.words
    return words.say("page.ever") if at == "ever" else words.date(at)


def _need(material: Material) -> dict[str, str]:
    """Return by district its rank by need, with the best and the worst that the sources allow."""
    told = material.settings.need
    if not told.indicators:
        return {}
    rows = need_gaps(material.frames, material.settings.bounds, told=told, at=_at(material))
    ranks = rows.select(
        "district",
        rank=ranks_above(rows["need"], rows["need"]),
        low=ranks_above(rows["need_high"], rows["need_low"]),
        high=ranks_above(rows["need_low"], rows["need_high"]),
    )
    return {
        district: f"{rank}" if low == high else f"{rank} ({low}–{high})"
        for district, rank, low, high in ranks.drop_nulls().iter_rows()
    }


def _left_out(grid: Grid, said: Words) -> list[str]:
    """Say which rows and columns are not drawn, and how to see them."""
    remarks = []
    named = said.whole(grid.finest_rows)
    if grid.coarser:
        remarks.append(said.say("heatmap.coarser", of=named))
    elif grid.left_out_rows:
        shown = said.whole(grid.finest_rows - grid.left_out_rows)
        remarks.append(said.say("heatmap.fewer_rows", n=shown, of=named))
    if grid.left_out_columns:
        shown, every = said.whole(len(grid.columns)), said.whole(grid.all_columns)
        remarks.append(said.say("heatmap.fewer_columns", n=shown, of=every))
    return remarks


def _cells(grid: Grid, material: Material) -> Table:
    """Return a row for each cell: its value, the sentence on it, and what it rests on."""
    said = material.names.words
    behind = behind_cells(
        material.frames,
        material.settings.bounds,
        districts=grid.rows,
        themes=grid.columns,
        at=_at(material),
        language=said.language,
    )
    by_cell = behind.partition_by(_BY, as_dict=True)
    rows, anchors = [], []
    for row, district in enumerate(grid.rows):
        for column, theme in enumerate(grid.columns):
            anchors.append(anchor(row, column))
            found = grid.cells[district, theme]
            rows.append(_row(found, by_cell.get((district, theme)), material))
    headings = ("district", "theme", "value", "rests_on", "evidence")
    command = material.names.command(
        "coverage", "--by", ",".join(_BY), "--at", _at(material), "--levels", "all"
    )
    return Table(
        said.say("heatmap.table"),
        tuple(said.say(f"heatmap.{heading}") for heading in headings),
        tuple(rows),
        command,
        tuple(anchors),
    )


def _row(found: dict[str, Any], behind: pl.DataFrame | None, material: Material) -> tuple[Cell, ...]:
    """Return the row on one cell."""
    said = material.names.words
    complete = bool(found.get("complete_searches"))
    value = value_label(found["value"], said.language, complete=complete)
    about = f"{found['district']}, {found['theme']}: "
    sentence = one_line(cell_sentence(found, language=said.language).removeprefix(about))
    rows = [] if behind is None else behind.select("why", "initiative", "about").rows()
    proofs = [_proof(why, initiative, thing, material) for why, initiative, thing in rows]
    return (
        cell(one_line(found["district"])),
        cell(one_line(found["theme"])),
        cell(value[:1].upper() + value[1:], look=found["value"]),
        cell(sentence[:1].upper() + sentence[1:]),
        cell(*(proofs or [(said.say("heatmap.no_evidence"),)]), look="proofs"),
    )


def _proof(why: str, initiative: str | None, about: str, material: Material) -> Line:
    """Return what is said to be there and in whose words, or who searched."""
    names = material.names
    said = names.words
    if initiative is None:
        return _search(about, material)
    proofs = joined(names.proofs(about), "; ") or (names.words.say("evidence.no_source"),)
    return line(Strong(names.label(initiative)), f" ({why_label(why, said.language)}): ", proofs)


def _search(search: str, material: Material) -> Line:
    """Return when somebody searched, what came of it, and in which sources."""
    names = material.names
    said = names.words
    row = material.frames.searches.row(by_predicate=pl.col("search") == search, named=True)
    date = names.words.date(row["date"]) if row["date"] else names.words.say("unknown")
    told = names.label(row["outcome"]) if row["outcome"] else names.words.say("not_given")
    sources = names.references(row["sources"]) or (names.words.say("evidence.no_source"),)
    return said.line("heatmap.search", date=date, outcome=told, sources=sources)
