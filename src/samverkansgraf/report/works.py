"""The works a report rests on: those of the measures it shows and of the methods behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.null_models import WORKS
from samverkansgraf.measures.registry import MEASURES
from samverkansgraf.measures.works import Work, bibliography
from samverkansgraf.report.coverage_works import works_of_coverage
from samverkansgraf.report.sections import chance, positions, whole_network
from samverkansgraf.report.sections.measured import has_uncertainty

if TYPE_CHECKING:
    from samverkansgraf.report.contents import Findings

BAGROW_AHN_2022: Final = Work(
    key="bagrow2022",
    authors=("Bagrow, J.", "Ahn, Y.-Y."),
    year=2022,
    title="Network cards: concise, readable summaries of network data",
    journal="Applied Network Science",
    volume="7",
    doi="10.1007/s41109-022-00514-7",
)
EFRON_1979: Final = Work(
    key="efron1979",
    authors=("Efron, B.",),
    year=1979,
    title="Bootstrap methods: another look at the jackknife",
    journal="The Annals of Statistics",
    volume="7",
    number="1",
    pages="1–26",
    doi="10.1214/aos/1176344552",
)
HUBERT_ARABIE_1985: Final = Work(
    key="hubert1985",
    authors=("Hubert, L.", "Arabie, P."),
    year=1985,
    title="Comparing partitions",
    journal="Journal of Classification",
    volume="2",
    pages="193–218",
    doi="10.1007/BF01908075",
)
JACCARD_1912: Final = Work(
    key="jaccard1912",
    authors=("Jaccard, P.",),
    year=1912,
    title="The distribution of the flora in the alpine zone",
    journal="New Phytologist",
    volume="11",
    number="2",
    pages="37–50",
    doi="10.1111/j.1469-8137.1912.tb05611.x",
)
LANCICHINETTI_FORTUNATO_2012: Final = Work(
    key="lancichinetti2012",
    authors=("Lancichinetti, A.", "Fortunato, S."),
    year=2012,
    title="Consensus clustering in complex networks",
    journal="Scientific Reports",
    volume="2",
    pages="336",
    doi="10.1038/srep00336",
)
NEAL_2023: Final = Work(
    key="neal2023",
    authors=("Neal, Z. P.",),
    year=2023,
    title="grand: An R package for using the Guidelines for Reporting About Network Data",
    journal="Michigan State University",
    doi="10.32614/CRAN.package.grand",
    kind="manual",
)
NEWMAN_2001: Final = Work(
    key="newman2001",
    authors=("Newman, M. E. J.",),
    year=2001,
    title="Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality",
    journal="Physical Review E",
    volume="64",
    number="1",
    pages="016132",
    doi="10.1103/PhysRevE.64.016132",
)
TRAAG_2019: Final = Work(
    key="traag2019",
    authors=("Traag, V. A.", "Waltman, L.", "van Eck, N. J."),
    year=2019,
    title="From Louvain to Leiden: guaranteeing well-connected communities",
    journal="Scientific Reports",
    volume="9",
    pages="5233",
    doi="10.1038/s41598-019-41695-z",
)


def shown_measures(findings: Findings) -> list[str]:
    """Return the measures that the report gives numbers of, in the order of the catalogue."""
    shown = {*whole_network.shown_rows(findings), *positions.shown_measures(findings)}
    return [measure for measure in MEASURES if measure in shown]


def works_of(findings: Findings) -> list[Work]:
    """
    Return the works that a report rests on, each once, by author and year.

    Those of its measures, of the null models it compares with, of its tests, of its groups, and of the form in
    which the network is described.
    """
    works = [BAGROW_AHN_2022, NEAL_2023]
    works += [work for measure in shown_measures(findings) for work in MEASURES[measure].works]
    if has_uncertainty(findings.whole) or findings.need is not None:
        works.append(EFRON_1979)
    nulls = dict.fromkeys(row["null"] for row in chance.compared_rows(findings))
    works += [work for null in nulls for work in WORKS.get(null, ())]
    if findings.pairs.height:
        works.append(NEWMAN_2001)
        if "jaccard" in findings.pairs.columns:
            works.append(JACCARD_1912)
    if findings.pair_tests:
        works += [work for null in (*findings.pair_tests, "validated") for work in WORKS.get(null, ())]
    if findings.groups is not None:
        works += [TRAAG_2019, LANCICHINETTI_FORTUNATO_2012, HUBERT_ARABIE_1985]
        works += [*WORKS[findings.groups.communities_chance.null], *MEASURES["ei_index"].works]
    works += works_of_coverage(findings)
    by_key = {work.key: work for work in works}
    return sorted(by_key.values(), key=lambda work: (work.authors[0].casefold(), work.year, work.key))


def references_bib(findings: Findings) -> str:
    """Return the works that a report rests on as the text of a BibTeX file."""
    return bibliography(works_of(findings))
