"""Who is in the network, and which actors are tied: computed from participations, never typed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import polars as pl

from samverkansgraf.dates import bounds
from samverkansgraf.errors import UsageError
from samverkansgraf.holding import not_ruled_out, with_dates
from samverkansgraf.vocabulary import sg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkansgraf.frames import Frames

#: The certainties of participations that make ties unless others are asked for.
DEFAULT_CERTAINTY: Final = (sg("Stated"), sg("StatedInPart"))

#: Certainties from the strongest to the weakest.
CERTAINTY_LADDER: Final = (*DEFAULT_CERTAINTY, sg("Inferred"), sg("Planned"))

#: Two actors in one initiative are a meeting; :func:`tied_pairs` refuses to go through more than this.
MOST_MEETINGS: Final = 20_000_000

_MEETINGS_AT_ONCE: Final = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """
    Which participations count, and as whose.

    Parameters
    ----------
    roles
        IRIs of roles; ``None`` for all that make ties.
    certainty
        IRIs of certainties.
    at
        EDTF date: participations that surely did not hold then are left out. A date of several days, as ``2018`` or
        ``2015/2018``, is all of them: what may have held on one is kept. ``None``: any time.
    units
        ``"top"``: a unit counts as the organisation at the top of its ``part_of`` chain.
    owners
        ``"merged"``: an owner, what it owns and the units of both count as one actor; this
        includes ``units="top"``.
    collectives
        Let collectives nobody has listed be actors.

    Raises
    ------
    UsageError
        A role or certainty is not an IRI, or ``units`` or ``owners`` is a word not known.
    """

    roles: tuple[str, ...] | None = None
    certainty: tuple[str, ...] = DEFAULT_CERTAINTY
    at: str | None = None
    units: Literal["recorded", "top"] = "recorded"
    owners: Literal["apart", "merged"] = "apart"
    collectives: bool = False

    def __post_init__(self) -> None:
        """Refuse words that would select nothing without a word."""
        for name, values in (("roles", self.roles or ()), ("certainty", self.certainty)):
            for value in values:
                if ":" not in value:
                    raise UsageError(f"selection, {name}: {value!r} is not an IRI; write vocabulary.sg(…)")
        words: tuple[tuple[str, str, tuple[str, str]], ...] = (
            ("units", self.units, ("recorded", "top")),
            ("owners", self.owners, ("apart", "merged")),
        )
        for name, value, known in words:
            if value not in known:
                raise UsageError(f"selection, {name}: {value!r} is unknown; use {' or '.join(known)}")


DEFAULT_SELECTION: Final = Selection()


def selected_participations(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> pl.DataFrame:
    """
    Return the participations that make the network.

    A participation without a start (or an end) of its own has that of its initiative, and an
    unknown bound rules nothing out. A unit whose chains upwards end in several organisations,
    and a body with several owners, stand as themselves: which of them it acts for is not known.

    Returns
    -------
    participations
        The columns of the frame ``participations``, with ``actor`` as the network has it, and
        ``recorded_actor`` as the tables have it; sorted by ``participation``.

    Raises
    ------
    DateError
        ``selection.at`` is no EDTF date.
    """
    rows = frames.participations.filter(
        pl.col("makes_tie") if selection.roles is None else pl.col("role").is_in(selection.roles),
        pl.col("certainty").is_in(selection.certainty),
    )
    if not selection.collectives and (collectives := _collectives(frames)).height:
        rows = rows.join(collectives, on="actor", how="anti")
    if selection.at is not None:
        may_hold = with_dates(rows, frames.initiatives).select(not_ruled_out(bounds(selection.at)))
        rows = rows.filter(may_hold.to_series())
    stands_as = standing_as(frames.actors, selection)
    return rows.with_columns(
        pl.col("actor").replace(stands_as),
        pl.col("actor").alias("recorded_actor"),
    ).sort("participation")


def actors_in_network(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> pl.DataFrame:
    """
    Return the actors with at least one selected participation and those marked ``in_bounds``.

    Returns
    -------
    actors
        Columns ``actor, label, sector``, sorted by ``actor``. An actor that the frame ``actors``
        does not hold has its IRI as label.
    """
    marked = frames.actors.filter(pl.col("in_bounds"))
    if marked.height and not selection.collectives:
        marked = marked.join(_collectives(frames), on="actor", how="anti")
    marked = marked.select(pl.col("actor").replace(standing_as(frames.actors, selection)))
    named = frames.actors.select("actor", "label", "sector").unique(
        "actor", keep="first", maintain_order=True
    )
    return (
        pl.concat([selected_participations(frames, selection).select("actor"), marked])
        .unique()
        .join(named, on="actor", how="left")
        .with_columns(pl.col("label").fill_null(pl.col("actor")))
        .sort("actor")
    )


def initiatives_in_network(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> pl.DataFrame:
    """
    Return the initiatives with at least one selected participation.

    Returns
    -------
    initiatives
        Columns ``initiative, label, is_set``, sorted by ``initiative``.
    """
    named = frames.initiatives.select("initiative", "label", "is_set").unique(
        "initiative", keep="first", maintain_order=True
    )
    return (
        selected_participations(frames, selection)
        .select("initiative")
        .unique()
        .join(named, on="initiative", how="left")
        .with_columns(
            pl.col("label").fill_null(pl.col("initiative")), pl.col("is_set").fill_null(value=False)
        )
        .sort("initiative")
    )


def pair_count_bound(frames: Frames, selection: Selection = DEFAULT_SELECTION) -> int:
    """
    Return how many pairs :func:`tied_pairs` goes through: at least as many as it finds.

    It is the sum over initiatives, sets left out, of n(n − 1)/2 for n actors: cheap to know
    before anything large is made.
    """
    return int(_pair_counts(_links(frames, selection))["pairs"].sum())


def ties_within(frames: Frames, selection: Selection = DEFAULT_SELECTION, *, limit: int) -> bool:
    """
    Return whether at most ``limit`` pairs of actors are tied.

    Also false where :func:`tied_pairs` would refuse; memory stays small whatever the answer.
    """
    links = _links(frames, selection)
    counts = _pair_counts(links)
    meetings = int(counts["pairs"].sum())
    if meetings > MOST_MEETINGS:
        return False
    if meetings <= limit:
        return True
    portions = counts.select("initiative", portion=pl.col("pairs").cum_sum() // _MEETINGS_AT_ONCE)
    found: pl.DataFrame | None = None
    for portion in links.join(portions, on="initiative", maintain_order="left").partition_by("portion"):
        new = _meetings(portion).select("actor_a", "actor_b").unique()
        found = new if found is None else pl.concat([found, new]).unique()
        if found.height > limit:
            return False
    return True


def tied_pairs(
    frames: Frames, selection: Selection = DEFAULT_SELECTION, *, at_most: int = MOST_MEETINGS
) -> pl.DataFrame:
    """
    Return the pairs of actors that share an initiative which is not a set.

    Parameters
    ----------
    frames
        The graph.
    selection
        Which participations count, and as whose.
    at_most
        Refuse when :func:`pair_count_bound` is above this, before memory is used.

    Returns
    -------
    pairs
        Columns ``actor_a, actor_b`` (IRIs, a before b), ``initiatives`` (what they share) and
        ``participations`` (of both, in these), each list sorted; rows sorted by the pair.

    Raises
    ------
    UsageError
        There are more than ``at_most`` meetings of two actors to go through.
    """
    links = _links(frames, selection)
    expected = int(_pair_counts(links)["pairs"].sum())
    if expected > at_most:
        raise UsageError(
            f"ties: {expected} meetings of two actors in an initiative are more than {at_most}; "
            "leave the ties out or select fewer participations"
        )
    return (
        _meetings(links)
        .group_by("actor_a", "actor_b")
        .agg(
            pl.col("initiative").sort().alias("initiatives"),
            pl.col("participations").list.explode().unique().sort(),
        )
        .sort("actor_a", "actor_b")
    )


def _links(frames: Frames, selection: Selection) -> pl.DataFrame:
    """Return one row for each actor in each initiative that is not a set, sorted."""
    sets = frames.initiatives.filter(pl.col("is_set"))
    return (
        selected_participations(frames, selection)
        .join(sets, on="initiative", how="anti")
        .group_by("actor", "initiative")
        .agg(pl.col("participation").unique().sort().alias("participations"))
        .sort("actor", "initiative")
    )


def _pair_counts(links: pl.DataFrame) -> pl.DataFrame:
    size = pl.len().cast(pl.Int64)
    return links.group_by("initiative").agg(pairs=size * (size - 1) // 2).sort("initiative")


def _meetings(links: pl.DataFrame) -> pl.DataFrame:
    """Return a row for each two actors in each initiative; ``links`` is sorted by actor."""
    numbered = links.select("initiative", pl.int_range(pl.len(), dtype=pl.UInt32).alias("row"))
    met = numbered.join(numbered, on="initiative", suffix="_b").filter(pl.col("row") < pl.col("row_b"))
    first, second = links[met["row"]], links[met["row_b"]]
    return pl.DataFrame(
        {
            "actor_a": first["actor"],
            "actor_b": second["actor"],
            "initiative": met["initiative"],
            "participations": first["participations"].list.concat(second["participations"]),
        }
    )


def _collectives(frames: Frames) -> pl.DataFrame:
    return frames.actors.filter(pl.col("kind") == "collective").select("actor")


def standing_as(actors: pl.DataFrame, selection: Selection) -> dict[str, str]:
    """Return, for the actors that count as another one, which."""
    if selection.units == "recorded" and selection.owners == "apart":
        return {}
    above = ["part_of", "owner"] if selection.owners == "merged" else ["part_of"]
    collectives = set(actors.filter(pl.col("kind") == "collective")["actor"])
    parents: dict[str, list[str]] = {}
    for actor, *lists in actors.select("actor", *above).iter_rows():
        for parent in (parent for several in lists for parent in several or ()):
            if parent not in collectives:
                parents.setdefault(actor, []).append(parent)
    tops = {actor: _tops(actor, parents) for actor in parents}
    return {actor: next(iter(ends)) for actor, ends in tops.items() if len(ends) == 1}


def _tops(actor: str, parents: Mapping[str, list[str]]) -> set[str]:
    """Return where the chains upwards from an actor end; none if they only go in a circle."""
    ends: set[str] = set()
    seen = {actor}
    waiting = [actor]
    while waiting:
        here = waiting.pop()
        above = parents.get(here)
        if not above:
            ends.add(here)
            continue
        new = set(above) - seen
        seen |= new
        waiting.extend(new)
    return ends
