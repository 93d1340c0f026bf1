"""IRIs of things: from ids, from labels, and from the cells of rows that have neither."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ID_PATTERN: Final = re.compile(r"[a-z0-9][a-z0-9._-]*")
_LETTERS: Final = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e"})
_SEPARATOR: Final = "\x1f"
_NO_CELL: Final = ""


def slug(label: str) -> str:
    """
    Return the id a label gives where no id is written; empty where it gives none.

    Examples
    --------
    >>> slug("Kultur-, idrotts- och fritidsförvaltningen")
    'kultur-idrotts-och-fritidsforvaltningen'
    """
    lower = unicodedata.normalize("NFC", label).lower().translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", lower).strip("-")


def key(cells: Sequence[str | Iterable[str] | None]) -> str:
    """
    Return the key of a row: 16 hex digits of SHA-256 over its resolved cells.

    Empty cells are empty texts, several values are sorted, cells are joined by U+001F.
    """
    texts = [
        _NO_CELL if cell is None else cell if isinstance(cell, str) else _SEPARATOR.join(sorted(cell))
        for cell in cells
    ]
    return hashlib.sha256(_SEPARATOR.join(texts).encode()).hexdigest()[:16]


def evidence_iri(
    base: str, source: str | None, where: str | None, quote: str | None, speaker: str | None
) -> str | None:
    """Return the IRI of the evidence these cells name, or ``None`` where all are empty."""
    cells = (source, where, quote, speaker)
    return f"{base}evidence/{key(cells)}" if any(cells) else None
