from __future__ import annotations

import polars as pl
import pytest

from samverkansgraf.check.duplicates import near_duplicates


def pairs(*labels, different=()):
    things = pl.DataFrame({"iri": [f"urn:{n}" for n in range(len(labels))], "label": list(labels)})
    return [(a, b) for _, a, _, b in near_duplicates(things, different)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bostads AB Mimer", "Bostad AB Mimer"),
        ("Rädda Barnen", "Rädda barnen"),
        ("Utveckling Bäckby", "Bäckby utveckling"),
        ("IKEA", "Ikea AB"),
    ],
)
def test_slips_legal_forms_and_word_order_are_asked_about(one, other):
    assert len(pairs(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("E1", "E10"), ("Område 4", "Område 5"), ("Polisen", "Mimer"), ("Råby", "Vallby")]
)
def test_numbers_and_other_names_are_different(one, other):
    assert pairs(one, other) == []


def test_what_was_decided_is_not_asked_again():
    assert pairs("Mimer", "Mimers", different=[("Mimers", "Mimer")]) == []
