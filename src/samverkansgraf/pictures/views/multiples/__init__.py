"""Small multiples: the same kind of network twice, at two dates or of two cities, what is in both in the same spot."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.blocks import (
    Document,
    Line,
    Paragraph,
    Quote,
    Section,
    Table,
    cell,
    line,
    one_line,
)
from samverkansgraf.pictures.views.multiples.drawing import multiples_drawing, state_words
from samverkansgraf.pictures.views.multiples.networks import two_networks
from samverkansgraf.pictures.views.page import as_of_words, figure, full_title, page, picture_chapter

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Block, Cell
    from samverkansgraf.documents.names import Names
    from samverkansgraf.pictures.views.material import Material
    from samverkansgraf.pictures.views.multiples.networks import Both, Networks

#: More actors and initiatives than this are not drawn.
MOST: Final = 150
_ANCHOR: Final = "thing-"
_COUNTS: Final = ("stayed", "entered", "left")


def view(material: Material) -> Document:
    """
    Return two networks side by side.

    Raises
    ------
    UsageError
        There is nothing to compare with, a date is missing, or the dates are the wrong way round.
    """
    names = material.names
    words = names.words
    networks = two_networks(material, names)
    of_dates = networks.summary is not None
    titles = _titles(material, names)
    title = words.say("multiples.title", first=titles[0], second=titles[1])
    numbers = {key: place for place, key in enumerate(networks.things, start=1)}
    shown = _shown(networks, numbers)
    svg = multiples_drawing(networks, shown, titles, names, title=full_title(material, title), anchor=_ANCHOR)
    caption = words.say("multiples.caption", first=titles[0], second=titles[1])
    picture = figure(
        material,
        "multiples",
        svg,
        caption=caption,
        alternative=_alternative(networks, titles, names),
        options=_options(material, of_dates=of_dates),
    )
    kind = "dates" if of_dates else "cities"
    blocks: list[Block] = [picture]
    if left_out := len(numbers) - len(shown):
        said = words.say("multiples.left_out", n=words.whole(left_out), most=words.whole(MOST))
        blocks.append(Paragraph((said,)))
    blocks += _summary(networks, titles, material, names)
    chapter = picture_chapter(
        material,
        shows=words.say(f"multiples.shows_{kind}"),
        read=words.say(f"multiples.read_{kind}"),
        blocks=blocks,
    )
    things = Section("things", words.say("multiples.rows"), (_things(networks, numbers, titles, names),))
    links = Section("links", words.say("multiples.links"), (_links(networks, titles, material, names),))
    when = caption if of_dates else f"{caption}. {as_of_words(material, material.at)}"
    return page(material, title, [chapter, things, links], when=when)


def _titles(material: Material, names: Names) -> tuple[str, str]:
    """Return what each of the two is called: by its date, or by its name where these differ."""
    words, other = names.words, material.beside
    if other is None or other.frames is material.frames:
        first, second = (material.at or "", "" if other is None else other.at or "")
        return words.date(first), words.date(second)
    called = [
        f"{one_line(one.settings.name)}, {words.date(one.at)}" if one.at else one_line(one.settings.name)
        for one in (material, other)
    ]
    if called[0] == called[1]:
        called = [f"{one} ({place})" for place, one in enumerate(called, start=1)]
    return called[0], called[1]


def _options(material: Material, *, of_dates: bool) -> list[str]:
    """Return the options that say what it is compared with."""
    other = material.beside
    more: list[str] = []
    if other is not None and not of_dates:
        more += ["--beside", other.names.graph_argument or other.settings.name]
    if other is not None and other.at is not None and other.at != material.at:
        more += ["--beside-at", other.at]
    return more


def _shown(networks: Networks, numbers: dict[str, int]) -> dict[str, int]:
    """Return what is drawn with its number: all there is room for, those with most links first."""
    degree: Counter[str] = Counter()
    for actor, initiative in networks.links:
        degree[actor] += 1
        degree[initiative] += 1
    kept = sorted(numbers, key=lambda key: (-degree[key], numbers[key]))[:MOST]
    return {key: numbers[key] for key in sorted(kept, key=numbers.__getitem__)}


def _alternative(networks: Networks, titles: tuple[str, str], names: Names) -> str:
    words = names.words
    counts = Counter(thing.there for thing in networks.things.values())
    known = (("surely", "surely"), ("surely", "no"), ("no", "surely"))
    both, first, second = (counts[there] for there in known)  # type: ignore[index]  # three of the pairs
    return words.say(
        "multiples.alternative",
        n_both=words.whole(both),
        n_first=words.whole(first),
        n_second=words.whole(second),
        n_unsure=words.whole(len(networks.things) - both - first - second),
        first=titles[0],
        second=titles[1],
    )


def _summary(networks: Networks, titles: tuple[str, str], material: Material, names: Names) -> list[Block]:
    """Return how much is in both and in one only, as least and greatest numbers."""
    words = names.words
    if networks.summary is None:
        return [_of_cities(networks, titles, names)]
    rows, reasons = [], []
    for row in networks.summary.iter_rows(named=True):
        kind = words.say(f"multiples.{row['kind']}")
        ranges = [_range(row[f"{count}_low"], row[f"{count}_high"], names) for count in _COUNTS]
        unknown = "" if row["not_known"] is None else words.whole(row["not_known"])
        rows.append((cell(kind), *(cell(text, look="number") for text in (*ranges, unknown))))
        if row["reason"]:
            reasons.append(words.say("multiples.reason", kind=kind, reason=row["reason"]))
    other_at = "" if material.beside is None else material.beside.at or ""
    table = Table(
        words.say("multiples.summary"),
        tuple(words.say(f"multiples.column_{name}") for name in ("kind", *_COUNTS, "unknown")),
        tuple(rows),
        names.command("network", "--from", material.at or "", "--to", other_at),
    )
    said = [words.say("multiples.summary_means"), *dict.fromkeys(reasons)]
    return [table, *(Paragraph((one,)) for one in said)]


def _of_cities(networks: Networks, titles: tuple[str, str], names: Names) -> Table:
    words = names.words
    rows = []
    kinds: list[tuple[str, list[Both]]] = [
        (kind, [thing.there for thing in networks.things.values() if thing.kind == kind])
        for kind in ("actor", "initiative")
    ]
    kinds.append(("participation", [there for there, _, _ in networks.links.values()]))
    for kind, several in kinds:
        both = sum("no" not in there for there in several)
        first = sum(there[1] == "no" for there in several)
        cells = (words.whole(n) for n in (both, first, len(several) - both - first))
        rows.append((cell(words.say(f"multiples.{kind}")), *(cell(text, look="number") for text in cells)))
    return Table(
        words.say("multiples.summary_cities"),
        (
            words.say("multiples.column_kind"),
            words.say("multiples.column_both"),
            words.say("multiples.column_first", first=titles[0]),
            words.say("multiples.column_second", second=titles[1]),
        ),
        tuple(rows),
    )


def _range(low: int | None, high: int | None, names: Names) -> str:
    if low is None or high is None:
        return ""
    if low == high:
        return names.words.whole(low)
    return names.words.say("multiples.range", low=names.words.whole(low), high=names.words.whole(high))


def _things(networks: Networks, numbers: dict[str, int], titles: tuple[str, str], names: Names) -> Table:
    words = names.words
    rows = []
    for key, thing in networks.things.items():
        rows.append(
            (
                cell(f"{words.whole(numbers[key])}. {thing.label}"),
                cell(words.say(f"multiples.{thing.kind}")),
                *_there(thing.there, names),
                cell(*_changes(thing.there, thing.changes, titles, names)),
            )
        )
    return Table(
        words.say("multiples.table"),
        (
            words.say("multiples.column_of"),
            words.say("multiples.column_kind"),
            words.say("multiples.in_first", first=titles[0]),
            words.say("multiples.in_second", second=titles[1]),
            words.say("multiples.column_change"),
        ),
        tuple(rows),
        anchors=tuple(f"{_ANCHOR}{numbers[key]}" for key in networks.things),
    )


def _there(there: Both, names: Names) -> tuple[Cell, Cell]:
    first, second = (cell(names.words.say(f"multiples.there_{one}")) for one in there)
    return first, second


def _changes(
    there: Both, changes: tuple[tuple[str | None, str], ...], titles: tuple[str, str], names: Names
) -> list[str]:
    """Return each change that something may have made; of two cities where it is."""
    words = names.words
    if not changes:
        return [state_words(there, titles, names)]
    return [
        words.say("multiples.not_known")
        if change is None
        else words.say(f"multiples.{sureness}", change=words.say(f"multiples.{change}"))
        for change, sureness in changes
    ]


def _links(networks: Networks, titles: tuple[str, str], material: Material, names: Names) -> Table:
    words = names.words
    rows = []
    for (actor, initiative), (there, changes, stated) in networks.links.items():
        label = words.say(
            "multiples.link",
            actor=_label(networks, actor, names),
            initiative=_label(networks, initiative, names),
        )
        proofs = [proof for one in stated[0] for proof in names.proofs(one)]
        if material.beside is not None:
            proofs += [proof for one in stated[1] for proof in _elsewhere(one, material.beside.names)]
        shown = list(dict.fromkeys(proofs)) or [(words.say("evidence.no_source"),)]
        rows.append(
            (
                cell(label),
                *_there(there, names),
                cell(*_changes(there, changes, titles, names)),
                cell(*shown, look="proofs"),
            )
        )
    return Table(
        words.say("multiples.links_table"),
        (
            words.say("multiples.column_what"),
            words.say("multiples.in_first", first=titles[0]),
            words.say("multiples.in_second", second=titles[1]),
            words.say("multiples.column_change"),
            words.say("multiples.column_proof"),
        ),
        tuple(rows),
        names.command("query", _QUERY),
    )


_QUERY: Final = (
    "SELECT ?actor ?initiative ?start ?end WHERE { ?participation org:member ?actor ; org:organization ?initiative "
    "OPTIONAL { ?participation sg:start ?start } OPTIONAL { ?participation sg:end ?end } } ORDER BY ?actor ?initiative"
)


def _label(networks: Networks, key: str, names: Names) -> str:
    return networks.things[key].label if key in networks.things else names.label(key)


def _elsewhere(participation: str, names: Names) -> list[Line]:
    """Return the evidence of the other graph, whose sources have no numbers here: the phrase and the source's title."""
    lines: list[Line] = []
    for row in names.evidence.get(participation, ()):
        title = names.label(row["source"]) if row["source"] else names.words.say("evidence.no_source")
        quoted: Line = (Quote(one_line(row["quote"]), names.quoted_language), " ") if row["quote"] else ()
        lines.append(line(quoted, f"({title})"))
    return lines
