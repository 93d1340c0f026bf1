from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from samverkansgraf.errors import NotTwoModeError
from samverkansgraf.frames import Frames
from samverkansgraf.pictures import network_svg, picture_network, positions

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "rect", "line", "polygon", "text"}


def _parsed(svg):
    return ET.fromstring(svg)  # noqa: S314 -- our own text


@pytest.fixture(scope="module")
def hostile():
    spec = importlib.util.spec_from_file_location("picture_hostile", Path(__file__).with_name("hostile.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_xml_with_title_and_description_for_who_does_not_see_it(frames, network):
    root = _parsed(network_svg(network, frames, language="sv", title="Vem deltar i vad"))
    assert [child.tag for child in root[:2]] == [SVG + "title", SVG + "desc"]
    assert root[0].text == "Vem deltar i vad"
    assert "8 initiativ" in root[1].text
    assert "30 länkar" in root[1].text
    assert root.get("role") == "img"


def test_every_node_and_link_is_drawn_and_named(frames, network):
    root = _parsed(network_svg(network, frames, language="sv"))
    written = [element.text for element in root.iter(SVG + "text")]
    lines = [line for line in root.iter(SVG + "line") if line.get("x1") != line.get("x2")]
    assert len(lines) >= network.number_of_edges()
    assert "Polisen" in written
    assert "målgrupp" in written
    assert "civilsamhället" in written


def test_planned_and_partial_links_are_dashed_and_stated_ones_are_not(frames, network):
    by_ends = {}
    places = positions(network)
    for line in _parsed(network_svg(network, frames, language="sv")).iter(SVG + "line"):
        ends = tuple(float(line.get(key)) for key in ("x1", "y1", "x2", "y2"))
        by_ends[ends] = line.get("stroke-dasharray")
    for a, b, certainty in network.edges(data="certainty"):
        actor, initiative = (a, b) if network.nodes[a]["kind"] == "actor" else (b, a)
        dashes = by_ends[(*places[actor], *places[initiative])]
        assert (dashes is None) == certainty.endswith("#Stated")


def test_the_legend_explains_only_what_is_drawn(frames, network):
    only_police = network.subgraph([n for n, d in network.nodes(data=True) if d["label"] == "Polisen"])
    assert "universitet" in network_svg(network, frames, language="sv")
    assert "universitet" not in network_svg(nx.Graph(only_police), frames, language="sv")


def test_the_same_input_gives_the_same_bytes(frames, network):
    assert network_svg(network, frames, language="en") == network_svg(network.copy(), frames, language="en")


def test_it_asks_for_nothing_outside_itself(frames, network):
    svg = network_svg(network, frames, language="sv")
    assert re.findall(r"https?://[^\"'\s]*", svg) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<(script|style|image|use|a|foreignObject)\b|\bstyle=|\bon\w+=|href", svg)


def test_hostile_words_are_only_words(hostile):
    frames = hostile.hostile()
    root = _parsed(network_svg(picture_network(frames), frames, language="sv", title=hostile.PAYLOADS[7]))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
    assert root[0].text == hostile.PAYLOADS[7]
    assert not [key for element in root.iter() for key in element.attrib if key.startswith("on")]


def test_an_empty_network_is_an_empty_picture():
    assert _parsed(network_svg(nx.Graph(), Frames.of(), language="en")).tag == SVG + "svg"


def test_a_network_of_one_mode_is_refused(frames):
    network = nx.Graph([("a", "b")])
    nx.set_node_attributes(network, "actor", "kind")
    with pytest.raises(NotTwoModeError):
        network_svg(network, frames, language="sv")


def test_on_too_many_lines_roles_are_not_written_and_the_legend_does_not_say_they_are(frames):
    network = nx.Graph()
    for number in range(61):
        network.add_node(f"a{number}", kind="actor", label=f"A{number}")
        network.add_node("i", kind="initiative", label="I")
        network.add_edge(f"a{number}", "i", roles=("https://w3id.org/samverkansgraf/ns#Member",))
    dense = network_svg(network, frames, language="sv")
    network.remove_node("a60")
    sparse = network_svg(network, frames, language="sv")
    assert (dense.count(">medlem<"), sparse.count(">medlem<")) == (0, 60)
    assert "rollen står också på strecket" not in dense
    assert "rollen står också på strecket" in sparse
