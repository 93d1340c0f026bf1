"""What is written on the picture, read from the calls that draw it: independent of how its places are found."""

from __future__ import annotations

from itertools import combinations

import pytest

from samverkansgraf.pictures import network_page, picture_network
from samverkansgraf.pictures.layout import LAYOUTS

RECORDER = """
window.written = [];
window.framed = [];
const proto = CanvasRenderingContext2D.prototype;
const at = (context, x, y) => { const p = context.getTransform().transformPoint({ x, y }); return [p.x, p.y]; };
for (const [name, record] of Object.entries({
  clearRect() { window.written = []; window.framed = []; },
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
    return opened.page.evaluate("({ written: window.written, framed: window.framed })")


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
