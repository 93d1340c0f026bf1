"""The cells of a coverage as numbers, with what they are of, what is known of them and what each weighs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.cells import coverage
from samverkansgraf.coverage.dimensions import DIMENSIONS
from samverkansgraf.coverage.districts import of_division
from samverkansgraf.coverage.grades import Grade
from samverkansgraf.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language

#: The dimensions that a plan can be made in.
PLANNED: Final = ("district", "theme", "sector")


@dataclass(frozen=True, slots=True)
class Lattice:
    """
    The product of dimensions, numbered in the order of :func:`~samverkansgraf.coverage.cells.coverage`.

    ``terms`` and ``labels`` have by dimension what its places in the order are; ``values`` each cell's value;
    ``above`` and ``below`` have by dimension, for each place, the places that something there counts for, and
    those that a search there answers for.
    """

    names: tuple[str, ...]
    terms: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, tuple[str, ...]]
    values: tuple[str, ...]
    above: Mapping[str, tuple[tuple[int, ...], ...]]
    below: Mapping[str, tuple[tuple[int, ...], ...]]

    def number(self, place: Sequence[int]) -> int:
        """Return the number of the cell at a place in each dimension."""
        number = 0
        for name, one in zip(self.names, place, strict=True):
            number = number * len(self.terms[name]) + one
        return number

    def place(self, number: int) -> tuple[int, ...]:
        """Return the place in each dimension of a cell."""
        found = []
        for name in reversed(self.names):
            number, one = divmod(number, len(self.terms[name]))
            found.append(one)
        return tuple(reversed(found))

    def box(self, places: Iterable[Iterable[int]]) -> list[int]:
        """Return the cells at any of some places in each dimension, in order."""
        return sorted(self.number(place) for place in product(*places))

    def label(self, number: int) -> str:
        """Return a cell in words."""
        return " × ".join(self.row(number).values())

    def row(self, number: int) -> dict[str, str]:
        """Return the labels of a cell, by dimension."""
        return {
            name: self.labels[name][one] for name, one in zip(self.names, self.place(number), strict=True)
        }


def lattice(
    frames: Frames,
    bounds: Bounds,
    *,
    by: Sequence[str],
    at: str | date | None = None,
    language: Language = "sv",
    division: str | None = None,
) -> Lattice:
    """
    Return the cells of a coverage as numbers.

    Raises
    ------
    UsageError
        A dimension is none that plans are made in, there is no cell, or what the coverage refuses.
    """
    names = (by,) if isinstance(by, str) else tuple(by)
    for name in names:
        if name not in PLANNED:
            remedy = did_you_mean(name, PLANNED) or f"choose among {', '.join(PLANNED)}"
            raise UsageError(f"plan, by: '{name}' is no dimension to plan in; {remedy}")
    bounds = of_division(frames, bounds, division)
    cells = {name: DIMENSIONS[name].cells(frames, bounds, language) for name in names}
    for name, some in cells.items():
        if some.is_empty():
            rest = ",".join(other for other in names if other != name) or "another dimension"
            raise UsageError(f"plan: there is no {name} in bounds; add some, or plan by {rest} (--by)")
    table = coverage(frames, bounds, by=names, at=at, language=language)
    terms = {name: tuple(some["term"]) for name, some in cells.items()}
    if table.height != math.prod(len(some) for some in terms.values()):  # coverage promises the product
        raise AssertionError
    return Lattice(
        names=names,
        terms=terms,
        labels={name: tuple(some["label"]) for name, some in cells.items()},
        values=tuple(table["value"]),
        above={name: _reached(frames, name, some) for name, some in cells.items()},
        below={name: _answered(frames, name, some) for name, some in cells.items()},
    )


def _reached(frames: Frames, name: str, cells: pl.DataFrame) -> tuple[tuple[int, ...], ...]:
    reach = DIMENSIONS[name].reach(frames, cells).filter(pl.col("grade") == int(Grade.STATED))
    return _places(reach, cells)


def _answered(frames: Frames, name: str, cells: pl.DataFrame) -> tuple[tuple[int, ...], ...]:
    return _places(DIMENSIONS[name].searched(frames, cells), cells)


def _places(pairs: pl.DataFrame, cells: pl.DataFrame) -> tuple[tuple[int, ...], ...]:
    found: dict[str, set[int]] = {}
    for term, cell in pairs.select("term", "cell").iter_rows():
        found.setdefault(term, set()).add(cell)
    return tuple(tuple(sorted(found.get(term, set()) | {place})) for place, term in enumerate(cells["term"]))


def found_places(
    lattice: Lattice, name: str, *, known: Mapping[str, Callable[[str], str]]
) -> tuple[str, int]:
    """
    Return the dimension and the place in it that a name means.

    ``known`` has by dimension a function from a name to an IRI, which raises a UsageError for an unknown one.

    Raises
    ------
    UsageError
        No dimension, or more than one, has something of that name in bounds.
    """
    found: dict[str, int] = {}
    for dimension in lattice.names:
        labels = [label.casefold() for label in lattice.labels[dimension]]
        if labels.count(name.casefold()) == 1:
            found[dimension] = labels.index(name.casefold())
            continue
        try:
            term = known[dimension](name)
        except UsageError:
            continue
        if term in lattice.terms[dimension]:
            found[dimension] = lattice.terms[dimension].index(term)
    if len(found) == 1:
        return next(iter(found.items()))
    if found:
        raise UsageError(f"plan: {name!r} is a {' and a '.join(found)}; give the id")
    labels = [label for dimension in lattice.names for label in lattice.labels[dimension]]
    kinds = " or ".join(lattice.names)
    remedy = did_you_mean(name, labels) or f"the cells are by {', '.join(lattice.names)} (--by)"
    raise UsageError(f"plan: no {kinds} in bounds is called {name!r}; {remedy}")
