"""What is written on the picture, read from the calls that draw it: independent of how its places are found."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

import samverkansgraf as sg
from samverkansgraf.pictures import network_page, picture_network
from samverkansgraf.pictures.layout import LAYOUTS

RECORDER = """
window.written = [];
window.framed = [];
window.shaped = [];
let path = [];
const proto = CanvasRenderingContext2D.prototype;
const at = (context, x, y) => { const p = context.getTransform().transformPoint({ x, y }); return [p.x, p.y]; };
for (const [name, record] of Object.entries({
  clearRect() { window.written = []; window.framed = []; window.shaped = []; },
  beginPath() { path = []; },
  lineTo(x, y) { path.push(at(this, x, y)); },
  fill() {
    const [xs, ys] = [0, 1].map((axis) => path.map((point) => point[axis]));
    if (path.length > 2) window.shaped.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  },
  fillText(text, x, y, room = Infinity) {
    const scale = this.getTransform().a;
    const measured = this.measureText(text);
    const wide = Math.min(measured.width, room) * scale;
    const size = parseFloat(this.font.match(/([\\d.]+)px/)[1]) * scale;
    const [px, py] = at(this, x, y);
    const left = px - { center: wide / 2, left: 0, right: wide }[this.textAlign];
    window.written.push({ text, bold: /^(bold|700)/.test(this.font), size, squeezed: measured.width > room + 0.5,
      box: [left, py - size * 0.75, left + wide, py + size * 0.2] });
  },
  roundRect(x, y, w, h) {
    const [left, top] = at(this, x, y);
    const [right, bottom] = at(this, x + w, y + h);
    window.framed.push([left, top, right, bottom]);
  },
})) {
  const original = proto[name];
  proto[name] = function (...given) { record.apply(this, given); return original.apply(this, given); };
}
"""


def _written(opened):
    opened.page.add_init_script(RECORDER)
    opened.page.reload()
    opened.page.wait_for_timeout(200)
    return opened.page.evaluate("({ written: window.written, framed: window.framed, shaped: window.shaped })")


@pytest.fixture(scope="module")
def htmls(city):
    network = picture_network(city)
    return {
        layout: network_page(network, city, title="Vem", language="sv", layout=layout) for layout in LAYOUTS
    }


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("width", "height"), [(1366, 900), (1920, 1080), (320, 640)])
def test_at_the_first_sight_words_can_be_read_and_cover_no_others(open_page, htmls, layout, width, height):
    found = _written(open_page(htmls[layout], width=width, height=height))
    lines = found["written"]
    assert len(lines) >= (15 if width > 320 else 3)
    assert min(one["size"] for one in lines) >= 8.9  # roles on lines; names are larger
    assert min((one["size"] for one in lines if one["bold"]), default=11) >= 10.9
    for one, other in combinations(lines, 2):
        a, b = one["box"], other["box"]
        overlap = min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1
        assert not overlap, (one["text"], other["text"])


@pytest.mark.parametrize("layout", ["two-mode", "district"])
def test_words_within_a_frame_stay_within_it(open_page, htmls, layout):
    found = _written(open_page(htmls[layout], width=1920, height=1080))
    within = [one for one in found["written"] if one["bold"]]
    assert within
    for one in within:
        left, top, right, bottom = one["box"]
        assert any(
            f[0] <= left + 0.5 and f[1] <= top + 0.5 and f[2] >= right - 0.5 and f[3] >= bottom - 0.5
            for f in found["framed"]
        ), one["text"]


def test_the_estimate_of_widths_is_enough_for_the_font_that_is_used(open_page, htmls):
    found = _written(open_page(htmls["two-mode"], width=1920, height=1080))
    assert [one["text"] for one in found["written"] if one["squeezed"]] == []


@pytest.fixture(scope="module")
def vasteras():
    """The pages of the city in data/vasteras: 112 names, some of 60 letters."""
    frames = sg.open(str(Path(__file__).parents[2] / "data" / "vasteras")).frames
    network = picture_network(frames)
    return {
        layout: network_page(network, frames, title="Västerås", language="sv", layout=layout)
        for layout in LAYOUTS
    }


def _names_written(page, written):
    """Return how many names are written, each line of a name counted once, and how many there are."""
    lines = Counter(one["text"] for one in written)
    nodes = json.loads(page.text_content("#network-data"))["nodes"]
    found = 0
    for figure in sorted((node["figure"] for node in nodes), key=lambda one: -len(one["lines"])):
        for shape in (figure["lines"], *figure.get("wraps", ())):
            if not Counter(shape) - lines:
                lines -= Counter(shape)
                found += 1
                break
    return found, len(nodes)


def _touching(a, b, by=1.0):
    return min(a[2], b[2]) - max(a[0], b[0]) > by and min(a[3], b[3]) - max(a[1], b[1]) > by


def _holds(outer, inner):
    return (
        outer[0] <= inner[0] + 0.5
        and outer[1] <= inner[1] + 0.5
        and outer[2] >= inner[2] - 0.5
        and outer[3] >= inner[3] - 0.5
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("window", "least"), [((1366, 768), 0.93), ((1280, 720), 0.88), ((1920, 1080), 0.98)]
)
def test_nearly_all_names_of_a_city_are_read_without_zooming_and_none_covers_anything(
    open_page, vasteras, layout, window, least
):
    width, height = window
    opened = open_page(vasteras[layout], width=width, height=height)
    found = _written(opened)
    written, shaped, framed = found["written"], found["shaped"], found["framed"]
    named, of = _names_written(opened.page, written)
    assert named >= least * of
    assert min(one["size"] for one in written) >= 10.9
    assert len(shaped) >= 68  # the actors
    canvas = opened.page.locator("#picture canvas").bounding_box()
    assert canvas["y"] + canvas["height"] <= height  # all of the picture is in the window
    for one in written:
        left, top, right, bottom = one["box"]
        assert left > -1, one["text"]
        assert top > -1, one["text"]
        assert right < canvas["width"] + 1, one["text"]
        assert bottom < canvas["height"] + 1, one["text"]
        on_figures = [box for box in shaped if _touching(one["box"], box)]
        on_frames = [box for box in framed if _touching(one["box"], box) and not _holds(box, one["box"])]
        assert not on_figures, one["text"]
        assert layout in ("sector", "district") or not on_frames, one[
            "text"
        ]  # grounds of groups are frames too
    for one, other in combinations(written, 2):
        assert not _touching(one["box"], other["box"]), (one["text"], other["text"])


def test_the_page_tells_how_many_names_do_not_fit_until_they_do(open_page, vasteras):
    opened = open_page(vasteras["two-mode"], width=700, height=700)
    named, of = _names_written(opened.page, _written(opened)["written"])
    told = opened.page.text_content("#unnamed")
    assert of - named > 10
    assert told == f"{of - named} av {of} namn ryms inte: förstora bilden, sök eller se tabellerna."
    opened.page.set_viewport_size({"width": 1920, "height": 1080})
    opened.page.wait_for_function("document.getElementById('unnamed').textContent === ''")


def test_names_that_do_not_fit_are_those_with_few_links(open_page, vasteras):
    opened = open_page(vasteras["two-mode"], width=1000, height=620)
    texts = {one["text"] for one in _written(opened)["written"]}
    data = json.loads(opened.page.text_content("#network-data"))
    links = Counter(end for edge in data["edges"] for end in (edge["from"], edge["to"]))
    hidden = [
        links[node["id"]]
        for node in data["nodes"]
        if not any(
            set(shape) <= texts for shape in (node["figure"]["lines"], *node["figure"].get("wraps", ()))
        )
    ]
    assert hidden
    assert max(hidden) < 8  # the three busiest have 30, 14 and 8
    assert sum(hidden) / len(hidden) < sum(links.values()) / len(data["nodes"])
