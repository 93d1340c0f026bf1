"""Names so alike that they may be of one thing."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from samverkansgraf.tables.identity import slug

if TYPE_CHECKING:
    from collections.abc import Collection

    import polars as pl

#: How alike two names must be (Ratcliff–Obershelp, 0–1) to be asked about.
ALIKE: Final = 0.88
_LEGAL_FORMS: Final = re.compile(
    r"-(ab|aktiebolag|ek-for|ideell-forening|stiftelsen|hb|kb)(?=-|$)|^(ab|stiftelsen)-"
)
_BLOCK: Final = 4


def near_duplicates(
    things: pl.DataFrame, different: Collection[tuple[str, str]] = ()
) -> list[tuple[str, str, str, str]]:
    """
    Find pairs of things whose names are nearly the same.

    Names are compared by their slugs without legal forms; only names that begin with the same four
    letters, or are the same but for word order, are compared, so that thousands of names take
    seconds. Names that differ only in digits are different.

    Parameters
    ----------
    things
        Two columns: IRI and label.
    different
        Pairs of labels or ids that somebody decided are different things.

    Returns
    -------
    IRI and label of the one, IRI and label of the other; sorted.
    """
    key, label = things.columns[:2]
    names = sorted({(row[1], row[0]) for row in things.select(key, label).iter_rows() if row[1]})
    decided = {frozenset(pair) for pair in different}
    blocks: dict[str, list[tuple[str, str, str]]] = {}
    for text, iri in names:
        plain = _LEGAL_FORMS.sub("", slug(text))
        for block in {plain[:_BLOCK], "words:" + "-".join(sorted(plain.split("-")))}:
            blocks.setdefault(block, []).append((plain, text, iri))
    pairs = set()
    for block, members in blocks.items():
        for position, (plain, text, iri) in enumerate(members):
            for other_plain, other_text, other_iri in members[position + 1 :]:
                if iri == other_iri or _decided(decided, (iri, text), (other_iri, other_text)):
                    continue
                if block.startswith("words:") or _alike(plain, other_plain):
                    pairs.add((iri, text, other_iri, other_text))
    return sorted(pairs)


def _decided(decided: set[frozenset[str]], one: tuple[str, str], other: tuple[str, str]) -> bool:
    names = ({one[1], one[0], one[0].rsplit("/", 1)[-1]}, {other[1], other[0], other[0].rsplit("/", 1)[-1]})
    return any(frozenset((a, b)) in decided for a in names[0] for b in names[1])


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    if 2 * shorter < ALIKE * (shorter + longer):  # no ratio can be greater than their lengths allow
        return False
    if re.sub(r"\d+", "", one) == re.sub(r"\d+", "", other) and one != other:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
