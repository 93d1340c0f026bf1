"""
Tables of ``network``, ``coverage``, ``plan`` and ``simulate`` as sets of observations: each value of each row is one.

What a row is of are its keys: nodes, dimensions of coverage, and categories as ``role=coordinator``. Each other column is a
concept, ``measure:communities.group``. Labels, kinds and sectors of nodes are left out, for the graph has them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import polars as pl

from samverkansgraf.coverage.periods import PERIOD
from samverkansgraf.coverage.proof import cell_proof
from samverkansgraf.errors import UsageError
from samverkansgraf.graph.cube import ResultSet
from samverkansgraf.network import pair_ids, two_mode
from samverkansgraf.results.cells import DIMENSION_TERMS, refuse_moved
from samverkansgraf.results.keys import CELL_KEYS, TABLE_KEYS, Keys
from samverkansgraf.results.observations import PARAMETER_COLUMNS, origin, selected
from samverkansgraf.results.terms import with_terms
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import DEFAULT_SELECTION
from samverkansgraf.vocabulary import MEASURE_SCHEME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Bounds, Language
    from samverkansgraf.ties import Selection


#: Columns that tell of a node what the graph has; so has it what is in columns of labels.
FROM_GRAPH: Final = ("kind", "sector", "from_sector", "to_sector")


def table_sets(
    frame: pl.DataFrame,
    table: str,
    frames: Frames,
    bounds: Bounds,
    *,
    selection: Selection = DEFAULT_SELECTION,
    at: str | date | None = None,
    division: str | None = None,
    choices: Mapping[str, str] | None = None,
    language: Language = "en",
) -> list[ResultSet]:
    """
    Return a table as sets of observations, one for each value of each row.

    A number is ``sg:value``, a yes 1 and a no 0; words, names and IRIs are ``sg:textValue``, as many as there are. A
    row's reason stands at each of its observations. What is null has its reason and no value; without a reason nothing
    is said of it. What is of one cell of coverage is derived from the evidence of that cell and the searches that cover it.

    Parameters
    ----------
    frame
        The table, as it was computed.
    table
        Its name: one of :data:`TABLE_KEYS`.
    frames, bounds
        The graph that it was computed from.
    selection
        The selection that it was computed with; of tables of the network.
    at, division
        As of when it is, and of which kind of district; of all other tables.
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
    >>> (numbers,) = table_sets(communities(city.network()).members, "communities", city.frames, city.settings.bounds)
    >>> numbers.dimensions, numbers.rows.height
    (('ofMeasure', 'ofNode'), 36)
    """
    choices = choices or {}
    keys = _keys_of(frame, table, choices)
    if keys.by_label:
        ids = pair_ids(two_mode(frames, selection))
        refuse_moved(frame.select(label_a="actor_a", label_b="actor_b"), ids.select("label_a", "label_b"))
        frame = frame.with_columns(actor_a=ids["id_a"], actor_b=ids["id_b"])
    if keys.numbered is not None:
        frame = frame.with_row_index(keys.numbered, offset=1)
    behind = None
    if keys.cells:
        frame = with_terms(frame, frames, bounds, language=language, division=division)
        behind = _behind(frame, keys, frames, bounds, at=at, division=division)
    named = [*keys.nodes, *keys.categories]
    if frame.select(named).is_duplicated().any() if named else frame.height > 1:
        raise UsageError(f"two rows of {table} are of the same; give the table as it was computed")
    constants = [
        name for name in (*PARAMETER_COLUMNS, *keys.constants) if name in frame.columns and name not in named
    ]
    of_cells = table in CELL_KEYS
    asked = _asked(at, division) if of_cells else selected(selection)
    parameters = {**asked, **choices, **_told(frame.select(constants))}
    columns = [
        name
        for name in frame.columns
        if name not in {*named, *constants, *keys.told, *FROM_GRAPH, "reason"} and "label" not in name
    ]
    found = []
    for terms, part in _by_nodes(frame, keys):
        of = {node: pl.col(name) for name, node in terms.items()} | _category(keys)
        for term in ("value", "textValue"):
            of_kind = [name for name in columns if (term == "value") == _is_number(part.schema[name])]
            concepts = {f"{MEASURE_SCHEME}/{table}.{name}": name for name in of_kind}
            rows = _long(part, of, concepts, term)
            if rows.is_empty():
                continue
            found.append(
                ResultSet(
                    name=".".join((table, *terms.values(), term)),
                    titles={
                        tag: f"{table} ({catalogue('results', tag, under='term')[term]})"
                        for tag in ("sv", "en")
                    },
                    structure=".".join(("table", *of, term)),
                    dimensions=("ofMeasure", *of),
                    measures=(term,),
                    attributes=("reason",),
                    identity=parameters,
                    parameters=parameters,
                    rows=rows,
                    language=language,
                    as_of=(None if at in (None, "ever") else str(at)) if of_cells else selection.at,
                    derived_from=None if behind is None else _evidence(rows, behind),
                    concepts=_concepts(table, of_kind),
                )
            )
    return found


def _keys_of(frame: pl.DataFrame, table: str, choices: Mapping[str, str]) -> Keys:
    keys = TABLE_KEYS.get(table)
    if keys is not None and keys.cells:
        cells = {name: term for name, term in DIMENSION_TERMS.items() if name in frame.columns}
        keys = replace(keys, nodes={**cells, **keys.nodes})
    if keys is not None and keys.numbered is not None:
        keys = replace(keys, categories=(*keys.categories, keys.numbered))
    if keys is None:
        raise UsageError(f"{table}: no table of that name has a form as RDF; choose {', '.join(TABLE_KEYS)}")
    if missing := [
        name for name in (*keys.nodes, *keys.categories) if name not in {*frame.columns, keys.numbered}
    ]:
        raise UsageError(
            f"{table} has a column {missing[0]}, which these rows lack; give the table of that name"
        )
    if untold := [name for name in keys.choices if name not in choices]:
        raise UsageError(f"{table}: {untold[0]!r} does not stand in the table; tell it among its choices")
    return keys


def _by_nodes(frame: pl.DataFrame, keys: Keys) -> Iterator[tuple[Mapping[str, str], pl.DataFrame]]:
    """Divide rows by which nodes they are of, most first: all dimensions of a set have values."""
    here = [pl.col(name).is_not_null().alias(name) for name in keys.nodes]
    if not here or frame.is_empty():
        yield keys.nodes, frame
        return
    patterns = frame.select(here)
    for pattern in (
        patterns.unique(maintain_order=True).sort(*keys.nodes, descending=True).iter_rows(named=True)
    ):
        same = pl.all_horizontal(one == pattern[name] for name, one in zip(keys.nodes, here, strict=True))
        terms = {name: term for name, term in keys.nodes.items() if pattern[name]}
        yield terms, frame.filter(same)


def _asked(at: str | date | None, division: str | None) -> dict[str, str]:
    """Return what cells were asked of, as parameters."""
    day = "ever" if at is None else str(at)
    return {"at": day} | ({} if division is None else {"division": division})


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


def _behind(
    frame: pl.DataFrame,
    keys: Keys,
    frames: Frames,
    bounds: Bounds,
    *,
    at: str | date | None,
    division: str | None,
) -> pl.DataFrame | None:
    """Return the cells of the dimensions that a table shows, by their terms, each with a ``thing`` that it rests on."""
    by = [name for name in DIMENSION_TERMS if name in frame.columns]
    if not by:
        return None
    periods = frame[PERIOD].drop_nulls().unique(maintain_order=True).to_list() if PERIOD in by else []
    finest = [*by, *(name for name in keys.within if name not in by)]
    proof = cell_proof(
        frames, bounds, by=finest, at=None if periods else at, division=division, periods=periods
    )
    cells = proof.terms.select(pl.col(name).alias(DIMENSION_TERMS[name]) for name in by).with_row_index("row")
    return cells.join(proof.links, on="row").drop("row").unique()


def _evidence(rows: pl.DataFrame, behind: pl.DataFrame) -> pl.DataFrame | None:
    """Return what each observation of a cell is derived from; of more than one cell there is none of its own."""
    cell = [name for name in behind.columns if name != "thing"]
    if not set(cell) <= set(rows.columns):
        return None
    of = rows.with_row_index("row").select("row", *cell)
    return of.join(behind, on=cell).select("row", "thing").sort("row", "thing")


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
