"""Names are found however they are written, and nothing else is."""

import unicodedata

import pytest

from samverkansgraf.mentions import Mentions
from samverkansgraf.written_names import Named

THEM = Mentions(
    [Named(("Åsa Källqvist", "Åsa K. Lind"), "vd, Mimer", "vd"), Named(("Anna Bäckby",), "präst", "prast")],
    kept=["Bäckby"],
)


@pytest.mark.parametrize(
    "text",
    [
        "Åsa Källqvist", "åsa källqvist", "Asa Kallqvist", "Källqvists ord", "KÄLLQVIST", "Källqvist, Åsa",
        "Å. Källqvist", "Åsa-Källqvist", "Åsa\u00a0Källqvist", unicodedata.normalize("NFD", "Källqvist"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert THEM.holds(text)
    assert not THEM.holds(THEM.replaced(text))


def test_a_surname_that_is_a_place_is_found_only_in_full() -> None:
    assert THEM.replaced("Bäckby växer, säger Anna Bäckby.") == "Bäckby växer, säger [präst]."


def test_two_ways_to_name_one_person_are_no_two_persons() -> None:
    them = Mentions([Named(("Åsa Lind",), "vd", "vd"), Named(("asa-lind",), "vd", "vd", surname=False)])
    assert them.replaced("Hej Åsa Lind") == "Hej [vd]"


def test_a_name_within_a_longer_word_is_none() -> None:
    assert not THEM.holds("Källqvistska huset och lindar")


def test_addresses_and_ids_hold_names_in_small_letters() -> None:
    assert THEM.in_address("https://example.org/kallqvist/1")
    assert THEM.replaced_in_id("asa-kallqvist-2021") == "vd-2021"


def test_words_put_into_a_sentence_stand_in_brackets_and_a_name_alone_does_not() -> None:
    assert THEM.replaced("Det Källqvist säger stämmer.") == "Det [vd, Mimer] säger stämmer."
    assert THEM.replaced("Källqvists ord") == "[Vd, Mimers] ord"
    assert THEM.replaced("Åsa Källqvist; Anna Bäckby.") == "Vd, Mimer; präst."


def test_words_that_have_brackets_get_no_others() -> None:
    them = Mentions([Named(("Åsa Lind",), "[utelämnat]", "utelamnat")])
    assert them.replaced("Hej Åsa Lind, och hej då.") == "Hej [utelämnat], och hej då."


GIVEN = Mentions(
    [
        Named(("Ann-Cathrine Maria Lind",), "vd", "vd", given=True),
        Named(("May Berg", "Al Berg"), "präst", "prast", given=True),
        Named(("Berg, Karin",), "rektor", "rektor", given=True),
        Named(("Johannes Ek",), "kantor", "kantor", given=True),
    ],
    kept=["S:t Johannes skola"],
)


def test_given_names_alone_are_found_in_texts_where_that_is_asked_for() -> None:
    assert GIVEN.replaced("Ann-Cathrine och Karins son") == "[Vd] och [rektors] son"
    assert GIVEN.replaced("Ann-Cathrine Marias svar") == "[Vds] svar"
    assert THEM.replaced("Åsa och Anna") == "Åsa och Anna"


@pytest.mark.parametrize(
    "text", ["I May 2021", "Al dente", "en karin", "S:t Johannes kyrka", "Ann", "Maria", "Cathrine"]
)
def test_months_short_words_small_letters_kept_labels_and_parts_are_no_given_names(text: str) -> None:
    assert GIVEN.replaced(text) == text


def test_a_given_name_alone_is_found_in_no_address_and_not_by_who_wants_none() -> None:
    assert not GIVEN.in_address("https://example.org/Karin/2021")
    assert GIVEN.replaced_in_id("karin-2021") == "karin-2021"
    assert not GIVEN.without_given_names().holds("Karin och Ann-Cathrine")
    assert GIVEN.without_given_names().holds("Karin Berg")
