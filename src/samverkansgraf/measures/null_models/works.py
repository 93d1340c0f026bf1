"""The works that the null models and the tests against them are from."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.works import Work

if TYPE_CHECKING:
    from collections.abc import Mapping

BENJAMINI_HOCHBERG_1995: Final = Work(
    key="benjamini1995",
    authors=("Benjamini, Y.", "Hochberg, Y."),
    year=1995,
    title="Controlling the false discovery rate: a practical and powerful approach to multiple testing",
    journal="Journal of the Royal Statistical Society: Series B",
    volume="57",
    number="1",
    pages="289–300",
    doi="10.1111/j.2517-6161.1995.tb02031.x",
)
BESAG_CLIFFORD_1989: Final = Work(
    key="besag1989",
    authors=("Besag, J.", "Clifford, P."),
    year=1989,
    title="Generalized Monte Carlo significance tests",
    journal="Biometrika",
    volume="76",
    number="4",
    pages="633–642",
    doi="10.1093/biomet/76.4.633",
)
CARSTENS_2018: Final = Work(
    key="carstens2018",
    authors=("Carstens, C. J.", "Hamann, M.", "Meyer, U.", "Penschuck, M.", "Tran, H.", "Wagner, D."),
    year=2018,
    title="Parallel and I/O-efficient randomisation of massive networks using global curveball trades",
    journal="26th Annual European Symposium on Algorithms",
    doi="10.48550/arXiv.1804.08487",
)
SARACCO_2015: Final = Work(
    key="saracco2015",
    authors=("Saracco, F.", "Di Clemente, R.", "Gabrielli, A.", "Squartini, T."),
    year=2015,
    title="Randomizing bipartite networks: the case of the World Trade Web",
    journal="Scientific Reports",
    volume="5",
    pages="10595",
    doi="10.1038/srep10595",
)
SARACCO_2017: Final = Work(
    key="saracco2017",
    authors=(
        "Saracco, F.",
        "Straka, M. J.",
        "Di Clemente, R.",
        "Gabrielli, A.",
        "Caldarelli, G.",
        "Squartini, T.",
    ),
    year=2017,
    title="Inferring monopartite projections of bipartite networks: an entropy-based approach",
    journal="New Journal of Physics",
    volume="19",
    pages="053022",
    doi="10.1088/1367-2630/aa6b38",
)
SERRANO_2009: Final = Work(
    key="serrano2009",
    authors=("Serrano, M. Á.", "Boguñá, M.", "Vespignani, A."),
    year=2009,
    title="Extracting the multiscale backbone of complex weighted networks",
    journal="Proceedings of the National Academy of Sciences",
    volume="106",
    number="16",
    pages="6483–6488",
    doi="10.1073/pnas.0808904106",
)
STRONA_2014: Final = Work(
    key="strona2014",
    authors=("Strona, G.", "Nappo, D.", "Boccacci, F.", "Fattorini, S.", "San-Miguel-Ayanz, J."),
    year=2014,
    title="A fast and unbiased procedure to randomize ecological binary matrices with fixed row and column totals",
    journal="Nature Communications",
    volume="5",
    pages="4114",
    doi="10.1038/ncomms5114",
)
ULRICH_GOTELLI_2007: Final = Work(
    key="ulrich2007",
    authors=("Ulrich, W.", "Gotelli, N. J."),
    year=2007,
    title="Null model analysis of species nestedness patterns",
    journal="Ecology",
    volume="88",
    number="7",
    pages="1824–1831",
    doi="10.1890/06-1208.1",
)

#: What to cite for each null model, and for the verdicts on pairs and the disparity backbone.
WORKS: Final[Mapping[str, tuple[Work, ...]]] = MappingProxyType(
    {
        "fixed-degree": (STRONA_2014, CARSTENS_2018, BESAG_CLIFFORD_1989),
        "bicm": (SARACCO_2015, SARACCO_2017),
        "equiprobable": (ULRICH_GOTELLI_2007,),
        "validated": (BENJAMINI_HOCHBERG_1995,),
        "disparity": (SERRANO_2009,),
    }
)
