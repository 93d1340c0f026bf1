"""The gate finds what must not be published, however a file hides it."""

import base64
import io
import sys
import zipfile
from datetime import date

import pytest

from samverkansgraf.documents.blocks import (
    Address,
    Block,
    Document,
    Figure,
    Paragraph,
    Part,
    Section,
    Table,
    cell,
)
from samverkansgraf.documents.pdf import pdf
from samverkansgraf.mentions import Mentions
from samverkansgraf.project import Contact
from samverkansgraf.release import Gate, NotReleasedError
from samverkansgraf.written_names import Named

GATE = Gate(Mentions([Named(("Åsa Källqvist",), "vd", "vd")]), Contact(email="karta@example.org"))


def _zip(text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"K\\u00e4llqvist", b"K&auml;llqvist", b"https://example.org/k%C3%A4llqvist", b"claim/kallqvist-1",
        "<w:t>Käll</w:t><w:t>qvist</w:t>".encode(), "<t>Åsa</t><t>Källqvist</t>".encode(), _zip("Källqvist"),
        b"src='data:text/plain;base64," + base64.b64encode("Källqvist".encode()) + b"'", b"eva@example.org",
    ],
)  # fmt: skip
def test_hidden_data_are_found(data: bytes) -> None:
    with pytest.raises(NotReleasedError, match=r"a\.bin"):
        GATE.pass_through({"a.bin": data})


def test_a_file_name_is_looked_at_too() -> None:
    assert GATE.left({"kallqvist.svg": b""}) or GATE.left({"Källqvist.svg": b""})


def test_the_contact_and_authors_that_we_cite_pass() -> None:
    gate = Gate(Mentions([Named(("Eva Freeman",), "vd", "vd")]), Contact(email="karta@example.org"))
    assert gate.left({"a.txt": b"karta@example.org; Freeman, L. C."}) == []


def _pdf(*blocks: Block) -> bytes:
    document = Document(language="sv", title="Titel", about=(), sections=(Section("a", "A", blocks),))
    return pdf(document, as_of=date(2026, 11, 29))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(("Enligt Åsa Källqvist",)),
        Paragraph(("ord " * 200 + "eva@example.org",)),
        Table("Bild", ("a" * 30, "b"), ((cell("Samverkan" * 2 + " med Åsa Källqvist" * 9), cell("c")),)),
        Figure('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "Bild", "Åsa Källqvist"),
        Figure(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20">Källqvist</text></svg>',
            "Bild",
            "x",
        ),
        Part("Källqvist", ()),
        Paragraph((Address("https://example.org/kallqvist"),)),
    ],
)
def test_names_are_found_on_the_pages_of_a_pdf_and_beside_them(block: Block) -> None:
    with pytest.raises(NotReleasedError, match=r"rapport\.pdf"):
        GATE.pass_through({"rapport.pdf": _pdf(block)})


def test_a_pdf_without_names_passes() -> None:
    assert GATE.left({"rapport.pdf": _pdf(Paragraph(("Enligt vd, karta@example.org",)))}) == []


def test_names_are_found_where_a_line_divides_them() -> None:
    pages = ["en Käll\u00ad\nqvist", "en Käll-\nqvist"]
    for page in pages:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("samverkansgraf.release.opening._pages", lambda *_, page=page: [page])
            assert GATE.left({"rapport.pdf": b"%PDF-1.7"})


def test_a_pdf_that_cannot_be_read_is_refused_with_the_remedy(monkeypatch) -> None:
    assert "what cannot be looked through" in str(GATE.left({"rapport.pdf": b"%PDF-1.7 trasig"})[0])
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (left,) = GATE.left({"rapport.pdf": _pdf(Paragraph(("Inget namn",)))})
    assert 'pip install "samverkansgraf[pdf]"' in str(left)
