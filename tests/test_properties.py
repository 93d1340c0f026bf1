from __future__ import annotations

import pytest

from samverkansgraf.graph.predicates import PREDICATES
from samverkansgraf.properties import PROPERTIES, SINGLE_VALUED, property_name
from samverkansgraf.tables.columns import TABLES

_ABOUT = TABLES["facts"].column("about").to


@pytest.mark.parametrize("table", _ABOUT)
def test_every_column_a_fact_may_hold_is_called_by_its_name_in_the_tables(table):
    for column, (predicate, kind) in PREDICATES[table].items():
        if kind != "@en":  # the English wording of a column beside it
            assert PROPERTIES[predicate].column == column


def test_no_property_is_known_that_no_table_has():
    there = {predicate for table in _ABOUT for predicate, _ in PREDICATES[table].values()}
    assert set(PROPERTIES) == there


def test_what_may_hold_several_values_is_never_single_valued():
    several = {
        PREDICATES[table][column.name][0]
        for table in _ABOUT
        for column in TABLES[table].columns
        if column.several and column.name in PREDICATES[table]
    }
    assert not several & set(SINGLE_VALUED)


def test_an_unknown_property_is_called_by_the_end_of_its_iri():
    assert property_name("https://example.org/ns#colour", "en") == "colour"
