"""
A graph in which persons are shown by their role.

Every person's label is the role (:mod:`samverkansgraf.graph.roles`), and the role stands in the place of the
name in all that is written in our own words: labels, descriptions, claims, notes, replies, tests. Aliases,
former names and addresses of persons go, and no IRI holds a name or a hash over one: what was minted from a
name is minted anew. Phrases and titles of sources stand as the sources have them, unless they are ``placed``:
then a phrase that holds a name is left out and the place in its source stays, titles have the role and
addresses that hold a name go.

The frames, and so every output, are made from these quads. Results stored in a graph are left out.
"""

from __future__ import annotations

import hashlib
import re
import shlex
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import unquote

import polars as pl

from samverkansgraf.errors import UsageError
from samverkansgraf.graph.all_quads import stored_quads
from samverkansgraf.graph.build import settings_json
from samverkansgraf.graph.derived import derived_quads
from samverkansgraf.graph.extract import frames_of
from samverkansgraf.graph.loading import loaded
from samverkansgraf.graph.minted_anew import mapped, minted_anew, with_fragments
from samverkansgraf.graph.quads import ANY_URI, IRI, PLAIN, TYPE, digest, n_quads, rows
from samverkansgraf.graph.renaming import Renaming, settings_without_names
from samverkansgraf.graph.roles import kept_labels, names_of_persons, roles, somebody
from samverkansgraf.graph.shown_persons import ShownPersons, mark
from samverkansgraf.graph.without_parties import stated_only
from samverkansgraf.mentions import Mentions
from samverkansgraf.tables.identity import key
from samverkansgraf.texts import catalogue
from samverkansgraf.vocabulary import PREFIXES, VOCABULARY_GRAPH, iri, sg
from samverkansgraf.written_names import Named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from samverkansgraf.graph.knowledge_graph import KnowledgeGraph
    from samverkansgraf.graph.roles import Role
    from samverkansgraf.project import Language

Phrases = Literal["kept", "placed"]

_EXACT: Final = iri("oa:exact")
_TITLE: Final = iri("dct:title")
_EVIDENCE: Final = sg("evidence")
_ABOUT: Final = {name: iri(f"rdf:{name}") for name in ("subject", "predicate", "object")}
#: What is kept of a person: nothing that a source or a table could have put a name into.
_OF_A_PERSON: Final = (
    TYPE, _EVIDENCE, *(iri(name) for name in ("org:unitOf", "sg:ownedBy", "sg:inBounds", "sg:sector")),
)  # fmt: skip


def without_names(graph: KnowledgeGraph, *, phrases: Phrases = "kept") -> KnowledgeGraph:
    """
    Return a copy of a graph, in memory, in which persons are shown by role.

    Parameters
    ----------
    graph
        Is left as it is. Nothing is computed where there is nobody.
    phrases
        ``placed`` leaves out phrases and addresses that hold a name, too.

    Raises
    ------
    UsageError
        Phrases are to be placed, and the graph was read from a file in which the names are gone already.
    """
    wanted: ShownPersons = "by_role" if phrases == "kept" else "without_names"
    if graph.persons in (wanted, "without_names"):
        return graph
    frames, names = graph.frames, names_of_persons(graph.frames)
    if not names and frames.codings.is_empty() and frames.replies.is_empty():
        return replace(graph, persons=wanted)
    if graph.persons == "by_role" and graph.renaming is None and names:
        raise UsageError(
            "the graph shows persons by role already, so names in its phrases can no longer be found; "
            "begin from the tables, or from a graph with names"
        )
    return _Nameless(graph, names, placed=phrases == "placed").graph(wanted)


class _Nameless:
    def __init__(self, graph: KnowledgeGraph, names: Mapping[str, tuple[str, ...]], *, placed: bool) -> None:
        self.before, self.names, self.placed = graph, names, placed
        self.language, self.base = graph.settings.language, graph.settings.base
        quads = stored_quads(graph.store)
        vocabulary = pl.col("graph").str.ends_with("/" + VOCABULARY_GRAPH)
        self.vocabulary = quads.filter(vocabulary)
        self.ties: Literal["all", "auto"] = "all" if (quads["object"] == sg("Tie")).any() else "auto"
        self.quads = stated_only(quads.filter(~vocabulary), self.base).unique()
        self.secret = hashlib.sha256(n_quads(self.quads)).digest()
        self.roles = roles(graph.frames, self.language, secret=self.secret)
        if graph.persons == "by_role":  # what they are called by now is no name
            self.roles = {
                person: replace(role, label=names[person][0], id=person.rsplit("/", 1)[-1])
                for person, role in self.roles.items()
            }
        self.kept = kept_labels(graph.frames, names)
        named = [
            Named(
                of, _in_a_sentence(self.roles[person], self.language), self.roles[person].title, given=placed
            )
            for person, of in names.items()
            if of[:1] != (self.roles[person].label,)
        ]
        ids = ((person, person.rsplit("/", 1)[-1]) for person in names)
        named += [
            Named(
                (identity,),
                _in_a_sentence(self.roles[person], self.language),
                self.roles[person].title,
                surname=False,
            )
            for person, identity in ids
            if "-" in identity and identity != self.roles[person].id
        ]
        self.mentions = Mentions(named, kept=self.kept, anyone=(somebody(self.language), "person"))
        if graph.renaming is not None:
            earlier = graph.renaming.mentions
            if placed:
                given = [replace(one, given=one.surname) for one in earlier.named]
                earlier = Mentions(given, kept=self.kept, anyone=(somebody(self.language), "person"))
            self.mentions = earlier + self.mentions

    def graph(self, wanted: ShownPersons) -> KnowledgeGraph:
        before = self.before
        quads = self._signed(self._without_what_names(self.quads))
        renamed = self._renamed(quads)
        quads, minted = minted_anew(self._in_words(quads, renamed), self.quads)
        iris = {**minted, **{old: minted.get(new, new) for old, new in renamed.items()}}
        stated = pl.concat([quads, rows(mark(self.base, wanted)), self.vocabulary])
        frames = frames_of(stated, self.language)
        lines = n_quads(pl.concat([stated, derived_quads(frames, self.base, ties=self.ties)]))
        renaming = Renaming(self.mentions, iris)
        settings = settings_without_names(before.settings, renaming)
        where = before.rows
        return replace(
            before,
            store=loaded(lines),
            frames=frames,
            settings=settings,
            digest=digest(lines, settings_json(settings).encode()) if before.digest else None,
            folder=None,
            different=tuple((renaming.text(a), renaming.text(b)) for a, b in before.different),
            notes=tuple(map(renaming.note, before.notes)),
            rows=where.with_columns(pl.col("iri").replace(iris)) if where.width else where,
            texts={renaming.iri(source): path for source, path in before.texts.items()},
            writable=True,
            stored_in=None,
            persons=wanted,
            renaming=renaming.after(before.renaming),
        )

    def _without_what_names(self, quads: pl.DataFrame) -> pl.DataFrame:
        """Leave out all that tells of a person but its role, and put the role there."""
        persons = list(self.roles)
        predicate = pl.col("predicate")
        of_persons = quads.filter((predicate == _ABOUT["subject"]) & pl.col("object").is_in(persons))
        naming = quads.filter((predicate == _ABOUT["predicate"]) & ~pl.col("object").is_in(_OF_A_PERSON))
        gone = set(naming.join(of_persons, on="subject", how="semi")["subject"])
        if self.placed:
            phrases = quads.filter(predicate == _EXACT).select("subject", "object").iter_rows()
            gone |= {selector for selector, text in phrases if self.mentions.holds(text)}
        labels = rows(
            (person, iri("skos:prefLabel"), role.label, f"@{self.language}", f"{self.base}graph/project")
            for person, role in self.roles.items()
        )
        kept = quads.filter(
            (~pl.col("subject").is_in(persons) | predicate.is_in(_OF_A_PERSON))
            & ~pl.col("subject").is_in(list(gone))
            & ~pl.col("object").is_in(list(gone))
        )
        kept = pl.concat([kept, labels])
        used = kept.filter(predicate == _EVIDENCE)["object"].to_list()
        evidence = kept.filter((predicate == TYPE) & (pl.col("object") == sg("Evidence")))
        idle = evidence.filter(~pl.col("subject").is_in(used))["subject"].to_list()
        selectors = kept.filter(pl.col("subject").is_in(idle) & (predicate == iri("oa:hasSelector")))[
            "object"
        ]
        return kept.filter(~pl.col("subject").is_in([*idle, *selectors]))

    def _signed(self, quads: pl.DataFrame) -> pl.DataFrame:
        """Give those who coded numbers; without names, let only organisations sign replies."""
        signed = quads.filter((pl.col("predicate") == iri("schema:author")) & (pl.col("kind") != IRI))
        if signed.is_empty():
            return quads
        codings = set(quads.filter(pl.col("object") == iri("oa:Annotation"))["subject"])
        counts = Counter(who for thing, _, who, *_ in signed.iter_rows() if thing in codings)
        order = sorted(counts, key=lambda who: (-counts[who], key([self.secret.hex(), who])))
        word = catalogue("persons", self.language)["coder"]
        shown = {who: f"{word} {number}" for number, who in enumerate(order, start=1)}
        if all(re.fullmatch(rf"{word} \d+", who) for who in counts):
            shown = {}
        known = [label.casefold() for label in self.kept]
        written = []
        for thing, predicate, who, kind, graph in signed.iter_rows():
            organisation = any(label in who.casefold() for label in known)
            if thing in codings:
                as_shown = shown.get(who, who)
            else:
                as_shown = (
                    catalogue("persons", self.language)["replied"]
                    if self.placed and not organisation
                    else who
                )
            written.append((thing, predicate, as_shown, kind, graph))
        return pl.concat([quads.join(signed, on=quads.columns, how="anti"), rows(written)])

    def _renamed(self, quads: pl.DataFrame) -> dict[str, str]:
        """Return the IRIs of ours that hold a name, and what they become; fragments are of their things."""
        persons = {person: f"{self.base}actor/{role.id}" for person, role in self.roles.items()}
        objects = quads.filter((pl.col("kind") == IRI) & pl.col("object").str.starts_with(self.base))[
            "object"
        ]
        everything = pl.concat([quads["subject"], quads["graph"], objects]).unique()
        ours = {one.partition("#")[0] for one in everything if not one.startswith("_:")}
        ours |= {one for one in quads["predicate"].unique() if one.startswith(self.base)}
        made = {old: new for old, new in persons.items() if old != new}
        taken = {*ours, *made.values()}
        graphs, sources = f"{self.base}graph/source/", f"{self.base}source/"
        for one in sorted(ours - set(persons), key=lambda one: (one.startswith(graphs), one)):
            if one.startswith(graphs) and (source := made.get(sources + one.removeprefix(graphs))):
                made[one] = graphs + source.removeprefix(sources)
                continue
            wanted = new = self._iri_without(one)
            number = 1
            while new != one and new in taken:
                number += 1
                new = f"{wanted}-{number}"
            if new != one:
                made[one] = new
                taken.add(new)
        return made

    def _iri_without(self, one: str) -> str:
        start = (
            len(self.base) if one.startswith(self.base) else (one + "/").find("/", one.find("://") + 3) + 1
        )
        path = unquote(one[start:])
        return one[:start] + self.mentions.replaced_in_id(path) if self.mentions.in_address(path) else one

    def _in_words(self, quads: pl.DataFrame, iris: Mapping[str, str]) -> pl.DataFrame:
        """Put roles in the place of names in texts, and IRIs in the place of IRIs."""
        quads = quads.with_columns(
            with_fragments(quads[name], iris) for name in ("subject", "predicate", "graph")
        )
        predicate, is_iri = pl.col("predicate"), pl.col("kind") == IRI
        things, literals = quads.filter(is_iri), quads.filter(~is_iri)
        things = things.with_columns(with_fragments(things["object"], iris))
        is_text = (pl.col("kind") == PLAIN) | pl.col("kind").str.starts_with("@")
        as_they_are = ~is_text | (
            (predicate == iri("skos:prefLabel"))
            & pl.col("subject").is_in([f"{self.base}actor/{role.id}" for role in self.roles.values()])
        )
        if not self.placed:
            titled = pl.col("subject").is_in(_sources_and_titles(quads))
            as_they_are |= (predicate == _EXACT) | (predicate.is_in([_TITLE, _ABOUT["object"]]) & titled)
        own, others = literals.filter(~as_they_are), literals.filter(as_they_are)
        tests, own = own.filter(predicate == sg("test")), own.filter(predicate != sg("test"))
        ids = {old.rsplit("/", 1)[-1]: new.rsplit("/", 1)[-1] for old, new in iris.items()}
        tests = tests.with_columns(object=mapped(tests["object"], lambda test: self._test(test, ids)))
        own = own.with_columns(object=mapped(own["object"], self.mentions.replaced))
        if self.placed:
            things = things.filter(~_such(things["object"], self._is_foreign_with_name))
            address = others["kind"] == ANY_URI
            others = others.filter(~(address & _such(others["object"], self._address_with_name)))
        return pl.concat([things, own, tests, others])

    def _test(self, test: str, ids: Mapping[str, str]) -> str:
        """Return a claim's test with the ids of things in the place of names and earlier ids."""
        try:
            parts = shlex.split(test)
        except ValueError:
            return self.mentions.replaced(test)
        by_name = {
            _plain(name): self.roles[person].id for person, names in self.names.items() for name in names
        }
        made = []
        for part in parts:
            name, equals, value = part.partition("=")
            new = ids.get(value) or by_name.get(_plain(value)) or self.mentions.replaced(value)
            made.append(f"{name}={new}" if equals else part)
        return test if made == parts else shlex.join(made)

    def _address_with_name(self, address: str) -> bool:
        return self.mentions.in_address(unquote(address))

    def _is_foreign_with_name(self, address: str) -> bool:
        known = (self.base, *PREFIXES.values(), "_:")
        return not address.startswith(known) and self._address_with_name(address)


def _sources_and_titles(quads: pl.DataFrame) -> list[str]:
    """Return sources, and what is stated of their titles."""
    predicate, value = pl.col("predicate"), pl.col("object")
    sources = (predicate == TYPE) & (value == sg("Source"))
    titles = (predicate == _ABOUT["predicate"]) & (value == _TITLE)
    return quads.filter(sources | titles)["subject"].to_list()


def _in_a_sentence(role: Role, language: Language) -> str:
    """Return a role as it stands in a sentence; somebody without a position has no number there."""
    anybody = somebody(language)
    return anybody if re.fullmatch(rf"{re.escape(anybody)} \(\d+\)", role.label) else role.label


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _such(texts: pl.Series, told: Callable[[str], bool]) -> pl.Series:
    return texts.is_in([text for text in texts.unique() if told(text)])
