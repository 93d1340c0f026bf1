"""Why a value, or one end of its range, is missing or says little: in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from samverkansgraf.measures.measure import Measure
    from samverkansgraf.project import Language

_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "sv": {
        "absent_scenario": "inte i nätverket när bara detta räknas: {}",
        "undefined_scenario": "odefinierat när bara detta räknas: {}",
        "absent_source": "inte i nätverket utan källan ”{}”",
        "absent_initiative": "inte i nätverket utan initiativet ”{}”",
        "undefined_source": "odefinierat utan källan ”{}”",
        "undefined_initiative": "odefinierat utan initiativet ”{}”",
        "undefined_sources": "odefinierat i {} av {} fall när källorna utelämnas en i taget",
        "undefined_initiatives": "odefinierat i {} av {} fall när initiativen utelämnas ett i taget",
        "beside": "värdet ligger utanför bootstrapintervallet: en dragning rymmer färre olika initiativ, och måttet "
        "beror av hur många de är",
        "no_source": "ingen källa kan utelämnas, eftersom ingen är angiven",
        "no_initiative": "inget initiativ kan utelämnas eller dras, eftersom inget finns",
        "drawn": "inget bootstrapintervall: initiativen är själva det som dras",
        "no bootstrap": "inget bootstrapintervall: ett initiativ som dras två gånger blir en kopia av sig självt, "
        "och måttet skulle mäta kopiorna",
        "scenarios": "osäkerheten gäller bara andra grader av visshet: måttet är för tungt att räkna om för varje utelämnad "
        "källa, varje utelämnat initiativ och varje dragning",
        "few": "säger litet om så få aktörer: {} finns, minst {} behövs",
    },
    "en": {
        "absent_scenario": "not in the network when only this counts: {}",
        "undefined_scenario": "undefined when only this counts: {}",
        "absent_source": "not in the network without the source “{}”",
        "absent_initiative": "not in the network without the initiative “{}”",
        "undefined_source": "undefined without the source “{}”",
        "undefined_initiative": "undefined without the initiative “{}”",
        "undefined_sources": "undefined in {} of {} cases when sources are left out one at a time",
        "undefined_initiatives": "undefined in {} of {} cases when initiatives are left out one at a time",
        "beside": "the value lies outside the bootstrap interval: a draw holds fewer different initiatives, and the "
        "measure depends on how many there are",
        "no_source": "no source can be left out, since none is given",
        "no_initiative": "no initiative can be left out or drawn, since there is none",
        "drawn": "no bootstrap interval: initiatives are themselves what is drawn",
        "no bootstrap": "no bootstrap interval: an initiative drawn twice is a copy of itself, and the measure would "
        "measure the copies",
        "scenarios": "the uncertainty is that of certainties only: the measure takes too long to compute anew for each "
        "source or initiative left out and for each draw",
        "few": "says little of so few actors: there are {}, at least {} are needed",
    },
}


def reason(key: str, language: Language, *details: object) -> str:
    """Return one reason in words."""
    return _WORDS[language][key].format(*details)


def says_little(measure: Measure, network: nx.Graph[str], *, language: Language = "en") -> str | None:
    """
    Return why a measure says little of a network with so few actors; ``None`` where it says something.

    Examples
    --------
    >>> from samverkansgraf.measures import MEASURES
    >>> from samverkansgraf.network import two_mode_of_pairs
    >>> measure = MEASURES["degree_centralization"]
    >>> says_little(measure, two_mode_of_pairs([(f"a{number}", "x") for number in range(99)]))
    """
    actors = sum(network.nodes[node]["kind"] == "actor" for node in network)
    return reason("few", language, actors, measure.fewest) if actors < measure.fewest else None
