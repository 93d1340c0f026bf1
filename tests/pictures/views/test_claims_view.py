"""Two sides of a dispute, alike."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from samverkansgraf.city import open_city
from samverkansgraf.claims import read_claims
from samverkansgraf.documents.blocks import Table
from samverkansgraf.errors import UsageError
from samverkansgraf.frames import Frames, frame
from samverkansgraf.pictures.views import picture_of
from samverkansgraf.pictures.views.claims.sides import ClaimLine, sides_of

ROOT = Path(__file__).parents[3]
DAY = date(2026, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"


def _sides(*claims):
    rows = [{"claim": name, "text": name, **given} for name, given in claims]
    readings = read_claims(Frames.of(claims=frame("claims", rows)), answer=lambda _t, _e: pl.DataFrame())
    return sides_of(readings)


def test_who_disputes_stands_on_the_other_side_and_who_supports_on_the_same():
    sides = _sides(
        ("a", {}),
        ("b", {"disputes": ["a"]}),
        ("c", {"supports": ["b"]}),
        ("d", {"disputes": ["c"]}),
        ("e", {}),
    )
    assert sides.groups == ((("a", "d"), ("b", "c")),)
    assert set(sides.lines) == {
        ClaimLine("disputes", "b", "a"), ClaimLine("supports", "c", "b"), ClaimLine("disputes", "d", "c"),
    }  # fmt: skip


def test_parts_stand_after_their_whole_on_its_side():
    sides = _sides(
        ("a", {}), ("b", {"disputes": ["a"]}), ("c", {}), ("d", {"part_of": ["a"]}), ("e", {"part_of": ["d"]})
    )
    assert sides.groups == ((("a", "d", "e"), ("b",)),)


def test_claims_that_differ_are_set_against_each_other_once():
    sides = _sides(("a", {"differs_from": ["b"]}), ("b", {"differs_from": ["a"]}))
    assert sides.groups == ((("a",), ("b",)),)
    assert sides.lines == (ClaimLine("differs", "a", "b"),)


def test_a_ring_of_three_keeps_every_line():
    sides = _sides(("a", {"disputes": ["b"]}), ("b", {"disputes": ["c"]}), ("c", {"disputes": ["a"]}))
    assert len(sides.lines) == 3
    assert sides.claims == {"a", "b", "c"}


@pytest.fixture(scope="module")
def document():
    return open_city(ROOT / "tests/projects/debate").view("claims", as_of=DAY)


def test_boxes_of_both_sides_look_the_same(document):
    root = ET.fromstring(picture_of(document))  # noqa: S314 - our own drawing
    boxes = [link.find(f"{SVG}rect") for link in root.iter(f"{SVG}a")]
    assert len(boxes) > 10
    assert {(box.get("fill"), box.get("stroke"), box.get("stroke-width")) for box in boxes} == {
        ("#f4f6f8", "#1b1f24", "1.5")
    }
    lefts = {float(box.get("x")) for box in boxes}
    assert min(lefts) < 100
    assert max(lefts) > 500


def test_the_row_of_a_disputed_claim_has_the_words_of_both_sides(document):
    (table,) = [b for s in document.sections for b in s.blocks if isinstance(b, Table)]
    (row,) = [row for row in table.rows if "samarbetet större, och så är det inte nu" in str(row[0])]
    assert "det finns inte i dag" in str(row[2])
    assert "bestrider detta" in str(row[3])
    assert "Ann-Cathrine Linér" in str(row[3])
    assert "Quote" in str(row[3])


def test_every_claim_has_a_row_whether_disputed_or_not(document):
    (table,) = [b for s in document.sections for b in s.blocks if isinstance(b, Table)]
    claims = pl.read_csv(ROOT / "tests/projects/debate/claims.csv", infer_schema=False)
    assert len(table.rows) == claims["id"].n_unique()


def test_a_graph_without_claims_is_refused_with_the_remedy():
    with pytest.raises(UsageError, match="has no claims; write"):
        open_city(ROOT / "tests/projects/lillkoping").view("claims", as_of=DAY)
