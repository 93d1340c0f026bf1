from __future__ import annotations

import polars as pl
import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.disagreements import COLUMNS, disagreements
from samverkansgraf.frames import Frames, frame
from samverkansgraf.vocabulary import iri, sg

SOURCES = FILES["sources.csv"] + "brev,Ett brev,,2021\nblogg,En blogg,,2022\n"


@pytest.fixture
def frames(tmp_path):
    def made(facts="", initiatives="", **changes):
        return open_city(
            written(
                tmp_path / "byn",
                sources__csv=SOURCES,
                facts__csv="about,property,value,source,where,quote\n" + facts,
                initiatives__csv=FILES["initiatives.csv"] + initiatives,
                **changes,
            )
        ).frames

    return made


def said(found):
    return [
        (row["label"], row["property"].rpartition("#")[2], row["value"], row["source"].rpartition("/")[2])
        for row in found.iter_rows(named=True)
    ]


def test_a_things_own_row_and_a_fact_of_another_source_both_stand(frames):
    # The row of "vandring" says 2019 according to bladet. 2012 sorts before it, and takes nothing away.
    found = disagreements(frames("vandring,start,2012,brev,s1,sedan 2012\n"))
    assert said(found) == [
        ("Trygghetsvandring", "start", "2012", "brev"),
        ("Trygghetsvandring", "start", "2019", "bladet"),
    ]
    assert found["quote"].to_list() == ["sedan 2012", "går tillsammans"]
    assert found["where"].to_list() == ["s1", "par1"]
    assert found["standing"].null_count() == 0


def test_a_further_row_is_its_own_sources_word(frames):
    # bladet says when "Byrådet" began, brev when it ended, a fact of blogg that it ended later.
    found = disagreements(
        frames("rad,end,2024,blogg,,\n", initiatives="rad,,,,,,2022,,brev,s2,nu slut\n"),
    )
    assert said(found) == [("Byrådet", "end", "2022", "brev"), ("Byrådet", "end", "2024", "blogg")]


def test_two_facts_of_two_sources_disagree_and_a_third_stands_with_the_one_it_agrees_with(frames):
    found = disagreements(
        frames("Norr,population,8000,bladet,,\nNorr,population,8100,brev,,\nNorr,population,8000,blogg,,\n")
    )
    assert said(found) == [
        ("Norr", "population", "8000", "bladet"),
        ("Norr", "population", "8000", "blogg"),
        ("Norr", "population", "8100", "brev"),
    ]
    assert found["standing"].null_count() == 3  # a place is no initiative


def test_dates_that_may_be_the_same_day_do_not_disagree(frames):
    assert disagreements(frames("vandring,start,2019-09,brev,,\n")).is_empty()
    # 2019 and 2019-09 agree, 2020 agrees with neither: all three are shown.
    found = disagreements(frames("vandring,start,2019-09,brev,,\nvandring,start,2020,blogg,,\n"))
    assert [value for _, _, value, _ in said(found)] == ["2019", "2019-09", "2020"]


def test_one_source_that_says_two_things_is_no_disagreement_between_sources(frames):
    assert disagreements(frames("Norr,population,1,brev,,\nNorr,population,2,brev,,\n")).is_empty()


def test_a_value_without_a_source_is_nobodys(frames):
    assert disagreements(frames("Norr,population,1,brev,,\nNorr,population,2,,,\n")).is_empty()


def test_an_unknown_status_is_no_value(frames):
    # "Byrådet" has no status according to bladet.
    assert disagreements(frames("rad,status,ended,brev,,\n")).is_empty()


def test_names_texts_and_what_may_be_several_are_never_disagreed_on(frames):
    several = "rad,theme,trygghet,brev,,\nrad,alias,Rådet,brev,,\nrad,description,ett råd,brev,,\nrad,description,råd,blogg,,\n"
    names = "actor,name,to,source\nPolisen,Länspolisen,2014,brev\nPolisen,Ordningen,1964,blogg\n"
    assert disagreements(frames(several, names__csv=names)).is_empty()


def test_nothing_known_has_the_columns_and_no_rows():
    found = disagreements(Frames.of())
    assert found.columns == list(COLUMNS)
    assert found.is_empty()


def test_statements_alone_are_enough():
    # A graph made elsewhere has no graph for each source.
    statements = [
        {"statement": f"urn:s{n}", "about": "urn:i", "property": iri("sg:end"), "value": value}
        for n, value in ((1, "2020"), (2, "2022"))
    ]
    evidence = [{"evidence": f"urn:e{n}", "about": f"urn:s{n}", "source": f"urn:source{n}"} for n in (1, 2)]
    frames = Frames.of(statements=frame("statements", statements), evidence=frame("evidence", evidence))
    found = disagreements(frames)
    assert found["value"].to_list() == ["2020", "2022"]
    assert found["label"].to_list() == [None, None]


def test_the_order_of_rows_changes_nothing(frames):
    given = frames("Norr,population,8000,bladet,,\nNorr,population,8100,brev,,\nvandring,start,2012,brev,,\n")
    turned = {name: getattr(given, name).reverse() for name in ("statements", "values", "evidence")}
    others = {name: getattr(given, name) for name in ("places", "initiatives", "standings")}
    kept = {name: getattr(given, name) for name in turned}
    assert disagreements(Frames.of(**turned, **others)).equals(disagreements(Frames.of(**kept, **others)))


def test_what_each_source_says_is_one_row_each(frames):
    values = frames("vandring,start,2012,brev,,\nvandring,start,2012,brev,s9,igen\n").values
    of_start = values.filter(pl.col("property") == sg("start"), pl.col("about").str.ends_with("/vandring"))
    assert of_start.select("value", pl.col("source").str.split("/").list.last()).rows() == [
        ("2012", "brev"),
        ("2019", "bladet"),
    ]


def test_figures_of_one_place_and_period_are_disagreed_on_and_of_two_periods_not():
    rows = [
        {
            "observation": "urn:1",
            "place": "urn:p",
            "indicator": "Bostäder",
            "period": "XXXX",
            "value": 450.0,
            "source": "urn:a",
        },
        {
            "observation": "urn:2",
            "place": "urn:p",
            "indicator": "Bostäder",
            "period": "XXXX",
            "value": 560.0,
            "source": "urn:b",
        },
        {
            "observation": "urn:3",
            "place": "urn:p",
            "indicator": "Folkmängd",
            "period": "2021",
            "value": 9.0,
            "source": "urn:a",
        },
        {
            "observation": "urn:4",
            "place": "urn:p",
            "indicator": "Folkmängd",
            "period": "2023",
            "value": 10.0,
            "source": "urn:b",
        },
    ]
    found = disagreements(Frames.of(indicators=frame("indicators", rows)))
    assert found.select("property", "value", "source").rows() == [
        ("Bostäder", "450", "urn:a"),
        ("Bostäder", "560", "urn:b"),
    ]
