"""How well coders agree, and which themes a phrase supports."""

from __future__ import annotations

import random
from math import isnan

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkansgraf.coverage.coding import coding_agreement, nominal_alpha, theme_basis, theme_support

# The reliability data of Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C: four observers, twelve
# units, missing values; nominal alpha 0.743.
PUBLISHED = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def units(matrix):
    return [[value for value in unit if value is not None] for unit in zip(*matrix, strict=True)]


def test_krippendorffs_own_example_is_0_743():
    assert nominal_alpha(units(PUBLISHED)) == pytest.approx(0.743, abs=5e-4)


@given(st.lists(st.lists(st.sampled_from([0, 1, 2, None]), min_size=3, max_size=3), min_size=2, max_size=12))
def test_alpha_is_that_of_the_package_krippendorff(by_unit):
    alpha = nominal_alpha([[value for value in unit if value is not None] for unit in by_unit])
    assume(not isnan(alpha))
    matrix = np.array([[np.nan if v is None else float(v) for v in unit] for unit in by_unit]).T
    assert alpha == pytest.approx(krippendorff.alpha(matrix, level_of_measurement="nominal"), abs=1e-9)


def coded(city, *rows):
    for number, (initiative, coder, *themes) in enumerate(rows):
        city.add("codings", coding=f"c:{number}", initiative=initiative, coder=coder, themes=themes)
    return city


def test_one_theme_each_is_compared_by_initiative(city):
    coded(city, ("a", "A", "t:skola"), ("a", "B", "t:skola"), ("b", "A", "t:brott"), ("b", "B", "t:brott"))
    found = coding_agreement(city.frames())
    assert (found.unit, found.coders, found.units, found.alpha) == ("initiative", 2, 2, 1.0)


def test_several_themes_are_compared_theme_by_theme(city):
    # Pairs: (a, skola) yes yes; (a, brott) yes no; (b, skola) no no; (b, brott) yes yes. Values: 5 yes, 3 no, n = 8.
    # Observed disagreement 2 of 8 ordered pairs; expected (64 − 25 − 9)/(8·7) = 30/56. α = 1 − (2/8)/(30/56) = 16/30.
    coded(
        city,
        ("a", "A", "t:skola", "t:brott"),
        ("a", "B", "t:skola"),
        ("b", "A", "t:brott"),
        ("b", "B", "t:brott"),
    )
    found = coding_agreement(city.frames())
    assert (found.unit, found.units) == ("pair", 4)
    assert found.alpha == pytest.approx(16 / 30)
    assert found.low <= found.alpha <= found.high


def test_no_coding_no_pair_and_no_variation_are_told_apart(city):
    assert coding_agreement(city.frames()) is None
    assert coding_agreement(coded(city, ("a", "A", "t:skola")).frames()).reason == "no_pairs"
    assert coding_agreement(coded(city, ("a", "B", "t:skola")).frames()).reason == "no_variation"


def test_the_order_of_rows_changes_nothing(city):
    rows = [
        (f"i{n}", coder, "t:skola" if (n + shift) % 3 else "t:brott")
        for n in range(6)
        for coder, shift in (("A", 0), ("B", n == 2))
    ]
    first = coding_agreement(coded(city, *rows).frames())
    random.Random(3).shuffle(city.rows["codings"])
    assert coding_agreement(city.frames()).alpha == pytest.approx(first.alpha)


def test_a_phrase_that_holds_the_themes_name_supports_it(city):
    city.initiative("a", "t:trygghet", "t:skola", place="p:Råby")
    city.add("evidence", evidence="e:1", about="a", source="s:1", quote="arbetar för Trygghet i stadsdelen")
    assert theme_support(city.frames()).rows() == [("a", "t:skola", "us"), ("a", "t:trygghet", "phrase")]


def test_a_fact_with_a_phrase_supports_a_theme(city):
    city.initiative("a", "t:skola", place="p:Råby")
    subject = "http://purl.org/dc/terms/subject"
    city.add("statements", statement="x:1", about="a", property=subject, value="t:skola")
    city.add("evidence", evidence="e:1", about="x:1", source="s:1", quote="hjälp med läxorna")
    assert theme_support(city.frames())["by"].to_list() == ["phrase"]


def test_a_cell_says_whether_its_theme_stands_in_a_source(city):
    city.initiative("a", "t:brott", place="p:Råby").initiative("b", "t:skola", place="p:Råby")
    city.add("evidence", evidence="e:1", about="a", source="s:1", quote="minska brott")
    cells = theme_basis(city.frames(), city.bounds).filter(district="Råby")
    assert cells.select("theme", "value", "theme_by").rows() == [
        ("trygghet", "covered", "phrase"),  # brott is narrower
        ("brott", "covered", "phrase"),
        ("skola", "covered", "us"),
    ]
    assert (
        theme_basis(city.frames(), city.bounds).filter(district="Bäckby")["theme_by"].to_list() == [None] * 3
    )
