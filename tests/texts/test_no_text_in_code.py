"""No text for a reader is left in code: no literal holds one thing in Swedish beside the same in English."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "samverkansgraf"
#: Files whose Swedish letters are no text for a reader, and what they are.
SWEDISH = {
    **dict.fromkeys(
        ("cli/ask.py", "cli/import_.py", "cli/import_places.py", "cli/main.py", "cli/new.py", "cli/plan.py"),
        "names in the examples of the commands",
    ),
    "dates/remedies.py": "what is typed where a date should be",
    "importers/geojson.py": "what files call a column",
    "pictures/lettering.py": "the widths of letters",
    "pictures/names.py": "the order of the alphabet",
    "tables/figures.py": "what files call what is counted",
    "tables/identity.py": "how letters are written in identities",
    "tables/settings.py": "a name in the example of a remedy",
}


def _by_language(code):
    """Return the lines of what is given by language: ``{"sv": …, "en": …}``, or a call with ``sv=…, en=…``."""
    for node in ast.walk(ast.parse(code)):
        names = set()
        if isinstance(node, ast.Dict):
            names = {key.value for key in node.keys if isinstance(key, ast.Constant)}
        elif isinstance(node, ast.Call):
            names = {keyword.arg for keyword in node.keywords}
        if {"sv", "en"} <= names:
            yield node.lineno


def _in_swedish(code):
    """Return the lines of literals that hold Swedish letters, docstrings apart."""
    tree = ast.parse(code)
    apart = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart
        if text and set(node.value.lower()) & set("åäö"):
            yield node.lineno


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_is_said_in_code_in_each_language(path):
    assert list(_by_language(path.read_text(encoding="utf-8"))) == []


def test_swedish_letters_stand_only_in_code_that_says_nothing_to_a_reader():
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if any(_in_swedish(path.read_text(encoding="utf-8")))
    }
    assert found == set(SWEDISH)


@pytest.mark.parametrize(
    "code", ['A = {"sv": "ja", "en": "yes"}', 'words(sv="ja", en="yes")', 'x = {"a": {"en": 1, "sv": 2}}']
)
def test_what_is_said_in_code_is_found(code):
    assert list(_by_language(code)) == [1]


def test_what_is_by_something_else_is_let_alone():
    assert list(_by_language('A = {"sv": "ja"}; f(en=1); B = {"a": "sv", "b": "en"}')) == []
