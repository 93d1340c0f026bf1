from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkansgraf.phrases import comparable, position_of

TEXT = "Rubrik\n\nStaden och\nMimer ”krokar arm” på Bäck\u00adby.\n\nAnnat stycke.\n"


@pytest.mark.parametrize(
    ("phrase", "where"),
    [
        ('Mimer "krokar arm" på Bäckby', "par2"),
        ("Staden och Mimer", "par2"),
        ("Staden och Mimer", None),
        ("Staden och Mimer", "andra stycket"),
        ("Ba\u0308ckby", "par2"),
        ("Rubrik", "c0-6"),
        ("Annat stycke", "par3"),
    ],
)
def test_a_phrase_stands_where_it_does_after_folding_spaces_hyphens_and_quotes(phrase, where):
    assert comparable(phrase) in comparable(TEXT[slice(*position_of(phrase, TEXT, where))])


@pytest.mark.parametrize(
    ("phrase", "where"),
    [
        ("Staden och Mimer", "par1"),
        ("staden och", "par2"),
        ("Rubrik", "c1-6"),
        ("Rubrik", "par9"),
        ("Mimer och", None),
    ],
)
def test_case_order_and_place_matter(phrase, where):
    assert position_of(phrase, TEXT, where) is None


def test_pages_are_parted_by_form_feeds():
    assert position_of("två", "ett\ftvå", "p2") == (4, 7)
    assert position_of("två", "ett\ftvå", "p1") is None


def test_comparable_keeps_case():
    assert comparable(" Å  b\n") == "Å b"


@given(st.text(), st.text(min_size=1), st.text())
def test_what_is_in_a_text_is_found_in_it(before, phrase, after):
    if comparable(phrase) and unicodedata.is_normalized("NFC", before + phrase + after):
        span = position_of(phrase, before + " " + phrase + " " + after, None)
        assert span is not None
