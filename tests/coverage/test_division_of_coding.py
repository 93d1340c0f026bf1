"""Whose coding a theme is, by another division of the city."""

from __future__ import annotations

from tests.hand_city import adalen

from samverkansgraf.city import open_city


def test_themes_by_phrase_or_by_us_are_of_the_division_asked_for(tmp_path):
    folder = adalen(tmp_path / "town")
    districts = (
        (folder / "districts.csv")
        .read_text(encoding="utf-8")
        .replace("vaster,Väster,district", "vaster,Väster,kvarter")
    )
    (folder / "districts.csv").write_text(districts, encoding="utf-8")
    city = open_city(folder)
    cells = city.theme_basis(at="2024", division="kvarter")
    assert cells.select("district", "theme").rows() == [("Väster", "lek"), ("Väster", "trygghet")]
    city.remember(cells, table="coding", at="2024", division="kvarter")
    kept = city.query(
        "SELECT DISTINCT ?d WHERE { ?r sg:ofMeasure measure:coding.value ; sg:ofDistrict/skos:prefLabel ?d }"
    )
    assert kept["d"].to_list() == ["Väster"]
