"""
A story: a guided tour of the picture, written in the project folder as ``story.md``.

::

    # Two pictures of one city

    What the tour is about, in a paragraph or more.

    ## One side
    view: node=initiative/est
    source: vlt-debatt, par9, ”det finns inte i dag”

    What the reader sees here, and who says what.

Each step is a heading of the second level. Under it stand a ``view`` (what comes after ``#`` in the page's
address when the picture shows what is meant; none shows the whole picture) and any number of ``source`` lines:
the id of a source, a place in it or nothing, and a phrase that the graph has from there. Then the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from samverkansgraf.errors import UsageError, did_you_mean
from samverkansgraf.pictures.names import end_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from samverkansgraf.frames import Frames

_PHRASE: Final = re.compile(r"[”“\"](?P<quote>.+)[”“\"]\s*$")
_KEYS: Final = ("node", "link", "path", "open", "group", "years", "chance")
_MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One stop: its heading, the view as in a page's address, its paragraphs and the evidence (IRIs)."""

    heading: str
    view: str
    paragraphs: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A tour: its title, its introduction and its steps in order."""

    title: str
    paragraphs: tuple[str, ...]
    steps: tuple[Step, ...]


def story_of(text: str, frames: Frames, *, name: str = "story.md") -> Story:
    """
    Read a story and hold it to the graph.

    Parameters
    ----------
    text
        What :mod:`~samverkansgraf.pictures.story` describes.
    frames
        The graph: views name its actors and initiatives, and each phrase must be evidence in it.
    name
        Of the file, for errors.

    Raises
    ------
    UsageError
        A step has no text, a view names what is not there, a phrase is not in the graph or has more than
        twelve words. All faults are named at once, each with its line.
    """
    reader = _Reader(frames, name)
    sections: list[tuple[int, str, list[tuple[int, str]]]] = [(1, "", [])]
    title = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("## "):
            sections.append((number, line[3:].strip(), []))
        elif line.startswith("# ") and not title:
            title = line[2:].strip()
        else:
            sections[-1][2].append((number, line))
    steps = tuple(reader.step(number, heading, lines) for number, heading, lines in sections[1:])
    if not title:
        reader.fault(1, "has no title; begin with a line such as '# Two pictures of one city'")
    if not steps:
        reader.fault(1, "has no steps; begin each with a line such as '## One side'")
    if reader.faults:
        raise UsageError("\n".join(reader.faults))
    return Story(title, _paragraphs(line for _, line in sections[0][2]), steps)


def renamed(story: Story, text: Callable[[str], str], iri: Callable[[str], str], frames: Frames) -> Story:
    """
    Return a story whose words and IRIs have become others.

    Parameters
    ----------
    story
        As it was read.
    text, iri
        What a text and an IRI became.
    frames
        Of the graph that the story was read with.
    """
    references = {
        f"{kind}/{end_of(one)}": f"{kind}/{end_of(iri(one))}"
        for kind, things in (("actor", frames.actors), ("initiative", frames.initiatives))
        for one in things[kind]
    }

    def view(written: str) -> str:
        parts = [part.partition("=") for part in written.split("&")]
        values = (",".join(references.get(one, one) for one in value.split(",")) for _, _, value in parts)
        return "&".join(key + mark + value for (key, mark, _), value in zip(parts, values, strict=True))

    steps = (
        Step(
            text(step.heading),
            view(step.view),
            tuple(map(text, step.paragraphs)),
            tuple(map(iri, step.evidence)),
        )
        for step in story.steps
    )
    return Story(text(story.title), tuple(map(text, story.paragraphs)), tuple(steps))


class _Reader:
    """Reads steps and collects what is wrong with them."""

    def __init__(self, frames: Frames, name: str) -> None:
        self.faults: list[str] = []
        self._name = name
        self._known = {
            f"{kind}/{end_of(iri)}"
            for kind, frame in (("actor", frames.actors), ("initiative", frames.initiatives))
            for iri in frame[kind]
        }
        self._sources = {end_of(iri): iri for iri in frames.sources["source"]}
        self._phrases: dict[tuple[str, str], str] = {}
        for row in frames.evidence.sort("evidence").iter_rows(named=True):
            if row["source"] and row["quote"]:
                self._phrases.setdefault((row["source"], _folded(row["quote"])), row["evidence"])

    def fault(self, line: int, words: str) -> None:
        """Remember a fault."""
        self.faults.append(f"{self._name} line {line}: {words}")

    def step(self, number: int, heading: str, lines: list[tuple[int, str]]) -> Step:
        """Read a step: lines of key and value, then text."""
        view, evidence, rest = "", [], []
        in_head = True
        for line, words in lines:
            key, colon, value = words.partition(":")
            if in_head and colon and key.strip() in ("view", "source"):
                if key.strip() == "view":
                    view = value.strip().removeprefix("#")
                    self._check_view(line, view)
                elif found := self._evidence(line, value.strip()):
                    evidence.append(found)
                continue
            in_head = in_head and not words.strip()
            rest.append(words)
        paragraphs = _paragraphs(rest)
        if not paragraphs:
            self.fault(number, f"step {heading!r} has no text; say what the reader sees")
        return Step(heading, view, paragraphs, tuple(dict.fromkeys(evidence)))

    def _check_view(self, line: int, view: str) -> None:
        for part in filter(None, view.split("&")):
            key, _, value = part.partition("=")
            if key not in _KEYS and not key.startswith("hide."):
                self.fault(line, f"view {key!r} is unknown; use what stands after # in the page's address")
            elif key in ("node", "link", "path"):
                for ref in value.split(","):
                    if ref not in self._known:
                        remedy = did_you_mean(ref, self._known) or "take the name from the page's address"
                        self.fault(line, f"view names {ref!r}, which is not in the graph; {remedy}")

    def _evidence(self, line: int, written: str) -> str | None:
        """Return the evidence that a source line names."""
        found = _PHRASE.search(written)
        source = re.split(r"[,\s]", written, maxsplit=1)[0]
        if found is None:
            self.fault(line, f"source {source!r} has no phrase; write it in quotation marks at the end")
            return None
        quote = found["quote"]
        if source not in self._sources:
            remedy = did_you_mean(source, self._sources) or "use the id of a row of sources"
            self.fault(line, f"source {source!r} is unknown; {remedy}")
            return None
        if len(quote.split()) > _MOST_WORDS:
            self.fault(line, f"the phrase has more than {_MOST_WORDS} words; shorten it")
            return None
        evidence = self._phrases.get((self._sources[source], _folded(quote)))
        if evidence is None:
            self.fault(
                line, f"{source} has no such phrase in the graph: {quote!r}; take one that stands in a table"
            )
        return evidence


def _folded(quote: str) -> str:
    return " ".join(quote.split())


def _paragraphs(lines: Iterable[str]) -> tuple[str, ...]:
    """Return paragraphs: lines that no empty line divides."""
    joined = "\n".join(lines)
    return tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", joined) if part.strip())
