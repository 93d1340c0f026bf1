"""What the tags of a 3W table mean here: who, what, where, when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkansgraf.errors import Problem
    from samverkansgraf.importers.hxl_tags import Tag, TaggedTable

#: Attributes that say that a column identifies, not names, what its tag means.
_CODES: Final = frozenset({"id", "code", "num"})
_SHORT: Final = frozenset({"acronym", "abbr", "abbreviation"})
_PLACES: Final = ("country", "adm1", "adm2", "adm3", "adm4", "adm5", "loc")
#: Attribute of #org -> the role; without one of these the form is not said.
_ROLES: Final = {
    "funder": "Funder", "funding": "Funder", "fund": "Funder", "donor": "Funder",
    "lead": "Lead", "prog": "Lead", "programming": "Lead",
    "impl": "Partner", "implementing": "Partner", "partner": "Partner",
}  # fmt: skip
_NO_ROLE: Final = "Involved"


@dataclass(frozen=True, slots=True)
class OrgColumns:
    """The columns of one organisation of each row."""

    name: Tag
    role: str
    code: Tag | None
    short: Tag | None
    kind: Tag | None


@dataclass(frozen=True, slots=True)
class PlaceColumns:
    """The columns of one level of places."""

    level: str
    name: Tag | None
    code: Tag | None


@dataclass(frozen=True, slots=True)
class HxlColumns:
    """Which columns of a tagged table are read."""

    orgs: tuple[OrgColumns, ...]
    places: tuple[PlaceColumns, ...]
    identity: Tag | None
    activity: Tag | None
    sector: Tag | None
    subsector: Tag | None
    status: Tag | None
    start: Tag | None
    end: Tag | None

    def read(self) -> frozenset[int]:
        """Return the places of the columns that are read."""
        tags: list[Tag | None] = [
            self.identity, self.activity, self.sector, self.subsector, self.status, self.start, self.end
        ]  # fmt: skip
        for org in self.orgs:
            tags += [org.name, org.code, org.short, org.kind]
        for place in self.places:
            tags += [place.name, place.code]
        return frozenset(tag.column for tag in tags if tag is not None)


def columns_of(table: TaggedTable, *, identity: str | None = None) -> HxlColumns:
    """
    Return what the columns of a table mean.

    Parameters
    ----------
    table
        The table.
    identity
        The tag, as one writes it, of the column that tells initiatives apart; without it ``+id`` of ``#activity``,
        ``#project`` or ``#meta``, the first there is.

    Raises
    ------
    InputError
        There is no ``#org`` column, none that says what is done, or two of one meaning.
    """
    tags = table.tags
    problems = list(_twice(table))
    identifying = _identity(tags, identity)
    remedies = []
    if not any(tag.name == "org" and not tag.attributes & (_CODES | _SHORT | {"type"}) for tag in tags):
        remedies.append(("no column says who", "tag the names of organisations #org"))
    if identity is not None and identifying is None:
        known = ", ".join(str(tag) for tag in tags)
        remedies.append((f"there is no column {identity}", f"the columns are {known}"))
    activity = _named(tags, "activity") or _named(tags, "project") or _named(tags, "output")
    if activity is None and identifying is None:
        remedies.append(
            (
                "no column says what is done",
                "tag it #activity or #project, or name a column with --initiative",
            )
        )
    problems += [table.problem(message, table.tag_row, None, remedy) for message, remedy in remedies]
    if problems:
        raise InputError(problems)
    dates = [tag for tag in tags if tag.name == "date"]
    return HxlColumns(
        orgs=tuple(_orgs(tags)),
        places=tuple(_places(tags)),
        identity=identifying,
        activity=activity,
        sector=_named(tags, "sector"),
        subsector=_named(tags, "subsector"),
        status=_named(tags, "status"),
        start=next((tag for tag in dates if "start" in tag.attributes), None),
        end=next((tag for tag in dates if "end" in tag.attributes), None),
    )


def _orgs(tags: Iterable[Tag]) -> Iterator[OrgColumns]:
    orgs = [tag for tag in tags if tag.name == "org"]
    for tag in orgs:
        if tag.attributes & (_CODES | _SHORT | {"type"}):
            continue
        roles = [_ROLES[one] for one in sorted(tag.attributes) if one in _ROLES]
        mates = [mate for mate in orgs if mate is not tag and _core(mate) == _core(tag)]

        def beside(wanted: frozenset[str], mates: list[Tag] = mates) -> Tag | None:
            return next((mate for mate in mates if mate.attributes & wanted), None)

        yield OrgColumns(
            tag, roles[0] if roles else _NO_ROLE, beside(_CODES), beside(_SHORT), beside(frozenset({"type"}))
        )


def _core(tag: Tag) -> frozenset[str]:
    """Return the attributes that two columns of one organisation have in common: its role."""
    return tag.attributes & frozenset(_ROLES)


def _places(tags: Iterable[Tag]) -> Iterator[PlaceColumns]:
    for level in _PLACES:
        of_level = [tag for tag in tags if tag.name == level]
        name = next((tag for tag in of_level if not tag.attributes & _CODES), None)
        code = next((tag for tag in of_level if tag.attributes & _CODES), None)
        if name or code:
            yield PlaceColumns(level, name, code)


def _named(tags: Iterable[Tag], name: str) -> Tag | None:
    """Return the first column of a tag that names and does not identify, date or count."""
    known = [tag for tag in tags if tag.name == name and not tag.attributes & _CODES]
    return min(known, key=lambda tag: (len(tag.attributes - {"name"}), tag.column), default=None)


def _identity(tags: Iterable[Tag], given: str | None) -> Tag | None:
    from samverkansgraf.importers.hxl_tags import parse_tags

    if given is not None:
        wanted = parse_tags([given])
        return next(
            (
                tag
                for tag in tags
                if wanted and (tag.name, tag.attributes) == (wanted[0].name, wanted[0].attributes)
            ),
            None,
        )
    for name in ("activity", "project", "meta"):
        for tag in tags:
            if tag.name == name and "id" in tag.attributes:
                return tag
    return None


def _twice(table: TaggedTable) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for tag in table.tags:
        text = str(tag)
        if text in seen:
            message = f"columns {seen[text] + 1} and {tag.column + 1} have the same tag {text}"
            yield table.problem(
                message, table.tag_row, None, "give each attributes of its own, or remove the tag of one"
            )
        seen.setdefault(text, tag.column)
