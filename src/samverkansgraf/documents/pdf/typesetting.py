"""Pages set by Typst, from a template of ours and from data, with fonts that are the same on every machine."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from samverkansgraf.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from types import ModuleType

_FONT_PACKAGE: Final = "font_source_sans_pro"
_FACES: Final = ("Regular", "It", "Semibold", "Bold")
_NOT_SHOWN: Final = re.compile(r"the text `\"(.*)\"` could not be displayed")
_MISSING: Final = (
    'PDF needs typst and its font, which are not installed; run: pip install "samverkansgraf[pdf]", '
    "or choose another format"
)


def typeset(template: str, content: Mapping[str, Any], *, as_of: date | None = None) -> bytes:
    """
    Return the pages of a template of ours, filled with content, as PDF/UA-1.

    Parameters
    ----------
    template
        Its name: a file beside this one.
    content
        What can be written as JSON. The template gets it as data: no text in it is read as code.
    as_of
        The day that the file bears; none unless given.

    Raises
    ------
    UsageError
        Typst or the font is not installed, or no font at hand has some of the signs.
    """
    typst = _typst()
    source = (Path(__file__).parent / f"{template}.typ").read_bytes()
    day = None if as_of is None else {"year": as_of.year, "month": as_of.month, "day": as_of.day}
    inputs = {"content": json.dumps({**content, "day": day}, ensure_ascii=False)}
    moment = (
        datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
        if as_of
        else datetime(1980, 1, 1, tzinfo=UTC)
    )
    with _folder_of_fonts() as folder:
        for machine_too in (False, True):  # its fonts are looked at only for signs that ours lack
            fonts = typst.Fonts(include_system_fonts=machine_too, font_paths=[folder])
            try:
                made: bytes = typst.compile(
                    source,
                    font_paths=fonts,
                    ignore_system_fonts=not machine_too,
                    sys_inputs=inputs,
                    pdf_standards=["ua-1"],
                    timestamp=moment,
                )
            except typst.TypstError as error:
                if not (lacking := _NOT_SHOWN.findall(str(error.diagnostic))):
                    raise
            else:
                return made
    raise UsageError(
        f"no font at hand has the signs in {', '.join(map(repr, dict.fromkeys(lacking)))}; "
        "install one that has, such as Noto Sans of that script, or choose another format"
    )


def require_pdf() -> None:
    """
    Do nothing where PDF can be written.

    Raises
    ------
    UsageError
        Typst or the font is not installed.
    """
    _typst()
    _fonts()


@contextmanager
def _folder_of_fonts() -> Iterator[str]:
    """
    Give a folder with the faces that are used, one file each.

    The package has each face in two formats, and which of them is found first depends on the machine.
    """
    files = _fonts()
    with TemporaryDirectory() as folder:
        for face in _FACES:
            name = f"SourceSansPro-{face}.ttf"
            copyfile(files / name, Path(folder) / name)
        yield folder


def _fonts() -> Path:
    """Return the folder of the package that has the font; the package itself is not run."""
    found = find_spec(_FONT_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise UsageError(_MISSING)
    return Path(found.submodule_search_locations[0]) / "files"


def _typst() -> ModuleType:
    try:
        import typst
    except ModuleNotFoundError as error:
        if error.name != "typst":
            raise
        raise UsageError(_MISSING) from None
    module: ModuleType = typst
    return module
