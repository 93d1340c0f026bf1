from __future__ import annotations

import sys
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from samverkansgraf.documents.still_files import still_file
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures import network_svg

SVG = "{http://www.w3.org/2000/svg}"
pytest.importorskip("vl_convert", reason="the extra [pictures] is not installed")


@pytest.fixture(scope="module")
def svg(frames, network):
    return network_svg(network, frames, language="sv", title="Vem deltar i vad")


def _size(png):
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_a_png_is_twice_as_fine_as_the_picture(svg):
    png = still_file(svg, "png")
    width, height = map(float, svg.partition('viewBox="')[2].partition('"')[0].split()[2:])
    assert png.startswith(b"\x89PNG")
    assert _size(png) == pytest.approx((2 * width, 2 * height), abs=2)


def test_a_very_large_picture_becomes_a_png_that_can_be_opened(svg):
    box = svg.partition('viewBox="')[2].partition('"')[0]
    left, top, *_ = box.split()
    assert max(_size(still_file(svg.replace(box, f"{left} {top} 90000 500"), "png"))) == 8000


def test_the_same_picture_gives_the_same_bytes(svg):
    for one, other in pairwise(still_file(svg, "pdf") for _ in range(8)):
        assert one == other
    assert still_file(svg, "png") == still_file(svg, "png")


def test_a_pdf_holds_its_words_as_text(svg):
    pdf = still_file(svg, "pdf")
    assert pdf.startswith(b"%PDF-")
    (page,) = PdfReader(BytesIO(pdf)).pages
    read = page.extract_text()
    words = {
        word
        for text in ET.fromstring(svg).iter(f"{SVG}text")  # noqa: S314 - our own
        for line in text.itertext()
        for word in line.split()
    }
    assert len(words) > 50
    assert [word for word in sorted(words) if word not in read] == []


def test_without_the_library_the_remedy_is_named(svg, monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(UsageError, match=r"samverkansgraf\[pictures\]"):
        still_file(svg, "png")
