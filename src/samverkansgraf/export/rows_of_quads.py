"""The inverse of the mapping: from the quads of a graph to the rows of a project's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkansgraf.export.elsewhere import stated_by_others
from samverkansgraf.export.keyed_rows import keyed_rows
from samverkansgraf.export.statements import Statements, typed
from samverkansgraf.export.thing_rows import thing_rows
from samverkansgraf.graph.predicates import TEXT
from samverkansgraf.graph.quads import BOOLEAN, IRI
from samverkansgraf.tables.columns import TABLES
from samverkansgraf.vocabulary import SCHEMES, iri, sg

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from samverkansgraf.export.keyed_rows import Row
    from samverkansgraf.project import Language


def rows_of_quads(
    quads: pl.DataFrame, *, base: str, language: Language
) -> tuple[dict[str, list[Row]], list[tuple[str, str]]]:
    """
    Return the rows that a graph was built from.

    Parameters
    ----------
    quads
        As in :mod:`samverkansgraf.graph.quads`, in their named graphs.
    base, language
        Of the project.

    Returns
    -------
    rows
        Table -> rows; references are IRIs. Scoped collectives are their general ones again.
    joined
        Pairs of a thing's IRI and a spare id that a decision must make the same.
    """
    said = Statements(quads, base, language)
    elsewhere = stated_by_others(said)
    words = [str(table.word) for table in TABLES.values() if table.word and not table.keyed]
    taken = {thing.rsplit("/", 1)[-1] for word in words for thing in said.things(word)}
    rows: dict[str, list[Row]] = {}
    joined: list[tuple[str, str]] = []
    for name, table in TABLES.items():
        if name == "terms":
            rows[name] = list(_terms(said))
        elif table.word is None:
            rows[name] = []
        elif table.keyed:
            rows[name] = keyed_rows(said, name)
        else:
            made = thing_rows(said, name, elsewhere, taken)
            rows[name] = made.rows
            joined += made.joined
    return rows, joined


def _terms(said: Statements) -> Iterator[Row]:
    label, english = iri("skos:prefLabel"), "@en"
    for scheme, term in SCHEMES.items():
        for thing in sorted(said.things(scheme)):
            if sg(term) not in {value.text for value in said.values(thing, iri("skos:inScheme"), IRI)}:
                continue
            labels = [value.text for value in said.values(thing, label, TEXT)]
            others = (
                labels[1:] if said.tag == english else [v.text for v in said.values(thing, label, english)]
            )
            ties = said.one(thing, sg("makesTie"), BOOLEAN)
            yield {
                "iri": thing,
                "scheme": scheme,
                "id": thing.rsplit("/", 1)[-1],
                "label": labels[0] if labels else None,
                "label_en": others[0] if others else None,
                "broader": said.one(thing, iri("skos:broader"), IRI),
                "makes_tie": None if ties is None else typed(ties, BOOLEAN),
            }
