"""Measures of how the whole hangs together."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import (
    BORGATTI_2006,
    BORGATTI_EVERETT_1997,
    WASSERMAN_FAUST_1994,
)
from samverkansgraf.measures.cohesion import (
    components,
    density_two_mode,
    diameter,
    fragmentation,
    largest_component_share,
    mean_distance,
)
from samverkansgraf.measures.measure import Measure, words

MEASURES: Final = (
    Measure(
        name="density_two_mode",
        level="whole",
        function=density_two_mode,
        network="two-mode",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by actors times initiatives",
        works=(BORGATTI_EVERETT_1997,),
        definition=words(
            sv="Andelen av alla tänkbara par av aktör och initiativ där aktören deltar.",
            en="The share of all possible pairs of actor and initiative where the actor takes part.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="det finns inga aktörer eller inga initiativ",
            en="there are no actors or no initiatives",
        ),
    ),
    Measure(
        name="components",
        level="whole",
        function=components,
        network="two-mode",
        unit="parts",
        value_range="",
        normalisation="none",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Antalet delar av nätverket utan någon väg emellan.",
            en="The number of parts of the network with no path between them.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="",
            en="",
        ),
    ),
    Measure(
        name="largest_component_share",
        level="whole",
        function=largest_component_share,
        network="two-mode",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by all nodes",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Andelen av alla aktörer och initiativ som hör till den största sammanhängande delen.",
            en="The share of all actors and initiatives that belong to the largest component.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="nätverket är tomt",
            en="the network is empty",
        ),
    ),
    Measure(
        name="fragmentation",
        level="whole",
        function=fragmentation,
        network="projection",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by the pairs of actors",
        works=(BORGATTI_2006,),
        definition=words(
            sv="Andelen par av aktörer som inte kan nå varandra genom gemensamma initiativ.",
            en="The share of pairs of actors that cannot reach each other through shared initiatives.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="det finns färre än två aktörer",
            en="there are fewer than two actors",
        ),
    ),
    Measure(
        name="mean_distance",
        level="whole",
        function=mean_distance,
        network="projection",
        unit="steps",
        value_range="",
        normalisation="largest component of the projection, unweighted",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Medelantalet steg mellan två aktörer i den största sammanhängande delen.",
            en="The mean number of steps between two actors in the largest component.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="inga aktörer är knutna till varandra",
            en="no actors are tied to each other",
        ),
    ),
    Measure(
        name="diameter",
        level="whole",
        function=diameter,
        network="projection",
        unit="steps",
        value_range="",
        normalisation="largest component of the projection, unweighted",
        works=(WASSERMAN_FAUST_1994,),
        definition=words(
            sv="Det längsta avståndet mellan två aktörer i den största sammanhängande delen.",
            en="The greatest distance between two actors in the largest component.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="inga aktörer är knutna till varandra",
            en="no actors are tied to each other",
        ),
    ),
)
