"""Labels, numbered sources, phrases and commands, as one report gives them."""

from __future__ import annotations

import re
import shlex
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

from samverkansgraf.documents.blocks import Code, Line, Quote, Reference, joined, line, one_line
from samverkansgraf.documents.words import Words
from samverkansgraf.frames import label_column
from samverkansgraf.vocabulary import CONCEPTS, SG_NS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import polars as pl

    from samverkansgraf.frames import Frames
    from samverkansgraf.project import Language

_PLACES_IN_A_SOURCE: Final = (
    (re.compile(r"p(\d+)"), "where.page"),
    (re.compile(r"par(\d+)"), "where.paragraph"),
    (re.compile(r"c(\d+)-(\d+)"), "where.characters"),
)
_HARD_TO_TYPE: Final = frozenset("`\\$!'\"<>|")
_ORDER: Final = {SG_NS + name: position for names in CONCEPTS.values() for position, name in enumerate(names)}


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in one report, and how it refers to their evidence."""

    words: Words
    labels: Mapping[str, str]
    shared_labels: frozenset[str]
    numbers: Mapping[str, int]
    evidence: Mapping[str, Sequence[Mapping[str, Any]]]
    second_hand: Mapping[str, Sequence[str]]
    positions: Mapping[str, Sequence[Mapping[str, Any]]]
    replies: Mapping[str, Sequence[Mapping[str, Any]]]
    quoted_language: str
    graph_argument: str

    @classmethod
    def of(
        cls,
        frames: Frames,
        language: Language,
        *,
        quoted_language: Language = "sv",
        graph_argument: str = "",
        replies: pl.DataFrame | None = None,
    ) -> Self:
        """
        Gather the names of a graph, as a report in a language gives them.

        ``quoted_language`` is the language of the project's labels and phrases, ``graph_argument``
        what the user writes after ``-g``.
        """
        labels = _labels(frames, language)
        titles = sorted(
            frames.sources.select("source", "title").iter_rows(),
            key=lambda row: ((row[1] or "").casefold(), row[0]),
        )
        return cls(
            words=Words(language),
            labels=labels,
            shared_labels=frozenset(label for label, times in Counter(labels.values()).items() if times > 1),
            numbers={source: position for position, (source, _) in enumerate(titles, start=1)},
            evidence=_grouped(frames.evidence, "about"),
            second_hand={
                row["evidence"]: sorted(row["through"] or ())
                for row in frames.second_hand.iter_rows(named=True)
            },
            positions=_grouped(frames.positions, "person"),
            replies={} if replies is None else _grouped(replies, "about"),
            quoted_language=quoted_language,
            graph_argument=graph_argument,
        )

    def label(self, node: str) -> str:
        """Return the label of a thing; what has none is called by its IRI or the text it is."""
        return self.labels.get(node) or one_line(node)

    def person(self, node: str) -> str:
        """Return an actor's label with the titles it holds, if it holds any and is not called by one of them."""
        held = sorted(
            {
                f"{one_line(row['title'])}, {self.label(row['organisation'])}"
                for row in self.positions.get(node, ())
                if row["title"] and row["organisation"]
            },
        )
        label = self.label(node)
        by_role = any(
            label.startswith(one_line(row["title"])) for row in self.positions.get(node, ()) if row["title"]
        )
        return label if by_role or not held else f"{label} ({'; '.join(held)})"

    def several(self, nodes: Iterable[str] | None) -> str:
        """Return the labels of several things as one listing, in alphabetical order."""
        return self.words.listing(sorted({self.label(node) for node in nodes or ()}, key=str.casefold))

    def references(self, sources: Iterable[str] | None) -> Line:
        """Return references to sources, by rising number."""
        numbers = sorted({self.numbers[source] for source in sources or () if source in self.numbers})
        return joined([(Reference(number),) for number in numbers], ", ")

    def proofs(self, about: str) -> list[Line]:
        """Return each evidence of a thing: the phrase, its source, the place in it, who says it."""
        rows = self.evidence.get(about, ())
        return [self.proof(row) for row in sorted(rows, key=self.in_order)]

    def proof(self, row: Mapping[str, Any]) -> Line:
        """Return one evidence: the phrase, its source, the place in it, who says it."""
        parts: list[Line] = []
        number = self.numbers.get(row["source"] or "")
        source: Line = (Reference(number),) if number else (self.words.say("evidence.no_source"),)
        if row["quote"]:
            parts.append(line(Quote(one_line(row["quote"]), self.quoted_language), " ", source))
        else:
            parts.append(line(source, " ", self.words.say("evidence.no_phrase")))
        if row["where"]:
            parts.append((self.where(row["where"]),))
        if row["speaker"]:
            parts.append((self.words.say("evidence.speaker", who=self.label(row["speaker"])),))
        if known := self.second_hand_words(row["evidence"]):
            parts.append((known,))
        return joined(parts, ", ")

    def second_hand_words(self, evidence: str) -> str:
        """Say that an evidence is known through others only, and through whom; nothing where it is not."""
        if evidence not in self.second_hand:
            return ""
        through = self.several(self.second_hand[evidence])
        known = "evidence.second_hand_through" if through else "evidence.second_hand"
        return self.words.say(known, who=through) if through else self.words.say(known)

    def in_order(self, row: Mapping[str, Any]) -> tuple[int, str, str, str]:
        """Order evidence by source, place and phrase."""
        return (
            self.numbers.get(row["source"] or "", 0),
            _padded(row["where"] or ""),
            row["quote"] or "",
            row["evidence"],
        )

    def where(self, place: str) -> str:
        """Return a place in a source in words; free text stands as it is."""
        for pattern, key in _PLACES_IN_A_SOURCE:
            if found := pattern.fullmatch(place):
                return self.words.say(key, **dict(zip(("a", "b"), found.groups(), strict=False)))
        return one_line(place)

    def replies_about(self, node: str) -> list[Line]:
        """Return the replies to print beside a thing."""
        return [
            self.words.line(
                "reply",
                who=self.label(row["from"]) if row["from"] else self.words.say("unknown"),
                date=self.words.date(row["date"]) if row["date"] else self.words.say("unknown"),
                text=Quote(one_line(row["text"]), self.quoted_language),
            )
            for row in sorted(self.replies.get(node, ()), key=lambda row: (str(row["date"]), row["text"]))
        ]

    def command(self, *arguments: str, options: tuple[str, ...] = ()) -> str:
        """
        Return the command that gives a figure, quoted for a shell.

        ``options`` stand before the command's own name.
        """
        graph = ("-g", self.graph_argument) if self.graph_argument else ()
        return one_line(shlex.join(("samverkansgraf", *graph, *options, *arguments)))

    def typed(self, node: str) -> str:
        """Return what a user types for a thing: its label, or its IRI where that is shared or no plain label."""
        known = self.labels.get(node)
        shared = known in self.shared_labels
        return known if known and not shared and not set(known) & _HARD_TO_TYPE else node

    def command_line(self, command: str) -> Line:
        """Return the line under a figure that gives its command."""
        return self.words.line("command", command=Code(command))


def in_scheme_order(concept: str | None) -> tuple[int, str]:
    """Return a key that sorts concepts as their scheme shows them; others come after, by IRI."""
    return (_ORDER.get(concept or "", len(_ORDER)), concept or "")


def _padded(where: str) -> str:
    """Return a place whose numbers sort as numbers."""
    return re.sub(r"\d+", lambda found: found.group().zfill(9), where)


def _grouped(frame: pl.DataFrame, column: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a frame by one of its columns; a frame without it has none."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    if column in frame.columns:
        for row in frame.iter_rows(named=True):
            groups[row[column]].append(row)
    return dict(groups)


def _labels(frames: Frames, language: Language) -> dict[str, str]:
    """Return the label of every thing that has one, in the report's language where there is a choice."""
    other: Language = "en" if language == "sv" else "sv"
    labels: dict[str, str] = {}
    for name, node in (
        ("actors", "actor"),
        ("initiatives", "initiative"),
        ("places", "place"),
        ("agreements", "agreement"),
    ):
        labels.update(getattr(frames, name).select(node, "label").iter_rows())
    labels.update(frames.sources.select("source", "title").iter_rows())
    themes = frames.themes.select("theme", "label", "label_en").iter_rows()
    labels.update(
        {theme: (english if language == "en" else None) or label for theme, label, english in themes}
    )
    concepts = frames.concepts.select("concept", label_column(language), label_column(other)).iter_rows()
    labels.update({concept: first or second for concept, first, second in concepts})
    claims = frames.claims.select("claim", "text", "text_en").iter_rows()
    labels.update({claim: (english if language == "en" else None) or text for claim, text, english in claims})
    return {node: one_line(label) for node, label in labels.items() if node and label}
