"""The words of need, of what is expected, of how what there is is spread, and of coding; in Swedish and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from samverkansgraf.project import Language


def text(key: str, language: Language, **values: object) -> str:
    """Return a text with its places filled."""
    return catalogue("coverage", language, under="need")[key].format(**values)


def decimal(value: float, language: Language, *, digits: int = 2) -> str:
    """
    Return a number with so many decimals.

    Examples
    --------
    >>> decimal(0.743, "sv"), decimal(-0.5, "en", digits=1)
    ('0,74', '−0.5')
    """
    shown = f"{value:.{digits}f}".replace("-", "−")
    return shown if language == "en" else shown.replace(".", ",")
