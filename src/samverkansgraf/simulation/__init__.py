"""
What if: what the graph would lose if something left, and gain if something started.

Removing is leaving rows out of frames, adding is putting marked rows in; no store is touched and nothing is kept.
"""

from __future__ import annotations

from samverkansgraf.simulation.assumed import Assumed, found_assumed
from samverkansgraf.simulation.assumed_file import read_assumed, several
from samverkansgraf.simulation.changes import Leaving, found_leaving, leaving
from samverkansgraf.simulation.ending import agreements_ending, months_after
from samverkansgraf.simulation.hanging import EACH, what_hangs_on_each
from samverkansgraf.simulation.what_if import Simulation, simulated
from samverkansgraf.simulation.words import in_words, word

__all__ = [
    "EACH",
    "Assumed",
    "Leaving",
    "Simulation",
    "agreements_ending",
    "found_assumed",
    "found_leaving",
    "in_words",
    "leaving",
    "months_after",
    "read_assumed",
    "several",
    "simulated",
    "what_hangs_on_each",
    "word",
]
