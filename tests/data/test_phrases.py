"""Every row of every project under ``data/`` can be traced, and says no more than its source."""

from __future__ import annotations

import csv
import os
import re
import unicodedata
from pathlib import Path

import pytest

from samverkansgraf.dates import is_edtf
from samverkansgraf.vocabulary import CONCEPTS

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = sorted(
    path.parent
    for place in ("data", "tests/projects")
    for path in (ROOT / place).glob("*/samverkansgraf.toml")
)
TEXTS = Path(os.environ.get("SAMVERKANSGRAF_TEXTS") or ROOT.parent / "shared" / "sources")

WITH_EVIDENCE = (
    "initiatives",
    "participations",
    "locations",
    "claims",
    "positions",
    "names",
    "facts",
    "agreements",
)
WITH_IDS = ("actors", "initiatives", "districts", "themes", "sources", "claims", "terms")
REPEATED = ("initiatives", "claims")  # a further row of the same id adds evidence
REFERENCES = {
    "part_of": None,  # to the table itself
    "owner": "actors",
    "constitutes": "actors",
    "actor": "actors",
    "person": "actors",
    "organisation": "actors",
    "author": "actors",
    "publisher": "actors",
    "speaker": "actors",
    "asserted_by": "actors",
    "initiative": "initiatives",
    "related": "initiatives",
    "strengthens": "initiatives",
    "district": "districts",
    "members": "districts",
    "possible_members": "districts",
    "theme": "themes",
    "broader": None,
    "source": "sources",
    "cites": "sources",
    "disputes": "claims",
    "supports": "claims",
    "differs_from": "claims",
}
SEVERAL = {
    "part_of", "owner", "members", "possible_members", "district", "theme", "strengthens", "related", "author",
    "publisher", "cites", "disputes", "supports", "asserted_by", "actor", "differs_from",
}  # fmt: skip
SCHEMES = {"role": "role", "certainty": "certainty", "status": "status", "sector": "sector"}
#: What a sector cell holds where no source states one.
NOT_STATED = {"ej angiven", "not stated"}
DATES = ("date", "start", "end", "at", "retrieved", "from", "to")

each_project = pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)


def tables(project):
    return {path.stem: rows(path) for path in sorted(project.glob("*.csv"))}


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def every_row(project, names=None):
    for table, content in tables(project).items():
        if names is None or table in names:
            for number, row in enumerate(content, 2):
                yield f"{project.name}/{table}.csv row {number}", table, row


def plain(text):
    """Return a text as phrases are compared: NFC, no soft hyphens, one space, straight quotes."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    for curly, straight in (("”", '"'), ("“", '"'), ("„", '"'), ("’", "'"), ("‘", "'")):
        text = text.replace(curly, straight)
    return " ".join(text.split())


def article(project):
    """Return the paragraphs of each source whose text is at hand; none at hand skips the test."""
    found = {}
    for source in tables(project)["sources"]:
        file = source.get("file") and TEXTS / source["file"]
        if file and file.is_file():
            found[source["id"]] = [
                plain(part) for part in re.split(r"\n\s*\n", file.read_text(encoding="utf-8"))
            ]
    if not found:
        pytest.skip("the texts of the sources are not at hand")
    return found


def words(text):
    return re.findall(r"\w+", plain(text).casefold())


def test_both_projects_are_there():
    assert {"southern-women", "vasteras"} <= {project.name for project in PROJECTS}


@each_project
def test_tables_are_plain_utf8_without_ragged_rows(project):
    for path in project.glob("*.csv"):
        raw = path.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf"), path
        assert b"\r" not in raw, path
        assert b"\x00" not in raw, path
        assert raw.decode("utf-8") == unicodedata.normalize("NFC", raw.decode("utf-8")), path
        for number, row in enumerate(rows(path), 2):
            assert None not in row, f"{path} row {number} is too long"
            assert None not in row.values(), f"{path} row {number} is too short"
            assert all(cell == cell.strip() for cell in row.values()), f"{path} row {number} has stray space"


@each_project
def test_ids_are_lawful_and_stand_once(project):
    for table in WITH_IDS:
        seen = {}
        for place, _, row in every_row(project, (table,)):
            assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*", row["id"]), place
            if table in REPEATED:
                text = row.get("label") or row.get("text")
                assert seen.setdefault(row["id"], text) == text, f"{place} says another thing of the same id"
            else:
                assert row["id"] not in seen, f"{place} repeats an id"
                seen[row["id"]] = row


@each_project
def test_a_further_row_of_the_same_id_brings_evidence_and_contradicts_nothing(project):
    evidence = {"source", "where", "quote", "speaker", "note"}
    for table in REPEATED:
        known = {}
        for place, _, row in every_row(project, (table,)):
            first = known.setdefault(row["id"], {})
            if first:
                assert row["quote"], place
            for column in row.keys() - evidence:
                if row[column]:
                    assert first.setdefault(column, row[column]) == row[column], (place, column)


@each_project
def test_a_name_means_one_thing(project):
    for table in ("actors", "initiatives", "districts", "themes"):
        owner = {}
        for place, _, row in every_row(project, (table,)):
            for name in filter(None, [row["id"], row["label"], *row.get("alias", "").split(";")]):
                assert owner.setdefault(name, row["id"]) == row["id"], f"{place}: {name!r} is another's name"


@each_project
def test_every_reference_leads_somewhere(project):
    content = tables(project)
    known = {
        table: {
            name
            for row in content.get(table, ())
            for name in (row["id"], row.get("label", ""), *row.get("alias", "").split(";"))
        }
        for table in WITH_IDS
    }
    for place, table, row in every_row(project):
        for column, target in REFERENCES.items():
            cell = row.get(column)
            if not cell or (table == "searches" and cell == "*"):
                continue
            for name in cell.split(";") if column in SEVERAL else [cell]:
                assert name in known[target or table], f"{place}, column {column}: {name!r}"


@each_project
def test_every_statement_has_its_source_and_a_place_in_it_or_an_address(project):
    addresses = {row["id"]: row.get("url") for row in tables(project)["sources"]}
    for place, _, row in every_row(project, WITH_EVIDENCE):
        assert row["source"], place
        assert row["where"] or addresses[row["source"]], place


@each_project
def test_a_source_that_was_read_has_an_address_or_a_file(project):
    for place, _, row in every_row(project, ("sources",)):
        if row.get("retrieved"):
            assert row.get("url") or row.get("file"), place
        if row.get("url"):
            assert re.fullmatch(r"https?://\S+", row["url"]), place


@each_project
def test_phrases_have_at_most_twelve_words(project):
    for place, _, row in every_row(project, WITH_EVIDENCE):
        assert len(row["quote"].split()) <= 12, place


def test_each_statement_about_vasteras_is_quoted():
    for place, _, row in every_row(ROOT / "data" / "vasteras", WITH_EVIDENCE):
        assert row["quote"], place


@each_project
def test_phrases_stand_in_the_paragraph_they_name(project):
    texts = article(project)
    checked = 0
    for place, _, row in every_row(project, WITH_EVIDENCE):
        if row["source"] in texts and row["quote"]:
            number = int(re.fullmatch(r"par([0-9]+)", row["where"])[1])
            assert plain(row["quote"]) in texts[row["source"]][number - 1], place
            checked += 1
    assert checked


@each_project
def test_no_cell_and_no_readme_holds_more_of_a_source_than_twelve_words(project):
    texts = article(project)
    runs = set()
    for paragraphs in texts.values():
        for paragraph in paragraphs:
            of_source = words(paragraph)
            runs |= {tuple(of_source[at : at + 13]) for at in range(len(of_source) - 12)}
    ours = [(place, cell) for place, _, row in every_row(project) for cell in row.values()]
    ours.append(("README.md", (project / "README.md").read_text(encoding="utf-8")))
    for place, text in ours:
        written = words(text)
        assert not runs & {tuple(written[at : at + 13]) for at in range(len(written) - 12)}, place


@each_project
def test_no_phrase_is_a_whole_sentence(project):
    texts = article(project)
    sentences = {
        sentence.strip(' "')
        for paragraphs in texts.values()
        for paragraph in paragraphs
        for sentence in re.split(r"[.!?:]", paragraph)
        if paragraph.rstrip('"').endswith((".", "!", "?"))
    }
    for place, _, row in every_row(project, WITH_EVIDENCE):
        assert plain(row["quote"]).strip(".") not in sentences - {""}, place


@each_project
def test_roles_certainty_status_and_sectors_are_concepts(project):
    own = {row["id"] for row in tables(project).get("terms", ())} | {
        row["label"] for row in tables(project).get("terms", ())
    }
    for place, _, row in every_row(project):
        for column, scheme in SCHEMES.items():
            if cell := row.get(column):
                known = {name.removeprefix("Status").casefold() for name in CONCEPTS[scheme]} | NOT_STATED
                assert cell.casefold() in known or cell in own, f"{place}, column {column}: {cell!r}"


@each_project
def test_certainty_is_written_out_for_each_participation_and_placement(project):
    for place, _, row in every_row(project, ("participations", "locations")):
        assert row["certainty"], place


@each_project
def test_dates_are_dates(project):
    for place, _, row in every_row(project):
        for column in DATES:
            if cell := row.get(column):
                assert is_edtf(cell), f"{place}, column {column}: {cell!r}"


@each_project
def test_everyone_but_persons_has_a_sector_and_persons_have_none(project):
    for place, _, row in every_row(project, ("actors",)):
        assert (row["kind"] == "person") == (not row["sector"]), place


@each_project
def test_of_persons_there_is_name_and_public_part_only(project):
    content = tables(project)
    public = {row["person"] for row in content.get("positions", ())}
    public |= {name for row in content["sources"] for name in row["author"].split(";")}
    if project.name in {"southern-women", "intellectual-cooperation"}:  # published long ago with the names
        public |= {row["actor"] for row in content["participations"]}
    for place, _, row in every_row(project, ("actors",)):
        if row["kind"] == "person":
            assert row["id"] in public, place
            assert {column for column, cell in row.items() if cell} <= {
                "id",
                "label",
                "kind",
                "alias",
                "note",
            }, place


@each_project
def test_each_project_says_where_it_comes_from_and_what_is_missing(project):
    readme = (project / "README.md").read_text(encoding="utf-8").casefold()
    assert "cc by 4.0" in readme
    assert "saknas" in readme or "missing" in readme
