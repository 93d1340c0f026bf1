"""Find faults, warnings and notes in a graph."""

from samverkansgraf.check.findings import SEVERITIES, Finding, Severity
from samverkansgraf.check.graph_check import check_graph

__all__ = ["SEVERITIES", "Finding", "Severity", "check_graph"]
