"""The works that several families cite, and those of the measures there first."""

from __future__ import annotations

from typing import Final

from samverkansgraf.measures.works import Work

BOLDI_VIGNA_2014: Final = Work(
    key="boldi2014",
    authors=("Boldi, P.", "Vigna, S."),
    year=2014,
    title="Axioms for centrality",
    journal="Internet Mathematics",
    volume="10",
    number="3–4",
    pages="222–262",
    doi="10.1080/15427951.2013.865686",
)
BORGATTI_2006: Final = Work(
    key="borgatti2006",
    authors=("Borgatti, S. P.",),
    year=2006,
    title="Identifying sets of key players in a social network",
    journal="Computational & Mathematical Organization Theory",
    volume="12",
    pages="21–34",
    doi="10.1007/s10588-006-7084-x",
)
BORGATTI_EVERETT_1997: Final = Work(
    key="borgatti1997",
    authors=("Borgatti, S. P.", "Everett, M. G."),
    year=1997,
    title="Network analysis of 2-mode data",
    journal="Social Networks",
    volume="19",
    number="3",
    pages="243–269",
    doi="10.1016/S0378-8733(96)00301-2",
)
BURT_1992: Final = Work(
    key="burt1992",
    authors=("Burt, R. S.",),
    year=1992,
    title="Structural Holes: The Social Structure of Competition",
    journal="Harvard University Press",
    kind="book",
)
CERIANI_VERME_2012: Final = Work(
    key="ceriani2012",
    authors=("Ceriani, L.", "Verme, P."),
    year=2012,
    title="The origins of the Gini index",
    journal="The Journal of Economic Inequality",
    volume="10",
    pages="421–443",
    doi="10.1007/s10888-011-9188-x",
)
FREEMAN_1979: Final = Work(
    key="freeman1979",
    authors=("Freeman, L. C.",),
    year=1979,
    title="Centrality in social networks: conceptual clarification",
    journal="Social Networks",
    volume="1",
    number="3",
    pages="215–239",
    doi="10.1016/0378-8733(78)90021-7",
)
KRACKHARDT_STERN_1988: Final = Work(
    key="krackhardt1988",
    authors=("Krackhardt, D.", "Stern, R. N."),
    year=1988,
    title="Informal networks and organizational crises: an experimental simulation",
    journal="Social Psychology Quarterly",
    volume="51",
    number="2",
    pages="123–140",
    doi="10.2307/2786835",
)
LATAPY_2008: Final = Work(
    key="latapy2008",
    authors=("Latapy, M.", "Magnien, C.", "Del Vecchio, N."),
    year=2008,
    title="Basic notions for the analysis of large two-mode networks",
    journal="Social Networks",
    volume="30",
    number="1",
    pages="31–48",
    doi="10.1016/j.socnet.2007.04.006",
)
ROBINS_ALEXANDER_2004: Final = Work(
    key="robins2004",
    authors=("Robins, G.", "Alexander, M."),
    year=2004,
    title="Small worlds among interlocking directors: network structure and distance in bipartite graphs",
    journal="Computational & Mathematical Organization Theory",
    volume="10",
    pages="69–94",
    doi="10.1023/B:CMOT.0000032580.12184.c0",
)
SEIDMAN_1983: Final = Work(
    key="seidman1983",
    authors=("Seidman, S. B.",),
    year=1983,
    title="Network structure and minimum degree",
    journal="Social Networks",
    volume="5",
    number="3",
    pages="269–287",
    doi="10.1016/0378-8733(83)90028-X",
)
WASSERMAN_FAUST_1994: Final = Work(
    key="wasserman1994",
    authors=("Wasserman, S.", "Faust, K."),
    year=1994,
    title="Social Network Analysis",
    journal="Cambridge University Press",
    doi="10.1017/CBO9780511815478",
    kind="book",
)
