"""Bring outside data in as project folders: one file for each format."""

from samverkansgraf.importers.edges import EdgeColumns, import_edges

__all__ = ["EdgeColumns", "import_edges"]
