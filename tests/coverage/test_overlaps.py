"""Two initiatives for one group, on one theme, in one place, without a shared actor: a question, never a verdict."""

from samverkansgraf.coverage import overlaps, overlaps_in_words


def pair(city, *, place="p:Bäckby", theme="t:trygghet"):
    for name, actor in (("EST", "Polisen"), ("Jobb", "Mimer")):
        city.initiative(name, theme, place=place).takes_part(actor, name)
        city.takes_part("unga", name, role="TargetGroup")
    return city


def found(city, **options):
    return overlaps(city.frames(), city.bounds, **options)


def test_two_without_a_shared_actor_are_asked_about(city):
    rows = found(pair(city))
    assert rows.select("district", "theme", "target_group", "initiative_a", "initiative_b").rows() == [
        ("Bäckby", "trygghet", "unga", "EST", "Jobb")
    ]
    assert rows.select("actors_a", "actors_b", "one_organisation").rows() == [(1, 1, None)]
    question = rows["question"][0]
    assert question.startswith("Vet EST och Jobb om varandra?")
    assert found(city, language="en")["question"][0].startswith("Do EST and Jobb know of each other?")


def test_a_shared_actor_answers_the_question(city):
    assert found(pair(city).takes_part("Mimer", "EST")).is_empty()


def test_a_shared_funder_does_not_answer_it(city):
    pair(city)
    for name in ("EST", "Jobb"):
        city.takes_part("Fonden", name, role="Funder")
    assert found(city).height == 1


def test_an_initiative_of_which_no_actor_is_recorded_says_nothing(city):
    city.initiative("EST", "t:trygghet", place="p:Bäckby").initiative("Jobb", "t:trygghet", place="p:Bäckby")
    for name in ("EST", "Jobb"):
        city.takes_part("unga", name, role="TargetGroup")
    city.takes_part("Polisen", "EST")
    assert found(city).is_empty()


def test_another_group_theme_or_place_is_no_overlap(city, new_city):
    one = pair(city)
    assert one.cell("Råby", "trygghet")["initiatives"] == 0
    other = (
        new_city()
        .initiative("EST", "t:trygghet", place="p:Bäckby")
        .initiative("Jobb", "t:skola", place="p:Bäckby")
    )
    for name, actor in (("EST", "Polisen"), ("Jobb", "Mimer")):
        other.takes_part(actor, name).takes_part("unga", name, role="TargetGroup")
    assert found(other).is_empty()


def test_what_is_part_of_or_linked_with_the_other_is_left_out(new_city):
    for column in ("part_of", "strengthens", "related"):
        city = new_city()
        city.initiative("EST", "t:trygghet", place="p:Bäckby")
        city.initiative("Jobb", "t:trygghet", place="p:Bäckby", **{column: ["EST"]})
        for name, actor in (("EST", "Polisen"), ("Jobb", "Mimer")):
            city.takes_part(actor, name).takes_part("unga", name, role="TargetGroup")
        assert found(city).is_empty(), column


def test_actors_of_one_organisation_make_another_question(city):
    city.add("actors", actor="staden", label="Västerås stad", sector="CivilSociety")
    for unit in ("skolan", "socialtjänsten"):
        city.add("actors", actor=unit, label=unit, sector="CivilSociety", part_of=["staden"])
    for name, actor in (("EST", "skolan"), ("Jobb", "socialtjänsten")):
        city.initiative(name, "t:trygghet", place="p:Bäckby").takes_part(actor, name)
        city.takes_part("unga", name, role="TargetGroup")
    rows = found(city)
    assert rows["one_organisation"].to_list() == ["Västerås stad"]
    assert rows["question"][0].startswith("Samordnas EST och Jobb inom Västerås stad?")


def test_the_words_say_what_cannot_be_told(city, new_city):
    assert (
        "valfrihet, reserv eller dubbelarbete"
        in overlaps_in_words(found(pair(city)), city.frames(), language="sv")[0]
    )
    other = new_city().initiative("EST", "t:trygghet")
    assert (
        "For 1 initiative no target group is recorded"
        in overlaps_in_words(found(other), other.frames(), language="en")[0]
    )
