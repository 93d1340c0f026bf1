"""What is wider than the page scrolls within a frame, which says what it holds where nothing around it does."""

import pytest

from samverkansgraf.documents.blocks import Document, Figure, Section, Table, cell
from samverkansgraf.documents.html import html

SAID = {
    "sv": ("Bilden kan rullas i sidled", "Rader (tabellen kan rullas i sidled)"),
    "en": ("The picture can be scrolled sideways", "Rader (the table can be scrolled sideways)"),
}


@pytest.mark.parametrize("language", SAID)
def test_the_frame_of_a_drawing_speaks_of_a_picture_and_that_of_a_table_of_a_table(language):
    blocks = (
        Figure("<svg/>", "Rutor", "Inga.", "", linked=True),
        Table("Rader", ("Plats",), ((cell("Bäckby"),),), ""),
    )
    page = html(
        Document(language=language, title="Sidan", about=("Nu",), sections=(Section("a", "A", blocks),))
    )
    drawing, table = SAID[language]
    assert f'class="drawing" tabindex="0" role="group" aria-label="{drawing}"' in page
    assert f'class="scroll" tabindex="0" role="group" aria-label="{table}"' in page
