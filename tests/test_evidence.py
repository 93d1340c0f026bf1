from __future__ import annotations

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.city import open_city
from samverkansgraf.errors import UsageError


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    both = FILES["participations.csv"] + "boende,rad,Member,planned,bladet,par2,boende ska\n"
    positions = (
        "person,organisation,title,speaks_for,source,quote\nAnna Ek,Byns kommun,chef,ja,bladet,chefen\n"
    )
    claims = "id,text,asserted_by,kind,source,quote\nc,Det finns,Anna Ek,existence,bladet,det finns\n"
    folder = tmp_path_factory.mktemp("byn") / "p"
    return open_city(written(folder, participations__csv=both, positions__csv=positions, claims__csv=claims))


def rows(frame, *columns):
    return frame.select(columns).rows()


def test_an_actor_has_its_participations_with_phrase_source_and_standing(city):
    found = city.in_words(city.why("Polisen"), language="en")
    assert rows(found, "actor", "initiative", "role", "certainty", "quote", "source", "where") == [
        ("Polisen", "Trygghetsvandring", "partner", "stated in part", "polisen med", "Bladet skriver", "par1")
    ]
    assert found["standing"].to_list() == ["written by a party"]


def test_a_pair_has_what_both_take_part_in(city):
    found = city.why("Polisen", "staden")
    assert sorted(found["actor"].unique()) == [
        "https://example.org/byn/actor/byn",
        "https://example.org/byn/actor/polisen",
    ]
    assert city.why("Polisen", "Byskolan").is_empty()


def test_a_collective_is_found_in_every_initiative_it_is_in(city):
    assert city.why("boende")["initiative"].n_unique() == 2


def test_an_initiative_has_its_placements_too(city):
    assert sorted(city.why("Trygghetsvandring")["relation"].unique()) == [
        "initiative",
        "participation",
        "placement",
    ]


def test_a_person_has_positions_and_claims(city):
    assert sorted(city.why("Anna Ek")["relation"].unique()) == ["claim", "position"]


def test_a_cell_has_what_makes_it_so(city):
    found = city.why_cell(district="Norr", theme="trygghet")
    assert found["label"].unique().to_list() == ["Trygghetsvandring"]
    assert city.why_cell(district="Söder", theme="trygghet").is_empty()


def test_unknown_names_and_too_many_are_said(city):
    with pytest.raises(UsageError, match="did you mean 'Polisen'"):
        city.why("Polsen")
    with pytest.raises(UsageError, match="name one thing, or two actors"):
        city.why("Polisen", "staden", "boende")


@pytest.fixture(scope="module")
def of_several_sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("byn") / "q"
    return open_city(
        written(
            folder,
            sources__csv=FILES["sources.csv"] + "brev,Ett brev,,2021\n",
            initiatives__csv=FILES["initiatives.csv"] + "rad,,,,,,2022,,brev,s2,nu slut\n",
            facts__csv="about,property,value,source,quote\nvandring,start,2012,brev,sedan 2012\nNorr,population,80,brev,\n",
            names__csv="actor,name,from,to,source,quote\nPolisen,Länspolisen,1998,2014,brev,hette så\n",
        )
    )


def test_what_one_source_says_otherwise_is_named_by_its_column_with_its_standing(of_several_sources):
    city = of_several_sources
    found = city.in_words(city.why("Trygghetsvandring"), language="en")
    said = found.filter(relation="statement")
    assert rows(said, "about", "property", "value", "quote", "source") == [
        ("Trygghetsvandring", "start", "2012", "sedan 2012", "Ett brev")
    ]
    assert said["standing"].to_list() == ["unknown"]


def test_a_former_name_is_shown_with_its_dates(of_several_sources):
    city = of_several_sources
    found = city.in_words(city.why("Polisen"), language="en").filter(relation="statement")
    assert rows(found, "about", "property", "value", "start", "end", "quote") == [
        ("Polisen", "alias", "Länspolisen", "1998", "2014", "hette så")
    ]


def test_an_initiatives_dates_are_those_of_the_source_beside_them(of_several_sources):
    found = of_several_sources.why("rad").filter(relation="initiative")
    source = found["source"].str.split("/").list.last()
    assert sorted(zip(source, found["start"], found["end"], strict=True)) == [
        ("bladet", "2021-21?", None),
        ("brev", None, "2022"),
    ]


def test_a_place_has_what_sources_say_of_it(of_several_sources):
    found = of_several_sources.why("Norr")
    assert rows(found.filter(relation="statement"), "value", "source") == [
        ("80", "https://example.org/byn/source/brev")
    ]
