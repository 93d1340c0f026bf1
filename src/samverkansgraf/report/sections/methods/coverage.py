"""How coverage, need and what to do next are reckoned, in words with the works they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.coverage import coding_in_words
from samverkansgraf.coverage.expected import LEAST_DISTRICTS
from samverkansgraf.documents.blocks import Line, fact

if TYPE_CHECKING:
    from samverkansgraf.documents.names import Names
    from samverkansgraf.report.contents import Findings


def lines(findings: Findings, names: Names) -> list[Line]:
    """Return each part of the method that the report uses."""
    words = names.words
    if not findings.coverage.height:
        return []
    told = [_means("values", names), _means("searches", names)]
    if findings.theme_basis.height:
        coded = coding_in_words(findings.coding, language=words.language)
        told.append(fact(words.say("methods.themes"), f"{coded} {words.say('methods.themes_means')}"))
        if findings.coding is not None:
            told.append(_means("coding", names))
    if findings.rests_on is not None:
        told += [_means("rests", names), _means("overlaps", names)]
    if (need := findings.need) is not None:
        told.append(_means("need", names))
        told.append(_means("expected", names, least=words.whole(LEAST_DISTRICTS)))
        drawn = {name: words.whole(need.equity[name][0]) for name in ("samples", "seed")}
        told.append(_means("equity", names, **drawn))
    if findings.next_searches is not None:
        told.append(_means("next", names))
    return told


def _means(term: str, names: Names, **values: str) -> Line:
    words = names.words
    return fact(words.say(f"methods.{term}"), words.say(f"methods.{term}_means", **values))
