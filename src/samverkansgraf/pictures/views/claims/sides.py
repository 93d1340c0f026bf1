"""The two sides of a dispute: which claims stand against which, in two columns."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.claims import ClaimReading

LineKind = Literal["disputes", "differs", "supports"]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """How one claim stands to another, both by IRI."""

    kind: LineKind
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Sides:
    """
    Claims in two columns.

    ``groups`` are disputes apart from each other, each with its left and its right column of IRIs, parts after their
    whole; ``lines`` go between claims of the columns.
    """

    groups: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    lines: tuple[ClaimLine, ...]

    @property
    def claims(self) -> frozenset[str]:
        """Return the claims in the columns."""
        return frozenset(claim for group in self.groups for column in group for claim in column)


def sides_of(readings: Sequence[ClaimReading]) -> Sides:
    """
    Set claims in dispute against each other.

    What disputes, or says otherwise, goes to the other side; what supports a claim or is part of it to the same. The
    first claim of a dispute, in the order given, stands on the left; where claims dispute each other in a ring of odd
    length, two of them share a side. Claims without a dispute are left out.
    """
    order = {reading.claim: place for place, reading in enumerate(readings)}
    lines = _lines(readings, order)
    near: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for line in lines:
        crosses = line.kind != "supports"
        near[line.start].append((line.end, crosses))
        near[line.end].append((line.start, crosses))
    wholes = {reading.claim: [whole for whole in reading.part_of if whole in order] for reading in readings}
    for claim, several in wholes.items():
        for whole in several:
            near[claim].append((whole, False))
            near[whole].append((claim, False))
    groups = []
    seen: set[str] = set()
    for claim in order:
        if claim in seen:
            continue
        side = _sides_from(claim, near)
        seen |= side.keys()
        if not any(crosses for one in side for _, crosses in near[one]):
            continue
        columns = tuple(
            tuple(_with_parts([one for one in order if side.get(one) is which], wholes))
            for which in (False, True)
        )
        groups.append((columns[0], columns[1]))
    shown = {claim for group in groups for column in group for claim in column}
    return Sides(tuple(groups), tuple(line for line in lines if line.start in shown and line.end in shown))


def _lines(readings: Sequence[ClaimReading], order: Mapping[str, int]) -> list[ClaimLine]:
    lines = []
    for reading in readings:
        for other, _ in reading.disputes:
            lines.append(ClaimLine("disputes", reading.claim, other))
        for other, _ in reading.supported_by:
            lines.append(ClaimLine("supports", other, reading.claim))
        for other, _ in reading.differs_from:
            if order.get(other, -1) > order[reading.claim]:
                lines.append(ClaimLine("differs", reading.claim, other))
    return [line for line in lines if line.start in order and line.end in order and line.start != line.end]


def _sides_from(claim: str, near: Mapping[str, Sequence[tuple[str, bool]]]) -> dict[str, bool]:
    """Return the side of every claim that hangs together with one, which is on the left."""
    side = {claim: False}
    waiting = deque([claim])
    while waiting:
        here = waiting.popleft()
        for other, crosses in near.get(here, ()):
            if other not in side:
                side[other] = side[here] ^ crosses
                waiting.append(other)
    return side


def _with_parts(column: Sequence[str], wholes: Mapping[str, Sequence[str]]) -> list[str]:
    """Return a column with parts after their whole."""
    inside = set(column)
    result: list[str] = []

    def add(claim: str) -> None:
        if claim in result:
            return
        result.append(claim)
        for part in column:
            if claim in wholes[part]:
                add(part)

    for claim in column:
        if not inside & set(wholes[claim]):
            add(claim)
    for claim in column:  # parts of each other
        add(claim)
    return result
