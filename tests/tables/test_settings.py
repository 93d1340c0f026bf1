from __future__ import annotations

import tomllib

import pytest
from tests.tables.project_files import FILES, written

from samverkansgraf.errors import InputError
from samverkansgraf.graph import build, open_graph, write_store
from samverkansgraf.project import Contact
from samverkansgraf.tables.blank import settings_text
from samverkansgraf.tables.settings import read_settings


def with_contact(folder, text):
    return written(folder, samverkansgraf__toml=FILES["samverkansgraf.toml"] + f"[contact]\n{text}\n")


def test_where_replies_are_sent_is_read_as_written(tmp_path):
    folder = with_contact(
        tmp_path / "p", 'name = "Byarkivet"\nemail = " svar@byn.example "\npost = "Box 1\\n123 45 Byn"'
    )
    assert read_settings(folder).contact == Contact(
        name="Byarkivet", email="svar@byn.example", post="Box 1\n123 45 Byn"
    )


def test_nothing_said_is_nothing_known(tmp_path):
    assert read_settings(written(tmp_path / "p")).contact == Contact()
    assert read_settings(with_contact(tmp_path / "q", 'post = "Box 1"')).contact == Contact(post="Box 1")


def test_a_built_store_keeps_it(tmp_path):
    folder = with_contact(tmp_path / "p", 'email = "svar@byn.example"')
    write_store(build(folder), tmp_path / "store")
    assert open_graph(tmp_path / "store").settings.contact == Contact(email="svar@byn.example")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'email = "svar.byn.example"',
            "contact.email: 'svar.byn.example' is no e-mail address; write one @ and no",
        ),
        ('email = "a@b@c"', "contact.email: 'a@b@c' is no e-mail address"),
        ('email = "svar @byn.example"', "contact.email: 'svar @byn.example' is no e-mail address"),
        ('email = ""', "contact.email: must be a text; put it in quotation marks, or leave the line out"),
        ("post = 7", "contact.post: must be a text"),
        ('epost = "a@b"', "epost: is no setting; did you mean 'post'?"),
    ],
)
def test_a_wrong_address_is_said_with_its_place(tmp_path, text, said):
    with pytest.raises(InputError) as caught:
        read_settings(with_contact(tmp_path / "p", text))
    assert said in str(caught.value)
    assert "samverkansgraf.toml" in str(caught.value)


def test_contact_that_is_no_section_is_said(tmp_path):
    text = FILES["samverkansgraf.toml"] + 'contact = "svar@byn.example"\n'
    with pytest.raises(InputError, match="contact: must be a section"):
        read_settings(written(tmp_path / "p", samverkansgraf__toml=text))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_blank_project_shows_what_may_be_filled_in_and_says_nothing_yet(language):
    text = settings_text(name="Byn", base="https://example.org/byn/", language=language)
    assert tomllib.loads(text)["contact"] == {}
    lines = [
        line.removeprefix("# ") if line.startswith(("# name", "# email", "# post")) else line
        for line in text.splitlines()
    ]
    assert set(tomllib.loads("\n".join(lines))["contact"]) == {"name", "email", "post"}
