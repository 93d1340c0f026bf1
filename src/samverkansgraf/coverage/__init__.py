"""Coverage: what is known to be where, what was searched in vain, and where nobody has looked."""

from __future__ import annotations

from samverkansgraf.coverage.age import age_of_knowledge
from samverkansgraf.coverage.aging import with_older
from samverkansgraf.coverage.beside import unplaced, unreached
from samverkansgraf.coverage.cells import Cells, coverage, write_coverage
from samverkansgraf.coverage.dependence import dependence
from samverkansgraf.coverage.dimensions import DIMENSIONS, NAMES
from samverkansgraf.coverage.evidence import cell_evidence
from samverkansgraf.coverage.fragility_words import (
    dependence_in_words,
    older_in_words,
    overlaps_in_words,
)
from samverkansgraf.coverage.levels import finest
from samverkansgraf.coverage.overlaps import overlaps
from samverkansgraf.coverage.sentences import cell_sentence, coverage_in_words, value_label, why_label
from samverkansgraf.coverage.shares import VALUES, shares
from samverkansgraf.coverage.tally import Tally, tally

__all__ = [
    "DIMENSIONS",
    "NAMES",
    "VALUES",
    "Cells",
    "Tally",
    "age_of_knowledge",
    "cell_evidence",
    "cell_sentence",
    "coverage",
    "coverage_in_words",
    "dependence",
    "dependence_in_words",
    "finest",
    "older_in_words",
    "overlaps",
    "overlaps_in_words",
    "shares",
    "tally",
    "unplaced",
    "unreached",
    "value_label",
    "why_label",
    "with_older",
    "write_coverage",
]
