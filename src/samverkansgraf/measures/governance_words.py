"""What is said of how an initiative is governed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkansgraf.project import Language

Form = Literal["shared", "lead_organisation", "network_administrative_organisation", "cannot_be_told"]

FORMS: Final[Mapping[Language, Mapping[Form, str]]] = {
    "sv": {
        "shared": "delad styrning",
        "lead_organisation": "ledande organisation",
        "network_administrative_organisation": "nätverksadministrativ organisation",
        "cannot_be_told": "kan inte avgöras",
    },
    "en": {
        "shared": "shared governance",
        "lead_organisation": "lead organisation",
        "network_administrative_organisation": "network administrative organisation",
        "cannot_be_told": "cannot be told",
    },
}

REASONS: Final[Mapping[Language, Mapping[str, str]]] = {
    "sv": {
        "set": "flera organ, vart och ett med sin egen styrning",
        "none": "ingen organisation är känd; formerna gäller nätverk av minst {fewest}",
        "one": "en enda organisation är känd; formerna gäller nätverk av minst {fewest}",
        "few": "bara {known} organisationer är kända; formerna gäller nätverk av minst {fewest}",
        "body_leads": "anges leda: {bodies}, initiativets eget organ",
        "body_and_others": "anges leda: {bodies}, initiativets eget organ, och dessutom {leads}",
        "lead": "{leads} anges leda, ingen annan",
        "all_lead": "alla som deltar anges leda",
        "several": "{leads} anges leda tillsammans, men inte alla som deltar",
        "lead_in_part": "anges leda bara i någon del: {leads}",
        "body_coordinates": "initiativet har ett eget organ, {bodies}, och anges samordna; ingen annan anges leda",
        "body": "initiativet har ett eget organ, {bodies}, men vem som leder eller samordnar sägs inte",
        "all_partners": "alla {known} anges driva det tillsammans, ingen anges leda",
        "not_said": "ingen anges leda, och vilken roll {unsaid} har sägs inte",
        "not_partners": "ingen anges leda, och den roll som {unsaid} har säger inte vem som styr",
    },
    "en": {
        "set": "several bodies, each with its own governance",
        "none": "no organisation is known; the forms are of networks of {fewest} or more",
        "one": "only one organisation is known; the forms are of networks of {fewest} or more",
        "few": "only {known} organisations are known; the forms are of networks of {fewest} or more",
        "body_leads": "named as lead: {bodies}, the initiative’s own body",
        "body_and_others": "named as leads: {bodies}, the initiative’s own body, and {leads} as well",
        "lead": "{leads} is named as lead, and nobody else",
        "all_lead": "all who take part are named as leads",
        "several": "{leads} are named as leads together, but not all who take part",
        "lead_in_part": "named as lead in some part only: {leads}",
        "body_coordinates": "the initiative has a body of its own, {bodies}, and is said to coordinate; nobody else is "
        "named as lead",
        "body": "the initiative has a body of its own, {bodies}, but who leads or coordinates is not said",
        "all_partners": "all {known} are named as carrying it together, nobody as lead",
        "not_said": "nobody is named as lead, and the role of {unsaid} is not said",
        "not_partners": "nobody is named as lead, and the role of {unsaid} does not say who governs",
    },
}
_AND: Final[Mapping[Language, str]] = {"sv": "och", "en": "and"}

#: More names than this are a number in a reason; the columns have them all.
_MOST_NAMES: Final = 3
_MORE: Final[Mapping[Language, str]] = {"sv": "{} till", "en": "{} more"}


def listed(names: Sequence[str], language: Language) -> str:
    """
    Return names as a list in words, the last of many as a number.

    Examples
    --------
    >>> listed(["Ikea", "Mimer", "Polisen", "stad"], "en")
    'Ikea, Mimer and 2 more'
    """
    shown = names if len(names) <= _MOST_NAMES else names[: _MOST_NAMES - 1]
    if len(shown) < len(names):
        shown = [*shown, _MORE[language].format(len(names) - len(shown))]
    *first, last = shown or [""]
    return f"{', '.join(first)} {_AND[language]} {last}" if first else last
