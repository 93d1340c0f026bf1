"""Claims that differ or dispute one another, side by side in the report and on the page."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.documents.blocks import Part, Table, lines_of
from samverkansgraf.findings import findings_of
from samverkansgraf.report import document

# By title: 1 Bladet skriver (1 May 2020), 2 Ett brev (undated); Anna Ek wrote both.
CLAIMS = """\
id,text,text_en,asserted_by,kind,about,disputes,differs_from,source,quote
fyra,Fyra är med.,Four take part.,Byns kommun,extent,,,,bladet,fyra är med
tre,Tre är med.,Three take part.,Anna Ek,extent,vandring;Norr,,fyra,brev,tre är med
nej,Det hjälper inte.,It does not help.,Anna Ek,quality,vandring,ja,,brev,hjälper inte
ja,Det hjälper.,It helps.,Polisen,quality,,,,bladet,det hjälper
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    sources = FILES["sources.csv"] + "brev,Ett brev,Anna Ek,\n"
    folder = tmp_path_factory.mktemp("byn") / "p"
    return open_city(written(folder, sources__csv=sources, claims__csv=CLAIMS))


@pytest.fixture(scope="module")
def findings(city):
    return findings_of(city, as_of=date(2026, 11, 29))


def _section(findings, name, language="sv"):
    return next(one for one in document(findings, language=language).sections if one.name == name)


def _text(line):
    return "".join(
        part if isinstance(part, str) else str(getattr(part, "text", getattr(part, "number", "")))
        for part in line
    )


def _rows(findings, language="sv"):
    table = next(
        block for block in _section(findings, "disagreements", language).blocks if isinstance(block, Table)
    )
    return [[[_text(line) for line in cell.lines] for cell in row] for row in table.rows]


def test_every_side_stands_with_who_says_it_its_phrase_source_date_and_standing(findings):
    assert _rows(findings) == [
        [
            ["Norr och Trygghetsvandring"],
            ["påståenden som skiljer sig"],
            [
                "Enligt Byns kommun: Fyra är med. fyra är med 1; källan är daterad 1 maj 2020",
                "Enligt Anna Ek: Tre är med. tre är med 2; källan är utan datum; inte skrivet av en deltagare",
            ],
        ],
        [
            ["Trygghetsvandring"],
            ["påståenden där någon säger emot"],
            [
                "Enligt Polisen: Det hjälper. det hjälper 1; källan är daterad 1 maj 2020",
                "Enligt Anna Ek: Det hjälper inte. hjälper inte 2; källan är utan datum; inte skrivet av en deltagare",
            ],
        ],
    ]


def test_the_sides_are_said_in_the_language_of_the_report(findings):
    rows = _rows(findings, "en")
    assert rows[0][1] == ["claims that differ"]
    assert rows[0][2][0].startswith("According to Byns kommun: Four take part. ")


def test_an_initiative_and_a_district_have_what_is_claimed_of_them_on_every_side(findings):
    said = "Källorna säger olika: Enligt Byns kommun: Fyra är med. 1 Enligt Anna Ek: Tre är med. 2"
    assert said in [_text(line) for line in lines_of(_section(findings, "participation").blocks)]
    assert f"Norr: {said}" in [_text(line) for line in lines_of(_section(findings, "coverage").blocks)]


def test_a_claim_says_what_it_is_about_and_which_says_otherwise(findings):
    parts = {one.title: one for one in _section(findings, "claims").blocks if isinstance(one, Part)}
    three = next(part for title, part in parts.items() if title.endswith("Tre är med."))
    told = [_text(line) for line in lines_of(three.blocks)]
    assert "Handlar om: Norr och Trygghetsvandring" in told
    assert any(line.startswith("Andra säger annat i: påstående") and "Byns kommun" in line for line in told)


def test_the_first_page_counts_what_claims_differ_on(findings):
    said = " ".join(_text(line) for line in lines_of(_section(findings, "brief").blocks))
    assert "I 2 frågor säger källorna olika." in said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "sv",
            {
                "Källorna säger olika": ["Enligt Byns kommun: Fyra är med. (Bladet skriver, 1 maj 2020)", "Enligt Anna Ek: Tre är med. (Ett brev)"],
                "Påståenden där någon säger emot": ["Enligt Polisen: Det hjälper. (Bladet skriver, 1 maj 2020)", "Enligt Anna Ek: Det hjälper inte. (Ett brev)"],
            },
        ),
        (
            "en",
            {
                "The sources say different things": ["According to Byns kommun: Four take part. (Bladet skriver, 1 May 2020)", "According to Anna Ek: Three take part. (Ett brev)"],
                "Claims that someone speaks against": ["According to Polisen: It helps. (Bladet skriver, 1 May 2020)", "According to Anna Ek: It does not help. (Ett brev)"],
            },
        ),
    ],
)  # fmt: skip
def test_the_page_has_both_sides_beside_the_initiative(city, language, said):
    page = city.picture("html", language=language)
    data = json.loads(page.split('id="network-data">')[1].split("</script>")[0])
    key = next(node["id"] for node in data["nodes"] if node["figure"]["name"] == "Trygghetsvandring")
    written = [data["facts"][number] for number in data["about"][key]["facts"]]
    facts = {data["terms"][term]: values for term, values, _ in written}
    assert {term: facts.get(term) for term in said} == said
    assert next(iter(said.values()))[0] in page.split('id="tables"')[1]
