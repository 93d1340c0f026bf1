"""Kolada's answers (https://api.kolada.se/v3): key figures of municipalities by year and gender."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.errors import InputError, Problem
from samverkansgraf.importers.indicators import Figure, FileSource, Imported, add_figures
from samverkansgraf.importers.json_file import read_json
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from samverkansgraf.project import Language

#: The total, women and men.
_GENDERS: Final = ("T", "K", "M")
_REMEDY: Final = "save the answer of https://api.kolada.se/v3/data/kpi/… as it is"


def import_kolada(
    path: Path,
    folder: Path,
    *,
    source: FileSource,
    kpis: Path | None = None,
    unit: str | None = None,
    only_known: bool = False,
    language: Language = "sv",
) -> Imported:
    """
    Add the key figures of an answer from Kolada to a project.

    Parameters
    ----------
    path
        A data answer: ``values`` of ``kpi, municipality, period`` and their ``values`` by ``gender``.
    folder
        The project; its districts have the municipalities' codes.
    source
        The answer as a source.
    kpis
        An answer of ``/v3/kpi`` with the titles; without it an indicator is named by its key figure's id.
    unit
        Of the values; without it ``%`` where the title says so, else none.
    only_known
        Leave out municipalities that the project has not.
    language
        Of the words for women and men.

    Returns
    -------
    imported
        Women and men are indicators of their own beside the total. What Kolada has no value for is not a value;
        its notes say how many.

    Raises
    ------
    InputError
        The file is no such answer, or as :func:`~samverkansgraf.importers.indicators.add_figures`.
    UsageError
        As :func:`~samverkansgraf.importers.indicators.add_figures`.
    """
    of_gender = catalogue("importers", language, under="kolada")
    titles = {} if kpis is None else _titles(kpis)
    answer = read_json(path)
    if not isinstance(answer, dict) or not isinstance(answer.get("values"), list):
        raise InputError(
            [Problem("is no answer of Kolada: it has no list 'values'", path.name, remedy=_REMEDY)]
        )
    figures, problems, missing = [], [], 0
    for number, entry in enumerate(answer["values"], start=1):
        where = f"values[{number}]: "
        if (fault := _fault(entry)) is not None:
            problems.append(Problem(f"{where}{fault}", path.name, remedy=_REMEDY))
            continue
        title = titles.get(entry["kpi"])
        name = entry["kpi"] if title is None else f"{title} ({entry['kpi']})"
        for one in entry["values"]:
            if one.get("isdeleted"):
                continue
            if one.get("value") is None:
                missing += 1
                continue
            gender = one.get("gender") or "T"  # null where a key figure is not parted by gender
            if gender not in _GENDERS or not _is_number(one["value"]):
                message = f"{where}gender {one.get('gender')!r}, value {one['value']!r} cannot be read"
                problems.append(Problem(message, path.name, remedy=_REMEDY))
                continue
            figures.append(
                Figure(
                    place=str(entry["municipality"]),
                    indicator=name + of_gender.get(gender, ""),
                    period=str(entry["period"]),
                    value=float(one["value"]),
                    unit=unit or ("%" if title and "(%)" in title else None),
                    where=where,
                )
            )
    if problems:
        raise InputError(problems)
    notes = [f"{path.name}: {missing} values are missing at Kolada and left out"] if missing else []
    if answer.get("next_url") or answer.get("next_page"):
        following = answer.get("next_url") or answer["next_page"]
        notes.append(f"{path.name}: the answer goes on at {following}; import that too")
    return add_figures(figures, path, folder, source, only_known=only_known, notes=notes)


def _fault(entry: Any) -> str | None:
    if not isinstance(entry, dict):
        return "is no object"
    if "ou" in entry and "municipality" not in entry:
        return "is of an organisational unit, not of a municipality"
    missing = [name for name in ("kpi", "municipality", "period", "values") if name not in entry]
    if missing:
        return f"has no {', '.join(missing)}"
    if not isinstance(entry["values"], list) or not all(isinstance(one, dict) for one in entry["values"]):
        return "its values are no list of objects"
    return None


def _titles(path: Path) -> dict[str, str]:
    answer = read_json(path)
    values = answer.get("values") if isinstance(answer, dict) else None
    if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
        remedy = "save the answer of https://api.kolada.se/v3/kpi as it is"
        raise InputError([Problem("holds no key figures", path.name, remedy=remedy)])
    return {str(one["id"]): str(one["title"]) for one in values if "id" in one and "title" in one}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
