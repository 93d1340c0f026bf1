"""
Measure the cells of coverage of a made-up region beside a naive peer, and print ratios and memory.

The peer does what comes to mind first: every cell joined with every initiative that reaches it, in dicts and
sets. It finds the value alone, where ours has every count and label besides, and runs on a part of the region
(one district of --peer). Both must give the same values. Every case runs in a process of its own; memory is
what writing the cells part by part took at its most, the region itself with it.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samverkansgraf.coverage import Cells, coverage, write_coverage
from samverkansgraf.frames import Frames, frame
from samverkansgraf.project import Bounds
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 1812
GROUP_SIZE = 20
SEARCHES = 2_000
IN_DISTRICTS = 0.95
SECONDS_BOUND = 15.0
RATIO_BOUND = 2.0
MEBIBYTE = 1 << 10  # of the kibibytes that Linux counts in


def main() -> int:
    """Run every case; return 1 where our values and the peer's differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--districts", type=int, default=3_000)
    parser.add_argument("--themes", type=int, default=200)
    parser.add_argument("--sectors", type=int, default=12)
    parser.add_argument("--participations", type=int, default=500_000)
    parser.add_argument("--peer", type=int, default=10, help="the peer gets one district of so many (10)")
    given = parser.parse_args()
    sizes = (given.districts, given.themes, given.sectors, given.participations)
    print("| cells | participations | peer | ours | written as CSV | peer ÷ ours | memory | bound |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    by = ("district", "theme", "sector")
    equal = True
    small = (max(1, given.districts // given.peer), *sizes[1:3], max(1, given.participations // given.peer))
    for some, dimensions, beside in ((small, by, True), (sizes, by[:2], False), (sizes, by, False)):
        ours, _ = _alone(_ours, some, dimensions)
        seconds, digest, rows = ours
        (written, _), memory = _alone(_written, some, dimensions)
        line = [
            f"{rows:,}",
            f"{some[3]:,}",
            "–",
            f"{seconds:.2f} s",
            f"{written:.2f} s",
            "–",
            f"{memory:,} MiB",
        ]
        bound = f"≤ {SECONDS_BOUND:g} s: {_held(seconds <= SECONDS_BOUND and written <= SECONDS_BOUND)}"
        if beside:
            (theirs, their_digest, _), _ = _alone(_naive, some, dimensions)
            equal = equal and digest == their_digest
            line[2], line[5] = f"{theirs:.2f} s", f"{theirs / seconds:.1f}"
            bound = (
                f"≥ {RATIO_BOUND:g}: {_held(theirs / seconds >= RATIO_BOUND)}; same values: {_held(equal)}"
            )
        print(f"| {' | '.join([*line, bound])} |", flush=True)
    return 0 if equal else 1


def made_up(sizes: tuple[int, ...]) -> tuple[Frames, Bounds]:
    """Return a region: places in a few, initiatives with one to three themes, searches of a district and a theme."""
    districts, themes, sectors, participations = sizes
    chance = random.Random(SEED)
    actors, initiatives = max(10, participations // 10), max(5, participations // 5)
    towns = [f"urn:t:{number:04}" for number in range(-(-districts // GROUP_SIZE))]
    places = [{"place": town, "label": town, "kind": "municipality"} for town in towns]
    places += [
        {"place": _id("d", number), "label": _id("d", number), "kind": "district", "part_of": [towns[number // GROUP_SIZE]]}
        for number in range(districts)
    ]  # fmt: skip
    inside = [_id("d", number) for number in range(districts)]
    stated = {"certainty": sg("Stated"), "sources": ["urn:s:1"]}
    links = dict.fromkeys(
        (int(actors * chance.random() ** 2), int(initiatives * chance.random() ** 1.2))
        for _ in range(participations)
    )
    frames = Frames.of(
        places=frame("places", places),
        themes=frame("themes", ({"theme": _id("h", n), "label": _id("h", n)} for n in range(themes))),
        concepts=frame(
            "concepts",
            ({"concept": _id("c", n), "scheme": "sector", "label_sv": _id("c", n)} for n in range(sectors)),
        ),
        actors=frame(
            "actors",
            (
                {"actor": _id("a", n), "label": _id("a", n), "sector": _id("c", n % sectors)}
                for n in range(actors)
            ),
        ),
        initiatives=frame(
            "initiatives",
            (
                {
                    "initiative": _id("i", n),
                    "label": _id("i", n),
                    "sources": ["urn:s:1"],
                    "themes": [_id("h", int(themes * chance.random() ** 2)) for _ in range(1 + n % 3)],
                }
                for n in range(initiatives)
            ),
        ),
        placements=frame(
            "placements",
            (
                {
                    "placement": f"urn:l:{n:06}:{part}",
                    "initiative": _id("i", n),
                    "place": chance.choice(inside if chance.random() < IN_DISTRICTS else towns),
                    **stated,
                }
                for n in range(initiatives)
                for part in range(1 + (n % 4 == 0))
            ),
        ),
        participations=frame(
            "participations",
            (
                {
                    "participation": f"urn:p:{n:06}",
                    "actor": _id("a", actor),
                    "initiative": _id("i", initiative),
                    "role": sg("Partner"),
                    "makes_tie": True,
                    **stated,
                }
                for n, (actor, initiative) in enumerate(links)
            ),
        ),
        sources=frame("sources", [{"source": "urn:s:1", "title": "one", "date": "2020-05"}]),
        searches=frame(
            "searches",
            (
                {
                    "search": f"urn:q:{n}",
                    "outcome": sg("Nothing"),
                    "places": [chance.choice(inside + towns)],
                    "themes": [_id("h", chance.randrange(themes)) if n % 10 else sg("AllThemes")],
                    "sectors": [sg("AllSectors")],
                }
                for n in range(SEARCHES)
            ),
        ),
    )
    bounds = Bounds(
        districts=tuple(inside),
        themes=tuple(_id("h", n) for n in range(themes)),
        sectors=tuple(_id("c", n) for n in range(sectors)),
    )
    return frames, bounds


def _id(kind: str, number: int) -> str:
    return f"urn:{kind}:{number:06}"


def _alone(work: Callable[..., Any], *arguments: Any) -> tuple[Any, int]:
    """Return what a function gives in a process of its own, and the most memory that it held, in MiB."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_with_memory, (work, arguments))


def _with_memory(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any, int]:
    done = work(*arguments)
    return done, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEBIBYTE


def _ours(sizes: tuple[int, ...], by: tuple[str, ...]) -> tuple[float, dict[str, int], int]:
    frames, bounds = made_up(sizes)
    begun = time.perf_counter()
    cells = coverage(frames, bounds, by=by)
    seconds = time.perf_counter() - begun
    return seconds, dict(cells.group_by("value").len().iter_rows()), cells.height


def _written(sizes: tuple[int, ...], by: tuple[str, ...]) -> tuple[float, int]:
    frames, bounds = made_up(sizes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cells.csv"
        begun = time.perf_counter()
        with path.open("wb") as file:
            write_coverage(file, Cells(frames, bounds, by=by))
        return time.perf_counter() - begun, path.stat().st_size


def _naive(sizes: tuple[int, ...], by: tuple[str, ...]) -> tuple[float, dict[str, int], int]:
    frames, bounds = made_up(sizes)
    begun = time.perf_counter()
    values = _values(frames, bounds, by)
    counts: dict[str, int] = defaultdict(int)
    for value in values.values():
        counts[value] += 1
    return time.perf_counter() - begun, dict(counts), len(values)


def _values(frames: Frames, bounds: Bounds, by: tuple[str, ...]) -> dict[tuple[str, ...], str]:
    """Return the value of every cell, by asking each cell of everything that is known."""
    towns = dict(frames.places.select("place", "part_of").iter_rows())
    placed: dict[str, set[str]] = defaultdict(set)
    for initiative, place in frames.placements.select("initiative", "place").iter_rows():
        placed[initiative].add(place)
    themes = {one: set(many) for one, many in frames.initiatives.select("initiative", "themes").iter_rows()}
    sector_of = dict(frames.actors.select("actor", "sector").iter_rows())
    sectors: dict[str, set[str]] = defaultdict(set)
    for actor, initiative in frames.participations.select("actor", "initiative").iter_rows():
        sectors[initiative].add(sector_of[actor])
    in_place: dict[str, list[str]] = defaultdict(list)
    for initiative, places in placed.items():
        for place in places:
            in_place[place].append(initiative)
    searched: dict[str, set[str]] = defaultdict(set)
    for (place,), (theme,) in frames.searches.select("places", "themes").iter_rows():
        searched[place].add(theme)
    found = {}
    with_sector = "sector" in by
    for district, theme in itertools.product(bounds.districts, bounds.themes):
        around = [district, *(towns[district] or [])]
        here = [one for one in in_place[district] if theme in themes[one]]
        near = [one for place in around[1:] for one in in_place[place] if theme in themes[one]]
        nothing = any(theme in searched[place] or sg("AllThemes") in searched[place] for place in around)
        for sector in bounds.sectors if with_sector else [""]:
            stated = [one for one in here if not with_sector or sector in sectors[one]]
            perhaps = [one for one in near if not with_sector or sector in sectors[one]]
            if with_sector:
                stated, moved = [one for one in stated if len(placed[one]) == 1], stated
                perhaps += [one for one in moved if len(placed[one]) > 1]
            value = (
                "covered"
                if stated
                else "none_found"
                if nothing
                else "indirect"
                if perhaps
                else "not_searched"
            )
            found[district, theme, sector] = value
    return found


def _held(held: bool) -> str:  # noqa: FBT001 - a word for a truth
    return "held" if held else "not held"


if __name__ == "__main__":
    sys.exit(main())
