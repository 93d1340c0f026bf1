from __future__ import annotations

import json
from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe

from samverkansgraf.pictures import network_page, picture_network

LANGUAGES = ("sv", "en")


@pytest.fixture(scope="module")
def pages(city):
    network = picture_network(city)
    titles = {"sv": "Vem deltar i vad", "en": "Who takes part in what"}
    return {lang: network_page(network, city, title=titles[lang], language=lang) for lang in LANGUAGES}


@pytest.fixture
def sv(open_page, pages):
    return open_page(pages["sv"])


def _announced(page):
    return page.text_content("#announcer").strip("\u00a0")


def _walk(page, *keys):
    page.focus("#picture")
    for key in keys:
        page.keyboard.press(key)
    return _announced(page)


def _data(page):
    return json.loads(page.text_content("#network-data"))


def _on_screen(page, x, y):
    """Where a point of the picture is on the screen when all of it is shown."""
    left, top, right, bottom = _data(page)["bounds"]
    box = page.locator("#picture canvas").bounding_box()
    wide, high = (size - 2 * min(40, size * 0.05) for size in (box["width"], box["height"]))
    scale = min(wide / (right - left), high / (bottom - top), 1.5)
    return (
        box["x"] + box["width"] / 2 + (x - (left + right) / 2) * scale,
        box["y"] + box["height"] / 2 + (y - (top + bottom) / 2) * scale,
    )


def _violations(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


# Alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_without_a_network_asks_for_nothing_and_is_silent(open_page, pages, language):
    opened = open_page(pages[language])
    _walk(opened.page, "ArrowRight", "ArrowDown", "Enter")
    opened.page.wait_for_timeout(300)
    assert opened.outside == []
    assert len(opened.requests) == 1
    assert opened.messages == []


def test_the_picture_is_drawn(sv):
    colours = sv.page.evaluate(
        """() => {
          const canvas = document.querySelector("#picture canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const seen = new Set();
          for (let at = 0; at < data.length; at += 4)
            seen.add([data[at], data[at + 1], data[at + 2], data[at + 3]].join());
          return [...seen];
        }"""
    )
    assert "51,34,136,255" in colours  # the municipality's #332288
    assert "253,243,215,255" in colours  # the initiatives' #fdf3d7


def test_without_a_script_the_still_picture_and_the_tables_are_there(open_page, pages):
    page = open_page(pages["sv"], script=False).page
    assert page.locator(".still svg").is_visible()
    assert not page.locator("#picture").is_visible()
    assert page.get_by_text("i partnerskap med Västerås stad").is_visible()


def test_on_paper_the_still_picture_stands_in_for_the_living_one(sv):
    sv.page.emulate_media(media="print")
    assert sv.page.locator(".still svg").is_visible()
    assert not sv.page.locator("#picture").is_visible()


# Pointing


def test_a_line_that_is_pointed_at_shows_its_phrase_and_source(sv):
    page = sv.page
    data = _data(page)
    ends = {node["id"]: node for node in data["nodes"]}
    link = next(e for e in data["edges"] if ends[e["from"]]["figure"]["name"] == "Polisen")
    a, b = ends[link["from"]], ends[link["to"]]
    page.mouse.click(*_on_screen(page, a["x"] * 0.6 + b["x"] * 0.4, a["y"] * 0.6 + b["y"] * 0.4))
    panel = page.locator("#chosen")
    assert panel.locator("h3").text_content() == "Polisen, partner: Effektiv Samordning för Trygghet"
    assert panel.locator("q").all_text_contents() == ["staden tillsammans med Mimer och Polisen"]
    words = panel.text_content()
    for said in (
        "Debatt: Det finns sedan länge bra och fungerande samverkan",
        "1 oktober 2021",
        "stycke 9",
        "uttalat",
        "skriven av en deltagare",
    ):
        assert said in words


def test_a_node_that_is_pointed_at_shows_what_is_known_and_whom_one_can_walk_to(sv):
    page = sv.page
    mimer = next(node for node in _data(page)["nodes"] if node["figure"]["name"] == "Bostads AB Mimer")
    page.mouse.click(*_on_screen(page, mimer["x"], mimer["y"]))
    panel = page.locator("#chosen")
    assert panel.locator("h3").text_content() == "Bostads AB Mimer"
    assert "allmännyttigt bostadsbolag" in panel.text_content()
    assert panel.get_by_role("button", name="Gå till På lika villkor").count() == 1
    panel.get_by_role("button", name="Gå till På lika villkor").click()
    assert panel.locator("h3").text_content() == "På lika villkor"
    assert page.evaluate("document.activeElement.textContent") == "På lika villkor"


def test_words_known_only_through_another_are_marked(sv):
    page = sv.page
    page.fill("#search", "rädda")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Visa belägg: Rädda Barnen, ledare").click()
    words = page.text_content("#chosen")
    assert "känt bara genom Så jobbar Västerås för social hållbarhet" in words
    assert "inte skriven av en deltagare" in words


# The keyboard


def test_the_picture_is_one_tab_stop(sv):
    page = sv.page
    page.focus("#zoom-all")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "picture"
    page.keyboard.press("Tab")
    assert not page.evaluate("document.getElementById('picture').contains(document.activeElement)")


def test_arrows_walk_and_every_step_is_announced(sv):
    page = sv.page
    assert _walk(page, "ArrowRight") == "Arbetsgruppen för stadsdelsarbete, initiativ, 4 länkar"
    assert _walk(page, "ArrowRight") == "Delmospengarna, initiativ, 2 länkar"
    first = _walk(page, "ArrowDown")
    assert first.startswith("Länk 1 av 2: Delegationen mot segregation, finansiär: Delmospengarna. planerat.")
    assert "”De statliga så kallade Delmospengarna”" in first
    assert _walk(page, "ArrowDown").startswith("Länk 2 av 2: Västerås stad")
    assert _walk(page, "ArrowUp").startswith("Länk 1 av 2")
    assert _walk(page, " ") == "Delegationen mot segregation, statlig myndighet, 1 länk"
    assert _walk(page, "End") == "Västerås stad, kommun, 8 länkar"
    assert _walk(page, "ArrowRight") == "Arbetsgruppen för stadsdelsarbete, initiativ, 4 länkar"
    assert _walk(page, "ArrowLeft") == "Västerås stad, kommun, 8 länkar"


def test_the_announcer_is_a_live_region(sv):
    assert sv.page.get_attribute("#announcer", "aria-live") == "polite"


def test_enter_opens_the_evidence_and_escape_leaves_step_by_step(sv):
    page = sv.page
    _walk(page, "ArrowRight", "ArrowDown", "Enter")
    assert page.evaluate("document.activeElement.tagName") == "H3"
    assert "Bostads AB Mimer, medlem" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "picture"
    page.keyboard.press("Escape")  # from the link to its node
    assert _announced(page).startswith("Arbetsgruppen för stadsdelsarbete")
    page.keyboard.press("Escape")
    assert _announced(page) == "Inget är valt."
    assert "Välj en aktör" in page.text_content("#chosen")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "picture"


def test_focus_is_seen(sv):
    sv.page.focus("#zoom-all")
    sv.page.keyboard.press("Tab")
    outline = sv.page.evaluate("getComputedStyle(document.getElementById('picture')).outlineWidth")
    assert outline == "3px"


# Search and filters


def test_search_finds_by_alias_and_without_accents(sv):
    page = sv.page
    page.fill("#search", "EST")
    assert "Effektiv Samordning för Trygghet" in page.locator("#hits").all_text_contents()[0]
    page.fill("#search", "radda")
    assert page.locator("#hits button").all_text_contents() == ["Rädda Barnen"]
    assert page.text_content("#hit-count") == "1 träff"
    page.locator("#hits button").click()
    assert _announced(page) == "Rädda Barnen, civilsamhälle, 1 länk"
    page.fill("#search", "finns inte")
    assert page.text_content("#hit-count") == "Inga träffar"


def _untick(page, label):
    page.evaluate("document.querySelector('.filters').open = true")
    page.get_by_label(label, exact=True).uncheck()


def test_a_sector_that_is_unticked_leaves_picture_and_tables(sv):
    page = sv.page
    row = page.locator("tr[data-node]", has_text="Polisen").filter(has=page.locator("th", has_text="Polisen"))
    assert row.is_visible()
    _untick(page, "polis")
    assert not row.is_visible()
    assert page.text_content("#shown") == "Visar 18 aktörer, 8 initiativ och 29 länkar."
    page.click("#reset")
    assert row.is_visible()
    assert page.text_content("#shown") == ""


def test_what_is_planned_can_be_left_out(sv):
    page = sv.page
    # Region Västmanland, Delmos and the city's link to Delmospengarna are planned; Delmospengarna has no other.
    _untick(page, "planerat")
    assert page.text_content("#shown") == "Visar 17 aktörer, 7 initiativ och 27 länkar."


def test_a_role_can_be_left_out(sv):
    page = sv.page
    leaders = page.locator("tr[data-link]", has_text="ledare")
    before = leaders.count()
    _untick(page, "ledare")
    assert before == 5
    assert page.text_content("#shown").endswith("och 25 länkar.")
    assert [row.is_visible() for row in leaders.all()] == [False] * 5


def test_what_the_filter_hides_cannot_stay_chosen(sv):
    page = sv.page
    page.fill("#search", "Polisen")
    page.keyboard.press("Enter")
    _untick(page, "polis")
    assert "Välj en aktör" in page.text_content("#chosen")


def test_what_is_searched_for_is_shown_again(sv):
    page = sv.page
    _untick(page, "polis")
    page.fill("#search", "Polisen")
    page.keyboard.press("Enter")
    assert page.locator("#chosen h3").text_content() == "Polisen"
    assert page.text_content("#shown") == ""


# Everyone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_violation(open_page, pages, language, width):
    page = open_page(pages[language], width=width).page
    assert _violations(page) == []
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    _walk(page, "ArrowRight", "ArrowDown", "Enter")
    page.fill("#search", "a")
    assert _violations(page) == []


def test_axe_finds_no_violation_without_a_script(open_page, pages):
    # axe needs scripts; the state without them is that of the page before its own have run.
    page = open_page(pages["sv"]).page
    page.evaluate("document.documentElement.className = ''")
    assert _violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_320_pixels_the_page_does_not_scroll_sideways(open_page, pages, language):
    page = open_page(pages[language], width=320, height=640).page
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    _walk(page, "ArrowRight", "ArrowDown")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_targets_are_at_least_24_pixels(sv):
    page = sv.page
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    _walk(page, "ArrowRight")
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, .filters label, input[type=search]")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
          .map((one) => one.outerHTML)"""
    )
    assert small == []


def test_axe_would_find_a_violation(sv):
    sv.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [name for name, _ in _violations(sv.page)] == ["button-name"]


# Hostile words


@pytest.mark.parametrize(
    "attack",
    [
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.ran=1>')",
        "const one = document.createElement('script'); one.text = 'window.ran = 1'; document.body.append(one)",
        "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click()",
    ],
)
def test_the_policy_stops_what_would_run(sv, attack):
    from playwright.sync_api import Error

    with suppress(Error):  # a refused sink may say so
        sv.page.evaluate(f"() => {{ {attack} }}")
    sv.page.wait_for_timeout(100)
    assert sv.page.evaluate("window.ran") is None
    assert sv.outside == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_do_nothing(open_page, hostile, language):
    frames = hostile.hostile()
    title = hostile.PAYLOADS[0]
    opened = open_page(
        network_page(picture_network(frames), frames, title=title, language=language, as_of=title)
    )
    page = opened.page
    for _ in range(2 * len(hostile.PAYLOADS)):
        _walk(page, "ArrowRight", "ArrowDown", "Enter")
        _walk(page, "Escape")
    for payload in hostile.PAYLOADS:
        page.fill("#search", payload)
        page.keyboard.press("Enter")
    page.evaluate("for (const box of document.querySelectorAll('input[type=checkbox]')) box.click()")
    page.click("#reset", force=True)
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    assert opened.outside == []
    assert opened.messages == []
    assert page.title() == title
    assert page.locator("img, iframe, object, embed, a[href^='javascript']").count() == 0
    assert page.locator("script").count() == 3
    assert page.locator("style").count() == 1


def test_hostile_words_are_shown_as_they_are(open_page, hostile):
    frames = hostile.hostile()
    page = open_page(network_page(picture_network(frames), frames, title="Ord", language="sv")).page
    for payload in hostile.PAYLOADS[:6]:
        page.fill("#search", payload)
        page.keyboard.press("Enter")
        assert page.locator("#chosen h3").text_content() == payload
        assert payload in page.locator("#chosen").text_content()
