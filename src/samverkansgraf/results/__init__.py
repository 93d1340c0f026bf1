"""
What was computed, as observations of the RDF Data Cube vocabulary: measures, pairs, cells and every other table.

Each has its choices, the software and the build it comes from, and what of the graph it rests on.
"""

from samverkansgraf.results.observations import origin, result_sets
from samverkansgraf.results.tables import table_sets

__all__ = ["origin", "result_sets", "table_sets"]
