"""The catalogues say the same things in both languages, and numbers as each language writes them."""

import re
from datetime import date
from string import Formatter

import pytest

from samverkansgraf.report.words import Words, catalogue


def _placeholders(text):
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name})


def test_both_languages_have_the_same_keys():
    assert list(catalogue("sv")) == list(catalogue("en"))


@pytest.mark.parametrize("key", list(catalogue("sv")))
def test_a_text_has_the_same_placeholders_in_both_languages(key):
    assert _placeholders(catalogue("sv")[key]) == _placeholders(catalogue("en")[key])


def test_no_text_is_empty_and_every_count_has_a_singular_and_a_plural():
    for language in ("sv", "en"):
        texts = catalogue(language)
        assert all(text.strip() for text in texts.values())
        singulars = {key.removesuffix(".one") for key in texts if key.endswith(".one")}
        plurals = {key.removesuffix(".other") for key in texts if key.endswith(".other")}
        assert singulars == plurals


def test_no_text_holds_markup():
    for language in ("sv", "en"):
        assert not [text for text in catalogue(language).values() if re.search(r"[<>*_`|]", _literal(text))]


def _literal(text):
    """Return a text without its placeholders."""
    return "".join(literal for literal, _, _, _ in Formatter().parse(text))


def test_one_actor_is_singular_and_none_is_plural():
    assert Words("sv").count("count.actors", 1) == "1 aktör"
    assert Words("sv").count("count.actors", 0) == "0 aktörer"
    assert Words("en").count("count.initiatives", 1) == "1 initiative"
    assert Words("en").count("count.initiatives", 2) == "2 initiatives"


def test_swedish_numbers_have_a_decimal_comma_and_a_narrow_space_between_thousands():
    sv = Words("sv")
    assert sv.decimal(12345.678, places=1) == "12\u202f345,7"
    assert sv.decimal(-0.5, places=2) == "−0,50"
    assert sv.share(0.125) == "13\u00a0%"


def test_a_value_that_is_not_known_gets_no_interval():
    sv = Words("sv")
    assert sv.interval(None, 0.5) == ""
    assert sv.interval(float("nan"), float("nan")) == ""
    assert sv.interval(0.25, 0.5) == "0,250–0,500"
    assert sv.interval(0.25, 0.25) == "0,250"


def test_dates_are_said_in_words_and_what_is_no_date_stands_as_it_is():
    assert Words("sv").date("2021-10-01") == "1 oktober 2021"
    assert Words("en").date(date(2021, 10, 1)) == "1 October 2021"
    assert Words("sv").date("i fjol") == "i fjol"


def test_a_period_says_which_end_is_missing():
    sv = Words("sv")
    assert sv.period("2018", None) == "från 2018; slutet är inte angivet"
    assert sv.period(None, None) == ""
