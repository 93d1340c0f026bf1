"""What the network page's script reads: pyvis's nodes, links and options, and words about each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.pictures import style
from samverkansgraf.pictures.geometry import FONT_SIZE, LINE_HEIGHT, LINK_FONT_SIZE, PADDING
from samverkansgraf.pictures.legend import certainty_name, sector_name
from samverkansgraf.pictures.scene import line_colour, line_dashes, line_width
from samverkansgraf.pictures.texts import text, texts_for_script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.pictures.content import Content, Part
    from samverkansgraf.pictures.names import Names
    from samverkansgraf.pictures.scene import LinkFigure, NodeFigure, Scene
    from samverkansgraf.project import Language

_OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"chosen": False},
    "edges": {"smooth": False, "chosen": False, "selectionWidth": 0, "hoverWidth": 0},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "keyboard": False,
        "selectConnectedEdges": False,
        "zoomView": False,  # the wheel scrolls the page; buttons and keys change the size
    },
}


class FilterKeys:
    """Short keys for the sectors, roles and certainties a page can be filtered by."""

    def __init__(self, drawn: Scene, content: Content, names: Names, language: Language) -> None:
        self._language: Language = language
        parts = [part for link in drawn.links for part in content.links[link.key]]
        sectors = {node.sector for node in drawn.of_kind("actor")}
        self.sectors = self._keys("s", names, "sector", sectors)
        self.roles = self._keys("r", names, "role", {part.role for part in parts})
        self.certainties = self._keys("c", names, "certainty", {part.certainty for part in parts})
        self._labels = {
            "sector": {key: sector_name(iri, names, language) for iri, key in self.sectors.items()},
            "role": {
                key: names.concept(iri) if iri else text("not_given", language)
                for iri, key in self.roles.items()
            },
            "certainty": {key: certainty_name(iri, names, language) for iri, key in self.certainties.items()},
        }

    @staticmethod
    def _keys(letter: str, names: Names, scheme: str, found: Iterable[str | None]) -> dict[str | None, str]:
        some = set(found)
        order: list[str | None] = [*names.in_order(scheme, (iri for iri in some if iri is not None))]
        if None in some:
            order.append(None)
        return {iri: f"{letter}{number}" for number, iri in enumerate(order)}

    def filters(self) -> list[tuple[str, str, list[dict[str, str]]]]:
        """Return the filters: name, heading and choices of each."""
        return [
            (
                name,
                text(f"filter_{name}", self._language),
                [{"key": key, "label": label} for key, label in labels.items()],
            )
            for name, labels in self._labels.items()
        ]

    def all(self) -> dict[str, list[str]]:
        """Return every key, by filter."""
        return {name: list(labels) for name, labels in self._labels.items()}


def page_data(
    drawn: Scene,
    content: Content,
    keys: FilterKeys,
    names: Names,
    *,
    language: Language,
    own_language: Language,
) -> dict[str, Any]:
    """Return all that the page's script reads: pyvis's nodes, links and options, and words about them."""
    from pyvis.network import Edge, Network

    graph = Network()
    for node in drawn.nodes:
        x, y = node.place
        fill = style.INITIATIVE_FILL if node.look is None else node.look.fill
        # pyvis would put the key in the place of an empty label.
        label = " ".join(node.shape.lines) or " "
        graph.add_node(
            node.key, label=label, shape="custom", color=fill, x=x, y=y, figure=_figure(node, keys)
        )
    for link in drawn.links:
        # add_edge looks through all edges each time; the links are distinct already.
        graph.edges.append(
            Edge(
                link.start.key,
                link.end.key,
                id=link.key,
                color=link.colour,
                width=link.width,
                dashes=list(link.dashes) or False,
                figure={"x": link.place[0], "y": link.place[1]},
            ).options
        )
    graph.set_options(json.dumps(_OPTIONS))
    nodes, edges, _, _, _, options = graph.get_network_data()
    about: dict[str, Any] = {node.key: _about(node, content) for node in drawn.nodes}
    about.update({link.key: {"parts": _parts(link, content, keys, names)} for link in drawn.links})
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "about": about,
        "bounds": drawn.bounds,
        "keys": keys.all(),
        "look": {
            "colours": {"light": style.LIGHT, "dark": style.DARK},
            "font": style.FONT,
            "fontSize": FONT_SIZE,
            "frameDashes": style.FRAME_DASHES,
            "hollow": style.HOLLOW,
            "lineHeight": LINE_HEIGHT,
            "linkFontSize": LINK_FONT_SIZE,
            "padding": PADDING,
            "rimDashes": style.RIM_DASHES,
            "rolesFrom": 0.3 if drawn.has_roles_written else 1.0,
            "smallest": 11,
        },
        "zones": [
            {"box": zone.box, "name": names.group(zone.group, drawn.layout, language)} for zone in drawn.zones
        ],
        "ownLanguage": own_language if own_language != language else "",
        "shapes": {look.shape: style.SHAPES[look.shape] for node in drawn.nodes if (look := node.look)},
        "texts": texts_for_script(language),
    }


def _figure(node: NodeFigure, keys: FilterKeys) -> dict[str, Any]:
    """Return what the script draws of a node."""
    return {
        "name": node.label,
        "kind": node.kind,
        "sector": keys.sectors[node.sector] if node.kind == "actor" else None,
        "shape": node.look.shape if node.look else None,
        "fill": node.look.fill if node.look else None,
        "hollow": node.hollow,
        "dashed": node.dashed,
        "double": node.double,
        "unsized": node.unsized,
        "width": node.shape.width,
        "height": node.shape.height,
        "side": node.shape.side,
        "lines": node.shape.lines,
        "words": node.shape.words,
    }


def _about(node: NodeFigure, content: Content) -> dict[str, Any]:
    """Return the words about a node; ``names`` is what the search looks in."""
    said = content.nodes[node.key]
    return {
        "summary": said.summary,
        "facts": said.facts,
        "evidence": [proof._asdict() for proof in said.evidence],
        "names": [node.label, *said.aliases],
    }


def _parts(link: LinkFigure, content: Content, keys: FilterKeys, names: Names) -> list[dict[str, Any]]:
    """Return the participations of a link, each with how its line looks alone."""
    return [_part(part, keys, names) for part in content.links[link.key]]


def _part(part: Part, keys: FilterKeys, names: Names) -> dict[str, Any]:
    width = line_width((part.role,) if part.role else (), names)
    return {
        "role": part.role_name,
        "roleKey": keys.roles[part.role],
        "certainty": part.certainty_name,
        "certaintyKey": keys.certainties[part.certainty],
        "rank": style.rank(part.certainty),
        "width": width,
        "line": "noTie" if width == style.WIDTH_NO_TIE else "tie",
        "dashes": line_dashes(part.certainty),
        "facts": part.facts,
        "evidence": [proof._asdict() for proof in part.evidence],
    }
