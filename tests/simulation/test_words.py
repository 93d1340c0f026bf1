"""The sentences of a simulation say what is assumed, and no more than is known."""

from __future__ import annotations

from tests.simulation.conftest import DAY

from samverkansgraf.simulation import found_assumed, in_words, simulated

CLOSED = (
    "Att ett initiativ utan någon registrerad aktör kvar inte längre täcker något är vårt antagande, inte källornas; "
    "med --keep-empty räknas det kvar."
)


def said(town, *names, language="sv", **options):
    return in_words(town.without(*names, language=language, **options), town.frames(), language=language)


def test_an_actor_in_swedish(town):
    assert said(town, "Föräldrarna") == [
        "Antagande: Föräldrarna lämnar. Inget av det sparas.",
        "Initiativ som får mindre att vila på: 1 utan registrerad aktör.",
        "Celler i täckningen som var belagda och inte längre är det: 1. Övriga celler som byter värde: 0.",
        CLOSED,
        "Allt gäller det som källorna säger: ett initiativ kan ha fler aktörer än de registrerade.",
    ]


def test_a_funder_in_english_is_not_said_to_end_anything(town):
    sentences = said(town, "funder:Fonden", language="en")
    assert sentences[0] == "Assumption: Fonden stops funding. None of it is stored."
    assert "1 without a recorded funder" in sentences[1]
    assert (
        "What becomes of an initiative that loses its funder, lead or agreement is not known; it still counts."
        in sentences
    )


def test_what_changes_nothing_is_said_to(town):
    town.add("actors", actor="Ensam", label="Ensam")
    assert "Inget skulle bli annorlunda i det som är registrerat." in said(town, "Ensam")


def test_units_that_stay_are_told_of(town):
    town.add("actors", actor="Elevrådet", label="Elevrådet", part_of=["Skolan"])
    assert any("Enheter inom den som lämnar är kvar (1)" in one for one in said(town, "Skolan"))
    assert not any("Enheter" in one for one in said(town, "Skolan", units=True))


def test_what_starts_says_what_it_would_cover(town):
    frames = town.frames()
    one = found_assumed(
        frames, "Fritidsgård", actors=["Polisen"], districts=["Skallberget"], themes=["skola"]
    )
    sentences = in_words(simulated(frames, town.bounds, assumed=[one], at=DAY), frames, language="sv")
    assert sentences[:2] == [
        "Antagande: Fritidsgård startar. Inget av det sparas.",
        "Celler i täckningen som blir belagda i antagandet: 1.",
    ]


def test_an_initiative_that_covers_nothing_any_more_is_not_said_to_count(town):
    # Without Skolan and Biblioteket nobody is left in Läxhjälp, nor a lead; Rådet never had one.
    sentences = said(town, "Skolan", "Biblioteket")
    assert CLOSED in sentences
    assert not any("det räknas kvar." in one for one in sentences if one != CLOSED)
