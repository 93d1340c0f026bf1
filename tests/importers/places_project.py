"""A project with three municipalities, to import figures and places into."""

from __future__ import annotations

import csv
import io
import json

FILES = {
    "samverkansgraf.toml": 'name = "Länet"\nbase = "https://example.org/lan/"\nlanguage = "sv"\n\n[bounds]\n# districts = []\n',
    "actors.csv": "label,kind,sector\n",
    "initiatives.csv": "label\n",
    "participations.csv": "actor,initiative,role\n",
    "sources.csv": "id,title\n",
    "districts.csv": "id;label;kind;code;note\nvasteras;Västerås;municipality;1980;vår egen\nsala;Sala;municipality;1981;\nnorr;Norr;district;;\n",
}


def written(folder, **changes):
    """Write the project into a folder, with some files changed."""
    project = folder / "p"
    project.mkdir()
    for name, text in (FILES | {name.replace("__", "."): text for name, text in changes.items()}).items():
        (project / name).write_text(text, encoding="utf-8")
    return project


def rows(project, table):
    """Return a table's rows, whatever separates its cells."""
    text = (project / f"{table}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";" if ";" in text.split("\n")[0] else ","))


def as_json(folder, name, data):
    """Write data as a JSON file."""
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def state(project):
    """Return every file's bytes: what a refused import must leave alone."""
    return {path.name: path.read_bytes() for path in sorted(project.iterdir())}
