"""Bring outside data in: one file for each format."""

from samverkansgraf.importers.edges import EdgeColumns, import_edges
from samverkansgraf.importers.geojson import PlaceProperties, import_geojson
from samverkansgraf.importers.hxl import ImportedHxl, import_hxl
from samverkansgraf.importers.indicator_csv import IndicatorColumns, import_indicator_csv
from samverkansgraf.importers.indicators import FileSource, Imported
from samverkansgraf.importers.json_stat import import_json_stat
from samverkansgraf.importers.kolada import import_kolada

__all__ = [
    "EdgeColumns",
    "FileSource",
    "Imported",
    "ImportedHxl",
    "IndicatorColumns",
    "PlaceProperties",
    "import_edges",
    "import_geojson",
    "import_hxl",
    "import_indicator_csv",
    "import_json_stat",
    "import_kolada",
]
