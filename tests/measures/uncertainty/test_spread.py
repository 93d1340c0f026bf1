from __future__ import annotations

from math import nan

from samverkansgraf.measures.uncertainty import Stand, spread

ASKED = Stand(0.5, 2)


def test_the_ends_are_over_the_asked_and_the_others():
    found = spread(ASKED, [("s", Stand(0.4, 3)), ("t", Stand(0.6, 1))], {})
    assert (found.low, found.high, found.rank_low, found.rank_high) == (0.4, 0.6, 1, 3)


def test_where_no_other_world_has_a_value_there_are_no_ends():
    found = spread(ASKED, [("s", Stand(None)), ("t", Stand(nan))], {})
    assert (found.low, found.high, found.rank_low, found.rank_high) == (None, None, None, None)
    assert (found.absent, found.undefined) == (("s",), ("t",))


def test_to_vanish_is_to_move_more_than_any_rank_and_a_rank_more_than_any_value():
    worlds = [("s", Stand(0.9, 2)), ("t", Stand(0.49, 3)), ("u", Stand(None))]
    assert spread(ASKED, worlds, {}).most == "u"
    assert spread(ASKED, worlds[:2], {}).most == "t"
    assert spread(ASKED, worlds[:1], {}).most == "s"


def test_of_equal_moves_the_first_by_name_is_named_and_of_none_nobody():
    worlds = [("s", Stand(0.4, 3)), ("t", Stand(0.6, 1))]
    assert spread(ASKED, worlds, {"s": "Öster", "t": "Norr"}).most == "t"
    assert spread(ASKED, [("s", Stand(0.5 + 1e-15, 2))], {}).most is None
    assert spread(Stand(nan), worlds, {}).most is None
