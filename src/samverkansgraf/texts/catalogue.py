"""
The catalogues of texts: ``LANGUAGE/DOMAIN.po``, with keys as message ids.

A language is a folder. What a third one needs is a translation of the files of another; the tests name
each text that it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _names(*folders: str, ending: str = "") -> tuple[str, ...]:
    """Return the names of the folders, or of the files with an ending, in a folder of this room."""
    found = resources.files(__package__).joinpath(*folders).iterdir()
    kept = (entry for entry in found if (entry.name.endswith(ending) if ending else entry.is_dir()))
    return tuple(sorted(entry.name.removesuffix(ending) for entry in kept if entry.name != "__pycache__"))


#: The languages that have catalogues.
LANGUAGES: Final = _names()


def domains(language: str) -> tuple[str, ...]:
    """Return the names of a language's catalogues."""
    return _names(language, ending=".po")


@dataclass(frozen=True, slots=True)
class Catalogue(Mapping[str, str]):
    """
    The texts of one domain in one language.

    Attributes
    ----------
    forms
        By key: the text, or one text for each plural form of the language.
    form_of
        Which of the plural forms a number takes, from 0.
    """

    forms: Mapping[str, tuple[str, ...]]
    form_of: Callable[[int], int]

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self.forms)

    def __contains__(self, key: object) -> bool:
        """Say whether there is a text by this key, whether it depends on a number or not."""
        return key in self.forms

    def __iter__(self) -> Iterator[str]:
        """Return the keys in their order."""
        return iter(self.forms)

    def __getitem__(self, key: str) -> str:
        """
        Return the text by a key.

        Raises
        ------
        KeyError
            No such text, or one that depends on a number.
        """
        if not self.is_single(key):
            raise KeyError(key)
        return self.forms[key][0]

    def is_single(self, key: str) -> bool:
        """Say whether a text is the same for every number."""
        return len(self.forms[key]) == 1

    def counted(self, key: str, n: int) -> str:
        """
        Return the form of a text for a number.

        Examples
        --------
        >>> catalogue("report", "sv").counted("count.actors", 1)
        '{n} aktör'
        """
        return self.forms[key][self.form_of(n)]


@cache
def catalogue(domain: str, language: str, *, under: str = "") -> Catalogue:
    """
    Read the texts of a domain in a language; they may hold ``{placeholders}``.

    Parameters
    ----------
    domain
        The name of the file.
    language
        The name of its folder.
    under
        Only the texts whose keys begin with this and a full stop, by what comes after.

    Raises
    ------
    FileNotFoundError
        There is no such catalogue.

    Examples
    --------
    >>> catalogue("report", "en")["brief.title"]
    'In brief'
    >>> catalogue("report", "en", under="brief")["title"]
    'In brief'
    """
    if under:
        whole, start = catalogue(domain, language), f"{under}."
        forms = {key.removeprefix(start): whole.forms[key] for key in whole if key.startswith(start)}
        return Catalogue(forms, whole.form_of)
    from babel.messages.pofile import read_po

    with resources.files(__package__).joinpath(language, f"{domain}.po").open("rb") as file:
        read = read_po(file, locale=language, abort_invalid=True)
    forms = {_key(message.id): _forms(message.string) for message in read if message.id}
    return Catalogue(dict(sorted(forms.items())), c2py(read.plural_expr))


def _key(message_id: str | tuple[str, ...] | list[str]) -> str:
    """Return the key of a message, which its plural repeats."""
    return message_id if isinstance(message_id, str) else message_id[0]


def _forms(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the forms of a text."""
    return (string,) if isinstance(string, str) else tuple(string or ("",))
