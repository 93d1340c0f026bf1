"""A graph in the formats of others: one file for each format."""

from samverkansgraf.export.claims_table import claims_table
from samverkansgraf.export.results import results_workbook
from samverkansgraf.export.tables import write_tables
from samverkansgraf.export.workbook import workbook

__all__ = ["claims_table", "results_workbook", "workbook", "write_tables"]
