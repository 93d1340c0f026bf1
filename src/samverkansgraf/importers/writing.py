"""What importers share: an id for each label, and a table as the bytes of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.tables.blank import table_text
from samverkansgraf.tables.identity import key, slug
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from samverkansgraf.project import Language


def label_ids(labels: Iterable[str], *, taken: Container[str] = ()) -> dict[str, str]:
    """Return an id for each label: its slug; with a key where that is shared, taken or empty."""
    known = sorted(set(labels))
    slugs = [slug(label) for label in known]
    return {
        label: short
        if short and slugs.count(short) == 1 and short not in taken
        else f"{short or 'x'}-{key([label])}"
        for label, short in zip(known, slugs, strict=True)
    }


def csv_bytes(name: str, rows: Sequence[Mapping[str, str | None]]) -> bytes:
    """Return a table as a CSV file that Excel reads as UTF-8, without the columns that are empty throughout."""
    columns = [column for column in rows[0] if any(row[column] for row in rows)]
    return table_text(name, rows, columns).encode("utf-8-sig")


def not_stated(language: Language) -> str:
    """Return the sector of an actor of which the file states none."""
    return catalogue("importers", language)["not_stated"]
