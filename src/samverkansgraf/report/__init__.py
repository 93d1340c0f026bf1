"""The report: what a graph holds and what it does not, for people, as HTML or Markdown."""

from __future__ import annotations

from samverkansgraf.report.contents import Findings, Groups, NeedAndEquity, RestsOn
from samverkansgraf.report.document import document, report

__all__ = ["Findings", "Groups", "NeedAndEquity", "RestsOn", "document", "report"]
