"""
Read ``samverkansgraf.toml``: what a project says about itself.

Beside ``name``, ``base`` and ``language`` it may have the sections ``[bounds]`` (what is studied),
``[publish]`` (``columns`` that are published though they are the project's own) and ``[contact]``
(``name``, ``email``, ``post``: where replies and corrections are sent, printed in the report; ``also``:
addresses and telephone numbers of organisations that stand in the tables and may be published) and
``[need]`` (``indicators`` that need is told from, those of which a ``lower`` value is need, and those
that are ``never_alone``, as crime).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.errors import InputError, Problem, did_you_mean
from samverkansgraf.project import Contact, Language, Need
from samverkansgraf.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE: Final = "samverkansgraf.toml"
_KEYS: Final = ("name", "base", "language", "bounds", "publish", "contact", "need")
_BOUNDS: Final = ("districts", "district_total", "district_source", "themes", "sectors", "from", "to")
_CONTACT: Final = ("name", "email", "post")
_ALSO: Final = "also"
_NEED: Final = ("indicators", "lower", "never_alone")
_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+")
_BASE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+[/#]")


@dataclass(frozen=True, slots=True)
class RawSettings:
    """The settings as typed: bounds are names, not yet looked up in the tables."""

    name: str
    base: str
    language: Language
    bounds: dict[str, Any]
    publish_columns: tuple[str, ...]
    contact: Contact
    need: Need


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
        raise InputError(
            [Problem(f"no {FILE} in {folder}", remedy="run 'samverkansgraf new FOLDER' to make one")]
        )
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
        contact=_contact(given.get("contact", {})),
        need=Need(**{key: tuple(names) for key, names in given.get("need", {}).items()}),
    )


def _contact(part: dict[str, Any]) -> Contact:
    also = tuple(text.strip() for text in part.get(_ALSO, ()) if text.strip())
    return Contact(**{key: part[key].strip() for key in _CONTACT if key in part}, also=also)


def _problems(given: dict[str, Any]) -> list[Problem]:
    return [*_unknown(given, _KEYS), *_wrong_settings(given), *_wrong_sections(given)]


def _wrong_settings(given: dict[str, Any]) -> Iterator[Problem]:
    for key in ("name", "base"):
        if not isinstance(given.get(key), str) or not given[key].strip():
            yield Problem("must be a text", FILE, column=key, remedy=f'write {key} = "…"')
    base = given.get("base")
    if isinstance(base, str) and not _BASE.fullmatch(base):
        remedy = "as https://example.org/city/"
        yield Problem("must be a web address that ends in / or #", FILE, column="base", remedy=remedy)
    if given.get("language", "sv") not in LANGUAGES:
        message = f"{given['language']!r} is not known"
        yield Problem(message, FILE, column="language", remedy=f"write {' or '.join(map(repr, LANGUAGES))}")


def _wrong_sections(given: dict[str, Any]) -> Iterator[Problem]:
    for key, known in (
        ("bounds", _BOUNDS),
        ("publish", ("columns",)),
        ("contact", (*_CONTACT, _ALSO)),
        ("need", _NEED),
    ):
        part = given.get(key, {})
        if not isinstance(part, dict):
            yield Problem("must be a section", FILE, column=key, remedy=f"write [{key}] on a line of its own")
            continue
        yield from _unknown(part, known)
        if key == "contact":
            yield from _wrong_contact(part)
            continue
        for name in ("districts", "themes", "sectors", "columns", *_NEED):
            if name in known and not _texts(part.get(name, [])):
                yield Problem("must be a list of texts", FILE, column=f"{key}.{name}", remedy='as ["Bäckby"]')
        for name in ("district_source", "from", "to"):
            if name in part and not isinstance(part[name], str):
                yield Problem(
                    "must be a text", FILE, column=f"{key}.{name}", remedy="put it in quotation marks"
                )
        total = part.get("district_total", 1)
        if not isinstance(total, int) or isinstance(total, bool) or total < 1:
            yield Problem(
                "must be a whole number above 0", FILE, column=f"{key}.district_total", remedy="correct it"
            )


def _wrong_contact(part: dict[str, Any]) -> Iterator[Problem]:
    if not _texts(part.get(_ALSO, [])):
        remedy = 'as ["info@example.org"]'
        yield Problem("must be a list of texts", FILE, column=f"contact.{_ALSO}", remedy=remedy)
    for name in _CONTACT:
        text = part.get(name)
        if name in part and not (isinstance(text, str) and text.strip()):
            remedy = "put it in quotation marks, or leave the line out"
            yield Problem("must be a text", FILE, column=f"contact.{name}", remedy=remedy)
        elif name == "email" and text is not None and not _EMAIL.fullmatch(text.strip()):
            message = f"{text!r} is no e-mail address"
            remedy = "write one @ and no spaces, as name@example.org"
            yield Problem(message, FILE, column="contact.email", remedy=remedy)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _unknown(given: dict[str, Any], known: tuple[str, ...]) -> list[Problem]:
    return [
        Problem(
            "is no setting",
            FILE,
            column=key,
            remedy=did_you_mean(key, known) or f"the settings are {', '.join(known)}",
        )
        for key in given
        if key not in known
    ]
