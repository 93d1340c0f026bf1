"""What hangs on each, in the town of conftest; the agreements that end."""

from __future__ import annotations

from datetime import date

import pytest
from tests.simulation.conftest import DAY

from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.simulation import EACH, agreements_ending, months_after, what_hangs_on_each
from samverkansgraf.vocabulary import sg


def losses(town, each, **options):
    table = what_hangs_on_each(town.frames(), town.bounds, each, **{"at": DAY, **options})
    return {
        row["label"]: {name: number for name, number in row.items() if isinstance(number, int) and number}
        for row in table.iter_rows(named=True)
    }


def test_each_actor(town):
    # In parts: Biblioteket – Skolan – Föräldrarna, Polisen, all in one. Without Skolan: {Biblioteket}, {Föräldrarna, Polisen}.
    # Fonden only pays, so nothing hangs on it as an actor.
    found = losses(town, "actors")
    assert found == {
        "Föräldrarna": {"initiatives": 2, "no_actor": 1, "cells_uncovered": 1, "cells_changed": 1},
        "Skolan": {"initiatives": 2, "one_actor": 1, "no_lead": 1, "cut_off": 1, "pairs_apart": 2},
        "Biblioteket": {"initiatives": 1, "one_actor": 1},
        "Polisen": {"initiatives": 1},
    }
    assert list(found) == ["Föräldrarna", "Skolan", "Biblioteket", "Polisen"]  # most hangs on the first
    kept = losses(town, "actors", keep_empty=True)["Föräldrarna"]
    assert kept == {"initiatives": 2, "no_actor": 1}


def test_each_funder_and_sector(town):
    assert losses(town, "funders") == {"Fonden": {"initiatives": 1, "no_funder": 1}}
    # Police counts in its own right and in state agency: that holds Skolan and Polisen.
    found = losses(town, "sectors")
    assert found["polis"] == {"initiatives": 1}
    assert found["statlig myndighet"] == {
        "initiatives": 2,
        "one_actor": 2,
        "no_lead": 1,
        "cut_off": 1,
        "pairs_apart": 1,
    }


def test_each_source(town):
    # Without s:skola, Rådet is gone, with its three ties, and Läxhjälp's lead, tie and place in the coverage;
    # without s:bibliotek the host and the funder of Läxhjälp, and one tie.
    found = losses(town, "sources")
    assert found["Tidning"] == {"initiatives": 1, "gone": 1, "cells_uncovered": 1, "cells_changed": 1}
    assert found["Skola"] == {
        "initiatives": 2, "gone": 1, "one_actor": 1, "no_lead": 1, "cells_uncovered": 1, "cells_changed": 1,
        "ties": 4, "cut_off": 3, "pairs_apart": 6,
    }  # fmt: skip
    assert found["Bibliotek"] == {
        "initiatives": 1,
        "one_actor": 1,
        "no_funder": 1,
        "ties": 1,
        "cut_off": 1,
        "pairs_apart": 3,
    }


def test_each_initiative_and_agreement(town):
    town.add(
        "agreements", agreement="g:1", label="Avtalet", parties=["Skolan"], governs=["Rådet"], sources=["s:1"]
    )
    assert losses(town, "initiatives")["Nattvandring"] == {
        "initiatives": 1,
        "gone": 1,
        "cells_uncovered": 1,
        "cells_changed": 1,
    }
    assert losses(town, "agreements") == {"Avtalet": {"initiatives": 1, "no_agreement": 1}}


def test_what_each_may_be():
    with pytest.raises(UsageError, match="did you mean 'actors'"):
        what_hangs_on_each(Frames.of(), None, "actor")
    assert set(EACH) == {"actors", "sectors", "funders", "sources", "initiatives", "agreements"}


def agreed(*rows):
    return Frames.of(
        initiatives=frame("initiatives", [{"initiative": "i", "label": "Rådet"}]),
        agreements=frame(
            "agreements",
            [
                {
                    "agreement": name,
                    "label": name.upper(),
                    "start": start,
                    "end": end,
                    "governs": ["i"],
                    **dict(more),
                }
                for name, start, end, *more in rows
            ],
        ),
    )


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("2024-06-01", "surely"),  # the day itself
        ("2025-06-01", "surely"),  # a year later to the day
        ("2025-06-02", None),
        ("2024-05-31", None),  # over
        ("2024-12", "surely"),
        ("2025-06", "possibly"),  # its first day is within, the others are not
        ("2024", "possibly"),  # perhaps over
        ("2024-12?", "possibly"),
        ("../2024-12", "possibly"),
        (None, None),
    ],
)
def test_which_agreements_end_within_a_year(end, expected):
    found = agreements_ending(agreed(("a", "2020", end)), at=DAY, months=12)
    assert found["within"].to_list() == ([expected] if expected else [])


def test_an_initiative_with_another_agreement_is_not_left_without():
    one = agreements_ending(agreed(("a", "2020", "2024-12")), at=DAY, months=12)
    assert one.select("initiatives", "only_agreement").row(0) == (["Rådet"], ["Rådet"])
    two = agreements_ending(
        agreed(("a", "2020", "2024-12"), ("b", "2025", None, ("replaces", ["a"]))), at=DAY, months=12
    )
    assert two.select("only_agreement", "followed_by").row(0) == (["Rådet"], ["B"])  # b has not begun
    running = agreements_ending(agreed(("a", "2020", "2024-12"), ("b", "2021", "2030")), at=DAY, months=12)
    assert running["only_agreement"].to_list() == [[]]


def test_a_proposal_does_not_end():
    proposed = agreed(("a", "2020", "2024-12", ("status", sg("StatusProposed"))))
    assert agreements_ending(proposed, at=DAY, months=12).is_empty()


def test_months():
    assert months_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_after(date(2024, 12, 1), 0) == date(2024, 12, 1)
    assert months_after(date(2024, 11, 30), 13) == date(2025, 12, 30)
    for wrong in (-1, 12 * 9000):
        with pytest.raises(UsageError, match="months"):
            months_after(DAY, wrong)
