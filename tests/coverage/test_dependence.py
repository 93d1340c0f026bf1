"""Cells that rest on a single actor, funder, source or initiative, as far as is recorded."""

from samverkansgraf.coverage import dependence, dependence_in_words, tally


def rests(city, *labels, by=("district", "theme"), **options):
    table = dependence(city.frames(), city.bounds, by=by, **options)
    return [
        (row["rests_on"], row["name"])
        for row in table.iter_rows(named=True)
        if tuple(row[name] for name in by) == labels
    ]


def test_one_initiative_of_one_actor_and_one_source_rests_on_each(city):
    city.add("sources", source="s:1", title="Artikeln")
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part("Polisen", "EST", sector="Police")
    assert rests(city, "Bäckby", "trygghet") == [
        ("initiative", "EST"),
        ("actor", "Polisen"),
        ("source", "Artikeln"),
    ]
    assert rests(city, "Råby", "trygghet") == []


def test_two_initiatives_with_one_actor_in_both_rest_on_that_actor_in_all(city):
    for name, partner in (("EST", "Rädda Barnen"), ("Jobb", "AF")):
        city.initiative(name, "t:trygghet", place="p:Bäckby", sources=["s:1", "s:2"])
        city.takes_part("Mimer", name, sources=("s:1", "s:2")).takes_part(partner, name)
    assert rests(city, "Bäckby", "trygghet") == [("actor_in_all", "Mimer")]


def test_a_funder_counts_only_where_each_initiative_has_one_recorded(city):
    for name in ("EST", "Jobb"):
        city.initiative(name, "t:trygghet", place="p:Bäckby")
        city.takes_part("A", name).takes_part("B", name, sources=("s:2",))
    city.takes_part("Fonden", "EST", role="Funder")
    assert ("funder", "Fonden") not in rests(city, "Bäckby", "trygghet")
    city.takes_part("Fonden", "Jobb", role="Funder")
    assert ("funder", "Fonden") in rests(city, "Bäckby", "trygghet")
    assert city.cell("Bäckby", "trygghet")["funders"] == 1
    city.takes_part("Staten", "Jobb", role="Funder")
    assert ("funder", "Fonden") not in rests(city, "Bäckby", "trygghet")


def test_a_collective_that_nobody_has_listed_is_not_one_actor(city):
    city.add("actors", actor="boende", label="boende", kind="collective", sector="CivilSociety")
    city.initiative("EST", "t:trygghet", place="p:Bäckby").takes_part("boende", "EST")
    assert "actor" not in dict(rests(city, "Bäckby", "trygghet"))


def test_a_cell_where_nothing_covers_may_rest_on_one_plan(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby", status="StatusPlanned")
    assert rests(city, "Bäckby", "trygghet") == [("planned_initiative", "EST")]
    city.initiative("Jobb", "t:trygghet", place="p:Bäckby", status="StatusPlanned")
    assert rests(city, "Bäckby", "trygghet") == []
    city.initiative("Nu", "t:trygghet", place="p:Bäckby")
    assert "planned_initiative" not in dict(rests(city, "Bäckby", "trygghet"))


def test_in_sector_cells_the_actors_are_those_of_the_sector(city):
    city.initiative("EST", "t:trygghet").takes_part("Polisen", "EST", sector="Police").takes_part("RB", "EST")
    assert ("actor", "Polisen") in rests(city, "polis", by=("sector",))
    assert ("actor", "RB") in rests(city, "civilsamhälle", by=("sector",))


def test_each_period_rests_on_its_own(city):
    city.initiative("EST", "t:trygghet", start="2012", end="2012")
    city.initiative("Jobb", "t:trygghet", start="2015", end="2015")
    by, periods = ("theme", "period"), ("2012", "2015")
    assert ("initiative", "EST") in rests(city, "trygghet", "2012", by=by, periods=periods)
    assert ("initiative", "Jobb") in rests(city, "trygghet", "2015", by=by, periods=periods)


def test_an_empty_city_rests_on_nothing(city):
    assert dependence(city.frames(), city.bounds).is_empty()


def test_the_words_give_the_four_values_first(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby")
    table = dependence(city.frames(), city.bounds)
    words = dependence_in_words(table, tally(city.table()), by=("district", "theme"), language="sv")
    assert "inte undersökta" in words[0]
    assert words[1].startswith("1 av 1 belagda rutor vilar, så långt det är antecknat")
