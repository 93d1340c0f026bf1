"""Sectors by sectors: in how many initiatives both take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.blocks import Paragraph, Strong, Table, cell, joined, line
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.pictures.views.matrix.drawing import anchor, matrix_svg, pair_name, sector_name
from samverkansgraf.pictures.views.matrix.pairs import UNKNOWN, sector_pairs
from samverkansgraf.pictures.views.page import figure, full_title, page, picture_chapter, rows_chapter

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Cell, Document, Line
    from samverkansgraf.pictures.views.material import Material
    from samverkansgraf.pictures.views.matrix.pairs import SectorPairs


def view(material: Material) -> Document:
    """
    Return which sectors meet in which initiatives, as of ``at`` or at any time.

    Raises
    ------
    UsageError
        Nobody takes part in anything.
    """
    names = material.names
    said = names.words
    at = None if material.at == "ever" else material.at
    pairs = sector_pairs(material.frames, material.settings.bounds.sectors, at=at)
    if not pairs.initiatives:
        raise UsageError(
            "matrix: nobody takes part in any initiative then; add participations, or leave out --at"
        )
    remarks = []
    if pairs.left_out:
        shown = len([sector for sector in pairs.sectors if sector != UNKNOWN])
        numbers = {"n": said.whole(shown), "of": said.whole(shown + pairs.left_out)}
        remarks.append(Paragraph((said.say("matrix.fewer", **numbers),)))
    when = said.say("page.ever") if at is None else names.words.date(at)
    title = said.say("matrix.title")
    picture = figure(
        material,
        "matrix",
        matrix_svg(pairs, names, title=full_title(material, title)),
        caption=said.say("matrix.caption"),
        alternative=_alternative(pairs, material),
    )
    chapter = picture_chapter(
        material,
        shows=said.say("matrix.shows", date=when, of=said.whole(pairs.initiatives)),
        read=f"{said.say('matrix.read')} {said.say('page.links')}",
        blocks=[picture, *remarks],
    )
    return page(material, title, [chapter, rows_chapter(material, [_table(pairs, material)])])


def _alternative(pairs: SectorPairs, material: Material) -> str:
    """Say how many sectors there are, and which pair meets most often."""
    names = material.names
    said = names.words
    every = [
        (a, b) for row, a in enumerate(pairs.sectors) for b in pairs.sectors[:row] if UNKNOWN not in (a, b)
    ]
    numbers = {"sectors": said.whole(len(pairs.sectors)), "of": said.whole(pairs.initiatives)}
    most = max((len(pairs.both(a, b)) for a, b in every), default=0)
    if not most:
        return said.say("matrix.alternative_none", **numbers)
    first = next((a, b) for a, b in every if len(pairs.both(a, b)) == most)
    none = said.whole(sum(not pairs.both(a, b) for a, b in every))
    return said.say(
        "matrix.alternative",
        pair=pair_name(*first, names),
        n=said.whole(most),
        none=none,
        pairs=said.whole(len(every)),
        **numbers,
    )


def _table(pairs: SectorPairs, material: Material) -> Table:
    """Return a row for each pair, with the initiatives and who of each sector takes part."""
    said = material.names.words
    rows, anchors = [], []
    for row, sector in enumerate(pairs.sectors):
        for column, other in enumerate(pairs.sectors[: row + 1]):
            anchors.append(anchor(row, column))
            rows.append(_row(pairs, other, sector, material))
    headings = ("sector", "other", "count", "initiatives")
    at = ("--at", material.at) if material.at and material.at != "ever" else ()
    return Table(
        said.say("matrix.table"),
        tuple(said.say(f"matrix.{heading}") for heading in headings),
        tuple(rows),
        material.names.command("network", "--pairs", "--collectives", *at, "--format", "csv"),
        tuple(anchors),
    )


def _row(pairs: SectorPairs, a: str, b: str, material: Material) -> tuple[Cell, ...]:
    names = material.names
    said = names.words
    met = sorted(pairs.both(a, b), key=lambda one: (swedish_order(names.label(one)), one))
    proofs = [_initiative(pairs, one, sorted({a, b}), material) for one in met]
    return (
        cell(sector_name(a, names)),
        cell(said.say("matrix.itself") if a == b else sector_name(b, names)),
        cell(said.say("matrix.n_of", n=said.whole(len(met)), of=said.whole(pairs.initiatives))),
        cell(*(proofs or [(said.say("matrix.none"),)]), look="proofs"),
    )


def _initiative(pairs: SectorPairs, initiative: str, sectors: list[str], material: Material) -> Line:
    """Return an initiative with those of some sectors that take part in it, each with the words that prove it."""
    names = material.names
    told = []
    for sector in sectors:
        for actor, participations in pairs.taking_part[initiative][sector].items():
            proofs = [proof for one in participations for proof in names.proofs(one)]
            first = proofs[0] if proofs else (names.words.say("evidence.no_source"),)
            told.append(line(names.label(actor), ", ", first))
    return line(Strong(names.label(initiative)), ": ", joined(told, "; "))
