"""
The standing of evidence: who speaks, seen from the initiative the evidence is about.

A source's *voices* are its creators or, if it has none, its publishers. An initiative's *parties*
are its participants of any role but target group, with what they are part of or owned by (up to
the top), what is part of or owned by them (down to the last unit), and persons whose position in
one of these speaks for it. Two units side by side under one parent are not parties for each other.
A position counts unless it was surely not held when the source was written. An initiative that is
also a body that acts is a party to itself. A collective counts as the one it was scoped from: the
tables give both the same name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.dates import DateBounds, DateError, bounds
from samverkansgraf.vocabulary import CONCEPTS, sg

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames

_COUNTED: Final = {
    "ByAParty": "by_a_party",
    "Affiliated": "affiliated",
    "Relayed": "relayed",
    "Independent": "independent",
    "StandingUnknown": "unknown",
}
_RANKED: Final = tuple(sg(name) for name in CONCEPTS["standing"])  # the first that holds stands
_BY_A_PARTY, _AFFILIATED, _RELAYED, _INDEPENDENT, _UNKNOWN = range(len(_RANKED))


def standings(frames: Frames) -> pl.DataFrame:
    """
    Return the standing of each piece of evidence for each initiative it is about.

    Evidence is about an initiative when it supports the initiative itself, one of its
    participations or placements, an agreement that governs it, or a statement about any of these.

    Returns
    -------
    standings
        ``evidence``, ``initiative``, ``standing`` (the concept's IRI), sorted. The first that holds:
        ``sg:ByAParty`` a voice is a party; ``sg:Affiliated`` a voice holds a position in one that
        does not speak for it; ``sg:Relayed`` the speaker is a party; ``sg:StandingUnknown`` the source
        has neither creator nor publisher; ``sg:Independent`` it is not written by a participant.
    """
    return _standings_of(frames, _pairs(frames))


def standings_of_claims(frames: Frames) -> pl.DataFrame:
    """
    Return the standing of each claim's evidence towards the initiatives that the claim is about.

    A claim about an agreement is about the initiative that the agreement governs. What is claimed of
    an initiative is no evidence for it: these are no part of :func:`standings` and its counts.

    Returns
    -------
    standings
        The columns of :func:`standings`; a claim about no initiative has no row.
    """
    about = _pairs_of(frames.claims, "claim", "about", "thing")
    governed = _pairs_of(frames.agreements, "agreement", "governs", "initiative").rename(
        {"agreement": "thing"}
    )
    itself = frames.initiatives.select(thing="initiative", initiative="initiative")
    initiatives = about.join(pl.concat([itself, governed]), on="thing").select("claim", "initiative")
    pairs = (
        frames.evidence.select("evidence", "source", "speaker", claim="about")
        .join(initiatives, on="claim")
        .drop("claim")
        .unique()
    )
    return _standings_of(frames, pairs)


def _standings_of(frames: Frames, pairs: pl.DataFrame) -> pl.DataFrame:
    """Return the standing of each ``evidence`` (``source``, ``speaker``) for its ``initiative``."""
    voices = source_voices(frames.sources)
    speakers = pairs.select("source", actor="speaker").drop_nulls().unique()
    behind_voices = represented(frames, voices)
    behind_speakers = represented(frames, speakers).filter("speaks_for").rename({"actor": "speaker"})
    said = pl.concat(
        [
            pairs.join(behind_voices, on="source").select(
                "evidence",
                "initiative",
                "behind",
                rank=pl.when("speaks_for").then(_BY_A_PARTY).otherwise(_AFFILIATED),
            ),
            pairs.join(behind_speakers, on=["source", "speaker"]).select(
                "evidence", "initiative", "behind", rank=pl.lit(_RELAYED, pl.Int32)
            ),
        ]
    )
    best = _by_parties(frames, said).group_by("evidence", "initiative").agg(pl.col("rank").min())
    rest = pl.when(pl.col("source").is_in(voices["source"].implode())).then(_INDEPENDENT).otherwise(_UNKNOWN)
    return (
        pairs.join(best, on=["evidence", "initiative"], how="left")
        .with_columns(rank=pl.coalesce("rank", rest).cast(pl.Int32))
        .group_by("evidence", "initiative")
        .agg(pl.col("rank").min())
        .select(
            "evidence",
            "initiative",
            standing=pl.col("rank").replace_strict(dict(enumerate(_RANKED)), return_dtype=pl.String),
        )
        .sort("evidence", "initiative")
    )


def counts(standings: pl.DataFrame) -> pl.DataFrame:
    """
    Count the evidence of each standing for each initiative that has any.

    Returns
    -------
    counts
        ``initiative``, ``by_a_party``, ``affiliated``, ``relayed``, ``independent``, ``unknown``,
        sorted by initiative; an initiative without evidence has no row.
    """
    return (
        standings.group_by("initiative")
        .agg(
            (pl.col("standing") == sg(name)).sum().cast(pl.Int64).alias(column)
            for name, column in _COUNTED.items()
        )
        .sort("initiative")
    )


def second_hand(frames: Frames) -> pl.DataFrame:
    """
    Return the evidence whose words are known only through somebody else's quotation.

    That is: its speaker is no voice of its source, the source cites one that has not been read
    (neither a date of reading nor a file), and no cited source that has been read is by the speaker
    or holds words of the speaker.

    Returns
    -------
    second_hand
        ``evidence``, ``through`` (the source's voices, sorted; empty where it has none), sorted.
    """
    voices = source_voices(frames.sources)
    read = frames.sources.filter(pl.col("retrieved").is_not_null() | pl.col("sha256").is_not_null())
    quoted = (
        frames.evidence.select("evidence", "source", actor="speaker")
        .drop_nulls()
        .unique()
        .join(voices, on=["source", "actor"], how="anti")
        .join(_pairs_of(frames.sources, "source", "cites", "cited"), on="source")
    )
    originals = pl.concat([voices, frames.evidence.select("source", actor="speaker").drop_nulls()])
    original_read = quoted.join(
        originals.unique(), left_on=["cited", "actor"], right_on=["source", "actor"], how="semi"
    )
    return (
        quoted.join(read, left_on="cited", right_on="source", how="anti")
        .join(
            original_read.join(read, left_on="cited", right_on="source", how="semi"),
            on="evidence",
            how="anti",
        )
        .select("evidence", "source")
        .unique()
        .join(voices.group_by("source").agg(through=pl.col("actor").sort()), on="source", how="left")
        .select("evidence", pl.col("through").fill_null(pl.lit([], pl.List(pl.String))))
        .sort("evidence")
    )


def source_voices(sources: pl.DataFrame) -> pl.DataFrame:
    """Return ``source``, ``actor`` for the creators of each source or, if it has none, its publishers."""
    creators = _pairs_of(sources, "source", "creators", "actor")
    publishers = _pairs_of(sources, "source", "publishers", "actor")
    return pl.concat([creators, publishers.join(creators, on="source", how="anti")])


def represented(frames: Frames, speaking: pl.DataFrame) -> pl.DataFrame:
    """
    Return for whom actors speak when they speak in a source.

    Parameters
    ----------
    frames
        Gives the positions, and the sources' dates.
    speaking
        ``source`` (null: at no known date), ``actor``.

    Returns
    -------
    represented
        ``source``, ``actor``, ``behind``, ``speaks_for``: the actor itself (true), and each
        organisation where it holds a position, unless it surely did not at the source's date.
    """
    itself = speaking.with_columns(behind="actor", speaks_for=pl.lit(value=True))
    held = (
        speaking.join(frames.positions, left_on="actor", right_on="person")
        .join(_source_dates(frames.sources), on="source", how="left")
        .filter(
            ~(pl.col("end_latest") < pl.col("source_earliest")).fill_null(value=False),
            ~(pl.col("start_earliest") > pl.col("source_latest")).fill_null(value=False),
        )
        .select(
            "source", "actor", behind="organisation", speaks_for=pl.col("speaks_for").fill_null(value=False)
        )
    )
    return pl.concat([itself, held]).drop_nulls(["actor", "behind"]).unique()


def kin(actors: pl.DataFrame, of: pl.Series) -> pl.DataFrame:
    """
    Return the actors in line with each of some actors: above it and below it.

    Above is what it is part of or owned by, and so on to the top; below is what is part of it or
    owned by it, to the last unit. Each actor is its own kin; two units of one parent are not.

    Returns
    -------
    kin
        ``actor``, ``kin``, without repetitions.
    """
    upwards = _upwards(actors)
    downwards = upwards.select(actor="next", next="actor")
    return pl.concat([_reached(of, upwards), _reached(of, downwards)]).unique()


def above(actors: pl.DataFrame, of: pl.Series) -> pl.DataFrame:
    """Return ``actor``, ``kin``: each of some actors with itself, what it is part of or owned by, and so on up."""
    return _reached(of, _upwards(actors))


def narrower(concepts: pl.DataFrame, concept: str) -> list[str]:
    """Return a concept and all that are narrower, however far down, sorted."""
    below = _pairs_of(concepts, "concept", "broader", "broad").select(actor="broad", next="concept")
    return sorted(_reached(pl.Series([concept]), below)["kin"].to_list())


def _upwards(actors: pl.DataFrame) -> pl.DataFrame:
    """Return ``actor``, ``next``: what each actor is part of or owned by."""
    part_of = _pairs_of(actors, "actor", "part_of", "next")
    return pl.concat([part_of, _pairs_of(actors, "actor", "owner", "next")])


def _reached(of: pl.Series, steps: pl.DataFrame) -> pl.DataFrame:
    """Follow steps (``actor`` to ``next``) from each actor until nothing new is reached."""
    start = pl.DataFrame({"actor": of.drop_nulls().unique()}, schema={"actor": pl.String})
    known = newest = start.with_columns(kin="actor")
    steps = steps.unique()
    while newest.height:
        newest = (
            newest.join(steps, left_on="kin", right_on="actor")
            .select("actor", kin="next")
            .unique()
            .join(known, on=["actor", "kin"], how="anti")
        )
        known = pl.concat([known, newest])
    return known


def _pairs(frames: Frames) -> pl.DataFrame:
    """Return ``evidence``, ``source``, ``speaker``, ``initiative`` for all that evidence is about."""
    nodes = pl.concat(
        [
            frames.initiatives.select(about="initiative", initiative="initiative"),
            frames.participations.select(about="participation", initiative="initiative"),
            frames.placements.select(about="placement", initiative="initiative"),
            _pairs_of(frames.agreements, "agreement", "governs", "initiative").rename({"agreement": "about"}),
        ]
    )
    statements = frames.statements.select("statement", "about").join(nodes, on="about")
    nodes = pl.concat([nodes, statements.select(about="statement", initiative="initiative")]).drop_nulls()
    return (
        frames.evidence.select("evidence", "about", "source", "speaker")
        .join(nodes.unique(), on="about")
        .drop("about")
        .unique()
    )


def _by_parties(frames: Frames, said: pl.DataFrame) -> pl.DataFrame:
    """
    Keep the rows whose ``behind`` is a participant of ``initiative``, or above or below one.

    Both directions are walked upwards: an actor is below a participant that is above it. A city
    has thousands of units, a unit few parents.
    """
    upwards = _upwards(frames.actors)
    taking_part = _taking_part(frames)
    above_participants = (
        taking_part.join(_reached(taking_part["actor"], upwards), on="actor")
        .select("initiative", behind="kin")
        .unique()
    )
    below_participants = said.join(
        _reached(said["behind"], upwards), left_on="behind", right_on="actor"
    ).join(taking_part, left_on=["initiative", "kin"], right_on=["initiative", "actor"], how="semi")
    return pl.concat(
        [
            said.join(above_participants, on=["initiative", "behind"], how="semi"),
            below_participants.drop("kin"),
        ]
    )


def _taking_part(frames: Frames) -> pl.DataFrame:
    """Return ``initiative``, ``actor`` for participants, whom collectives are scoped from, and bodies."""
    targets = narrower(frames.concepts, sg("TargetGroup"))
    participants = frames.participations.filter(
        ~pl.col("role").is_in(targets).fill_null(value=False),
    ).select("initiative", "actor")
    scoped_from = participants.join(
        frames.actors.select("actor", "collective").drop_nulls(), on="actor"
    ).select("initiative", actor="collective")
    body = _pairs_of(frames.initiatives, "initiative", "constitutes", "actor")
    return pl.concat([participants, scoped_from, body]).drop_nulls().unique()


def _source_dates(sources: pl.DataFrame) -> pl.DataFrame:
    dates = sources.select("source", "date").drop_nulls()
    spans = [_bounds_or_none(text) for text in dates["date"].to_list()]
    return dates.select(
        "source",
        source_earliest=pl.Series([span.earliest for span in spans], dtype=pl.Date),
        source_latest=pl.Series([span.latest for span in spans], dtype=pl.Date),
    )


def _bounds_or_none(text: str) -> DateBounds:
    """Read a date; a graph made elsewhere may hold words instead, which bound nothing."""
    try:
        return bounds(text)
    except DateError:
        return DateBounds(None, None)


def _pairs_of(frame: pl.DataFrame, key: str, values: str, name: str) -> pl.DataFrame:
    """Return one row for each value in a list column."""
    pairs = frame.select(key, pl.col(values).alias(name)).explode(name)
    return pairs.cast({name: pl.String}).drop_nulls().unique()  # all null, the column may have lost its type
