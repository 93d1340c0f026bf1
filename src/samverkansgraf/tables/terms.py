"""The project's own roles, sectors and other concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.tables.identity import ID_PATTERN, slug
from samverkansgraf.tables.names import ConceptNames, find_concept
from samverkansgraf.vocabulary import CONCEPTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkansgraf.errors import Problem
    from samverkansgraf.tables.reading import RawTable


def own_concepts(
    raw: RawTable | None, base: str, concepts: ConceptNames
) -> tuple[ConceptNames, dict[int, str], list[Problem]]:
    """
    Add the project's own terms to the known concepts.

    Returns
    -------
    The concepts with the project's own, the IRI of each row's term by row number, and problems.
    """
    known = {scheme: dict(names) for scheme, names in concepts.items()}
    iris: dict[int, str] = {}
    if raw is None:
        return known, iris, []
    problems: list[Problem] = []
    for position, row in enumerate(raw.rows):
        cell = {name: values[position] for name, values in raw.cells.items()}
        identity = cell.get("id") or slug(cell.get("label") or "")
        faults = list(_term_problems(raw, row, cell, identity))
        problems += faults
        if faults:
            continue
        names = known[str(cell["scheme"])]
        iris[row] = f"{base}{cell['scheme']}/{identity}"
        for name in filter(None, (identity, cell.get("label"), cell.get("label_en"))):
            if names.setdefault(name.casefold(), iris[row]) != iris[row]:
                message = f"the {cell['scheme']} {name!r} is there already"
                problems.append(raw.problem(message, row, "label", "choose another name"))
    problems += _broader_terms(raw, known)
    return known, iris, problems


def _term_problems(
    raw: RawTable, row: int, cell: Mapping[str, str | None], identity: str
) -> Iterator[Problem]:
    scheme = cell.get("scheme") or ""
    if scheme not in CONCEPTS:
        yield raw.problem(f"{scheme!r} is no scheme", row, "scheme", f"the schemes are {', '.join(CONCEPTS)}")
    if not identity:
        yield raw.problem("the label is empty or gives no id", row, "label", "write a label, and an id")
    elif not ID_PATTERN.fullmatch(identity):
        yield raw.problem(f"the id {identity!r} is not allowed", row, "id", "use a–z, 0–9, '.', '_' and '-'")
    if scheme == "role" and not cell.get("makes_tie"):
        yield raw.problem("a role must say whether it makes a tie", row, "makes_tie", "write ja or nej")


def _broader_terms(raw: RawTable, known: ConceptNames) -> Iterator[Problem]:
    """Put IRIs in the place of the names in ``broader``, which may be of terms further down."""
    cells = raw.cells.get("broader", [])
    for position, (row, name, scheme) in enumerate(zip(raw.rows, cells, raw.cells["scheme"], strict=False)):
        if name is None or scheme is None:
            continue
        found = find_concept(name, scheme, known)
        if isinstance(found, str):
            cells[position] = found
        else:
            yield raw.problem(found[0], row, "broader", found[1])
