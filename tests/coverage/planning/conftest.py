"""
A town of three districts and two themes that do not contain one another, searched whole for five of its six cells.

Nattvandring covers Bäckby × brott. A search found nothing for skola in Bäckby, for both themes in Råby and in Skallberget.
So there are five gaps. Needs: Bäckby 5, Råby 4, Skallberget 3.
"""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from tests.coverage.conftest import BOUNDS
from tests.simulation.conftest import Town

from samverkansgraf.coverage.planning import Constraints, next_searches, plan


class Planned(Town):
    """A town that is planned for."""

    def plan(self, budget, **options):
        rules = {name: options.pop(name) for name in Constraints.__dataclass_fields__ if name in options}
        return plan(self.frames(), self.bounds, budget=budget, constraints=Constraints(**rules), **options)

    def searches(self, **options):
        return next_searches(self.frames(), self.bounds, **options)


@pytest.fixture
def town():
    made = Planned(bounds=replace(BOUNDS, themes=("t:brott", "t:skola")))
    made.initiative("Nattvandring", "t:brott", place="p:Bäckby").takes_part(
        "Polisen", "Nattvandring", sector="Police"
    )
    made.search("p:Bäckby", "t:skola")
    for theme in ("t:brott", "t:skola"):
        made.search("p:Råby", theme).search("p:Skallberget", theme)
    return made


@pytest.fixture
def unsearched():
    """The districts and themes of all the tests of coverage, brott within trygghet, and nothing known of them."""
    return Planned()


@pytest.fixture
def need():
    return pl.DataFrame({"place": ["p:Bäckby", "p:Råby", "p:Skallberget"], "need": [5.0, 4.0, 3.0]})


def cells(picks, name="best"):
    """Return the cells of one plan, in the order of its rows."""
    rows = picks.filter(picks["plan"] == name)
    dimensions = picks.columns[3 : picks.columns.index("value")]
    return [" × ".join(row) for row in rows.select(dimensions).iter_rows()]
