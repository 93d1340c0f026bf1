"""The catalogues say the same things in every language, completely."""

import re
from importlib import resources
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from samverkansgraf.texts import LANGUAGES, catalogue, domains

#: The language that the others are held against.
FIRST = "sv"
#: A placeholder that a language may do without: Swedish names a century by its first year, English by both.
MAY_LACK = {("dates", "century"): {"1"}}
TEXTS = [(domain, key) for domain in domains(FIRST) for key in catalogue(domain, FIRST)]
CATALOGUES = [(language, domain) for language in LANGUAGES for domain in domains(language)]


def _literal(text):
    """Return a text without its placeholders."""
    return "".join(literal for literal, _, _, _ in Formatter().parse(text))


def _placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _messages(language, domain):
    """Return the messages of a catalogue as the file has them."""
    with resources.files("samverkansgraf.texts").joinpath(language, f"{domain}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def test_there_are_texts_in_swedish_and_english():
    assert {"sv", "en"} <= set(LANGUAGES)
    assert len(TEXTS) > 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_lacks_a_text_or_has_one_that_the_others_lack(language):
    assert domains(language) == domains(FIRST)
    for domain in domains(FIRST):
        assert list(catalogue(domain, language)) == list(catalogue(domain, FIRST))


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_no_text_is_empty_or_unsure_and_each_has_every_plural_form_of_its_language(language, domain):
    read = _messages(language, domain)
    assert str(read.locale) == language
    for message in read:
        if message.id:
            forms = [message.string] if isinstance(message.string, str) else list(message.string)
            assert all(form.strip() for form in forms), message.id
            assert len(forms) == (read.num_plurals if message.pluralizable else 1), message.id
            assert not message.fuzzy, message.id


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_no_key_stands_twice_in_a_catalogue(language, domain):
    text = resources.files("samverkansgraf.texts").joinpath(language, f"{domain}.po").read_text("utf-8")
    keys = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("domain", "key"), TEXTS)
def test_a_text_has_the_same_placeholders_in_every_language(domain, key):
    said = {
        language: {
            frozenset(_placeholders(form) - MAY_LACK.get((domain, key), set()))
            for form in catalogue(domain, language).forms[key]
        }
        for language in LANGUAGES
    }
    assert all(forms == said[FIRST] for forms in said.values()), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_document_holds_markup(language):
    texts = catalogue("report", language)
    assert not [key for key in texts for form in texts.forms[key] if re.search(r"[<>*_`|]", _literal(form))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_depends_on_a_number_is_not_said_without_one(language):
    with pytest.raises(KeyError, match="count"):
        catalogue("report", language)["count.actors"]


def test_a_number_takes_the_form_of_its_language():
    texts = catalogue("report", "sv")
    assert texts.counted("count.actors", 1).format(n=1) == "1 aktör"
    assert texts.counted("count.actors", 0).format(n=0) == "0 aktörer"
    assert texts.counted("title", 1) == texts["title"]
