"""What the pictures say to their readers, in Swedish and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from samverkansgraf.texts import catalogue

if TYPE_CHECKING:
    from samverkansgraf.project import Language


def text(key: str, language: Language, /, **values: object) -> str:
    """
    Return a text of the pictures with its values filled in.

    Parameters
    ----------
    key
        Name of the text.
    language
        ``sv`` or ``en``.
    values
        What the text's braces stand for; braces inside a value are left as they are.

    Raises
    ------
    KeyError
        There is no such text.

    Examples
    --------
    >>> text("as_of", "sv", date="1 maj 2026")
    'Per den 1 maj 2026'
    """
    pattern = catalogue("pictures", language)[key]
    return pattern.format(**values) if values else pattern


def counted(key: str, number: int, language: Language) -> str:
    """
    Return a count in words that agree with it.

    Examples
    --------
    >>> counted("count_links", 1, "sv")
    '1 länk'
    """
    return catalogue("pictures", language).counted(key, number).format(n=grouped(number, language))


def grouped(number: int, language: Language) -> str:
    """
    Write a count, with its thousands set apart where it has five digits or more.

    Examples
    --------
    >>> grouped(9999, "en"), grouped(14568, "en")
    ('9999', '14,568')
    """
    if number < 10_000:  # noqa: PLR2004 - of four digits both languages make one group
        return str(number)
    return f"{number:,}".replace(",", "," if language == "en" else "\N{NO-BREAK SPACE}")


def texts_for_script(language: Language) -> dict[str, str]:
    """Return the texts that the page's script needs, braces unfilled; the form of one thing as ``…_one``."""
    texts, found = catalogue("pictures", language), {}
    for key in _SCRIPT_KEYS:
        if texts.is_single(key):
            found[key] = texts[key]
        else:
            found |= {key: texts.counted(key, 2), f"{key}_one": texts.counted(key, 1).format(n=1)}
    return found


_SCRIPT_KEYS: Final = (
    "certainty", "chosen_cleared", "close", "count_actors", "count_initiatives",
    "count_links", "evidence", "evidence_of", "go_to",
    "hidden_by_filter", "hits", "hits_more", "hits_none", "link_name", "link_position",
    "links_of", "path", "path_choose", "path_found", "path_none", "path_others", "saved",
    "group_summary", "group_open", "group_close", "group_opened", "group_members", "group_neighbours",
    "group_too_large", "group_links", "rows_more", "rows_shown",
    "sorted_down", "sorted_up", "no_evidence", "no_links", "no_quote", "names_hidden", "role", "show_evidence", "shown",
)  # fmt: skip
