"""What sources say differently: values of one property, figures, and claims, each with its source."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.dates import is_edtf, possibly_overlap
from samverkansgraf.differing_claims import differing_claims
from samverkansgraf.properties import PROPERTIES, SINGLE_VALUED
from samverkansgraf.standing import standings_of_claims
from samverkansgraf.tables.cells import number_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkansgraf.frames import Frames

#: The columns of :func:`disagreements`.
COLUMNS: Final = (
    "matter", "about", "label", "property", "value", "source", "evidence", "quote", "where", "standing",
)  # fmt: skip
#: The period of a figure that its source does not date.
_NO_PERIOD: Final = "XXXX"
_ROW: Final = ("matter", "about", "property", "value", "source", "evidence", "quote", "where")
_SAID: Final = ("about", "property", "value", "source", "evidence", "quote", "where")


def disagreements(frames: Frames) -> pl.DataFrame:
    """
    Return what different sources say differently.

    Counted are statements (``frames.statements``), what each source's own rows say of a thing
    (``frames.values``), figures of one place, indicator and period (``frames.indicators``), and claims
    that differ from or dispute one another (:mod:`samverkansgraf.differing_claims`). Only properties of
    which a thing has one value can be disagreed on: names, texts and properties of several values (owners, themes, parties …) are left out, as two of
    these hold side by side. Two dates agree where they may be the same day ("2018" and "2018-09");
    two values of one and the same source are no disagreement between sources, and a value without a
    source is nobody's. Claims are here because the project or one of them says so, whatever their
    sources: whether both can hold is not said. Nothing is averaged and no source goes before another:
    where two disagree, all values that any source gives stand there.

    Returns
    -------
    disagreements
        A row for each value and piece of evidence, sorted: ``matter`` (one text for all rows of what is
        said differently), ``about``, ``label`` (of the thing), ``property`` (the predicate's IRI, or
        indicator and period), ``value`` (of claims: the claim's IRI), ``source``, ``evidence``, ``quote``,
        ``where``, and ``standing``, which is null unless the thing is an initiative. Claims about several
        things stand once with each. No rows: none is known.
    """
    said = _said(frames)
    several = said.group_by("about", "property").agg(pl.col("value").n_unique()).filter(pl.col("value") > 1)
    said = said.join(several.select("about", "property"), on=["about", "property"], how="semi")
    contested = [
        (about, which)
        for (about, which), rows in said.group_by("about", "property")
        if _disagree(str(which), rows.select("value", "source").iter_rows())
    ]
    keys = pl.DataFrame(contested, schema={"about": pl.String, "property": pl.String}, orient="row")
    values = said.join(keys, on=["about", "property"], how="semi").with_columns(
        matter=pl.concat_str("property", pl.lit(" "), "about")
    )
    standings = pl.concat([frames.standings, standings_of_claims(frames)]).unique()
    standings = standings.select("evidence", "standing", about="initiative")
    return (
        pl.concat([values.select(_ROW), _claims(frames).select(_ROW)])
        .join(_labels(frames), on="about", how="left")
        .join(standings, on=["about", "evidence"], how="left")
        .select(COLUMNS)
        .sort(COLUMNS, nulls_last=True)
    )


def _said(frames: Frames) -> pl.DataFrame:
    """Return every value of a single-valued property with each piece of evidence from its source."""
    proof = frames.evidence.select("evidence", "source", "quote", "where", proves="about")
    stated = (
        frames.statements.select("about", "property", "value", proves="statement")
        .join(proof, on="proves")
        .select(_SAID)
    )
    by_rows = (
        frames.values.join(stated, on=["about", "property", "value", "source"], how="anti")
        .join(proof, left_on=["about", "source"], right_on=["proves", "source"], how="left")
        .select(_SAID)
    )
    single = pl.concat([stated, by_rows]).filter(pl.col("property").is_in(SINGLE_VALUED))
    return pl.concat([single, _figures(frames)]).drop_nulls(["value", "source"]).unique()


def _claims(frames: Frames) -> pl.DataFrame:
    """Return the claims that say different things, with each piece of evidence they have."""
    proof = frames.evidence.select("evidence", "source", "quote", "where", claim="about")
    groups = differing_claims(frames).explode("about").join(proof, on="claim", how="left")
    return groups.rename({"claim": "value"})


def _figures(frames: Frames) -> pl.DataFrame:
    """Return the figures of places: an indicator of one period has one value."""
    period = (
        pl.when(pl.col("period") == _NO_PERIOD)
        .then(pl.lit(""))
        .otherwise(pl.concat_str(pl.lit(", "), "period"))
    )
    unit = pl.when(pl.col("unit").is_null()).then(pl.lit("")).otherwise(pl.concat_str(pl.lit(" "), "unit"))
    number = pl.col("value").map_elements(number_text, return_dtype=pl.String)
    nothing = pl.lit(None, dtype=pl.String)
    return frames.indicators.select(
        pl.col("place").alias("about"),
        pl.concat_str("indicator", period.fill_null("")).alias("property"),
        pl.concat_str(number, unit).alias("value"),
        "source",
        nothing.alias("evidence"),
        nothing.alias("quote"),
        nothing.alias("where"),
    ).select(_SAID)


def _disagree(which: str, said: Iterable[tuple[str, str]]) -> bool:
    """Tell whether two different sources give values that cannot both hold."""
    sources: dict[str, set[str]] = {}
    for value, source in said:
        sources.setdefault(value, set()).add(source)
    return any(
        len(sources[one] | sources[other]) > 1 and not _compatible(which, one, other)
        for one, other in combinations(sorted(sources), 2)
    )


def _compatible(which: str, one: str, other: str) -> bool:
    """Tell whether two values of a property may both hold: dates that may be the same day."""
    known = PROPERTIES.get(which)
    dates = known is not None and known.sort == "date" and is_edtf(one) and is_edtf(other)
    return dates and possibly_overlap(one, other)


def _labels(frames: Frames) -> pl.DataFrame:
    named = (
        (frames.actors, "label"), (frames.initiatives, "label"), (frames.places, "label"), (frames.agreements, "label"),
        (frames.themes, "label"), (frames.sources, "title"), (frames.claims, "text"),
    )  # fmt: skip
    return pl.concat(
        [
            frame.select(pl.col(frame.columns[0]).alias("about"), pl.col(name).alias("label"))
            for frame, name in named
        ]
    ).unique("about", keep="first", maintain_order=True)
