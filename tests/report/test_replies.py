"""A reply is printed beside what it concerns: a claim, an initiative, a district, in every form and language."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest

from samverkansgraf.city import open_city
from samverkansgraf.documents.blocks import Part, Table, lines_of
from samverkansgraf.findings import findings_of
from samverkansgraf.report import document, report
from samverkansgraf.resources import bundled_project

REPLIES = """about,text,from,date
trygghetsradet-1,Vi är med sedan i höstas,Föreningen Grannar,2026-11-20
trygghetsradet,Rådet möts varje kvartal,Rådets kansli,2026-11-21
backby,Här görs mer än så,Boende på Bäckby,2026-11-22
"""
ABOUT_CLAIM, ABOUT_INITIATIVE, ABOUT_DISTRICT = (line.split(",")[1] for line in REPLIES.splitlines()[1:])


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    folder = tmp_path_factory.mktemp("replied") / "vasteras"
    shutil.copytree(bundled_project("vasteras"), folder)
    (folder / "replies.csv").write_text(REPLIES, encoding="utf-8")
    return open_city(folder)


@pytest.fixture(scope="module", params=["sv", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def findings(city, language):
    return findings_of(city, as_of=date(2026, 11, 29), language=language)


def _parts(findings, language, chapter):
    """Return the headings of a chapter's parts with all that is said in each."""
    section = next(one for one in document(findings, language=language).sections if one.name == chapter)
    return {block.title: _words(block.blocks) for block in section.blocks if isinstance(block, Part)}


def _words(blocks):
    return " ".join("".join(map(_text, line)) for line in lines_of(blocks))


def _text(part):
    return part if isinstance(part, str) else str(getattr(part, "text", ""))


def test_a_reply_on_a_claim_stands_within_the_part_on_that_claim_alone(findings, language):
    parts = _parts(findings, language, "claims")
    claim = {
        "sv": "Civilsamhället är med i Trygghetsrådet.",
        "en": "Civil society is part of the safety council.",
    }
    (heading,) = [title for title, said in parts.items() if ABOUT_CLAIM in said]
    assert heading.endswith(claim[language])


def test_a_reply_on_an_initiative_stands_within_the_part_on_it_alone(findings, language):
    parts = _parts(findings, language, "participation")
    assert [title for title, said in parts.items() if ABOUT_INITIATIVE in said] == ["Trygghetsrådet"]


def test_a_reply_on_a_district_stands_in_the_row_of_its_cells(findings, language):
    section = next(one for one in document(findings, language=language).sections if one.name == "coverage")
    tables = [block for block in section.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows]
    beside = [
        row[0] for row in rows if ABOUT_DISTRICT in " ".join("".join(map(_text, one)) for one in row[0].lines)
    ]
    assert beside
    assert {"".join(map(_text, one.lines[0])) for one in beside} == {"Bäckby"}


@pytest.mark.parametrize("form", ["html", "md"])
def test_every_form_of_the_report_has_the_replies_with_who_sent_them_and_when(findings, language, form):
    text = report(findings, format=form, language=language)
    for reply, who in ((ABOUT_CLAIM, "Föreningen Grannar"), (ABOUT_INITIATIVE, "Rådets kansli"), (ABOUT_DISTRICT, "Boende på Bäckby")):  # fmt: skip
        assert reply in text
        assert who in text
    assert {"sv": "20 november 2026", "en": "20 November 2026"}[language] in text


def test_the_page_has_replies_on_an_initiative_and_on_claims_about_it(city, language):
    page = city.picture("html", language=language)
    data = json.loads(page.split('id="network-data">')[1].split("</script>")[0])
    key = next(node["id"] for node in data["nodes"] if node["figure"]["name"] == "Trygghetsrådet")
    facts = [data["facts"][number] for number in data["about"][key]["facts"]]
    said = [" ".join(values) for term, values, *_ in facts if data["terms"][term] in {"Svar", "Reply"}]
    assert len(said) == 1
    assert ABOUT_CLAIM in said[0]
    assert ABOUT_INITIATIVE in said[0]
    assert ABOUT_INITIATIVE in page.split('id="tables"')[1]
