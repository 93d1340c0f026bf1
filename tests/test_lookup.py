from __future__ import annotations

import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.lookup import found_concept, found_thing

FRAMES = Frames.of(
    actors=frame(
        "actors",
        [
            {"actor": "https://x.org/actor/mimer", "label": "Bostads AB Mimer", "aliases": ["Mimer"]},
            {"actor": "https://x.org/actor/a1", "label": "Polisen"},
            {"actor": "https://x.org/actor/a2", "label": "POLISEN"},
            {"actor": "https://x.org/actor/a3", "label": "a1"},
        ],
    ),
    concepts=frame(
        "concepts",
        [
            {
                "concept": "https://w3id.org/samverkansgraf/ns#Police",
                "scheme": "sector",
                "label_sv": "polis",
                "label_en": "police",
            },
            {
                "concept": "https://x.org/sector/own",
                "scheme": "sector",
                "label_sv": "egen",
                "label_en": "own one",
            },
        ],
    ),
)


@pytest.mark.parametrize(
    "name", ["Mimer", "mimer", "Bostads AB Mimer", "bostads ab mimer", "https://x.org/actor/mimer"]
)
def test_a_thing_is_found_by_iri_id_label_and_alias(name):
    assert found_thing(FRAMES, name, "actor") == "https://x.org/actor/mimer"


def test_ids_come_before_labels_and_exact_case_before_any():
    assert found_thing(FRAMES, "a1", "actor") == "https://x.org/actor/a1"
    assert found_thing(FRAMES, "POLISEN", "actor") == "https://x.org/actor/a2"
    with pytest.raises(UsageError, match="is the name of 2 things"):
        found_thing(FRAMES, "polisen", "actor")


def test_a_slip_gets_a_suggestion():
    with pytest.raises(UsageError, match="no actor is called 'Mimmer'; did you mean 'Mimer'"):
        found_thing(FRAMES, "Mimmer", "actor")


@pytest.mark.parametrize("name", ["Police", "POLIS", "police"])
def test_a_concept_is_found_by_name_and_label(name):
    assert found_concept(FRAMES, name, "sector") == "https://w3id.org/samverkansgraf/ns#Police"
    assert found_concept(FRAMES, "own", "sector") == "https://x.org/sector/own"


def test_an_unknown_concept_is_said():
    with pytest.raises(UsageError, match="sector 'polise' is unknown; did you mean"):
        found_concept(FRAMES, "polise", "sector")
