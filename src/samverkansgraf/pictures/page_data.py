"""What the network page's script reads: pyvis's nodes, links and options, and words about each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.pictures import style
from samverkansgraf.pictures.filters import lasting_keys
from samverkansgraf.pictures.geometry import FONT_SIZE, LINE_HEIGHT, LINK_FONT_SIZE, PADDING, wrapped
from samverkansgraf.pictures.legend import certainty_name
from samverkansgraf.pictures.overview_svg import overview_bounds
from samverkansgraf.pictures.packing import Packed
from samverkansgraf.pictures.scene import line_dashes, line_width
from samverkansgraf.pictures.texts import text, texts_for_script

if TYPE_CHECKING:
    from samverkansgraf.pictures.content import Content
    from samverkansgraf.pictures.filters import FilterKeys
    from samverkansgraf.pictures.measured import Measured
    from samverkansgraf.pictures.names import Names
    from samverkansgraf.pictures.scene import NodeFigure, Scene
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
    from pyvis.node import Node

    graph = Network()
    for node in drawn.nodes:
        x, y = node.place
        # pyvis would put the key in the place of an empty label, and looks through all nodes for each new one.
        label = " ".join(node.shape.lines) or " "
        figure = _figure(node, content, keys)
        graph.nodes.append(Node(node.key, "custom", label, x=x, y=y, figure=figure).options)
        graph.node_ids.append(node.key)
    for link in drawn.links:
        # add_edge looks through all edges each time; the links are distinct already.
        graph.edges.append(
            Edge(
                link.start.key,
                link.end.key,
                id=link.key,
                figure={"x": link.place[0], "y": link.place[1]},
            ).options
        )
    graph.set_options(json.dumps(_OPTIONS))
    nodes, edges, _, _, _, options = graph.get_network_data()
    packed = Packed()
    about = {node.key: packed.node(content.nodes[node.key]) for node in drawn.nodes}
    parts = [[packed.part(part, keys) for part in content.links[link.key]] for link in drawn.links]
    if drawn.groups:
        edges = [[edge["from"], edge["to"]] for edge in edges]
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "about": about,
        "parts": parts,
        "terms": packed.terms,
        "facts": packed.facts,
        "proofs": packed.proofs,
        "roles": _roles(keys, names, language),
        "certainties": _certainties(keys, names, language),
        "groups": _groups(drawn, names, language),
        "mostDrawn": MOST_DRAWN,
        "bounds": overview_bounds(drawn) if drawn.groups else drawn.bounds,
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
        **({"wraps": node.wraps} if node.wraps else {}),
    }


def _roles(keys: FilterKeys, names: Names, language: Language) -> dict[str, dict[str, Any]]:
    """Return what each role is called and how its line looks."""
    roles = {}
    for role, key in keys.roles.items():
        width = line_width((role,) if role else (), names)
        name = names.concept(role) if role else text("not_given", language)
        roles[key] = {
            "name": name,
            "width": width,
            "line": "noTie" if width == style.WIDTH_NO_TIE else "tie",
        }
    return roles


def _certainties(keys: FilterKeys, names: Names, language: Language) -> dict[str, dict[str, Any]]:
    """Return what each certainty is called, how strong it is and how its line looks."""
    return {
        key: {
            "name": certainty_name(certainty, names, language),
            "rank": style.rank(certainty),
            "dashes": line_dashes(certainty),
        }
        for certainty, key in keys.certainties.items()
    }


#: So many of an opened group's nodes are drawn at once.
MOST_DRAWN: Final = 200


def _groups(drawn: Scene, names: Names, language: Language) -> list[dict[str, Any]] | None:
    """Return the groups of a network too large to be read node by node, by their numbers; ``None`` otherwise."""
    if not drawn.groups:
        return None
    keys = {node.iri: node.key for node in drawn.nodes}
    numbers = {group.key: at for at, group in enumerate(drawn.groups)}
    refs = lasting_keys(numbers)
    return [
        {
            "id": f"g{at}",
            "ref": refs[group.key],
            "name": (name := names.group(group.key, drawn.layout, language)),
            "lines": wrapped(name, width=150, max_lines=2),
            "x": group.place[0],
            "y": group.place[1],
            "radius": group.radius,
            "members": [keys[iri] for iri in group.members],
            "links": {f"g{numbers[other]}": links for other, links in group.links.items()},
        }
        for at, group in enumerate(drawn.groups)
    ]


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
