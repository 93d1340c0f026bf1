from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from samverkansgraf.pictures import network_page, picture_network

PARTICIPATIONS = 4500


@pytest.fixture(scope="module")
def large():
    import importlib.util

    path = Path(__file__).parent.parent / "pictures" / "large.py"
    spec = importlib.util.spec_from_file_location("pictures_large", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.large(1800, PARTICIPATIONS)


@pytest.fixture(scope="module")
def html(large):
    return network_page(picture_network(large), large, title="Stor stad", language="sv", layout="district")


@pytest.fixture
def opened(open_page, html):
    return open_page(html, width=1366)


def _press(page, *keys):
    page.focus("#picture")
    for key in keys:
        page.keyboard.press(key)
    return page.evaluate(
        "document.getElementById(document.activeElement.ariaActiveDescendantElement.id).ariaLabel"
    )


def _violations(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def test_it_opens_on_groups_and_says_so(opened):
    page = opened.page
    assert "i 20 grupper" in page.locator(".notice").first.text_content()
    assert "Grupperna är platser." in page.locator(".notice").first.text_content()
    assert page.locator("#actors tbody tr").count() == 0  # nobody has looked at the tables yet
    assert opened.messages == []


def test_groups_are_walked_opened_and_left_by_keyboard(opened):
    page = opened.page
    first = _press(page, "ArrowRight")
    assert first.startswith("Grupp: Stadsdel ")
    assert first.endswith(" initiativ")
    assert _press(page, "ArrowLeft", "ArrowRight") == first
    assert _press(page, "Enter").startswith("Gruppen Stadsdel ")
    assert page.evaluate("location.hash").startswith("#open=d")
    assert "aktör" in _press(page, "ArrowRight") or "initiativ" in _press(page, "ArrowRight")
    assert _press(page, "Escape") == "Inget är valt."
    assert _press(page, "Escape") == first
    assert page.evaluate("location.hash").startswith("#group=d")


def test_a_group_opens_where_it_is_pointed_at(opened):
    page = opened.page
    groups = json.loads(page.text_content("#network-data"))["groups"]
    left, top, right, bottom = json.loads(page.text_content("#network-data"))["bounds"]
    box = page.locator("#picture canvas").bounding_box()
    wide, high = (size - 2 * min(16, size * 0.05) for size in (box["width"], box["height"]))
    scale = min(wide / (right - left), high / (bottom - top), 1.5)
    page.mouse.click(
        box["x"] + box["width"] / 2 + (groups[0]["x"] - (left + right) / 2) * scale,
        box["y"] + box["height"] / 2 + (groups[0]["y"] - (top + bottom) / 2) * scale,
    )
    assert page.locator("#chosen h3").text_content() == groups[0]["name"]
    assert page.get_by_role("button", name="Tillbaka till grupperna").first.is_visible()


def test_search_finds_a_node_in_its_group_with_its_evidence(opened):
    page = opened.page
    page.fill("#search", "kvarteret 77")
    page.keyboard.press("Enter")
    assert page.locator("#chosen h3").text_content() == "Samverkan i kvarteret 77"
    page.locator("#chosen button", has_text="Visa belägg").first.click()
    assert page.locator("#chosen q").first.text_content().startswith("tillsammans med förening")
    address = page.url
    assert "#link=actor/a" in address
    other = page.context.new_page()
    other.goto(address)
    assert other.locator("#chosen h3").text_content() == page.locator("#chosen h3").text_content()


def test_a_way_leads_through_several_groups(opened):
    page = opened.page
    page.evaluate("document.querySelector('.path').open = true")
    for field, words in (("#path-from", "Föreningen nummer 5"), ("#path-to", "Föreningen nummer 900")):
        page.fill(field, words)
        page.keyboard.press("Enter")
    page.click("#path-show")
    assert page.locator("#chosen h3").text_content().startswith("Kortaste vägen: ")
    steps = page.locator("#chosen ol > li > button:first-child").all_text_contents()
    assert (steps[0], steps[-1]) == ("Föreningen nummer 5", "Föreningen nummer 900")


def test_tables_come_by_the_hundred_are_sorted_and_saved_whole(opened):
    page = opened.page
    page.locator("#participations").scroll_into_view_if_needed()
    rows = page.locator("#participations tbody tr")
    page.locator("#participations tbody tr").nth(99).wait_for()
    assert page.text_content("#participations-shown") == "Visar 100 av 4500 rader. CSV-filen får alla."
    page.click("#participations-more")
    assert rows.count() == 200
    page.locator("#participations th button", has_text="Initiativ").click()
    assert rows.first.locator("td").nth(1).text_content() == "Samverkan i kvarteret 0"
    with page.expect_download() as download:
        page.click("button[data-csv=participations]")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(text.splitlines()))) == 1 + PARTICIPATIONS


def test_a_filter_changes_the_numbers_of_the_groups(opened):
    page = opened.page

    def numbers():
        return [int(word) for word in _press(page, "Home").replace(",", " ").split() if word.isdigit()][-2:]

    actors, initiatives = numbers()
    page.evaluate("document.querySelector('.filters').open = true")
    page.locator(".filters label", has_text="Police").locator("input").uncheck()
    fewer, same = numbers()
    assert same == initiatives
    assert fewer == pytest.approx(actors * 0.8, abs=2)  # every fifth is police


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(opened, scheme):
    page = opened.page
    page.emulate_media(color_scheme=scheme)
    assert _violations(page) == []
    _press(page, "ArrowRight", "Enter", "ArrowRight")
    page.locator("#participations").scroll_into_view_if_needed()
    page.locator("#participations tbody tr").nth(99).wait_for()
    assert _violations(page) == []


def test_without_a_script_the_overview_stands_still_and_the_way_to_all_content_is_named(open_page, html):
    page = open_page(html, script=False).page
    assert page.locator(".still svg").is_visible()
    assert "kommandot export" in page.locator("noscript").nth(1).text_content()


def test_the_same_input_gives_the_same_bytes(large, html):
    again = network_page(picture_network(large), large, title="Stor stad", language="sv", layout="district")
    assert again == html


def test_the_page_is_not_larger_than_its_content_needs(html):
    # 700 kB are vis-network and our own scripts; each fact stands there once.
    assert len(html.encode()) < 900_000 + 1800 * 500 + PARTICIPATIONS * 160
