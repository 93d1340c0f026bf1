"""
A small town for what-ifs.

Läxhjälp (skola, in Bäckby): Skolan leads, told of by s:skola; Biblioteket is host, told of by s:bibliotek; funded by Fonden.
Nattvandring (trygghet, in Råby): only Föräldrarna, told of by s:tidning, as all of it is.
Rådet (no theme, placed nowhere): Skolan, Föräldrarna and Polisen.
A search of Skallberget for skola found nothing.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.coverage.conftest import HandCity

from samverkansgraf.simulation import found_leaving, simulated

DAY = date(2024, 6, 1)
MAKES_TIE = {"Funder": False, "TargetGroup": False}


class Town(HandCity):
    """A city whose participations say whether they make ties, and whose sources have titles."""

    def takes_part(self, actor, initiative, *, role="Member", **more):
        return super().takes_part(actor, initiative, role=role, makes_tie=MAKES_TIE.get(role, True), **more)

    def frames(self):
        named = {row["source"] for row in self.rows.get("sources", [])}
        told = {
            source
            for table in ("initiatives", "participations", "placements")
            for row in self.rows.get(table, [])
            for source in row["sources"]
        }
        for source in sorted(told - named):
            self.add("sources", source=source, title=source.removeprefix("s:").capitalize())
        return super().frames()

    def without(self, *names, **options):
        frames = self.frames()
        leaving = [found_leaving(frames, name, units=options.pop("units", False)) for name in names]
        return simulated(frames, self.bounds, leaving=leaving, **{"at": DAY, **options})


@pytest.fixture
def town():
    made = Town()
    skola, bibliotek, tidning = ("s:skola",), ("s:bibliotek",), ("s:tidning",)
    made.initiative("Läxhjälp", "t:skola", sources=list(skola)).placed("Läxhjälp", "p:Bäckby", sources=skola)
    made.takes_part("Skolan", "Läxhjälp", sector="StateAgency", role="Lead", sources=skola)
    made.takes_part("Biblioteket", "Läxhjälp", role="Host", sources=bibliotek)
    made.takes_part("Fonden", "Läxhjälp", role="Funder", sources=bibliotek)
    made.initiative("Nattvandring", "t:trygghet", sources=list(tidning))
    made.placed("Nattvandring", "p:Råby", sources=tidning).takes_part(
        "Föräldrarna", "Nattvandring", sources=tidning
    )
    made.initiative("Rådet", sources=list(skola))
    made.takes_part("Skolan", "Rådet", sources=skola).takes_part("Föräldrarna", "Rådet", sources=skola)
    made.takes_part("Polisen", "Rådet", sector="Police", sources=skola)
    return made.search("p:Skallberget", "t:skola")
