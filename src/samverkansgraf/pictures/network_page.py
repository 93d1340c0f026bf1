"""
The network as one HTML file that asks nothing of the network.

pyvis holds nodes, links and options and brings vis-network's script; the page around them, its
drawing, its words and its tables are our own. As pyvis writes a page itself, it is blank without
a network, has neither language nor roles, and lets markup in its heading and node ids run.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from markupsafe import Markup

from samverkansgraf.dates import in_words, is_edtf
from samverkansgraf.network.checks import require_two_mode
from samverkansgraf.pictures.content import Content
from samverkansgraf.pictures.filters import FilterKeys
from samverkansgraf.pictures.groups import READABLE
from samverkansgraf.pictures.legend import legend
from samverkansgraf.pictures.measured import Measured
from samverkansgraf.pictures.names import Names
from samverkansgraf.pictures.network_svg import sign_svg, svg_of
from samverkansgraf.pictures.offline import (
    environment,
    json_for_page,
    security_policy,
    template_text,
    vis_network,
)
from samverkansgraf.pictures.overview_svg import overview_svg
from samverkansgraf.pictures.page_data import page_data
from samverkansgraf.pictures.scene import scene
from samverkansgraf.pictures.texts import counted, text

if TYPE_CHECKING:
    import networkx as nx

    from samverkansgraf.frames import Frames
    from samverkansgraf.pictures.layout import Layout
    from samverkansgraf.pictures.scene import Scene
    from samverkansgraf.pictures.sizes import Sizes
    from samverkansgraf.pictures.story import Story
    from samverkansgraf.project import Language

_SCRIPTS: Final = (
    "model.js",
    "labels.js",
    "figures.js",
    "picture.js",
    "fragment.js",
    "panel.js",
    "telling.js",
    "path.js",
    "choosing.js",
    "groups.js",
    "search.js",
    "filtering.js",
    "story.js",
    "tables.js",
    "long_tables.js",
    "saving.js",
    "start.js",
)
_VERY_MANY: Final = 100_000


def network_page(
    network: nx.Graph[str],
    frames: Frames,
    *,
    title: str,
    language: Language,
    as_of: str | None = None,
    seed: int = 1,
    own_language: Language = "sv",
    layout: Layout = "two-mode",
    sizes: Sizes | None = None,
    measured: Measured | None = None,
    story: Story | None = None,
    persons: Literal["named", "by_role", "without_names"] = "named",
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
    layout, sizes
        How nodes are placed, how large actors are: as :func:`~samverkansgraf.pictures.scene.scene` has them.
    measured
        What :func:`~samverkansgraf.pictures.measured.measured` says of the nodes; nothing unless given.
    story
        A guided tour, as :func:`~samverkansgraf.pictures.story.story_of` reads it.
    persons
        How persons are shown; the page says it where they are not shown by name.

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
    drawn = scene(
        network, frames, names, seed=seed, layout=layout, sizes=sizes, overview=len(network) > READABLE
    )
    measured = measured or Measured()
    content = Content(drawn, frames, names, language, measured)
    keys = FilterKeys(drawn, content, names, language)
    library = vis_network()
    # One function around all our scripts keeps their names to themselves.
    script = '(() => {\n"use strict";\n' + "\n".join(map(template_text, _SCRIPTS)) + "})();\n"
    css = template_text("network.css")
    is_large = bool(drawn.groups)
    still = (overview_svg if is_large else partial(svg_of, keyed=True))(
        drawn, names, language=language, title=title
    )
    data = page_data(
        drawn, content, keys, names, language=language, own_language=own_language, measured=measured
    )
    data["story"] = [step.view for step in story.steps] if story else None
    return (
        environment()
        .get_template("network.html.j2")
        .render(
            title=title,
            language=language,
            own_lang=Markup(' lang="{}"').format(own_language) if own_language != language else "",
            policy=security_policy(scripts=[library, script], styles=[css]),
            say=partial(_say, language),
            as_of=in_words(as_of, language) if as_of and is_edtf(as_of) else as_of,
            counts=_counts(drawn, language),
            drawn=drawn,
            story=story,
            persons=_shown(persons, frames),
            proofs_of={
                one: content.proof(one) for step in (story.steps if story else ()) for one in step.evidence
            },
            is_large=is_large,
            groups_are="community" if layout in ("two-mode", "force") else layout,
            very_large=len(drawn.links) > _VERY_MANY,
            content=content,
            neighbours={} if is_large else _neighbours(drawn),
            filters=keys.filters(),
            years=keys.years,
            beyond_chance=measured.test if data["beyondChance"] else "",
            legend=legend(drawn, names, language),
            draw_sign=lambda sign: Markup(sign_svg(sign)),  # noqa: S704  - made of numbers and colours of our own
            still=Markup(still),  # noqa: S704  - every text in it is escaped
            data=Markup(json_for_page(data)),  # noqa: S704  - escaped so that nothing in it is markup
            css=Markup(css),  # noqa: S704
            library=Markup(library),  # noqa: S704
            script=Markup(script),  # noqa: S704
        )
    )


def _shown(persons: str, frames: Frames) -> str:
    """Return how persons are shown, where there is something to say."""
    any_person = (frames.actors["kind"] == "person").any()
    return "" if persons == "named" or (persons == "by_role" and not any_person) else persons


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
