"""Every measure: its name, what it is, how it is normalised and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

import polars as pl

from samverkansgraf.measures.centrality import betweenness, closeness, degree, harmonic
from samverkansgraf.measures.centralization import (
    betweenness_centralization,
    closeness_centralization,
    degree_centralization,
)
from samverkansgraf.measures.cohesion import (
    components,
    core_number,
    density_two_mode,
    diameter,
    fragmentation,
    largest_component_share,
    mean_distance,
)
from samverkansgraf.measures.patterns import ei_index, gini_participation, robins_alexander
from samverkansgraf.measures.structural_holes import constraint, redundancy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkansgraf.project import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """
    One measure of nodes or of the whole network.

    ``function`` takes a two-mode network, that of a node measure also ``of="actors"|"initiatives"``,
    and returns node -> number, or a number; ``nan`` is explained by ``undefined``, which is empty for
    a measure that always has a value.
    """

    name: str
    level: Literal["node", "whole"]
    function: Callable[..., Any]
    unit: str
    normalisation: str
    citation: str
    doi: str | None
    definition: Mapping[Language, str]
    undefined: Mapping[Language, str]


_BORGATTI_EVERETT: Final = (
    "Borgatti, S. P. & Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks 19(3), 243–269.",
    "10.1016/S0378-8733(96)00301-2",
)
_FREEMAN: Final = (
    "Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215–239.",
    "10.1016/0378-8733(78)90021-7",
)
_WASSERMAN_FAUST: Final = (
    "Wasserman, S. & Faust, K. (1994). Social Network Analysis. Cambridge University Press.",
    "10.1017/CBO9780511815478",
)
_NONE: Final = "none"
_SHARE: Final = "share, 0–1"


def _measure(
    function: Callable[..., Any],
    level: Literal["node", "whole"],
    unit: str,
    normalisation: str,
    source: tuple[str, str | None],
    *,
    sv: str,
    en: str,
    undefined: tuple[str, str] = ("", ""),
) -> Measure:
    return Measure(
        name=function.__name__,
        level=level,
        function=function,
        unit=unit,
        normalisation=normalisation,
        citation=source[0],
        doi=source[1],
        definition={"sv": sv, "en": en},
        undefined={"sv": undefined[0], "en": undefined[1]},
    )


_ALL: Final = (
    _measure(
        degree, "node", _SHARE, "divided by the size of the other side", _BORGATTI_EVERETT,
        sv="Andelen av alla initiativ som aktören deltar i (för ett initiativ: andelen av alla aktörer).",
        en="The share of all initiatives that the actor takes part in (for an initiative: of all actors).",
        undefined=("den andra sidan av nätverket är tom", "the other side of the network is empty"),
    ),
    _measure(
        closeness, "node", "0–1",
        "least possible sum of distances in the component over the real one, times (its size − 1)/(n − 1)",
        _BORGATTI_EVERETT,
        sv="Hur få steg noden har till de andra i sin del av nätverket, nedräknat med hur liten den delen är.",
        en="How few steps the node has to the others in its part of the network, scaled by how large that part is.",
        undefined=("nätverket har bara en nod", "the network is a single node"),
    ),
    _measure(
        betweenness, "node", "0–1", "divided by the greatest value possible on the node's side", _BORGATTI_EVERETT,
        sv="Hur stor del av de kortaste vägarna mellan andra noder som går genom noden, "
        "i förhållande till det största möjliga värdet.",
        en="How many of the shortest paths between other nodes go through the node, "
        "in relation to the greatest value possible.",
        undefined=(
            "nätverket är för litet för att någon ska kunna ligga mellan andra",
            "the network is too small for anyone to lie between others",
        ),
    ),
    _measure(
        core_number, "node", "neighbours", _NONE,
        (
            "Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5(3), 269–287.",
            "10.1016/0378-8733(83)90028-X",
        ),
        sv="Det största k för vilket noden ingår i en del av nätverket där alla har minst k grannar.",
        en="The greatest k for which the node is in a part of the network where all have at least k neighbours.",
    ),
    _measure(
        redundancy, "node", _SHARE, "divided by the pairs of neighbours",
        (
            ("Latapy, M., Magnien, C. & Del Vecchio, N. (2008). Basic notions for the analysis of large "
            "two-mode networks. Social Networks 30(1), 31–48."),
            "10.1016/j.socnet.2007.04.006",
        ),
        sv="Andelen par av nodens grannar som skulle ha något gemensamt även utan noden.",
        en="The share of pairs of the node's neighbours that would have something in common without the node too.",
        undefined=("har färre än två grannar i nätverket", "has fewer than two neighbours in the network"),
    ),
    _measure(
        harmonic, "node", "0–1", "divided by n − 1",
        (
            "Boldi, P. & Vigna, S. (2014). Axioms for centrality. Internet Mathematics 10(3–4), 222–262.",
            "10.1080/15427951.2013.865686",
        ),
        sv="Medelvärdet av 1/avståndet till de andra av samma slag; den som inte kan nås räknas som 0.",
        en="The mean of 1/distance to the others of the same kind; who cannot be reached counts as 0.",
        undefined=("det finns ingen annan att nå", "there is nobody else to reach"),
    ),
    _measure(
        constraint, "node", "number above 0", "shares of each node's tie weight",
        ("Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press.", None),
        sv="I vilken mån nodens band leder till få andra som dessutom har band med varandra.",
        en="How far the node's ties lead to a few others who are tied to each other too.",
        undefined=("är inte knuten till någon annan", "is not tied to anyone else"),
    ),
    _measure(
        density_two_mode, "whole", _SHARE, "divided by actors times initiatives", _BORGATTI_EVERETT,
        sv="Andelen av alla tänkbara par av aktör och initiativ där aktören deltar.",
        en="The share of all possible pairs of actor and initiative where the actor takes part.",
        undefined=("det finns inga aktörer eller inga initiativ", "there are no actors or no initiatives"),
    ),
    _measure(
        components, "whole", "parts", _NONE, _WASSERMAN_FAUST,
        sv="Antalet delar av nätverket utan någon väg emellan.",
        en="The number of parts of the network with no path between them.",
    ),
    _measure(
        largest_component_share, "whole", _SHARE, "divided by all nodes", _WASSERMAN_FAUST,
        sv="Andelen av alla aktörer och initiativ som hör till den största sammanhängande delen.",
        en="The share of all actors and initiatives that belong to the largest component.",
        undefined=("nätverket är tomt", "the network is empty"),
    ),
    _measure(
        fragmentation, "whole", _SHARE, "divided by the pairs of actors",
        (
            ("Borgatti, S. P. (2006). Identifying sets of key players in a social network. "
            "Computational & Mathematical Organization Theory 12, 21–34."),
            "10.1007/s10588-006-7084-x",
        ),
        sv="Andelen par av aktörer som inte kan nå varandra genom gemensamma initiativ.",
        en="The share of pairs of actors that cannot reach each other through shared initiatives.",
        undefined=("det finns färre än två aktörer", "there are fewer than two actors"),
    ),
    _measure(
        mean_distance, "whole", "steps", "largest component of the projection, unweighted", _WASSERMAN_FAUST,
        sv="Medelantalet steg mellan två aktörer i den största sammanhängande delen.",
        en="The mean number of steps between two actors in the largest component.",
        undefined=("inga aktörer är knutna till varandra", "no actors are tied to each other"),
    ),
    _measure(
        diameter, "whole", "steps", "largest component of the projection, unweighted", _WASSERMAN_FAUST,
        sv="Det längsta avståndet mellan två aktörer i den största sammanhängande delen.",
        en="The greatest distance between two actors in the largest component.",
        undefined=("inga aktörer är knutna till varandra", "no actors are tied to each other"),
    ),
    _measure(
        degree_centralization, "whole", "0–1", "divided by (n − 1)(n − 2)", _FREEMAN,
        sv="I vilken mån banden samlas hos en enda aktör: 1 om alla har band med den och inga andra.",
        en="How far the ties gather around one actor: 1 if all are tied to it and to nobody else.",
        undefined=("det finns färre än tre aktörer", "there are fewer than three actors"),
    ),
    _measure(
        betweenness_centralization, "whole", "0–1", "divided by the value of a star", _FREEMAN,
        sv="I vilken mån en enda aktör ligger mellan de andra.",
        en="How far a single actor lies between the others.",
        undefined=("det finns färre än tre aktörer", "there are fewer than three actors"),
    ),
    _measure(
        closeness_centralization, "whole", "0–1", "divided by the value of a star", _FREEMAN,
        sv="I vilken mån en enda aktör är närmare de andra än de är varandra.",
        en="How far a single actor is nearer to the others than they are to each other.",
        undefined=(
            "det finns färre än tre aktörer, eller så kan inte alla nå varandra",
            "there are fewer than three actors, or not all can reach each other",
        ),
    ),
    _measure(
        robins_alexander, "whole", _SHARE, "divided by the paths of three edges",
        (
            ("Robins, G. & Alexander, M. (2004). Small worlds among interlocking directors: network structure and "
            "distance in bipartite graphs. Computational & Mathematical Organization Theory 10, 69–94."),
            "10.1023/B:CMOT.0000032580.12184.c0",
        ),
        sv="Hur ofta två aktörer som möts i ett initiativ också möts i ett annat.",
        en="How often two actors who meet in one initiative meet in another one too.",
        undefined=("ingen väg i nätverket har tre led", "no path in the network has three edges"),
    ),
    _measure(
        ei_index, "whole", "−1 to 1", "divided by the ties between actors of known sector",
        (
            ("Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: "
            "an experimental simulation. Social Psychology Quarterly 51(2), 123–140."),
            "10.2307/2786835",
        ),
        sv="Band mellan sektorer minus band inom dem, delat med alla band: −1 är enbart inom, 1 enbart mellan. "
        "Band med aktörer vars sektor är okänd räknas inte.",
        en="Ties between sectors minus ties within them, divided by all ties: −1 is only within, 1 only between. "
        "Ties with actors whose sector is unknown do not count.",
        undefined=(
            "inga aktörer med känd sektor är knutna till varandra",
            "no actors of known sector are tied to each other",
        ),
    ),
    _measure(
        gini_participation, "whole", "0 to 1 − 1/n", "divisor n²",
        (
            ("Ceriani, L. & Verme, P. (2012). The origins of the Gini index. "
            "The Journal of Economic Inequality 10, 421–443."),
            "10.1007/s10888-011-9188-x",
        ),
        sv="Hur ojämnt deltagandet är fördelat över aktörerna: 0 om alla deltar i lika många initiativ.",
        en="How unevenly participation is spread over actors: 0 if all take part in as many initiatives.",
        undefined=("ingen deltar i något", "nobody takes part in anything"),
    ),
)  # fmt: skip

#: Every measure by name, in the order they are shown.
MEASURES: Final[Mapping[str, Measure]] = {measure.name: measure for measure in _ALL}


def measures_listed(language: Language = "en") -> pl.DataFrame:
    """
    Return every measure with its definition in one language.

    Returns
    -------
    measures
        Columns ``measure, level, definition, unit, normalisation, citation, doi``, in the order they are shown.
    """
    return pl.DataFrame(
        [
            (m.name, m.level, m.definition[language], m.unit, m.normalisation, m.citation, m.doi)
            for m in MEASURES.values()
        ],
        schema=dict.fromkeys(
            ("measure", "level", "definition", "unit", "normalisation", "citation", "doi"),
            pl.String(),
        ),
        orient="row",
    )
