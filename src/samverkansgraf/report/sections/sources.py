"""The numbered list of sources that every phrase refers to, with what sources say of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.documents.sources import sources_chapter
from samverkansgraf.report.sections.differing import said_of

if TYPE_CHECKING:
    from samverkansgraf.documents.blocks import Section
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def section(findings: Findings, names: Names) -> Section:
    """Return the list of sources."""
    return sources_chapter(findings.frames, names, lambda source: said_of(source, findings, names))
