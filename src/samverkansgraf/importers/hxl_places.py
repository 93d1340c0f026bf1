"""The places of a 3W table: levels within one another, known by their codes where they have any."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from samverkansgraf.tables.identity import key, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samverkansgraf.errors import Problem
    from samverkansgraf.importers.hxl_columns import PlaceColumns
    from samverkansgraf.importers.hxl_tags import TaggedTable

    Codes = dict[tuple[tuple[str, ...] | None, str | None], set[str]]


def _codes(table: TaggedTable, level: PlaceColumns, inner: Mapping[int, tuple[str, ...] | None]) -> Codes:
    """Return the codes that rows give each name within each larger place."""
    found: Codes = {}
    if level.name is not None and level.code is not None:
        for number, cells in table.rows:
            if (code := cells[level.code.column]) is not None:
                found.setdefault((inner[number], cells[level.name.column]), set()).add(code)
    return found


class Places:
    """
    Every place that a row names, by its code, else by its name and what it lies in.

    A level of which a row says nothing is passed over: the place then lies in the next larger one that
    the row names. One code with several names has the others as aliases; one place in several larger
    ones is a fault, kept in ``problems``. Where a row gives a name alone, it is the place of that name in the
    same larger one whose code other rows give, if they give one only.
    """

    def __init__(self, table: TaggedTable, levels: Sequence[PlaceColumns]) -> None:
        self.problems: list[Problem] = []
        self._known: dict[tuple[str, ...], dict[str, str | None]] = {}
        self._aliases: dict[tuple[str, ...], dict[str, None]] = {}
        self._where: dict[tuple[str, ...], int] = {}
        self._parents: dict[tuple[str, ...], tuple[str, ...] | None] = {}
        inner: dict[int, tuple[str, ...] | None] = dict.fromkeys(number for number, _ in table.rows)
        for level in levels:
            codes = _codes(table, level, inner)
            for number, cells in table.rows:
                inner[number] = self._place(table, number, level, cells, inner[number], codes)
        self._of_row = inner
        self._ids = dict(self._named())

    def of(self, row: int) -> str | None:
        """Return the id of the smallest place that a row names."""
        place = self._of_row[row]
        return None if place is None else self._ids[place]

    def rows(self) -> list[dict[str, str | None]]:
        """Return the table ``districts``."""
        return [
            {
                "id": self._ids[place],
                "label": row["label"],
                "alias": ";".join(self._aliases[place]) or None,
                "kind": row["kind"],
                "part_of": None if (above := self._parents[place]) is None else self._ids[above],
                "code": row["code"],
            }
            for place, row in self._known.items()
        ]

    def _place(  # noqa: PLR0917 - a cell and all that it lies in
        self,
        table: TaggedTable,
        number: int,
        level: PlaceColumns,
        cells: tuple[str | None, ...],
        within: tuple[str, ...] | None,
        codes: Codes,
    ) -> tuple[str, ...] | None:
        """Return the place that a row names at a level, else the larger one; note it."""
        name = None if level.name is None else cells[level.name.column]
        code = None if level.code is None else cells[level.code.column]
        if name is None and code is None:
            return within
        if code is None and len(known_codes := codes.get((within, name), set())) == 1:
            code = next(iter(known_codes))
        place = (level.level, code) if code is not None else (level.level, *(within or ()), name or "")
        if place not in self._known:
            self._known[place] = {"label": name or code, "kind": level.level, "code": code}
            self._aliases[place], self._where[place] = {}, number
            self._parents[place] = within
        known = self._known[place]
        if known["label"] == code and name is not None:
            known["label"] = name
        elif name is not None and name != known["label"]:
            self._aliases[place][name] = None
        if self._parents[place] != within:
            other = self._words(self._parents[place])
            message = (
                f"{code or name!r} lies in {self._words(within)}, but in row {self._where[place]} in {other}"
            )
            self.problems.append(
                table.problem(
                    message, number, level.code or level.name, "give each place one code and one larger place"
                )
            )
        return place

    def _words(self, place: tuple[str, ...] | None) -> str:
        return "no larger place" if place is None else repr(self._known[place]["label"])

    def _named(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield an id for each place: its code, else its name; with a key where that is shared."""
        short = {place: slug(place[-1]) for place in self._known}
        shared = Counter(short.values())
        for place, name in short.items():
            yield place, name if name and shared[name] == 1 else f"{name or 'x'}-{key(place)}"
