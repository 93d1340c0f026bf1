"""Coverage: what is known to be where, what was searched in vain, and where nobody has looked."""

from __future__ import annotations

from samverkansgraf.coverage.age import age_of_knowledge
from samverkansgraf.coverage.aging import with_older
from samverkansgraf.coverage.beside import unplaced, unreached
from samverkansgraf.coverage.cells import Cells, coverage, write_coverage
from samverkansgraf.coverage.coding import CodingAgreement, coding_agreement, theme_basis, theme_support
from samverkansgraf.coverage.dependence import dependence
from samverkansgraf.coverage.dimensions import DIMENSIONS, NAMES
from samverkansgraf.coverage.districts import of_division
from samverkansgraf.coverage.equity import SAMPLES, Spread, equity, spread_of_initiatives
from samverkansgraf.coverage.evidence import cell_evidence
from samverkansgraf.coverage.expected import observed_and_expected
from samverkansgraf.coverage.fragility_words import (
    dependence_in_words,
    older_in_words,
    overlaps_in_words,
)
from samverkansgraf.coverage.levels import finest
from samverkansgraf.coverage.need import need_gaps, need_positions
from samverkansgraf.coverage.need_sentences import (
    coding_in_words,
    equity_in_words,
    expected_in_words,
    need_in_words,
    theme_by_label,
)
from samverkansgraf.coverage.overlaps import overlaps
from samverkansgraf.coverage.sentences import cell_sentence, coverage_in_words, value_label, why_label
from samverkansgraf.coverage.shares import VALUES, shares
from samverkansgraf.coverage.tally import Tally, tally

__all__ = [
    "DIMENSIONS",
    "NAMES",
    "SAMPLES",
    "VALUES",
    "Cells",
    "CodingAgreement",
    "Spread",
    "Tally",
    "age_of_knowledge",
    "cell_evidence",
    "cell_sentence",
    "coding_agreement",
    "coding_in_words",
    "coverage",
    "coverage_in_words",
    "dependence",
    "dependence_in_words",
    "equity",
    "equity_in_words",
    "expected_in_words",
    "finest",
    "need_gaps",
    "need_in_words",
    "need_positions",
    "observed_and_expected",
    "of_division",
    "older_in_words",
    "overlaps",
    "overlaps_in_words",
    "shares",
    "spread_of_initiatives",
    "tally",
    "theme_basis",
    "theme_by_label",
    "theme_support",
    "unplaced",
    "unreached",
    "value_label",
    "why_label",
    "with_older",
    "write_coverage",
]
