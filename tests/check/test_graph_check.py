from __future__ import annotations

import pytest
from tests.tables.project_files import FILES, changed, written

from samverkansgraf.city import open_city


@pytest.fixture
def findings(tmp_path):
    def found(language="en", texts=None, **changes):
        return open_city(written(tmp_path / "byn", **changes), texts=texts).check(language=language)

    return found


def said(found, severity):
    return [(f.table, f.row, f.column) for f in found if f.severity == severity]


def test_a_project_without_fault_has_only_true_notes(findings):
    found = findings()
    assert said(found, "fault") == []
    assert {f.message.split("“")[0].strip() for f in found if f.severity == "note"} >= {
        "all that is known of"
    }


def test_a_participation_without_a_source_is_a_fault_with_its_place(findings):
    found = findings(participations__csv=FILES["participations.csv"] + "Polisen,rad,Member,,,,\n")
    assert {place[:2] for place in said(found, "fault")} == {("participations", 6)}


def test_a_phrase_of_thirteen_words_is_a_fault(findings):
    long = " ".join(["ord"] * 13)
    found = findings(participations__csv=changed("participations.csv", "kommunen leder", long))
    assert len(said(found, "fault")) == 1


def test_evidence_without_a_phrase_is_a_warning(findings):
    found = findings(participations__csv=changed("participations.csv", "kommunen leder", ""))
    assert any(place[:2] == ("participations", 2) for place in said(found, "warning"))


def test_phrases_are_compared_with_the_texts(findings, tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "blad.txt").write_text(
        "kommunen leder, polisen med, boende går och går tillsammans\n\nrådet möts\n", encoding="utf-8"
    )
    sources = "id,title,author,date,file\nbladet,Bladet skriver,Anna Ek,2020-05-01,blad.txt\n"
    found = findings(texts=tmp_path / "texts", sources__csv=sources)
    assert [(f.table, f.row, f.column) for f in found if f.severity == "fault"] == [
        ("participations", 5, "quote")
    ]
    assert "is not in the text bladet" in next(f.message for f in found if f.severity == "fault")


def test_two_sources_that_speak_of_one_thing_make_no_fault(findings):
    found = findings(
        sources__csv=FILES["sources.csv"] + "brev,Ett brev,,2021\n",
        initiatives__csv=FILES["initiatives.csv"] + "rad,Byrådet,,,,,,,brev,s1,rådet igen\n",
        participations__csv=FILES["participations.csv"] + "Polisen,rad,Member,,brev,s1,polisen också\n",
        claims__csv="id,text,asserted_by,kind,source,quote\nc,Det finns,Anna Ek,existence,bladet,det finns\nc,,,,brev,det finns ju\n",
    )
    assert said(found, "fault") == []


def test_near_duplicates_are_warned_of_and_decisions_heeded(findings):
    actors = FILES["actors.csv"] + "x,Polis en,organisation,polis,,\n"
    asked = [f.message for f in findings(actors__csv=actors) if f.severity == "warning"]
    assert "“Polis en” and “Polisen” may be one thing" in asked
    decided = findings(actors__csv=actors, same__csv="a,b,decision\nPolisen,Polis en,different\n")
    assert not [f for f in decided if "may be one thing" in f.message]


def test_an_agreements_party_that_takes_no_part_is_warned_of(findings):
    agreements = "label,kind,parties,initiative,source,quote\nAvtalet,contract,Byns kommun;Byskolan,vandring,bladet,avtalet\n"
    found = findings(agreements__csv=agreements)
    assert [f.message for f in found if f.table == "agreements" and f.severity == "warning"] == [
        "“Byskolan” is a party to “Avtalet” but takes no part in “Trygghetsvandring”"
    ]


def test_only_parties_is_said_where_only_parties_write(findings):
    positions = (
        "person,organisation,title,speaks_for,source,quote\nAnna Ek,Byns kommun,chef,ja,bladet,chefen\n"
    )
    assert not [f for f in findings() if "written by those who take part" in f.message]
    found = findings(positions__csv=positions)
    assert [f.table for f in found if "written by those who take part" in f.message] == [
        "initiatives",
        "initiatives",
    ]


def test_messages_come_in_both_languages(findings):
    assert {f.node for f in findings("sv")} == {f.node for f in findings("en")}
    assert any("vilar på en enda källa" in f.message for f in findings("sv"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "källorna anger olika början för ”Trygghetsvandring”: 2012 (brev); 2019 (bladet)"),
        (
            "en",
            "the sources give different values of start for “Trygghetsvandring”: 2012 (brev); 2019 (bladet)",
        ),
    ],
)
def test_a_disagreement_is_noted_with_all_values_and_their_sources(findings, language, said):
    found = findings(
        language,
        sources__csv=FILES["sources.csv"] + "brev,Ett brev,,2021\n",
        facts__csv="about,property,value,source,quote\nvandring,start,2012,brev,sedan 2012\n",
    )
    notes = [f for f in found if f.message == said]
    assert [(f.severity, f.table, f.row, f.column) for f in notes] == [("note", "initiatives", 2, "start")]


CLAIMS = "id,text,asserted_by,kind,about,differs_from,source,quote\n"
DIFFERING = (
    CLAIMS
    + "c,Tre är med.,Anna Ek,extent,vandring,d,bladet,tre är med\nd,Fyra är med.,Anna Ek,extent,,,bladet,fyra är med\n"
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "källorna säger olika om ”Trygghetsvandring”: Tre är med. (bladet); Fyra är med. (bladet)"),
        (
            "en",
            "the sources say different things about “Trygghetsvandring”: Tre är med. (bladet); Fyra är med. (bladet)",
        ),
    ],
)
def test_claims_that_differ_are_noted_once_with_both_sides(findings, language, said):
    notes = [f for f in findings(language, claims__csv=DIFFERING) if f.message == said]
    assert [(f.severity, f.table, f.row, f.column) for f in notes] == [("note", "claims", 2, "differs_from")]


def test_a_claim_that_differs_from_itself_is_a_fault(findings):
    found = findings(claims__csv=CLAIMS + "c,Tre är med.,Anna Ek,extent,,c,bladet,tre är med\n")
    assert [f.table for f in found if f.severity == "fault" and "differs neither" in f.message] == ["claims"]


def test_a_project_with_claims_and_no_address_is_told_that_nobody_can_reply(findings, tmp_path):
    silent = [f.remedy for f in findings(claims__csv=DIFFERING) if "replies and corrections" in f.message]
    assert silent == ["fill in email or post under [contact] in samverkansgraf.toml"]
    toml = FILES["samverkansgraf.toml"] + '[contact]\npost = "Gatan 1, Byn"\n'
    addressed = open_city(written(tmp_path / "q", claims__csv=DIFFERING, samverkansgraf__toml=toml))
    assert not [f for f in addressed.check(language="en") if "replies and corrections" in f.message]
    without = open_city(written(tmp_path / "r"))
    assert not [f for f in without.check(language="en") if "replies and corrections" in f.message]


def test_a_collective_that_is_a_party_and_takes_part_is_not_warned_of(findings):
    agreements = "label,kind,parties,initiative,source,quote\nAvtalet,contract,Byns kommun;boende,vandring,bladet,avtalet\n"
    assert not [f for f in findings(agreements__csv=agreements) if "takes no part in" in f.message]
