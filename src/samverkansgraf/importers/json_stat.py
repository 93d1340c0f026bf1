"""JSON-stat 2 datasets, as SCB's PxWeb gives them."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.errors import InputError, Problem
from samverkansgraf.importers.indicators import Figure, FileSource, Imported, add_figures
from samverkansgraf.importers.json_file import read_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_PXWEB: Final = "ask for the format JSON-stat 2 (json-stat2)"
_MONTH: Final = re.compile(r"(\d{4})M(\d\d)")
_QUARTER: Final = re.compile(r"(\d{4})[KQ]([1-4])")
_YEARS: Final = re.compile(r"(\d{4})-(\d{4})")
#: What SCB adds to the codes of DeSO and RegSO to tell which year's division they are of.
_DIVISION: Final = re.compile(r"_(DeSO|RegSO)\d*$", re.IGNORECASE)


def import_json_stat(
    path: Path,
    folder: Path,
    *,
    source: FileSource,
    geo: str | None = None,
    time: str | None = None,
    metric: str | None = None,
    only_known: bool = False,
) -> Imported:
    """
    Add the values of a JSON-stat 2 dataset to a project.

    Parameters
    ----------
    path
        The dataset.
    folder
        The project; its districts have the codes of the dataset's geographical dimension.
    source
        The dataset as a source.
    geo, time, metric
        Ids of the dimensions that say where, when and what; without them those whose role the dataset says.
    only_known
        Leave out places that the project has not.

    Returns
    -------
    imported
        An indicator is what the metric says and the category of every other dimension. Empty values are left out;
        the notes say how many.

    Raises
    ------
    InputError
        The file is no such dataset, a dimension is missing, or as
        :func:`~samverkansgraf.importers.indicators.add_figures`.
    UsageError
        As :func:`~samverkansgraf.importers.indicators.add_figures`.
    """
    data = read_json(path)
    if not isinstance(data, dict) or data.get("class") != "dataset" or "id" not in data:
        raise InputError([Problem("is no JSON-stat 2 dataset", path.name, remedy=_PXWEB)])
    problems = [Problem(message, path.name, remedy=remedy) for message, remedy in _shape(data)]
    if problems:
        raise InputError(problems)
    roles = {"geo": geo, "time": time, "metric": metric}
    found, problems = _dimensions(data, roles, path)
    if problems:
        raise InputError(problems)
    figures, missing = _figures(data, found, path)
    notes = [f"{path.name}: {missing} empty values are left out"] if missing else []
    return add_figures(figures, path, folder, source, only_known=only_known, notes=notes)


def _shape(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    ids, sizes, dimensions = data["id"], data.get("size"), data.get("dimension")
    if not isinstance(ids, list) or not isinstance(sizes, list) or len(ids) != len(sizes):
        yield "id and size do not name as many dimensions", _PXWEB
        return
    if not isinstance(dimensions, dict):
        yield "has no dimension", _PXWEB
        return
    for name, size in zip(ids, sizes, strict=True):
        category = (
            dimensions.get(name, {}).get("category") if isinstance(dimensions.get(name), dict) else None
        )
        if not isinstance(category, dict):
            yield f"the dimension {name!r} is missing", "export the table anew with all its variables"
        elif len(_codes(category)) != size:
            yield f"the dimension {name!r} has {len(_codes(category))} categories and the size {size}", _PXWEB
    values, cells = data.get("value"), 1
    for size in sizes:
        cells *= size if isinstance(size, int) else 0
    if not isinstance(values, list | dict):
        yield "has no value", _PXWEB
    elif isinstance(values, list) and len(values) != cells:
        yield f"has {len(values)} values where its dimensions make {cells}", _PXWEB


def _dimensions(
    data: Mapping[str, Any], given: Mapping[str, str | None], path: Path
) -> tuple[dict[str, str | None], list[Problem]]:
    """Return the dimension of each role; the metric may be none, where and when may not."""
    roles = data.get("role") if isinstance(data.get("role"), dict) else {}
    found: dict[str, str | None] = {}
    problems = []
    for role, name in given.items():
        named = [name] if name is not None else list(roles.get(role, ()))  # type: ignore[union-attr]  # a dict by now
        there = [one for one in named if one in data["id"]]
        known = ", ".join(data["id"])
        if name is not None and not there:
            message = f"has no dimension {name!r}"
            problems.append(Problem(message, path.name, remedy=f"--{role} names one of {known}"))
        elif not there and role != "metric":
            message = f"no dimension has the role {role}"
            problems.append(Problem(message, path.name, remedy=f"name it with --{role}; there are {known}"))
        found[role] = there[0] if there else None
    return found, problems


def _codes(category: Mapping[str, Any]) -> list[str]:
    """Return the codes of a dimension in their order; an index may be left out where there is one."""
    index = category.get("index")
    if isinstance(index, dict):
        return sorted(index, key=lambda code: index[code])
    return list(index if isinstance(index, list) else category.get("label", {}))


def _figures(
    data: Mapping[str, Any], roles: Mapping[str, str | None], path: Path
) -> tuple[list[Figure], int]:
    ids: Sequence[str] = data["id"]
    categories = [data["dimension"][name]["category"] for name in ids]
    labels = [category.get("label", {}) for category in categories]
    where, when = ids.index(str(roles["geo"])), ids.index(str(roles["time"]))
    what = None if roles["metric"] is None else ids.index(roles["metric"])
    values = data["value"]
    figures, missing, problems = [], 0, []
    for number, codes in enumerate(product(*(_codes(category) for category in categories))):
        value = values.get(str(number)) if isinstance(values, dict) else values[number]
        if value is None:
            missing += 1
            continue
        at = f"value[{number}]: "
        if not isinstance(value, int | float) or isinstance(value, bool):
            problems.append(Problem(f"{at}{value!r} is no number", path.name, remedy=_PXWEB))
            continue
        names = [labels[n].get(code, code) for n, code in enumerate(codes)]
        others = [name for n, name in enumerate(names) if n not in {where, when, what}]
        first = data.get("label") or path.stem if what is None else names[what]
        figures.append(
            Figure(
                place=_DIVISION.sub("", codes[where]),
                indicator=", ".join([first, *others]),
                period=_period(codes[when]),
                value=float(value),
                unit=None if what is None else _unit(categories[what], codes[what]),
                where=at,
            )
        )
    if problems:
        raise InputError(problems)
    return figures, missing


def _unit(category: Mapping[str, Any], code: str) -> str | None:
    unit = category.get("unit", {}).get(code, {})
    return (unit.get("base") or unit.get("label") or unit.get("symbol")) if isinstance(unit, dict) else None


def _period(code: str) -> str:
    """
    Return a code of time as EDTF.

    Examples
    --------
    >>> _period("2023M05"), _period("2023K2"), _period("2019-2023")
    ('2023-05', '2023-34', '2019/2023')
    """
    code = _MONTH.sub(r"\1-\2", code)
    code = _QUARTER.sub(lambda match: f"{match[1]}-{32 + int(match[2])}", code)
    return _YEARS.sub(r"\1/\2", code) if _YEARS.fullmatch(code) else code
