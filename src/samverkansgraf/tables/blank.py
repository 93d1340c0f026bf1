"""A new project: its settings and its tables, with headers and no rows."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import UsageError
from samverkansgraf.tables.columns import TABLES
from samverkansgraf.tables.identity import slug
from samverkansgraf.tables.settings import FILE
from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from samverkansgraf.project import Language

#: What whoever publishes a project fills in on personal data.
DATA_PROTECTION: Final = "DATASKYDD.md"


def settings_text(*, name: str, base: str, language: Language, districts: Sequence[str] = ()) -> str:
    """Return the text of a project's settings; without ``districts`` (ids), all in the tables are studied."""

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    lines = "".join(f"\n  {quoted(district)}," for district in districts)
    contact = catalogue("tables", language, under="contact")
    given = "".join(f"# {key} = {quoted(contact[key])}\n" for key in ("name", "email", "post"))
    given += f"# {contact['also']}\n# also = [{quoted('info@example.org')}]\n"
    studied = f"districts = [{lines}\n]" if districts else "# districts = []"
    return (
        f"name = {quoted(name)}\nbase = {quoted(base)}\nlanguage = {quoted(language)}\n\n"
        f"[bounds]\n{studied}\n# themes = []\n# sectors = []\n\n"
        f"[contact]\n# {contact['about']}\n{given}"
    )


def table_text(
    name: str, rows: Iterable[Mapping[str, str | None]] = (), columns: Sequence[str] | None = None
) -> str:
    """Return a table as CSV; without ``columns``, with all that the table may have."""
    header = list(columns or (column.name for column in TABLES[name].columns))
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, header, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({column: row.get(column) or "" for column in header})
    return buffer.getvalue()


def write_blank_project(
    folder: Path, *, name: str | None = None, base: str | None = None, language: Language = "sv"
) -> list[Path]:
    """
    Make a project folder.

    Returns
    -------
    The files written.

    Raises
    ------
    UsageError
        The folder holds something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    title = name or folder.resolve().name
    address = base or f"https://example.org/{slug(title) or 'city'}/"
    files = {
        FILE: settings_text(name=title, base=address, language=language),
        "README.md": catalogue("tables", language)["readme"].format(name=title),
        "CORRECTIONS.md": catalogue("tables", language)["corrections"].format(name=title),
        DATA_PROTECTION: catalogue("tables", language)["data_protection"].format(name=title),
    }
    files |= {f"{table}.csv": table_text(table) for table in TABLES}
    for file, text in files.items():
        # Excel reads UTF-8 for what it is only after a byte order mark.
        (folder / file).write_text(
            text, encoding="utf-8-sig" if file.endswith(".csv") else "utf-8", newline=""
        )
    return [folder / file for file in files]
