"""Bars over years as SVG: solid what is sure, hatched what may be, open where no bound is known."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures.views.drawing import Drawing
from samverkansgraf.pictures.views.fitting import lines
from samverkansgraf.pictures.views.legend import Entry, Legend
from samverkansgraf.pictures.views.palette import BLUE, INK, PAPER
from samverkansgraf.pictures.views.timeline.axis import Axis

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.documents.names import Names
    from samverkansgraf.documents.words import Words
    from samverkansgraf.pictures.views.timeline.spans import Kind, Span

_WIDE: Final = 926
_LABELS: Final = 290
_UNDATED: Final = 72
_HEAD: Final = 56
_ROW: Final = 27
_BAR: Final = 14
_GROUP: Final = 34
_PLANNED: Final = "#6b3d00"
_NOW: Final = "#b3410e"
_HATCH: Final = "url(#perhaps)"
_OPEN: Final = 16  # pixels of an end that is not known


def timeline_svg(
    groups: Mapping[Kind, Sequence[tuple[Span, str, str]]], names: Names, *, title: str, as_of: date
) -> str:
    """
    Draw the bars.

    Parameters
    ----------
    groups
        By kind the spans in their order, each with the name of its row in the table and its time in words.
    names
        Labels and language.
    title
        Of the drawing.
    as_of
        The day of the line.
    """
    said = names.words
    shown = {kind: rows for kind, rows in groups.items() if rows}
    spans = [span for rows in shown.values() for span, _, _ in rows]
    axis = Axis.of([day for span in spans for day in span.days], as_of, _LABELS + _UNDATED + 18, _WIDE - 24)
    entries = _entries(said, spans, names.words.date(as_of))
    legend = Legend(said.say("page.legend"), entries, _WIDE)
    bottom = _HEAD + sum(_GROUP + _ROW * len(rows) for rows in shown.values()) + 12
    height = bottom + legend.height
    drawing = Drawing(_WIDE, height, title=title)
    drawing.add("rect", width=_WIDE, height=height, fill=PAPER)
    drawing.stripes("perhaps", ground="#e7f0f7", stripe="#5b8fb5", step=7, wide=2.5)
    _years(drawing, axis, said, bottom)
    y: float = _HEAD
    for kind, rows in shown.items():
        drawing.text(
            said.count(f"timeline.{kind}s", len(rows)), 8, y + 22, size=14, font_weight="700", fill=INK
        )
        y += _GROUP
        for span, anchor, words in rows:
            label = names.label(span.node)
            with drawing.link(anchor, f"{label}: {words}"):
                drawing.add("rect", x=0, y=y, width=_WIDE, height=_ROW - 1, fill=PAPER, fill_opacity="0")
                for line in lines(label, _LABELS - 12, size=12.5, most=1):
                    drawing.text(line, _LABELS, y + 17, size=12.5, fill=INK, text_anchor="end")
                _bar(drawing, span, axis, y + (_ROW - _BAR) / 2)
            y += _ROW
    now = axis.x(as_of)
    drawing.add("line", x1=now, x2=now, y1=_HEAD - 14, y2=bottom - 8, stroke=_NOW, stroke_width=2)
    legend.draw(drawing, bottom)
    return drawing.svg()


def _years(drawing: Drawing, axis: Axis, said: Words, bottom: float) -> None:
    """Draw the years, and the column of what has none."""
    x = _LABELS + _UNDATED / 2 + 4
    drawing.text(said.say("timeline.undated"), x, _HEAD - 22, size=12, fill=INK, text_anchor="middle")
    drawing.add(
        "rect", x=_LABELS + 8, y=_HEAD - 14, width=_UNDATED - 8, height=bottom - _HEAD + 6, fill="#f1f3f5"
    )
    for year in axis.ticks():
        at = axis.x(date(year, 1, 1))
        drawing.add("line", x1=at, x2=at, y1=_HEAD - 14, y2=bottom - 8, stroke="#c9d0d6", stroke_width=1)
        drawing.text(str(year), at, _HEAD - 22, size=12, fill=INK, text_anchor="middle")


def _bar(drawing: Drawing, span: Span, axis: Axis, y: float) -> None:
    """Draw what is known of the time of one thing."""
    if not span.dated:
        x = _LABELS + _UNDATED / 2 + 4
        _diamond(drawing, x, y + _BAR / 2, planned=span.planned)
        return
    first, last = span.first, span.last
    left = axis.x(first) if first else axis.left
    right = axis.x(last) if last else axis.right
    opens = (first is None or not axis.holds(first), last is None or not axis.holds(last))
    possible(drawing, left, max(right, left + 4), y, opens=opens, planned=span.planned)
    if (sure := span.surely) and not span.planned:
        start, end = axis.x(sure[0]), axis.x(sure[1])
        x = min(start, axis.right - 4)
        drawing.add(
            "rect",
            x=x,
            y=y,
            width=max(end - x, 3),
            height=_BAR,
            fill=BLUE,
            stroke=BLUE,
            stroke_width=2,
        )


def possible(
    drawing: Drawing, left: float, right: float, y: float, *, opens: tuple[bool, bool], planned: bool
) -> None:
    """Draw the time in which something may have held; an end whose bound is not known is open, with dots."""
    start = left + (_OPEN if opens[0] else 0)
    end = max(right - (_OPEN if opens[1] else 0), start + 4)
    colour = _PLANNED if planned else BLUE
    fill = PAPER if planned else _HATCH
    drawing.add("rect", x=start, y=y, width=end - start, height=_BAR, fill=fill)
    outline = f"M{start:.1f} {y:.1f}H{end:.1f}M{start:.1f} {y + _BAR:.1f}H{end:.1f}"
    outline += "" if opens[0] else f"M{start:.1f} {y:.1f}v{_BAR}"
    outline += "" if opens[1] else f"M{end:.1f} {y:.1f}v{_BAR}"
    drawing.add(
        "path",
        d=outline,
        fill="none",
        stroke=colour,
        stroke_width=1.5,
        stroke_dasharray="2 3" if planned else "5 3",
    )
    for is_open, edge, way in ((opens[0], start, -1), (opens[1], end, 1)):
        if is_open:
            for step in (1, 2, 3):
                drawing.add("circle", cx=edge + way * step * 5, cy=y + _BAR / 2, r=1.7, fill=colour)


def _diamond(drawing: Drawing, x: float, y: float, *, planned: bool) -> None:
    colour = _PLANNED if planned else BLUE
    drawing.add(
        "path",
        d=f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z",
        fill=PAPER if planned else "#e7f0f7",
        stroke=colour,
        stroke_width=1.5,
        stroke_dasharray="2 3" if planned else None,
    )


def _entries(said: Words, spans: Sequence[Span], day: str) -> list[Entry]:
    """Return what each form means; of what is planned only where something is."""
    entries = [
        Entry(said.say("timeline.sure_means"), _solid),
        Entry(said.say("timeline.perhaps_means"), partial(_piece, opens=(False, False), planned=False)),
        Entry(said.say("timeline.open_means"), partial(_piece, opens=(False, True), planned=False)),
        Entry(said.say("timeline.undated_means"), partial(_sign, planned=False)),
        Entry(said.say("timeline.now_means", date=day), _now),
    ]
    if any(span.planned for span in spans):
        planned = partial(_piece, opens=(False, False), planned=True)
        entries.insert(3, Entry(said.say("timeline.planned_means"), planned))
    return entries


def _solid(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
    drawing.add("rect", x=x, y=y + (height - _BAR) / 2, width=width, height=_BAR, fill=BLUE)


def _piece(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    opens: tuple[bool, bool],
    planned: bool,
) -> None:
    possible(drawing, x, x + width, y + (height - _BAR) / 2, opens=opens, planned=planned)


def _sign(drawing: Drawing, x: float, y: float, width: float, height: float, *, planned: bool) -> None:
    _diamond(drawing, x + width / 2, y + height / 2, planned=planned)


def _now(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
    drawing.add("line", x1=x + width / 2, x2=x + width / 2, y1=y, y2=y + height, stroke=_NOW, stroke_width=2)
