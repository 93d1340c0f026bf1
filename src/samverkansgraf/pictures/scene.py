"""What is drawn where: the figures of a network picture, for the page and the still picture alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from samverkansgraf.pictures import style
from samverkansgraf.pictures.fitting import FITTED
from samverkansgraf.pictures.geometry import (
    Box,
    NodeShape,
    bounds,
    box_at,
    node_shape,
    other_wraps,
    visible_part,
)
from samverkansgraf.pictures.groups import groups_of
from samverkansgraf.pictures.labels import best_side, link_label_places
from samverkansgraf.pictures.layout import Arrangement, arrangement
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.pictures.sizes import Sizes, usual
from samverkansgraf.vocabulary import TIE_MAKING_ROLES, sg

if TYPE_CHECKING:
    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.geometry import NodeKind
    from samverkansgraf.pictures.grouped import Zone
    from samverkansgraf.pictures.groups import Group
    from samverkansgraf.pictures.layout import Layout
    from samverkansgraf.pictures.names import Names
    from samverkansgraf.pictures.style import Point, SectorStyle

_MOST_WORDS: Final = 60
_TIES = frozenset(map(sg, TIE_MAKING_ROLES))


@dataclass(frozen=True, slots=True)
class NodeFigure:
    """
    A node as it is drawn.

    ``hollow``: a collective nobody has listed. ``dashed``: a planned or proposed initiative.
    ``double``: several bodies of unknown number. ``unsized``: an actor without a size where others have one.
    ``look`` is ``None`` for initiatives. ``wraps`` has other ways to break its words into lines, in pictures that
    are read name by name.
    """

    key: str
    iri: str
    kind: NodeKind
    label: str
    place: Point
    shape: NodeShape
    sector: str | None
    look: SectorStyle | None
    hollow: bool
    dashed: bool
    double: bool
    unsized: bool = False
    wraps: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class LinkFigure:
    """A link as it is drawn, from actor to initiative; ``place`` is the middle of its words."""

    key: str
    start: NodeFigure
    end: NodeFigure
    roles: tuple[str, ...]
    certainty: str | None
    participations: tuple[str, ...]
    words: str
    place: Point
    width: float
    colour: str
    dashes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """All figures of a picture: nodes (initiatives, then actors, each by label), links, and the box around all."""

    nodes: tuple[NodeFigure, ...]
    links: tuple[LinkFigure, ...]
    bounds: Box
    layout: Layout = "two-mode"
    zones: tuple[Zone, ...] = ()
    sizes: Sizes = field(default_factory=Sizes)
    groups: tuple[Group, ...] = ()

    @property
    def has_roles_written(self) -> bool:
        """Say whether roles are written on the lines; on too many lines nobody could read them."""
        return len(self.links) <= _MOST_WORDS

    def of_kind(self, kind: NodeKind) -> list[NodeFigure]:
        """Return the initiatives or the actors."""
        return [node for node in self.nodes if node.kind == kind]


def makes_tie(role: str, names: Names) -> bool:
    """Say whether a role makes a tie between those who hold it."""
    return names.ties.get(role, role in _TIES)


def line_width(roles: tuple[str, ...], names: Names) -> float:
    """Return the width of a link's line: who leads, who takes part, who makes no tie."""
    if sg("Lead") in roles:
        return style.WIDTH_LEAD
    if not roles or any(makes_tie(role, names) for role in roles):
        return style.WIDTH_TIE
    return style.WIDTH_NO_TIE


def line_colour(width: float) -> str:
    """Return the colour of a line of that width."""
    return style.LINK_NO_TIE if width == style.WIDTH_NO_TIE else style.LINK


def line_dashes(certainty: str | None) -> tuple[int, ...]:
    """Return the dashes that show a certainty."""
    return style.UNKNOWN_DASHES if certainty is None else style.DASHES.get(certainty, style.UNKNOWN_DASHES)


def scene(
    network: nx.Graph[str],
    frames: Frames,
    names: Names,
    *,
    seed: int,
    layout: Layout = "two-mode",
    sizes: Sizes | None = None,
    overview: bool = False,
) -> Scene:
    """
    Compute every figure of a two-mode network's picture.

    Parameters
    ----------
    network
        As :func:`~samverkansgraf.pictures.two_mode.picture_network` makes it.
    frames
        The frames the network was made from.
    names
        Labels in the picture's language.
    seed
        Chooses among equally good layouts.
    layout
        How nodes are placed, as :func:`~samverkansgraf.pictures.layout.arrangement` has it.
    sizes
        How large the actors are; all alike unless given.
    overview
        Divide the network into groups; every node then stands in its own group's coordinates.
    """
    sizes = sizes or Sizes()
    groups = groups_of(network, layout=layout, seed=seed) if overview else []
    if groups:
        arranged = Arrangement({node: place for group in groups for node, place in group.places.items()})
    else:
        arranged = arrangement(network, seed=seed, layout=layout, radii=sizes.radii)
    places = arranged.places
    collectives = {
        row[0] for row in frames.actors.select("actor", "kind").iter_rows() if row[1] == "collective"
    }
    planned = {
        row[0]
        for row in frames.initiatives.select("initiative", "status").iter_rows()
        if row[1] in style.PLANNED_STATUS
    }
    sectors = {data.get("sector") for _, data in network.nodes(data=True)}
    looks = style.sector_styles((sector for sector in sectors if sector), names.broader)
    shapes = _sides(network, arranged, sizes)
    figures: dict[str, NodeFigure] = {}
    for number, iri in enumerate(sorted(network, key=lambda iri: _order(network.nodes[iri], iri))):
        data = network.nodes[iri]
        kind: NodeKind = "initiative" if data.get("kind") == "initiative" else "actor"
        label = data.get("label") or names.thing(iri)
        sector = data.get("sector") if kind == "actor" else None
        figures[iri] = NodeFigure(
            key=f"n{number}",
            iri=iri,
            kind=kind,
            label=label,
            place=places[iri],
            shape=shapes[iri],
            sector=sector,
            look=None if kind == "initiative" else looks[sector] if sector else style.NO_SECTOR,
            hollow=iri in collectives,
            dashed=iri in planned,
            double=bool(data.get("is_set")),
            wraps=other_wraps(words, kind)
            if len(network) <= FITTED and (words := data.get("short_label") or label)
            else (),
            unsized=kind == "actor" and sizes.measure != "none" and iri not in sizes.radii,
        )
    links = _links(network, figures, names)
    return Scene(
        nodes=tuple(figures.values()),
        links=links,
        bounds=bounds(
            [
                *(box_at(node.shape.around, node.place) for node in figures.values()),
                *(zone.box for zone in arranged.zones),
            ]
        ),
        layout=layout,
        zones=arranged.zones,
        sizes=sizes,
        groups=tuple(groups),
    )


def _sides(network: nx.Graph[str], arranged: Arrangement, sizes: Sizes) -> dict[str, NodeShape]:
    """Return every node's size, each actor's label on the side that suits it best."""
    words = {
        iri: data.get("short_label") or data.get("label") or "" for iri, data in network.nodes(data=True)
    }
    kinds: dict[str, NodeKind] = {
        iri: "initiative" if data.get("kind") == "initiative" else "actor"
        for iri, data in network.nodes(data=True)
    }
    places, sides = arranged.places, arranged.sides
    shapes = {
        iri: node_shape(words[iri], kinds[iri], side=sides.get(iri, "below"), radius=usual(sizes, iri))
        for iri in sorted(network)
    }
    if sides or arranged.zones or len(shapes) > _TOO_MANY_TO_TURN:
        return shapes
    order = list(shapes)
    boxes = np.array([box_at(shape.around, places[iri]) for iri, shape in shapes.items()])
    lines = np.array([(*places[a], *places[b]) for a, b in sorted(map(sorted, network.edges))]).reshape(-1, 4)
    for number, iri in enumerate(order):
        if kinds[iri] == "actor":
            shapes[iri] = best_side(
                words[iri], places[iri], lines, np.delete(boxes, number, axis=0), radius=usual(sizes, iri)
            )
            boxes[number] = box_at(shapes[iri].around, places[iri])
    return shapes


_TOO_MANY_TO_TURN: Final = 1500


def _order(data: dict[str, Any], iri: str) -> tuple[bool, tuple[str, str], str]:
    """Return the place of a node in reading order."""
    return (data.get("kind") != "initiative", swedish_order(data.get("label") or iri), iri)


def _showing(start: NodeFigure, end: NodeFigure) -> tuple[Point, Point]:
    """Return the part of the line between two nodes that their figures leave open."""
    boxes = [
        box_at(
            (-node.shape.width / 2, -node.shape.height / 2, node.shape.width / 2, node.shape.height / 2),
            node.place,
        )
        for node in (start, end)
    ]
    return visible_part(start.place, end.place, boxes[0], boxes[1])


def _links(network: nx.Graph[str], figures: dict[str, NodeFigure], names: Names) -> tuple[LinkFigure, ...]:
    """Return the links in reading order, their words set where they cover least."""
    numbers = {iri: number for number, iri in enumerate(figures)}
    ends: dict[tuple[str, str], dict[str, Any]] = {}
    for a, b, data in network.edges(data=True):
        start, end = (b, a) if figures[a].kind == "initiative" else (a, b)
        ends[start, end] = data
    order = sorted(ends, key=lambda pair: (numbers[pair[1]], numbers[pair[0]]))
    roles = {pair: tuple(names.in_order("role", ends[pair].get("roles", ()))) for pair in order}
    words = {pair: ", ".join(names.concept(role) for role in roles[pair]) for pair in order}
    spots = link_label_places(
        [(*_showing(figures[a], figures[b]), words[a, b]) for a, b in order],
        [box_at(figure.shape.around, figure.place) for figure in figures.values()],
    )
    links = []
    for number, (pair, spot) in enumerate(zip(order, spots, strict=True)):
        data = ends[pair]
        width = line_width(roles[pair], names)
        links.append(
            LinkFigure(
                key=f"e{number}",
                start=figures[pair[0]],
                end=figures[pair[1]],
                roles=roles[pair],
                certainty=data.get("certainty"),
                participations=tuple(sorted(data.get("participations", ()))),
                words=words[pair],
                place=spot,
                width=width,
                colour=line_colour(width),
                dashes=line_dashes(data.get("certainty")),
            )
        )
    return tuple(links)
