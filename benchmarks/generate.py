"""
Write a made-up city as a project folder: same size, same bytes.

Usage: python benchmarks/generate.py FOLDER PARTICIPATIONS

Few actors take part in much and many in little, as in real cities; one initiative in four has dates to
the month, the rest to the year; evidence is one phrase for each initiative.
"""

from __future__ import annotations

import csv
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SEED = 1879
THEMES = (
    "trygghet", "skola", "bostad", "hälsa", "arbete", "kultur",
    "idrott", "integration", "äldre", "barn och unga", "miljö", "demokrati",
)  # fmt: skip
SECTORS = (
    "Municipality",
    "Police",
    "PublicHousing",
    "PropertyOwner",
    "Business",
    "CivilSociety",
    "University",
)
ROLES = ("Lead", "Partner", "Partner", "Partner", "Member", "Member", "Involved", "Funder")
CERTAINTIES = ("Stated", "Stated", "Stated", "Stated", "StatedInPart", "Planned")
SOURCES = 50


def write_project(folder: Path, participations: int) -> None:
    """Write the project of a city with so many participations into a new folder."""
    folder.mkdir(parents=True)
    chance = random.Random(SEED)
    actors, initiatives = max(10, participations // 10), max(5, participations // 5)
    districts = min(3_000, max(20, participations // 500))
    (folder / "samverkansgraf.toml").write_text(
        'name = "A made-up city"\nbase = "https://example.org/city/"\nlanguage = "sv"\n',
        encoding="utf-8",
    )
    _table(folder, "sources", ("id", "title", "author", "date"), _sources())
    _table(folder, "themes", ("id", "label"), ((f"t{n}", label) for n, label in enumerate(THEMES)))
    _table(
        folder,
        "districts",
        ("id", "label", "kind"),
        ((f"d{n}", f"Stadsdel {n}", "district") for n in range(districts)),
    )
    _table(folder, "actors", ("id", "label", "kind", "sector"), _actors(chance, actors))
    _table(
        folder,
        "initiatives",
        ("id", "label", "kind", "district", "theme", "status", "start", "source", "where", "quote"),
        _initiatives(chance, initiatives, districts),
    )
    _table(
        folder,
        "participations",
        ("actor", "initiative", "role", "certainty", "start", "source", "where", "quote"),
        _participations(chance, participations, actors, initiatives),
    )


def _sources() -> Iterator[tuple[str, ...]]:
    for number in range(SOURCES):
        yield f"s{number}", f"Verksamhetsberättelse {number}", f"a{number % 10}", f"{2010 + number % 15}"


def _actors(chance: random.Random, count: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        yield f"a{number}", f"Aktör {number}", "organisation", chance.choice(SECTORS)


def _proof(initiative: int) -> tuple[str, str, str]:
    return f"s{initiative % SOURCES}", f"p{initiative // SOURCES}", f"insats {initiative} i samverkan"


def _date(chance: random.Random) -> str:
    year = chance.randint(2010, 2025)
    return f"{year}-{chance.randint(1, 12):02d}" if chance.random() < 1 / 4 else str(year)


def _initiatives(chance: random.Random, count: int, districts: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        themes = ";".join(
            f"t{theme}" for theme in sorted(chance.sample(range(len(THEMES)), chance.randint(1, 2)))
        )
        district = f"d{chance.randrange(districts)}"
        start = _date(chance)
        yield f"i{number}", f"Insats {number}", "Project", district, themes, "active", start, *_proof(number)


def _participations(
    chance: random.Random,
    count: int,
    actors: int,
    initiatives: int,
) -> Iterator[tuple[str, ...]]:
    seen = set()
    while len(seen) < count:
        actor = int(actors * chance.random() ** 2)
        initiative = int(initiatives * chance.random() ** 1.2)
        if (actor, initiative) in seen:
            continue
        seen.add((actor, initiative))
        role, certainty = chance.choice(ROLES), chance.choice(CERTAINTIES)
        yield f"a{actor}", f"i{initiative}", role, certainty, _date(chance), *_proof(initiative)


def _table(folder: Path, name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    write_project(Path(sys.argv[1]), int(sys.argv[2]))
