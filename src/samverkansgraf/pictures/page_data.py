"""What the network page's script reads: pyvis's nodes, links and options, and words about each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.pictures import style
from samverkansgraf.pictures.geometry import FONT_SIZE, LINE_HEIGHT, LINK_FONT_SIZE, PADDING
from samverkansgraf.pictures.filters import lasting_keys
from samverkansgraf.pictures.scene import line_colour, line_dashes, line_width
from samverkansgraf.pictures.texts import texts_for_script

if TYPE_CHECKING:
    from samverkansgraf.pictures.content import Content, Part
    from samverkansgraf.pictures.filters import FilterKeys
    from samverkansgraf.pictures.measured import Measured
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


def page_data(
    drawn: Scene,
    content: Content,
    keys: FilterKeys,
    names: Names,
    *,
    language: Language,
    own_language: Language,
    measured: Measured,
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
            node.key, label=label, shape="custom", color=fill, x=x, y=y, figure=_figure(node, content, keys)
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
        "years": keys.years,
        "refs": _refs(drawn),
        "beyondChance": _pairs(drawn, measured),
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


def _figure(node: NodeFigure, content: Content, keys: FilterKeys) -> dict[str, Any]:
    """Return what the script draws of a node."""
    about = content.nodes[node.key]
    is_actor = node.kind == "actor"
    return {
        "name": node.label,
        "kind": node.kind,
        "places": None if is_actor else [keys.places[one] for one in about.places or (None,)],
        "themes": None if is_actor else [keys.themes[one] for one in about.themes or (None,)],
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
        "years": part.years,
    }


def _refs(drawn: Scene) -> dict[str, str]:
    """Return what a node is called in the address of a page, which is shared and kept: its kind and its id."""
    refs = {}
    for kind in ("actor", "initiative"):
        nodes = {node.iri: node.key for node in drawn.nodes if node.kind == kind}
        refs.update({nodes[iri]: f"{kind}/{key}" for iri, key in lasting_keys(nodes).items()})
    return refs


def _pairs(drawn: Scene, measured: Measured) -> list[list[str]] | None:
    """Return the pairs of actors that share more than chance gives, by their keys; ``None`` where none is known."""
    keys = {node.iri: node.key for node in drawn.nodes}
    pairs = [[keys[a], keys[b]] for a, b in measured.beyond_chance or () if a in keys and b in keys]
    return pairs or None
