"""Every page that is written, in a browser: it fetches nothing, runs nothing of the data, and shuts nobody out."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.hostile_project import PAYLOADS, hostile_project

from samverkansgraf.city import open_city
from samverkansgraf.documents.html import html
from samverkansgraf.findings import findings_of
from samverkansgraf.pictures.views import VIEWS, picture_of
from samverkansgraf.report import report

AS_OF = date(2026, 11, 29)
LANGUAGES = ("sv", "en")
PAGES = ("network", "report", "front", "rows", "refused", *VIEWS)
#: Language, width and colours in which axe looks at a page.
LOOKS = (("sv", 1280, "light"), ("en", 320, "light"), ("sv", 1280, "dark"))
#: Roles in the accessibility tree that are nothing without a name.
NAMED = {
    "link",
    "button",
    "textbox",
    "searchbox",
    "combobox",
    "checkbox",
    "slider",
    "table",
    "image",
    "img",
}
#: What needs a second city or date to be looked at.
BESIDE = {"multiples": {"at": "2015", "beside_at": "2022"}}


@pytest.fixture(scope="module")
def cities(tmp_path_factory):
    folder = hostile_project(tmp_path_factory.mktemp("ond") / "p")
    return {
        "hostile": open_city(folder),
        "debate": open_city("tests/projects/debate"),
        "lillkoping": open_city("tests/projects/lillkoping"),
    }


@pytest.fixture(scope="module")
def made(cities):
    """Write a page of a city once: ``made("hostile", "report", "sv")``."""
    written = {}

    def page(city, name, language):
        if (city, name) == ("debate", "map"):
            city = "lillkoping"  # the debate has no borders to draw
        key = (city, name, language)
        if key not in written:
            written[key] = _written(cities[city], name, language)
        return written[key]

    return page


def _written(city, name, language):
    if name == "network":
        return city.picture("html", language=language)
    if name == "report":
        return report(
            findings_of(city, as_of=AS_OF, language=language, graph_argument=PAYLOADS[1]),
            format="html",
            language=language,
        )
    if name in VIEWS:
        given = BESIDE.get(name, {})
        return html(city.view(name, as_of=AS_OF, language=language, graph_argument=PAYLOADS[1], **given))
    return _service_page(city, name, language)


def _service_page(city, name, language):
    from samverkansgraf.server.pages import front_page, result_page
    from samverkansgraf.server.workers import Answer

    query = f"SELECT ?l WHERE {{ ?a skos:prefLabel ?l }} # {PAYLOADS[0]}"
    if name == "front":
        return front_page(city, language)
    if name == "refused":
        return result_page(city, query, language=language, error=" ".join(PAYLOADS))
    rows = city.query("SELECT ?l WHERE { ?a skos:prefLabel ?l }")["l"].to_list()
    bindings = [{"l": {"type": "literal", "value": value}} for value in rows]
    answer = Answer(
        "rows", "json", json.dumps({"head": {"vars": ["l"]}, "results": {"bindings": bindings}}).encode()
    )
    return result_page(city, query, language=language, answer=answer)


def _all_open(page):
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_in_the_data_runs_fetches_or_breaks_out(open_page, made, name, language):
    opened = open_page(made("hostile", name, language))
    page = opened.page
    _all_open(page)
    for link in page.locator("svg a").all()[:3]:
        link.focus()
        page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert opened.outside == []
    assert opened.messages == []
    assert (
        page.locator("iframe, object, embed, base, a[href^='javascript' i], [onload], [onerror]").count() == 0
    )
    assert page.locator("img:not([src^='data:'])").count() == 0
    assert page.locator("style").count() == 1
    shown = page.locator("body").text_content()
    assert PAYLOADS[0] in shown or name in VIEWS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["network", *VIEWS])
def test_nothing_in_the_data_runs_in_a_picture_that_is_opened_alone(open_page, cities, name, language):
    city, given = cities["hostile"], BESIDE.get(name, {})
    svg = (
        city.picture("svg", language=language)
        if name == "network"
        else picture_of(city.view(name, as_of=AS_OF, language=language, **given))
    )
    opened = open_page(svg, ending="svg")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("window.ran") is None
    assert opened.outside == []
    assert opened.messages == []
    assert (
        opened.page.evaluate("document.querySelectorAll('script, foreignObject, image, [onload]').length")
        == 0
    )
    assert opened.page.evaluate("document.querySelectorAll('text').length") > 10


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_forbids_by_itself_what_it_does_not_need(open_page, made, name, language):
    page = open_page(made("debate", name, language)).page
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", [name for name in PAGES if name != "network"])
def test_axe_finds_no_violation(open_page, made, name, look):
    language, width, scheme = look
    page = open_page(made("debate", name, language), width=width).page
    page.emulate_media(color_scheme=scheme)
    _all_open(page)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"][:160] for node in one["nodes"]][:5]) for one in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_at_320_pixels_which_is_400_per_cent_no_page_scrolls_sideways(open_page, made, name):
    page = open_page(made("debate", name, "sv"), width=320, height=256).page
    _all_open(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", [name for name in PAGES if name != "network"])
def test_targets_are_24_pixels_high_or_stand_in_a_sentence_or_a_drawing(open_page, made, name):
    page = open_page(made("debate", name, "sv")).page
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, select, input, textarea, nav a")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
          .map((one) => one.outerHTML.slice(0, 200))"""
    )
    assert small == []


@pytest.mark.parametrize("name", [name for name in PAGES if name != "network"])
def test_everything_that_takes_focus_shows_it(open_page, made, name):
    page = open_page(made("debate", name, "sv")).page
    _all_open(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => { const one = document.activeElement, style = getComputedStyle(one);
                       return one === document.body ? "solid" : style.outlineStyle; }"""
        )
        assert outline != "none"


@pytest.mark.parametrize("name", PAGES)
def test_a_screen_reader_gets_a_name_for_all_that_can_be_used_and_headings_in_steps(open_page, made, name):
    page = open_page(made("debate", name, "sv")).page
    _all_open(page)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = [
        (node["role"]["value"], node.get("name", {}).get("value", "").strip(), node)
        for node in tree
        if not node["ignored"]
    ]
    assert [
        (role, node.get("description")) for role, called, node in heard if role in NAMED and not called
    ] == []
    levels = [
        next(one["value"]["value"] for one in node["properties"] if one["name"] == "level")
        for role, _, node in heard
        if role == "heading"
    ]
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))
    assert [role for role, _, _ in heard].count("main") == 1


def test_a_phrase_in_another_language_than_the_page_says_so(open_page, made):
    page = open_page(made("debate", "report", "en")).page
    assert page.locator("q").count() > 10
    assert page.locator("q:not([lang=sv])").count() == 0


def test_on_paper_everything_folded_is_printed(open_page, made):
    page = open_page(made("debate", "report", "sv")).page
    page.emulate_media(media="print")
    hidden = page.evaluate(
        """() => [...document.querySelectorAll("details > :not(summary)")]
          .filter((one) => one.getBoundingClientRect().height === 0).length"""
    )
    assert hidden == 0
