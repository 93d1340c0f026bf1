"""The evidence behind an actor, an initiative, a pair of actors or a claim: the rows of ``why``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.differing_claims import other_sides
from samverkansgraf.frames import filled, label_column
from samverkansgraf.properties import PROPERTIES
from samverkansgraf.standing import standings_of_claims
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

#: Columns of every answer: IRIs and texts as the frames have them, labels beside.
COLUMNS: Final = (
    "about", "relation", "actor", "initiative", "place", "role", "certainty", "scope", "property", "value",
    "start", "end",
    "quote", "source", "source_date", "where", "speaker", "standing", "second_hand_through",
    "disputes", "differs_from",
)  # fmt: skip
#: Relations whose thing may be told of by several sources, each with dates of its own.
_OF_SEVERAL_SOURCES: Final = ("initiative", "agreement")


def evidence_of(frames: Frames, *things: str) -> pl.DataFrame:
    """
    Return every row that the graph has of a thing, with its evidence.

    Parameters
    ----------
    frames
        The graph.
    things
        The IRI of an actor, an initiative, a place, an agreement or a claim; of two actors: what
        they share.

    Returns
    -------
    rows
        The columns of :data:`COLUMNS`; ``relation`` is ``participation``, ``placement``,
        ``initiative``, ``position``, ``agreement``, ``claim`` or ``statement``. A statement is about a
        thing and gives one ``property`` (the predicate's IRI) and ``value``: a former name with its
        dates, or what one source says where another says otherwise. The dates of an initiative and an
        agreement are those of the source on the same row. A row without evidence is there too, its
        ``source`` null. ``standing`` is null where the evidence concerns no initiative. Of claims there are
        those that the thing asserts, those about it, and those on the other side of any of these:
        ``disputes`` and ``differs_from`` (lists of claims, the latter both ways) say of which.
    """
    rows = _all_rows(frames)
    if len(things) == 1:
        scoped = frames.actors.filter(pl.col("collective") == things[0])["actor"].to_list()
        wanted = [things[0], *scoped]
        named = pl.col("about", "actor", "initiative", "place").is_in(wanted + _claims_on(frames, wanted))
        rows = rows.filter(pl.any_horizontal(named))
    else:
        rows = _shared(frames, rows, things)
    return (
        _with_evidence(frames, rows)
        .select(COLUMNS)
        .sort(
            "initiative",
            "relation",
            "actor",
            "place",
            "property",
            "value",
            "source",
            "where",
            nulls_last=True,
            maintain_order=True,
        )
    )


def _shared(frames: Frames, rows: pl.DataFrame, actors: tuple[str, ...]) -> pl.DataFrame:
    takes_part = frames.participations.filter(pl.col("actor").is_in(actors))
    sets = takes_part.group_by("initiative").agg(pl.col("actor").n_unique().alias("n"))
    shared = sets.filter(pl.col("n") == len(set(actors)))["initiative"].to_list()
    return rows.filter(
        (pl.col("relation") == "participation"),
        pl.col("initiative").is_in(shared),
        pl.col("actor").is_in(actors),
    )


def _all_rows(frames: Frames) -> pl.DataFrame:
    parts = [
        _part(
            frames.participations,
            "participation",
            "actor",
            "initiative",
            "role",
            "certainty",
            "scope",
            "start",
            "end",
        ),
        _part(frames.placements, "placement", "initiative", "place", "certainty", "scope", "start", "end"),
        _part(frames.initiatives, "initiative", "start", "end", initiative="initiative"),
        _part(frames.positions, "position", "start", "end", actor="person", place="organisation"),
        _part(
            frames.agreements.with_columns(filled("parties")).explode("parties"),
            "agreement",
            "start",
            "end",
            actor="parties",
        ),
        _claims(frames),
        _statements(frames),
    ]
    return pl.concat(parts, how="diagonal_relaxed").with_columns(proves=pl.coalesce("proves", "about"))


def _claims(frames: Frames) -> pl.DataFrame:
    """Return the claims by who asserts them and the initiative they are about, with their other sides."""
    about = frames.claims.select("claim", initiative="about").explode("initiative")
    about = about.join(frames.initiatives, on="initiative", how="semi")
    differs = other_sides(frames).filter(pl.col("property") == sg("differsFrom"))
    differs = differs.group_by("claim").agg(differs_from=pl.col("other"))
    disputes = pl.when(pl.col("disputes").list.len() > 0).then("disputes")
    return _part(
        frames.claims.drop("differs_from")
        .join(differs, on="claim", how="left")
        .join(about, on="claim", how="left")
        .with_columns(filled("asserted_by"), disputes=disputes)
        .explode("asserted_by"),
        "claim",
        "initiative",
        "disputes",
        "differs_from",
        actor="asserted_by",
    )


def _claims_on(frames: Frames, things: list[str]) -> list[str]:
    """Return the claims that are things, are about or asserted by one, and those on their other side."""
    claims = frames.claims.filter(
        pl.col("claim").is_in(things)
        | pl.col("about").list.eval(pl.element().is_in(things)).list.any()
        | pl.col("asserted_by").list.eval(pl.element().is_in(things)).list.any()
    )["claim"]
    sides = other_sides(frames).filter(pl.col("claim").is_in(claims.to_list()))["other"]
    return sorted({*claims, *sides})


def _statements(frames: Frames) -> pl.DataFrame:
    """Return the statements by what they are about; their evidence proves the statement itself."""
    initiative = pl.col("about").is_in(frames.initiatives["initiative"].to_list())
    return frames.statements.select(
        "about",
        "certainty",
        "property",
        "value",
        "start",
        "end",
        relation=pl.lit("statement"),
        initiative=pl.when(initiative).then("about"),
        proves="statement",
    )


def _part(frame: pl.DataFrame, relation: str, *same: str, **renamed: str) -> pl.DataFrame:
    return frame.select(
        pl.col(frame.columns[0]).alias("about"),
        pl.lit(relation).alias("relation"),
        *same,
        *(pl.col(column).alias(name) for name, column in renamed.items()),
    )


def _with_evidence(frames: Frames, rows: pl.DataFrame) -> pl.DataFrame:
    second = frames.second_hand.select("evidence", second_hand_through="through")
    proof = frames.evidence.join(second, on="evidence", how="left")
    joined = rows.join(proof.rename({"about": "proves"}), on="proves", how="left")
    joined = _dates_by_source(frames, joined)
    dates = frames.sources.select("source", source_date="date")
    joined = joined.join(dates, on="source", how="left", maintain_order="left")
    standings = pl.concat([frames.standings, standings_of_claims(frames)]).unique()
    joined = joined.join(standings, on=["evidence", "initiative"], how="left")
    missing = [pl.lit(None, dtype=pl.String).alias(name) for name in COLUMNS if name not in joined.columns]
    return joined.with_columns(missing)


def _dates_by_source(frames: Frames, rows: pl.DataFrame) -> pl.DataFrame:
    """Give the rows of initiatives and agreements the dates that their own source gives them."""
    for column in ("start", "end"):
        given = frames.values.filter(pl.col("property") == sg(column))
        own = given.group_by("about", "source").agg(pl.col("value").sort().str.join("; "))
        split = pl.col("about").is_in(given["about"].to_list()) & pl.col("relation").is_in(
            _OF_SEVERAL_SOURCES
        )
        rows = rows.join(
            own.rename({"value": "said"}), on=["about", "source"], how="left", maintain_order="left"
        )
        rows = rows.with_columns(pl.when(split).then("said").otherwise(column).alias(column)).drop("said")
    return rows


def labelled(rows: pl.DataFrame, frames: Frames, language: Language) -> pl.DataFrame:
    """
    Put labels and titles in the place of IRIs.

    Parameters
    ----------
    rows
        The rows of :func:`evidence_of` or of a coverage cell.
    frames
        The graph.
    language
        Of the concepts' labels.

    Returns
    -------
    rows
        The same, without columns that are empty throughout; an IRI without a label stays, and a
        property is called by its column in the tables.
    """
    named = [frames.actors, frames.initiatives, frames.places, frames.agreements]
    labels: dict[str, str | None] = {}
    for frame in named:
        labels |= dict(frame.select(frame.columns[0], "label").iter_rows())
    labels |= dict(frames.sources.select("source", "title").iter_rows())
    labels |= dict(frames.claims.select("claim", "text" if language == "sv" else "text_en").iter_rows())
    labels |= dict(frames.concepts.select("concept", label_column(language)).iter_rows())
    labels |= {predicate: known.column for predicate, known in PROPERTIES.items()}
    known = {iri: label for iri, label in labels.items() if label}
    texts = [name for name, dtype in rows.schema.items() if dtype == pl.String]
    lists = [name for name, dtype in rows.schema.items() if dtype == pl.List(pl.String)]
    shown = rows.with_columns(
        pl.col(texts).replace(known), pl.col(lists).list.eval(pl.element().replace(known)).list.join("; ")
    )
    return shown.select(column for column in shown if column.null_count() < max(shown.height, 1))
