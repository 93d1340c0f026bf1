"""The network as a still picture: one SVG without scripts, styles or outside addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.network.checks import require_two_mode
from samverkansgraf.pictures import style
from samverkansgraf.pictures.geometry import FONT_SIZE, LINE_HEIGHT, LINK_FONT_SIZE
from samverkansgraf.pictures.legend import legend
from samverkansgraf.pictures.lettering import text_width
from samverkansgraf.pictures.names import Names
from samverkansgraf.pictures.scene import scene
from samverkansgraf.pictures.svg_text import number, safe
from samverkansgraf.pictures.texts import counted, text

if TYPE_CHECKING:
    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.geometry import NodeShape
    from samverkansgraf.pictures.grouped import Zone
    from samverkansgraf.pictures.layout import Layout
    from samverkansgraf.pictures.legend import Sign
    from samverkansgraf.pictures.scene import LinkFigure, NodeFigure, Scene
    from samverkansgraf.pictures.sizes import Sizes
    from samverkansgraf.project import Language

_COLUMN: Final = 300
_ROW: Final = 26


def network_svg(
    network: nx.Graph[str],
    frames: Frames,
    *,
    language: Language,
    seed: int = 1,
    title: str | None = None,
    layout: Layout = "two-mode",
    sizes: Sizes | None = None,
) -> str:
    """
    Draw a two-mode network as SVG, with its legend.

    Parameters
    ----------
    network
        As :func:`~samverkansgraf.pictures.two_mode.picture_network` makes it.
    frames
        The frames the network was made from.
    language
        Of the words in the picture (labels stay as they are).
    seed
        Chooses among equally good layouts; :func:`network_page` with the same seed looks the same.
    title
        What the picture is called; a general name where it is left out.
    layout, sizes
        How nodes are placed, how large actors are: as :func:`~samverkansgraf.pictures.scene.scene` has them.

    Returns
    -------
    svg
        A whole SVG document with title and description for those who do not see it. The same input
        gives the same bytes.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    require_two_mode(network)
    names = Names.of(frames, language)
    drawn = scene(network, frames, names, seed=seed, layout=layout, sizes=sizes)
    return svg_of(drawn, names, language=language, title=title)


def svg_of(drawn: Scene, names: Names, *, language: Language, title: str | None, keyed: bool = False) -> str:
    """Write a scene as SVG; ``keyed`` gathers what belongs to a node or link, so that a script can take it out."""
    left, top, right, bottom = drawn.bounds
    name = title or text("takes_part_in", language)
    desc = text(
        "still_desc",
        language,
        actors=counted("count_actors", len(drawn.of_kind("actor")), language),
        initiatives=counted("count_initiatives", len(drawn.of_kind("initiative")), language),
        links=counted("count_links", len(drawn.links), language),
    )
    parts = [
        *(_zone(zone, names.group(zone.group, drawn.layout, language)) for zone in drawn.zones),
        *(_of(link.key, _link(link), keyed=keyed) for link in drawn.links),
        *(_of(node.key, _node(node), keyed=keyed) for node in drawn.nodes),
        *(_of(link.key, _words(link), keyed=keyed) for link in drawn.links if drawn.has_roles_written),
    ]
    right = max(right, left + _COLUMN)
    signs, height = _legend(drawn, names, language, corner=(left + 24, bottom + 24), width=right - left - 48)
    parts += signs
    bottom += height + 48
    box = " ".join(number(value) for value in (left, top, right - left, bottom - top))
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" lang="{language}" '
        f'aria-labelledby="still-title still-desc" font-family="{style.FONT}" font-size="{FONT_SIZE}">'
    )
    ground = (
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(right - left)}" '
        f'height="{number(bottom - top)}" fill="{style.PAPER}"/>'
    )
    words = f'<title id="still-title">{safe(name)}</title>\n<desc id="still-desc">{safe(desc)}</desc>'
    return "\n".join([start, words, ground, *parts, "</svg>\n"])


def _of(key: str, drawn: str, *, keyed: bool) -> str:
    """Gather what is drawn of a node or link under its key."""
    return f'<g data-of="{key}">{drawn}</g>' if keyed and drawn else drawn


def sign_svg(sign: Sign) -> str:
    """Draw one sign of the legend as a small SVG of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-26 -16 52 32" width="52" height="32" '
        f'aria-hidden="true" focusable="false">{_sign(sign, 0, 0)}</svg>'
    )


def _dashes(dashes: tuple[int, ...]) -> str:
    """Write a dash pattern, nothing for a full line."""
    return f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""


def _zone(zone: Zone, words: str) -> str:
    """Draw the ground of a group with its heading."""
    left, top, right, bottom = zone.box
    return (
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(right - left)}" '
        f'height="{number(bottom - top)}" rx="6" fill="{style.ZONE}" stroke="{style.LINK_NO_TIE}"/>'
        f'<text x="{number(left + 12)}" y="{number(top + 22)}" font-weight="bold" fill="{style.INK}">'
        f"{safe(words)}</text>"
    )


def _link(link: LinkFigure) -> str:
    """Draw a link's line."""
    (x1, y1), (x2, y2) = link.start.place, link.end.place
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
        f'stroke="{link.colour}" stroke-width="{number(link.width)}"{_dashes(link.dashes)}/>'
    )


def _words(link: LinkFigure) -> str:
    """Write a link's role on it, on a pale ground."""
    if not link.words:
        return ""
    x, y = link.place
    width = text_width(link.words, size=LINK_FONT_SIZE) + 6
    return (
        f'<rect x="{number(x - width / 2)}" y="{number(y - 8)}" width="{number(width)}" height="16" rx="3" '
        f'fill="{style.PAPER}" fill-opacity="0.88"/>'
        f'<text x="{number(x)}" y="{number(y + 4)}" text-anchor="middle" font-size="{LINK_FONT_SIZE}" '
        f'fill="{style.INK}">{safe(link.words)}</text>'
    )


def _node(node: NodeFigure) -> str:
    """Draw a node with its label."""
    x, y = node.place
    if node.look is None:
        figure = _frame(x, y, node.shape.width, node.shape.height, dashed=node.dashed, double=node.double)
    else:
        figure = _figure(node.look, x, y, node.shape.width / 2, hollow=node.hollow, dashed=node.unsized)
    return figure + _label(node.shape, x, y)


def _frame(x: float, y: float, width: float, height: float, *, dashed: bool, double: bool) -> str:
    """Draw an initiative's frame."""
    dash = _dashes(style.FRAME_DASHES) if dashed else ""
    frames = []
    if double:
        frames.append((width + 8, height + 8, style.PAPER))
    frames.append((width, height, style.INITIATIVE_FILL))
    return "".join(
        f'<rect x="{number(x - w / 2)}" y="{number(y - h / 2)}" width="{number(w)}" height="{number(h)}" '
        f'rx="6" fill="{fill}" stroke="{style.INK}" stroke-width="1.6"{dash}/>'
        for w, h, fill in frames
    )


def _figure(
    look: style.SectorStyle, x: float, y: float, radius: float, *, hollow: bool, dashed: bool = False
) -> str:
    """Draw an actor's shape; a hollow one has a thick rim in its colour between two dark lines."""
    points = " ".join(
        f"{number(x + px * radius)},{number(y + py * radius)}" for px, py in style.SHAPES[look.shape]
    )
    outline = f'<polygon points="{points}" fill="{look.fill}" stroke="{style.INK}" stroke-width="1.6"{_dashes(style.RIM_DASHES) if dashed else ""}/>'
    if not hollow:
        return outline
    inner = " ".join(
        f"{number(x + px * radius * style.HOLLOW)},{number(y + py * radius * style.HOLLOW)}"
        for px, py in style.SHAPES[look.shape]
    )
    return f'{outline}<polygon points="{inner}" fill="{style.PAPER}" stroke="{style.INK}" stroke-width="1"/>'


def _label(shape: NodeShape, x: float, y: float) -> str:
    """Write the lines of a node's label: bold within a frame, on a pale ground beside a shape."""
    left, top, right, bottom = shape.words
    anchor, across = {"right": ("start", left + 2), "left": ("end", right - 2)}.get(
        shape.side, ("middle", 0.0)
    )
    how = ' font-weight="bold"' if shape.side == "within" else ""
    ground = (
        f'<rect x="{number(x + left)}" y="{number(y + top)}" width="{number(right - left)}" '
        f'height="{number(bottom - top)}" fill="{style.PAPER}" fill-opacity="0.8"/>'
        if shape.side != "within" and shape.lines
        else ""
    )
    first = y + (top + bottom) / 2 - (len(shape.lines) - 1) * LINE_HEIGHT / 2 + FONT_SIZE * 0.35
    return ground + "".join(
        f'<text x="{number(x + across)}" y="{number(first + at * LINE_HEIGHT)}" text-anchor="{anchor}" '
        f'fill="{style.INK}"{how}>{safe(line)}</text>'
        for at, line in enumerate(shape.lines)
    )


def _sign(sign: Sign, x: float, y: float) -> str:
    """Draw one sign of the legend around a point."""
    if sign.look is not None:
        return _figure(sign.look, x, y, sign.radius, hollow=sign.hollow, dashed=sign.dashed)
    if sign.zone:
        return (
            f'<rect x="{number(x - 20)}" y="{number(y - 10)}" width="40" height="20" rx="4" '
            f'fill="{style.ZONE}" stroke="{style.LINK_NO_TIE}"/>'
        )
    if sign.frame:
        return _frame(x, y, 34, 16, dashed=sign.dashed, double=sign.double)
    return (
        f'<line x1="{number(x - 24)}" y1="{number(y)}" x2="{number(x + 24)}" y2="{number(y)}" '
        f'stroke="{sign.colour}" stroke-width="{number(sign.width)}"{_dashes(sign.dashes)}/>'
    )


def _legend(
    drawn: Scene,
    names: Names,
    language: Language,
    *,
    corner: tuple[float, float],
    width: float,
) -> tuple[list[str], float]:
    """Draw the legend in columns; return it and its height."""
    x, y = corner
    columns = max(int(width // _COLUMN), 1)
    parts: list[str] = []
    row_top = y
    for heading, signs in legend(drawn, names, language):
        parts.append(
            f'<text x="{number(x)}" y="{number(row_top + 14)}" font-weight="bold" fill="{style.INK}">'
            f"{safe(heading)}</text>"
        )
        row_top += _ROW + 4
        used = 0
        for sign in signs:
            span = min(columns, int((text_width(sign.words) + 70) // _COLUMN) + 1)
            if used and used % columns + span > columns:
                used += columns - used % columns
            left = x + used % columns * _COLUMN
            middle = row_top + used // columns * _ROW + 6
            parts.append(
                _sign(sign, left + 26, middle)
                + f'<text x="{number(left + 62)}" y="{number(middle + 5)}" fill="{style.INK}">{safe(sign.words)}</text>'
            )
            used += span
        row_top += -(-used // columns) * _ROW + 8
    return parts, row_top - y
