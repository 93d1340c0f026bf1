from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import networkx as nx
import pytest

from samverkansgraf.errors import NotTwoModeError
from samverkansgraf.frames import Frames
from samverkansgraf.network import two_mode
from samverkansgraf.pictures import network_page, positions


class Reader(HTMLParser):
    """Collect tags, and the text within each."""

    def __init__(self):
        super().__init__()
        self.tags, self.inline, self.within = [], [], None
        self.words = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.within = (tag, dict(attrs)) if tag in ("script", "style") else self.within

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.within = None

    def handle_data(self, data):
        if self.within:
            self.inline.append((*self.within, data))
        else:
            self.words.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.fixture(scope="module")
def page(frames, network):
    return network_page(network, frames, title="Vem deltar i vad", language="sv", as_of="2026-11-24")


@pytest.fixture(scope="module")
def data(page):
    return json.loads(
        next(text for tag, attrs, text in read(page).inline if attrs.get("type") == "application/json")
    )


def test_the_same_input_and_seed_give_the_same_bytes(frames, network, page):
    again = network_page(network.copy(), frames, title="Vem deltar i vad", language="sv", as_of="2026-11-24")
    assert again == page


def test_nothing_outside_the_file_is_asked_for(page):
    for tag, attrs in read(page).tags:
        assert "src" not in attrs, tag
        assert attrs.get("href", "#").startswith(("#", "data:,")), tag


def test_the_policy_allows_the_inline_texts_by_their_hashes_and_nothing_else(page):
    reader = read(page)
    policy = next(attrs["content"] for tag, attrs in reader.tags if attrs.get("http-equiv"))
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for tag, attrs, text in reader.inline
        if attrs.get("type") != "application/json"
    }
    assert policy.startswith("default-src 'none';")
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes
    assert "unsafe" not in policy


def test_pyvis_gives_nodes_and_options_with_physics_off(data, network):
    places = positions(network)
    assert data["options"]["physics"] == {"enabled": False}
    assert data["options"]["layout"] == {"improvedLayout": False}
    assert data["options"]["edges"]["smooth"] is False
    assert sorted((node["x"], node["y"]) for node in data["nodes"]) == sorted(places.values())
    assert len(data["edges"]) == network.number_of_edges()


def test_every_phrase_source_and_standing_is_there_without_a_script(frames, page):
    words = " ".join(" ".join(read(page).words).split())
    for quote in frames.evidence["quote"]:
        assert quote in words
    for said in (
        "skriven av en deltagare",
        "återger en deltagares ord",
        "känt bara genom Så jobbar Västerås för social hållbarhet",
        "stycke 8",
        "1 oktober 2021",
        "från våren 2021 (osäkert)",
        "i några av dem",
        "Flera organ, okänt hur många",
        "Per den 24 november 2026",
        "sektor inte angiven",
    ):
        assert said in words


def test_a_node_is_announced_with_sector_and_links(data):
    summaries = [about["summary"] for about in data["about"].values() if "summary" in about]
    assert "Bostads AB Mimer, allmännyttigt bostadsbolag, 5 länkar" in summaries
    assert "Programmet för social hållbarhet, initiativ, 1 länk" in summaries


def test_an_english_page_marks_swedish_words_as_swedish(frames, network):
    page = network_page(network, frames, title="Who takes part", language="en")
    assert '<html lang="en">' in page
    assert '<q lang="sv">Arbetet leds av Rädda barnen</q>' in page
    assert "not written by a participant" in page
    assert "1 October 2021" in page


def test_a_swedish_page_marks_no_language_twice(page):
    assert '<q lang="sv">' not in page


def test_the_network_that_is_measured_can_be_drawn_too(frames):
    measured = two_mode(frames)
    data = network_page(measured, frames, title="Nät", language="sv")
    assert "Delegationen mot segregation" not in " ".join(read(data).words)


def test_a_network_without_frames_behind_it_says_that_no_evidence_is_given():
    network = nx.Graph([("a", "i")])
    nx.set_node_attributes(
        network, {"a": {"kind": "actor", "label": "A"}, "i": {"kind": "initiative", "label": "I"}}
    )
    words = " ".join(read(network_page(network, Frames.of(), title="Litet", language="sv")).words)
    assert "Inget belägg är angivet." in words


def test_an_empty_network_says_so():
    words = " ".join(read(network_page(nx.Graph(), Frames.of(), title="Tomt", language="sv")).words)
    assert "Det finns inga deltaganden att visa." in words


def test_a_network_of_one_mode_is_refused():
    network = nx.Graph([("a", "b")])
    nx.set_node_attributes(network, "initiative", "kind")
    with pytest.raises(NotTwoModeError):
        network_page(network, Frames.of(), title="Fel", language="sv")
