"""What :func:`samverkansgraf.open` returns: one city's graph and all that can be asked of it."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from samverkansgraf.check import Finding, check_graph
from samverkansgraf.city.cells import CityCells
from samverkansgraf.claims import ClaimReading, read_claims
from samverkansgraf.errors import UsageError
from samverkansgraf.evidence import evidence_of, labelled
from samverkansgraf.graph import open_graph
from samverkansgraf.graph.cube import cube_quads
from samverkansgraf.graph.interchange import rdflib_dataset
from samverkansgraf.graph.mapping import source_graph
from samverkansgraf.graph.questions import answer, answer_test
from samverkansgraf.graph.serialize import serialized, serialized_quads
from samverkansgraf.graph.sparql import run, select, terms
from samverkansgraf.graph.without_names import without_names
from samverkansgraf.lookup import found_thing
from samverkansgraf.network import two_mode
from samverkansgraf.result_tables import table_sets
from samverkansgraf.results import origin, result_sets
from samverkansgraf.texts import catalogue
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import networkx as nx
    import polars as pl
    import rdflib

    from samverkansgraf.documents.blocks import Document
    from samverkansgraf.graph.cube import ResultSet
    from samverkansgraf.graph.sparql import Results, Term
    from samverkansgraf.graph.without_names import Phrases
    from samverkansgraf.measures.null_models import PairTest
    from samverkansgraf.pictures.layout import Layout
    from samverkansgraf.pictures.sizes import Size
    from samverkansgraf.pictures.story import Story
    from samverkansgraf.pictures.views.material import Material
    from samverkansgraf.project import Language
    from samverkansgraf.simulation import Assumed, Simulation

_NAMED: Final = ("actor", "initiative", "district", "agreement", "claim")


def open_city(path: str | Path, *, texts: str | Path | None = None) -> City:
    """
    Open a graph.

    Parameters
    ----------
    path
        A project folder, a built store, an RDF file or the address of a SPARQL endpoint.
    texts
        A folder with the texts of sources, to check phrases against.

    Raises
    ------
    InputError
        The tables or the file are faulty; every fault is named with its place and remedy.
    StoreError
        A built store is damaged.

    Examples
    --------
    >>> city = open_city("data/southern-women")
    >>> city.settings.name
    'Southern Women'
    """
    city = City(open_graph(path, texts=None if texts is None else Path(texts)))
    if (story := Path(path) / "story.md").is_file():
        city.story_file = story
    return city


class City(CityCells):
    """One city's graph. Everything shown is computed from its participations and their evidence."""

    def query(self, text: str) -> pl.DataFrame:
        """
        Run a SPARQL SELECT or ASK; a row for each solution, texts in every cell, unbound is null.

        The prefixes of the vocabulary are known beforehand, and the default graph is the union of all.

        Raises
        ------
        QueryError
            A syntax error, with its place; an update; a fetch from outside.
        """
        return select(self.graph.store, text)

    def query_terms(self, text: str) -> list[dict[str, Term | None]]:
        """Run a SPARQL SELECT and keep its RDF terms, one mapping from variable to term for each solution."""
        return terms(self.graph.store, text)

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        without_parties: bool = False,
        **arguments: str,
    ) -> pl.DataFrame:
        """
        Answer a named question, as ``city.ask("who-leads", initiative="EST")``.

        Parameters
        ----------
        question
            Its name.
        language
            Of the labels in the answer; the project's unless given.
        without_parties
            Answer as if nothing that the parties themselves have written were known, as
            :mod:`samverkansgraf.graph.without_parties` has it.
        arguments
            A name, id or text for each parameter.

        Raises
        ------
        UsageError
            The question, a parameter or a name in it is unknown.
        """
        return answer(
            self.graph,
            question,
            arguments,
            language=language or self.settings.language,
            without_parties=without_parties,
        )

    def why(self, *names: str) -> pl.DataFrame:
        """
        Return the evidence behind a thing, or behind what two actors share.

        Parameters
        ----------
        names
            Label, alias or id of an actor, initiative, district, agreement or claim; or of two actors.

        Raises
        ------
        UsageError
            A name is unknown, or none or more than two are given.
        """
        if len(names) not in {1, 2}:
            raise UsageError("name one thing, or two actors")
        kinds = _NAMED if len(names) == 1 else ("actor",)
        return evidence_of(self.frames, *(found_thing(self.frames, name, *kinds) for name in names))

    def network(self, selection: Selection = DEFAULT_SELECTION) -> nx.Graph[str]:
        """Return the two-mode network of actors and initiatives; nodes are keyed by IRI."""
        return two_mode(self.frames, selection)

    def simulate(
        self,
        *without: str,
        assumed: Sequence[Assumed] = (),
        units: bool = False,
        at: date | None = None,
        by: Sequence[str] = ("district", "theme"),
        keep_empty: bool = False,
        language: Language | None = None,
    ) -> Simulation:
        """
        Return what would be different if something left or started; nothing is stored.

        Parameters
        ----------
        without
            What leaves, by the names that :func:`~samverkansgraf.simulation.found_leaving` finds.
        assumed
            What starts, as :func:`~samverkansgraf.simulation.found_assumed` makes it.
        units
            Whether actors leave with their units.
        at, by, keep_empty, language
            As :func:`~samverkansgraf.simulation.simulated` has them.

        Raises
        ------
        UsageError
            A name or a dimension is unknown.

        Examples
        --------
        >>> city = open_city("data/southern-women")
        >>> city.simulate("Flora Price").actors["label"].to_list()
        ['Flora Price']
        """
        from samverkansgraf.simulation import found_leaving, simulated

        return simulated(
            self.frames,
            self.settings.bounds,
            leaving=[found_leaving(self.frames, name, units=units) for name in without],
            assumed=assumed,
            at=at,
            by=by,
            keep_empty=keep_empty,
            language=language or self.settings.language,
        )

    def claims(self, *, language: Language | None = None) -> list[ClaimReading]:
        """Return each claim, who asserts and who disputes it, and the rows its test gives; no verdict."""
        chosen = language or self.settings.language

        def rows(test: str, excluded: frozenset[str]) -> pl.DataFrame:
            graphs = frozenset(source_graph(source, self.settings.base) for source in excluded)
            return answer_test(self.graph, test, language=chosen, without_graphs=graphs)

        return read_claims(self.frames, answer=rows, language=chosen)

    def results(self, text: str) -> Results:
        """Run any SPARQL query and return the engine's results, to be written in a W3C format."""
        return run(self.graph.store, text)

    def serialized(self, form: str) -> bytes:
        """Return the graph in an RDF format: turtle, trig, nquads, ntriples, jsonld or rdfxml."""
        return serialized(self.graph.store, form)

    def remember(
        self,
        results: pl.DataFrame,
        *,
        selection: Selection = DEFAULT_SELECTION,
        at: str | date | None = None,
        division: str | None = None,
        language: Language | None = None,
        table: str | None = None,
        choices: Mapping[str, str] | None = None,
    ) -> None:
        """
        Store results in the graph ``graph/results``, where queries find them beside what the sources say.

        Computed anew with the same choices, they replace the earlier ones. In a built store they are kept on disk
        with the build, of which and of whose digest they are no part; else they last as long as this object.

        Parameters
        ----------
        results
            A table of measures of nodes or of the whole network, of pairs, or of coverage, as it was computed; or the
            one that ``table`` names.
        selection
            The selection it was computed with; of all but coverage.
        at
            The date it is as of; of coverage, plans and what-ifs.
        division
            The kind of district it is of; of these.
        language
            Of its words; the project's unless given.
        table
            Which other table it is, one of :data:`samverkansgraf.table_keys.TABLE_KEYS`: ``"communities"``.
        choices
            What else it was computed with, by name: ``{"from": "2019", "to": "2024"}``; other choices are other
            results. Of ``table``.

        Raises
        ------
        UsageError
            The table is none of these, or its rows are not those that the choices give.
        StoreError
            The store on disk cannot be written to.

        Examples
        --------
        >>> from samverkansgraf.measures import node_table
        >>> city = open_city("data/southern-women")
        >>> city.remember(node_table(city.frames, "degree"))
        >>> city.query("SELECT (COUNT(*) AS ?n) WHERE { ?r sg:ofMeasure measure:degree ; sg:value ?v }")["n"][0]
        '18'
        """
        sets = self._sets(
            results,
            selection=selection,
            at=at,
            division=division,
            language=language,
            table=table,
            choices=choices,
        )
        self.graph.write_results(sets, origin(self.graph.digest))

    def results_as_rdf(
        self,
        *results: pl.DataFrame,
        form: str = "trig",
        selection: Selection = DEFAULT_SELECTION,
        at: str | date | None = None,
        division: str | None = None,
        language: Language | None = None,
        table: str | None = None,
        choices: Mapping[str, str] | None = None,
    ) -> bytes:
        """
        Return results in an RDF format: turtle, trig, nquads, ntriples, jsonld or rdfxml.

        Parameters
        ----------
        results
            Tables as :meth:`remember` takes them.
        form
            The format.
        selection, at, division, language, table, choices
            As :meth:`remember` has them.

        Raises
        ------
        UsageError
            As :meth:`remember`; or the format is unknown.
        """
        how: dict[str, Any] = {"selection": selection, "at": at, "division": division, "language": language}
        how |= {"table": table, "choices": choices}
        sets = [one for rows in results for one in self._sets(rows, **how)]
        quads = cube_quads(sets, origin(self.graph.digest), base=self.settings.base)
        return serialized_quads(quads, form)

    def _sets(
        self,
        rows: pl.DataFrame,
        *,
        selection: Selection,
        at: str | date | None,
        division: str | None,
        language: Language | None,
        table: str | None,
        choices: Mapping[str, str] | None,
    ) -> list[ResultSet]:
        chosen = language or self.settings.language
        how: dict[str, Any] = {"selection": selection, "at": at, "division": division, "language": chosen}
        if table is not None:
            return table_sets(rows, table, self.frames, self.settings.bounds, choices=choices, **how)
        return result_sets(rows, self.frames, self.settings.bounds, **how)

    def in_words(self, rows: pl.DataFrame, *, language: Language | None = None) -> pl.DataFrame:
        """Put labels in the place of IRIs in the rows of :meth:`why`."""
        return labelled(rows, self.frames, language or self.settings.language)

    def picture(
        self,
        form: Literal["html", "svg"],
        *,
        language: Language | None = None,
        at: str | None = None,
        seed: int = 1,
        layout: Layout = "two-mode",
        size: Size = "none",
        test: PairTest | None = None,
    ) -> str:
        """
        Return a picture of who takes part in what: a page that needs no network, or an SVG.

        A page plays the project's ``story.md`` where there is one. ``test`` is the fixed-degree test of the
        network's pairs with that seed, where it is at hand; a page makes it unless given.
        """
        from samverkansgraf.pictures import measured, network_page, network_svg, node_sizes, picture_network

        chosen = language or self.settings.language
        network = picture_network(self.frames, at=at)
        title = f"{self.settings.name}: {catalogue('pictures', chosen)['title']}"
        selection = replace(DEFAULT_SELECTION, at=at)
        sizes = node_sizes(self.frames, size, selection=selection)
        if form == "svg":
            return network_svg(
                network, self.frames, language=chosen, seed=seed, title=title, layout=layout, sizes=sizes
            )
        return network_page(
            network,
            self.frames,
            title=title,
            language=chosen,
            as_of=at,
            seed=seed,
            own_language=self.settings.language,
            layout=layout,
            sizes=sizes,
            story=self._story(),
            persons=self.graph.persons,
            measured=measured(self.frames, language=chosen, seed=seed, selection=selection, test=test),
        )

    def view(
        self,
        name: str,
        *,
        as_of: date,
        at: str | None = None,
        language: Language | None = None,
        beside: City | None = None,
        beside_at: str | None = None,
        of: str | None = None,
        graph_argument: str = "",
        beside_argument: str = "",
    ) -> Document:
        """
        Return a view other than the network as a document.

        Parameters
        ----------
        name
            One of :data:`samverkansgraf.pictures.views.VIEWS`.
        as_of
            The day that ages, and what is planned, are told by.
        at
            As of this EDTF date; any time unless given.
        language
            Of all words; the project's unless given.
        beside, beside_at
            What a view of two compares with: another graph, or this one at another date.
        of
            The name or the id of the one thing that a view of single things shows.
        graph_argument
            What a user writes after ``-g``, for the commands that are shown.
        beside_argument
            What a user writes after ``--beside``.

        Raises
        ------
        UsageError
            There is no such view, it has nothing to show, or it compares and nothing is given to compare with.
        """
        from samverkansgraf.pictures.views import view_named

        chosen = language or self.settings.language
        view = view_named(name)
        if beside is None and beside_at is not None:
            beside = self
        other = None if beside is None else beside._material(as_of, beside_at or at, chosen, beside_argument)
        return view(replace(self._material(as_of, at, chosen, graph_argument), beside=other, of=of))

    def _material(self, as_of: date, at: str | None, language: Language, graph_argument: str) -> Material:
        """Return what a view is made of."""
        from samverkansgraf.documents.names import Names
        from samverkansgraf.pictures.views.material import Material

        names = Names.of(
            self.frames,
            language,
            quoted_language=self.settings.language,
            graph_argument=graph_argument,
            replies=self.frames.replies,
        )
        return Material(frames=self.frames, settings=self.settings, names=names, at=at, as_of=as_of)

    def without_names(self, phrases: Phrases = "kept") -> City:
        """
        Return the same city with persons shown by their role.

        Parameters
        ----------
        phrases
            ``kept``: phrases and titles of sources stand as the sources have them. ``placed``: of a phrase that
            holds a name only its place in the source stays, and titles and addresses hold none either.

        Raises
        ------
        UsageError
            Phrases are to be placed in a graph that was read without the names to look for.

        Examples
        --------
        >>> city = open_city("data/southern-women").without_names()
        >>> city.frames.actors["label"][0]
        'person in a public role (1)'
        """
        city = City(without_names(self.graph, phrases=phrases))
        city.story_file, city.story_frames = self.story_file, self.story_frames or self.frames
        return city

    def told_story(self) -> list[str]:
        """Return the texts of the project's guided tour, as they are shown."""
        story = self._story()
        if story is None:
            return []
        steps = [text for step in story.steps for text in (step.heading, step.view, *step.paragraphs)]
        return [story.title, *story.paragraphs, *steps]

    def _story(self) -> Story | None:
        """Return the project's guided tour."""
        if self.story_file is None:
            return None
        from samverkansgraf.pictures.story import renamed, story_of
        from samverkansgraf.pictures.story_left_out import story_without

        try:
            text = self.story_file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{self.story_file.name}: cannot be read ({error}); save it as UTF-8") from None
        if (left := self.graph.left_out) is not None:
            text, told = story_without(
                text,
                holds=left.mentions.holds,
                replaced=left.mentions.replaced,
                things=left.things,
                renamed=left.renamed,
                phrases=left.phrases,
                name=self.story_file.name,
            )
            for line in told:
                if line not in self._told:
                    _log.warning(line)
            self._told.update(told)
            if not text:
                return None
        frames, renaming = self.story_frames or self.frames, self.graph.renaming
        story = story_of(text, frames, name=self.story_file.name)
        return story if renaming is None else renamed(story, renaming.text, renaming.iri, frames)

    def check(self, *, language: Language | None = None) -> list[Finding]:
        """Return faults, warnings and notes, the gravest first."""
        return check_graph(self.graph, language=language or self.settings.language)

    def to_rdflib(self) -> rdflib.Dataset:
        """Return the graph as an rdflib dataset, over the same store."""
        return rdflib_dataset(self.graph.store)
