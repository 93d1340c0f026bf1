"""What is folded on a page: tables so long that they would hide what comes after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.documents.blocks import Fold

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Table
    from samverkansgraf.documents.words import Words

#: Rows of a table that a reader passes by without losing the thread.
ROWS: Final = 25


def folded_if_long(table: Table, words: Words, *, rows: int = ROWS) -> Table | Fold:
    """Return a table as it is, or one to open where it has more than so many rows."""
    if len(table.rows) <= rows:
        return table
    return Fold(words.say("fold", caption=table.caption, n=words.whole(len(table.rows))), (table,))
