from __future__ import annotations

import sys
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from tests.documents.reading_pdf import letters, named, said

from samverkansgraf.documents.pdf import picture_pdf
from samverkansgraf.documents.still_files import png
from samverkansgraf.errors import UsageError
from samverkansgraf.pictures import network_svg

SVG = "{http://www.w3.org/2000/svg}"
pytest.importorskip("vl_convert", reason="the extra [pictures] is not installed")
pytest.importorskip("typst", reason="the extra [pdf] is not installed")


@pytest.fixture(scope="module")
def svg(frames, network):
    return network_svg(network, frames, language="sv", title="Vem deltar i vad")


def _size(png):
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_a_png_is_twice_as_fine_as_the_picture(svg):
    made = png(svg)
    width, height = map(float, svg.partition('viewBox="')[2].partition('"')[0].split()[2:])
    assert made.startswith(b"\x89PNG")
    assert _size(made) == pytest.approx((2 * width, 2 * height), abs=2)


def test_a_very_large_picture_becomes_a_png_that_can_be_opened(svg):
    box = svg.partition('viewBox="')[2].partition('"')[0]
    left, top, *_ = box.split()
    assert max(_size(png(svg.replace(box, f"{left} {top} 90000 500")))) == 8000


def test_the_same_picture_gives_the_same_bytes(svg):
    assert png(svg) == png(svg)
    for one, other in pairwise(picture_pdf(svg) for _ in range(4)):
        assert one == other


def test_a_pdf_holds_each_of_its_words_once_and_what_the_picture_is(svg):
    made = picture_pdf(svg)
    root = ET.fromstring(svg)  # noqa: S314 - our own
    drawn = [line for text in root.iter(f"{SVG}text") for line in text.itertext()]
    assert len(drawn) > 50
    assert letters(said(made)) == letters("".join(drawn))  # what reads it may join words that stand close
    (figure,) = named(made, "/Figure")
    assert figure["/Alt"] == root.findtext(f"{SVG}desc")
    assert PdfReader(BytesIO(made)).metadata.title == "Vem deltar i vad"


def test_without_the_library_the_remedy_is_named(svg, monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(UsageError, match=r"samverkansgraf\[pictures\]"):
        png(svg)
