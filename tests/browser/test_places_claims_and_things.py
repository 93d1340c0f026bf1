"""The map, the claims, the cards and the multiples in a real browser: by keyboard, by axe, at 320 pixels, offline."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from samverkansgraf.city import open_city
from samverkansgraf.documents.html import html
from samverkansgraf.pictures.views import picture_of, view_named

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "tests/pictures"
DRAWN = {
    "map": ("tests/projects/lillkoping", {}),
    "claims": ("tests/projects/debate", {}),
    "cards": ("tests/projects/lillkoping", {}),
    "multiples": ("tests/projects/lillkoping", {"at": "2017", "beside_at": "2022"}),
}


@pytest.fixture(scope="module")
def pages():
    cities = {folder: open_city(ROOT / folder) for folder, _ in DRAWN.values()}
    return {
        (view, language): html(cities[folder].view(view, as_of=date(2026, 1, 1), language=language, **given))
        for view, (folder, given) in DRAWN.items()
        for language in ("sv", "en")
    }


def _violations(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize("view", DRAWN)
def test_a_view_opens_offline_and_silently_without_faults_of_access_and_no_wider_than_a_telephone(
    pages, open_page, view
):
    for language in ("sv", "en"):
        opened = open_page(pages[view, language])
        assert _violations(opened.page) == []
        assert opened.messages == []
        assert opened.outside == []
    narrow = open_page(pages[view, "sv"], width=320, height=640).page
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320
    assert _violations(narrow) == []
    wide, shown = narrow.evaluate(
        "(() => { const one = document.querySelector('.drawing'); return [one.scrollWidth, one.clientWidth] })()"
    )
    assert wide > shown  # what is wider scrolls within its own frame


@pytest.mark.parametrize("view", DRAWN)
def test_tab_reaches_each_mark_of_the_picture_and_enter_leads_to_its_row(pages, open_page, view):
    page = open_page(pages[view, "sv"], script=True).page
    page.focus(".drawing")
    marks = page.eval_on_selector_all(
        ".drawing >> nth=0 >> a", "all => all.map(one => one.getAttribute('href'))"
    )
    assert marks
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == marks[0]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == marks[0]
    target = page.locator(f"[id='{marks[0][1:]}']")
    assert target.is_visible()
    box = target.bounding_box()
    assert -1 <= box["y"] < 900


@pytest.mark.parametrize("view", DRAWN)
def test_letters_of_the_picture_are_11_pixels_or_more_on_a_telephone(pages, open_page, view):
    page = open_page(pages[view, "sv"], width=320, height=640).page
    least = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.drawing svg')].map(one => one.getBoundingClientRect().width"
        " / one.viewBox.baseVal.width)) * 11"
    )
    assert least >= 11


@pytest.fixture(scope="module")
def hostile_places():
    spec = importlib.util.spec_from_file_location("hostile_places", PICTURES / "hostile_places.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("view", DRAWN)
def test_words_that_attack_run_and_fetch_nothing(open_page, hostile, hostile_places, view):
    for language in ("sv", "en"):
        document = view_named(view)(hostile_places.material_of(view, hostile, language))
        for text in (html(document), f"<!DOCTYPE html><title>x</title>{picture_of(document)}"):
            opened = open_page(text)
            assert opened.page.evaluate("window.ran") is None
            assert opened.outside == []
            assert opened.messages == []
