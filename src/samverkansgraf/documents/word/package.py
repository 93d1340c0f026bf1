"""The ZIP that a Word document is, written so that the same content has the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The first day that a ZIP can bear.
_DAY: Final = (1980, 1, 1, 0, 0, 0)


def same_bytes(package: bytes) -> bytes:
    """Return a ZIP with the same members in the same order, none of which bears the time it was written."""
    stream = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(stream, "w", ZIP_DEFLATED) as kept:
        for member in given.infolist():
            info = ZipInfo(member.filename, date_time=_DAY)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = member.external_attr
            kept.writestr(info, given.read(member))
    return stream.getvalue()
