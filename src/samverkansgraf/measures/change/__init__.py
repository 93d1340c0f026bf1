"""
Change between two dates: what entered, left and stayed, surely or possibly.

:func:`change_between` goes through actors, initiatives, participations and ties; :func:`stability` gives Jaccard
stability and turnover as a least and a greatest value over what the dates allow.
"""

from __future__ import annotations

from samverkansgraf.measures.change.between import ChangeBetween, change_between, outside_study
from samverkansgraf.measures.change.stability import Stability, stability
from samverkansgraf.measures.change.works import WORKS

__all__ = ["WORKS", "ChangeBetween", "Stability", "change_between", "outside_study", "stability"]
