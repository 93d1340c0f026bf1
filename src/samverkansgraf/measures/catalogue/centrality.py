"""Measures of nodes in the two-mode network."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.catalogue.works import BORGATTI_EVERETT_1997, LATAPY_2008, SEIDMAN_1983
from samverkansgraf.measures.centrality import betweenness, closeness, degree
from samverkansgraf.measures.cohesion import core_number
from samverkansgraf.measures.measure import Measure, words
from samverkansgraf.measures.structural_holes import redundancy

MEASURES: Final = (
    Measure(
        name="degree",
        level="node",
        function=degree,
        network="two-mode",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by the size of the other side",
        works=(BORGATTI_EVERETT_1997,),
        definition=words(
            sv="Andelen av alla initiativ som aktören deltar i (för ett initiativ: andelen av alla aktörer).",
            en="The share of all initiatives that the actor takes part in (for an initiative: of all actors).",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="den andra sidan av nätverket är tom",
            en="the other side of the network is empty",
        ),
    ),
    Measure(
        name="closeness",
        level="node",
        function=closeness,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="least possible sum of distances in the component over the real one, times (its size − 1)/(n − 1)",
        works=(BORGATTI_EVERETT_1997,),
        definition=words(
            sv="Hur få steg noden har till de andra i sin del av nätverket, nedräknat med hur liten den delen är.",
            en="How few steps the node has to the others in its part of the network, scaled by how large that part is.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="nätverket har bara en nod",
            en="the network is a single node",
        ),
    ),
    Measure(
        name="betweenness",
        level="node",
        function=betweenness,
        network="two-mode",
        unit="0–1",
        value_range="0–1",
        normalisation="divided by the greatest value possible on the node's side",
        works=(BORGATTI_EVERETT_1997,),
        definition=words(
            sv="Hur stor del av de kortaste vägarna mellan andra noder som går genom noden, i förhållande till det största möjliga värdet.",
            en="How many of the shortest paths between other nodes go through the node, in relation to the greatest value possible.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="nätverket är för litet för att någon ska kunna ligga mellan andra",
            en="the network is too small for anyone to lie between others",
        ),
    ),
    Measure(
        name="core_number",
        level="node",
        function=core_number,
        network="two-mode",
        unit="neighbours",
        value_range="",
        normalisation="none",
        works=(SEIDMAN_1983,),
        definition=words(
            sv="Det största k för vilket noden ingår i en del av nätverket där alla har minst k grannar.",
            en="The greatest k for which the node is in a part of the network where all have at least k neighbours.",
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
        name="redundancy",
        level="node",
        function=redundancy,
        network="two-mode",
        unit="share, 0–1",
        value_range="share, 0–1",
        normalisation="divided by the pairs of neighbours",
        works=(LATAPY_2008,),
        definition=words(
            sv="Andelen par av nodens grannar som skulle ha något gemensamt även utan noden.",
            en="The share of pairs of the node's neighbours that would have something in common without the node too.",
        ),
        formula=words(sv="", en=""),
        reading=words(sv="", en=""),
        caveats=words(sv="", en=""),
        undefined=words(
            sv="har färre än två grannar i nätverket",
            en="has fewer than two neighbours in the network",
        ),
    ),
)
