from __future__ import annotations

import csv
import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import polars as pl
import pytest
from axe_playwright_python.sync_playwright import Axe

from samverkansgraf.pictures import network_page, picture_network
from samverkansgraf.pictures.measured import Measured
from samverkansgraf.pictures.story import story_of

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
    """What a screen reader has just been told: by the live region, or in the picture by its active item."""
    return page.evaluate(
        """() => {
            const place = document.getElementById("picture");
            const item = document.getElementById(place.getAttribute("aria-activedescendant"));
            return document.activeElement === place ? item.ariaLabel : document.getElementById("announcer").textContent;
        }"""
    ).strip("\u00a0")


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
    wide, high = (size - 2 * min(16, size * 0.05) for size in (box["width"], box["height"]))
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


def test_the_panel_takes_room_from_the_picture_only_while_something_is_chosen(open_page, pages):
    page = open_page(pages["sv"], width=1366, height=768).page
    canvas = page.locator("#picture canvas")
    alone = canvas.bounding_box()["width"]
    assert alone > 1300
    page.fill("#search", "Polisen")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('#picture canvas').clientWidth < 1000")
    page.get_by_role("button", name="Stäng").click()
    assert page.locator("#panel").is_hidden()
    page.wait_for_function(f"document.querySelector('#picture canvas').clientWidth >= {int(alone) - 2}")
    assert page.evaluate("document.activeElement.id") == "picture"


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


def test_a_reader_who_comes_to_the_picture_hears_what_it_is_what_is_chosen_and_which_keys_there_are(sv):
    page = sv.page
    page.focus("#picture")
    picture = page.locator("#picture")
    assert picture.get_attribute("role") == "tree"  # an application would be passed over in silence by Orca
    assert picture.get_attribute("aria-roledescription") == "interaktiv nätverksbild"
    assert _announced(page).startswith("Inget är valt. Vänster- och högerpil går mellan")
    assert page.locator("#picture [role=treeitem]").all_text_contents() == [
        "",
        "",
    ]  # named, so not read as lines


def test_each_step_in_the_picture_is_told_once_by_a_new_active_item_with_its_place(sv):
    page = sv.page
    page.focus("#picture")
    seen = []
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        item = page.get_attribute("#picture", "aria-activedescendant")
        place = [page.get_attribute(f"#{item}", f"aria-{name}") for name in ("level", "posinset", "setsize")]
        seen.append((item, place))
    nodes = str(len(_data(page)["nodes"]))
    items = [item for item, _ in seen]
    assert items[0] != items[1] != items[2]
    assert [place for _, place in seen][:2] == [["1", "1", nodes], ["1", "2", nodes]]
    assert seen[2][1][:2] == ["2", "1"]
    assert page.text_content("#announcer") == ""  # no second voice


def test_what_is_chosen_from_elsewhere_is_told_by_the_live_region_but_not_where_the_focus_goes_there(sv):
    page = sv.page
    page.mouse.click(*_on_screen(page, *[_data(page)["nodes"][0][axis] for axis in "xy"]))
    assert "länk" in page.text_content("#announcer")
    page.evaluate("announcer.textContent = ''")
    page.locator("#chosen ul button").first.click()
    assert page.evaluate("document.activeElement.tagName") == "H3"
    assert page.text_content("#announcer") == ""


def test_nothing_that_is_empty_or_only_a_sign_is_spoken(sv):
    page = sv.page
    assert (
        page.locator("[role=status], output").count() == 0
    )  # a reader would say "status bar" of an empty one
    page.locator("#initiatives .sorter").first.click()
    names = page.locator("#initiatives thead").aria_snapshot()
    assert not set(names) & set("↕↑↓")
    assert page.get_attribute("#initiatives th[aria-sort]", "aria-sort") == "ascending"


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
    assert page.locator("#panel").is_hidden()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "picture"


def test_focus_is_seen(sv):
    sv.page.focus("#save-png")
    sv.page.keyboard.press("Tab")
    outline = sv.page.evaluate("getComputedStyle(document.getElementById('picture')).outlineWidth")
    assert outline == "3px"


# Search and filters


def test_search_finds_by_alias_and_without_accents(sv):
    page = sv.page
    page.fill("#search", "EST")
    assert (
        page.locator("#search-hits [role=option]").first.text_content() == "Effektiv Samordning för Trygghet"
    )
    page.fill("#search", "radda")
    assert page.locator("#search-hits [role=option]").all_text_contents() == ["Rädda Barnen"]
    assert page.text_content("#search-count") == "1 träff"
    page.locator("#search-hits [role=option]").click()
    assert _announced(page) == "Rädda Barnen, civilsamhälle, 1 länk"
    page.fill("#search", "finns inte")
    assert page.text_content("#search-count") == "Inga träffar"


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
    assert page.locator("#panel").is_hidden()


def test_a_place_and_a_theme_can_be_left_out(sv):
    page = sv.page
    # På lika villkor is the only one in Bäckby; two of its five participants have other links and stay.
    _untick(page, "Bäckby")
    assert page.text_content("#shown") == "Visar 16 aktörer, 7 initiativ och 25 länkar."
    page.click("#reset")
    assert page.text_content("#shown") == ""


def test_a_period_hides_only_what_surely_fell_outside_it(open_page, city):
    dated = city.participations.with_columns(
        start_earliest=pl.when(pl.col("initiative").str.ends_with("/est")).then(pl.date(2019, 1, 1)),
        end_latest=pl.when(pl.col("initiative").str.ends_with("/programmet")).then(pl.date(2015, 6, 1)),
    )
    frames = replace(city, participations=dated)
    page = open_page(network_page(picture_network(frames), frames, title="Tid", language="sv")).page
    page.evaluate("document.querySelector('.filters').open = true")
    assert page.text_content("#year-from-shown") == "2015"
    page.focus("#year-from")
    page.keyboard.press("ArrowRight")  # 2016: the programme surely ended before
    assert page.text_content("#shown") == "Visar 19 aktörer, 7 initiativ och 29 länkar."
    assert page.evaluate("location.hash") == "#years=2016,2019"
    page.click("#reset")
    page.focus("#year-to")
    page.keyboard.press("ArrowLeft")  # 2018: EST surely began later; what has no date stays
    assert page.text_content("#shown") == "Visar 16 aktörer, 7 initiativ och 25 länkar."


def test_ties_beyond_chance_can_be_shown_alone(open_page, city):
    base = "https://example.org/vasteras/actor/"
    beyond = Measured({}, ((base + "mimer", base + "polisen"),), "Prövat mot slumpen.")
    html = network_page(picture_network(city), city, title="Slump", language="sv", measured=beyond)
    page = open_page(html).page
    page.evaluate("document.querySelector('.filters').open = true")
    page.check("#chance")
    # They meet in EST only.
    assert page.text_content("#shown") == "Visar 2 aktörer, 1 initiativ och 2 länkar."
    assert page.evaluate("location.hash") == "#chance=1"
    assert page.get_by_text("Prövat mot slumpen.").is_visible()


def test_without_ties_beyond_chance_there_is_no_such_filter(sv):
    assert sv.page.locator("#chance").count() == 0


# Suggestions, ways, addresses


def test_suggestions_are_walked_with_arrows_and_closed_with_escape(sv):
    page = sv.page
    field = page.get_by_role("combobox", name="Sök aktör eller initiativ")
    field.fill("ar")
    assert field.get_attribute("aria-expanded") == "true"
    field.press("ArrowDown")
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    second = page.locator(f"#{active}").text_content()
    field.press("Enter")
    assert page.locator("#chosen h3").text_content() == second
    field.fill("ar")
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert page.locator("#search-hits [role=option]").count() == 0


def _way(page, start, end):
    page.evaluate("document.querySelector('.path').open = true")
    for field, words in (("#path-from", start), ("#path-to", end)):
        page.fill(field, words)
        page.keyboard.press("Enter")
    page.click("#path-show")


def test_a_way_between_two_actors_is_the_shortest_one(sv):
    page = sv.page
    # The police meet Mimer in EST, and Mimer meets Ikea in På lika villkor; no initiative holds both.
    _way(page, "Polisen", "IKEA")
    assert page.locator("#chosen h3").text_content() == "Kortaste vägen: 4 länkar"
    steps = page.locator("#chosen ol > li > button:first-child").all_text_contents()
    assert (steps[0], steps[1], steps[3], steps[4]) == (
        "Polisen", "Effektiv Samordning för Trygghet", "På lika villkor", "IKEA Västerås",
    )  # fmt: skip
    assert _announced(page).startswith("Kortaste vägen: 4 länkar: Polisen – Effektiv")
    assert page.evaluate("location.hash") == "#path=actor/polisen,actor/ikea"


def test_where_no_way_is_shown_the_page_says_so(sv):
    page = sv.page
    _untick(page, "partner")
    _way(page, "Polisen", "IKEA")
    assert _announced(page) == "Ingen väg finns bland det som visas."


def test_the_address_holds_what_is_chosen_and_hidden_and_the_back_button_goes_back(open_page, pages):
    page = open_page(pages["sv"]).page
    page.fill("#search", "Polisen")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#node=actor/polisen"
    page.get_by_role("button", name="Visa belägg: Polisen").click()
    assert page.evaluate("location.hash") == "#link=actor/polisen,initiative/est"
    _untick(page, "universitet och högskola")
    address = page.url
    assert address.endswith("#link=actor/polisen,initiative/est&hide.sector=University")
    page.go_back()
    assert page.get_by_label("universitet och högskola", exact=True).is_checked()
    page.go_back()
    assert page.locator("#chosen h3").text_content() == "Polisen"
    page.go_back()
    assert page.locator("#panel").is_hidden()
    other = page.context.new_page()  # the address as somebody else opens it
    other.goto(address)
    assert other.locator("#chosen h3").text_content() == "Polisen, partner: Effektiv Samordning för Trygghet"
    assert not other.get_by_label("universitet och högskola", exact=True).is_checked()


@pytest.mark.parametrize(
    "text", ["node=actor/nobody&hide.x=1", "path=a", "years=x,y", "=&&=", "node=__proto__"]
)
def test_an_address_of_something_else_does_no_harm(open_page, pages, text):
    opened = open_page(pages["sv"])
    opened.page.goto(f"{opened.page.url.partition('#')[0]}#{text}")
    opened.page.reload()
    assert opened.page.locator("#panel").is_hidden()
    assert opened.messages == []


# The tour


@pytest.fixture(scope="module")
def tour(city):
    text = """# Två bilder

Vad den handlar om.

## Bäckby
view: node=initiative/pa-lika-villkor
source: vlt, par8, ”i partnerskap med Västerås stad”

Fyra parter.

## Det mindre säkra
view: hide.certainty=Stated

Resten.
"""
    return network_page(picture_network(city), city, title="Vem", language="sv", story=story_of(text, city))


def test_a_tour_is_walked_step_by_step(open_page, tour):
    page = open_page(tour).page
    assert not page.get_by_text("Vad den handlar om.").is_visible()
    assert not page.get_by_text("Fyra parter.").is_visible()
    page.click("#story-begin")
    assert page.evaluate("document.activeElement.textContent") == "Steg 1 av 2: Bäckby"
    assert page.get_by_text("Vad den handlar om.").is_visible()
    assert page.get_by_text("Fyra parter.").is_visible()
    assert page.locator("#chosen h3").text_content() == "På lika villkor"
    assert page.evaluate("location.hash") == "#node=initiative/pa-lika-villkor&step=1"
    page.locator("#steps summary").first.click()
    assert page.locator("#steps q").first.text_content() == "i partnerskap med Västerås stad"
    assert page.locator("#story-back").is_disabled()
    page.click("#story-next")
    assert page.evaluate("location.hash") == "#hide.certainty=Stated&step=2"
    assert not page.get_by_label("uttalat", exact=True).is_checked()
    assert page.text_content("#shown") != ""
    page.go_back()
    assert page.locator("#chosen h3").text_content() == "På lika villkor"
    assert page.get_by_text("Fyra parter.").is_visible()
    page.locator("#steps h3").first.focus()
    page.keyboard.press("Escape")
    assert page.locator("#story-begin").is_visible()
    assert not page.get_by_text("Fyra parter.").is_visible()
    assert page.text_content("#shown") == ""
    assert page.evaluate("location.hash") == ""


def test_a_link_to_a_step_opens_it(open_page, tour):
    page = open_page(tour).page
    page.goto(page.url + "#hide.certainty=Stated&step=2")
    page.reload()
    assert page.get_by_text("Resten.").is_visible()
    assert _violations(page) == []


# Tables and files


def _column(page, table, number=1):
    cells = page.locator(f"#{table} tbody tr:not([hidden]) > :nth-child({number})")
    return [" ".join(text.split()) for text in cells.all_text_contents()]


def test_tables_are_sorted_by_their_headings_and_say_so(sv):
    page = sv.page
    heading = page.locator("#actors th button").first
    heading.focus()
    page.keyboard.press("Enter")
    rising = _column(page, "actors")
    assert page.locator("#actors th").first.get_attribute("aria-sort") == "ascending"
    assert _announced(page) == "Sorterat stigande efter Namn"
    page.keyboard.press("Enter")
    assert _column(page, "actors") == rising[::-1]
    assert rising[0] == "barn och unga (Modellen med välfärdsindikatorer)"


def test_a_table_as_csv_holds_the_shown_rows_and_defuses_formulas(open_page, city):
    actors = city.actors.with_columns(
        label=pl.when(pl.col("label") == "Polisen").then(pl.lit("=2+2, polis")).otherwise(pl.col("label"))
    )
    frames = replace(city, actors=actors)
    page = open_page(network_page(picture_network(frames), frames, title="CSV", language="sv")).page
    _untick(page, "ledare")
    with page.expect_download() as download:
        page.click("button[data-csv=participations]")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert download.value.suggested_filename == "participations.csv"
    assert rows[0] == ["Aktör", "Roll", "Initiativ", "Säkerhet", "Belägg"]
    assert len(rows) == 1 + 25  # five lead
    assert [row[0] for row in rows if "polis" in row[0]] == ["'=2+2, polis"]
    assert any("staden tillsammans med Mimer och Polisen" in row[4] for row in rows)


def test_the_picture_can_be_saved_as_svg_without_what_is_hidden(sv):
    page = sv.page
    _untick(page, "polis")
    with page.expect_download() as download:
        page.click("#save-svg")
    root = ET.parse(download.value.path()).getroot()  # noqa: S314 -- our own text
    words = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Bostads AB Mimer" in words
    assert "Polisen" not in words
    assert "polis" in words  # the legend explains what the whole picture has
    assert sv.outside == [] or all(address.startswith("blob:") for address in sv.outside)


def test_the_picture_can_be_saved_as_png(sv):
    with sv.page.expect_download() as download:
        sv.page.click("#save-png")
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) > 1000
    assert sv.messages == []


def test_what_is_searched_for_is_shown_again(sv):
    page = sv.page
    _untick(page, "polis")
    page.fill("#search", "Polisen")
    page.keyboard.press("Enter")
    assert page.locator("#chosen h3").text_content() == "Polisen"
    assert page.text_content("#shown") == ""


# Everyone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light")])
def test_axe_finds_no_violation(open_page, pages, language, width, scheme):
    page = open_page(pages[language], width=width).page
    page.emulate_media(color_scheme=scheme)
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
        """() => [...document.querySelectorAll("button, summary, .filters label, input[type=text], input[type=range]")]
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
