"""What holds together as actors leave one after another, by two orders and by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.documents.blocks import Paragraph, Table, cell, line
from samverkansgraf.documents.sources import used_sources
from samverkansgraf.errors import UsageError
from samverkansgraf.measures.fragility import removal_curve
from samverkansgraf.network import two_mode
from samverkansgraf.pictures.views.page import figure, full_title, page, picture_chapter, rows_chapter
from samverkansgraf.pictures.views.removal.drawing import ORDERS, Curves, anchor, removal_svg
from samverkansgraf.ties import Selection, selected_participations

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Block, Cell, Document, Line
    from samverkansgraf.documents.words import Words
    from samverkansgraf.pictures.views.material import Material

#: So many steps have a row.
LISTED: Final = 60
#: Above so many actors the order of betweenness is that of the start.
RECOMPUTED: Final = 300
#: Above so many actors the curves take minutes.
MOST: Final = 5_000
_DRAWS: Final = 200
_SEED: Final = 1
_SPOKEN_OF: Final = 3


def view(material: Material) -> Document:
    """
    Return the removal curves of the network, as of ``at`` or of any time.

    Raises
    ------
    UsageError
        There are no actors, or too many.
    """
    names = material.names
    said = names.words
    selection = Selection(at=None if material.at == "ever" else material.at)
    curves = _curves(material, selection)
    remarks: list[Block] = []
    actors = said.whole(curves.actors)
    if curves.listed < curves.actors:
        fewer = said.say("removal.fewer", n=said.whole(curves.listed), of=actors)
        remarks.append(Paragraph((fewer,)))
    if not curves.recomputed:
        remarks.append(Paragraph((said.say("removal.at_start", actors=actors),)))
    if len(used_sources(material.frames)) == 1:
        remarks.append(Paragraph((said.say("removal.one_source"),)))
    when = said.say("page.ever") if selection.at is None else names.words.date(selection.at)
    title = said.say("removal.title")
    picture = figure(
        material,
        "removal",
        removal_svg(curves, names, title=full_title(material, title)),
        caption=said.say("removal.caption"),
        alternative=_alternative(curves, said),
    )
    chapter = picture_chapter(
        material,
        shows=said.say("removal.shows", actors=actors, date=when),
        read=f"{said.say('removal.read')} {said.say('page.links')}",
        blocks=[picture, *remarks],
    )
    return page(material, title, [chapter, rows_chapter(material, [_table(curves, selection, material)])])


def _curves(material: Material, selection: Selection) -> Curves:
    network = two_mode(material.frames, selection)
    actors = sum(data["kind"] == "actor" for _, data in network.nodes(data=True))
    if not actors:
        raise UsageError(
            "removal: no actor takes part in anything then; add participations, or leave out --at"
        )
    if actors > MOST:
        raise UsageError(
            f"removal: {actors:,} actors are more than {MOST:,}; choose a date with --at, or take the figures of "
            "simulate --curve degree"
        )
    recomputed = actors <= RECOMPUTED
    return Curves(
        betweenness=removal_curve(network, "betweenness", recomputed=recomputed),
        degree=removal_curve(network, "degree"),
        random=removal_curve(network, "random", draws=_DRAWS, seed=_SEED),
        listed=min(actors, LISTED),
        recomputed=recomputed,
    )


def _alternative(curves: Curves, said: Words) -> str:
    """Say what is left when three have left, in the two orders and by chance."""
    start = _share(curves.degree["largest_share"][0], said)
    actors = said.whole(curves.actors)
    if curves.actors <= _SPOKEN_OF:
        return said.say("removal.alternative_few", actors=actors, start=start)
    left = {
        order: _share(getattr(curves, order)["largest_share"][_SPOKEN_OF], said)
        for order in (*ORDERS, "random")
    }
    return said.say("removal.alternative", actors=actors, start=start, **left)


def _share(share: float | None, said: Words) -> str:
    return "–" if share is None else said.share(share)


def _table(curves: Curves, selection: Selection, material: Material) -> Table:
    """Return a row for each step: who leaves, and what is left."""
    said = material.names.words
    parts: dict[str, set[str]] = {}
    sources: dict[str, set[str]] = {}
    chosen = selected_participations(material.frames, selection)
    for actor, initiative, its in chosen.select("actor", "initiative", "sources").iter_rows():
        parts.setdefault(actor, set()).add(initiative)
        sources.setdefault(actor, set()).update(its or ())
    rows = []
    for step in range(curves.listed + 1):
        found = {order: getattr(curves, order).row(step, named=True) for order in (*ORDERS, "random")}
        told: list[Cell] = []
        for order in ORDERS:
            row = found[order]
            told.append(cell(_who(row["actor"], parts, sources, material)))
            told.append(cell(_share(row["largest_share"], said), look="number"))
            told.append(cell(_share(row["initiatives_share"], said), look="number"))
        rows.append((cell(said.whole(step)), *told, cell(_chance(found["random"], said), look="number")))
    headings = ["left"]
    for order in ORDERS:
        headings += [f"who_{order}", "still", "kept"]
    day = ("--as-of", selection.at) if selection.at else ("--ever",)
    start = () if curves.recomputed else ("--at-start",)
    return Table(
        said.say("removal.table"),
        tuple(said.say(f"removal.{heading}") for heading in (*headings, "chance")),
        tuple(rows),
        material.names.command("simulate", "--curve", "betweenness", *start, *day, "--format", "csv"),
        tuple(anchor(step) for step in range(curves.listed + 1)),
    )


def _who(
    actor: str | None, parts: dict[str, set[str]], sources: dict[str, set[str]], material: Material
) -> Line:
    """Return who leaves, in how many initiatives it takes part, and by which sources."""
    names = material.names
    said = names.words
    if actor is None:
        return (said.say("removal.nobody"),)
    told = f"{names.person(actor)}, {said.count('removal.initiatives', len(parts.get(actor, ())))}"
    references = names.references(sources.get(actor))
    return line(told, " ", references) if references else (told,)


def _chance(row: dict[str, Any], said: Words) -> str:
    """Return the mean of chance with the ends of its band."""
    if row["largest_share"] is None:
        return "–"
    low, high = _share(row["largest_share_low"], said), _share(row["largest_share_high"], said)
    return f"{_share(row['largest_share'], said)} ({low}–{high})"
