"""What :func:`samverkansgraf.open` returns: one city's graph and all that can be asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from samverkansgraf.check import Finding, check_graph
from samverkansgraf.city.cells import CityCells
from samverkansgraf.city.kept_results import CityResults
from samverkansgraf.city.pictures import CityPictures
from samverkansgraf.claims import ClaimReading, read_claims
from samverkansgraf.errors import UsageError
from samverkansgraf.evidence import evidence_of, labelled
from samverkansgraf.graph import open_graph
from samverkansgraf.graph.interchange import rdflib_dataset
from samverkansgraf.graph.mapping import source_graph
from samverkansgraf.graph.questions import answer, answer_test
from samverkansgraf.graph.serialize import serialized
from samverkansgraf.graph.sparql import run, select, terms
from samverkansgraf.graph.without_names import without_names
from samverkansgraf.lookup import found_thing
from samverkansgraf.network import two_mode
from samverkansgraf.ties import DEFAULT_SELECTION, Selection

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import networkx as nx
    import polars as pl
    import rdflib

    from samverkansgraf.graph.sparql import Results, Term
    from samverkansgraf.graph.without_names import Phrases
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


class City(CityCells, CityPictures, CityResults):
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

    def in_words(self, rows: pl.DataFrame, *, language: Language | None = None) -> pl.DataFrame:
        """Put labels in the place of IRIs in the rows of :meth:`why`."""
        return labelled(rows, self.frames, language or self.settings.language)

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

    def check(self, *, language: Language | None = None) -> list[Finding]:
        """Return faults, warnings and notes, the gravest first."""
        return check_graph(self.graph, language=language or self.settings.language)

    def to_rdflib(self) -> rdflib.Dataset:
        """Return the graph as an rdflib dataset, over the same store."""
        return rdflib_dataset(self.graph.store)
