"""
The network as one HTML file that asks nothing of the network.

pyvis holds nodes, links and options and brings vis-network's script; the page around them, its
drawing, its words and its tables are our own. As pyvis writes a page itself, it is blank without
a network, has neither language nor roles, and lets markup in its heading and node ids run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import defaultdict
from functools import cache, partial
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from samverkansgraf.dates import in_words, is_edtf
from samverkansgraf.network.checks import require_two_mode
from samverkansgraf.pictures import style
from samverkansgraf.pictures.content import Content
from samverkansgraf.pictures.geometry import FONT_SIZE, LINE_HEIGHT, LINK_FONT_SIZE
from samverkansgraf.pictures.legend import certainty_name, legend, sector_name
from samverkansgraf.pictures.names import Names
from samverkansgraf.pictures.network_svg import sign_svg, svg_of
from samverkansgraf.pictures.scene import line_colour, line_dashes, line_width, scene
from samverkansgraf.pictures.texts import counted, text, texts_for_script

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.content import Part
    from samverkansgraf.pictures.scene import LinkFigure, NodeFigure, Scene
    from samverkansgraf.project import Language

_SCRIPTS: Final = ("model.js", "picture.js", "panel.js", "page.js")
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


def network_page(
    network: nx.Graph[str],
    frames: Frames,
    *,
    title: str,
    language: Language,
    as_of: str | None = None,
    seed: int = 1,
    own_language: Language = "sv",
) -> str:
    """
    Write the page of a two-mode network: picture, search, filters, evidence, legend and tables.

    Parameters
    ----------
    network
        As :func:`~samverkansgraf.pictures.two_mode.picture_network` makes it.
    frames
        The frames the network was made from; the evidence is taken from them.
    title
        The page's title and heading.
    language
        Of the page's own words.
    as_of
        EDTF date the content speaks of; printed where it is given. The clock is never read.
    seed
        Chooses among equally good layouts.
    own_language
        The project's language, in which labels and phrases are written.

    Returns
    -------
    page
        A whole HTML document. The same input gives the same bytes.

    Raises
    ------
    NotTwoModeError
        The network is not two-mode.
    """
    require_two_mode(network)
    names = Names.of(frames, language)
    drawn = scene(network, frames, names, seed=seed)
    content = Content(drawn, frames, names, language)
    keys = _Keys(drawn, content, names, language)
    library = _vis_network()
    script = _own_script()
    css = _template_text("network.css")
    policy = (
        "default-src 'none'; "
        f"script-src {_hash_of(library)} {_hash_of(script)}; "
        f"style-src {_hash_of(css)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    still = svg_of(drawn, names, language=language, title=title, with_legend=False)
    return (
        _environment()
        .get_template("network.html.j2")
        .render(
            title=title,
            language=language,
            own_lang=Markup(f' lang="{own_language}"') if own_language != language else "",
            policy=policy,
            say=partial(_say, language),
            as_of=in_words(as_of, language) if as_of and is_edtf(as_of) else as_of,
            counts=_counts(drawn, language),
            drawn=drawn,
            content=content,
            neighbours=_neighbours(drawn),
            filters=keys.filters(),
            legend=legend(drawn, names, language),
            draw_sign=lambda sign: Markup(sign_svg(sign)),  # noqa: S704  - made of numbers and colours of our own
            still=Markup(still),  # noqa: S704  - every text in it is escaped
            data=Markup(_json(_data(drawn, content, keys, names, language, own_language))),  # noqa: S704
            css=Markup(css),  # noqa: S704
            library=Markup(library),  # noqa: S704
            script=Markup(script),  # noqa: S704
        )
    )


class _Keys:
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
                key: names.concept(iri) if iri else text("not_given", language) for iri, key in self.roles.items()
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


def _say(language: Language, key: str, **values: object) -> str:
    return text(key, language, **values)


def _counts(drawn: Scene, language: Language) -> list[str]:
    """Return how many actors, initiatives and links there are, in words."""
    return [
        counted("count_actors", len(drawn.of_kind("actor")), language),
        counted("count_initiatives", len(drawn.of_kind("initiative")), language),
        counted("count_links", len(drawn.links), language),
    ]


def _neighbours(drawn: Scene) -> dict[str, list[tuple[str, str]]]:
    """Return each node's neighbours with the words of the link, for the tables."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for link in drawn.links:
        found[link.start.key].append((link.end.label, link.words))
        found[link.end.key].append((link.start.label, link.words))
    return found


def _data(
    drawn: Scene,
    content: Content,
    keys: _Keys,
    names: Names,
    language: Language,
    own_language: Language,
) -> dict[str, Any]:
    """Return all that the page's script reads: pyvis's nodes, links and options, and words about them."""
    from pyvis.network import Edge, Network  # noqa: PLC0415  - slow to import, and only a page needs it

    graph = Network()
    for node in drawn.nodes:
        x, y = node.place
        fill = style.INITIATIVE_FILL if node.look is None else node.look.fill
        # An empty label must stay empty: pyvis would show the key in its place.
        graph.add_node(node.key, label=node.label or " ", shape="custom", color=fill, x=x, y=y, figure=_figure(node, keys))
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
            "focus": style.FOCUS,
            "font": style.FONT,
            "fontSize": FONT_SIZE,
            "frameDashes": style.FRAME_DASHES,
            "hollow": style.HOLLOW,
            "ink": style.INK,
            "labelsFrom": 0.2,
            "lineHeight": LINE_HEIGHT,
            "linkFontSize": LINK_FONT_SIZE,
            "paper": style.PAPER,
            "rolesFrom": 0.3,
        },
        "ownLanguage": own_language if own_language != language else "",
        "shapes": {look.shape: style.SHAPES[look.shape] for node in drawn.nodes if (look := node.look)},
        "texts": texts_for_script(language),
    }


def _figure(node: NodeFigure, keys: _Keys) -> dict[str, Any]:
    """Return what the script draws of a node."""
    return {
        "name": node.label,
        "kind": node.kind,
        "sector": keys.sectors[node.sector] if node.kind == "actor" else None,
        "shape": node.look.shape if node.look else None,
        "fill": node.look.fill if node.look else style.INITIATIVE_FILL,
        "hollow": node.hollow,
        "dashed": node.dashed,
        "double": node.double,
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


def _parts(link: LinkFigure, content: Content, keys: _Keys, names: Names) -> list[dict[str, Any]]:
    """Return the participations of a link, each with how its line looks alone."""
    return [_part(part, keys, names) for part in content.links[link.key]]


def _part(part: Part, keys: _Keys, names: Names) -> dict[str, Any]:
    width = line_width((part.role,) if part.role else (), names)
    return {
        "role": part.role_name,
        "roleKey": keys.roles[part.role],
        "certainty": part.certainty_name,
        "certaintyKey": keys.certainties[part.certainty],
        "rank": style.rank(part.certainty),
        "width": width,
        "color": line_colour(width),
        "dashes": line_dashes(part.certainty),
        "facts": part.facts,
        "evidence": [proof._asdict() for proof in part.evidence],
    }


_ESCAPES: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def _json(value: Any) -> str:
    """Write JSON that no HTML parser can take for markup, wherever it stands."""
    written = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return written.translate(_ESCAPES)


def _hash_of(inline: str) -> str:
    """Return the source expression by which a Content-Security-Policy knows an inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    """Return the environment of our templates: everything is escaped, what is missing is an error."""
    return Environment(
        loader=PackageLoader("samverkansgraf.pictures"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template_text(name: str) -> str:
    """Return the text of one of our files as it is inlined: parsers of HTML turn CR LF into LF."""
    text_of = resources.files("samverkansgraf.pictures").joinpath("templates", name).read_text(encoding="utf-8")
    return text_of.replace("\r\n", "\n")


@cache
def _own_script() -> str:
    """Return our scripts as one, with names of their own."""
    return '(() => {\n"use strict";\n' + "\n".join(map(_template_text, _SCRIPTS)) + "})();\n"


@cache
def _vis_network() -> str:
    """Return vis-network's script as the newest version that pyvis carries, without its source map's address."""
    versions = resources.files("pyvis").joinpath("templates", "lib").iterdir()
    newest = max(
        (folder for folder in versions if folder.name.startswith("vis-")),
        key=lambda folder: [int(number) for number in re.findall(r"\d+", folder.name)],
    )
    script = newest.joinpath("vis-network.min.js").read_text(encoding="utf-8")
    script = script.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n//# sourceMappingURL=\S*\s*$", "\n", script)
