"""What the panel and the tables say where a thing has had several names, or sources disagree."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.pictures.city import ARTICLE, BASE, TRADE_PRESS

from samverkansgraf.frames import frame
from samverkansgraf.pictures import network_page
from samverkansgraf.vocabulary import iri, sg

MDU, REGION = BASE + "actor/mdu", BASE + "actor/region"


def _named(number, actor, name, start=None, end=None):
    return {
        "statement": f"urn:name{number}",
        "about": actor,
        "property": iri("skos:altLabel"),
        "value": name,
        "start": start,
        "end": end,
    }


@pytest.fixture
def contested(frames):
    """Return frames where two sources date one initiative differently, and an actor has changed its name."""
    initiative = frames.initiatives["initiative"][0]
    values = [
        {"about": initiative, "property": sg("start"), "value": value, "source": source}
        for value, source in (("2016", ARTICLE), ("2018-09", TRADE_PRESS))
    ]
    names = [
        _named(1, MDU, "Mälardalens högskola", end="2021-12-31"),
        _named(2, MDU, "Mälardalens universitet", start="2022-01-01"),
    ]
    return replace(frames, values=frame("values", values), statements=frame("statements", names))


def _about(frames, network, label, language="sv"):
    page = network_page(network, frames, title="x", language=language)
    data = json.loads(page.split('id="network-data">')[1].split("</script>")[0])
    key = next(node["id"] for node in data["nodes"] if node["figure"]["name"] == label)
    facts = [data["facts"][number] for number in data["about"][key]["facts"]]
    return page, {data["terms"][term]: values for term, values, _ in facts}


def test_values_of_different_sources_stand_side_by_side_and_none_alone(contested, network):
    label = contested.initiatives["label"][0]
    titles = dict(contested.sources.select("source", "title").iter_rows())
    page, facts = _about(contested, network, label)
    assert facts["Källorna säger olika (början)"] == [
        f"2016 enligt {titles[ARTICLE]} (1 oktober 2021)",
        f"september 2018 enligt {titles[TRADE_PRESS]} (maj 2021)",
    ]
    assert "Tid" not in facts
    assert f"september 2018 enligt {titles[TRADE_PRESS]}" in page.split('id="tables"')[1]


def test_the_page_says_so_in_english_too(contested, network):
    _, facts = _about(contested, network, contested.initiatives["label"][0], "en")
    assert any(
        value.startswith("2016 according to ") for value in facts["The sources say different things (start)"]
    )


def test_names_over_time_stand_with_their_dates_in_order(contested, network):
    _, facts = _about(contested, network, "Mälardalens universitet")
    assert facts["Namn genom tiden"] == [
        "Mälardalens högskola (till 31 december 2021)",
        "Mälardalens universitet (från 1 januari 2022)",
    ]
    assert facts["Kallas även"] == ["MDH"]


def test_what_nobody_disagrees_on_is_said_once(frames, network):
    page, facts = _about(frames, network, "Mälardalens universitet")
    assert "Källorna säger olika" not in page
    assert "Namn genom tiden" not in facts
