"""Which sectors meet in which initiatives."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.names import in_scheme_order
from samverkansgraf.ties import Selection, selected_participations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.frames import Frames

#: Stands for the sector of those of whom none is given.
UNKNOWN: Final = ""
#: So many sectors can be looked over on one page.
MOST: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorPairs:
    """
    Who of which sector takes part in what.

    Attributes
    ----------
    sectors
        In the order drawn; :data:`UNKNOWN` last, where somebody has no sector.
    left_out
        How many more sectors there are.
    taking_part
        By initiative and sector the participations, by actor.
    """

    sectors: tuple[str, ...]
    left_out: int
    taking_part: Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]

    @property
    def initiatives(self) -> int:
        """How many initiatives there are in all."""
        return len(self.taking_part)

    def both(self, a: str, b: str) -> list[str]:
        """Return the initiatives with actors of both sectors; of a sector with itself, with two of its actors."""
        if a == b:
            return [one for one, who in self.taking_part.items() if len(who.get(a, ())) > 1]
        return [one for one, who in self.taking_part.items() if a in who and b in who]

    def of(self, sector: str) -> int:
        """Return in how many initiatives a sector takes part."""
        return sum(sector in who for who in self.taking_part.values())


def sector_pairs(frames: Frames, studied: Sequence[str], *, at: str | None) -> SectorPairs:
    """
    Return which sectors meet in which initiatives.

    Parameters
    ----------
    frames
        The graph. Participations in tie-making roles that sources state count, those of collectives too.
    studied
        Sectors that are shown whether somebody of them takes part or not.
    at
        As of this EDTF date; ``None`` for any time.
    """
    chosen = selected_participations(frames, Selection(at=at, collectives=True))
    sector_of = dict(frames.actors.select("actor", "sector").iter_rows())
    found: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    rows = chosen.select("initiative", "actor", "participation").sort("initiative", "actor", "participation")
    for initiative, actor, participation in rows.iter_rows():
        found[initiative][sector_of.get(actor) or UNKNOWN][actor].append(participation)
    met = {sector for who in found.values() for sector in who}
    count = {sector: sum(sector in who for who in found.values()) for sector in met}
    every = sorted({*studied, *met} - {UNKNOWN}, key=in_scheme_order)
    kept = set(sorted(every, key=lambda one: (-count.get(one, 0), in_scheme_order(one)))[:MOST])
    sectors = [one for one in every if one in kept]
    return SectorPairs(
        sectors=(*sectors, *([UNKNOWN] if UNKNOWN in met else [])),
        left_out=len(every) - len(sectors),
        taking_part=found,
    )
