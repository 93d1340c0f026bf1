"""How a document words things: counts, numbers, dates and periods, as each language writes them."""

from datetime import date

from samverkansgraf.documents.words import Words


def test_an_open_start_reads_as_the_day_something_had_begun_by():
    assert Words("sv").period("../2014-03-06", None).startswith("från senast 6 mars 2014")
    assert Words("en").period("../2014-03-06", None).startswith("from 6 March 2014 at the latest")
    assert Words("sv").beginning("2014") == "2014"


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
