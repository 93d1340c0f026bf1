"""What a page may hold of a drawing: nothing that runs, styles, fetches or leads away."""

import pytest

from samverkansgraf.documents.drawn import as_drawn

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<foreignObject><b/></foreignObject>",
        '<rect onload="alert(1)"/>',
        '<rect style="fill:red"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        '<a href="https://example.org/"><rect/></a>',
        '<a xlink:href="https://example.org/"><rect/></a>',
        '<rect fill="url(https://example.org/x)"/>',
        '<image href="#x"/>',
        "<animate/>",
    ],
)
def test_a_drawing_that_could_do_more_than_show_is_refused(hostile):
    with pytest.raises(ValueError, match="a drawing may not hold"):
        as_drawn(SVG.format(hostile))


def test_shapes_patterns_and_links_on_the_page_are_kept_as_they_are():
    svg = SVG.format('<a href="#rad-1"><title>a &lt;b&gt;</title><rect fill="url(#dots)"/></a>')
    assert as_drawn(svg) == svg
