"""Coverage in words: every sentence about a gap says which value it rests on."""

from dataclasses import replace

import polars as pl
import pytest

from samverkansgraf.coverage import (
    VALUES,
    cell_sentence,
    coverage_in_words,
    shares,
    unreached,
    value_label,
    why_label,
)
from samverkansgraf.coverage.grades import Grade
from samverkansgraf.coverage.words import percent
from samverkansgraf.vocabulary import sg


def said(city, *labels, sources=(), **options):
    return cell_sentence(
        city.cell(*labels, **options), language=options.get("language", "sv"), sources=sources
    )


def test_shares_give_all_four_values_together(city):
    city.initiative("EST", "t:trygghet", place="p:utsatta").search("p:Skallberget", "t:skola")
    counts = {value: share["count"] for value, share in shares(city.table()).items()}
    assert counts == {"covered": 2, "none_found": 1, "indirect": 0, "not_searched": 6}
    assert sum(share["share"] for share in shares(city.table()).values()) == pytest.approx(1)
    assert shares(city.table(levels="all")) == shares(city.table())


def test_shares_of_no_cells_are_unknown_and_not_zero():
    assert shares(pl.DataFrame({"value": []}, schema={"value": pl.String}))["covered"] == {
        "count": 0,
        "share": None,
    }


def test_a_covered_cell_says_by_whom_and_when(city):
    city.add("sources", source="s:1", date="2021-10-05").initiative("EST", "t:trygghet", place="p:Bäckby")
    assert said(city, "Bäckby", "trygghet") == (
        "Bäckby, trygghet: belagt. 1 initiativ med 0 aktörer, enligt 1 källa "
        "(säkert skrivna av andra än deltagarna: 0). Inget av det som är antecknat sägs utföra insatser, "
        "men för 1 av 1 initiativ är det inte antecknat vad det gör. Senaste källa: 5 oktober 2021."
    )


def test_none_found_is_said_of_these_sources_only(city):
    city.search("p:Bäckby", "t:trygghet")
    assert said(city, "Bäckby", "trygghet") == (
        "Bäckby, trygghet: inget funnet i dessa källor. Det bygger på 1 sökning och gäller bara det som genomsöktes."
    )
    assert "inget funnet i dessa källor: Föreningsregistret." in said(
        city, "Bäckby", "trygghet", sources=["Föreningsregistret"]
    )


def test_a_complete_register_says_more(city):
    city.search("p:Bäckby", "t:trygghet", complete=True)
    assert "finns inte enligt ett fullständigt register." in said(city, "Bäckby", "trygghet")
    assert "finns inte enligt Föreningsregistret." in said(
        city, "Bäckby", "trygghet", sources=["Föreningsregistret"]
    )


def test_none_found_with_indirect_evidence_says_both(city):
    city.search("p:Bäckby", "t:trygghet").initiative("EST", "t:trygghet", place="p:Västerås")
    assert "Samtidigt finns indirekta belägg för 1 initiativ." in said(city, "Bäckby", "trygghet")


def test_an_indirect_cell_says_what_is_unsure_of_whom(city):
    city.initiative("EST", "t:trygghet", place="p:Västerås")
    city.takes_part("Polisen", "EST", sector="Police", certainty="StatedInPart")
    assert "bara indirekt belagt. Källorna placerar 1 initiativ i ett större område" in said(
        city, "Bäckby", "trygghet"
    )
    by_sector = said(city, "Bäckby", "polis", by=("district", "sector"))
    assert (
        "bara indirekt belagt. Att någon i sektorn är med just här i 1 initiativ är inte säkert" in by_sector
    )
    assert "sägs bara om en del" in said(city, "polis", by=("sector",))


def test_not_searched_says_that_nobody_has_noted_a_search_or_that_none_answered(city):
    assert "inte undersökt. Ingen har antecknat att de har letat." in said(city, "Bäckby", "trygghet")
    city.search("p:Bäckby", "t:trygghet", outcome="Incomplete")
    sentence = said(city, "Bäckby", "trygghet")
    assert "inte undersökt. Det finns anteckning om 1 sökning" in sentence
    assert "Ingen har antecknat" not in sentence


def test_planned_and_ended_are_named(city):
    city.initiative("Delmos", "t:trygghet", place="p:Bäckby", status="StatusPlanned")
    city.initiative("Slut", "t:trygghet", place="p:Bäckby", end="2010")
    sentence = said(city, "Bäckby", "safety", at="2020", language="en")
    assert sentence.endswith("Planned: 1 initiative. Ended: 1 initiative.")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_cell_of_every_level_can_be_put_in_words(city, language):
    city.bounds = replace(city.bounds, district_total=9)
    city.initiative("EST", "t:trygghet", place="p:utsatta").search(
        sg("AllDistricts"), "t:skola", complete=True
    )
    for row in city.table(levels="all", language=language).iter_rows(named=True):
        sentence = cell_sentence(row, language=language)
        assert "{" not in sentence
        if row["level"] == "finest":
            complete = row["complete_searches"] > 0
            assert value_label(row["value"], language, complete=complete) in sentence


def test_a_coarser_cell_is_said_as_n_of_n(city):
    city.initiative("EST", "t:trygghet", place="p:utsatta")
    assert said(city, "Västerås", "trygghet", levels="all").startswith(
        "Västerås, trygghet: belagt i 2 av 3 delar."
    )


def test_a_table_is_summed_up_with_all_four_shares_and_what_they_mean(city):
    city.bounds = replace(city.bounds, district_total=30)
    city.initiative("EST", "t:trygghet", place="p:olistade").search("p:Skallberget", "t:skola")
    sentences = coverage_in_words(
        city.table(levels="all"), unreached(city.frames(), city.bounds), at="2021-10-01"
    )
    space = "\N{NO-BREAK SPACE}"
    assert sentences == [
        (
            f"Läget 1 oktober 2021: av 90 rutor är 0 (0{space}%) belagda, 1 (1{space}%) genomsökta utan fynd, "
            f"0 (0{space}%) bara indirekt belagda och 89 (99{space}%) inte undersökta."
        ),
        (
            "I 89 rutor har ingen sökning gett svar på om något finns (inte undersökt). "
            "Det är inte samma sak som att något saknas."
        ),
        (
            "I 1 ruta har någon letat och inte funnit något (inget funnet i dessa källor); "
            "bara det kan kallas en lucka, och bara i det som genomsöktes."
        ),
        "Bland de inte undersökta gäller 81 rutor 27 stadsdelar som ingen av källorna har namngett.",
        (
            "1 initiativ är enligt källorna placerat i områden som ingen har räknat upp. "
            "Den uppgiften kan inte föras till någon ruta: ”olistade”."
        ),
    ]


def test_a_table_without_cells_says_so(city):
    city.bounds = replace(city.bounds, themes=())
    assert coverage_in_words(city.table()) == ["Det finns inga rutor: projektet anger inget att undersöka."]


def test_a_share_that_is_not_none_is_never_shown_as_none_nor_as_all():
    assert [percent(share, "en") for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%",
        "under 1%",
        "50%",
        "over 99%",
        "100%",
    ]


def test_every_value_and_every_why_has_a_name():
    for language in ("sv", "en"):
        assert all(value_label(value, language) for value in VALUES)
        assert all(why_label(grade.why, language) for grade in Grade)
    with pytest.raises(KeyError):
        value_label("planned", "sv")
