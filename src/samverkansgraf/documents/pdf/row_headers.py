"""
The header of each row of a table, in the tags of a PDF.

Typst 0.15 tags the header row and ties each cell to its column's header, but its library has no word for the header of
a row. The first cell of a row is one here, as in every other format: its tag becomes ``TH`` with the scope ``Row``, and
the other cells, which named one header only, are found by the scopes of both.
"""

from __future__ import annotations

import re
from typing import Final

_CELL: Final = re.compile(
    rb"(?P<start> obj\n<</Type/StructElem/S/)TD(?P<parent>/P \d+ 0 R/A\[<</O/Table)(?P<headers>/Headers\[\(U\d+x(?P<column>\d+)y\d+\)\])"
)
_ROW: Final = b"/Scope/Row"


def with_row_headers(data: bytes) -> bytes:
    r"""
    Return a PDF of Typst's in which the first cell of each row is its header.

    Each change has the length of what it replaces, so that every address in the file stays right.

    Examples
    --------
    >>> cell = b"9 0 obj\n<</Type/StructElem/S/TD/P 8 0 R/A[<</O/Table/Headers[(U1x0y0)]>>]/K[7 0 R]>>"
    >>> with_row_headers(cell)
    b'9 0 obj\n<</Type/StructElem/S/TH/P 8 0 R/A[<</O/Table/Scope/Row        >>]/K[7 0 R]>>'
    """
    return _CELL.sub(_retagged, data)


def _retagged(cell: re.Match[bytes]) -> bytes:
    first = int(cell["column"]) == 0
    attribute = (_ROW if first else b"").ljust(len(cell["headers"]))
    return cell["start"] + (b"TH" if first else b"TD") + cell["parent"] + attribute
