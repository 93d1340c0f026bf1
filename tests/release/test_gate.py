"""The gate finds what must not be published, however a file hides it."""

import base64
import io
import zipfile

import pytest

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
