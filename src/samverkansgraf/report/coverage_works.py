"""The works that coverage, need and what to do next rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.measures.works import Work

if TYPE_CHECKING:
    from samverkansgraf.report.contents import Findings

ALTMAN_BLAND_1995: Final = Work(
    key="altman1995",
    authors=("Altman, D. G.", "Bland, J. M."),
    year=1995,
    title="Statistics notes: Absence of evidence is not evidence of absence",
    journal="BMJ",
    volume="311",
    number="7003",
    pages="485",
    doi="10.1136/bmj.311.7003.485",
)
BERTSIMAS_2011: Final = Work(
    key="bertsimas2011",
    authors=("Bertsimas, D.", "Farias, V. F.", "Trichakis, N."),
    year=2011,
    title="The price of fairness",
    journal="Operations Research",
    volume="59",
    number="1",
    pages="17–31",
    doi="10.1287/opre.1100.0865",
)
CAMERON_TRIVEDI_2013: Final = Work(
    key="cameron2013",
    authors=("Cameron, A. C.", "Trivedi, P. K."),
    year=2013,
    title="Regression Analysis of Count Data",
    journal="Cambridge University Press",
    doi="10.1017/CBO9781139013567",
    kind="book",
)
CERIANI_VERME_2012: Final = Work(
    key="ceriani2012",
    authors=("Ceriani, L.", "Verme, P."),
    year=2012,
    title="The origins of the Gini index: extracts from Variabilità e Mutabilità (1912) by Corrado Gini",
    journal="The Journal of Economic Inequality",
    volume="10",
    number="3",
    pages="421–443",
    doi="10.1007/s10888-011-9188-x",
)
CHURCH_REVELLE_1974: Final = Work(
    key="church1974",
    authors=("Church, R.", "ReVelle, C."),
    year=1974,
    title="The maximal covering location problem",
    journal="Papers of the Regional Science Association",
    volume="32",
    pages="101–118",
    doi="10.1007/BF01942293",
)
GARWOOD_1936: Final = Work(
    key="garwood1936",
    authors=("Garwood, F.",),
    year=1936,
    title="Fiducial limits for the Poisson distribution",
    journal="Biometrika",
    volume="28",
    number="3–4",
    pages="437–442",
    doi="10.1093/biomet/28.3-4.437",
)
HAYES_KRIPPENDORFF_2007: Final = Work(
    key="hayes2007",
    authors=("Hayes, A. F.", "Krippendorff, K."),
    year=2007,
    title="Answering the call for a standard reliability measure for coding data",
    journal="Communication Methods and Measures",
    volume="1",
    number="1",
    pages="77–89",
    doi="10.1080/19312450709336664",
)
KAKWANI_1997: Final = Work(
    key="kakwani1997",
    authors=("Kakwani, N.", "Wagstaff, A.", "van Doorslaer, E."),
    year=1997,
    title="Socioeconomic inequalities in health: measurement, computation, and statistical inference",
    journal="Journal of Econometrics",
    volume="77",
    number="1",
    pages="87–103",
    doi="10.1016/S0304-4076(96)01807-6",
)
LORENZ_1905: Final = Work(
    key="lorenz1905",
    authors=("Lorenz, M. O.",),
    year=1905,
    title="Methods of measuring the concentration of wealth",
    journal="Publications of the American Statistical Association",
    volume="9",
    number="70",
    pages="209–219",
    doi="10.2307/2276207",
)
MANSKI_2003: Final = Work(
    key="manski2003",
    authors=("Manski, C. F.",),
    year=2003,
    title="Partial Identification of Probability Distributions",
    journal="Springer",
    doi="10.1007/b97478",
    kind="book",
)
PROVAN_MILWARD_2001: Final = Work(
    key="provan2001",
    authors=("Provan, K. G.", "Milward, H. B."),
    year=2001,
    title="Do networks really work? A framework for evaluating public-sector organizational networks",
    journal="Public Administration Review",
    volume="61",
    number="4",
    pages="414–423",
    doi="10.1111/0033-3352.00045",
)
SHORROCKS_1980: Final = Work(
    key="shorrocks1980",
    authors=("Shorrocks, A. F.",),
    year=1980,
    title="The class of additively decomposable inequality measures",
    journal="Econometrica",
    volume="48",
    number="3",
    pages="613–625",
    doi="10.2307/1913126",
)


def works_of_coverage(findings: Findings) -> list[Work]:
    """Return the works that the words on coverage, need and what to do next name."""
    works: list[Work] = []
    if not findings.coverage.height:
        return works
    works.append(ALTMAN_BLAND_1995)
    if findings.theme_basis.height and findings.coding is not None:
        works.append(HAYES_KRIPPENDORFF_2007)
    if findings.rests_on is not None:
        works.append(PROVAN_MILWARD_2001)
    if findings.need is not None:
        works += [
            MANSKI_2003, CAMERON_TRIVEDI_2013, GARWOOD_1936, CERIANI_VERME_2012, SHORROCKS_1980, KAKWANI_1997,
            LORENZ_1905,
        ]  # fmt: skip
    if findings.next_searches is not None:
        works += [CHURCH_REVELLE_1974, BERTSIMAS_2011]
    return works
