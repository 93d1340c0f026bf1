"""Bring outside data in as project folders: one file for each format."""

from samverkansgraf.importers.edges import EdgeColumns, import_edges
from samverkansgraf.importers.hxl import ImportedHxl, import_hxl

__all__ = ["EdgeColumns", "ImportedHxl", "import_edges", "import_hxl"]
