"""Names so alike that they may be of one thing."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from samverkansgraf.tables.identity import slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

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
        near = _all_pairs if block.startswith("words:") else _alike
        for one, other in near([plain for plain, _, _ in members]):
            (_, text, iri), (_, other_text, other_iri) = members[one], members[other]
            if iri != other_iri and not _decided(decided, (iri, text), (other_iri, other_text)):
                pairs.add((iri, text, other_iri, other_text))
    return sorted(pairs)


def _decided(decided: set[frozenset[str]], one: tuple[str, str], other: tuple[str, str]) -> bool:
    names = ({one[1], one[0], one[0].rsplit("/", 1)[-1]}, {other[1], other[0], other[0].rsplit("/", 1)[-1]})
    return any(frozenset((a, b)) in decided for a in names[0] for b in names[1])


def _all_pairs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    return combinations(range(len(names)), 2)


def _alike(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of two names that are alike, the first before the second."""
    letters = {letter: number for number, letter in enumerate(sorted(set("".join(names))))}
    counts = np.zeros((len(names), len(letters)), dtype=np.int32)
    for row, name in enumerate(names):
        for letter, number in Counter(name).items():
            counts[row, letters[letter]] = number
    lengths = counts.sum(axis=1)
    without_digits = [re.sub(r"\d+", "", name) for name in names]
    for second in range(1, len(names)):
        # No ratio is greater than the letters that two names have in common allow.
        shared = np.minimum(counts[:second], counts[second]).sum(axis=1)
        most = 2 * shared / np.maximum(lengths[:second] + lengths[second], 1)
        matcher = SequenceMatcher(None, "", names[second], autojunk=False)
        for first in np.flatnonzero(most >= ALIKE).tolist():
            if without_digits[first] == without_digits[second] and names[first] != names[second]:
                continue
            matcher.set_seq1(names[first])
            if matcher.ratio() >= ALIKE:
                yield first, second
