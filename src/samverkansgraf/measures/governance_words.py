"""What is said of how an initiative is governed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkansgraf.project import Language

Form = Literal["shared", "lead_organisation", "network_administrative_organisation", "cannot_be_told"]


#: More names than this are a number in a reason; the columns have them all.
_MOST_NAMES: Final = 3


def listed(names: Sequence[str], language: Language) -> str:
    """
    Return names as a list in words, the last of many as a number.

    Examples
    --------
    >>> listed(["Ikea", "Mimer", "Polisen", "stad"], "en")
    'Ikea, Mimer and 2 more'
    """
    said = catalogue("measures", language, under="governance")
    shown = names if len(names) <= _MOST_NAMES else names[: _MOST_NAMES - 1]
    if len(shown) < len(names):
        shown = [*shown, said["more"].format(len(names) - len(shown))]
    *first, last = shown or [""]
    return f"{', '.join(first)} {said['and']} {last}" if first else last
