"""
Tables of ``network`` as sets of observations, in long form: each value of each row is one.

What a row is of are its keys: nodes, and categories as ``role=coordinator``. Each other column is a concept,
``measure:communities.group``. Labels, kinds and sectors of nodes are left out, for the graph has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.graph.cube import ResultSet
from samverkansgraf.network import pair_ids, two_mode
from samverkansgraf.results import PARAMETER_COLUMNS, origin, refuse_moved, selected
from samverkansgraf.ties import DEFAULT_SELECTION
from samverkansgraf.vocabulary import MEASURE_SCHEME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language
    from samverkansgraf.ties import Selection


@dataclass(frozen=True, slots=True)
class Keys:
    """
    What a row of a table is of; without any, the table is one row, of the whole network.

    ``nodes`` are its columns of IRIs of nodes and their terms, the last of which may be null; ``categories`` its other
    keys. ``choices`` are those that do not stand in the table and must be told, ``constants`` those that stand in
    columns of their own, beside :data:`~samverkansgraf.results.PARAMETER_COLUMNS`. With ``by_label`` pairs are named
    by labels.
    """

    nodes: Mapping[str, str] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    constants: tuple[str, ...] = ()
    by_label: bool = False


_PAIR: Final = {"actor_a": "firstActor", "actor_b": "secondActor"}
_NODE: Final = {"id": "ofNode"}

#: Table -> what its rows are of.
TABLE_KEYS: Final[Mapping[str, Keys]] = {
    "tested-pairs": Keys(_PAIR, by_label=True),
    "backbone": Keys(_PAIR, by_label=True),
    "community-ties": Keys(_PAIR),
    "cutpoints": Keys(_NODE),
    "bridges": Keys({"actor": "ofNode", "initiative": "otherNode"}),
    "brokerage": Keys(_NODE, ("role",)),
    "brokerage-two-mode": Keys(_NODE, ("role",)),
    "arcs": Keys({"from": "ofNode", "to": "otherNode"}, ("relation",)),
    "governance": Keys({"initiative": "ofNode"}),
    "communities": Keys({"actor": "ofNode"}),
    "community-runs": Keys(),
    "core": Keys(_NODE),
    "modules": Keys(_NODE),
    "small-world": Keys(),
    "mixing": Keys(categories=("group_a", "group_b")),
    "ei-test": Keys(),
    "ei-groups": Keys(categories=("group",)),
    "chance": Keys(categories=("measure", "null")),
    "change": Keys({"id": "ofNode", "id_b": "otherNode"}, ("kind", "change"), choices=("from", "to")),
    "change-summary": Keys(categories=("kind",), constants=("from", "to")),
    "layers": Keys(categories=("layer_a", "layer_b")),
    "layers-regression": Keys(categories=("outcome", "term")),
    "multiplexity": Keys(categories=("layer",)),
    "cug": Keys(categories=("statistic", "given")),
    "beside": Keys(categories=("measure",), choices=("a", "b")),
}
#: Columns that tell of a node what the graph has; so has it what is in columns of labels.
FROM_GRAPH: Final = ("kind", "sector", "from_sector", "to_sector")

_TERMS: Final[Mapping[str, Mapping[Language, str]]] = {
    "value": {"sv": "tal", "en": "numbers"},
    "textValue": {"sv": "ord", "en": "words"},
}


def table_sets(
    frame: pl.DataFrame,
    table: str,
    frames: Frames,
    *,
    selection: Selection = DEFAULT_SELECTION,
    choices: Mapping[str, str] | None = None,
    language: Language = "en",
) -> list[ResultSet]:
    """
    Return a table of ``network`` as sets of observations, one for each value of each row.

    A number is ``sg:value``, a yes 1 and a no 0; words, names and IRIs are ``sg:textValue``, as many as there are. A
    row's reason stands at each of its observations. What is null has its reason and no value; without a reason nothing
    is said of it.

    Parameters
    ----------
    frame
        The table, as it was computed.
    table
        Its name: one of :data:`TABLE_KEYS`.
    frames
        The graph that it was computed from.
    selection
        The selection that it was computed with.
    choices
        What else it was computed with, by name. They make its sets other sets, as all its parameters do.
    language
        Of its reasons.

    Returns
    -------
    sets
        One of numbers and one of words, as far as it has any; where some rows are of one node and some of two, one for
        each. A table without rows gives none.

    Raises
    ------
    UsageError
        There is no such table, its rows are of something else, two are of the same, or a choice is not told.

    Examples
    --------
    >>> from samverkansgraf.city import open_city
    >>> from samverkansgraf.measures.communities import communities
    >>> city = open_city("data/southern-women")
    >>> (numbers,) = table_sets(communities(city.network()).members, "communities", city.frames)
    >>> numbers.dimensions, numbers.rows.height
    (('ofMeasure', 'ofNode'), 36)
    """
    choices = choices or {}
    keys = _keys_of(frame, table, choices)
    if keys.by_label:
        ids = pair_ids(two_mode(frames, selection))
        refuse_moved(frame.select(label_a="actor_a", label_b="actor_b"), ids.select("label_a", "label_b"))
        frame = frame.with_columns(actor_a=ids["id_a"], actor_b=ids["id_b"])
    named = [*keys.nodes, *keys.categories]
    if frame.select(named).is_duplicated().any() if named else frame.height > 1:
        raise UsageError(f"two rows of {table} are of the same; give the table as it was computed")
    constants = [
        name for name in (*PARAMETER_COLUMNS, *keys.constants) if name in frame.columns and name not in named
    ]
    parameters = {**selected(selection), **choices, **_told(frame.select(constants))}
    columns = [
        name
        for name in frame.columns
        if name not in {*named, *constants, *FROM_GRAPH, "reason"} and "label" not in name
    ]
    found = []
    for terms, part in _by_nodes(frame, keys):
        of = {node: pl.col(name) for name, node in terms.items()} | _category(keys)
        for term, words in _TERMS.items():
            of_kind = [name for name in columns if (term == "value") == _is_number(part.schema[name])]
            concepts = {f"{MEASURE_SCHEME}/{table}.{name}": name for name in of_kind}
            rows = _long(part, of, concepts, term)
            if rows.is_empty():
                continue
            found.append(
                ResultSet(
                    name=".".join((table, *terms.values(), term)),
                    titles={tag: f"{table} ({word})" for tag, word in words.items()},
                    structure=".".join(("table", *of, term)),
                    dimensions=("ofMeasure", *of),
                    measures=(term,),
                    attributes=("reason",),
                    identity=parameters,
                    parameters=parameters,
                    rows=rows,
                    language=language,
                    as_of=selection.at,
                    concepts=_concepts(table, of_kind),
                )
            )
    return found


def _keys_of(frame: pl.DataFrame, table: str, choices: Mapping[str, str]) -> Keys:
    keys = TABLE_KEYS.get(table)
    if keys is None:
        raise UsageError(f"{table}: no table of that name has a form as RDF; choose {', '.join(TABLE_KEYS)}")
    if missing := [name for name in (*keys.nodes, *keys.categories) if name not in frame.columns]:
        raise UsageError(
            f"{table} has a column {missing[0]}, which these rows lack; give the table of that name"
        )
    if untold := [name for name in keys.choices if name not in choices]:
        raise UsageError(f"{table}: {untold[0]!r} does not stand in the table; tell it among its choices")
    return keys


def _by_nodes(frame: pl.DataFrame, keys: Keys) -> Iterator[tuple[Mapping[str, str], pl.DataFrame]]:
    """Divide rows by which nodes they are of: all dimensions of a set have values."""
    if not keys.nodes:
        yield {}, frame
        return
    last = list(keys.nodes)[-1]
    yield keys.nodes, frame.filter(pl.col(last).is_not_null())
    yield (
        {name: term for name, term in keys.nodes.items() if name != last},
        frame.filter(pl.col(last).is_null()),
    )


def _category(keys: Keys) -> dict[str, pl.Expr]:
    if not keys.categories:
        return {}
    said = [pl.format(f"{name}={{}}", pl.col(name).cast(pl.String).fill_null("")) for name in keys.categories]
    return {"ofCategory": pl.concat_str(said, separator="; ")}


def _long(
    frame: pl.DataFrame, of: Mapping[str, pl.Expr], columns: Mapping[str, str], term: str
) -> pl.DataFrame:
    """Return a row for each value of the columns, by their concepts, and for each that has a reason instead."""
    why = pl.col("reason") if "reason" in frame.columns else pl.lit(None, dtype=pl.String)
    parts = [
        frame.select(
            pl.lit(concept).alias("ofMeasure"), **of, **{term: _value(name, frame.schema[name])}, reason=why
        )
        for concept, name in columns.items()
    ]
    if not parts:
        return pl.DataFrame()
    return pl.concat(parts).filter(pl.col(term).is_not_null() | pl.col("reason").is_not_null())


def _value(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if _is_number(dtype):
        return column.cast(pl.Float64).fill_nan(None)
    several = isinstance(dtype, pl.List)
    texts = column.cast(pl.List(pl.String)) if several else pl.concat_list(column.cast(pl.String))
    texts = texts.list.drop_nulls()
    return pl.when(texts.list.len() > 0).then(texts)


def _is_number(dtype: pl.DataType) -> bool:
    return dtype.is_numeric() or dtype == pl.Boolean()


def _told(constants: pl.DataFrame) -> dict[str, str]:
    found = {name: constants[name].drop_nulls().first() for name in constants.columns}
    return {name: str(value) for name, value in found.items() if value is not None}


def _concepts(table: str, columns: list[str]) -> pl.DataFrame:
    """Return the concepts of columns; they are called as in the table, in both languages."""
    rows = [
        {"measure": f"{table}.{name}", **{f"label_{tag}": f"{table}: {name}" for tag in ("sv", "en")}}
        for name in columns
    ]
    return pl.DataFrame(rows, schema=origin().measures.schema)
