"""Which format an answer is sent in: what the client accepts most, of those that can hold it."""

from __future__ import annotations

from typing import Final

#: Kind of result -> media type -> name of the format; the first is sent where anything is accepted.
MEDIA_TYPES: Final[dict[str, dict[str, str]]] = {
    "rows": {
        "application/sparql-results+json": "json",
        "application/sparql-results+xml": "xml",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv",
        "application/json": "json",
        "application/xml": "xml",
        "text/xml": "xml",
    },
    "triples": {
        "text/turtle": "ttl",
        "application/n-triples": "nt",
        "application/ld+json": "jsonld",
        "application/rdf+xml": "xml",
        "application/json": "jsonld",
        "application/xml": "xml",
        "text/plain": "nt",
    },
}
_AS_ROWS: Final = {"boolean": "rows"}
PAGE: Final = "text/html"


def accepted(header: str) -> dict[str, float]:
    """
    Return the media ranges of an ``Accept`` header with their quality, 0–1.

    Examples
    --------
    >>> accepted("text/csv;q=0.5, */*;q=0.1")
    {'text/csv': 0.5, '*/*': 0.1}
    """
    ranges: dict[str, float] = {}
    for part in header.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((p.removeprefix("q=") for p in parameters if p.startswith("q=")), "1")
        if media:
            try:
                ranges[media] = min(1.0, max(0.0, float(quality)))
            except ValueError:
                ranges[media] = 0.0
    return ranges


def _quality(media: str, ranges: dict[str, float]) -> float:
    for known in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if known in ranges:
            return ranges[known]
    return 0.0


def forms_for(header: str | None, name: str | None = None) -> dict[str, str]:
    """
    Return the format of each kind of result; a kind that the client accepts no format of is left out.

    Parameters
    ----------
    header
        ``Accept``; without one, or with an empty one, anything is accepted.
    name
        A format's name (``json``, ``csv`` …) that the address asks for and that comes before the header.

    Examples
    --------
    >>> forms_for("text/csv")
    {'rows': 'csv', 'boolean': 'csv'}
    """
    ranges = accepted(header or "*/*")
    forms: dict[str, str] = {}
    for kind in ("rows", "boolean", "triples"):
        media_types = MEDIA_TYPES[_AS_ROWS.get(kind, kind)]
        if name is not None:
            if name in media_types.values():
                forms[kind] = name
            continue
        best = max(media_types, key=lambda media: _quality(media, ranges))
        if _quality(best, ranges) > 0:
            forms[kind] = media_types[best]
    return forms


def media_type(kind: str, form: str) -> str:
    """Return the media type that an answer is sent as."""
    media_types = MEDIA_TYPES[_AS_ROWS.get(kind, kind)]
    media = next(media for media, name in media_types.items() if name == form)
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def wants_page(header: str | None) -> bool:
    """
    Tell whether a browser asks, rather than a program.

    Examples
    --------
    >>> wants_page("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"), wants_page("*/*")
    (True, False)
    """
    ranges = accepted(header or "")
    return ranges.get(PAGE, 0) > 0 and ranges[PAGE] == max(ranges.values())
