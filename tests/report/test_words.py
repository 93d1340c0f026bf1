"""How the report words things."""

from __future__ import annotations

from samverkansgraf.report.words import Words


def test_an_open_start_reads_as_the_day_something_had_begun_by():
    assert Words("sv").period("../2014-03-06", None).startswith("från senast 6 mars 2014")
    assert Words("en").period("../2014-03-06", None).startswith("from 6 March 2014 at the latest")
    assert Words("sv").beginning("2014") == "2014"
