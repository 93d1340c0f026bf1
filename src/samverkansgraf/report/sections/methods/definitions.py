"""What the report's words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from samverkansgraf.documents.blocks import Line, fact
from samverkansgraf.documents.names import in_scheme_order
from samverkansgraf.vocabulary import CONCEPTS, sg

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def nodes_and_ties(findings: Findings, names: Names) -> list[Line]:
    """Return what a node and a tie of the network stand for."""
    words, concepts = names.words, findings.frames.concepts
    outside = concepts.filter((pl.col("scheme") == "role") & pl.col("makes_tie").not_())["concept"].to_list()
    roles = words.listing([names.label(role) for role in sorted(outside, key=in_scheme_order)])
    tie = words.say("methods.tie_means", roles=roles) if roles else words.say("methods.tie_means_all")
    return [
        _meaning("actor", names),
        _meaning("initiative", names),
        _meaning("link", names),
        fact(words.say("methods.tie"), tie),
        _meaning("projection", names),
    ]


def terms(names: Names) -> list[Line]:
    """Return what the other words mean."""
    words = names.words
    certainties = words.listing([names.label(sg(name)) for name in CONCEPTS["certainty"]])
    return [
        fact(words.say("methods.certainty"), words.say("methods.certainty_means", values=certainties)),
        _meaning("cell", names),
        _meaning("standing", names),
    ]


def _meaning(term: str, names: Names) -> Line:
    words = names.words
    return fact(words.say(f"methods.{term}"), words.say(f"methods.{term}_means"))
