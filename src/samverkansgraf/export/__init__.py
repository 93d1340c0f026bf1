"""A graph in the formats of others: one file for each format."""

from samverkansgraf.export.tables import write_tables
from samverkansgraf.export.workbook import workbook

__all__ = ["workbook", "write_tables"]
