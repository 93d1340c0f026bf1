"""Read ``samverkansgraf.toml``: what a project says about itself."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_args

from samverkansgraf.errors import InputError, Problem, did_you_mean
from samverkansgraf.project import Language

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "samverkansgraf.toml"
_KEYS: Final = ("name", "base", "language", "bounds", "publish")
_BOUNDS: Final = ("districts", "district_total", "district_source", "themes", "sectors", "from", "to")
_BASE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+[/#]")


@dataclass(frozen=True, slots=True)
class RawSettings:
    """The settings as typed: bounds are names, not yet looked up in the tables."""

    name: str
    base: str
    language: Language
    bounds: dict[str, Any]
    publish_columns: tuple[str, ...]


def read_settings(folder: Path) -> RawSettings:
    """
    Read the settings of the project in a folder.

    Raises
    ------
    InputError
        The file is missing, is no TOML, or says something it cannot say.
    """
    path = folder / FILE
    if not path.is_file():
        raise InputError([Problem(f"no {FILE} in {folder}", remedy="run 'samverkansgraf new FOLDER' to make one")])
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise InputError([Problem(f"is no TOML: {error}", FILE, remedy="correct it there")]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError([Problem(f"cannot be read ({error})", FILE, remedy="save it as UTF-8")]) from None
    problems = _problems(given)
    if problems:
        raise InputError(problems)
    return RawSettings(
        name=given["name"],
        base=given["base"],
        language=given.get("language", "sv"),
        bounds=given.get("bounds", {}),
        publish_columns=tuple(given.get("publish", {}).get("columns", ())),
    )


def _problems(given: dict[str, Any]) -> list[Problem]:
    bounds, publish = given.get("bounds", {}), given.get("publish", {})
    problems = [*_unknown(given, _KEYS)]
    for key in ("name", "base"):
        if not isinstance(given.get(key), str) or not given[key].strip():
            problems.append(Problem("must be a text", FILE, column=key, remedy=f"write {key} = \"…\""))
    if isinstance(given.get("base"), str) and not _BASE.fullmatch(given["base"]):
        problems.append(
            Problem("must be a web address that ends in / or #", FILE, column="base", remedy="as https://example.org/city/"),
        )
    if given.get("language", "sv") not in get_args(Language):
        problems.append(Problem(f"{given['language']!r} is not known", FILE, column="language", remedy="write 'sv' or 'en'"))
    for key, part in (("bounds", bounds), ("publish", publish)):
        if not isinstance(part, dict):
            problems.append(Problem("must be a section", FILE, column=key, remedy=f"write [{key}] on a line of its own"))
    if isinstance(bounds, dict):
        problems += [*_unknown(bounds, _BOUNDS), *_wrong_bounds(bounds)]
    if isinstance(publish, dict):
        problems += _unknown(publish, ("columns",))
        if not _texts(publish.get("columns", [])):
            problems.append(Problem("must be a list of texts", FILE, column="publish.columns", remedy='as ["note"]'))
    return problems


def _wrong_bounds(bounds: dict[str, Any]) -> list[Problem]:
    problems = []
    for key in ("districts", "themes", "sectors"):
        if not _texts(bounds.get(key, [])):
            problems.append(Problem("must be a list of texts", FILE, column=f"bounds.{key}", remedy='as ["Bäckby"]'))
    total = bounds.get("district_total")
    if total is not None and (not isinstance(total, int) or isinstance(total, bool) or total < 1):
        problems.append(Problem("must be a whole number above 0", FILE, column="bounds.district_total"))
    for key in ("district_source", "from", "to"):
        if key in bounds and not isinstance(bounds[key], str):
            problems.append(Problem("must be a text", FILE, column=f"bounds.{key}", remedy="put it in quotation marks"))
    return problems


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _unknown(given: dict[str, Any], known: tuple[str, ...]) -> list[Problem]:
    return [
        Problem("is no setting", FILE, column=key, remedy=did_you_mean(key, known) or f"the settings are {', '.join(known)}")
        for key in given
        if key not in known
    ]
