"""The service's own pages: what it is, a form to ask with, and a table of answers."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from samverkansgraf.texts import Catalogue, catalogue
from samverkansgraf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from samverkansgraf.city import City
    from samverkansgraf.project import Language
    from samverkansgraf.server.workers import Answer

_TEMPLATES: Final = Path(__file__).parent / "templates"
#: Rows that a page shows; the rest are in the other formats.
MOST_SHOWN: Final = 1000

EXAMPLE: Final = """\
SELECT ?actor ?initiative ?role WHERE {
  ?p a sg:Participation ; org:member/skos:prefLabel ?actor ;
     org:organization/skos:prefLabel ?initiative ; org:role/skos:prefLabel ?role .
  FILTER(LANG(?role) = "%s")
} ORDER BY ?actor ?initiative"""


def front_page(city: City, language: Language) -> str:
    """Return the page that says what the service is, with a form."""
    return _rendered(city, language, query=EXAMPLE % language, result=None)


def result_page(
    city: City, query: str, *, language: Language, answer: Answer | None = None, error: str | None = None
) -> str:
    """Return the page with a query's answer, or what is wrong with the query."""
    words = catalogue("server", language)
    result: dict[str, Any] = {"error": error, "columns": [], "rows": [], "text": None, "note": ""}
    if answer is not None and answer.kind == "triples":
        result["text"] = answer.data.decode()
    elif answer is not None:
        found = json.loads(answer.data)
        if "boolean" in found:
            result["text"] = words["yes"] if found["boolean"] else words["no"]
        else:
            rows, columns = found["results"]["bindings"], found["head"]["vars"]
            shown = [
                [row.get(column, {}).get("value", "") for column in columns] for row in rows[:MOST_SHOWN]
            ]
            result |= {"columns": columns, "rows": shown, "note": _count(words, len(rows))}
    return _rendered(city, language, query=query, result=result)


def _count(words: Catalogue, rows: int) -> str:
    if rows > MOST_SHOWN:
        return words["first"].format(shown=MOST_SHOWN, n=rows)
    return words.counted("rows", rows).format(n=rows)


def page_policy() -> str:
    """
    Return the Content-Security-Policy of these pages: our one style, no script, forms to us alone.

    It stands in each page and in its header, which also says that nobody may frame it.
    """
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'self'; base-uri 'none'"
    )


@cache
def _style() -> str:
    return (_TEMPLATES / "service.css").read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _rendered(city: City, language: Language, *, query: str, result: dict[str, Any] | None) -> str:
    frames, words = city.frames, catalogue("server", language)
    counts = ", ".join(
        words.counted(f"counts.{name}", number).format(n=number)
        for name, number in (
            ("actors", frames.actors.height),
            ("initiatives", frames.initiatives.height),
            ("participations", frames.participations.height),
            ("sources", frames.sources.height),
        )
    )
    return _environment().get_template("service.html.jinja").render(
        title=city.settings.name, language=language, own_language=city.settings.language, words=words,
        counts=counts, query=query, result=result, prefixes=sorted(PREFIXES.items()),
        style=Markup(_style()), policy=page_policy(),  # noqa: S704 - our own file
    )  # fmt: skip
