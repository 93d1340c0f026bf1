"""What is without names is called so, in every text that a user reads, and never anything that promises more."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READ = sorted(
    path
    for folder, kinds in (("src", (".py", ".toml", ".po", ".j2", ".md")), ("data", (".md", ".toml")), ("ontology", (".ttl", ".rq")))
    for path in (ROOT / folder).rglob("*")
    if path.suffix in kinds
)  # fmt: skip


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_the_documents_promise_no_anonymity(path: Path) -> None:
    assert "anonym" not in path.read_text(encoding="utf-8").lower()


def test_no_text_of_the_package_and_its_projects_promises_anonymity() -> None:
    assert len(READ) > 100
    assert [path.name for path in READ if "anonym" in path.read_text(encoding="utf-8").lower()] == []


@pytest.mark.parametrize(("language", "words"), [("sv", "utan namn"), ("en", "without names")])
def test_reports_pages_and_graphs_say_that_they_are_without_names(language: str, words: str) -> None:
    from samverkansgraf.documents.words import Words
    from samverkansgraf.pictures.texts import text
    from samverkansgraf.texts import catalogue

    told = [catalogue("persons", language)["said.without_names"], text("persons_without_names", language)]
    told.append(Words(language).say("persons_without_names"))
    assert all(words in one.lower() for one in told)
