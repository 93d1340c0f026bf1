"""Disagreements, agreements, actors, ages and addresses in a report made from tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.documents.blocks import Fold, Part, Table, lines_of
from samverkansgraf.documents.words import Words
from samverkansgraf.findings import findings_of
from samverkansgraf.frames import Frames
from samverkansgraf.project import Contact
from samverkansgraf.report import document, report
from samverkansgraf.report.folding import ROWS, folded_if_long

DAY = date(2024, 6, 15)


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    folder = written(
        tmp_path_factory.mktemp("byn") / "p",
        samverkansgraf__toml=FILES["samverkansgraf.toml"] + '[bounds]\ndistricts = ["Norr", "Söder"]\n',
        actors__csv=FILES["actors.csv"] + "bolaget,Bybolaget,organisation,fastighetsägare,,\nkorp,Korpen,organisation,civilsamhälle,,\n",
        sources__csv=(
            "id,title,author,publisher,date\n"
            "bladet,Bladet skriver,Anna Ek,,2020-05-01\n"
            "brev,Ett brev,,Bybolaget,2021\n"
            "blogg,En blogg,Korpen,,\n"
        ),
        facts__csv=(
            "about,property,value,source,where,quote\n"
            "vandring,start,2012,brev,s1,sedan 2012\n"
            "Norr,population,8000,bladet,,åtta tusen\n"
            "Norr,population,8100,brev,,8 100 bor här\n"
            "bolaget,owner,byn,brev,,kommunens bolag\n"
            "avtal2,end,2023,blogg,,slut 2023\n"
        ),
        names__csv="actor,name,from,to,source,quote\nPolisen,Länspolisen,1998,2014,brev,hette så\n",
        positions__csv=(
            "person,organisation,title,speaks_for,source,quote\nAnna Ek,Byns kommun,chef,ja,bladet,chefen\n"
        ),
        agreements__csv=(
            "id,label,kind,parties,initiative,responsible,replaces,start,end,amount,currency,source,quote\n"
            "avtal2,Andra avtalet,contract,Byns kommun;Polisen,vandring,,avtal1,2019-02,2026,,,bladet,nytt avtal\n"
            "avtal1,Första avtalet,IOP,Byns kommun;Polisen,vandring,Byskolan,,2015,2017,120000,SEK,bladet,ett avtal\n"
            "avtal3,Odaterat avtal,contract,Byns kommun;Korpen,,,avtal2,,,,,bladet,ännu ett\n"
        ),
        replies__csv=(
            "about,text,from,date\n"
            "Norr,Vi gör mycket själva.,Norrs byalag,2024-05-01\n"
            "polisen,Vi är med.,Polisen,2024-05-02\n"
            "avtal1,Avtalet förlängdes.,Byskolan,2024-05-03\n"
            "bladet,Så skrev vi inte.,Bladet,2024-05-04\n"
            "trygghet,Temat är vidare än så.,Korpen,2024-05-05\n"
        ),
    )  # fmt: skip
    return findings_of(open_city(folder), as_of=DAY)


def _plain(line):
    return "".join(
        part if isinstance(part, str) else str(getattr(part, "text", getattr(part, "number", "")))
        for part in line
    )


def _said(findings, name, language="sv"):
    section = next(one for one in document(findings, language=language).sections if one.name == name)
    return [_plain(line) for line in lines_of(section.blocks)]


def _walked(blocks):
    for block in blocks:
        yield block
        if isinstance(block, Part | Fold):
            yield from _walked(block.blocks)


def _table(findings, name, caption, language="sv"):
    section = next(one for one in document(findings, language=language).sections if one.name == name)
    table = next(b for b in _walked(section.blocks) if isinstance(b, Table) and b.caption == caption)
    return [[[_plain(line) for line in cell.lines] for cell in row] for row in table.rows]


# Sources by title: 1 Bladet skriver, 2 En blogg, 3 Ett brev.


def test_every_value_stands_with_its_phrase_source_date_and_standing(findings):
    rows = _table(findings, "disagreements", "Vad källorna säger olika om")
    assert rows == [
        [
            ["Andra avtalet"],
            ["slut"],
            ["2023: slut 2023 2; källan är utan datum", "2026: nytt avtal 1; källan är daterad 1 maj 2020"],
        ],
        [
            ["Norr"],
            ["folkmängd"],
            [
                "8\u202f000: åtta tusen 1; källan är daterad 1 maj 2020",
                "8\u202f100: 8 100 bor här 3; källan är daterad 2021",
            ],
        ],
        [
            ["Trygghetsvandring"],
            ["början"],
            [
                "2012: sedan 2012 3, s1; källan är daterad 2021; skrivet av en part",
                "2019: går tillsammans 1, stycke 1; källan är daterad 1 maj 2020; skrivet av en part",
            ],
        ],
    ]


def test_where_sources_disagree_no_value_stands_alone(findings):
    said = _said(findings, "participation")
    assert "Tid: källorna säger olika, se nedan" in said
    assert "Källorna säger olika (början): 2012 enligt 3; 2019 enligt 1" in said
    assert "Tid: från 2019; slutet är inte angivet" not in said


def test_the_first_page_counts_what_sources_disagree_on(findings):
    assert "I 3 frågor säger källorna olika." in " ".join(_said(findings, "brief"))
    assert "The sources say different things about 3 matters." in " ".join(_said(findings, "brief", "en"))


def test_agreements_stand_in_order_of_time_with_what_the_dates_say_of_them(findings):
    rows = _table(findings, "agreements", "Avtal och överenskommelser i tidsordning")
    assert [(row[0][0], row[2]) for row in rows] == [
        ("Första avtalet", ["från 2015", "till 2017", "har löpt ut enligt källorna"]),
        # By one source it ended in 2023, by another it runs to 2026.
        (
            "Andra avtalet",
            ["från februari 2019", "till 2023 eller 2026", "kan ha löpt ut; datumen avgör det inte"],
        ),
        ("Odaterat avtal", ["slutdatum är inte angivet"]),
    ]
    assert rows[0][1] == [
        "Byns kommun och Polisen",
        "Ansvarig: Byskolan",
        "Gäller: Trygghetsvandring",
        "belopp: 120\u202f000 kronor",
        "Svar: Svar från Byskolan, 3 maj 2024: Avtalet förlängdes.",
    ]
    assert rows[1][1][-1] == "Källorna säger olika (slut): 2023 enligt 2; 2026 enligt 1"


def test_a_gap_is_said_where_the_dates_make_it_sure_and_only_there(findings):
    said = _said(findings, "agreements")
    gap = "Glapp mellan ”Första avtalet” och ”Andra avtalet”: åtminstone från 1 januari 2018 till 31 januari 2019. 1"
    assert gap in said
    assert (
        "Om det fanns ett glapp mellan ”Andra avtalet” och ”Odaterat avtal” går inte att avgöra med de datum som källorna ger. 1"
        in said
    )
    assert any("at least from 1 January 2018 to 31 January 2019." in line for line in _said(findings, "agreements", "en"))  # fmt: skip


def test_a_graph_without_agreements_has_no_chapter_on_them(findings):
    bare = replace(findings, agreements=findings.agreements.clear(), gaps=findings.gaps.clear())
    assert "agreements" not in [one.name for one in document(bare, language="sv").sections]


def test_an_actor_stands_with_its_names_its_units_its_owner_and_for_whom_it_speaks(findings):
    organisations = {row[0][0]: row for row in _table(findings, "actors", "Organisationer")}
    assert organisations["Byns kommun"][1:] == [
        ["kommun"],
        ["Enheter: Byskolan", "Kallas även: kommunen; staden"],
    ]
    assert organisations["Polisen"][2] == [
        "Namn genom tiden: Länspolisen (från 1998 till 2014) 3",
        "Svar: Svar från Polisen, 2 maj 2024: Vi är med.",
    ]
    assert organisations["Bybolaget"][2] == ["Uppgift (ägare): Byns kommun enligt 3"]
    persons = _table(findings, "actors", "Personer i offentliga roller")
    assert persons == [[["Anna Ek"], [""], ["Ställning: chef, Byns kommun, företräder organisationen"]]]


def test_a_group_that_nobody_has_listed_is_one_actor_of_the_list(findings):
    groups = _table(findings, "actors", "Grupper som ingen har förtecknat")
    assert [row[0] for row in groups] == [["boende"]]


def test_how_old_what_is_known_of_each_district_is(findings):
    # Norr: the placement by bladet and statements by bladet and brev. Söder: nobody speaks of it.
    rows = _table(findings, "coverage", "Källornas ålder för varje stadsdel")
    assert rows == [
        [["Norr"], ["2"], ["0"], ["0"], ["1 maj 2020"], ["2021"], ["0"]],
        [["Söder"], ["0"], ["0"], ["0"], ["ingen källa"], ["ingen källa"], ["0"]],
    ]


def test_a_reply_stands_beside_the_district_the_source_and_the_theme_it_concerns(findings):
    rows = _table(findings, "coverage", "Täckning efter stadsdel och tema")
    assert rows[0][0] == ["Norr", "Svar från Norrs byalag, 1 maj 2024: Vi gör mycket själva."]
    assert "trygghet: Svar från Korpen, 5 maj 2024: Temat är vidare än så." in _said(findings, "coverage")
    assert any("Svar från Bladet, 4 maj 2024: Så skrev vi inte." in line for line in _said(findings, "sources"))  # fmt: skip


def test_what_sources_say_of_a_place_is_said_of_it(findings):
    assert "Norr: Källorna säger olika (folkmängd): 8\u202f000 enligt 1; 8\u202f100 enligt 3" in _said(findings, "coverage")  # fmt: skip


def test_sources_of_the_municipality_are_counted_by_who_speaks_for_it_and_what_it_owns(findings):
    # bladet by the municipality's head, brev by a company that a fact says it owns; the blog is not.
    said = " ".join(_said(findings, "brief"))
    assert "2 av 3 kommer helt eller delvis från kommunen eller något den äger." in said
    assert any("2 av 3 (67\u00a0%)" in line for line in _said(findings, "methods"))


def test_no_municipal_source_no_such_sentence(findings):
    none = replace(findings.frames, positions=findings.frames.positions.clear(), sources=findings.frames.sources.clear())  # fmt: skip
    assert "kommunen eller något den äger" not in " ".join(_said(replace(findings, frames=none), "brief"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_where_no_address_is_given_that_is_said_and_the_form_is_named(findings, language):
    said = " ".join(_said(findings, "contact", language))
    assert {"sv": "har inte angett någon adress", "en": "has given no address"}[language] in said
    assert "CORRECTIONS.md" in said


def test_the_addresses_given_are_printed(findings):
    contact = Contact(name="Byarkivet", email="svar@byn.example", post="Box 1\n123 45 Byn")
    told = replace(findings, settings=replace(findings.settings, contact=contact))
    said = _said(told, "contact")
    assert {"Mottagare: Byarkivet", "E-post: svar@byn.example", "Post: Box 1, 123 45 Byn"} <= set(said)
    assert "CORRECTIONS.md" not in " ".join(said)
    only_name = replace(findings, settings=replace(findings.settings, contact=Contact(name="Byarkivet")))
    assert "CORRECTIONS.md" in " ".join(_said(only_name, "contact"))


def test_nothing_disagreed_on_is_said_so(findings):
    calm = replace(findings, disagreements=findings.disagreements.clear())
    assert _said(calm, "disagreements") == ["Grafen innehåller inget som källorna säger olika om."]


def test_a_long_table_is_folded_and_a_short_one_is_not():
    words = Words("sv")
    short, long = (Table("Namn", ("a",), ((),) * rows) for rows in (ROWS, ROWS + 1))
    assert folded_if_long(short, words) is short
    assert folded_if_long(long, words) == Fold(f"Namn ({ROWS + 1} rader)", (long,))


def test_what_is_folded_is_there_in_full_without_script(findings):
    page = report(findings, format="html", language="sv")
    assert "<summary>Organisationer (4)</summary>" in page
    assert "<script" not in page
    assert "details-content { content-visibility: visible" in page  # printed whole
    text = report(findings, format="md", language="sv")
    assert "**Organisationer \\(4\\)**" in text
    assert "| Bybolaget |" in text


def test_a_cell_shows_its_first_evidence_and_folds_the_rest():
    from samverkansgraf.documents.blocks import Document, Section, cell
    from samverkansgraf.documents.html import html

    def page(number):
        proofs = cell(*(f"bevis {n}" for n in range(number)), look="proofs")
        table = Table("t", ("a", "b"), ((cell("x"), proofs),))
        return html(Document(language="sv", title="t", about=(), sections=(Section("s", "s", (table,)),)))

    assert "<details>" not in page(3)
    assert "<details><summary>2 belägg till</summary><div>bevis 2</div><div>bevis 3</div></details>" in page(
        4
    )


def test_the_report_of_nothing_has_none_of_these(findings):
    empty = replace(
        findings,
        frames=Frames.of(),
        disagreements=findings.disagreements.clear(),
        agreements=findings.agreements.clear(),
        gaps=findings.gaps.clear(),
        ages=findings.ages.clear(),
        replies=findings.replies.clear(),
    )
    names = [one.name for one in document(empty, language="sv").sections]
    assert "actors" not in names
    assert "disagreements" in names
