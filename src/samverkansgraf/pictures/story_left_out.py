"""A story without what a project leaves out: whole steps, paragraphs and phrases go, and nothing is said of whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

_SOURCE: Final = re.compile(r"source:\s*(?P<source>[^,\s]+)")
_PHRASE: Final = re.compile(r"[”“\"](?P<quote>.+)[”“\"]\s*$")


def story_without(
    text: str,
    *,
    holds: Callable[[str], bool],
    replaced: Callable[[str], str],
    things: Collection[str],
    renamed: Mapping[str, str],
    phrases: Collection[tuple[str, str]],
    name: str = "story.md",
) -> tuple[str, list[str]]:
    """
    Return a story as its file could have been written, and a line for each thing left out.

    Parameters
    ----------
    text
        What :mod:`~samverkansgraf.pictures.story` reads.
    holds
        Whether a text holds a name that is left out.
    replaced
        What becomes of the title, if it does.
    things, renamed
        References (``actor/…``, ``source/…``) that are left out, and those that have become others.
    phrases
        The ids of sources and phrases that nothing in the graph shows any longer.
    name
        Of the file, for the lines.

    Returns
    -------
    A text as long in lines as the first, so that a fault is still told by its line; empty where no step is
    left. A step goes whole where its heading, view or text names what is left out; of a step that does not,
    the ``source`` lines that do.
    """
    lines = text.splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith("## ")]
    kept, told = list(lines), []
    for at, line in enumerate(lines):
        if line.startswith("# ") and holds(line):
            kept[at] = replaced(line)
            told.append(
                f"{name} line {at + 1}: the title names what suppress leaves out; the name is not shown"
            )
    for start, end in _paragraphs(lines[: starts[0]] if starts else lines):
        if holds(" ".join(lines[start:end])):
            kept[start:end] = [""] * (end - start)
            told.append(
                f"{name} line {start + 1}: the paragraph names what suppress leaves out; it is not shown"
            )
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        step = [_moved(line, renamed) for line in lines[start:end]]
        sources = {at for at, line in enumerate(step) if line.startswith("source:")}
        views = {at for at, line in enumerate(step) if line.startswith("view:")}
        rest = [line for at, line in enumerate(step) if at not in sources | views]
        if holds(" ".join(rest)) or any(_views(step[at]) & set(things) for at in views):
            kept[start:end] = [""] * (end - start)
            told.append(f"{name} line {start + 1}: the step names what suppress leaves out; it is not shown")
            continue
        kept[start:end] = step
        for at in sorted(sources):
            line = lines[start + at]
            if holds(line) or _is_gone(line, things, phrases):
                kept[start + at] = ""
                told.append(
                    f"{name} line {start + at + 1}: the phrase is left out of the graph by suppress; it is not shown"
                )
    any_step = any(line.startswith("## ") for line in kept)
    return "\n".join(kept) + "\n" if any_step else "", told


def _paragraphs(lines: list[str]) -> list[tuple[int, int]]:
    """Return where paragraphs begin and end; a heading is none."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at, line in enumerate([*lines, ""]):
        if not line.strip() or line.startswith("# "):
            if start is not None:
                found.append((start, at))
            start = None
        elif start is None:
            start = at
    return found


def _views(line: str) -> set[str]:
    return set(re.split(r"[=,&\s#]+", line))


def _moved(line: str, renamed: Mapping[str, str]) -> str:
    """Return a line of a step's head with references as they have become."""
    if line.startswith("view:"):
        return re.sub(r"[^=,&\s#]+", lambda match: renamed.get(match[0], match[0]), line)
    if (found := _SOURCE.match(line)) and (new := renamed.get(f"source/{found['source']}")):
        return line[: found.start("source")] + new.removeprefix("source/") + line[found.end("source") :]
    return line


def _is_gone(line: str, things: Collection[str], phrases: Collection[tuple[str, str]]) -> bool:
    source, quote = _SOURCE.match(line), _PHRASE.search(line)
    if source is None or quote is None:
        return False
    return (
        f"source/{source['source']}" in things
        or (source["source"], " ".join(quote["quote"].split())) in phrases
    )
