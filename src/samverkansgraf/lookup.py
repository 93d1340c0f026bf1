"""Find what a person means by a name: an actor, an initiative, a district, a theme, a sector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.vocabulary import SG_NS

if TYPE_CHECKING:
    from samverkansgraf.frames import Frames

#: Kind -> (frame, columns with names: one name a cell, or a list of them).
_FRAMES: Final = {
    "actor": ("actors", ("label",), ("aliases",)),
    "initiative": ("initiatives", ("label",), ("aliases",)),
    "district": ("places", ("label",), ("aliases",)),
    "theme": ("themes", ("label", "label_en"), ()),
    "agreement": ("agreements", ("label",), ()),
    "source": ("sources", ("title",), ()),
    "claim": ("claims", (), ()),
}


def found_thing(frames: Frames, name: str, *kinds: str) -> str:
    """
    Return the IRI of the thing a name means.

    Parameters
    ----------
    frames
        The graph.
    name
        An IRI, an id, a label or an alias; capital letters do not matter where that leaves one meaning.
    kinds
        What it may be: actor, initiative, district, theme, agreement, source, claim.

    Raises
    ------
    UsageError
        Nothing, or more than one thing, has that name.
    """
    tiers: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for kind in kinds:
        for iri, names in _names(frames, kind):
            for tier, known in zip(tiers, ([iri, iri.rsplit("/", 1)[-1]], *names), strict=True):
                for one in known:
                    tier.setdefault(one, set()).add(iri)
    for tier in (*tiers, *({**_folded(tier)} for tier in tiers)):
        meanings = tier.get(name) or tier.get(name.casefold())
        if meanings is None:
            continue
        if len(meanings) == 1:
            return next(iter(meanings))
        raise UsageError(
            f"{name!r} is the name of {len(meanings)} things; give the id: {', '.join(sorted(meanings))}"
        )
    known = [one for tier in tiers for one in tier if "://" not in one]
    what = " or ".join(kinds)
    raise UsageError(
        f"no {what} is called {name!r}" + (f"; {remedy}" if (remedy := did_you_mean(name, known)) else "")
    )


def _folded(tier: dict[str, set[str]]) -> dict[str, set[str]]:
    folded: dict[str, set[str]] = {}
    for name, meanings in tier.items():
        folded.setdefault(name.casefold(), set()).update(meanings)
    return folded


def _names(frames: Frames, kind: str) -> list[tuple[str, tuple[list[str], list[str]]]]:
    table, labels, lists = _FRAMES[kind]
    frame: pl.DataFrame = getattr(frames, table)
    key = frame.columns[0]
    return [
        (
            row[key],
            (
                [row[column] for column in labels if row[column]],
                [name for column in lists for name in row[column] or ()],
            ),
        )
        for row in frame.select(key, *labels, *lists).iter_rows(named=True)
    ]


def found_concept(frames: Frames, name: str, scheme: str) -> str:
    """
    Return the IRI of a concept by its bare name or its label in either language.

    Raises
    ------
    UsageError
        The scheme has no such concept.
    """
    concepts = frames.concepts.filter(pl.col("scheme") == scheme)
    known: dict[str, str] = {}
    for concept, sv, en in concepts.select("concept", "label_sv", "label_en").iter_rows():
        bare = concept.removeprefix(SG_NS) if concept.startswith(SG_NS) else concept.rsplit("/", 1)[-1]
        for one in (concept, bare, sv, en):
            if one:
                known.setdefault(one.casefold(), concept)
    if name.casefold() in known:
        return known[name.casefold()]
    remedy = did_you_mean(name, known) or f"known are {', '.join(sorted(n for n in known if '://' not in n))}"
    raise UsageError(f"{scheme} {name!r} is unknown; {remedy}")
