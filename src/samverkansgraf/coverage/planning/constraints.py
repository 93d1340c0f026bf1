"""What bounds a plan, in the strategist's words, as rules about candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkansgraf.coverage.planning.covering import Rule
from samverkansgraf.coverage.planning.lattice import found_places
from samverkansgraf.errors import UsageError
from samverkansgraf.lookup import found_concept, found_thing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from samverkansgraf.coverage.planning.lattice import Lattice
    from samverkansgraf.frames import Frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """
    What a plan must keep to.

    Attributes
    ----------
    districts, themes, sectors
        Only these; empty is all. Labels, aliases or ids.
    must, without
        Cells that must be among those chosen, and cells that must not. A cell is written with ``;`` between its names, as
        ``Råby;trygghet``; with fewer names it is any cell (for ``without``, every cell) of that.
    one_per
        Dimensions of which each thing is chosen at most once, as ``district``.
    """

    districts: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    one_per: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Cells by their place in some dimensions, and how that was written."""

    written: str
    places: Mapping[str, int]

    def of(self, lattice: Lattice, cell: int) -> bool:
        """Return whether a cell is one of these."""
        place = dict(zip(lattice.names, lattice.place(cell), strict=True))
        return all(place[name] == one for name, one in self.places.items())


@dataclass(frozen=True, slots=True)
class Found:
    """Constraints whose names were found: ``only`` has by dimension the places that are allowed."""

    only: Mapping[str, frozenset[int]]
    must: tuple[Pattern, ...]
    without: tuple[Pattern, ...]
    one_per: tuple[str, ...]


def found_constraints(frames: Frames, lattice: Lattice, constraints: Constraints) -> Found:
    """
    Find the names that constraints use.

    Raises
    ------
    UsageError
        A name or a dimension is unknown, or no dimension of the cells; all of it is said at once.
    """
    known: dict[str, Callable[[str], str]] = {
        "district": lambda name: found_thing(frames, name, "district"),
        "theme": lambda name: found_thing(frames, name, "theme"),
        "sector": lambda name: found_concept(frames, name, "sector"),
    }
    problems: list[str] = []
    only: dict[str, frozenset[int]] = {}
    for dimension in ("district", "theme", "sector"):
        names: Sequence[str] = getattr(constraints, f"{dimension}s")
        if names and dimension not in lattice.names:
            problems.append(
                f"plan: only some {dimension}s are wanted, but the cells have none; add {dimension} to --by"
            )
        elif names:
            places = set()
            for name in names:
                try:
                    places.add(_in(lattice, dimension, name, known))
                except UsageError as error:
                    problems.append(str(error))
            only[dimension] = frozenset(places)
    patterns: dict[str, list[Pattern]] = {"must": [], "without": []}
    for kind, found in patterns.items():
        for written in getattr(constraints, kind):
            try:
                found.append(_pattern(lattice, written, known))
            except UsageError as error:
                problems.append(str(error))
    problems += [
        f"plan: at most one per {name}, but the cells have none; choose among {', '.join(lattice.names)}"
        for name in constraints.one_per
        if name not in lattice.names
    ]
    if problems:
        raise UsageError("\n".join(dict.fromkeys(problems)))
    return Found(
        only, tuple(patterns["must"]), tuple(patterns["without"]), tuple(dict.fromkeys(constraints.one_per))
    )


def _in(lattice: Lattice, dimension: str, name: str, known: Mapping[str, Callable[[str], str]]) -> int:
    from dataclasses import replace

    return found_places(replace(lattice, names=(dimension,)), name, known=known)[1]


def _pattern(lattice: Lattice, written: str, known: Mapping[str, Callable[[str], str]]) -> Pattern:
    names = [name.strip() for name in written.split(";") if name.strip()]
    if not names:
        raise UsageError(f"plan: {written!r} names no cell; write it as {';'.join(lattice.names)}")
    places: dict[str, int] = {}
    for name in names:
        dimension, place = found_places(lattice, name, known=known)
        if dimension in places:
            raise UsageError(f"plan: {written!r} names two {dimension}s; a cell has one")
        places[dimension] = place
    return Pattern(written, places)


def rules_for(
    lattice: Lattice, candidates: Sequence[int], found: Found, must: Sequence[Pattern]
) -> tuple[Rule, ...]:
    """Return the constraints as rules about candidates, which are cells by number."""
    places = [dict(zip(lattice.names, lattice.place(cell), strict=True)) for cell in candidates]
    rules = []
    for pattern in must:
        some = tuple(number for number, cell in enumerate(candidates) if pattern.of(lattice, cell))
        says = f"{_named(lattice, pattern)} must be chosen"
        rules.append(Rule(some, least=1, says=says, relax=f"leave out --must '{pattern.written}'"))
    for dimension, allowed in found.only.items():
        others = tuple(number for number, place in enumerate(places) if place[dimension] not in allowed)
        names = ", ".join(lattice.labels[dimension][one] for one in sorted(allowed))
        says = f"only the {dimension}s {names} are allowed"
        rules.append(Rule(others, most=0, says=says, relax=f"allow more with --{dimension}"))
    for pattern in found.without:
        some = tuple(number for number, cell in enumerate(candidates) if pattern.of(lattice, cell))
        says = f"{_named(lattice, pattern)} must not be chosen"
        rules.append(Rule(some, most=0, says=says, relax=f"leave out --without '{pattern.written}'"))
    for dimension in found.one_per:
        for one, label in enumerate(lattice.labels[dimension]):
            some = tuple(number for number, place in enumerate(places) if place[dimension] == one)
            if len(some) > 1:
                says = f"at most one in {label}"
                rules.append(Rule(some, most=1, says=says, relax=f"leave out --one-per {dimension}"))
    return tuple(rules)


def _named(lattice: Lattice, pattern: Pattern) -> str:
    names = [lattice.labels[name][pattern.places[name]] for name in lattice.names if name in pattern.places]
    return " × ".join(names)
