"""
A small city made by hand.

Västerås contains Bäckby (which contains Bäckby centrum), Råby and Skallberget; the last three
and Bäckby are districts in bounds but for Bäckby centrum. Groups: "de utsatta" lists Bäckby and Råby,
"kanske" has Råby as a possible member, "olistade" lists nothing. Themes: brott is narrower than
trygghet; skola stands alone. Police is narrower than state agency.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from samverkansgraf.coverage import coverage
from samverkansgraf.dates import end_bounds, start_bounds
from samverkansgraf.frames import Frames, frame
from samverkansgraf.project import Bounds
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    import polars as pl

PLACES = [
    {"place": "p:Västerås", "label": "Västerås", "kind": "municipality"},
    {"place": "p:Bäckby", "label": "Bäckby", "kind": "district", "part_of": ["p:Västerås"]},
    {"place": "p:centrum", "label": "Bäckby centrum", "kind": "quarter", "part_of": ["p:Bäckby"]},
    {"place": "p:Råby", "label": "Råby", "kind": "district", "part_of": ["p:Västerås"]},
    {"place": "p:Skallberget", "label": "Skallberget", "kind": "district", "part_of": ["p:Västerås"]},
    {"place": "p:utsatta", "label": "de utsatta", "kind": "group", "members": ["p:Bäckby", "p:Råby"]},
    {"place": "p:kanske", "label": "kanske", "kind": "group", "possible_members": ["p:Råby"]},
    {"place": "p:olistade", "label": "olistade", "kind": "group", "part_of": ["p:Västerås"]},
]
THEMES = [
    {"theme": "t:trygghet", "label": "trygghet", "label_en": "safety"},
    {"theme": "t:brott", "label": "brott", "broader": ["t:trygghet"]},
    {"theme": "t:skola", "label": "skola"},
]
CONCEPTS = [
    {
        "concept": sg("StateAgency"),
        "scheme": "sector",
        "label_sv": "statlig myndighet",
        "label_en": "state agency",
    },
    {
        "concept": sg("Police"),
        "scheme": "sector",
        "label_sv": "polis",
        "label_en": "police",
        "broader": [sg("StateAgency")],
    },
    {
        "concept": sg("CivilSociety"),
        "scheme": "sector",
        "label_sv": "civilsamhälle",
        "label_en": "civil society",
    },
]
BOUNDS = Bounds(
    districts=("p:Västerås", "p:Bäckby", "p:Råby", "p:Skallberget"),
    themes=("t:trygghet", "t:brott", "t:skola"),
    sectors=(sg("StateAgency"), sg("Police"), sg("CivilSociety")),
)
NAMED = {"certainty", "outcome", "role", "sector", "status", "standing"}


def _days(row: dict[str, Any]) -> dict[str, Any]:
    start, end = start_bounds(row.get("start")), end_bounds(row.get("end"))
    return {
        **row,
        "start_earliest": start.earliest,
        "start_latest": start.latest,
        "end_earliest": end.earliest,
        "end_latest": end.latest,
    }


def _named(row: dict[str, Any]) -> dict[str, Any]:
    return {key: sg(value) if key in NAMED and value else value for key, value in row.items()}


@dataclass
class HandCity:
    """A city that a test writes row by row; IRIs are short words, concepts their bare names."""

    bounds: Bounds = BOUNDS
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, table: str, **row: Any) -> HandCity:
        self.rows.setdefault(table, []).append(_named(row))
        return self

    def initiative(self, name: str, *themes: str, place: str | None = None, **more: Any) -> HandCity:
        self.add(
            "initiatives",
            **_days({"initiative": name, "label": name, "themes": list(themes), "sources": ["s:1"], **more}),
        )
        return self if place is None else self.placed(name, place)

    def placed(
        self,
        initiative: str,
        place: str,
        *,
        certainty: str = "Stated",
        sources: tuple[str, ...] = ("s:1",),
        **more: Any,
    ) -> HandCity:
        number = len(self.rows.get("placements", []))
        row = {"placement": f"l:{number}", "initiative": initiative, "place": place, "certainty": certainty}
        return self.add("placements", **_days({**row, "sources": list(sources), **more}))

    def takes_part(
        self,
        actor: str,
        initiative: str,
        *,
        sector: str = "CivilSociety",
        role: str = "Member",
        certainty: str = "Stated",
        sources: tuple[str, ...] = ("s:1",),
        **more: Any,
    ) -> HandCity:
        known = [row["actor"] for row in self.rows.get("actors", [])]
        if actor not in known:
            self.add("actors", actor=actor, label=actor, sector=sector)
        number = len(self.rows.get("participations", []))
        row = {
            "participation": f"d:{number}",
            "actor": actor,
            "initiative": initiative,
            "role": role,
            "certainty": certainty,
        }
        return self.add("participations", **_days({**row, "sources": list(sources), **more}))

    def search(
        self, place: str | None, theme: str | None, *, outcome: str = "Nothing", **more: Any
    ) -> HandCity:
        number = len(self.rows.get("searches", []))
        since, until = start_bounds(more.get("from")), end_bounds(more.get("to"))
        row = {
            "search": f"q:{number}", "date": "2021", "outcome": outcome, "places": [place] if place else [],
            "themes": [theme] if theme else [], "sectors": [sg("AllSectors")],
            "from_earliest": since.earliest, "to_latest": until.latest,
        }  # fmt: skip
        return self.add("searches", **{**row, **more})

    def frames(self) -> Frames:
        rows = {"places": PLACES, "themes": THEMES, "concepts": CONCEPTS, **self.rows}
        return Frames.of(**{table: frame(table, some) for table, some in rows.items()})

    def table(self, by: tuple[str, ...] = ("district", "theme"), **options: Any) -> pl.DataFrame:
        return coverage(self.frames(), self.bounds, by=by, **options)

    def cell(
        self, *labels: str, by: tuple[str, ...] = ("district", "theme"), **options: Any
    ) -> dict[str, Any]:
        """Return the one cell with these labels."""
        found = [
            row
            for row in self.table(by, **options).iter_rows(named=True)
            if tuple(row[name] for name in by) == labels
        ]
        assert len(found) == 1, f"{labels}: {len(found)} cells"
        return found[0]

    def value(self, *labels: str, **options: Any) -> str:
        return str(self.cell(*labels, **options)["value"])


@pytest.fixture
def city() -> HandCity:
    return HandCity()


@pytest.fixture(scope="session")
def new_city():
    """Return what makes an empty city, for tests that need several."""
    return HandCity
