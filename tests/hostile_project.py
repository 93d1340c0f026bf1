"""A project folder in whose every text something tries to run, to fetch or to break out."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: What a label, a title, a phrase or an address may try. Each holds on one line of a table.
PAYLOADS = (
    "</script><img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "'-window.ran=1-'",
    "javascript:window.ran=1",
    "{{ 7*7 }}{% raw %}{title}",
    "${window.ran=1}",
    "<!-- --><base href=//example.org>",
    "]]></title></svg><script>window.ran=1</script>",
    "</style><style>*{display:none}</style>",
    "&lt;b&gt;&quot;",
    "__proto__",
    "@SUM(1+1)",
    "[x](javascript:window.ran=1)",
    "constructor",
)
WEB = "https://example.org/"


def hostile_project(folder: Path) -> Path:
    """Write the project: each payload is an actor, an initiative, a place, a theme, a source and a claim."""
    numbered = list(enumerate(PAYLOADS))
    tables = {
        "actors": [
            {
                "id": f"a{n}", "label": f"{text} a", "kind": "person" if n == 3 else "organisation",
                "sector": "" if n == 3 else "Police" if n % 2 else "Municipality", "alias": f"{text} också",
                "url": WEB + text.replace(" ", ""), "note": text,
            }
            for n, text in numbered
        ],
        "districts": [
            {"id": "staden", "label": "Staden", "kind": "municipality"},
            *({"id": f"d{n}", "label": f"{text} d", "kind": "district", "part_of": "staden"} for n, text in numbered),
        ],
        "geometries": [
            {"district": f"d{n}", "wkt": f"POLYGON (({n} 59, {n + 1} 59, {n + 1} 60, {n} 60, {n} 59))"} for n, _ in numbered
        ],
        "themes": [{"id": f"t{n}", "label": f"{text} t", "label_en": f"{text} e", "definition": text} for n, text in numbered],
        "initiatives": [
            {
                "id": f"i{n}", "label": f"{text} i", "description": text, "theme": f"t{n}", "district": f"d{n}",
                "status": "planned" if n % 5 == 0 else "active", "start": f"20{10 + n}", "source": f"s{n}", "where": text,
                "quote": text, "aim": text, "activity": text,
            }
            for n, text in numbered
        ],
        "participations": [
            {
                "actor": f"a{who}", "initiative": f"i{n}", "role": "Lead" if who == n else "Partner", "scope": text, "source": f"s{n}", "where": text, "quote": text,
            }
            for n, text in numbered
            for who in (n, (n + 1) % len(PAYLOADS), (n + 5) % len(PAYLOADS))
        ],
        "sources": [
            {"id": f"s{n}", "title": text, "kind": text, "publisher": f"a{n}", "date": "2021", "url": WEB + text.replace(" ", "")}
            for n, text in numbered
        ],
        "claims": [
            {
                "id": f"c{n}", "kind": "existence", "text": text, "text_en": text, "asserted_by": f"a{n}",
                "disputes": f"c{n - 1}" if n % 2 else "", "source": f"s{n}", "where": text, "quote": text, "speaker": f"a{n}",
            }
            for n, text in numbered
        ],
    }  # fmt: skip
    folder.mkdir(parents=True)
    title = PAYLOADS[0].replace('"', '\\"')
    (folder / "samverkansgraf.toml").write_text(
        f'name = "{title}"\nbase = "https://example.org/ond/"\nlanguage = "sv"\n', encoding="utf-8"
    )
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text(_csv(rows), encoding="utf-8")
    return folder


def _csv(rows: list[dict[str, str]]) -> str:
    written = io.StringIO()
    table = csv.DictWriter(
        written, list(dict.fromkeys(key for row in rows for key in row)), lineterminator="\n"
    )
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()
