"""An initiative's status is what its sources said when they were written, and the report says how long ago."""

from __future__ import annotations

from datetime import date

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.documents.blocks import lines_of
from samverkansgraf.findings import findings_of
from samverkansgraf.report import document

HEADER = "id,label,status,start,end,theme,source,quote\n"


def status(folder, row, *, sources, language="sv"):
    """Return what the report of 15 June 2024 says of the status of one initiative."""
    project = written(
        folder / "p",
        initiatives__csv=HEADER + f"vandring,Vandringen,{row},trygghet,bladet,vi vandrar\n",
        sources__csv=sources,
        participations__csv="actor,initiative,role,source,quote\nPolisen,vandring,partner,bladet,polisen vandrar\n",
        placements__csv="initiative,place,source,quote\n",
        **{
            name.replace(".", "__"): FILES[name].splitlines()[0] + "\n"
            for name in ("agreements.csv", "claims.csv", "searches.csv", "replies.csv")
            if name in FILES
        },
    )
    findings = findings_of(open_city(project), as_of=date(2024, 6, 15))
    section = next(
        one for one in document(findings, language=language).sections if one.name == "participation"
    )
    lines = ["".join(part if isinstance(part, str) else part.text for part in line if hasattr(part, "text") or isinstance(part, str)) for line in lines_of(section.blocks)]  # fmt: skip
    return next(line.removeprefix("Status: ") for line in lines if line.startswith("Status: "))


DATED = "id,title,publisher,date\nbladet,Bladet,,2010-10-04\n"
UNDATED = "id,title,publisher,date\nbladet,Bladet,,\n"


@pytest.mark.parametrize(
    ("row", "sources", "expected"),
    [
        ("active,,", DATED, "pågående enligt källorna; den nyaste med datum är från 4 oktober 2010"),
        ("active,,", UNDATED, "pågående enligt källorna, som saknar datum"),
        ("planned,2024-03,", DATED, "planerad enligt källorna; tiden för det har passerat, och ingen källa säger om det blev av"),
        ("planned,2024-07,", DATED, "planerad enligt källorna; den nyaste med datum är från 4 oktober 2010"),
        ("planned,2024,", DATED, "planerad enligt källorna; den nyaste med datum är från 4 oktober 2010"),  # the year is not over
        ("planned,,", DATED, "planerad enligt källorna; den nyaste med datum är från 4 oktober 2010"),
        ("planned,,", UNDATED, "planerad enligt källorna, som saknar datum"),
        ("planned,2023,2025", DATED, "planerad enligt källorna; den nyaste med datum är från 4 oktober 2010"),
        ("ended,,2020", DATED, "avslutad"),
    ],
)  # fmt: skip
def test_a_status_stands_as_of_its_sources(tmp_path, row, sources, expected):
    assert status(tmp_path, row, sources=sources) == expected


def test_the_same_in_english(tmp_path):
    assert status(tmp_path, "active,,", sources=DATED, language="en") == (
        "ongoing according to the sources; the newest with a date is from 4 October 2010"
    )
