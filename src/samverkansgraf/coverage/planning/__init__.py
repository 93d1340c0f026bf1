"""
Where next: what to start, what to search for first, and who could be introduced to whom.

A plan starts something only where a search found nothing; where nobody has looked, the advice is to search.
"""

from __future__ import annotations

from samverkansgraf.coverage.planning.bridges import missing_bridges
from samverkansgraf.coverage.planning.constraints import Constraints
from samverkansgraf.coverage.planning.first import FirstSearch, first_search
from samverkansgraf.coverage.planning.nearness import read_near
from samverkansgraf.coverage.planning.needs import need_of
from samverkansgraf.coverage.planning.search_template import search_template
from samverkansgraf.coverage.planning.searches_to_make import INDIRECT, NextSearches, next_searches
from samverkansgraf.coverage.planning.where_next import Plan, plan
from samverkansgraf.coverage.planning.words import (
    bridges_in_words,
    kinds_of_sources,
    plan_in_words,
    searches_in_words,
)

__all__ = [
    "INDIRECT",
    "Constraints",
    "FirstSearch",
    "NextSearches",
    "Plan",
    "bridges_in_words",
    "first_search",
    "kinds_of_sources",
    "missing_bridges",
    "need_of",
    "next_searches",
    "plan",
    "plan_in_words",
    "read_near",
    "search_template",
    "searches_in_words",
]
