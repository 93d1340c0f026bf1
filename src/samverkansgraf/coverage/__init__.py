"""Coverage: what is known to be where, what was searched in vain, and where nobody has looked."""

from __future__ import annotations

from samverkansgraf.coverage.age import age_of_knowledge
from samverkansgraf.coverage.beside import unplaced, unreached
from samverkansgraf.coverage.cells import Cells, coverage, write_coverage
from samverkansgraf.coverage.dimensions import NAMES
from samverkansgraf.coverage.evidence import cell_evidence
from samverkansgraf.coverage.levels import finest
from samverkansgraf.coverage.sentences import cell_sentence, coverage_in_words, value_label, why_label
from samverkansgraf.coverage.shares import VALUES, shares
from samverkansgraf.coverage.tally import Tally, tally

__all__ = [
    "NAMES",
    "VALUES",
    "Cells",
    "Tally",
    "age_of_knowledge",
    "cell_evidence",
    "cell_sentence",
    "coverage",
    "coverage_in_words",
    "finest",
    "shares",
    "tally",
    "unplaced",
    "unreached",
    "value_label",
    "why_label",
    "write_coverage",
]
