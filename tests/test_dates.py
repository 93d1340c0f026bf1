from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.dates import (
    DateBounds,
    DateError,
    bounds,
    end_bounds,
    in_words,
    is_edtf,
    is_uncertain,
    possibly_overlap,
    start_bounds,
    surely_before,
    surely_reversed,
)


def day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        # level 0
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),  # a leap year
        ("1900-02", "1900-02-01", "1900-02-28"),  # a century that is none
        ("2021-10-01", "2021-10-01", "2021-10-01"),
        ("2021-10-01T23:59:59+02:00", "2021-10-01", "2021-10-01"),
        ("2018/2020", "2018-01-01", "2020-12-31"),
        ("2018-02-11/2020-10", "2018-02-11", "2020-10-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        # level 1
        ("2021-21", "2021-03-01", "2021-05-31"),
        ("2021-22", "2021-06-01", "2021-08-31"),
        ("2021-23", "2021-09-01", "2021-11-30"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("2023-24", "2023-12-01", "2024-02-29"),  # into a leap year
        ("2021-21?", "2021-03-01", "2021-05-31"),
        ("2021~", "2021-01-01", "2021-12-31"),
        ("2021-10-01%", "2021-10-01", "2021-10-01"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-10-XX", "2018-10-01", "2018-10-31"),
        ("2018-XX-XX", "2018-01-01", "2018-12-31"),
        ("../2020", "-", "2020-12-31"),
        ("/2020", "-", "2020-12-31"),
        ("2018/..", "2018-01-01", "-"),
        ("2018/", "2018-01-01", "-"),
        ("../..", "-", "-"),
        ("2018?/2020~", "2018-01-01", "2020-12-31"),
        ("Y-17000", "-", "-"),
        ("Y17000", "-", "-"),
        ("-0500", "-", "-"),
        ("-0500/2020", "-", "2020-12-31"),
        ("0000", "-", "-"),
        ("9999-24", "9999-12-01", "-"),  # ends in a year no date holds
        # level 2
        ("XXXX", "-", "-"),
        ("XXXX-21", "-", "-"),
        ("XXXX-12-25", "-", "-"),
        ("0XXX", "-", "0999-12-31"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("1XXX-12", "1000-12-01", "1999-12-31"),
        ("1984-1X", "1984-10-01", "1984-12-31"),
        ("1984-0X", "1984-01-01", "1984-09-30"),
        ("2021-10-3X", "2021-10-30", "2021-10-31"),
        ("2018-XX-31", "2018-01-31", "2018-12-31"),
        ("201X-02-29", "2012-02-29", "2016-02-29"),  # 2012 and 2016 are the leap years
        ("201X-24", "2010-12-01", "2020-02-29"),
        ("2004-06~-11", "2004-06-11", "2004-06-11"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11"),
        ("2021-28", "2021-12-01", "2022-02-28"),  # winter, north
        ("2021-29", "2021-09-01", "2021-11-30"),  # spring, south
        ("2021-30", "2021-12-01", "2022-02-28"),
        ("2021-33", "2021-01-01", "2021-03-31"),
        ("2021-36", "2021-10-01", "2021-12-31"),
        ("2021-39", "2021-09-01", "2021-12-31"),
        ("2021-41", "2021-07-01", "2021-12-31"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("1950S4", "1950-01-01", "1950-12-31"),
        ("Y17E7", "-", "-"),
        ("Y3388E2S3", "-", "-"),
        ("[2018,2020]", "2018-01-01", "2020-12-31"),
        ("{2020,2018-05..2018-07}", "2018-05-01", "2020-12-31"),
        ("[..2018]", "-", "2018-12-31"),
        ("[2016,2018..]", "2016-01-01", "-"),
    ],
)
def test_bounds_are_the_first_and_last_day_a_date_may_be(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == DateBounds(day(earliest), day(latest))


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2021-13", "a month is 01–12"),
        ("2018-20", "2018/2020"),
        ("2021-00", "a month is 01–12"),
        ("2021-4X", "a month is 01–12"),
        ("2021-02-30", "February 2021 has the days 01–28"),
        ("2021-10-00", "October 2021 has the days 01–31"),
        ("19X1-02-29", "no month it may mean has that day"),  # an odd year is no leap year
        ("XXXX-02-30", "no month it may mean has that day"),
        ("2021-21-05", "leave out the day"),
        ("1 oktober 2021", "write 2021-10-01"),
        ("den 1 oktober 2021", "write 2021-10-01"),
        ("October 1, 2021", "write 2021-10-01"),
        ("okt 2021", "write 2021-10"),
        ("våren 2021", "write 2021-21"),
        ("21/10/2021", "write 2021-10-21"),
        ("5/10/2021", "write 2021-10-05 or 2021-05-10"),
        ("20211001", "write 2021-10-01"),
        ("2021/10/01", "write 2021-10-01"),
        ("2021-1-5", "write 2021-01-05"),
        ("2021-10-01 10:00", "write 2021-10-01"),
        ("2018-2020", "write 2018/2020"),
        ("2018–2020", "write 2018/2020"),
        ("2018–", "write 2018/.."),
        ("sedan 2018", "write 2018/.."),
        ("ca 2018", "write 2018~"),
        ("2010-talet", "write 201X"),
        ("2018-xx", "write 2018-XX"),
        (" 2021", "write 2021"),
        ("2021\n", "write 2021"),
        ("2020/2018", "write the earlier date first"),
        ("2020/-0500", "write the earlier date first"),
        ("31 februari 2021", "write the year first"),
        ("", "write the year first"),
        ("/", "write the year first"),
        ("..", "write the year first"),
        ("[]", "write the year first"),
        ("[2018", "write the year first"),
        ("2021??", "write the year first"),
        ("Y2021", "write the year first"),
        ("-0000", "write the year first"),
        ("1950S5", "write the year first"),
        ("٢٠٢١", "write the year first"),  # digits, but not those of EDTF
        ("x" * 1_000_000, "write the year first"),
    ],
)
def test_what_is_no_date_is_refused_in_one_line_with_a_remedy(text: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        bounds(text)
    message = str(caught.value)
    assert message.endswith(caught.value.remedy)
    assert remedy in caught.value.remedy
    assert "\n" not in message
    assert len(message) < 200
    assert not is_edtf(text)


@given(st.dates(), st.sampled_from(["", "?", "~", "%"]))
def test_a_full_date_is_its_own_first_and_last_day(when: date, mark: str) -> None:
    assert bounds(when.isoformat() + mark) == DateBounds(when, when)


@given(
    st.from_regex(r"[0-9X]{4}(-([0-4X][0-9X])(-[0-3X][0-9X])?)?[?~%]?", fullmatch=True),
    st.from_regex(r"(\.\.|([12][0-9X]{3}(-[0-4X][0-9X])?))?", fullmatch=True),
)
def test_earliest_is_never_after_latest(start: str, end: str) -> None:
    for text in (start, f"{start}/{end}", f"[{start},{end}]"):
        if is_edtf(text):
            span = bounds(text)
            assert span.earliest is None or span.latest is None or span.earliest <= span.latest
            assert in_words(text, "sv")
            assert in_words(text, "en")


@given(st.text(max_size=30))
def test_any_text_either_has_bounds_or_a_date_error(text: str) -> None:
    if is_edtf(text):
        in_words(text, "sv")
    else:
        with pytest.raises(DateError):
            bounds(text)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 1, 1)), st.data())
def test_a_day_with_digits_hidden_may_still_be_that_day(when: date, data: st.DataObject) -> None:
    hidden = data.draw(st.sets(st.sampled_from([1, 2, 3, 5, 6, 8, 9])))
    text = "".join("X" if place in hidden else digit for place, digit in enumerate(when.isoformat()))
    span = bounds(text)
    assert span.earliest is not None
    assert span.latest is not None
    assert span.earliest <= when <= span.latest


@given(st.dates(), st.integers(0, 10_000))
def test_an_interval_spans_its_ends(start: date, length: int) -> None:
    if date.max - start >= timedelta(days=length):
        end = start + timedelta(days=length)
        assert bounds(f"{start}/{end}") == DateBounds(start, end)


def test_intervals_before_our_era_run_forward_too() -> None:
    assert is_edtf("-01XX/-0150")  # it may begin in -0199
    assert not is_edtf("-01XX/-0250")


def test_only_a_date_wholly_before_another_is_surely_before_it() -> None:
    assert surely_before("2018", "2019-01-01")
    assert not surely_before("2019", "2019-12")
    assert not surely_before("201X", "2018")
    assert not surely_before("2018/..", "2030")
    assert not surely_before("2010", "XXXX-21")


def test_dates_overlap_possibly_unless_one_is_surely_before() -> None:
    assert possibly_overlap("2018/..", "2030")
    assert possibly_overlap("2019", "2019-12")
    assert not possibly_overlap("2020", "2018/2019")
    assert not possibly_overlap("2018/2019", "2020")


def test_a_cell_of_a_start_or_end_is_some_day_in_its_interval_and_nothing_when_empty() -> None:
    assert start_bounds("2018/2019") == DateBounds(date(2018, 1, 1), date(2019, 12, 31))
    assert end_bounds("2021-21?") == DateBounds(date(2021, 3, 1), date(2021, 5, 31))
    assert start_bounds(None) == end_bounds(None) == end_bounds("") == DateBounds(None, None)


def test_an_end_is_reversed_only_when_it_is_surely_before_the_start() -> None:
    assert surely_reversed("2020-05", "2020-04-30")
    assert not surely_reversed("2020-05", "2020")
    assert not surely_reversed("2018/2020", "2019")
    assert not surely_reversed("2020", None)
    assert not surely_reversed(None, "2020")
    assert not surely_reversed(None, None)


@pytest.mark.parametrize("text", ["2021?", "2021-21~", "2021%", "?2021-10", "2018~/..", "2004-06~-11"])
def test_a_mark_anywhere_makes_a_date_uncertain(text: str) -> None:
    assert is_uncertain(text)


@pytest.mark.parametrize("text", ["2021", "201X", "2018/..", "[2018,2019]"])
def test_a_date_without_a_mark_is_not_uncertain(text: str) -> None:
    assert not is_uncertain(text)


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("2021", "2021", "2021"),
        ("2021-10", "oktober 2021", "October 2021"),
        ("2021-10-01", "1 oktober 2021", "1 October 2021"),
        ("2021-10-01T10:00:00Z", "1 oktober 2021", "1 October 2021"),
        ("2021-21?", "våren 2021 (osäkert)", "spring 2021 (uncertain)"),
        ("2021-24", "vintern 2021/2022", "winter 2021/2022"),
        ("2021-29", "våren 2021 (södra halvklotet)", "spring 2021 (southern hemisphere)"),
        ("2021-34", "andra kvartalet 2021", "second quarter of 2021"),
        ("2021-37", "första tertialet 2021", "first four months of 2021"),
        ("2021-41", "andra halvåret 2021", "second half of 2021"),
        ("2018~", "2018 (ungefärligt)", "2018 (approximate)"),
        ("2018%", "2018 (osäkert och ungefärligt)", "2018 (uncertain and approximate)"),
        ("2021-10?-01", "1 oktober 2021 (delvis osäkert)", "1 October 2021 (partly uncertain)"),
        ("2018/..", "sedan 2018", "since 2018"),
        ("2021-21?/..", "sedan våren 2021 (osäkert)", "since spring 2021 (uncertain)"),
        ("2018/", "från 2018, slut okänt", "from 2018, end unknown"),
        ("../2020", "till och med 2020", "up to and including 2020"),
        (
            "/2020",
            "till och med 2020, början okänd",
            "up to and including 2020, start unknown",
        ),
        ("../..", "öppet i båda ändar", "open at both ends"),
        ("2018/2020", "2018–2020", "2018–2020"),
        (
            "2021-10-01/2022-03",
            "från 1 oktober 2021 till mars 2022",
            "from 1 October 2021 to March 2022",
        ),
        ("201X", "2010-talet", "the 2010s"),
        ("200X", "2000–2009", "2000–2009"),  # "2000-talet" would also mean the century
        ("19XX", "1900-talet", "1900–1999"),
        ("2018-XX", "2018 (månad ej angiven)", "2018 (month not given)"),
        ("2018-10-XX", "oktober 2018 (dag ej angiven)", "October 2018 (day not given)"),
        ("2018-XX-XX", "2018 (månad och dag ej angivna)", "2018 (month and day not given)"),
        ("XXXX-21", "våren (år ej angivet)", "spring (year not given)"),
        ("XXXX-12-25", "25 december (år ej angivet)", "25 December (year not given)"),
        ("XXXX", "år ej angivet", "year not given"),
        (
            "1984-1X",
            "någon gång mellan 1 oktober 1984 och 31 december 1984",
            "some time between 1 October 1984 and 31 December 1984",
        ),
        ("19X1", "19X1", "19X1"),
        ("-0500", "501 f.Kr.", "501 BC"),  # the year 0 is 1 BC
        ("0000", "1 f.Kr.", "1 BC"),
        ("Y17000", "år 17000", "year 17000"),
        ("Y1E99", "ett år med 100 siffror", "a year of 100 digits"),
        ("1950S2", "omkring 1950 (1900–1999)", "about 1950 (1900–1999)"),
        ("[2018,2019]", "2018 eller 2019", "2018 or 2019"),
        ("{2018,2019,2021..2023}", "2018, 2019 och 2021–2023", "2018, 2019 and 2021–2023"),
        ("[..2018]", "2018 eller tidigare", "2018 or earlier"),
        ("[2018..]", "2018 eller senare", "2018 or later"),
        ("{2018..}", "sedan 2018", "since 2018"),
    ],
)
def test_a_date_reads_in_both_languages(text: str, swedish: str, english: str) -> None:
    assert in_words(text, "sv") == swedish
    assert in_words(text, "en") == english


def test_what_is_no_date_has_no_words() -> None:
    with pytest.raises(DateError):
        in_words("i våras", "sv")
