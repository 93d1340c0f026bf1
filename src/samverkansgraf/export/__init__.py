"""A graph in the formats of others: one file for each format."""

from samverkansgraf.export.results import results_workbook
from samverkansgraf.export.tables import write_tables
from samverkansgraf.export.workbook import workbook

__all__ = ["results_workbook", "workbook", "write_tables"]
