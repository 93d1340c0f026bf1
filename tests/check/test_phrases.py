from __future__ import annotations

import pytest

from samverkansgraf.check.phrases import comparable, misquotations, stands_at
from samverkansgraf.frames import frame

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
    assert stands_at(phrase, TEXT, where)


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
    assert not stands_at(phrase, TEXT, where)


def test_pages_are_parted_by_form_feeds():
    assert stands_at("två", "ett\ftvå", "p2")
    assert not stands_at("två", "ett\ftvå", "p1")


def test_misquotations_tell_elsewhere_from_nowhere(tmp_path):
    (tmp_path / "t.txt").write_text(TEXT, encoding="utf-8")
    rows = [
        {"evidence": "urn:e1", "about": "urn:a", "source": "urn:s", "where": "par2", "quote": "Staden och"},
        {"evidence": "urn:e2", "about": "urn:a", "source": "urn:s", "where": "par3", "quote": "Staden och"},
        {"evidence": "urn:e3", "about": "urn:a", "source": "urn:s", "where": "par2", "quote": "Staden eller"},
        {"evidence": "urn:e4", "about": "urn:a", "source": "urn:other", "where": "par2", "quote": "oläst"},
        {"evidence": "urn:e5", "about": "urn:a", "source": "urn:s", "where": "par2"},
    ]
    found = misquotations(frame("evidence", rows), {"urn:s": tmp_path / "t.txt"})
    assert found == [("urn:e2", "elsewhere"), ("urn:e3", "nowhere")]


def test_comparable_keeps_case():
    assert comparable(" Å  b\n") == "Å b"
