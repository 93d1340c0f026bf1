"""Need and equity, what the picture rests on, and where to look next, in a report on a city worked by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest
from tests.report.page_text import PageText
from tests.report.test_word import _letters, _said
from tests.tables.project_files import written

from samverkansgraf.city import open_city
from samverkansgraf.coverage.planning import first_search
from samverkansgraf.documents.blocks import Bullets, Figure, Fold, Paragraph, Part, Table, lines_of
from samverkansgraf.errors import UsageError
from samverkansgraf.findings import findings_of
from samverkansgraf.report import document, report
from samverkansgraf.report.works import references_bib

EKSTAD = Path(__file__).resolve().parents[1] / "projects" / "ekstad"
DAY = date(2024, 6, 15)


@pytest.fixture(scope="module")
def city():
    return open_city(EKSTAD)


def without_chance(city, language="sv"):
    """Return findings where nothing is drawn over and over: chance is not what they are asked about."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("samverkansgraf.findings.REPEATED_UP_TO", 0)
        return findings_of(city, as_of=DAY, language=language)


@pytest.fixture(scope="module")
def by_language(city):
    return {"sv": findings_of(city, as_of=DAY, language="sv"), "en": without_chance(city, "en")}


@pytest.fixture(scope="module")
def ekstad(by_language):
    return by_language["sv"]


def plain(line):
    return "".join(
        part if isinstance(part, str) else str(getattr(part, "text", getattr(part, "number", "")))
        for part in line
    )


def walked(blocks):
    for block in blocks:
        yield block
        if isinstance(block, Part | Fold):
            yield from walked(block.blocks)


def chapter(findings, name, language="sv"):
    sections = document(findings, language=language).sections
    return next((one for one in sections if one.name == name), None)


def said(findings, name, language="sv"):
    return [plain(line) for line in lines_of(chapter(findings, name, language).blocks)]


def table(findings, name, caption):
    blocks = walked(chapter(findings, name).blocks)
    found = next(block for block in blocks if isinstance(block, Table) and block.caption == caption)
    return [[" / ".join(plain(line) for line in cell.lines) for cell in row] for row in found.rows]


def part(findings, name, title, language="sv"):
    blocks = chapter(findings, name, language).blocks
    found = next(block for block in blocks if isinstance(block, Part) and block.title == title)
    return [plain(line) for line in lines_of(found.blocks)]


# Need rises from Aspen to Furan, so that the places in the order are 1/12, 3/12, … 11/12. Aspen and Björkby are covered in both
# themes, Dalen was searched in vain; Cedern was not searched, and Eken and Furan are told of indirectly in one of two.


def test_districts_stand_by_need_times_what_is_not_documented_with_the_bounds_of_ignorance(ekstad):
    rows = table(ekstad, "need", "Stadsdelar efter behov och andel rutor som inte är belagda")
    assert [(row[0], row[1], row[2], row[5], row[6]) for row in rows] == [
        # Were all that is unknown there, only Dalen would be without: place 1, and the others alike.
        ("Furan", "1 (1–4)", "0,92", "0,92 (0 till 0,92)", "2"),
        ("Eken", "2 (1–4)", "0,75", "0,75 (0 till 0,75)", "2"),
        ("Dalen", "3 (1–3)", "0,58", "0,58", "1"),
        ("Cedern", "4 (2–4)", "0,42", "0,42 (0 till 0,42)", "2"),
        ("Aspen", "5 (2–5)", "0,08", "0", "2"),
        ("Björkby", "5 (2–5)", "0,25", "0", "2"),
    ]
    assert rows[0][3] == "Trångboddhet 2022: 60 / Valdeltagande 2022: 65"
    assert rows[0][4] == "bara indirekt belagda: 1 / inte undersökta: 1"
    first = said(ekstad, "need")
    assert any(
        "Överst står Furan" in line and "från 1 till 4 av 6, eftersom 2 av 2 rutor" in line for line in first
    )


def test_each_indicator_has_its_source_unit_and_period(ekstad):
    # Sources by title: 1 Ekbladet, 2 Ekstads föreningsregister, 3 Ekstads kommuns årsredovisning, 4 Områdesfakta.
    assert table(ekstad, "need", "Uppgifter som behovet räknas ur") == [
        ["Trångboddhet", "2022", "procent", "högt värde", "6", "4"],
        ["Valdeltagande", "2022", "procent", "lågt värde", "6", "4"],
    ]


def test_inequality_has_its_interval_its_number_and_a_curve_whose_points_are_a_table(ekstad):
    # Initiatives 2, 3, 0, 0, 0, 0 among as many people: Gini 42/60, concentration 2/5·49/12 − 1.
    rows = table(ekstad, "need", "Mått på hur de belagda initiativen är fördelade")
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("Gini", "0,70", "6"),
        ("Theil", "1,12", "6"),
        ("Koncentrationsindex mot behov", "0,63", "6"),
    ]
    assert all(re.fullmatch(r"−?\d,\d\d till \d,\d\d", row[2]) for row in rows)
    assert table(ekstad, "need", "Lorenzkurvans punkter")[-3:] == [
        ["67\u00a0%", "0\u00a0%"], ["83\u00a0%", "40\u00a0%"], ["100\u00a0%", "100\u00a0%"],
    ]  # fmt: skip
    (figure,) = [block for block in walked(chapter(ekstad, "need").blocks) if isinstance(block, Figure)]
    assert figure.svg.count("<circle") == 7
    assert "Lorenzkurvans punkter" in figure.alternative
    assert "http" not in figure.svg.replace("http://www.w3.org/2000/svg", "")


def test_too_few_districts_give_no_expected_number_and_the_reason(ekstad):
    assert (
        part(ekstad, "need", "Fler eller färre än väntat?")
        == [
            "Fler eller färre än väntat?",
            "Hur många initiativ som kan väntas av stadsdelarnas folkmängd och behov är inte beräknat.",
            "6 områden har både folkmängd och värden; med färre än 15 säger modellen ingenting.",
        ][1:]
    )


def test_with_enough_districts_each_has_its_expected_number_with_an_interval(tmp_path):
    names = [f"D{number:02}" for number in range(16)]
    project = written(
        tmp_path / "p",
        samverkansgraf__toml=(
            'name = "Rutnät"\nbase = "https://example.org/rut/"\nlanguage = "sv"\n'
            f'[bounds]\ndistricts = {names}\nthemes = ["trygghet"]\n[need]\nindicators = ["Trångboddhet"]\n'
        ).replace("'", '"'),
        districts__csv="label,kind,population\n" + "".join(f"{name},district,1000\n" for name in names),
        initiatives__csv=(
            "id,label,theme,district,source,where\n"
            + "".join(f"i{n},Initiativ {n},trygghet,D{n % 8:02},bladet,par1\n" for n in range(16))
        ),
        participations__csv=(
            "actor,initiative,role,source,where\n"
            + "".join(f"staden,i{n},Lead,bladet,par1\n" for n in range(16))
        ),
        indicators__csv="district,indicator,period,value,unit,source\n"
        + "".join(f"{name},Trångboddhet,2022,{n % 4},procent,bladet\n" for n, name in enumerate(names)),
    )
    findings = without_chance(open_city(project))
    rows = table(findings, "need", "Belagda initiativ och väntat antal")
    assert len(rows) == 16
    # Sixteen initiatives among sixteen districts alike in people, and need without bearing: one is expected in each.
    assert {row[3] for row in rows} == {"1 (0 till 3)"}
    assert rows[0][2] == "2"
    assert rows[15][5] == "inom vad som kan väntas"
    assert any("Beräkningen bygger på 16 stadsdelar." in line for line in said(findings, "need"))


def test_without_indicators_of_need_there_is_no_chapter_on_it(ekstad):
    assert chapter(replace(ekstad, need=None), "need") is None
    assert chapter(ekstad, "need") is not None


def test_need_never_stands_on_page_one(ekstad):
    page = " ".join(said(ekstad, "brief")).casefold()
    assert "behov" not in page
    assert "trångboddhet" not in page


def test_crime_alone_makes_no_report(tmp_path):
    project = written(
        tmp_path / "p",
        samverkansgraf__toml=(
            'name = "Byn"\nbase = "https://example.org/byn/"\nlanguage = "sv"\n[need]\nindicators = ["Anmälda brott"]\n'
        ),
        indicators__csv=(
            "district,indicator,period,value,unit,source\n"
            "Norr,Anmälda brott,2022,5,antal,bladet\nSöder,Anmälda brott,2022,3,antal,bladet\n"
        ),
    )
    with pytest.raises(UsageError, match="'Anmälda brott' is never used alone"):
        findings_of(open_city(project), as_of=DAY)


def test_what_a_cell_rests_on_is_named(ekstad):
    rows = table(ekstad, "rests_on", "Rutor som, så långt det är antecknat, vilar på en enda")
    assert [row[2:] for row in rows if row[0] == "Aspen: skola"] == [
        ["ett enda initiativ", "Läxhjälpen"],
        ["en enda aktör", "Läxhjälparna"],
        ["en enda finansiär", "Ekstiftelsen"],
        ["en enda källa", "Ekbladet skriver om läxhjälpen"],
    ]
    assert [
        "Cedern: skola",
        "Inte undersökt",
        "ett enda initiativ, som bara är planerat",
        "Studiestugan",
    ] in rows


def test_what_hangs_on_each_stands_in_alphabetical_order(ekstad):
    # Without Läxhjälparna, Läxhjälpen has nobody and Aspen × skola is not documented.
    assert table(ekstad, "rests_on", "Aktörer som något antecknat hänger på") == [
        ["Ekstads kommun", "4", "1", "0"],
        ["Läsfrämjarna", "1", "1", "0"],
        ["Läxhjälparna", "1", "1", "1"],
    ]
    assert table(ekstad, "rests_on", "Finansiärer som något antecknat hänger på") == [
        ["Ekstiftelsen", "1", "1", "0"]
    ]


def test_a_cell_where_nothing_delivers_says_so(ekstad):
    assert (
        "trygghet i Björkby: belagt, men det som är antecknat samordnar, planerar, analyserar eller finansierar."
        in said(ekstad, "rests_on")
    )
    cells = {row[0]: row for row in table(ekstad, "coverage", "Täckning efter stadsdel och tema")}
    assert "inget antecknat sägs utföra insatser" in cells["Björkby"][1]
    assert not any("utföra" in row[1] + row[2] for name, row in cells.items() if name != "Björkby")


def test_overlaps_are_questions(ekstad):
    (row,) = table(ekstad, "rests_on", "Frågor om initiativ som liknar varandra")
    assert row[0] == "Björkby: skola"
    assert row[1].startswith("Vet Bokbussen och Läsklubben om varandra?")


def test_old_evidence_and_agreements_that_end_are_named(ekstad):
    assert table(ekstad, "rests_on", "Rutor där ingen daterad källa säkert är yngre än 5 år") == [
        ["Aspen: skola", "Belagt", "1 maj 2015", "ja"]
    ]
    assert table(ekstad, "rests_on", "Avtal som löper ut inom 12 månader") == [
        [
            "IOP om nattvandring",
            "31 december 2024",
            "Ekstads kommun och Grannföreningen",
            "Nattvandringen",
            "",
        ]
    ]


def test_a_graph_without_cells_has_no_chapter_on_what_they_rest_on(ekstad):
    assert chapter(replace(ekstad, rests_on=None), "rests_on") is None


def test_a_theme_that_no_phrase_supports_is_marked_as_our_coding(ekstad):
    cells = {row[0]: row for row in table(ekstad, "coverage", "Täckning efter stadsdel och tema")}
    marked = {(name, n) for name, row in cells.items() for n in (1, 2) if "tema kodat av oss" in row[n]}
    # "läxhjälp varje tisdag i Aspen" names no theme; the others' phrases do.
    assert marked == {("Aspen", 2)}


def test_the_method_gives_the_agreement_of_double_coding_and_the_works_behind_each_part(ekstad):
    text = " ".join(said(ekstad, "methods"))
    # Two coders of three initiatives, one of them coded differently: alpha 1 − 5·2/(36 − 9 − 9) = 4/9.
    assert "2 kodare har kodat 3 initiativ; Krippendorffs alfa (nominal) är 0,44" in text
    bib = references_bib(ekstad)
    for named, key in (
        ("Altman och Bland 1995", "altman1995"), ("Provan och Milward 2001", "provan2001"), ("Manski 2003", "manski2003"),
        ("Cameron och Trivedi 2013", "cameron2013"), ("Ceriani och Verme 2012", "ceriani2012"),
        ("Kakwani, Wagstaff och van Doorslaer 1997", "kakwani1997"), ("Lorenz 1905", "lorenz1905"), ("Efron 1979", "efron1979"),
        ("Church och ReVelle 1974", "church1974"), ("Bertsimas, Farias och Trichakis (2011)", "bertsimas2011"), ("Hayes och Krippendorff 2007", "hayes2007"), ("Shorrocks 1980", "shorrocks1980"),
    ):  # fmt: skip
        assert named in text
        assert f"{{{key}," in bib


def test_where_to_look_next_and_why_is_answered_in_the_first_lines_of_the_chapter(ekstad):
    # skola: not searched in Cedern, Eken and Furan, 5/12 + 9/12 + 11/12; trygghet weighs 5/12 + half of 9/12 and 11/12.
    answer = part(ekstad, "where_next", "Svaret i korthet")
    assert len(answer) == 3
    assert answer[0] == (
        "Leta härnäst efter verksamhet med temat skola, i alla stadsdelar. Skälet är att 3 rutor saknar svar där (3 inte "
        "undersökta och 0 bara indirekt belagda) och att ingen annan sökning i tabellen nedan skulle säga mer, när rutorna "
        "vägs efter stadsdelarnas behov. Börja i Furan, Eken och Cedern. Det är ordningen efter behov, störst först: plats "
        "1, 2 och 4 av 6 (räknat ur Trångboddhet 2022 och Valdeltagande 2022)."
    )
    assert answer[1] == "Fråga till exempel Ekstads kommun, Läsfrämjarna och Läxhjälparna."
    assert answer[2] == (
        "2 rutor kan kallas luckor: någon har letat där och inte funnit något (inget funnet i dessa källor). Där kan något "
        "nytt föreslås, först trygghet i Dalen och skola i Dalen."
    )


def test_without_need_searches_as_good_as_the_first_are_named_with_it(city, ekstad):
    searches = city.next_searches(10, at=DAY, kinds=["district"])
    first = first_search(searches, ekstad.coverage)
    # Cedern has two cells without any search; in Eken and Furan one of two is told of indirectly.
    assert (first.row["district"], first.as_good, first.needs) == ("Cedern", (), {})
    bare = replace(ekstad, need=None, next_searches=searches, first_search=first)
    said_first = part(bare, "where_next", "Svaret i korthet")[0]
    assert said_first.startswith(
        "Leta härnäst efter verksamhet i Cedern, oavsett tema. Skälet är att 2 rutor saknar svar"
    )
    assert "Projektet anger inget behov." in said_first
    second = replace(
        first, row=searches.searches.row(1, named=True), as_good=(searches.searches.row(2, named=True),)
    )
    tied = part(replace(bare, first_search=second), "where_next", "Svaret i korthet")[0]
    assert tied.startswith("Leta härnäst efter verksamhet i Eken och Furan, oavsett tema.")
    assert "De skulle säga lika mycket, så vilken som kommer först avgörs inte av data." in tied


GAP = {
    "sv": re.compile(
        r"\b(lucka|luckor|luckan|luckorna|saknar svar|färre(?! än \d)|inte funnit)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\b(gaps?|lacks? an answer|without an answer|fewer(?! than \d)|does not exist)\b", re.IGNORECASE
    ),
}
VALUE = {
    "sv": re.compile(
        r"belag[td]|inte undersök|inget funnet|utan fynd|inte (fann|finner|funnit) något|fullständigt register",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"documented|indirect|not (been )?searched|none found|nothing found|found nothing|complete register",
        re.IGNORECASE,
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_sentence_about_a_gap_says_which_value_it_rests_on(by_language, language):
    chapters = ("brief", "coverage", "need", "rests_on", "where_next")
    lines = []
    for name in chapters:
        for block in walked(chapter(by_language[language], name, language).blocks):
            if isinstance(block, Paragraph):
                lines.append(plain(block.line))
            elif isinstance(block, Bullets):
                lines += [plain(item) for item in block.items]
    sentences = [one for line in lines for one in re.split(r"(?<=[.?!])\s+(?=[A-ZÅÄÖ\d])", line)]
    about = [one for one in sentences if GAP[language].search(one)]
    assert len(about) >= 5
    assert [one for one in about if not VALUE[language].search(one)] == []


def test_a_chapter_may_be_asked_for_by_name(ekstad):
    written = document(ekstad, language="sv", sections=["need", "rests_on"])
    assert [one.name for one in written.sections] == ["need", "rests_on", "sources"]


def test_the_word_document_says_what_the_page_says_of_it(ekstad):
    chosen = ["coverage", "need", "rests_on", "where_next"]
    page = PageText()
    page.feed(report(ekstad, format="html", language="sv", sections=chosen))
    said_in_word = _letters(_said(report(ekstad, format="docx", language="sv", sections=chosen)))
    numbers = re.compile(r"\[\d+\]")
    assert numbers.sub("", said_in_word) == numbers.sub("", _letters("".join(page.words)))


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser calls it with both
        self.tags.append(tag)


def test_hostile_labels_stay_text(ekstad):
    payload = "</script><script>alert(1)</script>"

    def hostile(frame, *columns):
        return frame.with_columns(pl.lit(payload).alias(column) for column in columns)

    need, rests = ekstad.need, ekstad.rests_on
    findings = replace(
        ekstad,
        need=replace(
            need,
            gaps=hostile(need.gaps, "district", "figures"),
            expected=hostile(need.expected, "district", "reason"),
            figures=tuple(replace(one, unit=payload) for one in need.figures),
        ),
        rests_on=replace(
            rests,
            dependence=hostile(rests.dependence, "district", "theme", "name"),
            hanging=hostile(rests.hanging, "label"),
            overlaps=hostile(rests.overlaps, "district", "theme", "question"),
            older=hostile(rests.older, "district", "theme"),
            ending=hostile(rests.ending, "label"),
        ),
        first_search=replace(
            ekstad.first_search,
            row={**ekstad.first_search.row, "theme": payload, "ask": [payload]},
            districts=(payload,),
            needs={payload: 1},
        ),
    )
    page, tags = report(findings, format="html", language="sv"), _Tags()
    tags.feed(page)
    assert "script" not in tags.tags
    assert page.count("&lt;script&gt;alert(1)") > 20
    assert "<script" not in report(findings, format="md", language="sv")
    assert report(findings, format="docx", language="sv")
