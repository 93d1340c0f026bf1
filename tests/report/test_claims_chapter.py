"""The chapter on claims: what is in dispute comes first, and what is left out of an answer is named."""

from __future__ import annotations

from datetime import date

import pytest
from tests.tables.project_files import written

from samverkansgraf.city import open_city
from samverkansgraf.findings import findings_of
from samverkansgraf.report import report

CLAIMS = """\
id,text,asserted_by,kind,part_of,disputes,differs_from,test,source,quote
a-1,Torget är stort,Polisen,quality,,,,,bladet,torget är stort
b-1,Ingen går,Byskolan,existence,,,,,bladet,ingen går
b-2,Ingen går om kvällen,Byskolan,existence,b-1,,,,bladet,ingen om kvällen
c-1,Kommunen går,staden,existence,,b-1,,who-takes-part initiative=vandring,bladet,vi går
d-1,Vandringen började 2018,Polisen,existence,,,d-2,who-takes-part initiative=vandring,bladet,sedan 2018
d-2,Vandringen började 2019,boende,existence,,,,,bladet,sedan 2019
"""


@pytest.fixture(scope="module")
def chapter(tmp_path_factory):
    project = written(tmp_path_factory.mktemp("claims") / "p", claims__csv=CLAIMS)
    text = report(findings_of(open_city(project), as_of=date(2024, 6, 15)), format="md", language="sv")
    return text[text.index("\n## Påståenden") : text.index("\n## Källornas ställning")]


def test_disputed_claims_with_their_parts_come_first_then_those_that_differ_then_the_rest(chapter):
    headings = [line.split(": ", 1)[1] for line in chapter.splitlines() if line.startswith("### ")]
    assert headings == [
        "Ingen går",
        "Ingen går om kvällen",
        "Kommunen går",
        "Vandringen började 2018",
        "Vandringen började 2019",
        "Torget är stort",
    ]


def test_only_where_somebody_disputes_are_there_parties_to_a_dispute(chapter):
    disputed, alone = chapter.split("### Påstående 3")[1].split("### Påstående 4")
    assert "parterna i tvisten" in disputed
    assert "parterna i tvisten" not in alone
    assert "dem som hävdar det" in alone
