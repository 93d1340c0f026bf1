"""The overview of a large network as a still picture: a circle for each group, a line where groups are linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.pictures import style
from samverkansgraf.pictures.geometry import bounds, wrapped
from samverkansgraf.pictures.svg_text import number, safe
from samverkansgraf.pictures.texts import counted

if TYPE_CHECKING:
    from samverkansgraf.pictures.names import Names
    from samverkansgraf.pictures.scene import Scene
    from samverkansgraf.project import Language

ROOM = 74.0  # of a group's words, to each side and below


def overview_svg(drawn: Scene, names: Names, *, language: Language, title: str) -> str:
    """Write the groups of a scene as SVG."""
    left, top, right, bottom = overview_bounds(drawn)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{number(left)} {number(top)} {number(right - left)} '
            f'{number(bottom - top)}" role="img" lang="{language}" aria-label="{safe(title)}" '
            f'font-family="{style.FONT}" font-size="13">'
        ),
        (
            f'<rect x="{number(left)}" y="{number(top)}" width="{number(right - left)}" '
            f'height="{number(bottom - top)}" fill="{style.PAPER}"/>'
        ),
    ]
    places = {group.key: group.place for group in drawn.groups}
    most = max((n for group in drawn.groups for n in group.links.values()), default=1)
    for group in drawn.groups:
        for other, links in group.links.items():
            if group.key < other:
                (x1, y1), (x2, y2) = group.place, places[other]
                parts.append(
                    f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
                    f'stroke="{style.LINK_NO_TIE}" stroke-width="{number(1 + 5 * links / most)}"/>'
                )
    kinds = {node.iri: node.kind for node in drawn.nodes}
    for group in drawn.groups:
        x, y = group.place
        actors = sum(kinds[iri] == "actor" for iri in group.members)
        words = [
            *wrapped(names.group(group.key, drawn.layout, language), width=150, max_lines=2),
            f"{counted('count_actors', actors, language)}, ",
            counted("count_initiatives", len(group.members) - actors, language),
        ]
        parts.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(group.radius)}" '
            f'fill="{style.INITIATIVE_FILL}" stroke="{style.INK}" stroke-width="1.6"/>'
        )
        parts += [
            f'<text x="{number(x)}" y="{number(y + group.radius + 16 + 15 * at)}" text-anchor="middle" '
            f'fill="{style.INK}">{safe(line.strip(" ,"))}</text>'
            for at, line in enumerate(words)
        ]
    return "\n".join([*parts, "</svg>\n"])


def overview_bounds(drawn: Scene) -> tuple[float, float, float, float]:
    """Return the box around all groups and their words."""
    return bounds(
        (x - max(ROOM, group.radius), y - group.radius, x + max(ROOM, group.radius), y + group.radius + ROOM)
        for group in drawn.groups
        for x, y in (group.place,)
    )
