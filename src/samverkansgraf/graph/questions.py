"""
Named questions: SPARQL files with a title and parameters in their header.

A parameter is resolved to a term and given to the query as a ``VALUES`` row, in the place of the
line ``# values``. A date ``at`` gives ``?at`` (EDTF), ``?atEarliest`` and ``?atLatest`` (``xsd:date``).
Every query is also given ``?lang``, the language of labels asked for. A remark is what a person
is told where there are no rows.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from samverkansgraf.dates import DateError, bounds
from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.graph.sparql import select
from samverkansgraf.graph.without_parties import without_parties as left_without
from samverkansgraf.lookup import found_concept, found_thing
from samverkansgraf.resources import questions_folder
from samverkansgraf.vocabulary import EDTF, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from samverkansgraf.graph.knowledge_graph import KnowledgeGraph
    from samverkansgraf.project import Language

PARAMETER_KINDS: Final = ("actor", "initiative", "district", "theme", "claim", "sector", "date", "text")
_HEADER: Final = re.compile(
    r"#\s*(title@sv|title@en|remark@sv|remark@en|param\s+(?P<param>[a-z]+)):\s*(?P<value>.*\S)\s*"
)
_VALUES: Final = re.compile(r"^[ \t]*#[ \t]*values[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A named question; ``parameters`` holds name -> kind, ``remarks`` what to say of no rows, by language."""

    name: str
    titles: dict[str, str]
    parameters: dict[str, str]
    text: str
    remarks: dict[str, str] = field(default_factory=dict)


@cache
def questions() -> dict[str, Question]:
    """Return the questions by name, sorted."""
    return {
        path.stem: _read(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(questions_folder().glob("*.rq"))
    }


def _read(name: str, text: str) -> Question:
    titles, parameters, remarks = {}, {}, {}
    for line in text.splitlines():
        if (header := _HEADER.fullmatch(line)) is None:
            continue
        if header["param"]:
            parameters[header["param"]] = header["value"]
        elif header[1].startswith("remark@"):
            remarks[header[1].removeprefix("remark@")] = header["value"]
        else:
            titles[header[1].removeprefix("title@")] = header["value"]
    return Question(name, titles, parameters, text, remarks)


def question(name: str) -> Question:
    """
    Return the question of that name.

    Raises
    ------
    UsageError
        There is none.
    """
    known = questions()
    if name not in known:
        remedy = did_you_mean(name, known) or f"the questions are {', '.join(known)}"
        raise UsageError(f"question {name!r} is unknown; {remedy}")
    return known[name]


def answer(
    graph: KnowledgeGraph,
    name: str,
    arguments: Mapping[str, str],
    *,
    language: Language,
    without_graphs: frozenset[str] = frozenset(),
    without_parties: bool = False,
) -> pl.DataFrame:
    """
    Return the rows that answer a named question.

    Parameters
    ----------
    graph
        The graph that is asked.
    name
        The question's name.
    arguments
        A name, id or text for each parameter.
    language
        Of the labels in the answer.
    without_graphs
        IRIs of graphs to leave out, as those of sources.
    without_parties
        Leave out what the parties themselves have written, as
        :mod:`samverkansgraf.graph.without_parties` has it.

    Raises
    ------
    UsageError
        The question, a parameter or a name is unknown, or a parameter is missing.
    """
    asked = question(name)
    for given in arguments:
        if given not in asked.parameters:
            known = ", ".join(asked.parameters) or "none"
            raise UsageError(f"question {name}: no parameter {given!r}; its parameters are {known}")
    bindings = {"lang": _literal(language)}
    for parameter, kind in asked.parameters.items():
        if parameter not in arguments:
            raise UsageError(f"question {name}: --{parameter} is missing; give {_article(kind)}")
        bindings |= _bindings(graph, parameter, kind, arguments[parameter])
    store = left_without(graph).store if without_parties else graph.store
    return select(store, with_values(asked.text, bindings), without_graphs=without_graphs)


def answer_test(
    graph: KnowledgeGraph, test: str, *, language: Language, without_graphs: frozenset[str] = frozenset()
) -> pl.DataFrame:
    """
    Return the rows of a claim's test, written ``question-name key=value …``.

    Raises
    ------
    UsageError
        The test is not so written, or :func:`answer` refuses it.
    """
    try:
        name, *pairs = shlex.split(test)
    except ValueError:
        raise UsageError(f"test {test!r} cannot be read; write question-name key=value …") from None
    if wrong := [pair for pair in pairs if "=" not in pair]:
        raise UsageError(f"test {test!r}: {wrong[0]!r} is not key=value")
    arguments = dict(pair.split("=", 1) for pair in pairs)
    return answer(graph, name, arguments, language=language, without_graphs=without_graphs)


def _article(kind: str) -> str:
    return {"date": "a date, as 2021-09-20", "text": "a text"}.get(kind, f"the label or id of the {kind}")


def _bindings(graph: KnowledgeGraph, parameter: str, kind: str, value: str) -> dict[str, str]:
    match kind:
        case "date":
            try:
                found = bounds(value)
            except DateError as error:
                raise UsageError(f"--{parameter}: {error}") from None
            if found.earliest is None or found.latest is None:
                raise UsageError(
                    f"--{parameter}: {value!r} has no first or no last day; give a day, month or year"
                )
            return {
                parameter: _literal(value, EDTF),
                f"{parameter}Earliest": _literal(found.earliest.isoformat(), PREFIXES["xsd"] + "date"),
                f"{parameter}Latest": _literal(found.latest.isoformat(), PREFIXES["xsd"] + "date"),
            }
        case "text":
            return {parameter: _literal(value)}
        case "sector":
            return {parameter: f"<{found_concept(graph.frames, value, 'sector')}>"}
        case _:
            return {parameter: f"<{found_thing(graph.frames, value, kind)}>"}


def with_values(text: str, bindings: Mapping[str, str]) -> str:
    """Put the bindings in the place of the line ``# values`` as a ``VALUES`` row."""
    used = {name: term for name, term in bindings.items() if re.search(rf"[?$]{name}\b", text)}
    variables = " ".join(f"?{name}" for name in used)
    row = f"VALUES ({variables}) {{ ({' '.join(used.values())}) }}" if used else ""
    return _VALUES.sub(lambda _: row, text)


def _literal(value: str, datatype: str | None = None) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"' + (f"^^<{datatype}>" if datatype else "")
