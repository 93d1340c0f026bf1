from __future__ import annotations

import re

import pytest

from samverkansgraf.pictures import style, texts
from samverkansgraf.pictures.names import swedish_order
from samverkansgraf.pictures.offline import json_for_page, template_text
from samverkansgraf.texts import catalogue
from samverkansgraf.vocabulary import CONCEPTS, sg


def _luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_21():
    assert round(_contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("ground", [style.PAPER, style.INITIATIVE_FILL])
def test_words_stand_out_from_their_ground(ground):
    assert _contrast(style.INK, ground) >= 4.5


@pytest.mark.parametrize("line", [style.LINK, style.LINK_NO_TIE, style.FOCUS, style.INK])
def test_lines_stand_out_from_paper(line):
    assert _contrast(line, style.PAPER) >= 3


def test_the_page_uses_colours_with_enough_contrast_on_light_and_dark_screens_and_paper():
    blocks = re.findall(r":root \{(.*?)\}", template_text("network.css"), flags=re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for ground in ("paper", "tint"):
            assert _contrast(colours["ink"], colours[ground]) >= 4.5
            assert _contrast(colours["muted"], colours[ground]) >= 4.5
            assert _contrast(colours["rule"], colours[ground]) >= 3
            assert _contrast(colours.get("focus", colours["ink"]), colours[ground]) >= 3


@pytest.mark.parametrize("colours", [style.LIGHT, style.DARK])
def test_lines_and_words_of_the_picture_stand_out_on_every_ground(colours):
    for ground in ("paper", "zone", "initiative"):
        assert _contrast(colours["ink"], colours[ground]) >= 4.5
    for ground in ("paper", "zone"):
        assert _contrast(colours["tie"], colours[ground]) >= 3
        assert _contrast(colours["noTie"], colours[ground]) >= 3
        assert _contrast(colours["focus"], colours[ground]) >= 3


def test_every_sector_has_a_shape_of_its_own():
    looks = style.sector_styles(map(sg, CONCEPTS["sector"]), {})
    assert len({look.shape for look in looks.values()}) == len(CONCEPTS["sector"])
    assert style.NO_SECTOR.shape not in {look.shape for look in looks.values()}


def test_shapes_fit_into_their_square():
    assert all(abs(x) <= 1.3 and abs(y) <= 1.3 for points in style.SHAPES.values() for x, y in points)


def test_an_own_sector_takes_the_colour_of_the_nearest_known_one_and_another_shape():
    broader = {"urn:forening": ["urn:lokal"], "urn:lokal": [sg("CivilSociety")]}
    looks = style.sector_styles(["urn:forening", sg("CivilSociety")], broader)
    assert looks["urn:forening"].fill == looks[sg("CivilSociety")].fill
    assert looks["urn:forening"].shape != looks[sg("CivilSociety")].shape


def test_sectors_broader_than_each_other_end():
    assert style.sector_styles(["urn:a"], {"urn:a": ["urn:b"], "urn:b": ["urn:a"]})


def test_certainties_have_lines_of_their_own():
    dashes = [style.DASHES[sg(name)] for name in CONCEPTS["certainty"]]
    assert len(set(dashes)) == len(dashes)
    assert style.DASHES[sg("Stated")] == ()


def test_every_standing_has_its_words():
    assert set(CONCEPTS["standing"]) <= set(catalogue("pictures", "sv"))
    assert texts.text("Independent", "sv") == "inte skriven av en deltagare"


def test_braces_in_a_value_are_only_braces():
    assert texts.text("go_to", "sv", label="{label.__class__}") == "Gå till {label.__class__}"


def test_swedish_letters_come_last():
    assert sorted(["Ö", "Ä", "Å", "Z", "a"], key=swedish_order) == ["a", "Z", "Å", "Ä", "Ö"]


def test_json_in_a_page_holds_no_markup():
    written = json_for_page({"a": "</script><!--&\u2028\u2029"})
    assert not set(written) & set("<>&\u2028\u2029")
