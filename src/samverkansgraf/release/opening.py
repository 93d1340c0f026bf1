r"""
The texts in a file as a reader could get at them.

Archives (XLSX, DOCX, ODS, ZIP) are opened, addresses that hold data are decoded, escapes (``\u00e5``,
``&aring;``, ``%C3%A5``) undone; of pictures the texts beside them are taken, of PDF files those of the pages too. What this
package itself puts into its pages is no part of them.
"""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import unicodedata
import zipfile
import zlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from samverkansgraf.pictures.offline import template_text, vis_network

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_OPENED: Final = 1 << 30
_DEEPEST: Final = 4
_DATA: Final = re.compile(r"data:[\w/+.-]*(?:;[\w=.-]+)*;base64,([A-Za-z0-9+/=\s]+)")
_ESCAPE: Final = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_TAG: Final = re.compile(r"<[^<>\n]*>")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
#: A text that is no ASCII, as a PDF holds it beside its pages.
_UTF_16: Final = re.compile(r"<(FEFF(?:[0-9A-F]{4})*)>", re.IGNORECASE)
#: Where a line of a PDF may divide a word: at a hyphen that is the word's own or not. A font may have one sign for both.
_DIVIDED: Final = re.compile("[-\u00ad\u2010]\\s*")
_PRINTABLE: Final = re.compile(r"[^\x00-\x1f\x7f-\x9f]{5,}")
_PNG: Final = b"\x89PNG"
_PNG_TEXTS: Final = (b"tEXt", b"iTXt", b"eXIf")
_PICTURES: Final = (_PNG, b"\xff\xd8\xff", b"GIF8", b"wOFF", b"wOF2", b"\x00\x01\x00\x00", b"OTTO")


class NotOpenedError(Exception):
    """A file cannot be looked through: it is damaged, opens to too much, or what reads it is not installed."""

    def __init__(self, name: str, remedy: str = "divide it") -> None:
        super().__init__(name)
        self.remedy = remedy


def texts_in(name: str, data: bytes, *, depth: int = 0) -> Iterator[tuple[str, str]]:
    """
    Return the texts of a file, each with its place.

    Parameters
    ----------
    name
        Of the file, which is a text in it too.
    data
        Its bytes.
    depth
        In how many others it is.

    Raises
    ------
    NotOpenedError
        An archive opens to more than a gigabyte, is damaged, or is one in another in another in another; or a PDF is
        damaged, or what reads it is not installed.
    """
    if depth > _DEEPEST:
        raise NotOpenedError(name)
    yield name, name.rsplit("/", 1)[-1]
    if data.startswith(b"PK\x03\x04"):
        yield from _archive(name, data, depth)
    elif data.startswith(b"%PDF"):
        yield from _pdf(name, data)
    elif data.startswith(_PICTURES):
        yield name, _beside_picture(data)
    else:
        yield from _text(name, _decoded(data), depth)


def _archive(name: str, data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_OPENED:
                raise NotOpenedError(name)
            yield name, archive.comment.decode("utf-8", errors="replace")
            for entry in archive.infolist():
                yield from texts_in(f"{name}/{entry.filename}", archive.read(entry), depth=depth + 1)
    except (zipfile.BadZipFile, RuntimeError):
        raise NotOpenedError(name) from None


def _pdf(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Return what a PDF says on its pages and beside them: titles, descriptions, addresses, packed or not."""
    yield from _text(name, _beside_pages(_STREAM.sub(b"", data).decode("latin-1")), _DEEPEST)
    for packed in _STREAM.findall(data):
        try:
            opened = zlib.decompressobj().decompress(packed, _MOST_OPENED)
        except zlib.error:
            continue
        yield name, _beside_pages("\n".join(_PRINTABLE.findall(_decoded(opened))))
    for page in _pages(name, data):
        yield name, readable(page)
        yield name, readable(_DIVIDED.sub("-", page))
        yield name, readable(_DIVIDED.sub("", page))


def _pages(name: str, data: bytes) -> Iterator[str]:
    """Return the text of each page, whose letters stand in a file as numbers of signs of fonts."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ModuleNotFoundError as error:
        if error.name != "pypdf":
            raise
        raise NotOpenedError(name, 'install what reads PDF: pip install "samverkansgraf[pdf]"') from None
    try:
        for page in PdfReader(io.BytesIO(data)).pages:
            yield page.extract_text()
    except PyPdfError:
        raise NotOpenedError(name) from None


def _beside_pages(text: str) -> str:
    """Return texts with those read that stand as numbers."""
    return _UTF_16.sub(lambda found: bytes.fromhex(found[1]).decode("utf-16", errors="replace"), text)


def _beside_picture(data: bytes) -> str:
    """Return the texts beside a picture: comments, authors, descriptions; a font has none."""
    if data.startswith(b"\xff\xd8"):
        return "\n".join(_PRINTABLE.findall(data[:65536].decode("latin-1")))
    found, place = [], 8
    while data.startswith(_PNG) and place + 8 <= len(data):
        length, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if kind in _PNG_TEXTS:
            found.append(
                data[place + 8 : place + 8 + length].decode("utf-8", errors="replace").replace("\0", " ")
            )
        place += length + 12
    return "\n".join(found)


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="replace")


def _text(name: str, text: str, depth: int) -> Iterator[tuple[str, str]]:
    for own in _own_texts():
        text = text.replace(own, "")
    packed = _DATA.findall(text)
    text = _DATA.sub("", text)
    yield name, readable(text)
    if "<" in text:  # markup may divide a name: within a word in DOCX, between words in SVG
        yield name, readable(_TAG.sub("", text))
        yield name, readable(_TAG.sub(" ", text))
    for one in packed:
        try:
            data = base64.b64decode(re.sub(r"\s", "", one) + "==")
        except (binascii.Error, ValueError):
            continue
        yield from texts_in(name, data, depth=depth + 1)


def readable(text: str) -> str:
    r"""
    Return a text with its escapes undone, composed, and without signs that nobody sees.

    Examples
    --------
    >>> readable(r"K\u00e4llqvist, K&auml;llqvist, K%C3%A4llqvist")
    'Källqvist, Källqvist, Källqvist'
    """
    if "\\u" in text:
        text = _ESCAPE.sub(_unescaped, text)
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = unquote(text, errors="replace")
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def _unescaped(match: re.Match[str]) -> str:
    units = b"".join(int(unit, 16).to_bytes(2, "little") for unit in match[0].split("\\u")[1:])
    return units.decode("utf-16-le", errors="replace")


@cache
def _own_texts() -> tuple[str, ...]:
    """Return the scripts and styles that stand in our pages, the longest first."""
    folder = resources.files("samverkansgraf.pictures").joinpath("templates")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith((".js", ".css")))
    return tuple(sorted([vis_network(), *map(template_text, names)], key=len, reverse=True))
