"""Views in a real browser: nothing fetched, nothing run, no barrier, and every mark leads to its row."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from samverkansgraf.documents.html import html
from samverkansgraf.pictures.views import VIEWS

NAMES = ("heatmap", "timeline", "matrix", "removal")


@pytest.fixture(scope="module")
def views():
    """Return the page of a view: ``views(name, language)``; ``attacked=True`` of words that attack."""
    path = Path(__file__).parent.parent / "pictures" / "views" / "conftest.py"
    spec = importlib.util.spec_from_file_location("views_town", path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)

    def page(name, language="sv", *, attacked=False):
        frames, words = made._hostile() if attacked else (made.town(), None)
        return html(VIEWS[name](made.material(frames, language, words=words)))

    return page


def _violations(page):
    return [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in Axe().run(page).response["violations"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_view_has_no_barrier_asks_for_nothing_and_says_nothing(open_page, views, name):
    for language, width, scheme in (("sv", 1366, "light"), ("en", 320, "light"), ("sv", 1366, "dark")):
        opened = open_page(views(name, language), width=width)
        opened.page.emulate_media(color_scheme=scheme)
        assert _violations(opened.page) == []
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
        assert opened.outside == []
        assert opened.messages == []


@pytest.mark.parametrize("name", NAMES)
def test_by_keyboard_a_mark_shows_its_focus_leads_to_its_row_and_back(open_page, views, name):
    page = open_page(views(name)).page
    page.focus(".drawing")
    page.keyboard.press("Tab")
    mark = page.evaluate(
        "({href: document.activeElement.getAttribute('href'), "
        "outline: getComputedStyle(document.activeElement).outlineStyle})"
    )
    assert mark["outline"] == "solid"
    page.keyboard.press("Enter")
    row = page.locator("tr:target")
    assert f"#{row.get_attribute('id')}" == mark["href"]
    assert row.evaluate(
        "(one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight }"
    )
    page.go_back()
    assert page.locator("tr:target").count() == 0


@pytest.mark.parametrize("name", NAMES)
def test_marks_are_large_enough_to_hit(open_page, views, name):
    page = open_page(views(name)).page
    small = page.evaluate(
        """() => [...document.querySelectorAll(".drawing a")]
          .map((one) => one.getBoundingClientRect())
          .filter((box) => box.width < 24 || box.height < 24).length"""
    )
    assert small == 0


@pytest.mark.parametrize("name", NAMES)
def test_words_that_attack_do_nothing(open_page, views, name):
    for language in ("sv", "en"):
        opened = open_page(views(name, language, attacked=True))
        assert opened.page.evaluate("window.ran") is None
        assert opened.outside == []
        assert opened.messages == []
        assert opened.page.locator(".drawing a").count() > 0


def test_axe_would_find_a_barrier(open_page, views):
    page = open_page(views("matrix")).page
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [name for name, _ in _violations(page)] == ["button-name"]
