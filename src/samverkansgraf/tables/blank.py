"""A new project: its settings and its tables, with headers and no rows."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import UsageError
from samverkansgraf.tables.columns import TABLES
from samverkansgraf.tables.identity import slug
from samverkansgraf.tables.settings import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from samverkansgraf.project import Language

_README = {
    "sv": "# {name}\n\nVar uppgifterna kommer ifrån:\n\nLicens:\n\nVad vi vet saknas:\n",
    "en": "# {name}\n\nWhere the data come from:\n\nLicence:\n\nWhat is known to be missing:\n",
}

#: The form for those who want something corrected, and the list of what was.
_CORRECTIONS: Final = {
    "sv": """# Rättelser och svar

Skriv till den som ger ut rapporten om {name}. Adresserna står i rapporten när de är ifyllda under `[contact]` i `samverkansgraf.toml`.

1. **Vem du är**, och den organisation eller roll du skriver för.
2. **Vad det gäller**: påståendet, initiativet, aktören, avtalet, stadsdelen eller rutan.
3. **Vad som är fel eller saknas**, och hur det i stället bör stå.
4. **Källa** som visar det, om det finns någon. Utan källa kan det ändå bli ett svar, som trycks intill (tabellen `replies`).

| datum | vem bad | gällde | vad ändrades | rad |
|---|---|---|---|---|
""",
    "en": """# Corrections and replies

Write to whoever publishes the report on {name}. The addresses stand in the report once they are filled in under `[contact]` in `samverkansgraf.toml`.

1. **Who you are**, and the organisation or role you write for.
2. **What it concerns**: the claim, initiative, actor, agreement, district or cell.
3. **What is wrong or missing**, and how it ought to stand instead.
4. **A source** that shows it, if there is one. Without a source it can still become a reply, printed beside (the table `replies`).

| date | who asked | concerned | what changed | row |
|---|---|---|---|---|
""",
}
#: The lines of ``[contact]``, ready to fill in.
_CONTACT: Final = {
    "sv": """# Vart svar och rättelser skickas; trycks i rapporten. Fyll i och ta bort # framför raden.
# name = "Den som tar emot"
# email = "namn@example.org"
# post = "Gatan 1, 123 45 Orten"
""",
    "en": """# Where replies and corrections are sent; printed in the report. Fill in and take away the # before the line.
# name = "Who receives them"
# email = "name@example.org"
# post = "1 Street, 123 45 Town"
""",
}


def settings_text(*, name: str, base: str, language: Language, districts: Sequence[str] = ()) -> str:
    """Return the text of a project's settings; without ``districts`` (ids), all in the tables are studied."""

    def quoted(text: str) -> str:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    lines = "".join(f"\n  {quoted(district)}," for district in districts)
    studied = f"districts = [{lines}\n]" if districts else "# districts = []"
    return (
        f"name = {quoted(name)}\nbase = {quoted(base)}\nlanguage = {quoted(language)}\n\n"
        f"[bounds]\n{studied}\n# themes = []\n# sectors = []\n\n"
        f"[contact]\n{_CONTACT[language]}"
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
        "README.md": _README[language].format(name=title),
        "CORRECTIONS.md": _CORRECTIONS[language].format(name=title),
    }
    files |= {f"{table}.csv": table_text(table) for table in TABLES}
    for file, text in files.items():
        # Excel reads UTF-8 for what it is only after a byte order mark.
        (folder / file).write_text(
            text, encoding="utf-8-sig" if file.endswith(".csv") else "utf-8", newline=""
        )
    return [folder / file for file in files]
