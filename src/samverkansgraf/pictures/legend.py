"""What the signs of a network picture mean: only those that the picture has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.pictures import style
from samverkansgraf.pictures.scene import line_dashes
from samverkansgraf.pictures.texts import text

if TYPE_CHECKING:
    from samverkansgraf.pictures.names import Names
    from samverkansgraf.pictures.scene import Scene
    from samverkansgraf.project import Language


_LARGEST: Final = 15.0  # sizes in the legend keep their proportions, in the room of a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One sign and its words: an actor's shape (``look``), an initiative's frame, or else a line."""

    words: str
    look: style.SectorStyle | None = None
    hollow: bool = False
    frame: bool = False
    dashed: bool = False
    double: bool = False
    width: float = style.WIDTH_TIE
    colour: str = style.LINK
    dashes: tuple[int, ...] = ()
    radius: float = 12.0
    zone: bool = False


def legend(drawn: Scene, names: Names, language: Language) -> list[tuple[str, list[Sign]]]:
    """
    Return the legend of a scene: headings, each with its signs.

    Parameters
    ----------
    drawn
        The scene; a sign it does not hold is left out.
    names
        Labels of sectors and certainties.
    language
        Of the words.
    """
    parts = (
        (text("legend_actors", language), _actors(drawn, names, language)),
        (text("legend_initiatives", language), _initiatives(drawn, language)),
        (
            text("legend_size", language, measure=text(f"size_{drawn.sizes.measure}", language))
            if drawn.sizes.measure != "none"
            else "",
            _sizes(drawn, language),
        ),
        (text("layout", language), _zones(drawn, language)),
        (text("legend_certainty", language), _certainties(drawn, names, language)),
        (
            text("legend_role" if drawn.has_roles_written else "legend_role_chosen", language),
            _roles(drawn, language),
        ),
    )
    return [(heading, signs) for heading, signs in parts if signs]


def sector_name(sector: str | None, names: Names, language: Language) -> str:
    """Return what a sector is called, also when none is given."""
    return names.concept(sector) if sector else text("unknown_sector", language)


def certainty_name(certainty: str | None, names: Names, language: Language) -> str:
    """Return what a certainty is called, also when none is given."""
    return names.concept(certainty) if certainty else text("not_given", language)


def _actors(drawn: Scene, names: Names, language: Language) -> list[Sign]:
    actors = drawn.of_kind("actor")
    looks = {node.sector: node.look for node in actors}
    order: list[str | None] = [*names.in_order("sector", (sector for sector in looks if sector))]
    if None in looks:
        order.append(None)
    signs = [Sign(words=sector_name(sector, names, language), look=looks[sector]) for sector in order]
    if any(node.hollow for node in actors):
        grey = style.SectorStyle("circle", "#9aa5b1")
        signs.append(Sign(words=text("legend_collective", language), look=grey, hollow=True))
    return signs


def _sizes(drawn: Scene, language: Language) -> list[Sign]:
    grey = style.SectorStyle("circle", "#9aa5b1")
    largest = max((radius for _, radius in drawn.sizes.scale), default=1.0)
    signs = [
        Sign(words=number(value, language), look=grey, radius=_LARGEST * radius / largest)
        for value, radius in drawn.sizes.scale
    ]
    if any(node.unsized for node in drawn.nodes):
        signs.append(Sign(words=text("legend_unsized", language), look=grey, dashed=True))
    return signs


def _zones(drawn: Scene, language: Language) -> list[Sign]:
    if not drawn.zones:
        return []
    what = text(f"zones_{drawn.layout}", language)
    return [Sign(words=text("legend_zones", language, what=what), zone=True)]


def number(value: float, language: Language) -> str:
    """Write a share or a measure with two significant digits, as the language does."""
    written = f"{value:.2g}" if abs(value) < 1 else f"{value:.3g}"
    return written if language == "en" else written.replace(".", ",")


def _initiatives(drawn: Scene, language: Language) -> list[Sign]:
    nodes = drawn.of_kind("initiative")
    signs = []
    if nodes:
        signs.append(Sign(words=text("legend_plain", language), frame=True))
    if any(node.double for node in nodes):
        signs.append(Sign(words=text("legend_set", language), frame=True, double=True))
    if any(node.dashed for node in nodes):
        signs.append(Sign(words=text("legend_planned", language), frame=True, dashed=True))
    return signs


def _certainties(drawn: Scene, names: Names, language: Language) -> list[Sign]:
    found = {link.certainty for link in drawn.links}
    order: list[str | None] = [*names.in_order("certainty", (one for one in found if one))]
    if None in found:
        order.append(None)
    return [Sign(words=certainty_name(one, names, language), dashes=line_dashes(one)) for one in order]


def _roles(drawn: Scene, language: Language) -> list[Sign]:
    found = {link.width for link in drawn.links}
    widths = (
        (style.WIDTH_LEAD, "legend_lead", style.LINK),
        (style.WIDTH_TIE, "legend_tie", style.LINK),
        (style.WIDTH_NO_TIE, "legend_no_tie", style.LINK_NO_TIE),
    )
    return [
        Sign(words=text(key, language), width=width, colour=colour)
        for width, key, colour in widths
        if width in found
    ]
