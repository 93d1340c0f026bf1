"""Why no choice is possible: a smallest set of rules that do not go together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkansgraf.coverage.planning.covering import Covering, Rule, ruled_model

if TYPE_CHECKING:
    from collections.abc import Sequence


def conflict(covering: Covering) -> tuple[Rule, ...]:
    """
    Return rules that cannot all hold, none of which can be spared; empty if some choice satisfies all.

    The budget is no rule here; write it as one (at most so many of all candidates) where it may be to blame.

    Notes
    -----
    The deletion filter of Chinneck & Dravnieks (1991), doi:10.1287/ijoc.3.2.157: each rule is left out in turn, the last
    first, and stays out if the others still conflict. So of several conflicts that of the earliest rules is found.

    Examples
    --------
    >>> wanted, barred = Rule((0,), least=1, says="take 0"), Rule((0,), most=0, says="not 0")
    >>> [rule.says for rule in conflict(Covering(((0,),), (1,), 1, (wanted, barred)))]
    ['take 0', 'not 0']
    """
    if _possible(covering, covering.rules):
        return ()
    left = list(covering.rules)
    for rule in reversed(covering.rules):
        fewer = [one for one in left if one is not rule]
        if not _possible(covering, fewer):
            left = fewer
    return tuple(left)


def _possible(covering: Covering, rules: Sequence[Rule]) -> bool:
    loose = replace(covering, rules=tuple(rules), budget=float("inf"))
    return ruled_model(loose, range(len(loose.footprints)))[0].smallest({}) is not None
