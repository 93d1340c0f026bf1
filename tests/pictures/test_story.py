from __future__ import annotations

import pytest

from samverkansgraf.errors import UsageError
from samverkansgraf.pictures import network_page
from samverkansgraf.pictures.story import story_of

STORY = """# Två bilder

Vad rundturen
handlar om.

Mer om det.

## Arbetet på Bäckby
view: node=initiative/pa-lika-villkor
source: vlt, par8, ”i partnerskap med Västerås stad”

Fyra parter.

## Hela bilden

Till sist: allt.
"""


def test_a_story_has_a_title_an_introduction_and_steps(frames):
    story = story_of(STORY, frames)
    assert (story.title, story.paragraphs) == ("Två bilder", ("Vad rundturen handlar om.", "Mer om det."))
    first, last = story.steps
    assert (first.heading, first.view) == ("Arbetet på Bäckby", "node=initiative/pa-lika-villkor")
    assert len(first.evidence) == 1
    assert (last.view, last.paragraphs, last.evidence) == (
        "",
        ("Till sist: allt.",),
        (),
    )  # a colon in text is text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "initiative/pa-lika",
            "initiative/po-lika",
            "line 9: view names 'initiative/po-lika-villkor'.*did you mean",
        ),
        ("view: node=", "view: nod=", "line 9: view 'nod' is unknown"),
        ("source: vlt,", "source: vtl,", "line 10: source 'vtl' is unknown; did you mean 'vlt'"),
        ("i partnerskap med", "i samarbete med", "line 10: vlt has no such phrase in the graph"),
        ("”i partnerskap med Västerås stad”", "par8", "line 10: source 'vlt' has no phrase"),
        (
            "i partnerskap med Västerås stad",
            "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton",
            "12 words",
        ),
        ("Fyra parter.", "", "line 8: step 'Arbetet på Bäckby' has no text"),
        ("# Två", "Två", "line 1: has no title"),
    ],
)
def test_a_fault_is_named_with_its_line_and_remedy(frames, old, new, message):
    with pytest.raises(UsageError, match=message):
        story_of(STORY.replace(old, new, 1), frames)


def test_all_faults_are_named_at_once(frames):
    with pytest.raises(UsageError) as refused:
        story_of("## Ett steg\nview: x=1\nsource: y, z\n", frames)
    assert len(str(refused.value).splitlines()) == 4


def test_without_a_script_the_page_tells_all_of_it(frames, network):
    page = network_page(network, frames, title="Vem", language="sv", story=story_of(STORY, frames))
    assert (
        page.index("Mer om det.")
        < page.index("Steg 1 av 2")
        < page.index("Fyra parter.")
        < page.index("Till sist")
    )
    assert "<q>i partnerskap med Västerås stad</q>" in page[: page.index("Till sist")]
