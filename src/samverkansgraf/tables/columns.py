"""The tables of a project: which columns each has, and how a cell of each is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Column:
    """
    How the cells of one column are read.

    ``kind`` is one of ``text``, ``id``, ``date`` (EDTF), ``number``, ``whole`` (a whole number),
    ``yes``, ``wkt`` (a geometry, of any length), ``refers`` (to rows of the tables in ``to``) and ``concept`` (of the scheme ``to[0]``).
    ``several`` cells hold values separated by ``;``.
    """

    name: str
    kind: str = "text"
    to: tuple[str, ...] = ()
    required: bool = False
    several: bool = False
    wildcard: bool = False  # ``*`` may stand for everything


@dataclass(frozen=True, slots=True)
class Table:
    """
    One table: its columns in the order that keys are made from them.

    ``word`` is the word of its things' IRIs, ``None`` where rows are not things. Where ``keyed``,
    rows have no ids and are keyed by their cells. ``repeats`` tables may hold several rows of one
    thing: a further row adds evidence.
    """

    name: str
    columns: tuple[Column, ...]
    word: str | None = None
    keyed: bool = False
    repeats: bool = False
    acyclic: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """Return the column of that name."""
        return next(column for column in self.columns if column.name == name)


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _need(name: str) -> Column:
    return Column(name, required=True)


def _dates(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "date") for name in names)


def _yes(name: str) -> Column:
    return Column(name, "yes")


def _concept(name: str, scheme: str, *, required: bool = False) -> Column:
    return Column(name, "concept", (scheme,), required=required)


def _one(name: str, *tables: str, required: bool = False) -> Column:
    return Column(name, "refers", tables, required=required)


def _some(name: str, *tables: str, required: bool = False) -> Column:
    return Column(name, "refers", tables, required=required, several=True)


def _many_texts(name: str) -> Column:
    return Column(name, several=True)


_ID: Final = Column("id", "id")
_MONEY: Final = (Column("amount", "number"), Column("currency"))
EVIDENCE_COLUMNS: Final = (_one("source", "sources"), *_text("where", "quote"), _one("speaker", "actors"))

#: Never part of a key, and in no output but the project's own tables.
PRIVATE_COLUMNS: Final = ("note", "by")

#: What a claim may be about.
_TALKED_OF: Final = ("actors", "initiatives", "districts", "agreements")
_ABOUT: Final = ("actors", "initiatives", "districts", "agreements", "claims", "themes", "sources")

TABLES: Final[dict[str, Table]] = {
    table.name: table
    for table in (
        Table(
            "actors",
            (
                _need("label"),
                Column("kind", required=True),
                _concept("sector", "sector"),  # required too, but not of persons
                _ID,
                _many_texts("alias"),
                _some("part_of", "actors"),
                _some("owner", "actors"),
                *_text("orgnr", "url"),
                _yes("in_bounds"),
                *_text("note"),
            ),
            word="actor",
            acyclic=("part_of", "owner"),
        ),
        Table(
            "names",
            (_one("actor", "actors", required=True), _need("name"), *_dates("from", "to"), *EVIDENCE_COLUMNS),
            word="statement",
            keyed=True,
        ),
        Table(
            "initiatives",
            (
                _need("label"),
                _ID,
                _many_texts("alias"),
                _concept("kind", "initiative_kind"),
                _yes("set"),
                *_text("description", "aim"),
                _some("district", "districts"),
                _some("theme", "themes"),
                _concept("status", "status"),
                *_dates("start", "end"),
                _one("part_of", "initiatives"),
                _some("strengthens", "initiatives"),
                _some("related", "initiatives"),
                _many_texts("principle"),
                _many_texts("activity"),
                _concept("activity_kind", "activity_kind"),
                _many_texts("method"),
                _one("constitutes", "actors"),
                *_text("note"),
                *EVIDENCE_COLUMNS,
            ),
            word="initiative",
            repeats=True,
            acyclic=("part_of",),
        ),
        Table(
            "participations",
            (
                _one("actor", "actors", required=True),
                _one("initiative", "initiatives", required=True),
                _concept("role", "role", required=True),
                _concept("certainty", "certainty"),
                *_text("scope"),
                _concept("influence", "influence"),
                _some("district", "districts"),
                _some("theme", "themes"),
                *_dates("start", "end"),
                *_MONEY,
                *_text("note"),
                *EVIDENCE_COLUMNS,
            ),
            word="participation",
            keyed=True,
        ),
        Table(
            "locations",
            (
                _one("initiative", "initiatives", required=True),
                _one("district", "districts", required=True),
                _concept("certainty", "certainty"),
                *_text("scope"),
                *_dates("start", "end"),
                *EVIDENCE_COLUMNS,
            ),
            word="placement",
            keyed=True,
        ),
        Table(
            "districts",
            (
                _need("label"),
                _ID,
                _many_texts("alias"),
                *_text("kind"),
                _some("part_of", "districts"),
                _some("members", "districts"),
                _some("possible_members", "districts"),
                *_text("code"),
                Column("population", "whole"),
                *_text("note"),
            ),
            word="place",
            acyclic=("part_of", "members"),
        ),
        Table(
            "themes",
            (_need("label"), _ID, *_text("label_en", "definition"), _one("broader", "themes")),
            word="theme",
            acyclic=("broader",),
        ),
        Table(
            "sources",
            (
                Column("id", "id", required=True),
                _need("title"),
                *_text("kind"),
                _concept("scope", "source_scope"),
                _some("author", "actors"),
                _some("publisher", "actors"),
                *_dates("date"),
                *_text("url"),
                *_dates("retrieved"),
                *_text("file"),
                _some("cites", "sources"),
            ),
            word="source",
        ),
        Table(
            "claims",
            (
                Column("id", "id", required=True),
                _need("text"),
                _some("asserted_by", "actors", required=True),
                *_text("text_en"),
                _concept("kind", "claim_kind"),
                *_dates("at"),
                _some("about", *_TALKED_OF),
                _one("part_of", "claims"),
                _some("disputes", "claims"),
                _some("supports", "claims"),
                _some("differs_from", "claims"),
                *_text("test", "note"),
                *EVIDENCE_COLUMNS,
            ),
            word="claim",
            repeats=True,
            acyclic=("part_of",),
        ),
        Table(
            "facts",
            (
                _one("about", *_ABOUT, required=True),
                _need("property"),
                _need("value"),
                _concept("certainty", "certainty"),
                *EVIDENCE_COLUMNS,
            ),
            word="statement",
            keyed=True,
        ),
        Table(
            "searches",
            (
                Column("date", "date", required=True),
                _concept("outcome", "outcome", required=True),
                Column("district", "refers", ("districts",), several=True, wildcard=True),
                Column("theme", "refers", ("themes",), several=True, wildcard=True),
                _one("source", "sources"),
                Column("sector", "concept", ("sector",), wildcard=True),
                *_text("looked_for"),
                _yes("complete"),
                *_dates("from", "to"),
                *_text("by", "terms"),
            ),
            word="search",
            keyed=True,
        ),
        Table(
            "indicators",
            (
                _one("district", "districts", required=True),
                _need("indicator"),
                Column("period", "date", required=True),
                Column("value", "number", required=True),
                *_text("unit"),
                _one("source", "sources"),
            ),
            word="observation",
            keyed=True,
        ),
        Table(
            "geometries",
            (_one("district", "districts", required=True), Column("wkt", "wkt", required=True)),
            word="geometry",
            keyed=True,
        ),
        Table(
            "coding",
            (
                _one("initiative", "initiatives", required=True),
                _some("theme", "themes", required=True),
                _need("coder"),
            ),
            word="coding",
            keyed=True,
        ),
        Table(
            "agreements",
            (
                _need("label"),
                _concept("kind", "agreement_kind", required=True),
                _some("parties", "actors", required=True),
                _ID,
                _one("initiative", "initiatives"),
                _one("responsible", "actors"),
                _one("replaces", "agreements"),
                _concept("status", "status"),
                *_dates("start", "end"),
                *_MONEY,
                *EVIDENCE_COLUMNS,
            ),
            word="agreement",
            repeats=True,
            acyclic=("replaces",),
        ),
        Table(
            "positions",
            (
                _one("person", "actors", required=True),
                _one("organisation", "actors", required=True),
                _need("title"),
                _yes("speaks_for"),
                *_dates("start", "end"),
                *EVIDENCE_COLUMNS,
            ),
            word="position",
            keyed=True,
        ),
        Table("same", (_need("a"), _need("b"), _need("decision"), *_text("why", "by"), *_dates("date"))),
        Table(
            "terms",
            (
                _need("scheme"),
                _need("label"),
                _ID,
                *_text("label_en"),
                *_text("broader"),
                _yes("makes_tie"),
            ),
        ),
        Table(
            "replies",
            (_one("about", *_ABOUT, required=True), _need("text"), _need("from"), Column("date", "date", required=True)),
            word="reply",
            keyed=True,
        ),
        Table(
            "suppress",
            (_one("about", *_ABOUT, required=True), _need("reason"), Column("date", "date", required=True)),
        ),
    )
}  # fmt: skip

REQUIRED_TABLES: Final = ("actors", "initiatives", "participations", "sources")
ACTOR_KINDS: Final = ("organisation", "unit", "collective", "person")
