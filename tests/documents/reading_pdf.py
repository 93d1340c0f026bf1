"""What a tagged PDF says to those who do not see it: read from its tags and from what is marked as content."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITING = {b"Tj", b"TJ", b"'", b'"'}


def said(data: bytes) -> str:
    """Return the words of all pages, without those that are repeated on each: they are marked as artifacts."""
    writer = PdfWriter(clone_from=BytesIO(data))
    texts = []
    for page in writer.pages:
        content = ContentStream(page.get_contents(), writer, "bytes")
        kept, silent = [], []
        for operands, operator in content.operations:
            if operator in (b"BMC", b"BDC"):
                silent.append(operands[0] == "/Artifact")
            elif operator == b"EMC":
                silent.pop()
            if not (operator in WRITING and any(silent)):
                kept.append((operands, operator))
        assert not silent
        content.operations = kept
        page[NameObject("/Contents")] = content
        texts.append(page.extract_text())
    return "\n".join(texts)


def languages(data: bytes) -> list[str]:
    """Return the languages that elements or words on a page are marked with."""
    reader = PdfReader(BytesIO(data))
    on_pages = [
        operands[1].get("/Lang")
        for page in reader.pages
        for operands, operator in ContentStream(page.get_contents(), reader, "bytes").operations
        if operator == b"BDC" and isinstance(operands[1], DictionaryObject)
    ]
    of_elements = [element.get("/Lang") for element in elements(data)]
    return sorted(
        str(found.decode() if isinstance(found, bytes) else found)
        for found in on_pages + of_elements
        if found
    )


def letters(text: str) -> str:
    """Return a text without white space, and without hyphens, which may divide a word or be its own."""
    return re.sub("[-\u00ad\u200b\\s]+", "", text)


def elements(data: bytes) -> Iterator[DictionaryObject]:
    """Walk through the elements of the structure, in reading order."""
    yield from _within(PdfReader(BytesIO(data)).root_object["/StructTreeRoot"])


def named(data: bytes, *names: str) -> list[DictionaryObject]:
    """Return the elements of these kinds."""
    return [element for element in elements(data) if element["/S"] in names]


def kids(element: DictionaryObject) -> list[DictionaryObject]:
    """Return the elements directly in another."""
    return [kid for kid in _kids(element) if isinstance(kid, DictionaryObject) and "/S" in kid]


def attribute(element: DictionaryObject, name: str) -> Any:
    """Return an attribute of an element, whoever owns it; ``None`` where it has none."""
    given = element.get("/A", ArrayObject())
    for one in given if isinstance(given, ArrayObject) else [given]:
        if name in one.get_object():
            return one.get_object()[name]
    return None


def headings(data: bytes) -> list[tuple[str, str]]:
    """Return each heading with its level."""
    return [(one["/S"][1:].lower(), one["/T"]) for one in elements(data) if re.fullmatch(r"/H\d", one["/S"])]


def addresses(data: bytes) -> list[str]:
    """Return where the links lead out of the file."""
    found = []
    for page in PdfReader(BytesIO(data)).pages:
        for note in page.get("/Annots", ()):
            action = note.get_object().get("/A")
            if action is not None:
                assert action["/S"] == "/URI"
                found.append(action["/URI"])
    return found


def _within(element: DictionaryObject) -> Iterator[DictionaryObject]:
    for kid in kids(element):
        yield kid
        yield from _within(kid)


def _kids(element: DictionaryObject) -> list[Any]:
    given = element.get("/K", ArrayObject())
    return [one.get_object() for one in (given if isinstance(given, ArrayObject) else [given])]
